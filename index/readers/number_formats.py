"""What a spreadsheet shows of a number, with all its digits: 0.25 as 25%, 88591930 as 8859.193万, nothing below ;;;"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)')
_LAYOUT = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, conditions, room that is left
_PLACES = "0#?"  # of digits
_POINT = "·"  # stands for a point that is but text, as in 0!.0,
_NO_UNIT = re.compile(r"[^\u4e00-\u9fff()（）]+")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_HIDDEN = ";;;"
_DIGITS = 15  # as many a spreadsheet keeps


class Way(NamedTuple):
    factor: Decimal  # by which the number is multiplied
    behind: str  # the unit behind the figure, % too


def exact(value: float) -> Decimal:
    """0.30000000000000004 is 0.3"""
    return Decimal(f"{value:.{_DIGITS}g}")


def plain(number: str) -> str:
    """A number as a file writes it out; what is none stays."""
    return as_shown(exact(float(number)), "") if _NUMBER.fullmatch(number) else number


def as_shown(value: Decimal, number_format: str) -> str:
    """'' where the format hides it."""
    way = way_of(number_format)
    number = value * way.factor
    whole = number == number.to_integral_value()
    figure = f"{number.normalize():f}" if whole or way.factor != 1 else f"{number:f}"
    return "" if number_format == _HIDDEN else figure + way.behind


@lru_cache(maxsize=256)
def way_of(number_format: str) -> Way:
    """By the section for numbers above 0: percents, commas behind the last digit (thousands), points that are but text."""
    plain = _LITERAL.sub(_as_text, _LAYOUT.sub("", number_format)).partition(";")[0]
    last = max(map(plain.rfind, _PLACES))
    digits, tail = plain[: last + 1], plain[last + 1 :]
    if not digits:
        return Way(Decimal(1), "")
    tenths = sum(map(digits.partition(_POINT)[2].count, _PLACES))
    percents, thousands = plain.count("%"), len(tail) - len(tail.lstrip(","))
    return Way(Decimal(10) ** (2 * percents - 3 * thousands - tenths), _NO_UNIT.sub("", tail) + "%" * percents)


def _as_text(found: re.Match[str]) -> str:
    text = found[1] or found[2] or ""
    return _POINT if text == "." else _NO_UNIT.sub("", text)
