"""Where a figure stands among its like: its place in a ranking, and how far the largest is from the smallest."""

from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.frames import Op
from handlers.answering.asked.measures import APPLICANTS, Measure, ancestors, children, row_parent
from handlers.answering.models import Value
from handlers.answering.operations.axis import along
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Item,
    Result,
    amount,
    missing,
    shown_value,
    value_of,
    who,
    with_unit,
)
from handlers.answering.operations.extremes import known_along
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.replies.readings import edition_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_AMONG_RESULTS = saying("reckoning.among_results")


def place(ask: Ask) -> Result:
    """1 for the largest; equals share a place. Among the bodies of the year, the years, or the kinds beside it."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    if not items:
        return Shortfall("not_understood", "nothing_to_rank")
    rivals = _rivals(ask, items)
    if isinstance(rivals, Shortfall):
        return rivals
    mine = ask.read(items[0])
    found = [r for r in map(ask.read, rivals) if r.state == "ok"]
    short = missing([mine], ask.directory)
    if short or mine.value is None or len(found) < 2:
        return short or Shortfall("not_understood", "nothing_to_rank")
    rank = 1 + sum(r.value > mine.value for r in found if r.value is not None)
    tied = "（并列）" if sum(r.value == mine.value for r in found) > 1 else ""
    head = f"{who(mine)}{mine.label}：{amount(mine)}，在 {len(found)} 个里排第 {rank}{tied}"
    ordered = sorted(found, key=lambda r: r.value or Decimal(0), reverse=True)[:10]
    lines = tuple(f"{n}：{amount(r)}" for n, r in zip(distinct_names(ordered), ordered, strict=True))
    value = Value(str(rank), "位", f"{mine.label}的名次", value_of(mine).agency, mine.year, mine.cells)
    return Answer((value, value_of(mine)), head, lines, notes_of([mine]), readings=(mine,))


def _rivals(ask: Ask, items: tuple[Item, ...]) -> tuple[Item, ...] | Shortfall:
    item = items[0]
    row, column = item.measure.row, item.measure.column
    outer = next((i.measure.row for i in items if i.measure.row in ancestors(row)), "") or ("" if _among_bodies(ask) else row_parent(row) or "")
    if row.startswith("s3.result.") and _AMONG_RESULTS.search(ask.frame.text):  # 第三方在办结里排第几
        outer = "s3.result"
    if ask.frame.has("op.which_year", "op.trend"):
        return ask.items(all_years=True)
    if column in APPLICANTS and not _among_bodies(ask):
        return tuple(replace(item, measure=Measure(row, c)) for c in APPLICANTS)
    if outer and item.place.report:
        leaves = children(outer, edition_of(item.place.report, row))
        return tuple(replace(item, measure=Measure(leaf, column)) for leaf in leaves)
    years = (Years("absolute", (item.place.year,)),) if item.place.year else ()
    open_to_all = replace(ask.frame.operands[0], names=(), years=years)
    return along(replace(ask, frame=replace(ask.frame, operands=(open_to_all,), ops=(*ask.frame.ops, Op("op.which_agency", -1, "")))))


def _among_bodies(ask: Ask) -> bool:
    return ask.frame.has("op.which_agency")


def spread(ask: Ask) -> Result:
    """最多的比最少的多多少: the largest minus the smallest."""
    known = known_along(ask)
    if isinstance(known, Shortfall):
        return known
    found = sorted(known[0], key=lambda r: r.value or Decimal(0), reverse=True)
    top, low = found[0], found[-1]
    if len(found) < 2 or top.value is None or low.value is None:
        return Shortfall("not_understood", "second_operand")
    unit = "个百分点" if top.unit == "%" else top.unit
    gap = shown_value(top.value - low.value, unit)
    names = distinct_names([top, low])
    head = f"最多的{names[0]} {amount(top)}比最少的{names[1]} {amount(low)}多 {with_unit(gap, unit)}"
    value = replace(value_of(top), value=gap, unit=unit, label="最多与最少之差", cells=(*top.cells, *low.cells), formula=f"{plain(top.value)}-{plain(low.value)}")
    return Answer((value, value_of(top), value_of(low)), head, (f"{plain(top.value)} − {plain(low.value)} = {gap}",), notes_of([top, low]), readings=(top, low))
