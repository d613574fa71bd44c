"""Whose figure is nought, how it moved over the years, which reports there are, one year against several."""

import pytest

from tests.answering.support import figures
from tests.answering.worlds import BAOYING, GAOYOU, YEARS, YIZHENG, made

BODIES = (BAOYING, GAOYOU, YIZHENG)
ROWS = {"予以公开": "s3.result.granted@total", "部分公开": "s3.result.partial@total", "重复申请": "s3.result.unprocessed.repeat@total"}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("way", ["2022年哪家没有{}的", "2022年谁家没有{}", "2022年哪个单位都没有{}"])
def test_whose_figure_is_nought(way: str, name: str, seed: int) -> None:
    w = made(seed)
    told = w.asked.ask(way.format(name))
    assert told.status == "answered", told
    assert {v.agency for v in told.values if v.cells} == {a for a in BODIES if not w.of(ROWS[name], 2022, a)}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("way", ["宝应予以公开这几年是升是降", "宝应历年予以公开是增是减", "宝应予以公开这些年是涨还是跌"])
def test_over_several_years_every_year_is_told(way: str, seed: int) -> None:
    w = made(seed)
    assert figures(w.asked.ask(way)) == [str(v) for v in w.series(ROWS["予以公开"])]


@pytest.mark.parametrize("way", ["宝应2022年予以公开比2021年和2020年多几件", "宝应2022年予以公开比2020年、2021年少多少"])
def test_one_year_against_several_is_not_guessed(way: str) -> None:
    assert made(0).asked.ask(way).status == "refused"


@pytest.mark.parametrize(("way", "told"), [("2022年有哪几家", set(BODIES)), ("2021年都有谁", set(BODIES)), ("宝应那份是哪年的", set(map(str, YEARS))), ("2022年是哪些单位", set(BODIES))])
def test_which_reports_there_are(way: str, told: set[str]) -> None:
    reply = made(0).asked.ask(way)
    assert reply.status == "answered"
    assert all(t in reply.text for t in told)


@pytest.mark.parametrize(("way", "same"), [("2022年宝应和高邮两地新收的平均值", "2022年宝应和高邮新收平均多少"), ("宝应予以公开哪年更多", "宝应予以公开哪年最多"), ("宝应2022年下年结转几件", "宝应2022年结转下年度几件")])
def test_other_words_for_the_same(way: str, same: str) -> None:
    w = made(0)
    assert figures(w.asked.ask(way)) == figures(w.asked.ask(same)) != []
