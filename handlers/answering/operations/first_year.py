"""In which year something first, or last, was not nought."""

from dataclasses import replace

from handlers.answering.asked.asking import asks_amount, names_several
from handlers.answering.asked.frames import Frame, Op
from handlers.answering.operations.base import Answer, Ask, Result, amount, value_of
from handlers.answering.operations.conditions import condition, spaced
from handlers.answering.operations.extremes import known_along
from handlers.answering.operations.lookup import notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.speech import saying

_YEAR = saying("reckoning.which_of_the_years")
_SINCE_WHEN = saying("reckoning.since_when")
_SINCE = ("最早", "最先")  # 最早哪年 asks for the oldest report where nothing is measured


def asks_first(frame: Frame) -> bool:
    """平潭哪年第一次有官司, 最后一次有复议是哪年."""
    told = frame.has("op.first", "op.last") or any(op.id == "op.coverage" and op.text.startswith(_SINCE) for op in frame.ops)
    return told and frame.measured() and frame.strong and bool(_YEAR.search(frame.text)) and not names_several(frame) and not frame.figures and not asks_amount(frame)


def asks_since_when(frame: Frame) -> bool:
    """哪年起处罚过千, 哪一年予以公开首次超过二十件: the first year past a bound."""
    bounded = frame.has("op.above", "op.below") and len(frame.figures) == 1
    return bounded and frame.measured() and bool(_SINCE_WHEN.search(frame.text)) and not names_several(frame) and not frame.has("op.which_agency")


def since_when(ask: Ask) -> Result | None:
    """The first year past the bound, the later ones beside it; None where no year passes it, or figures cannot be read of earlier years."""
    ops = tuple(op for op in ask.frame.ops if op.id != "op.first")
    known = known_along(replace(ask, frame=replace(ask.frame, ops=(*ops, Op("op.which_year", -1, "哪年")))))
    if isinstance(known, Shortfall):
        return known
    test, words = condition(ask, known[0][0].unit)
    past = sorted((r for r in known[0] if r.value is not None and r.year and test(r.value)), key=lambda r: r.year or 0)
    if not past or len({r.agency for r in past}) > 1:
        return None
    unread = tuple(f"{r.year} 年的数没有计入" for r in known[1] if (r.year or 0) < (past[0].year or 0))
    others = "、".join(f"{r.year} 年 {amount(r)}" for r in past[1:])
    lines = (f"其他{spaced(words)}的年份：{others}",) if others else ()
    head = f"{past[0].agency.name if past[0].agency else ''}{past[0].label}最早{spaced(words)}的是 {past[0].year} 年：{amount(past[0])}（在收录的报告里）"
    return Answer(tuple(map(value_of, past)), head, lines, (*unread, *notes_of(past)), readings=tuple(past))


def first(ask: Ask) -> Result:
    """The year, the figure of it, and the other years that have one."""
    along_years = replace(ask, frame=replace(ask.frame, ops=(*ask.frame.ops, Op("op.which_year", -1, "哪年"))))
    known = known_along(along_years)
    if isinstance(known, Shortfall):
        return known
    late = ask.frame.has("op.last")
    found = sorted((r for r in known[0] if r.value and r.year), key=lambda r: r.year or 0, reverse=late)
    if not found or len({r.agency for r in found}) > 1:
        return Shortfall("not_understood", "nothing_to_rank")
    one = found[0]
    where = one.agency.name if one.agency else ""
    others = "、".join(f"{r.year} 年 {amount(r)}" for r in found[1:])
    lines = (f"其他不为 0 的年份：{others}",) if others else ()
    head = f"{where}{one.label}不为 0 {'最晚' if late else '最早'}的是 {one.year} 年：{amount(one)}（在收录的报告里）"
    return Answer((value_of(one),), head, lines, notes_of(found[:1]), readings=tuple(found))
