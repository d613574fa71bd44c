"""Which of several grew most: each one's growth from the earlier year to the later."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import ITEMS, Measure, children
from handlers.answering.models import Value, Verdict
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Item,
    Result,
    amount,
    missing,
    shown_value,
    value_of,
    with_unit,
)
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import percentage, plain

_FALLS = re.compile("[降减跌落缩少]|fell|drop|decrease|decline")
_EITHER_WAY = re.compile("增减|涨跌|升降|变化|变动|波动|变了")
_BY_RATE = re.compile("幅|率|速|猛|快|凶|狠|急|陡|百分|%|几成|percent|rate|fast")
_RATE = re.compile("[增涨降减变升跌][长减加]?的?[幅速率]|幅度|[涨增升降减跌]得|growth|rate")
_EACH = re.compile("各|分别")
_LIST_COLUMNS = frozenset({".change", ".prev_items", ".current_items", ".items"})
_SLOWEST = ("op.least", "op.which_less")
_MOVES = re.compile("变化|变动|[涨增升长降减跌缩扩变](?:[得了]|幅|速|长|加|少|降)|涨|growth|grew|rise|rose|fell|increase|decrease")


def sets_growths_side_by_side(frame: Frame) -> bool:
    """许可和处罚哪个涨得猛: several items, two years, and which of them moved most."""
    items = {(n, r, c) for o in frame.operands for n in (o.names or (None,)) for r in o.rows for c in (o.columns or ("",))}
    if _of_lists(frame, items) or _of_results(frame):
        return True
    years = _years(frame)
    asked = _asks_which(frame)
    if len(items) > 1 and len(years) > 1 and frame.has("op.growth") and _EACH.search(frame.text):
        return True
    moved = frame.has("op.growth", "op.direction") or bool(_MOVES.search(frame.text))
    return len(items) > 1 and len(years) > 1 and bool(asked) and moved and not frame.has("op.which_year", "op.list", "op.rank", "op.share")


def _asks_which(frame: Frame) -> bool:
    return frame.has("op.which_more", "op.which_less", "op.most", "op.least") or bool(re.search("[哪谁]", frame.text))


def _of_lists(frame: Frame, items: Collection[object]) -> bool:
    """行政处罚增幅和强制增幅哪个大, 增幅最大的是哪一项: lists of items whose change over the year stands in one report."""
    listed = len(items) > 1 and set(frame.rows()) <= ITEMS and set(frame.columns()) <= _LIST_COLUMNS
    all_of_them = not frame.rows() and frame.has("op.growth") and frame.has("op.which_row")
    each = frame.has("op.growth") and bool(_EACH.search(frame.text)) and not frame.has("op.than")
    set_against = each or _asks_which(frame) or frame.has("op.difference", "op.than", "op.compare")
    return (listed or all_of_them) and set_against and (each or bool(_RATE.search(frame.text))) and not frame.has("op.share", "op.sum", "op.which_year", "op.which_agency") and len(_years(frame)) < 2


def _of_results(frame: Frame) -> bool:
    """哪种处理结果2022年比2021年增加最多: each of the results, over two years of one body."""
    which = any(op.id == "op.which_row" and "结果" in op.text for op in frame.ops) and frame.rows() in ((), ("s3.result",))
    return which and len(_years(frame)) == 2 and frame.has("op.most", "op.which_more") and bool(_MOVES.search(frame.text))


def _years(frame: Frame) -> set[int]:
    return {v for o in frame.operands for y in o.years if y.kind == "absolute" for v in y.values}


def fastest(ask: Ask) -> Result | None:
    """The one that grew (fell) most, with the growth of all."""
    items = _over_the_years(ask)
    if isinstance(items, Shortfall):
        return items
    if not items:
        return None
    pairs = [(ask.read(first), ask.read(last)) for first, last in items]
    readings = [r for pair in pairs for r in pair]
    short = missing(readings, ask.directory)
    if short:
        return short
    kept = [(one, other) for one, other in pairs if one.value or (_of_results(ask.frame) and other.value and not _BY_RATE.search(ask.frame.text))]
    if len(kept) < 2 or any(incomparable(pair) for pair in kept):
        return Shortfall("not_comparable", "zero_base", (("label", pairs[0][0].label), ("notes", ""), ("source", "")))
    return _ordered(ask, kept)


def _over_the_years(ask: Ask) -> list[tuple[Item, Item]] | Shortfall:
    """(earliest, latest) of every item in every year of the question; of a list of one year what it had before and has now."""
    if not ask.frame.rows() or ask.frame.rows() == ("s3.result",):
        rows = children("s3.result") if _of_results(ask.frame) else tuple(sorted(ITEMS))
        ask = replace(ask, frame=replace(ask.frame, operands=tuple(replace(o, rows=rows) for o in ask.frame.operands or (Operand(),))))
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    years = sorted({i.place.year for i in items if i.place.year})
    if len(years) == 1:
        return _in_one_report(ask, items)
    found: dict[tuple[object, object], tuple[Item, Item]] = {}
    for item in items:
        known = ask.directory.years(item.place.agency.id)
        first, last = (replace(item, place=replace(item.place, year=y, report=known.get(y))) for y in (years[0], years[-1]))
        found.setdefault((item.place.agency, item.measure), (first, last))
    return list(found.values()) if len(years) > 1 and len(found) > 1 else []


def _in_one_report(ask: Ask, items: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Last year's number of items and this year's; where the form prints none, the report of the year before and this one."""
    pairs: dict[Item, tuple[Item, Item]] = {}
    for item in items:
        before, now = (replace(item, measure=Measure(item.measure.row, c)) for c in ("prev_items", "current_items"))
        if ask.read(before).state == "not_in_form" and item.place.year:
            year = item.place.year - 1
            now = replace(item, measure=Measure(item.measure.row, ""))
            before = replace(now, place=replace(item.place, year=year, report=ask.directory.years(item.place.agency.id).get(year)))
        pairs.setdefault(replace(now, operand=0), (before, now))
    return list(pairs.values()) if len(pairs) > 1 else []


