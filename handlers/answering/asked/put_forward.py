"""新收61件、予以公开15件、复议40件，对吗: several figures put forward, each behind what it is said of."""

from collections.abc import Sequence
from itertools import pairwise

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.words.mentions import Figure, Mention

_ASKING = frozenset({"op.yesno", "op.check", "op.consistent"})
_BESIDE = frozenset({"op.list", "op.all", "op.back", "op.within", "op.and", "op.same", "op.exists", "op.table"})  # say nothing of the figures that is not theirs
_IN_ALL = ("总共", "一共", "共", "合计", "总计", "拢共")  # 直接起诉总共19件
_PARTS = frozenset({"%", "成", "倍", "分之", "年", "类", "种", "者"})


def ends_put_forward(atoms: Sequence[Atom], mentions: Sequence[Mention], ops: Sequence[Op], marks: Sequence[int]) -> list[int]:
    """Where each figure but the last ends, with what it is said of; [] unless every one has that and all are asked about. `marks`: pauses and 、."""
    figures = [m for m in mentions if m.figure]
    if len(figures) < 2 or not _asks_of_all(ops) or any(m.figure.unit in _PARTS for m in figures if m.figure):
        return []
    measured = [a for a in atoms if a.slot() in ("row", "column")]
    return _by_parts(figures, measured, marks) or _in_a_row(figures, measured)


def _by_parts(figures: Sequence[Mention], measured: Sequence[Atom], marks: Sequence[int]) -> list[int]:
    """收了61件申请、还有10件是部分公开的: one figure between two marks, before or behind what it is said of."""
    parted = [max((m for m in marks if m < figure.start), default=-1) for figure in figures]
    ends = [*parted[1:], min((m for m in marks if m > figures[-1].start), default=figures[-1].end)]
    each = all(any(one < a.start < other for a in measured) for one, other in zip(parted, ends, strict=True))
    return parted[1:] if len(set(parted)) == len(figures) and each and not any(a.start >= ends[-1] for a in measured) else []


def _in_a_row(figures: Sequence[Mention], measured: Sequence[Atom]) -> list[int]:
    """收了61件公开15件; 73个项目: the figure stands behind what it is said of, but for a column right behind it."""
    ends = [next((a.end for a in measured if a.start == m.end and a.slot() == "column"), m.end) for m in figures]
    stretches = zip([0, *ends], [m.start for m in figures], strict=False)
    each = all(any(one <= a.start < other for a in measured) for one, other in stretches)
    return ends[:-1] if each and not any(a.start >= ends[-1] for a in measured) else []


def several_put_forward(frame: Frame) -> bool:
    """Figures and things measured, several of each."""
    return len(frame.figures) > 1 and _asks_of_all(frame.ops) and sum(o.measured() for o in frame.operands) > 1 and not any(f.unit in _PARTS for _, f in frame.figures)


def put_forward(frame: Frame) -> list[tuple[Operand, tuple[int, Figure]]]:
    """(what is measured, the figure put forward with its place); [] unless each has one."""
    operands = [o for o in frame.operands if o.measured()]
    pairs = list(zip(operands, frame.figures, strict=False))
    ends = [(min(o.position, at), max(o.position, at)) for o, (at, _) in pairs]
    return pairs if len(operands) == len(frame.figures) and all(one[1] < other[0] for one, other in pairwise(ends)) else []


def _asks_of_all(ops: Sequence[Op]) -> bool:
    ids = {op.id for op in ops if op.id != "op.sum" or op.text not in _IN_ALL}
    return bool(ids & _ASKING) and ids <= _ASKING | _BESIDE
