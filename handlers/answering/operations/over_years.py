"""Figures over the years: series, growth, rise or fall."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import compares_shares
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import ITEMS, Measure
from handlers.answering.models import Verdict
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.base import Answer, Ask, Result, amount, missing, shown_value, value_of, with_unit
from handlers.answering.operations.differences import pair_of, round_about
from handlers.answering.operations.lookup import distinct_names, listed, notes_of
from handlers.answering.operations.shares_along import shares_along
from handlers.answering.operations.verdicts import changed
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import percentage, plain
from handlers.answering.words.speech import saying

_BEFORE = saying("reckoning.of_last_year")
_SEVERAL_YEARS = saying("reckoning.several_years")
_FALLS = saying("reckoning.fell")
_STEADILY = saying("reckoning.steadily")
_FEES = Measure("s2.art20_8.fee", "")  # in the old form a list of which the change is printed


def trend(ask: Ask) -> Result:
    """Each year's figure, oldest first, and how it moved; years that are not there are named."""
    each = _each(ask)
    if isinstance(each, Shortfall):
        return each
    readings = sorted(each, key=lambda r: (r.measure.row, r.measure.column, r.year or 0))
    readings = _one_each_year(readings)
    result = listed(ask, readings)
    if not isinstance(result, Answer):
        return result
    found = [r for r in readings if r.state == "ok"]
    if len({(r.measure, r.agency) for r in found}) == 1 and len(found) > 1:
        return replace(result, lines=(*result.lines, _movement(found[0], found[-1])))
    return result


def _each(ask: Ask) -> list[Reading] | Shortfall:
    if compares_shares(ask.frame):
        return shares_along(ask)
    items = ask.items(all_years=not any(o.years for o in ask.frame.operands))
    return items if isinstance(items, Shortfall) else [ask.read(i) for i in items]


def _one_each_year(readings: list[Reading]) -> list[Reading]:
    """A row of the old form and a sentence of later reports: each year with the one that it has."""
    found = [r for r in readings if r.state == "ok"]
    years = {(r.agency, r.year) for r in found}
    if len({r.measure for r in found}) < 2 or len(found) != len(years):
        return readings
    kept = [r for r in readings if r.state == "ok" or (r.agency, r.year) not in years]
    return sorted(kept, key=lambda r: r.year or 0)


def _movement(first: Reading, last: Reading) -> str:
    gap = (last.value or Decimal(0)) - (first.value or Decimal(0))
    if not gap:
        return f"{last.year} 年与 {first.year} 年持平"
    in_points = last.unit == "%"
    rate = f"（{shown_value(percentage(gap, first.value), '%')}%）" if first.value and not in_points else ""
    unit = "个百分点" if in_points else last.unit
    return f"{last.year} 年比 {first.year} 年{'增加' if gap > 0 else '减少'} {with_unit(shown_value(abs(gap), unit), unit)}{rate}"


def growth(ask: Ask) -> Result:
    """(later − earlier) ÷ earlier in percent; from zero there is none."""
    listed = of_a_list(ask)
    pair = listed or _two_years(ask)
    if isinstance(pair, Shortfall):
        return pair
    earlier, later = pair
    names = distinct_names([earlier, later]) if not listed else ["上一年", "本年"]
    if not earlier.value or later.value is None:
        return Shortfall("not_comparable", "growth_from_zero", (("one", f"{names[0]} {amount(earlier)}"), ("other", f"{names[1]} {amount(later)}"), ("label", earlier.label)))
    if later.unit == "%":
        return _in_points(earlier, later, names)
    rate = percentage(later.value - earlier.value, earlier.value)
    shown = -rate if rate < 0 and _asked_fall(ask) else rate
    word = "增长" if rate > 0 else "下降" if rate < 0 else "持平，增长"
    value = replace(value_of(later), value=shown_value(shown, "%"), unit="%", label=f"{later.label}{names[1]}比{names[0]}{word}", cells=(*later.cells, *earlier.cells), formula=f"({plain(later.value)}-{plain(earlier.value)})/{plain(earlier.value)}")
    place = later.agency.name if later.agency else ""
    head = f"{place} {later.label}：{names[1]}比{names[0]}{word} {shown_value(abs(rate), '%')}%"
    line = f"{names[0]} {amount(earlier)} → {names[1]} {amount(later)}，({plain(later.value)} − {plain(earlier.value)}) ÷ {plain(earlier.value)}"
    return Answer((value,), head, (line,), notes_of(pair), also=(value_of(earlier), value_of(later)), readings=(earlier, later))


