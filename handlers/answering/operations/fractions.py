"""过半吗, 占不到三分之一吗: a share held against a part of its whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.measured import combined
from handlers.answering.asked.measures import ancestors, family
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, baseless, missing, value_of, who
from handlers.answering.operations.bases import at_large, default_base
from handlers.answering.operations.lookup import made_up, notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import percentage


def _part_and_whole(ask: Ask, items: Sequence[Item]) -> tuple[Item, Item | None]:
    """无法提供里信息不存在占四分之三: the whole is what holds the other, or what is said last."""
    first, last = items
    if first.measure.row in ancestors(last.measure.row) or ask.frame.operands[first.operand].within:
        return last, first
    return first, last


_BELOW = re.compile("不到|不足|少于|低于|没到|未到|(?<!够)不够|没过|未过|不超过|没超过|以下|以内|之下")
_BEYOND = re.compile("超|过(?!来|去)|多于|高于|大于|不止|不只|破|多半|大半|over|more than|majority")
_AT_LEAST = re.compile("有|达|够|到|至少|起码|以上|不少于|不低于")
_CUT = re.compile("(?<!增)减|砍|降|缩|裁|少了|cut|fell|drop")
_NEAR = Decimal("0.5")  # points
_OF_IT = re.compile("的(?:[二三四五六七八九十]分之|一半)")  # 够不够办结的三分之一: what is named last is the whole
_FRACTION = re.compile("([二三四五六七八九十])分之([一二三四五六七八九])")


def fraction(ask: Ask) -> Decimal | None:
    """The part that is asked about, in percent: 一半 → 50, 三分之一 → 33.33…; None when no part is named."""
    found = _FRACTION.search(ask.frame.text)
    if found:
        digits = " 一二三四五六七八九十"
        return percentage(Decimal(digits.index(found[2])), Decimal(digits.index(found[1])))
    return Decimal(50) if ask.frame.has("op.half") else None


def passes(ask: Ask, items: Sequence[Item], limit: Decimal) -> Result:
    """Does the share (or the rate that is named) pass the part `limit`, in percent?"""
    return _rate_passes(ask, items[0], limit) if family(items[0].measure.row) == "rate" else _more_than(ask, items, limit)


def _more_than(ask: Ask, items: Sequence[Item], limit: Decimal) -> Result:
    """过半吗, 占不到三分之一吗: the share beside the verdict."""
    several = len(items) > 1 and len({i.place for i in items}) == 1
    if several and ask.frame.has("op.sum"):
        wholes = [items[-1]] if _OF_IT.search(ask.frame.text) else [i for i in items if all(o is i or i.measure.row in (*ancestors(o.measure.row), "s3.result.total") for o in items)]
        parts = [ask.read(i) for i in items if i not in wholes]
        if not parts:
            return Shortfall("not_understood", "share_of_what")
        item, base = items[0], wholes[0] if wholes else default_base(items[0])
        part = replace(combined(parts, item.measure, item.place.report), label="、".join(p.label for p in parts) + "合计")
    elif several and len(items) > 2:
        return Shortfall("not_understood", "share_of_what")
    else:
        item, base = _part_and_whole(ask, items) if several else (at_large(ask, items[-1]), None)
        base, part = base or default_base(item), ask.read(item)
    readings = [part, *([ask.read(base)] if base else [])]
    short = missing(readings, ask.directory)
    if short:
        return short
    if len(readings) < 2 or not readings[1].value:
        return Shortfall("not_understood", "share_of_what")
    whole = readings[1]
    rate = percentage(part.value or Decimal(0), whole.value or Decimal(1))
    rate = abs(rate) if part.measure.column == "change" and _CUT.search(ask.frame.text) else rate  # 收费砍了过半没有
    truth = _passes(ask, rate, limit)
    head = f"{'是' if truth else '否'}。{who(part)}{part.label} {amount(part)}，占{whole.label} {amount(whole)} 的 {rate:.2f}%"
    return Answer((value_of(part), value_of(whole)), head, made_up(part), notes_of(readings), verdict="yes" if truth else "no", readings=tuple(readings))


def _passes(ask: Ask, rate: Decimal, limit: Decimal) -> bool:
    """Below or above the part; as much as 有四分之一吗, 占一半吗 say; 是五分之二吗, 占四分之一吗 that much and no more."""
    if _BELOW.search(ask.frame.text):
        return rate < limit
    if _BEYOND.search(ask.frame.text):
        return rate > limit
    exactly = _FRACTION.search(ask.frame.text) and not _AT_LEAST.search(ask.frame.text)
    return abs(rate - limit) < _NEAR if exactly else rate >= limit


def _rate_passes(ask: Ask, item: Item, limit: Decimal) -> Result:
    """公开率过半了吗, 不予处理占比过半了吗: the rate is the part that is asked about."""
    reading = ask.read(item)
    short = missing([reading], ask.directory) or baseless([reading])
    if short or reading.value is None:
        return short or Shortfall("not_understood", "share_of_what")
    truth = _passes(ask, reading.value, limit)
    head = f"{'是' if truth else '否'}。{who(reading)}{reading.label}：{amount(reading)}"
    return Answer((value_of(reading),), head, made_up(reading), notes_of([reading]), verdict="yes" if truth else "no", readings=(reading,))
