"""Two figures or more made into one: sum, difference, multiple, share, average."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.measured import Reading, combined, plain
from handlers.answering.operations.axis import along
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Item,
    Result,
    amount,
    baseless,
    missing,
    shown_value,
    value_of,
    who,
    with_unit,
)
from handlers.answering.operations.lookup import distinct_names, lookup, notes_of, single
from handlers.answering.readings import edition_of
from handlers.answering.scope import Shortfall
from index.comparability import comparability

_ROUND_ABOUT = re.compile("(?:和|跟|与|同|比起)[^,，和跟与同]{1,14}(?<!对)(?:相?比|比较|比起来|相较)[,，]")  # 和2021年比，2022年多出几件


_TAKES = re.compile("(?<!增)减|扣|刨|去掉|砍掉|除去|minus|less")


def round_about(text: str) -> bool:
    """和2021年比，2022年多出几件: what is set against stands first, and nothing of its kind before it."""
    found = _ROUND_ABOUT.search(text)
    if not found:
        return False
    before, after = text[: found.start()], text[found.end():]
    by_year = re.search("年|\\d{4}", found[0])
    return bool(re.search("年|\\d{4}", after)) and not re.search("年|\\d{4}", before) if by_year else len(before) < 3


def total(ask: Ask) -> Result:
    """The sum of the figures asked for; of one figure, that figure."""
    items = total_items(ask)
    if isinstance(items, Shortfall):
        return items
    named = [ask.read(i) for i in items]
    readings = _apart(named)
    if len(readings) < 2:
        return single(ask, readings[0]) if len(readings) < len(named) else lookup(ask)
    if incomparable(readings) and not any(len(op.text) > 2 for op in ask.frame.ops if op.id == "op.sum"):
        return lookup(ask)
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    if ask.frame.has("op.difference") and len({i.operand for i in items}) > 1:
        return missing(named, ask.directory) or _expression(ask, items, named)
    whole = combined(readings, replace(readings[0].measure), None)
    return answer_of(ask, readings, whole.value or Decimal(0), readings[0].unit, "合计", " + ")


def _apart(readings: Sequence[Reading]) -> list[Reading]:
    """公司、律所这些非个人的: parts named beside their whole are not counted twice, nor is one figure told in two ways."""
    once = {(r.report, r.cells) if r.cells else n: r for n, r in enumerate(readings)}
    return [r for r in once.values() if not any(_inside(r, other) for other in readings)]


def _inside(part: Reading, whole: Reading) -> bool:
    return part.report == whole.report and set(part.cells) < set(whole.cells)


def _expression(ask: Ask, items: Sequence[Item], readings: Sequence[Reading]) -> Result:
    """予以公开加部分公开减不予公开: each figure with the sign of the word before it."""
    takes = [op.position for op in ask.frame.ops if op.id == "op.difference" and _TAKES.search(op.text)]
    if not takes or len({(r.report, r.cells) for r in readings}) < len(readings):
        return Shortfall("not_understood", "steps_left", (("words", "、".join(op.text for op in ask.frame.ops if op.id == "op.difference")),))
    places = [o.position for o in ask.frame.operands]
    signs = []
    for item in items:
        position = places[item.operand]
        before = max((p for p in places if p < position), default=-1)
        signs.append(-1 if any(before < t < position for t in takes) else 1)
    whole = combined(readings, readings[0].measure, None, signs)
    answer = answer_of(ask, readings, whole.value or Decimal(0), readings[0].unit, "相加减", " + ")
    value = replace(answer.values[0], formula=whole.formula.replace(" ", "").replace("−", "-"))
    return replace(answer, values=(value,), lines=(f"{whole.formula} = {plain(whole.value)}",))


def left_over(ask: Ask) -> Result:
    """The first figure less all the others: 除了自然人以外的申请."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    readings = [ask.read(i) for i in items]
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    whole = combined(readings, readings[0].measure, None, [1, *(-1 for _ in readings[1:])])
    taken = "、".join(distinct_names(readings)[1:])
    value = replace(value_of(readings[0]), value=shown_value(whole.value, readings[0].unit), label=f"{readings[0].label}除去{taken}", cells=tuple(c for r in readings for c in r.cells), formula=whole.formula.replace(" ", "").replace("−", "-"))
    head = f"{common(readings)}{readings[0].label}除去{taken}：{with_unit(shown_value(whole.value, readings[0].unit), readings[0].unit)}"
    return Answer((value,), head, (f"{whole.formula} = {plain(whole.value)}",), notes_of(readings), readings=tuple(readings))


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
    names = distinct_names(pair[:2])
    words = f"{names[0]} {amount(one)}，{names[1]} {amount(other)}"
    unit = "个百分点" if one.unit == "%" else one.unit
    size = with_unit(shown_value(abs(gap), unit), unit)
    verdict = "两者相等" if not gap else f"{names[0]}比{names[1]}{'多' if gap > 0 else '少'} {size}"
    value = _signed(ask, gap)
    terms = [shown_value(r.value, r.unit) for r in pair]
    computed = replace(value_of(one), value=shown_value(value, unit), unit=unit, label=f"{names[0]}与{names[1]}之差", cells=(*one.cells, *other.cells), formula="-".join(terms))
    head = f"{common(pair)}{verdict}"
    return Answer((computed, value_of(one), value_of(other)), head, (words, f"{' − '.join(terms)} = {shown_value(gap, unit)}"), notes_of(pair), readings=tuple(pair[:2]))