def _in_points(earlier: Reading, later: Reading, names: Sequence[str]) -> Answer:
    """A rate rises or falls by percentage points."""
    gap = (later.value or Decimal(0)) - (earlier.value or Decimal(0))
    size = shown_value(abs(gap), "%")
    word = "高" if gap > 0 else "低"
    formula = f"{shown_value(later.value, '%')}-{shown_value(earlier.value, '%')}"
    value = replace(value_of(later), value=shown_value(gap, "%"), unit="个百分点", label=f"{later.label}{names[1]}与{names[0]}之差", cells=(*later.cells, *earlier.cells), formula=formula)
    head = f"{later.agency.name if later.agency else ''} {later.label}：{names[1]}比{names[0]}{word} {size} 个百分点"
    lines = (f"{names[0]} {amount(earlier)} → {names[1]} {amount(later)}",)
    return Answer((value,), head, lines, notes_of((earlier, later)), also=(value_of(earlier), value_of(later)), readings=(earlier, later))


def of_a_list(ask: Ask) -> tuple[Reading, Reading] | None:
    """收费项目比上一年减了百分之几: last year's number and this year's stand in one report."""
    items = ask.items()
    if isinstance(items, Shortfall) or len(items) != 1 or (items[0].measure.column not in ("change", "prev_items", "current_items") and items[0].measure != _FEES):
        return None
    earlier, later = (ask.read(replace(items[0], measure=Measure(items[0].measure.row, c))) for c in ("prev_items", "current_items"))
    return (earlier, later) if earlier.state == later.state == "ok" else None


def of_last_year(frame: Frame) -> bool:
    """增减占上年的百分比, 减掉的占原来的几成: the change of a list as a part of what it was."""
    return frame.has("op.share") and frame.columns() == (".change",) and set(frame.rows()) <= ITEMS and bool(_BEFORE.search(frame.text))


def _asked_fall(ask: Ask) -> bool:
    words = "".join(op.text for op in ask.frame.ops if op.id in ("op.growth", "op.difference")) + (ask.frame.text if of_last_year(ask.frame) else "")
    return bool(_FALLS.search(words)) or (of_last_year(ask.frame) and ask.frame.elliptic)


def direction(ask: Ask) -> Result:
    """Rose or fell, with both figures; a net change row speaks for itself."""
    if _SEVERAL_YEARS.search(ask.frame.text) and not any(o.years for o in ask.frame.operands) and not ask.frame.has("op.yesno"):
        return trend(ask)
    own = _own_change(ask)
    if own:
        return own
    pair = _two_years(ask)
    if isinstance(pair, Shortfall):
        return pair
    earlier, later = pair
    names = distinct_names([earlier, later])
    gap = (later.value or Decimal(0)) - (earlier.value or Decimal(0))
    word = "持平" if not gap else "上升（增加）" if gap > 0 else "下降（减少）"
    place = later.agency.name if later.agency else ""
    unit = "个百分点" if later.unit == "%" else later.unit
    size = f" {with_unit(shown_value(abs(gap), unit), unit)}" if gap else ""
    head = f"{place} {later.label}：{names[1]}比{names[0]}{word}{size}"
    value = replace(value_of(later), value=shown_value(gap, unit), unit=unit, label=f"{later.label}{names[1]}比{names[0]}{word}", cells=(*later.cells, *earlier.cells), formula=f"{plain(later.value)}-{plain(earlier.value)}")
    line = f"{names[0]} {amount(earlier)} → {names[1]} {amount(later)}"
    verdict = _verdict(ask, gap)
    return Answer((value, value_of(later), value_of(earlier)), head, (line,), notes_of(pair), verdict=verdict, readings=(earlier, later))


