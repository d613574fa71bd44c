"""One figure set against another: by how much, and how far from a number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import against_mean
from handlers.answering.asked.measured import Reading, combined
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.axis import along
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Item,
    Result,
    amount,
    common,
    missing,
    shown_value,
    value_of,
    who,
    with_unit,
)
from handlers.answering.operations.conditions import in_unit
from handlers.answering.operations.lookup import distinct_names, lookup, notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.mentions import Years

_ROUND_ABOUT = re.compile("(?:和|跟|与|同|比起)[^,，和跟与同]{1,14}(?<!对)(?:相?比|比较|比起来|相较)[,，]")  # 和2021年比，2022年多出几件


def round_about(text: str) -> bool:
    """和2021年比，2022年多出几件: what is set against stands first, and nothing of its kind before it."""
    found = _ROUND_ABOUT.search(text)
    if not found:
        return False
    before, after = text[: found.start()], text[found.end():]
    by_year = re.search("年|\\d{4}", found[0])
    return bool(re.search("年|\\d{4}", after)) and not re.search("年|\\d{4}", before) if by_year else len(before) < 3


def difference(ask: Ask) -> Result:
    """First minus second; what was asked as 少 is second minus first; 相差 is without a sign."""
    pair = pair_of(ask)
    if isinstance(pair, Shortfall):
        return pair
    if len(pair) < 2 and (len(ask.frame.operands) > 1 or (ask.frame.has("op.than") and all(r.measure.column != "change" for r in pair))):
        return Shortfall("not_understood", "second_operand")
    two_rows = len({r.measure.row for r in pair}) > 1
    apart = two_rows and (ask.frame.has("op.than") or any("差" in op.text for op in ask.frame.ops if op.id == "op.difference"))
    if len(pair) < 2 or (all(r.measure.column == "change" for r in pair) and not apart):
        return lookup(ask)
    short = missing(pair, ask.directory) or incomparable(pair)
    if short:
        return short
    one, other = _later_first(ask, pair[:2])
    pair = [one, other]
    gap = (one.value or Decimal(0)) - (other.value or Decimal(0))
    names = [f"{one.year} 年", other.label] if against_mean(ask.frame) and one.agency == other.agency else distinct_names(pair[:2])
    words = f"{names[0]} {amount(one)}，{names[1]} {amount(other)}"
    unit = "个百分点" if one.unit == "%" else one.unit
    size = with_unit(shown_value(abs(gap), unit), unit)
    verdict = "两者相等" if not gap else f"{names[0]}比{names[1]}{'多' if gap > 0 else '少'} {size}"
    value = _signed(ask, gap)
    terms = [shown_value(r.value, r.unit) for r in pair]
    computed = replace(value_of(one), value=shown_value(value, unit), unit=unit, label=f"{names[0]}与{names[1]}之差", cells=(*one.cells, *other.cells), formula="-".join(terms))
    head = f"{common(pair)}{verdict}"
    return Answer((computed, value_of(one), value_of(other)), head, (words, f"{' − '.join(terms)} = {shown_value(gap, unit)}"), notes_of(pair), readings=tuple(pair[:2]))


def between_bodies(frame: Frame) -> bool:
    """2024年两家新收相差多少: the two bodies that have a report of that year."""
    return frame.measured() and any(op.id == "op.which_agency" and op.text[:1] in ("两", "俩") for op in frame.ops) and not any(o.names for o in frame.operands)


def _later_first(ask: Ask, pair: Sequence[Reading]) -> tuple[Reading, Reading]:
    """从2021年到2022年增加了多少: one item of one body in two years, and nothing says which is set against which."""
    one, other = pair
    if round_about(ask.frame.text):
        return other, one
    alike = one.measure == other.measure and one.agency == other.agency
    if not alike and _asked_in_turn(ask.frame):
        return other, one
    against = any(op.id == "op.than" and op.position > ask.frame.operands[0].position for op in ask.frame.ops) and len(ask.frame.operands) > 1
    if alike and not against and (one.year or 0) < (other.year or 0):
        return other, one
    return one, other


def _asked_in_turn(frame: Frame) -> bool:
    """多了多少 after 上年结转几件 and 结转下年的呢: the later figure is more or less than the earlier one."""
    apart = any("差" in op.text for op in frame.ops if op.id == "op.difference")
    return len(frame.back) == 2 and not apart and not frame.has("op.than", "op.which_more", "op.which_less")


def _signed(ask: Ask, gap: Decimal) -> Decimal:
    if ask.frame.has("op.which_more", "op.which_less"):
        return abs(gap)
    text = "".join(op.text for op in ask.frame.ops if op.id == "op.difference").replace("多少", "")
    if re.search(r"差|gap|difference", text):
        return abs(gap)
    if re.search(r"少|低|减[少低]|fewer|less", text):
        return -gap
    return gap


def gap(ask: Ask) -> Result:
    """离四千件还差多少: a figure against a number that the question names, without a sign."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    reading = ask.read(items[0])
    short = missing([reading], ask.directory)
    if short:
        return short
    figure = ask.frame.figures[0][1]
    aim = (in_unit(figure, reading.unit) or figure).value
    off = (reading.value or Decimal(0)) - aim
    shown = with_unit(shown_value(abs(off), reading.unit), reading.unit)
    verdict = f"比 {plain(aim)} {'多' if off > 0 else '少'} {shown}" if off else f"正好是 {plain(aim)}"
    value = replace(value_of(reading), value=shown_value(abs(off), reading.unit), label=f"{reading.label}与 {plain(aim)} 之差", formula=f"{plain(reading.value)}-{plain(aim)}")
    return Answer((value, value_of(reading)), f"{who(reading)}{reading.label} {amount(reading)}，{verdict}", (), reading.notes, readings=(reading,))


