"""Which of several grew most: each one's growth from the earlier year to the later."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.frames import Frame
from handlers.answering.measured import Reading, percentage, plain
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
from handlers.answering.scope import Shortfall

_FALLS = re.compile("[降减跌落缩少]|fell|drop|decrease|decline")
_BY_RATE = re.compile("幅|率|速|猛|快|凶|狠|急|陡|百分|%|几成|percent|rate|fast")
_SLOWEST = ("op.least", "op.which_less")
_MOVES = re.compile("[涨增升长降减跌缩扩变](?:[得了]|幅|速|长|加|少|降)|涨|growth|grew|rise|rose|fell|increase|decrease")


def sets_growths_side_by_side(frame: Frame) -> bool:
    """许可和处罚哪个涨得猛: several items, two years, and which of them moved most."""
    items = {(n, r, c) for o in frame.operands for n in (o.names or (None,)) for r in o.rows for c in (o.columns or ("",))}
    years = {v for o in frame.operands for y in o.years if y.kind == "absolute" for v in y.values}
    asked = frame.has("op.which_more", "op.most", "op.least", "op.which_less") or re.search("[哪谁]", frame.text)
    moved = frame.has("op.growth", "op.direction") or bool(_MOVES.search(frame.text))
    return len(items) > 1 and len(years) > 1 and bool(asked) and moved and not frame.has("op.which_year", "op.list", "op.rank", "op.share")


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
    kept = [(one, other) for one, other in pairs if one.value]
    if len(kept) < 2 or any(incomparable(pair) for pair in kept):
        return Shortfall("not_comparable", "zero_base", (("label", pairs[0][0].label), ("notes", ""), ("source", "")))
    return _ordered(ask, kept)


def _over_the_years(ask: Ask) -> list[tuple[Item, Item]] | Shortfall:
    """(earliest, latest) of every item in every year of the question."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    years = sorted({i.place.year for i in items if i.place.year})
    found: dict[tuple[object, object], tuple[Item, Item]] = {}
    for item in items:
        known = ask.directory.years(item.place.agency.id)
        first, last = (replace(item, place=replace(item.place, year=y, report=known.get(y))) for y in (years[0], years[-1]))
        found.setdefault((item.place.agency, item.measure), (first, last))
    return list(found.values()) if len(years) > 1 and len(found) > 1 else []


def _ordered(ask: Ask, pairs: Sequence[tuple[Reading, Reading]]) -> Answer:
    by_rate = bool(_BY_RATE.search(ask.frame.text)) or len({r.unit for pair in pairs for r in pair}) > 1
    gaps = {id(later): (later.value or Decimal(0)) - (earlier.value or Decimal(0)) for earlier, later in pairs}
    rates = {id(later): percentage(gaps[id(later)], earlier.value or Decimal(1)) for earlier, later in pairs}
    sizes = rates if by_rate else gaps
    names = dict(zip((id(later) for _, later in pairs), distinct_names([later for _, later in pairs]), strict=True))
    falls = bool(_FALLS.search(ask.frame.text))
    ordered = sorted(pairs, key=lambda p: sizes[id(p[1])], reverse=falls == ask.frame.has(*_SLOWEST))
    best = ordered[0][1]
    word = "降" if falls else "增长"
    slow = "最少" if ask.frame.has(*_SLOWEST) else "最多"
    units = {id(o): "%" if by_rate else o.unit for _, o in ordered}
    listed = "，".join(f"{names[id(o)]} {with_unit(shown_value(sizes[id(o)], units[id(o)]), units[id(o)])}" for _, o in ordered)
    lines = tuple(f"{names[id(o)]}：{e.year} 年 {amount(e)} → {o.year} 年 {amount(o)}（{shown_value(rates[id(o)], '%')}%）" for e, o in ordered)
    values = tuple(
        replace(value_of(o), value=shown_value(sizes[id(o)], units[id(o)]), unit=units[id(o)], label=f"{o.label}变化", cells=(*o.cells, *e.cells), formula=f"({plain(o.value)}-{plain(e.value)})" + (f"/{plain(e.value)}" if by_rate else ""))
        for e, o in ordered
    )
    readings = tuple(r for pair in ordered for r in pair)
    return Answer(values, f"{word}{slow}的是{names[id(best)]}：{listed}", lines, notes_of(readings), readings=readings)
