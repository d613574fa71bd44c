"""Is a cell text a figure, a mark for none, or words; which value it has in the unit of the form."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from index.numerals import MONEY, convert, parse_amount
from index.text import kept

_MARK = re.compile(r"[-—–_/\\*×…\s]+|\ufffe|无|空白|不适用|(?:&(?:nbsp|ensp|emsp|#160);\s*)+")  # the last: a space written out by a converter
_DIGITS = re.compile(r"[+-]? ?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[零〇○]")
_BEGINS = re.compile(r"[+-]?\(?\s?[+-]?\d|[+-]|\((?:不?含|其中|包[括含])")  # a remark may come first: (含2件)2; not a label that goes on in a bracket: (区分处理的)84
_ONE = Decimal(1)
_IN_WORDS = re.compile(r"(?P<word>增加|减少|增|减) ?(?P<figure>\d[\d,]*)(?: ?[项个件])?")
UNREAD = "\ufffd"  # stands for a cell in which no figure can be read
ABSENT = "\ufffe"  # stands for a cell of the form that the table does not have
_LONGEST = 60  # characters of a cell with a figure and a remark


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in the unit of the form; None for a blank."""

    value: Decimal | None
    unit: str
    remark: str = ""


def signed(text: str) -> str:
    """减少61项 is -61, 增加3 is +3; other texts as they are."""
    found = _IN_WORDS.fullmatch(text)
    if not found or found["figure"] == "0":
        return found["figure"] if found else text
    return ("-" if found["word"].startswith("减") else "+") + found["figure"]


@kept
def is_figure(text: str) -> bool:
    """A figure, or a mark that stands for none."""
    if _MARK.fullmatch(text) or _DIGITS.fullmatch(text) or text == UNREAD:
        return True
    return len(text) <= _LONGEST and bool(_BEGINS.match(text)) and parse_amount(text).value is not None


@kept
def is_mark(text: str) -> bool:
    """"", "-", "****": printed where no figure is."""
    return not text or bool(_MARK.fullmatch(text))


@lru_cache(maxsize=4096)
def value_of(text: str, unit: str, header_unit: str = "") -> Value:
    """`unit`: of the form; `header_unit`: money unit printed in the header of the column, '' for none.

    Nobody prints a fraction of a cent: with more than two decimals the header's 元 was 万元 (its 万 got lost).
    """
    amount = parse_amount(text, header_unit or unit)
    if header_unit == "元" and amount.unit == "元" and "元" not in text and len(text.partition(".")[2]) > 2:
        amount = parse_amount(text, unit)
    if amount.value is None:
        return Value(None, unit, amount.remark)
    if unit in MONEY and amount.unit in MONEY:
        value = convert(amount.value, amount.unit, unit)
        return Value(plain(value) if value is not None else None, unit, amount.remark)
    return Value(amount.value, unit, amount.remark)


def plain(value: Decimal) -> Decimal:
    """Without trailing zeros behind the point and without an exponent."""
    if value.same_quantum(_ONE):
        return value
    short = value.normalize()
    return short.quantize(_ONE) if short == short.to_integral_value() else short
