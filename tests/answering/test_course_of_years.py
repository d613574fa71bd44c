"""Going on after several years or one body: the ends of a course, the years that follow, the other bodies."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.answering.support import figures
from tests.answering.worlds import BAOYING, GAOYOU, YIZHENG, made

SEEDS = range(4)
NEW = "s3.new@total"
every_world = pytest.mark.parametrize("seed", SEEDS)


@every_world
@pytest.mark.parametrize("first", ["宝应新收申请的走势", "宝应2019到2022年新收申请的变化", "宝应2019至2022新收申请各多少"])
@pytest.mark.parametrize(("asked", "ends"), [(("最高是多少",), "max"), (("最高是多少", "最低呢"), "min"), (("最高多少", "最低多少", "相差多少"), "gap"), (("最高是哪年", "最低的那年是多少"), "min"), (("最高多少", "最低多少", "两者差多少"), "gap")])
def test_the_ends_of_a_course(first: str, asked: tuple[str, ...], ends: str, seed: int) -> None:
    w = made(seed)
    values = w.series(NEW)
    wanted = {"max": max(values), "min": min(values), "gap": max(values) - min(values)}[ends]
    assert w.asked.value(asked[-1], first, *asked[:-1]) == wanted


@every_world
@pytest.mark.parametrize(("asked", "of"), [("哪年最多", max), ("最少的是哪年", min)])
def test_years_asked_in_turn_are_the_ones_meant(asked: str, of: Callable[[list[Decimal]], Decimal], seed: int) -> None:
    w = made(seed)
    values = w.series(NEW, (2019, 2020, 2021))
    assert w.asked.value(asked, "宝应2019年新收申请", "2020年呢", "2021年呢") == of(values)


@every_world
@pytest.mark.parametrize(("asked", "years"), [("后来三年呢", (2020, 2021, 2022)), ("后几年呢", (2020, 2021, 2022)), ("之后两年各多少", (2020, 2021)), ("再后来呢", (2020,)), ("再往后呢", (2020,))])
def test_the_years_that_follow(asked: str, years: tuple[int, ...], seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(asked, "宝应2019年新收申请多少")
    assert [(v.year, Decimal(v.value)) for v in reply.values] == list(zip(years, w.series(NEW, years), strict=True))


@every_world
@pytest.mark.parametrize(("asked", "year"), [("其他几家呢", 2022), ("其他各家呢", 2022), ("另外那一家呢", 2021)])
def test_the_other_bodies(asked: str, year: int, seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(asked, "宝应2021年新收申请多少")
    assert {v.agency: Decimal(v.value) for v in reply.values} == {a: w.of(NEW, year, a) for a in (GAOYOU, YIZHENG)}


@pytest.mark.parametrize("asked", ["哪家多", "哪个单位多", "哪家少"])
def test_one_body_has_no_other(asked: str) -> None:
    assert made(0).asked.ask(asked, "宝应2021和2022年新收申请").status == "refused"


def test_change_of_a_list_after_its_number() -> None:
    w = made(0)
    change = w.of("s2.art20_8.fee.change", 2020, BAOYING)
    assert figures(w.asked.ask("比上年呢", "宝应2020年收费项目数")) == [str(change)]
