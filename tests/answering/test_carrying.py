"""Requests carried from one year into the next: one figure under two names, taken from whichever report is here."""

from datetime import date
from decimal import Decimal

import pytest

from handlers.answering import Reply
from tests.answering.archives import Memory, complete, report
from tests.answering.support import Asked
from tests.answering.town import OF_2021, PLAIN
from tests.answering.worlds import BAOYING, YEARS, made

INTO = ("拖到", "结转到", "转至", "留到", "剩到", "带到", "移至", "滚到", "顺延到", "挪到", "压到")
OUT_OF = ("转过来", "拖过来", "移过来", "带下来")
FIRST, LAST = YEARS[0], YEARS[-1]


@pytest.fixture(scope="module")
def asked() -> Asked:
    return made(3).asked


def expected(year: int) -> tuple[int, str, Decimal]:
    """(report, cell, figure) of what was carried out of `year`."""
    here = (year, "s3.carried_out@total") if year in YEARS else (year + 1, "s3.carried_in@total")
    return *here, made(3).of(here[1], here[0])


def given(reply: Reply) -> tuple[int | None, str, Decimal]:
    (value,) = reply.values
    return value.year, *value.cells, Decimal(value.value)


@pytest.mark.parametrize("year", range(FIRST - 1, LAST + 1))
@pytest.mark.parametrize("way", INTO)
def test_out_of_one_year_into_the_next(asked: Asked, way: str, year: int) -> None:
    assert given(asked.ask(f"宝应{year}年{way}{year + 1}年的有几件")) == expected(year)


@pytest.mark.parametrize("year", range(FIRST - 1, LAST + 1))
@pytest.mark.parametrize("way", INTO)
def test_the_year_that_they_go_into_is_enough(asked: Asked, way: str, year: int) -> None:
    assert given(asked.ask(f"宝应{way}{year + 1}年的申请有几件")) == expected(year)


@pytest.mark.parametrize("year", range(FIRST - 1, LAST + 1))
@pytest.mark.parametrize("way", OUT_OF)
def test_the_year_that_they_come_from(asked: Asked, way: str, year: int) -> None:
    assert given(asked.ask(f"宝应{year}年没办完{way}的有几件")) == expected(year)


@pytest.mark.parametrize("year", range(FIRST - 1, LAST))
@pytest.mark.parametrize("way", ["宝应{later}年里，{year}年没办完转过来的有几件", "宝应{year}年没办完转过来的，{later}年有几件", "宝应{year}年的申请拖到{later}年的有几件"])
def test_the_other_year_beside_it_is_no_second_figure(asked: Asked, way: str, year: int) -> None:
    assert given(asked.ask(way.format(year=year, later=year + 1))) == expected(year)


@pytest.mark.parametrize("year", [FIRST - 2, LAST + 1, 2031])
def test_neither_report_is_here(asked: Asked, year: int) -> None:
    reply = asked.ask(f"宝应{year}年拖到{year + 1}年的有几件")
    assert (reply.status, reply.reason, reply.values) == ("refused", "no_year", ())


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("words", "back"), [("拖到今年", 1), ("留到今年", 1), ("前年拖到去年", 2), ("拖到去年", 2), ("今年拖到明年", 0)])
def test_years_counted_from_today(asked: Asked, words: str, back: int, year: int) -> None:
    today = date(year + back, 6, 1)
    assert given(asked.ask(f"宝应{words}的有几件", today=today)) == expected(year)


def test_without_today_no_year_is_guessed(asked: Asked) -> None:
    reply = asked.ask("宝应拖到今年的有几件")
    assert (reply.status, reply.reason, reply.values) == ("refused", "no_year", ())


def test_a_gap_between_reports_is_bridged_by_the_later_one() -> None:
    """2019 and 2021 are here, 2020 is not: what 2020 left is the 上年结转 of 2021."""
    of = {2019: PLAIN | {"s3.carried_out@natural": 31}, 2021: PLAIN | OF_2021 | {"s3.carried_in@natural": 17, "s3.carried_out@natural": 19}}
    asked = Asked(Memory(report(BAOYING, year, form, complete(form, of[year])) for year, form in ((2019, "2019"), (2021, "2021"))))
    assert [given(asked.ask(f"宝应{year}年拖到{year + 1}年的有几件")) for year in (2019, 2020, 2021)] == [
        (2019, "s3.carried_out@total", 31), (2021, "s3.carried_in@total", 17), (2021, "s3.carried_out@total", 19),
    ]


@pytest.mark.parametrize(("text", "cell"), [("宝应2020年新收申请多少", "s3.new@total"), ("宝应2020年上年结转多少", "s3.carried_in@total"), ("宝应2020年结转下年度多少", "s3.carried_out@total")])
def test_a_year_that_nothing_turns_over_is_the_year_itself(asked: Asked, text: str, cell: str) -> None:
    assert given(asked.ask(text)) == (2020, cell, made(3).of(cell, 2020))


@pytest.mark.parametrize("text", ["上一年遗留到2020年的申请，宝应有几份", "头一年没弄完转到2020年弄的，宝应有几件"])
def test_told_from_the_year_it_arrives_in(asked: Asked, text: str) -> None:
    assert given(asked.ask(text)) == (2020, "s3.carried_in@total", made(3).of("s3.carried_in@total", 2020))
