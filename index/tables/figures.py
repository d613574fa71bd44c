"""Is a cell text a figure, a mark for none, or words; which value it has in the unit of the form."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from index.numerals import MONEY, convert, parse_amount
from index.text import kept

_MARK = re.compile(r"[-—–_/\\*×…\s]+|\ufffe|无|空白|不适用|(?:&(?:nbsp|ensp|emsp|#160);\s*)+")  # the last: a space written out by a converter
_DIGITS = re.compile(r"[+-]? ?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[零〇○]")
LOOKALIKE = re.compile(r"(?=.*[OoQlI])[+-]?[\dOoQlI]{1,9}(?:\.[\dOoQlI]{1,6})?")  # as recognised from a picture: O for 0, l for 1
LETTER = re.compile(r"(?:^|[ \u3000\xa0])[+-]?[\d.]*[OoQlI][\dOoQlI.]*(?: |$)")  # one of them in a line
_LETTERS = str.maketrans("OoQlI", "00011")
_BEGINS = re.compile(r"[+-]?\(?\s?[+-]?\d|[+-]|\((?:不?含|其中|包[括含])")  # a remark may come first: (含2件)2; not a label that goes on in a bracket: (区分处理的)84
_ONE = Decimal(1)
_WAY = r"(?:(?:比|较|同比)?(?:上一?年|去年)?(?:度|同期)?)净?(?:增加|增长|上升|减少|下降|降低|[增减升降])了?"
_COUNT = r"\d[\d,]*)(?: ?[项个件])?"
_IN_WORDS = re.compile(rf"(?P<way>{_WAY}) ?(?P<figure>{_COUNT}|(?P<told>{_COUNT} ?\((?P<behind>{_WAY})\)")
_TELLS_WAY = re.compile("[增减降升]")
_SHARES = ("%", "‰")
UNREAD = "\ufffd"  # stands for a cell in which no figure can be read
ABSENT = "\ufffe"  # stands for a cell of the form that the table does not have
_LONGEST = 60  # characters of a cell with a figure and a remark


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in the unit of the form; None for a blank."""

    value: Decimal | None
    unit: str
    remark: str = ""


@kept
def signed(text: str) -> str:
    """减少61项 and 61项(减少) are -61, 比上年增加3 is +3; other texts as they are."""
    found = _IN_WORDS.fullmatch(text) if len(text) <= _LONGEST else None
    if not found:
        return text
    way, figure = found["way"] or found["behind"], found["figure"] or found["told"]
    return figure if figure == "0" else ("-" if re.search("[减降]", way) else "+") + figure


def tells_way(remark: str) -> bool:
    """减少3项 behind a figure that may itself be a gain or a loss."""
    return bool(_TELLS_WAY.search(remark))


@kept
def is_figure(text: str) -> bool:
    """A figure, or a mark that stands for none."""
    if _MARK.fullmatch(text) or _DIGITS.fullmatch(text) or text == UNREAD:
        return True
    return len(text) <= _LONGEST and bool(_BEGINS.match(text)) and parse_amount(text).value is not None


def in_digits(text: str) -> str:
    """2O5 as 205; other texts as they are."""
    return text.translate(_LETTERS) if LOOKALIKE.fullmatch(text) else text


@kept
def is_mark(text: str) -> bool:
    """"", "-", "****": printed where no figure is."""
    return not text or bool(_MARK.fullmatch(text))


@lru_cache(maxsize=4096)
def value_of(text: str, unit: str, header_unit: str = "") -> Value:
    """`unit`: of the form; `header_unit`: money unit printed in the header of the column, '' for none.

    A figure with a unit of another kind keeps it: 12% among 件, 12件 among 万元.

    Nobody prints a fraction of a cent: with more than two decimals the header's 元 was 万元 (its 万 got lost).
    """
    amount = parse_amount(text, header_unit if header_unit and unit in MONEY else unit)
    if header_unit == "元" and amount.unit == "元" and "元" not in text and len(text.partition(".")[2]) > 2:
        amount = parse_amount(text, unit)
    if amount.value is None:
        return Value(None, unit, amount.remark)
    if unit in MONEY and amount.unit in MONEY:
        value = convert(amount.value, amount.unit, unit)
        return Value(plain(value) if value is not None else None, unit, amount.remark)
    return Value(amount.value, unit if kind_of_unit(amount.unit) == kind_of_unit(unit) else amount.unit, amount.remark)


def kind_of_unit(unit: str) -> str:
    return "money" if unit in MONEY else "share" if unit in _SHARES else "count"


def plain(value: Decimal) -> Decimal:
    """Without trailing zeros behind the point and without an exponent."""
    if value.same_quantum(_ONE):
        return value
    short = value.normalize()
    return short.quantize(_ONE) if short == short.to_integral_value() else short