def _ordered(ask: Ask, pairs: Sequence[tuple[Reading, Reading]]) -> Answer:
    by_rate = bool(_BY_RATE.search(ask.frame.text)) or len({r.unit for pair in pairs for r in pair}) > 1
    gaps = {id(later): (later.value or Decimal(0)) - (earlier.value or Decimal(0)) for earlier, later in pairs}
    rates = {id(later): percentage(gaps[id(later)], earlier.value or Decimal(1)) for earlier, later in pairs}
    sizes = rates if by_rate else gaps
    names = dict(zip((id(later) for _, later in pairs), distinct_names([later for _, later in pairs]), strict=True))
    slowest = ask.frame.has(*_SLOWEST) and not ask.frame.has("op.most")  # 减少最多
    swings = bool(_EITHER_WAY.search(ask.frame.text))
    falls = bool(_FALLS.search(ask.frame.text)) and not swings
    ordered = sorted(pairs, key=lambda p: abs(sizes[id(p[1])]) if swings else sizes[id(p[1])], reverse=falls == slowest)
    best = ordered[0][1]
    word = "变化" if swings else "降" if falls else "增长"
    slow = "最少" if slowest else "最多"
    units = {id(o): "%" if by_rate else o.unit for _, o in ordered}
    listed = "，".join(f"{names[id(o)]} {with_unit(shown_value(sizes[id(o)], units[id(o)]), units[id(o)])}" for _, o in ordered)
    lines = tuple(f"{names[id(o)]}：{_when(e, o)[0]} {amount(e)} → {_when(e, o)[1]} {amount(o)}" + (f"（{shown_value(rates[id(o)], '%')}%）" if e.value else "") for e, o in ordered)
    values = tuple(
        replace(value_of(o), value=shown_value(sizes[id(o)], units[id(o)]), unit=units[id(o)], label=f"{o.label}变化", cells=(*o.cells, *e.cells), formula=f"({plain(o.value)}-{plain(e.value)})" + (f"/{plain(e.value)}" if by_rate else ""))
        for e, o in ordered
    )
    readings = tuple(r for pair in ordered for r in pair)
    if _EACH.search(ask.frame.text) and not _asks_which(ask.frame):
        return Answer(values, listed, lines, notes_of(readings), readings=readings)
    if by_rate and len(pairs) == 2 and not _asks_which(ask.frame):
        return _apart(ask, [(names[id(o)], rates[id(o)], v) for _, o in pairs for v in values if v.cells[: len(o.cells)] == o.cells], lines, readings)
    return Answer(values, f"{word}{slow}的是{names[id(best)]}：{listed}", lines, notes_of(readings), readings=readings)


def _when(earlier: Reading, later: Reading) -> tuple[str, str]:
    return ("上一年", "本年") if earlier.year == later.year else (f"{earlier.year} 年", f"{later.year} 年")


def _apart(ask: Ask, sides: Sequence[tuple[str, Decimal, Value]], lines: tuple[str, ...], readings: tuple[Reading, ...]) -> Answer:
    """强制的增长率比处罚的低多少个百分点, 强制的增幅比处罚大吗: one growth less the other, in points."""
    (one, first, value), (other, second, against) = sides
    gap = first - second
    asked_lower = ask.frame.has("op.less") or any("低" in op.text or "少" in op.text.replace("多少", "") or "小" in op.text for op in ask.frame.ops if op.id in ("op.difference", "op.less"))
    sized = any("差" in op.text for op in ask.frame.ops if op.id == "op.difference")
    shown = shown_value(abs(gap) if sized else -gap if asked_lower else gap, "%")
    apart = replace(value, value=shown, unit="个百分点", label=f"{one}与{other}增幅之差", cells=(*value.cells, *against.cells), formula=f"{shown_value(first, '%')}-{shown_value(second, '%')}")
    head = f"{one}增长 {shown_value(first, '%')}%，{other}增长 {shown_value(second, '%')}%，{'高' if gap > 0 else '低'} {shown_value(abs(gap), '%')} 个百分点"
    verdict: Verdict | None = None
    if not ask.frame.has("op.difference"):
        verdict = "yes" if (gap < 0 if asked_lower or "小" in ask.frame.text else gap > 0) else "no"
        head = f"{'是' if verdict == 'yes' else '否'}。{head}"
    return Answer((apart, value, against) if verdict is None else (value, against), head, lines, notes_of(readings), verdict=verdict, readings=readings)