def _own_change(ask: Ask) -> Result | None:
    """收费是不是减少了: the old form prints by how many items; None where it does not or several figures are asked for."""
    items = ask.items()
    if isinstance(items, Shortfall) or len(items) != 1 or items[0].measure != _FEES:
        return None
    reading = ask.read(replace(items[0], measure=Measure("s2.art20_8.fee", "change")))
    return changed(ask, reading) if reading.state == "ok" else None


def _verdict(ask: Ask, gap: Decimal) -> Verdict | None:
    text = "".join(op.text for op in ask.frame.ops if op.id in ("op.direction", "op.growth", "op.more", "op.less"))
    if not ask.frame.has("op.yesno", "op.exists") and "是不是" not in text and "有没有" not in text:
        return None
    falls = any(c in text for c in "少降减低")
    return "yes" if (gap < 0) == falls and gap else "no"


def _two_years(ask: Ask) -> tuple[Reading, Reading] | Shortfall:
    """(earlier, later) of two figures that may be set against each other."""
    pair = pair_of(ask)
    if isinstance(pair, Shortfall):
        return pair
    if len(pair) < 2:
        return Shortfall("not_understood", "growth_of_what")
    earlier, later = _base_and_other(ask, pair[:2])
    return missing((earlier, later), ask.directory) or incomparable((earlier, later)) or (earlier, later)


def _base_and_other(ask: Ask, pair: Sequence[Reading]) -> tuple[Reading, Reading]:
    """Of one item the earlier year is the base; of two things (结转下年的比上年结转的) the one behind 比, whichever year."""
    one, other = pair
    alike = one.measure == other.measure and one.agency == other.agency
    places = [o.position for o in ask.frame.operands]
    against = any(op.id == "op.than" and op.position > places[0] for op in ask.frame.ops)
    between = len(places) > 1 and any(op.id == "op.than" and op.text in ("比", "较") and places[0] < op.position < places[1] for op in ask.frame.ops)
    if (not alike and against) or (between and not round_about(ask.frame.text)):
        return other, one
    return (one, other) if (one.year or 0) <= (other.year or 0) else (other, one)


def year_after_year(frame: Frame) -> bool:
    """部分公开是逐年上升吗: over every year there is, when none is named."""
    one = len(frame.rows()) == 1 and len({n.agencies for o in frame.operands for n in o.names}) == 1
    return one and not any(o.years for o in frame.operands) and bool(_STEADILY.search(frame.text))


def steadily(ask: Ask) -> Result:
    """年年往上走吗: yes when every year is above (for 少, below) the one before."""
    items = ask.items(all_years=not any(o.years for o in ask.frame.operands))
    if isinstance(items, Shortfall):
        return items
    readings = sorted((ask.read(i) for i in items), key=lambda r: r.year or 0)
    readings = [r for r in readings if r.state != "not_in_form"] or readings
    short = missing(readings, ask.directory)
    if short or len({(r.measure, r.agency) for r in readings}) != 1:
        return short or Shortfall("not_understood", "growth_of_what")
    falls = bool(re.search("[少降减跌低]|往下", ask.frame.text))
    values = [r.value or Decimal(0) for r in readings]
    held = all(b < a if falls else b > a for a, b in pairwise(values))
    listed = "，".join(f"{r.year} 年 {amount(r)}" for r in readings)
    head = f"{'是' if held else '否'}。{readings[0].agency.name if readings[0].agency else ''} {readings[0].label}：{listed}"
    return Answer(tuple(map(value_of, readings)), head, (), notes_of(readings), verdict="yes" if held else "no", readings=tuple(readings))
