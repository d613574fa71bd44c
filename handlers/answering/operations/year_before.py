"""Set against the year before: 处罚比上年少了多少 with no year said, and a year before of which there is no report."""

from dataclasses import replace

from handlers.answering.asked.measures import ITEMS, Measure
from handlers.answering.operations.base import Ask
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.mentions import Years

_HOW = ("op.difference", "op.growth", "op.direction", "op.more", "op.less")
_BEFORE = Years("previous", ())


def against_year_before(ask: Ask) -> Ask:
    """比上年 with no year said here or earlier: the year before that of the report that is taken by default, not before today."""
    operands = ask.frame.operands
    later = [o for o in operands if _BEFORE in o.years]
    if not ask.frame.has("op.than", "op.ratio") or ask.frame.has("op.which_year") or len(later) != 1 or {y for o in operands for y in o.years} != {_BEFORE} or len({o.rows for o in operands if o.rows}) != 1:
        return ask
    first = replace(operands[0], years=(), rows=ask.frame.rows(), columns=operands[0].columns or later[0].columns)
    scope = ask.scope(first)
    if isinstance(scope, Shortfall) or len(scope.places) != 1 or not scope.places[0].year:
        return ask
    year = scope.places[0].year
    there = max((op.position for op in ask.frame.ops if op.id in ("op.than", "op.ratio")), default=0)
    pair = (replace(first, years=(_only(year),)), replace(first, years=(_only(year - 1),), position=max(there, first.position) + 1))
    return replace(ask, frame=replace(ask.frame, operands=pair))


def _only(year: int) -> Years:
    return Years("absolute", (year,))


def printed_change(ask: Ask) -> Ask:
    """邓州2020年处罚比上年少几项 with no report of 2019: the form of 2020 prints by how many items the list changed."""
    if not ask.frame.has("op.than", *_HOW) or ask.frame.has("op.which_more", "op.which_less", "op.which_year", "op.list"):
        return ask
    row = ask.frame.rows()
    items = set(ask.frame.columns()) <= {".prev_items", ".items"} and "决定" not in ask.frame.text  # decisions have no such column
    tried = replace(ask, defaults=[], echoes=[])  # nothing is remembered of what is only tried
    years = _this_and_before(tried) if len(row) == 1 and row[0] in ITEMS and items else ()
    if not years:
        return ask
    ask.defaults.extend(d for d in tried.defaults if d not in ask.defaults)
    operand = replace(ask.frame.operands[0], columns=(".change",), years=years)
    return replace(ask, frame=replace(ask.frame, operands=(operand,)))


def _this_and_before(ask: Ask) -> tuple[Years, ...]:
    """The year said as the only one that has a report, the other being the year before it; () where it is otherwise or the report prints no change."""
    scopes = [ask.scope(o) for o in ask.frame.operands]
    places = [p for s in scopes if not isinstance(s, Shortfall) for p in s.places]
    held = {p.year for p in places if p.report}
    if any(isinstance(s, Shortfall) for s in scopes) or len({p.agency for p in places}) != 1 or len(held) != 1:
        return ()
    place = next(p for p in places if p.report)
    before = (place.year or 0) - 1
    told = len(places) == 2 and {p.year for p in places if not p.report} == {before}
    by_default = len(places) == 1 and ask.frame.has("op.growth", "op.direction") and before not in ask.directory.years(place.agency.id)
    change = ask.reader.read(place.report, Measure(ask.frame.rows()[0], "change")) if place.report and ask.frame.rows() else None
    if not (told or by_default) or change is None or change.state != "ok":
        return ()
    return (_only(place.year or 0),)

