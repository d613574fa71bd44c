"""Years of every kind, and numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.answering.words.plain import read_question
from handlers.answering.words.times import find_years

YEARS = (
    ("2020年", "absolute", (2020,)),
    ("2020", "absolute", (2020,)),
    ("２０２０年", "absolute", (2020,)),
    ("2020年度", "absolute", (2020,)),
    ("2020年底", "absolute", (2020,)),
    ("20年", "absolute", (2020,)),
    ("二〇二〇年", "absolute", (2020,)),
    ("二零二零年", "absolute", (2020,)),
    ("二○二○年度", "absolute", (2020,)),
    ("1998年", "absolute", (1998,)),
    ("2019年和2021年", "absolute", (2019, 2021)),
    ("2019、2020、2022年", "absolute", (2019, 2020, 2022)),
    ("19、20两年", "absolute", (2019, 2020)),
    ("19年、20年", "absolute", (2019, 2020)),
    ("2019—2022年", "absolute", (2019, 2020, 2021, 2022)),
    ("2019到22年", "absolute", (2019, 2020, 2021, 2022)),
    ("19到22年", "absolute", (2019, 2020, 2021, 2022)),
    ("2019—2022这4年", "absolute", (2019, 2020, 2021, 2022)),
    ("19到22四年", "absolute", (2019, 2020, 2021, 2022)),
    ("一八年", "absolute", (2018,)),
    ("一九年到二二年", "absolute", (2019, 2020, 2021, 2022)),
    ("一九年一直到二二年", "absolute", (2019, 2020, 2021, 2022)),
    ("二一、二二两年", "absolute", (2021, 2022)),
    ("一九年起", "since", (2019,)),
    ("19年以来", "since", (2019,)),
    ("十三五", "absolute", (2016, 2017, 2018, 2019, 2020)),
    ("2019年以来", "since", (2019,)),
    ("since 2019", "since", (2019,)),
    ("去年", "relative", (-1,)),
    ("前年", "relative", (-2,)),
    ("大前年", "relative", (-3,)),
    ("三年前", "relative", (-3,)),
    ("4年以前", "relative", (-4,)),
    ("2020 年", "absolute", (2020,)),
    ("今年", "relative", (0,)),
    ("明年", "relative", (1,)),
    ("last year", "relative", (-1,)),
    ("近三年", "last", (3,)),
    ("过去两年", "last", (2,)),
    ("last 3 years", "last", (3,)),
    ("同年", "same", ()),
    ("上一年", "previous", ()),
    ("头年", "previous", ()),
    ("次年", "next", ()),
    ("最新一年", "newest", ()),
    ("最近一份年报", "newest", ()),
    ("每家只取最新一份年报", "newest", ()),
    ("the latest report", "newest", ()),
    ("202年", "broken", (202,)),
)


@pytest.mark.parametrize(("text", "kind", "values"), YEARS)
@pytest.mark.parametrize("frame", ["{}", "邓州{}新收申请多少", "请问，{}的行政处罚"])
def test_a_year_is_read(text: str, kind: str, values: tuple[int, ...], frame: str) -> None:
    found = list(find_years(read_question(frame.format(text))))
    assert [(years.kind, years.values) for _, _, years in found] == [(kind, values)]


@pytest.mark.parametrize(
    "text",
    ["第20条", "第二十条", "20件", "12020", "0377-62282020", "2020.5", "20岁", "20年级", "第12年", "三十年", "3000条", "20202021", "十年"],
)
def test_other_numbers_are_no_years(text: str) -> None:
    assert not list(find_years(read_question(text)))


@given(st.integers(2000, 2039), st.integers(1, 12))
def test_a_range_has_every_year_between(first: int, length: int) -> None:
    ((_, _, years),) = find_years(f"{first}至{first + length}年")
    assert years.values == tuple(range(first, first + length + 1))


@given(st.integers(2000, 2060))
def test_digits_and_characters_say_the_same_year(year: int) -> None:
    written = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert [y.values for _, _, y in find_years(f"{written}年")] == [y.values for _, _, y in find_years(f"{year}年")] == [(year,)]


@given(st.text(alphabet="0123456789年度到至—、和第去前大上下近三五二〇零 邓州", max_size=24))
def test_years_found_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for start, stop, years in find_years(text):
        assert end <= start < stop <= len(text)
        assert years.kind in {"absolute", "relative", "last", "since", "same", "previous", "next", "broken", "before"}
        end = stop


def test_two_digits_are_years_before_a_word() -> None:
    assert [[y.values for _, _, y in find_years(text)] for text in ("19-22 诉讼", "19-22件")] == [[(2019, 2020, 2021, 2022)], []]


@pytest.mark.parametrize(("written", "year"), [
    ("2020年1月1日至12月31日新收几件", "2020年新收几件"),
    ("2020年1月1日至2020年12月31日新收几件", "2020年新收几件"),
    ("2020年1-12月新收几件", "2020年新收几件"),
    ("2020年1月至12月新收几件", "2020年新收几件"),
    ("截至2020年12月31日没办完几件", "截至2020年底没办完几件"),
    ("截至2020年12月底没办完几件", "截至2020年底没办完几件"),
    ("2020年1月1日至6月30日新收几件", "2020年1月1日至6月30日新收几件"),
    ("2020年12月新收几件", "2020年12月新收几件"),
    ("2020年到了12月31号没答复的", "2020年到了年底没答复的"),
    ("两千零二十年的处罚", "2020年的处罚"),
    ("2020年强制今年增了几项", "2020年强制增了几项"),
    ("2020年的强制比今年少了几项", "2020年的强制比今年少了几项"),
])
def test_dates_that_bound_a_year_are_the_year(written: str, year: str) -> None:
    assert read_question(written) == year
