"""Which figure of a question is the part, and which the whole it is taken of."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measures import ancestors, family, load_derived
from handlers.answering.asked.parting import TAKEN_OF
from handlers.answering.asked.parts_of_others import part_of_the_other
from handlers.answering.asked.summed_wholes import SUMMED
from handlers.answering.operations.base import Ask
from handlers.answering.words.speech import saying

_ITS_OWN = saying("reckoning.its_own")


def sides(ask: Ask) -> tuple[list[Operand], list[Operand]]:
    """(parts, wholes) of the question."""
    operands = _of_the_decided([o for o in ask.frame.operands if o.rows])
    if ask.frame.has(SUMMED):
        return [o for o in operands if not o.within], [o for o in operands if o.within]
    mark = next((op.position for op in ask.frame.ops if op.id == "op.share" and op.text.startswith(TAKEN_OF)), None)
    bases = [o for o in operands if mark is not None and o.position > mark and not _again(o, mark, operands, ask.frame.has("op.more", "op.less", "op.which_more", "op.which_less"))]
    if not bases or len(bases) == len(operands):
        bases = [o for o in operands if o.within and len(operands) > 1]
    if not bases and part_of_the_other(ask.frame):
        bases = operands[1:]
    if not bases and len(operands) > 1:
        bases = [o for o in operands if (others := [p for p in operands if (p.rows, p.columns) != (o.rows, o.columns)]) and all(_contains(o, p) or _decided(o, p) for p in others)]
    tops = _innermost(_within_its_whole([o for o in operands if o not in bases]))
    if len(bases) == 1 == len(tops) and (bases[0].rows, bases[0].columns) == (("s4.all",), (".decided",)):  # 诉讼纠正的占审结案件
        bases = [replace(bases[0], rows=tops[0].rows)]
    if len(bases) == 1:
        tops = [replace(o, rows=bases[0].rows) if _around(o, bases[0]) and family(o.rows[0]) == "s4" else o for o in tops]  # 法院维持的占直接起诉的
    if bases and tops and _ITS_OWN.search(ask.frame.text) and len({b.rows for b in bases}) == 1:
        bases = [_own_whole(b, tops[0], operands) for b in bases]
    if len(bases) == 1 and bases[0].columns:
        tops = [replace(o, columns=o.columns or bases[0].columns) if _same_family(o, bases[0]) else o for o in tops]
    return tops, bases


def _own_whole(base: Operand, top: Operand, operands: Sequence[Operand]) -> Operand:
    """占它自己办结数的: of the same applicant; 占该类案件的: of the same kind of cases."""
    if all(r.startswith("s4.") for r in (*base.rows, *top.rows)):
        return replace(base, rows=top.rows, columns=base.columns if base.columns == (".decided",) else (".total",))
    return replace(base, columns=base.columns or next((o.columns for o in operands if o.columns), ()))


def _again(operand: Operand, mark: int, operands: Sequence[Operand], ask_compares: bool) -> bool:
    """个人所占的比重，上海高还是平潭高: the same thing of another body or year is no whole."""
    return ask_compares and any(o.position < mark and (o.rows, o.columns) == (operand.rows, operand.columns) and (o.names, o.years) != (operand.names, operand.years) for o in operands)


def _decided(whole: Operand, part: Operand) -> bool:
    """只算已经审结的，被纠正的占…: one end of the cases that have ended."""
    return whole.rows == part.rows and whole.columns == (".decided",) and bool(part.columns) and not set(part.columns) & {".decided", ".pending", ".total"}


def _of_the_decided(operands: list[Operand]) -> list[Operand]:
    """复议后起诉的案子里，只算已经审结的，纠正的占…: of those cases the ones that have ended are the whole."""
    ended = next((o for o in operands if any(_decided(o, part) for part in operands)), None)
    return [o for o in operands if ended is None or not (o.within and o.rows == ended.rows and not o.columns)]


def _within_its_whole(tops: list[Operand]) -> list[Operand]:
    """直接起诉的案件中，法院维持的占…: the part is one of the whole that was said before it."""
    wholes, parts = [o for o in tops if o.within], [o for o in tops if not o.within]
    if len(wholes) != 1 or not parts:
        return tops
    inner = wholes[0].rows
    return [replace(o, rows=inner) if any(r in ancestors(i) for r in o.rows for i in inner) and family(inner[0]) == "s4" else o for o in parts]


def _innermost(tops: list[Operand]) -> list[Operand]:
    """民众申请遭不予公开的: what is said around the part is no part of its own."""
    inner = [o for o in tops if not any(o is not other and _around(o, other) for other in tops)]
    return inner or tops


def _around(whole: Operand, part: Operand) -> bool:
    return bool(whole.rows) and all(any(w in ancestors(p) for p in part.rows) for w in whole.rows)


def _same_family(one: Operand, other: Operand) -> bool:
    return {family(r) for r in one.rows} == {family(r) for r in other.rows} == {"s3"}


def _contains(whole: Operand, part: Operand) -> bool:
    """办结 contains 信访类: the whole that a part is taken from, whatever stood first."""
    return any(w in ancestors(p) or p in load_derived().rows.get(w, ()) for w in whole.rows for p in part.rows) or (whole.rows == part.rows and not whole.columns and bool(part.columns))
