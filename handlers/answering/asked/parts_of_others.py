"""不到2021年的一半, 比上年多了三成: one item held against a part of the same item of another year or body."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.leftovers import asks_number
from handlers.answering.asked.measures import ancestors, family
from handlers.answering.words.mentions import Figure
from handlers.answering.words.speech import saying

_PART_OF = saying("reckoning.part_of_other")
_PART_OF_YEAR = saying("reckoning.part_of_year")
_LISTED = saying("reckoning.parts_listed")
_MOVED_BY = saying("reckoning.moved_by_part")
_HALF = saying("reckoning.half_or_fraction")
_FALLS = saying("reckoning.fell")
_SHORT_OF = saying("reckoning.short_of")
_BEYOND = saying("reckoning.beyond")
_VERBS = ("op.difference", "op.above", "op.below", "op.more", "op.less")
_LAST = 10**6  # a position behind every word
_DIGITS = " 一二三四五六七八九十"


def against_part(frame: Frame) -> Frame:
    """一半, 三分之一 of the other figure as a number of tenths; 多了三成 between two figures as the growth from the one to the other."""
    frame = _side_by_side(frame)
    if not of_two_places(frame.operands):
        return _not_held(frame)
    if not (moved := _moved(frame)) and not _PART_OF.search(frame.text):
        return frame
    said = None if frame.figures else _HALF.search(frame.text)
    half = frame.op("op.half")
    figures = ((half.position if half else _LAST, Figure(_tenths(said["below"], said["above"]), "成")),) if said else frame.figures
    ops = tuple(op for op in frame.ops if not (said and op.id == "op.half") and not (moved and op.id in _VERBS))
    return replace(frame, figures=figures, ops=(*ops, *_growth(moved, frame.text)))


def _growth(moved: str, text: str) -> tuple[Op, ...]:
    """多了三成吗 asks for that much at least, 少了不到一半 for less."""
    if not moved:
        return ()
    bound = Op("op.below", -1, "不到") if _SHORT_OF.search(text) else Op("op.above", -1, "超过" if _BEYOND.search(text) else "至少")
    return bound, Op("op.growth", -1, "少了百分之" if _FALLS.search(moved) else "多了百分之")


def _side_by_side(frame: Frame) -> Frame:
    """部分公开是予以公开的六成吗: two rows that nothing lists are no list."""
    one = frame.only()
    if len(one.rows) != 2 or len(one.columns) > 1 or len(one.names) > 1 or not _PART_OF.search(frame.text) or _LISTED.search(frame.text) or frame.has("op.share", "op.sum", "op.and", "op.list"):
        return frame
    return replace(frame, operands=tuple(replace(one, rows=(row,), position=one.position + n) for n, row in enumerate(one.rows)))


def _not_held(frame: Frame) -> Frame:
    """两项加起来不到2021年的一半, 公开率是2021年的八成: what is no single figure of two years is not held against a part of one."""
    found, years = _PART_OF_YEAR.search(frame.text), {v for o in frame.operands for y in o.years for v in y.values}
    held = found and len(years) > 1 and (frame.figures or frame.has("op.half")) and not frame.has("op.share")
    return replace(frame, unknown=(*frame.unknown, found[0])) if held and found else frame


def of_two_places(operands: Sequence[Operand]) -> bool:
    """One item twice, of two years or of two bodies; rates are parts already."""
    if len(operands) != 2:
        return False
    one, other = operands
    alike = len(one.rows) == 1 and (one.rows, one.columns) == (other.rows, other.columns) and len(one.columns) < 2
    single = all(len(o.names) < 2 and len(o.years) < 2 for o in operands)
    return alike and single and (one.names, one.years) != (other.names, other.years) and family(one.rows[0]) != "rate"


def part_of_the_other(frame: Frame) -> bool:
    """跌到2021年的几成, 不足淮安的两成: what stands behind is the whole."""
    operands = [o for o in frame.operands if o.rows]
    held = of_two_places(operands) or (_of_two_figures(operands) and not frame.has("op.sum", "op.and"))
    return held and bool(_PART_OF.search(frame.text)) and not frame.has("op.than", "op.which_more", "op.which_less", "op.list", "op.compare")


def _of_two_figures(operands: Sequence[Operand]) -> bool:
    """复议纠正是维持的三成: two figures of one report, of which neither holds the other."""
    if len(operands) != 2 or any(o.within or len(o.rows) != 1 or family(o.rows[0]) == "rate" for o in operands):
        return False
    one, other = operands
    whole = one.rows[0] in ancestors(other.rows[0]) or (one.rows == other.rows and not (one.columns and other.columns))
    return (one.names, one.years) == (other.names, other.years) and (one.rows, one.columns) != (other.rows, other.columns) and not whole


def _moved(frame: Frame) -> str:
    """多了三成 of 比2021年多了三成; '' where nothing is set against the other by 比, growth is said or a figure is asked for."""
    found = _MOVED_BY.search(frame.text) if frame.has("op.than") and not frame.has("op.growth") and not asks_number(frame.text) else None
    return found[0] if found else ""


def _tenths(below: str | None, above: str | None) -> Decimal:
    return Decimal(10) * _DIGITS.index(above) / _DIGITS.index(below) if below and above else Decimal(5)
