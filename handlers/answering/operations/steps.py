"""哪年涨得最多，涨了几件: one figure over the years, each year against the one before."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.leftovers import figures_named
from handlers.answering.asked.measured import Reading
from handlers.answering.models import Value
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.base import Answer, Ask, Result, amount, shown_value, value_of, with_unit
from handlers.answering.operations.lookup import notes_of, shortfall_note
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import percentage, plain
from handlers.answering.words.speech import saying

_MOVED = saying("reckoning.moved")
_A_YEAR = saying("reckoning.a_year")
_OF_CASES, _OF_ITEMS = saying("reckoning.of_cases"), saying("reckoning.of_items")
_FALLS = saying("reckoning.falls")
_BY_RATE = saying("reckoning.by_rate")
_YEARLY = saying("reckoning.moved_yearly")
_FEWER = saying("reckoning.fewer_than_before")
_OTHERWISE = ("op.most", "op.least", "op.rank", "op.top", "op.nth", "op.first", "op.last", "op.share", "op.trend", "op.which_agency")


def asks_biggest_step(frame: Frame) -> bool:
    """One figure, and the year in which it moved most."""
    moved = _what_moved(frame)
    items = {(r, o.columns) for o in moved for r in o.rows}
    one = len(items) == 1 and len({o.names for o in moved}) == 1
    return one and not any(".change" in columns for _, columns in items) and bool(_MOVED.search(frame.text)) and bool(_A_YEAR.search(frame.text)) and figures_named(frame) < 30


def _what_moved(frame: Frame) -> tuple[Operand, ...]:
    """处罚决定涨得最多: the verb beside a figure is no column 本年增/减."""
    if _OF_CASES.search(frame.text) and not _OF_ITEMS.search(frame.text):
        return tuple(replace(o, columns=tuple(c for c in o.columns if c != ".change")) for o in frame.operands)
    still = tuple(o for o in frame.operands if o.columns != (".change",))
    return still if any(o.rows for o in still) else frame.operands


def biggest_step(ask: Ask) -> Result | None:
    """The year that rose (fell) most above the year before, by how much; None when two years are not to be had."""
    ask = replace(ask, frame=replace(ask.frame, operands=_what_moved(ask.frame)))
    known, absent = _over_the_years(ask)
    steps = _steps(known)
    return _answer(ask, steps, absent) if steps else None


def asks_which_years_moved(frame: Frame) -> bool:
    """哪几年新收比上年少, 哪年予以公开降了: one figure, and the years that lie below (above) the one before."""
    moved = _without_column(frame)
    one = len({(r, o.columns) for o in moved for r in o.rows}) == 1 and len({o.names for o in moved if o.names}) == 1
    return one and frame.has("op.which_year") and bool(_YEARLY.search(frame.text)) and not frame.has(*_OTHERWISE) and not frame.figures


def _without_column(frame: Frame) -> tuple[Operand, ...]:
    """予以公开降了: the verb is no column 本年增/减; 上年 is the year before each."""
    return tuple(replace(o, years=tuple(y for y in o.years if y.kind != "previous"), columns=tuple(c for c in o.columns if c != ".change")) for o in frame.operands if o.rows)


def years_moved(ask: Ask) -> Result | None:
    """Every year that rose (fell) against the one before, with both figures; None when two years are not to be had."""
    ask = replace(ask, frame=replace(ask.frame, operands=_without_column(ask.frame)[:1]))
    known, absent = _over_the_years(ask)
    steps = _steps(known)
    if not steps:
        return None
    said = _YEARLY.search(ask.frame.text)
    falls = bool(said and _FEWER.search(said[0]))
    moved = [s for s in steps if (_gap(s) < 0 if falls else _gap(s) > 0)]
    later = [b for _, b in moved]
    first = steps[0][1]
    word = "减少" if falls else "增加"
    listed = "、".join(f"{b.year} 年" for b in later) or "没有"
    head = f"{first.agency.name if first.agency else ''} {first.label}比上一年{word}的：{listed}"
    lines = tuple(f"{a.year} 年 {amount(a)} → {b.year} 年 {amount(b)}" for a, b in steps)
    values = tuple(map(value_of, later)) or (Value("0", "年", f"比上一年{word}的年份"),)
    return Answer(values, head, lines, (*absent, *notes_of(known)), readings=tuple(dict.fromkeys(r for s in steps for r in s)))


def _over_the_years(ask: Ask) -> tuple[list[Reading], tuple[str, ...]]:
    """(figures, oldest first, what is told of those that are missing)."""
    items = ask.items(all_years=not any(o.years for o in ask.frame.operands))
    readings = [] if isinstance(items, Shortfall) else sorted((ask.read(i) for i in items), key=lambda r: r.year or 0)
    known = [r for r in readings if r.state == "ok"]
    return known, tuple(f"没有计入：{r.year} 年{shortfall_note(r.label, r)}" for r in readings if r.state not in ("ok", "not_in_form", "not_printed"))


def _steps(known: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    """Each year with the one before it, where the two may be compared."""
    if len({r.agency for r in known}) != 1:
        return []
    return [(a, b) for a, b in pairwise(known) if (b.year or 0) - (a.year or 0) == 1 and a.grade == b.grade and not incomparable([a, b])]


def _gap(step: tuple[Reading, Reading]) -> Decimal:
    return (step[1].value or Decimal(0)) - (step[0].value or Decimal(0))


def _answer(ask: Ask, steps: Sequence[tuple[Reading, Reading]], absent: Sequence[str]) -> Result:
    by_rate, falls = bool(_BY_RATE.search(ask.frame.text)), bool(_FALLS.search(ask.frame.text))
    measured = [s for s in steps if s[0].value] if by_rate else steps
    sizes = {id(s): percentage(_gap(s), s[0].value) if by_rate and s[0].value else _gap(s) for s in measured}
    best = (min if falls else max)(measured, key=lambda s: sizes[id(s)], default=None)
    if best is None or (sizes[id(best)] < 0) != falls or not sizes[id(best)]:
        return Shortfall("not_understood", "nothing_to_rank")
    earlier, later = best
    tied = [str(s[1].year) for s in measured if sizes[id(s)] == sizes[id(best)]]
    size = with_unit(shown_value(abs(_gap(best)), later.unit), later.unit)
    rate = f"（{shown_value(percentage(_gap(best), earlier.value), '%')}%）" if earlier.value else ""
    value = replace(value_of(later), value=shown_value(abs(_gap(best)), later.unit), label=f"{later.label}比上一年{'减少' if falls else '增加'}", cells=(*later.cells, *earlier.cells), formula=f"{plain(later.value)}-{plain(earlier.value)}")
    place = later.agency.name if later.agency else ""
    head = f"{place} {later.label}{'降' if falls else '涨'}得最多的是 {'、'.join(tied)} 年：比上一年{'减少' if falls else '增加'} {size}{rate}"
    lines = tuple(f"{a.year} 年 {amount(a)} → {b.year} 年 {amount(b)}" for a, b in steps)
    return Answer((value, value_of(later)), head, lines, (*absent, *notes_of(best)), readings=tuple(dict.fromkeys(r for s in steps for r in s)))
