"""占复议加诉讼总数的, 在许可、处罚、强制三项之和里占: several figures added up as the one whole that a share is taken of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Op, Operand
from handlers.answering.asked.measures import TOTAL_COLUMNS, column_family, family
from handlers.answering.asked.operands import operands_of
from handlers.answering.words.mentions import Token
from handlers.answering.words.tokens import LISTING, PAUSES

SUMMED = "summed whole"  # the operands said within are added up

_ADDED = re.compile(r"加(?!强)|\+|之和|的和|总和|合计|合共|总[计数量额]|总(?:的)?[件案]数|一共|合起来|合在|相加|一块|一起|累计|plus|combined|together|sum\b|total")
_TAKEN_OF = re.compile("占|除以")
_WHOLE_ENDS = frozenset({"were", "was", "are", "is", "did", "do", "does", "come", "came", "went", "go"})
Stretch = tuple[int, int]  # first token, token after the last


def summed_whole(atoms: Sequence[Atom], ops: Sequence[Op], tokens: Sequence[Token]) -> tuple[Atom, ...]:
    """The atoms of the whole that is added up; () when the share is of one figure or of several apart."""
    for first, last in _stretches(atoms, ops, tokens):
        inside = tuple(a for a in atoms if first <= a.start < last and a.senses and a.senses[0].id not in TOTAL_COLUMNS)
        words = " ".join(t.text for t in tokens[first:last]) if tokens[first:] and tokens[first].kind == "latin" else "".join(t.text for t in tokens[first:last])
        if len({a.senses[0].id for a in inside}) > 1 and _ADDED.search(words) and any(a.senses and a not in inside for a in atoms):
            return inside
    return ()


def _stretches(atoms: Sequence[Atom], ops: Sequence[Op], tokens: Sequence[Token]) -> list[Stretch]:
    """Where the whole may stand: behind 占, else before 里 or a pause that 占 follows; behind share of."""
    shares = sorted(op.position for op in ops if op.id == "op.share" and op.position >= 0)
    taken = next((op.position for op in ops if op.id == "op.share" and op.position >= 0 and _TAKEN_OF.match(op.text)), None)
    if taken is None:
        return [_behind_of(tokens, shares[0]), *((0, i) for i in range(shares[0]) if tokens[i].text in PAUSES)] if shares else []
    asked = next((p for p in shares if p > taken), len(tokens))
    if any(taken < a.start < asked and a.senses for a in atoms):  # 申请案中，全部给加上给一部分的，占总办结的: the whole is said behind 占
        return [(taken, asked)]
    within = [op.position for op in ops if op.id == "op.within" and 0 <= op.position < taken]
    parted = [i for i in range(taken) if tokens[i].text in PAUSES]
    return [(taken, asked), *((_opened(tokens, w), w) for w in (*within, *parted))]


def _opened(tokens: Sequence[Token], end: int) -> int:
    """在 that opens the whole, else the beginning."""
    return next((i for i in reversed(range(end)) if tokens[i].text == "在"), 0)


def _behind_of(tokens: Sequence[Token], share: int) -> Stretch:
    """share of reviews plus lawsuits | were lawsuits."""
    return share, next((i for i in range(share, len(tokens)) if tokens[i].text in _WHOLE_ENDS | PAUSES), len(tokens))


def with_summed(operands: tuple[Operand, ...], ops: tuple[Op, ...], inside: Sequence[Atom], tokens: Sequence[Token]) -> tuple[tuple[Operand, ...], tuple[Op, ...]]:
    """The part, and after it what is added up; words of the sum are used up."""
    if not inside:
        return operands, ops
    tops = tuple(replace(o, within=False) for o in operands if o.measured())
    rest = tuple(op for op in ops if op.id not in ("op.sum", "op.within"))
    return (*tops, *whole_of(inside, tops, tokens)), (*rest, Op(SUMMED, inside[0].start, "合计"))


def whole_of(inside: Sequence[Atom], tops: Sequence[Operand], tokens: Sequence[Token]) -> tuple[Operand, ...]:
    """One operand for each figure that is added up, with what only the part names."""
    parting = [i for i in range(inside[0].start, inside[-1].start) if tokens[i].text in LISTING or tokens[i].text in "加和与及跟"]
    parts = operands_of(inside, parting, [], [], binary=True, whole=True)
    top = next((o for o in tops if o.rows), tops[0] if tops else Operand())
    shared = next((o.columns for o in parts if o.columns), ())
    return tuple(_completed(o, top, shared) for o in parts)


def _completed(part: Operand, top: Operand, shared: tuple[str, ...]) -> Operand:
    rows = part.rows or top.rows or ("s3.new",)
    fits = bool(shared) and {column_family(c) for c in shared} == {family(r) for r in rows}
    columns = part.columns or (shared if fits else ())
    return replace(part, names=part.names or top.names, years=part.years or top.years, rows=rows, columns=columns, within=True)