# ---------------------------------------------------------------- shared

def pair_of(ask: Ask) -> list[Reading] | Shortfall:
    bodies = ask.frame.has("op.which_agency") and not any(o.names for o in ask.frame.operands)  # 2024年两家的公开率相差几个百分点
    ask = _counted_back(ask) if against_mean(ask.frame) else ask
    items = along(ask) if bodies else ask.items()
    if isinstance(items, Shortfall):
        return items
    if bodies and len(items) != 2:
        return Shortfall("not_understood", "second_operand")
    if len(items) == 1 and items[0].place.year is not None and _against_last_year(ask):
        years = ask.directory.years(items[0].place.agency.id)
        before = items[0].place.year - 1
        items = (*items, replace(items[0], place=replace(items[0].place, year=before, report=years.get(before))))
    compared = [i for i in items if not ask.frame.operands[i.operand].within]  # 新收里，个人的比单位的多几件: the whole is not compared
    named = tuple({(i.place, i.measure): i for i in (compared if len(compared) > 1 else items)}.values())
    sides = _two_sides(ask, named)
    if sides or against_mean(ask.frame):
        return sides or Shortfall("not_understood", "steps_left", (("words", "平均"),))
    one_of_many = ask.frame.has("op.than") and len({ask.frame.operands[i.operand] for i in named}) > 1  # 2022年比2021和2020年多几件
    if len(named) > 2 and (not _first_and_last(named) or ask.frame.has("op.sum") or one_of_many):
        return Shortfall("not_understood", "second_operand")
    return [ask.read(i) for i in (_first_and_last(named) or named)]


def _counted_back(ask: Ask) -> Ask:
    """2022年比前三年平均: the three years before the one said first."""
    first = next((v for o in ask.frame.operands for y in o.years if y.kind == "absolute" for v in y.values), None)
    before = tuple(replace(o, years=tuple(Years("absolute", tuple(range(first - y.values[0], first))) if first and y.kind == "before" else y for y in o.years)) for o in ask.frame.operands)
    return replace(ask, frame=replace(ask.frame, operands=before))


def _two_sides(ask: Ask, items: Sequence[Item]) -> list[Reading]:
    """自然人比企业和律所加起来多几件: what is added up on one side of 比 is one figure."""
    than = next((op.position for op in ask.frame.ops if op.id == "op.than" and op.position >= 0), None)
    added = [op.position for op in ask.frame.ops if op.id in ("op.sum", "op.average")]
    places = [ask.frame.operands[i.operand].position for i in items]
    if than is None and ask.frame.has("op.ratio") and added:  # 21年的新收是20年、19年两年之和的几倍; 甲和乙之和是丙的几倍
        than = min(places) if min(added) > max(places) else min(added) if min(added) > min(places) else None
    if than is None or not added or len(items) < 3:
        return []
    sides = [[ask.read(i) for i, at in zip(items, places, strict=True) if (at > than) == behind] for behind in (False, True)]
    summed = [any((at > than) == behind for at in added) for behind in (False, True)]
    if not all(sides) or any(len(side) > 1 and not told for side, told in zip(sides, summed, strict=True)):
        return []
    if any(r.state != "ok" for side in sides for r in side) or any(incomparable(side) for side in sides):
        return []
    mean = against_mean(ask.frame)
    return [side[0] if len(side) == 1 else _mean(side) if mean else replace(combined(side, side[0].measure, side[0].report), label=_together(side)) for side in sides]


def _mean(side: Sequence[Reading]) -> Reading:
    """比前三年平均高多少: the figures of that side, added up and divided by how many they are."""
    whole = combined(side, side[0].measure, side[0].report)
    return replace(whole, value=(whole.value or Decimal(0)) / len(side), label=f"{side[0].label}（{'、'.join(distinct_names(side))}平均）", formula=f"({whole.formula}) ÷ {len(side)}")


def _together(side: Sequence[Reading]) -> str:
    """A与B合计; of one item in several reports the item with those reports."""
    labels = list(dict.fromkeys(r.label for r in side))
    names = "与".join(distinct_names(side))
    return f"{names}合计" if len(labels) > 1 else f"{labels[0]}（{names}合计）"


def _first_and_last(items: Sequence[Item]) -> tuple[Item, ...]:
    """2019到2022增长了多少: of one item over a span of years the two ends are set against each other."""
    one_item = len({(i.place.agency, i.measure) for i in items}) == 1 and all(i.place.year for i in items)
    ends = sorted(items, key=lambda i: i.place.year or 0)
    return (ends[0], ends[-1]) if len(items) > 2 and one_item else ()


def _against_last_year(ask: Ask) -> bool:
    doubled = ask.frame.has("op.ratio") and "翻" in ask.frame.text  # 2022年许可翻了几番
    return doubled or ask.frame.has("op.growth", "op.direction", "op.trend") or any("年" in op.text for op in ask.frame.ops)
