"""Numerals as offices and people write them ↔ Decimal; the text of a table cell → Amount.

    parse_number   one numeral, the whole text: 1,086 · 3.5万 · 一千零八十六 · 二〇二〇 · 廿三 · 50余 · 六成 · 三分之一
    find_numbers   every numeral inside a sentence
    parse_amount   a cell: sign, figure, unit, remark; a blank or a mark for "none" is None, not 0
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from index.text import normalise

_LONGEST = 28  # digits a Decimal keeps exactly


class Figure(NamedTuple):
    value: Decimal  # 六成 and 5% are 0.6 and 0.05
    approximate: bool  # 余, 多, 约, 近 … stands with it


@dataclass(frozen=True, slots=True)
class Amount:
    """What a table cell says."""

    value: Decimal | None  # None: blank, masked, or no single figure
    unit: str  # the unit `value` is in: as printed, else the default
    remark: str  # "其中修订16件"; '' for none
    text: str  # as printed


_DIGITS = {digit: value for value, digits in enumerate(
    ("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for digit in digits}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"亿": 10**8, "万": 10**4}
_TWENTIES = {"廿": "二十", "卅": "三十", "卌": "四十"}

_ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_HAN = r"[零〇○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卅卌]+"
_ABOUT_BEFORE = r"(?:大约|约|将近|接近|近|超过|逾|上)"
_ABOUT_INSIDE = r"[余多来几]"
_PLAIN = rf"(?:{_ARABIC}){_ABOUT_INSIDE}?(?:[十百千]?[万亿]+(?:\d+[百千]?万?)?|[百千])?|(?:{_HAN})(?:点[零〇一二三四五六七八九]+[万亿]?)?(?:{_ABOUT_INSIDE}[万亿]*)?"
_NUMERAL = re.compile(
    rf"(?P<before>{_ABOUT_BEFORE})?\s*(?P<sign>(?<![\d年月日号)A-Za-z])[-+负正])?\s*"
    rf"(?:(?P<per>百|千|万)分之(?P<part>{_PLAIN})|(?P<below>{_HAN}|\d+)分之(?P<above>{_HAN}|\d+)"
    rf"|(?P<tenths>{_HAN}|\d(?:\.\d)?)成(?P<hundredths>[一二三四五六七八九半])?|(?P<half>一半|半数)"
    rf"|(?P<plain>{_PLAIN})\s*(?P<percent>[%‰])?)(?P<after>{_ABOUT_INSIDE}|左右|上下)?"
)
_ARABIC_IN = re.compile(r"\d+(?:\.\d+)?")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|\D")
_COMMAS = re.compile(r"(?<=\d)[,，](?=\d{3})")


def parse_number(text: str) -> Figure | None:
    """The numeral that `text` is; None for anything else ("十三五", "", "1 2")."""
    plain = normalise(text)
    found = _NUMERAL.fullmatch(plain) if len(plain) <= 60 else None
    return _figure(found) if found else None


def find_numbers(text: str) -> Iterator[tuple[int, int, Figure]]:
    """(start, end, figure) of every numeral in a normalised `text`, in order.

    Chinese digits are found inside words too (统一, 三门峡): who asks knows the units or names around.
    """
    for found in _NUMERAL.finditer(text):
        if (figure := _figure(found)) is not None:
            yield found.start(), found.end(), figure


def _figure(found: re.Match[str]) -> Figure | None:
    group = found.groupdict()
    value = _value(group)
    if value is None:
        return None
    about = any(group[name] for name in ("before", "after")) or re.search(_ABOUT_INSIDE, group["plain"] or group["part"] or "")
    return Figure(-value if group["sign"] in ("-", "负") else value, bool(about))


def _value(group: dict[str, str | None]) -> Decimal | None:
    if group["half"]:
        return Decimal("0.5")
    if group["per"]:
        return _ratio(_plain(group["part"] or ""), Decimal({"百": 100, "千": 1000, "万": 10000}[group["per"]]))
    if group["below"]:
        return _ratio(_plain(group["above"] or ""), _plain(group["below"]))
    if group["tenths"]:
        last = group["hundredths"]
        rest = Decimal(5 if last == "半" else _DIGITS[last]) / 100 if last else Decimal(0)
        tenths = _plain(group["tenths"])
        return None if tenths is None else tenths / 10 + rest
    return _ratio(_plain(group["plain"] or ""), Decimal({"%": 100, "‰": 1000}.get(group["percent"] or "", 1)))


def _ratio(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    return above / below if above is not None and below else None


def _plain(text: str) -> Decimal | None:
    text = _COMMAS.sub("", re.sub(_ABOUT_INSIDE, "", text))
    if len(text) > _LONGEST:
        return None
    if _ARABIC_IN.fullmatch(text):
        return Decimal(text)
    for short, long in _TWENTIES.items():
        text = text.replace(short, long)
    whole, _, fraction = text.partition("点")
    value = _digits(whole) if _is_digits(whole) and len(whole) > 1 else _sections(whole)
    return value if value is None or not fraction else _with_fraction(value, fraction)


def _with_fraction(whole: Decimal, fraction: str) -> Decimal:
    """三点五, 三点五万"""
    digits = fraction.rstrip("万亿")
    value = whole + Decimal("0." + "".join(str(_DIGITS[digit]) for digit in digits))
    for mark in fraction[len(digits):]:
        value *= _LARGE[mark]
    return _whole(value)


def _is_digits(text: str) -> bool:
    return all(character in _DIGITS for character in text)


def _digits(text: str) -> Decimal:
    """二〇二〇 → 2020"""
    return Decimal("".join(str(_DIGITS[digit]) for digit in text))


def _sections(text: str) -> Decimal | None:
    """一亿二千万零三, 3.5万, 3亿5000万 by sections of 亿 and 万; None for what is no numeral (万一, 十百)."""
    total = Decimal(0)
    for mark, scale in _LARGE.items():
        head, found, text = text.rpartition(mark)
        if found:
            section = _sections(head) if mark == "亿" else _section(head)
            if not section:
                return None
            total += section * scale
            if len(text) == 1 and (_DIGITS.get(text) or text in "123456789"):  # 一万二, 1万2 are 12000
                return _whole(total + Decimal(_DIGITS.get(text, text)) * scale / 10)
    rest = _section(text) if text else Decimal(0)
    return None if rest is None else _whole(total + rest)


def _section(text: str) -> Decimal | None:
    """Up to 9999: 一千零八十六, 十二, 3.5, 一百二 (= 120); a bare 百 or 千 is 1 of it."""
    total, digit, last = Decimal(0), None, 10_000
    tokens = _TOKEN.findall(text)
    for n, token in enumerate(tokens):
        if token in _SMALL:
            if _SMALL[token] >= last or (digit is None and n):
                return None
            total += (1 if digit is None else digit) * _SMALL[token]
            digit, last = None, _SMALL[token]
        elif digit or not (token in _DIGITS or token[0].isdecimal()):  # two digits side by side, or 万 after 万
            return None
        else:
            digit = Decimal(_DIGITS.get(token, token))
    if not tokens or (digit is None and last == 10_000):
        return None
    short = len(tokens) >= 3 and last in (100, 1000) and tokens[-2] in _SMALL
    return total + (digit or 0) * (Decimal(last) / 10 if short else 1)


def _whole(value: Decimal) -> Decimal:
    """3.5万 is 35000, not 35000.0"""
    return value.to_integral_value() if value == value.to_integral_value() else value


# ---------------------------------------------------------------- cells

# Marks that offices set for "nothing to report" or over a figure that is withheld.
_NO_FIGURE = re.compile(r"[-—/\\*·.…_~×\s]*|无|暂无|空|空白|不适用|N/?A", re.IGNORECASE)
_UNITS = (
    "千元|百万元|万元|亿元|元|人民币元|件次|件|项次|项|条次|条|个|人次|人|次|份|宗|起|例|篇|期|家|部|封|名|类|批|户|场|页|部门"
)
_SCALES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8, "千": Decimal(1000), "百": Decimal(100), "十": Decimal(10)}
MONEY = {"元": Decimal(1), "千元": Decimal(10) ** 3, "万元": Decimal(10) ** 4, "百万元": Decimal(10) ** 6, "亿元": Decimal(10) ** 8}
_BRACKETED = re.compile(r"(?P<main>[^()]*?)\s*\((?P<remark>.*)\)\s*(?P<tail>[^()]*)", re.DOTALL)
_UNIT_BEHIND = re.compile(rf"(?:单位 ?:? ?)?(?P<unit>[十百千万亿]?(?:{_UNITS}|[%‰]|(?<=[万亿])))")
_DOUBTFUL = re.compile(r"[\d.,]+|.*(?:更正|订正|修正|改正|应为|实为|改为|有误).*", re.DOTALL)  # a remark that may be the figure itself
_OPEN_REMARK = re.compile(r"(?P<main>.*?)\s*[,，;、:]?\s*(?P<remark>(?:其中|包括|包含|含|注|另|备注).*)", re.DOTALL)
_AMOUNT = re.compile(
    rf"(?P<sign>[-+])?\s*(?P<figure>{_ARABIC}|{_HAN})\s*(?P<scale>[十百千万亿]*?)\s*(?P<unit>{_UNITS}|%|‰)?"
)


def parse_amount(text: str, unit: str = "") -> Amount:
    """The figure of a cell whose header gives `unit`.

    "251000元" under 万元 → 251000 元 (`convert` goes on from there); "3.5万" under 元 → 3.5 万元, under 件 → 35000 件;
    "22（其中修订16件）" → 22 with a remark, "251000（元）" as "251000元". Several figures ("1 2", "3(5)", "15(应为12)"),
    glued zeros ("00") and words → None.
    """
    if text.isascii() and text.isdecimal() and (text[0] != "0" or text == "0") and len(text) <= _LONGEST:
        return Amount(Decimal(text), unit, "", text)
    plain = normalise(text)
    if _NO_FIGURE.fullmatch(plain):
        return Amount(None, unit, "", text)
    main, remark = _apart(plain)
    found = _AMOUNT.fullmatch(main)
    value, printed = _scaled(found, unit) if found and not _DOUBTFUL.fullmatch(remark) else (None, "")
    return Amount(value, printed or unit, " ".join(remark.split()), text)


def convert(value: Decimal, unit: str, into: str) -> Decimal | None:
    """`value` in another unit of money; None when one of them is no money."""
    if unit == into:
        return value
    return value * MONEY[unit] / MONEY[into] if unit in MONEY and into in MONEY else None


def _apart(plain: str) -> tuple[str, str]:
    """Figure and remark: "55(含自然失效 29 件)", "22 其中修订16件", "(含税)55"."""
    found = _BRACKETED.fullmatch(plain)
    if found and not (found["main"].strip() and found["tail"].strip()):
        main, remark = (found["main"] or found["tail"]).strip(), found["remark"].strip()
        unit = _UNIT_BEHIND.fullmatch(remark)
        return (main + unit["unit"], "") if unit else (main, remark)
    found = _OPEN_REMARK.fullmatch(plain)
    return (found["main"].strip(), found["remark"].strip()) if found else (plain.strip(), "")


def _scaled(found: re.Match[str], default: str) -> tuple[Decimal | None, str]:
    sign, figure, scale, unit = found.group("sign", "figure", "scale", "unit")
    value = _plain(figure)
    if value is None or re.match(r"0\d", figure):
        return None, ""
    value = -value if sign == "-" else value
    if scale and (scale + "元") in MONEY and (unit == "元" or (not unit and default in MONEY)):
        return value, scale + "元"
    for mark in scale:
        value *= _SCALES[mark]
    return _whole(value) if scale else value, unit or ""
