"""A part of a whole in the unit asked for: percent, 成, ‰, a fraction."""

import re
from dataclasses import replace
from fractions import Fraction

from handlers.answering.asked.measured import Reading
from handlers.answering.operations.base import Ask

FRACTION = "分数"
_FRACTION = re.compile("(?<![百千])分数")
_LARGEST = 10**9  # of a denominator: the exact one, as a percentage has 28 digits


def unit_asked(ask: Ask) -> str:
    """%, 成, ‰, 件 of ten, 分数."""
    text = "".join(op.text for op in ask.frame.ops if op.id == "op.share")
    if _FRACTION.search(text):
        return FRACTION
    if re.search("百分数|百分比|百分率|%|in percent|percentage", ask.frame.text):
        return "%"
    return "成" if "成" in text or "几成" in ask.frame.text else "件" if "每十件" in text else "‰" if "千分" in text else "%"


_RESTATED = re.compile("[用换折化写改变转合按以]")


def restated(ask: Ask) -> bool:
    """用几成表示, 换成分数: the figure asked for before, in another unit."""
    return any(op.id == "op.share" and _RESTATED.match(op.text) for op in ask.frame.ops)


def in_unit(reading: Reading, unit: str) -> Reading:
    """A percentage in tenths or thousandths when asked so."""
    if unit == "%" or reading.value is None:
        return reading
    if unit == FRACTION:
        exact = Fraction(reading.value / 100).limit_denominator(_LARGEST)
        return replace(reading, words=f"{exact.numerator}/{exact.denominator}", unit="")
    if unit == "‰":
        return replace(reading, value=reading.value * 10, unit=unit)
    note = "" if unit == "成" else "（每 10 件）"
    return replace(reading, value=round(reading.value / 10, 4), unit=unit, label=reading.label + note)
