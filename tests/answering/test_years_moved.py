"""哪几年比上年少: the years against the one before; several bodies or years, each in their sum."""

from decimal import Decimal

import pytest

from tests.answering.support import figures
from tests.answering.worlds import BAOYING, GAOYOU, World, made

NEW = "s3.new@total"
every_world = pytest.mark.parametrize("seed", range(5))


def moved(w: World, falls: bool) -> list[tuple[int, Decimal]]:
    """(year, figure) of those in one form that lie below (above) the year before."""
    pairs = [(2019, 2020), (2020, 2021), (2021, 2022)]
    return [(b, w.of(NEW, b)) for a, b in pairs if w.of(NEW, a) != w.of(NEW, b) and (w.of(NEW, b) < w.of(NEW, a)) == falls]


@every_world
@pytest.mark.parametrize(("way", "falls"), [("宝应哪几年新收比上年少", True), ("宝应哪些年新收比前一年多", False), ("宝应哪年新收申请降了", True), ("宝应哪年新收申请增加了", False)])
def test_the_years_that_moved(way: str, falls: bool, seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(way)
    assert [(v.year, Decimal(v.value)) for v in reply.values if v.cells] == moved(w, falls)


@every_world
@pytest.mark.parametrize("way", ["2022年宝应和高邮的新收申请各占两家合计的多少", "2022年宝应和高邮新收申请分别占合计的百分之几"])
def test_each_body_in_their_sum(way: str, seed: int) -> None:
    w = made(seed)
    one, other = w.of(NEW, 2022, BAOYING), w.of(NEW, 2022, GAOYOU)
    assert figures(w.asked.ask(way)) == [f"{v * 100 / (one + other):.2f}" for v in (one, other)]


def test_over_the_years_of_one_figure_and_not_of_another() -> None:
    w = made(0)
    values = w.series(NEW)
    assert abs(w.asked.value("宝应2022年新收占各年新收总数的百分之几") - values[-1] * 100 / sum(values)) <= Decimal("0.005")
    assert w.asked.ask("宝应2022年予以公开占四年办结总数的几成").status == "refused"
