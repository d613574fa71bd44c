"""One figure as a multiple of another: 几倍, 翻了几番."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.leftovers import MORE_TIMES
from handlers.answering.asked.measured import Reading
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.base import Answer, Ask, Result, amount, common, missing, shown_value, value_of
from handlers.answering.operations.differences import pair_of
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.operations.over_years import of_a_list
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain, quotient

_DOUBLINGS = re.compile("[几多]少?番")
_EXACT = Decimal("1e-12")
_GROWS = re.compile("翻|增|涨|扩|膨胀|上升|升[了到至]|不少于2倍|twice from|grow|grew|rise|rose|increase")


def _grown(ask: Ask, one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """从2020到2021翻了几倍: one item in two years that grows is the later as a multiple of the earlier."""
    alike = one.measure == other.measure and one.agency == other.agency and one.year != other.year
    if re.search(r"how many times .{0,40}\b(?:was|is|were|are)\b", ask.frame.text) and not re.search(r"how many times (?:larger|bigger|more|higher|greater|as)\b|what", ask.frame.text):
        return other, one
    return (other, one) if alike and (one.year or 0) < (other.year or 0) and _GROWS.search(ask.frame.text) else (one, other)


def _doubled(ask: Ask, pair: Sequence[Reading], times: Decimal, names: Sequence[str]) -> Answer:
    """翻了几番: how often it doubled; four times as many is doubled twice."""
    one, other = pair
    power = times.ln() / Decimal(2).ln()
    whole = power.to_integral_value()
    doubled = shown_value(whole if abs(power - whole) < _EXACT else power, "番")
    value = replace(value_of(one), value=doubled, unit="番", label=f"{names[0]}比{names[1]}翻番", cells=(*one.cells, *other.cells), formula=f"log2({plain(one.value)}/{plain(other.value)})")
    shown = shown_value(times, "倍")
    manifold = replace(value, value=shown, unit="倍", label=f"{names[0]}是{names[1]}的倍数", formula=f"{plain(one.value)}/{plain(other.value)}")
    head = f"{common(pair)}{names[0]}比{names[1]}翻了 {doubled} 番，是其 {shown} 倍"
    return Answer((value, manifold), head, (f"{amount(one)} ÷ {amount(other)} = {shown}，2 的 {doubled} 次方",), notes_of(pair), also=(value_of(one), value_of(other)), readings=tuple(pair))


def _more_by(pair: Sequence[Reading], times: Decimal, names: Sequence[str]) -> Answer:
    """多几倍: once less than the multiple, which is told beside it."""
    one, other = pair
    more, shown = shown_value(times - 1, "倍"), shown_value(times, "倍")
    value = replace(value_of(one), value=more, unit="倍", label=f"{names[0]}比{names[1]}多的倍数", cells=(*one.cells, *other.cells), formula=f"({plain(one.value)}-{plain(other.value)})/{plain(other.value)}")
    whole = replace(value, value=shown, label=f"{names[0]}是{names[1]}的倍数", formula=f"{plain(one.value)}/{plain(other.value)}")
    head = f"{common(pair)}{names[0]}比{names[1]}多 {more} 倍，是其 {shown} 倍"
    return Answer((value, whole), head, (f"{amount(one)} ÷ {amount(other)} = {shown}",), notes_of(pair), also=(value_of(one), value_of(other)), readings=tuple(pair))


def multiple(ask: Ask) -> Result:
    """First ÷ second, in 倍."""
    items = of_a_list(ask) if _GROWS.search(ask.frame.text) else None
    pair = list(reversed(items)) if items else pair_of(ask)
    if isinstance(pair, Shortfall):
        return pair
    if len(pair) < 2:
        return Shortfall("not_understood", "second_operand")
    short = missing(pair, ask.directory) or incomparable(pair)
    if short:
        return short
    one, other = _grown(ask, pair[0], pair[1])
    pair = [one, other]
    if not other.value or one.value is None:
        return Shortfall("not_comparable", "zero_base", (("label", distinct_names(pair)[1]), ("notes", ""), ("source", "")))
    times = quotient(one.value, other.value)
    if _DOUBLINGS.search(ask.frame.text) and times > 1:
        return _doubled(ask, pair, times, ["本年", "上一年"] if items else distinct_names(pair[:2]))
    names = ["本年", "上一年"] if items else distinct_names(pair[:2])
    if MORE_TIMES.search(ask.frame.text) and times >= 1:
        return _more_by(pair, times, names)
    value = replace(value_of(one), value=shown_value(times, "倍"), unit="倍", label=f"{names[0]}是{names[1]}的倍数", cells=(*one.cells, *other.cells), formula=f"{plain(one.value)}/{plain(other.value)}")
    head = f"{common(pair)}{names[0]}是{names[1]}的 {shown_value(times, '倍')} 倍"
    return Answer((value,), head, (f"{amount(one)} ÷ {amount(other)}",), notes_of(pair), also=(value_of(one), value_of(other)), readings=tuple(pair[:2]))
