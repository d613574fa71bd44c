"""A、其中B、C: the whole is asked for beside its parts; without the listing mark (新收里，自然人几件) only the part is."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.atoms import Atom
from handlers.answering.frames import Op, Operand
from handlers.answering.measures import TOTAL_COLUMNS
from handlers.answering.mentions import Token


def listed_parts(ops: Sequence[Op], tokens: Sequence[Token]) -> tuple[Op, ...]:
    """The 其中 right behind 、, which list and do not narrow."""
    return tuple(op for op in ops if op.id == "op.within" and op.text.startswith("其中") and op.position > 0 and tokens[op.position - 1].text == "、")


def with_whole(operands: Sequence[Operand], atoms: Sequence[Atom], listed: Sequence[Op]) -> tuple[Operand, ...]:
    """新收申请数、其中自然人、企业: a row whose columns all come behind 其中 is asked for as a whole, too."""
    behind = {a.senses[0].id for op in listed for a in atoms if a.slot() == "column" and a.senses and a.start > op.position}
    result: list[Operand] = []
    for operand in operands:
        if operand.rows and set(operand.columns) & behind - TOTAL_COLUMNS and any(operand.position < op.position for op in listed):
            result.append(replace(operand, columns=()))
        result.append(operand)
    return tuple(result)
