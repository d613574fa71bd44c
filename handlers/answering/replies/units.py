"""Money in the unit asked for: 万元, 元, 亿元."""

import re
from dataclasses import replace
from decimal import Decimal

from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, shown_value, with_unit
from handlers.answering.words.decimals import plain

_COUNTED = frozenset("件条项起次个份期宗例")
FACTORS = {"元": Decimal(1), "百元": Decimal(100), "千元": Decimal(1000), "万元": Decimal(10000), "十万元": Decimal(10) ** 5, "百万元": Decimal(10) ** 6, "千万元": Decimal(10) ** 7, "亿元": Decimal(10) ** 8, "十亿元": Decimal(10) ** 9}
_ASKED = re.compile(
    r"(?:多少|若干|几个?|几十|换成|换算成|折成|合成|折合|折算成|精确到|按|用|以|合|是|算成|改成|转成|等于)(?:是|为|成|多少|个)*(?P<unit>亿|千万|百万|万|(?:十万|千|百)(?=[元块])|块钱?|元)(?P<yuan>元|块)?"
    r"|(?:in|换成|换算成|折成|折合|折算成|合|按|用) ?(?P<english>yuan|rmb|ten thousand|million|billion)|(?:how many|几个?|多少个?) ?(?P<large>million|billion)|(?P<tail>亿元|万元|元)(?:是)?(?:多少|计|为单位)|[金总]额(?P<bare>(?:亿|千万|百万|十万|万|千|百)?元)(?=[,，。?？)]|$)"
)
_QUOTIENT = re.compile(r"(\d+(?:\.\d+)?)/(\d+)")
_MYRIADS = re.compile(r"(?:多少|若干|几|要的?是|换成|换算成|折成|合|按|用|以)(?:是|为|成)?万(?:件|条|项|起|次|个|份)")
_ENGLISH = {"yuan": "元", "rmb": "元", "ten thousand": "万元", "million": "百万元", "billion": "十亿元"}


def asked_unit(text: str) -> str:
    """The money unit a question asks for, '' for none."""
    if _MYRIADS.search(text):
        return "万"
    found = _ASKED.search(text)
    if not found:
        return ""
    if found["english"] or found["large"]:
        return _ENGLISH[found["english"] or found["large"]]
    unit = found["unit"] or found["tail"] or found["bare"]
    if found[0].startswith("几") and unit in ("千万", "百万"):  # 花了几千万来着: how much, in whatever unit
        return ""
    return "元" if unit.startswith(("块", "元")) else unit.removesuffix("元") + "元"


def converted(answer: Answer, unit: str) -> Answer:
    """Every money value in that unit; the printed figure stays in the reply."""
    if unit == "万" and answer.values and answer.values[0].unit in _COUNTED:
        return _in_myriads(answer)
    if unit not in FACTORS or not any(v.unit in FACTORS and v.unit != unit for v in answer.values):
        return answer
    values = tuple(_converted(v, unit) for v in answer.values)
    first, before = values[0], answer.values[0]
    if first is before:
        return replace(answer, values=values)
    shown = with_unit(first.value, unit)
    line = f"{with_unit(before.value, before.unit)} {'≈' if _QUOTIENT.fullmatch(before.formula) else '='} {shown}"
    return replace(answer, values=values, head=f"{answer.head}，合 {shown}", lines=(*answer.lines, line))


def _in_myriads(answer: Answer) -> Answer:
    """28519 件 = 2.8519 万件."""
    first = answer.values[0]
    value = replace(first, value=plain(Decimal(first.value) / 10000), unit=f"万{first.unit}")
    shown = with_unit(value.value, value.unit)
    return replace(answer, values=(value, *answer.values[1:]), head=f"{answer.head}，合 {shown}", lines=(*answer.lines, f"{first.value} {first.unit} = {shown}"))


def _converted(value: Value, unit: str) -> Value:
    if value.unit not in FACTORS or value.unit == unit:
        return value
    made = _QUOTIENT.fullmatch(value.formula)  # not from the rounded quotient
    exact = Decimal(made[1]) / Decimal(made[2]) if made else Decimal(value.value)
    amount = exact * FACTORS[value.unit] / FACTORS[unit]
    return replace(value, value=shown_value(amount, unit) if unit != "元" else plain(amount if amount == round(amount, 8) else round(amount, 4)), unit=unit)
