"""Numerals by table; the writer below is the plain counterpart of the parser."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.numerals import Amount, convert, find_numbers, parse_amount, parse_number

EXACT = {
    "1,086": "1086", "１，０８６": "1086", "12,345,678.9": "12345678.9", "24252.311082": "24252.311082",
    "3.5万": "35000", "1.2亿": "120000000", "3亿5000万": "350000000", "1万2千": "12000", "3百万": "3000000",
    "一千零八十六": "1086", "二〇二〇": "2020", "二零二〇": "2020", "十": "10", "十二": "12", "二十": "20", "廿三": "23", "卅": "30",
    "两千零五": "2005", "一百二": "120", "二百五": "250", "一万二": "12000", "2万9": "29000", "2万8千": "28000", "一百零二": "102", "一万零二": "10002",
    "一亿二千万零三": "120000003", "一千零五十万": "10500000", "壹佰贰拾叁": "123", "三点五": "3.5", "三点五万": "35000", "零": "0", "〇": "0",
    "+1036": "1036", "-18": "-18", "−50": "-50", "－50": "-50", "–50": "-50", "负五十": "-50",
    "六成": "0.6", "六成五": "0.65", "两成半": "0.25", "2.5成": "0.25", "百分之五": "0.05", "千分之三": "0.003", "5%": "0.05",
    "39.34％": "0.3934", "四分之三": "0.75", "一半": "0.5",
}
ABOUT = {
    "六百多": "600", "50余": "50", "3600余": "3600", "50多万": "500000", "十几": "10", "约300": "300", "近百": "100",
    "百余": "100", "五十左右": "50", "上千": "1000", "近20%": "0.2", "三成多": "0.3",
}


@pytest.mark.parametrize(("text", "value"), EXACT.items())
def test_exact(text: str, value: str) -> None:
    assert parse_number(text) == (Decimal(value), False)


@pytest.mark.parametrize(("text", "value"), ABOUT.items())
def test_approximate(text: str, value: str) -> None:
    assert parse_number(text) == (Decimal(value), True)


@pytest.mark.parametrize("text", [
    "", "十三五", "万一", "十百", "三三百", "亿", "1,08", "1,0866", "1 2", "几十", "数百", "统一", "2020年", "1.2.3", "9" * 40, "零分之一", "-",
])
def test_no_numeral(text: str) -> None:
    assert parse_number(text) is None


def written(number: int) -> str:
    """8621 → 八千六百二十一, the schoolbook way."""
    if number >= 10_000:
        head, rest = divmod(number, 10_000)
        return written(head) + "万" + ("零" if 0 < rest < 1000 else "") + (written(rest) if rest else "")
    parts, pending = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        pending = pending or (digit == 0 and bool(parts))
        if digit:
            parts, pending = parts + ("零" if pending else "") + "零一二三四五六七八九"[digit] + name, False
    return parts or "零"


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 99_999_999))
def test_what_is_written_is_read(number: int) -> None:
    assert parse_number(written(number)) == (number, False)
    assert parse_number(f"{number:,}") == (number, False)
    assert parse_number("".join("〇一二三四五六七八九"[int(digit)] for digit in f"{number:04}")) == (number, False)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,，万亿千百十零〇一二三余多成分之%-+约 件(其中)", max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    parse_number(text)
    list(find_numbers(text))
    assert parse_amount(text).text == text


def test_numerals_in_a_sentence() -> None:
    text = "2019-2020年共公开信息8621条,其中约3600余条"
    assert [(text[start:end], figure.approximate) for start, end, figure in find_numbers(text)] == [
        ("2019", False), ("2020", False), ("8621", False), ("约3600余", True),
    ]


@pytest.mark.parametrize(("text", "default", "value", "unit", "remark"), [
    ("0", "件", "0", "件", ""),
    ("1,086", "件", "1086", "件", ""),
    ("+1036", "项", "1036", "项", ""),
    ("-18", "项", "-18", "项", ""),
    ("− 50", "项", "-50", "项", ""),
    ("251000元", "万元", "251000", "元", ""),
    ("75394432.52元", "万元", "75394432.52", "元", ""),
    ("4281.8773万元", "", "4281.8773", "万元", ""),
    ("1.2亿元", "万元", "1.2", "亿元", ""),
    ("3.5万", "元", "3.5", "万元", ""),
    ("3.5万", "件", "35000", "件", ""),
    ("12件", "", "12", "件", ""),
    ("十二", "件", "12", "件", ""),
    ("55（含自然失效 29 件）", "件", "55", "件", "含自然失效 29 件"),
    ("22\n（其中修订 16 件）", "件", "22", "件", "其中修订 16 件"),
    ("22其中修订16件", "件", "22", "件", "其中修订16件"),
    ("（含税）55", "万元", "55", "万元", "含税"),
    ("24252.311082", "万元", "24252.311082", "万元", ""),
])
def test_cells(text: str, default: str, value: str, unit: str, remark: str) -> None:
    assert parse_amount(text, default) == Amount(Decimal(value), unit, remark, text)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\xa0", "-", "—", "——", "/", "****", "＊", "无", "…", "00", "1 2", "12 34", "规章"])
def test_no_figure_is_no_zero(text: str) -> None:
    assert parse_amount(text, "件") == Amount(None, "件", "", text)


def test_money_converts_and_counts_do_not() -> None:
    assert convert(Decimal("4281.8773"), "万元", "元") == Decimal("42818773")
    assert convert(Decimal(3), "件", "元") is None
