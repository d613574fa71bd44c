"""The mean of figures: over years, bodies, rows or kinds of applicants; of one purchase total, per project."""

import re
from calendar import isleap
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import APPLICANTS, Measure, family
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
    who,
    with_unit,
)
from handlers.answering.operations.lookup import notes_of
from handlers.answering.operations.sums import answer_of, total_items, unit_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain, quotient


def asks_per_project(frame: Frame) -> bool:
    """采购金额除以项目数: no share of anything, but so much for each project."""
    ours = bool(frame.rows()) and all(r.endswith("procurement") for r in frame.rows())
    return ours and frame.has("op.share") and frame.columns() == (".amount_wan", ".items")


def average(ask: Ask) -> Result:
    """The mean of the figures asked for; of one purchase total, per project."""
    items = total_items(ask) if ask.frame.has("op.which_agency") else ask.items(all_years=True)
    if isinstance(items, Shortfall):
        return items
    items = _by_applicant(ask, items)
    row = items[0].measure.row if items else ""
    spans = _spans_of(ask)
    if row.endswith("procurement") and len({i.place for i in items}) == 1 and (not spans or _OF_PROJECTS.search(ask.frame.text)):
        return _per_project(ask, items)
    readings = [ask.read(i) for i in items]
    if spans and len(readings) == 1:
        return _per_span(ask, readings[0], *spans)
    if len(readings) < 2 or spans:
        return Shortfall("not_understood", "average_of_what")
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    if len({family(r.measure.row) for r in readings}) > 1:  # 平均每件复议对应多少申请: no mean of both
        return Shortfall("not_understood", "average_of_what")
    whole = sum((r.value for r in readings if r.value is not None), Decimal(0))
    return answer_of(ask, readings, quotient(whole, Decimal(len(readings))), unit_of(readings), "平均", " + ", f" ÷ {len(readings)}")


_SPANS = ((re.compile("月|month"), 12, "月"), (re.compile("季|quarter"), 4, "季度"))
_HOW_LONG = re.compile("(?:几|多少|多少个|几个|好几)个?(?:工作)?(?:天|日|月|季)|多久|多长|天数|how (?:many (?:days|months|weeks)|long)")
_OF_PROJECTS = re.compile("[每一]?个?项目(?!数)|每[单笔]|per project")
_A_DAY = re.compile("天|日均|每日|一日|per day|daily")


def _spans_of(ask: Ask) -> tuple[int, str] | None:
    """(how many of a year, name) of the months, quarters or days that a yearly figure is spread over."""
    if _HOW_LONG.search(ask.frame.text):
        return None
    found = next(((number, name) for pattern, number, name in _SPANS if pattern.search(ask.frame.text)), None)
    return found or ((365, "天") if _A_DAY.search(ask.frame.text) else None)


def _per_span(ask: Ask, reading: Reading, number: int, name: str) -> Result:
    """平均每月收几件: the yearly figure divided; the report itself has no months."""
    short = missing([reading], ask.directory)
    if short or reading.value is None or reading.unit == "%":
        return short or Shortfall("not_understood", "average_of_what")
    days = 366 if name == "天" and isleap(reading.year or 1) else number
    each = quotient(reading.value, Decimal(days))
    shown = with_unit(shown_value(each, reading.unit), reading.unit)
    value = replace(value_of(reading), value=shown_value(each, reading.unit), label=f"{reading.label}平均每{name}", formula=f"{plain(reading.value)}/{days}")
    note = f"由全年数字除以 {days} 得出，报告没有按{name}的数字"
    return Answer((value,), f"{who(reading)}{reading.label}平均每{name}：{shown}", (f"{amount(reading)} ÷ {days}",), (note, *reading.notes), also=(value_of(reading),), readings=(reading,))


def _by_applicant(ask: Ask, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """六类申请人平均每类提了几件: one figure by the kinds of applicants."""
    kinds = ask.frame.has("op.which_column") or re.search("[每一][类种](?!.*理由)|[六五]类", ask.frame.text)
    if len(items) != 1 or not kinds or items[0].measure.row not in ("s3.new", "s3.result.total", "s3.result.granted", "s3.carried_in", "s3.carried_out"):
        return items
    organisations = items[0].measure.column == "legal_person"
    return tuple(replace(items[0], measure=Measure(items[0].measure.row, c)) for c in (APPLICANTS[1:] if organisations else APPLICANTS))


def _per_project(ask: Ask, items: Sequence[Item]) -> Result:
    """Amount ÷ number of projects; figures asked for beside it come first."""
    item = items[0]
    money, count = (ask.read(replace(item, measure=Measure(item.measure.row, c))) for c in ("amount_wan", "items"))
    short = missing([money, count], ask.directory)
    if short:
        return short
    if not count.value or money.value is None:
        return Shortfall("not_comparable", "zero_base", (("label", count.label), ("notes", ""), ("source", "")))
    each = quotient(money.value, count.value)
    value = replace(value_of(money), value=shown_value(each, money.unit), label="平均每个采购项目金额", cells=(*money.cells, *count.cells), formula=f"{plain(money.value)}/{plain(count.value)}")
    beside_it = (len(items) > 1 and ask.frame.has("op.and", "op.list", "op.sum")) or "、" in ask.frame.text
    asked = dict.fromkeys(i.measure for i in items if i.measure.column) if beside_it else {}
    named = [r for r in (ask.read(replace(item, measure=m)) for m in asked) if r.state == "ok"]
    beside = "".join(f"{r.label} {amount(r)}，" for r in named)
    return Answer((*map(value_of, named), value), f"{who(money)}{beside}平均每个采购项目：{with_unit(shown_value(each, money.unit), money.unit)}", (f"{amount(money)} ÷ {amount(count)}",), notes_of([money, count]), readings=(money, count))