def _later_first(ask: Ask, pair: Sequence[Reading]) -> tuple[Reading, Reading]:
    """从2021年到2022年增加了多少: one item of one body in two years, and nothing says which is set against which."""
    one, other = pair
    if round_about(ask.frame.text):
        return other, one
    alike = one.measure == other.measure and one.agency == other.agency
    against = any(op.id == "op.than" and op.position > ask.frame.operands[0].position for op in ask.frame.ops) and len(ask.frame.operands) > 1
    if alike and not against and (one.year or 0) < (other.year or 0):
        return other, one
    return one, other


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
    aim = ask.frame.figures[0][1].value
    off = (reading.value or Decimal(0)) - aim
    shown = with_unit(shown_value(abs(off), reading.unit), reading.unit)
    verdict = f"比 {plain(aim)} {'多' if off > 0 else '少'} {shown}" if off else f"正好是 {plain(aim)}"
    value = replace(value_of(reading), value=shown_value(abs(off), reading.unit), label=f"{reading.label}与 {plain(aim)} 之差", formula=f"{plain(reading.value)}-{plain(aim)}")
    return Answer((value, value_of(reading)), f"{who(reading)}{reading.label} {amount(reading)}，{verdict}", (), reading.notes, readings=(reading,))


# ---------------------------------------------------------------- shared

def pair_of(ask: Ask) -> list[Reading] | Shortfall:
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    if len(items) == 1 and items[0].place.year is not None and _against_last_year(ask):
        years = ask.directory.years(items[0].place.agency.id)
        before = items[0].place.year - 1
        items = (*items, replace(items[0], place=replace(items[0].place, year=before, report=years.get(before))))
    compared = [i for i in items if not ask.frame.operands[i.operand].within]  # 新收里，个人的比单位的多几件: the whole is not compared
    named = tuple({(i.place, i.measure): i for i in (compared if len(compared) > 1 else items)}.values())
    sides = _two_sides(ask, named)
    if sides:
        return sides
    if len(named) > 2 and (not _first_and_last(named) or ask.frame.has("op.sum")):
        return Shortfall("not_understood", "second_operand")
    return [ask.read(i) for i in (_first_and_last(named) or named)]


def _two_sides(ask: Ask, items: Sequence[Item]) -> list[Reading]:
    """自然人比企业和律所加起来多几件: what is added up on one side of 比 is one figure."""
    than = next((op.position for op in ask.frame.ops if op.id == "op.than" and op.position >= 0), None)
    added = [op.position for op in ask.frame.ops if op.id == "op.sum"]
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
    return [side[0] if len(side) == 1 else replace(combined(side, side[0].measure, side[0].report), label=_together(side)) for side in sides]


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
    return ask.frame.has("op.growth", "op.direction", "op.trend") or any("年" in op.text for op in ask.frame.ops)


def incomparable(readings: Sequence[Reading]) -> Shortfall | None:
    """Different quantities under one name are not set against each other, nor is a rate that has no base."""
    if baseless(readings):
        return baseless(readings)
    units = {r.unit for r in readings if r.state == "ok" and r.grade != "approximate"}
    if (len(units) > 1 and not units <= {"元", "万元", "亿元"}) or _other_quantity(readings):
        both = "；".join(f"{n} {amount(r)}" for n, r in zip(distinct_names(readings), readings, strict=True))
        return Shortfall("not_comparable", "not_comparable", (("label", readings[0].label), ("both", both)))
    return None


def _other_quantity(readings: Sequence[Reading]) -> bool:
    """One item of section II under forms that count different things of it."""
    if _approximately_one(readings):
        return False
    rows = {r.measure.row for r in readings}
    columns = {r.cells[0].rpartition(".")[2] for r in readings if r.cells}
    editions = {edition_of(r.report, r.measure.row) for r in readings if r.report}
    if len(rows) > 1 or len(editions) < 2 or not next(iter(rows)).startswith("s2.") or len(columns) < 2:
        return False
    return not all(r.grade == "approximate" or (r.measure.column == readings[0].measure.column and "/" in r.measure.column) for r in readings[1:])


def _approximately_one(readings: Sequence[Reading]) -> bool:
    """新制作 of one form and 制发 of the other are set against each other, with a remark."""
    if len(readings) != 2 or not all(len(r.cells) == 1 and r.report for r in readings):
        return False
    one, other = readings
    if one.report is None or other.report is None:
        return False
    known = comparability(one.cells[0], edition_of(one.report, one.measure.row), edition_of(other.report, other.measure.row))
    return known.grade != "not_comparable" and other.cells[0] in known.cells


def total_items(ask: Ask) -> tuple[Item, ...] | Shortfall:
    """The figures named; every body when the question speaks of all of them."""
    named = any(o.names for o in ask.frame.operands)
    if ask.frame.has("op.which_agency") and not named:
        return along(ask)
    return ask.items(all_years=ask.frame.has("op.trend") and not any(o.years for o in ask.frame.operands))


def answer_of(ask: Ask, readings: Sequence[Reading], value: Decimal, unit: str, word: str, sign: str, tail: str = "") -> Answer:
    terms = sign.join(plain(r.value) for r in readings)
    formula = f"({terms}){tail}" if tail else terms
    computed = replace(value_of(readings[0]), value=shown_value(value, unit), label=f"{'、'.join(dict.fromkeys(r.label for r in readings))}{word}", cells=tuple(c for r in readings for c in r.cells), formula=formula.replace(" ", ""))
    names = "、".join(distinct_names(readings))
    head = f"{common(readings)}{names}{word}：{with_unit(shown_value(value, unit), unit)}"
    return Answer((computed,), head, (f"{formula} = {shown_value(value, unit)}",), notes_of(readings), readings=tuple(readings))


def common(readings: Sequence[Reading]) -> str:
    first = readings[0]
    place = first.agency.name if len({r.agency for r in readings}) == 1 and first.agency else ""
    year = f"{first.year} 年" if len({r.year for r in readings}) == 1 else ""
    return " ".join(p for p in (place, year) if p) + ("：" if place or year else "")

