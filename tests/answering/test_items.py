"""Lists of items (许可, 处罚, 收费): last year's number, its change, and what they make; amounts that are printed in 万元."""

from datetime import date
from decimal import Decimal

import pytest

from tests.answering.support import Asked, beside, first_line
from tests.answering.worlds import World, made

SEEDS = range(6)
LISTS = {"行政许可": "s2.art20_5.license", "行政处罚": "s2.art20_6.penalty", "行政强制": "s2.art20_6.coercion", "收费": "s2.art20_8.fee"}
AT_YEAR_END = (
    "宝应2020年{}年末有多少项", "宝应2020年{}项目数把增减算进去是多少项", "宝应2020年{}项目把增减加上是多少项",
    "宝应2020年{}上一年项目数加上本年增减是多少", "宝应2020年{}项目加上增减一共多少项",
)
every_list = pytest.mark.parametrize("name", LISTS)
every_world = pytest.mark.parametrize("seed", SEEDS)


def before_and_change(w: World, name: str, year: int = 2020) -> tuple[Decimal, Decimal]:
    return w.of(f"{LISTS[name]}.prev_items", year), w.of(f"{LISTS[name]}.change", year)


@every_world
@every_list
@pytest.mark.parametrize("way", AT_YEAR_END)
def test_with_its_change_a_list_has_what_it_has_at_the_year_end(way: str, name: str, seed: int) -> None:
    w = made(seed)
    assert w.asked.value(way.format(name)) == sum(before_and_change(w, name))


@every_world
@every_list
@pytest.mark.parametrize("year", [2019, 2020])
def test_more_or_fewer_than_the_year_before_is_printed_in_one_report(year: int, name: str, seed: int) -> None:
    w = made(seed)
    _, change = before_and_change(w, name, year)
    more, fewer = (w.asked.ask(f"宝应{year}年{name}项目比上一年{word}几项") for word in ("多", "少"))
    assert more.values[0].cells == fewer.values[0].cells == (f"{LISTS[name]}.change",)
    assert Decimal(more.values[0].value) == change
    assert Decimal(fewer.values[0].value) == (-change if change < 0 else change)


@every_world
@every_list
@pytest.mark.parametrize("way", ["宝应2019年{}比上年多多少", "宝应2019年{}比2018年多了多少", "宝应2019年{}项目数比2018年多几项", "宝应2020年{}项目数比2019年多了多少", "宝应2020年{}项目同比多了多少"])
def test_the_printed_change_tells_of_a_year_without_report(way: str, name: str, seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(way.format(name))
    assert [v.cells for v in reply.values] == [(f"{LISTS[name]}.change",)]
    assert abs(Decimal(reply.values[0].value)) == abs(before_and_change(w, name, 2019 if "2019年{}" in way else 2020)[1])


@pytest.mark.parametrize("way", ["宝应2019年处罚决定比上年多多少", "宝应2019年许可处理决定数量比2018年多几件"])
def test_the_printed_change_is_none_of_decisions(way: str) -> None:
    assert made(0).asked.ask(way).reason == "no_year"


@every_world
@pytest.mark.parametrize(("way", "verdict"), [("宝应新收申请比上年多多少", None), ("宝应新收申请跟上一年比", None), ("宝应新收申请比上年多吗", "told")])
def test_the_year_before_is_that_of_the_newest_report(way: str, verdict: str | None, seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(way, today=date(2026, 1, 1))
    new, old = w.series("s3.new@total", (2022, 2021))
    assert Decimal(reply.values[0].value) == (new if verdict else new - old)
    assert reply.verdict == (("yes" if new > old else "no") if verdict else None)
    assert {"2022", "2021"} <= set(beside(reply))
    assert w.asked.ask("宝应新收申请比去年多多少", today=date(2026, 1, 1)).status == "refused"


GROWTH, FALL = ("增长率", "增幅", "同比增长百分之几", "增加了百分之几"), ("降了百分之几", "减少了百分之几", "比上一年减少百分之几", "降幅")


@every_world
@pytest.mark.parametrize(("name", "word"), [(n, w) for n in LISTS for w in (*GROWTH, *(FALL if n != "收费" else ()))])
def test_growth_in_percent_is_that_of_one_report(name: str, word: str, seed: int) -> None:
    w = made(seed)
    before, change = before_and_change(w, name)
    reply = w.asked.ask(f"宝应2020年{name}项目{word}")
    if not before:
        assert (reply.status, reply.reason) == ("refused", "not_comparable")
        return
    (value,) = reply.values
    assert set(value.cells) == {f"{LISTS[name]}.prev_items", f"{LISTS[name]}.change"}
    assert abs(abs(Decimal(value.value)) - abs(change) * 100 / before) <= Decimal("0.005")
    assert not change or ("增长" if change > 0 else "下降") in first_line(reply)
    assert word not in GROWTH or Decimal(value.value) * change >= 0


# ---------------------------------------------------------------- 1250.5 万元

@pytest.mark.parametrize("asks", ["超过{}吗", "有没有超过{}", "超过{}没有"])
@pytest.mark.parametrize(
    ("bound", "above"),
    [("1250万", True), ("1250万元", True), ("1251万", False), ("1千万", True), ("2千万", False), ("1亿", False), ("12504999元", True), ("12505000元", False), ("1000", True), ("1300", False)],
)
def test_a_bound_is_of_the_unit_it_is_said_in(places: Asked, bound: str, above: bool, asks: str) -> None:
    reply = places.ask(f"宝应2020年集中采购金额{asks.format(bound)}")
    assert (reply.verdict, [v.value for v in reply.values]) == ("yes" if above else "no", ["1250.5"]), reply


@pytest.mark.parametrize(("bound", "years"), [("1000万", [2019, 2020]), ("1千万", [2019, 2020]), ("2千万", [])])
def test_the_years_above_a_bound(places: Asked, bound: str, years: list[int]) -> None:
    reply = places.ask(f"宝应哪年政府集中采购金额超过{bound}")
    assert [v.year for v in reply.values if v.cells] == years


@every_world
@every_list
@pytest.mark.parametrize("way", ["去年宝应{}项目砍掉几项", "宝应去年{}项目新增几项", "去年，宝应县的{}项目取消了多少项", "宝应去年{}项目比前年多几项", "2020年宝应{}项目比去年多几项"])
def test_last_year_by_the_clock_is_the_year_of_the_report(way: str, name: str, seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(way.format(name), today=date(2021, 6, 1))
    assert [(v.cells, v.year) for v in reply.values] == [((f"{LISTS[name]}.change",), 2020)], reply.text


def test_cut_that_was_none_is_told(shipped: Asked) -> None:
    assert first_line(shipped.ask("邓州2020年行政许可砍掉几项")) == "邓州市人民政府 2020 年行政许可本年增/减（增加）：1434 项"
