"""Two bodies or two years were asked about: what is asked of both of them, or of the earlier or the later year."""

from decimal import Decimal

import pytest

from tests.answering.support import figures
from tests.answering.worlds import made

BODIES = ("宝应2020年新收申请多少件", "高邮2021年的呢")
YEARS = ("宝应2020年新收申请多少件", "2021年的呢")


def _values(*questions: str) -> list[Decimal]:
    return [made(3).asked.value(q) for q in questions]


@pytest.mark.parametrize("turn", ["两家的{}各是多少", "它们各自的{}是多少", "两边{}分别多少", "两地{}各多少"])
@pytest.mark.parametrize("row", ["予以公开", "不予公开", "公开率", "行政处罚处理决定"])
def test_both_bodies_each_with_its_year(turn: str, row: str) -> None:
    told = [Decimal(v) for v in figures(made(3).asked.ask(turn.format(row), *BODIES))]
    assert told == _values(f"宝应2020年{row}多少", f"高邮2021年{row}多少")


def test_both_bodies_added_up_and_compared() -> None:
    one, other = _values("宝应2020年予以公开多少件", "高邮2021年予以公开多少件")
    assert made(3).asked.value("两家的予以公开合计多少件", *BODIES) == one + other
    assert made(3).asked.value("那予以公开谁多", *BODIES) == max(one, other)


@pytest.mark.parametrize(("turn", "years"), [("这两年的予以公开各多少", (2020, 2021)), ("头一年的予以公开多少", (2020,)), ("第二年的予以公开呢", (2021,)), ("第一年的予以公开多少", (2020,))])
def test_both_years_and_each_in_turn(turn: str, years: tuple[int, ...]) -> None:
    told = [Decimal(v) for v in figures(made(3).asked.ask(turn, *YEARS))]
    assert told == _values(*(f"宝应{year}年予以公开多少件" for year in years))


@pytest.mark.parametrize("context", [YEARS, tuple(reversed([f"宝应{y}年新收申请多少件" for y in (2020, 2021)])), (YEARS[0], "第二年，2021的呢")])
def test_the_later_year_against_the_earlier(context: tuple[str, ...]) -> None:
    one, other = _values(*(f"宝应{year}年新收申请多少件" for year in (2020, 2021)))
    assert made(3).asked.value("后一年比前一年多几件", *context) == other - one


def test_two_blocks_of_one_report() -> None:
    told = [Decimal(v) for v in figures(made(3).asked.ask("两边各维持多少件", "宝应2020年行政复议几件", "行政诉讼呢"))]
    assert told == _values("宝应2020年行政复议维持多少件", "宝应2020年行政诉讼维持多少件")


def test_another_row_against_the_year_before() -> None:
    one, other = _values(*(f"宝应{year}年部分公开多少件" for year in (2020, 2021)))
    assert made(3).asked.value("部分公开比前一年多几件", "宝应2021年新收申请多少件") == other - one


@pytest.mark.parametrize(("turn", "second"), [("前者占两家合计的百分之几", 0), ("后者占两家之和的百分之多少", 1)])
def test_one_of_them_as_a_part_of_both(turn: str, second: int) -> None:
    told = _values("宝应2020年新收申请多少件", "高邮2021年新收申请多少件")
    assert figures(made(3).asked.ask(turn, *BODIES))[0] == f"{told[second] * 100 / sum(told):.2f}"


@pytest.mark.parametrize("context", [YEARS, tuple(reversed([f"宝应{y}年新收申请多少件" for y in (2020, 2021)]))])
def test_the_later_year_as_a_part_of_both(context: tuple[str, ...]) -> None:
    one, other = _values(*(f"宝应{year}年新收申请多少件" for year in (2020, 2021)))
    assert figures(made(3).asked.ask("后一年占两年合计的百分之几", *context))[0] == f"{other * 100 / (one + other):.2f}"


def test_the_one_that_is_less() -> None:
    told = _values("宝应2020年新收申请多少件", "高邮2021年新收申请多少件")
    assert made(3).asked.value("少的那家是多少", *BODIES) == min(told)
    assert made(3).asked.value("不予公开的哪年多", *YEARS) == max(_values(*(f"宝应{y}年不予公开多少件" for y in (2020, 2021))))


def test_each_of_the_rows_named_now() -> None:
    one, other = BODIES
    assert figures(made(3).asked.ask("复议和诉讼各自几件", one, other)) == figures(made(3).asked.ask("复议和诉讼各自几件", "高邮2021年新收申请多少件"))




@pytest.mark.parametrize(("turn", "body"), [
    ("前面那家的复议几件", "宝应2020年"), ("第一家的复议多少", "宝应2020年"), ("后一家的复议呢", "高邮2021年"), ("先问的那个市，复议几件", "宝应2020年"),
])
def test_one_of_the_bodies_pointed_at(turn: str, body: str) -> None:
    assert made(3).asked.value(turn, *BODIES) == made(3).asked.value(f"{body}行政复议几件")


def test_no_body_stands_at_that_place() -> None:
    assert made(3).asked.ask("第四家的复议呢", *BODIES).status == "refused"


def test_all_that_were_asked_in_a_row() -> None:
    asked = ("宝应2020年予以公开几件", "部分公开呢", "不予公开呢")
    parts = _values("宝应2020年予以公开几件", "宝应2020年部分公开几件", "宝应2020年不予公开几件")
    for turn in ("它们加起来", "这些合计多少", "三个数一共多少", "仨合一起是多少"):
        assert made(3).asked.value(turn, *asked) == sum(parts)


def test_two_shares_of_one_whole() -> None:
    asked = ("宝应2020年予以公开占办结的百分之几", "部分公开呢")
    one, other, whole = _values("宝应2020年予以公开几件", "宝应2020年部分公开几件", "宝应2020年办结几件")
    assert figures(made(3).asked.ask("两个加起来呢", *asked))[0] == f"{(one + other) * 100 / whole:.2f}"
    assert made(3).asked.ask("两个加起来呢", "宝应2020年予以公开占办结的百分之几", "宝应2020年企业申请占新收的百分之几").status == "refused"


def test_a_unit_is_no_money() -> None:
    assert made(3).asked.value("合多少万", "宝应2020年行政处罚处理决定多少") == made(3).asked.value("宝应2020年行政处罚处理决定多少")
