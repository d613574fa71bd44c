"""六大类结果, 直接起诉的四种结果: the groups of outcomes, and the ends of reviews and lawsuits, one beside the other."""

from dataclasses import replace

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measures import OUTCOMES
from handlers.answering.asked.remaining import GROUPS
from handlers.answering.words.mentions import Figure

_OF_REQUESTS = frozenset({"s3.result", "s3.result.total", "s3.new"})
_ENDS = tuple(f".{outcome}" for outcome in OUTCOMES)


def spread_out(frame: Frame) -> Frame:
    """The frame with a row for each group, or a column for each end, that its words speak of."""
    rows = frame.rows()
    if frame.has("op.ends") and rows and all(r.startswith("s4.") for r in rows) and set(frame.columns()) <= {".total"}:
        return replace(frame, operands=_as_one_block(frame, _ENDS))
    if not frame.has("op.groups") or not set(rows) <= _OF_REQUESTS or (not rows and frame.columns()):
        return frame
    first = next((o for o in frame.operands if o.rows), frame.operands[0] if frame.operands else Operand())
    columns = tuple(c for c in frame.columns() if c != "@total")
    return replace(frame, operands=(replace(first, rows=GROUPS, columns=columns, within=False),), figures=_no_kinds(frame), unclear=())


def _as_one_block(frame: Frame, columns: tuple[str, ...]) -> tuple[Operand, ...]:
    """Of reviews and lawsuits together each end is one figure."""
    both = {"s4.review", "s4.suit"} <= set(frame.rows())
    operand = replace(frame.operands[0], rows=("s4.all",) if both else frame.rows(), columns=columns, within=False)
    return (operand,)


def _no_kinds(frame: Frame) -> tuple[tuple[int, Figure], ...]:
    """六类 counts the groups, and bounds nothing."""
    return tuple((at, f) for at, f in frame.figures if f.unit not in ("类", "种"))
