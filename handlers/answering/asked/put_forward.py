"""新收61件、予以公开15件、复议40件，对吗: several figures put forward, each behind what it is said of."""

from collections.abc import Sequence
from itertools import pairwise

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.words.mentions import Figure, Mention

_ASKING = frozenset({"op.yesno", "op.check", "op.consistent"})
_BESIDE = frozenset({"op.list", "op.all", "op.back", "op.within", "op.and", "op.same", "op.exists", "op.table"})  # say nothing of the figures that is not theirs
_PARTS = frozenset({"%", "成", "倍", "分之", "年", "类", "种", "者"})


def ends_put_forward(atoms: Sequence[Atom], mentions: Sequence[Mention], ops: Sequence[Op]) -> list[int]:
    """Where each figure but the last ends; [] unless every one stands behind something measured of its own and all are asked about."""
    figures = [m for m in mentions if m.figure]
    ids = {op.id for op in ops}
    if len(figures) < 2 or not ids & _ASKING or not ids <= _ASKING | _BESIDE or any(m.figure.unit in _PARTS for m in figures if m.figure):
        return []
    measured = [a.start for a in atoms if a.slot() in ("row", "column")]
    bounds = [-1, *(m.start for m in figures)]
    each = all(any(one < at < other for at in measured) for one, other in pairwise(bounds))
    return [m.end for m in figures[:-1]] if each and not any(at > bounds[-1] for at in measured) else []


def put_forward(frame: Frame) -> list[tuple[Operand, tuple[int, Figure]]]:
    """(what is measured, the figure put forward with its place); [] unless there are several and each has one."""
    ids = {op.id for op in frame.ops}
    operands = [o for o in frame.operands if o.measured()]
    alternate = all(o.position < at for o, (at, _) in zip(operands, frame.figures, strict=False))
    apart = all(at < o.position for (at, _), o in zip(frame.figures, operands[1:], strict=False))
    fits = len(operands) == len(frame.figures) > 1 and alternate and apart and ids & _ASKING and ids <= _ASKING | _BESIDE
    return list(zip(operands, frame.figures, strict=True)) if fits else []
