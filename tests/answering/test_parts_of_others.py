"""One item against a part of the same item of another year or body: 不到2021年的一半, 比2021年多了三成, 多几倍, 降到几件."""

from decimal import Decimal

import pytest

from tests.answering.worlds import BAOYING, GAOYOU, World, made

SEEDS = range(4)
ROWS = {"新收申请": "s3.new@total", "予以公开": "s3.result.granted@total", "行政处罚": "s2.art20_6.penalty.decisions"}
HALF, THIRD, TENTHS = Decimal("0.5"), Decimal(1) / 3, Decimal("0.7")
every_world = pytest.mark.parametrize("seed", SEEDS)
every_row = pytest.mark.parametrize("name", ROWS)


def both(w: World, name: str, way: str) -> tuple[Decimal, Decimal]:
    """2022 and 2021 of one body, or 2022 of two."""
    return w.of(ROWS[name], 2022), w.of(ROWS[name], 2022, GAOYOU) if "高邮" in way else w.of(ROWS[name], 2021)


@every_world
@every_row
@pytest.mark.parametrize(("part", "limit"), [("一半", HALF), ("三分之一", THIRD), ("七成", TENTHS)])
@pytest.mark.parametrize("way", ["宝应2022年{}不到2021年的{}吧", "宝应2022年{}还不足高邮2022年的{}吗", "宝应2022年{}超过2021年的{}吗"])
def test_a_part_of_the_other_figure_is_no_part_of_all_requests(way: str, part: str, limit: Decimal, name: str, seed: int) -> None:
    w = made(seed)
    one, other = both(w, name, way)
    if not other:
        assert w.asked.ask(way.format(name, part)).status == "refused"
        return
    held = one > other * limit if "超过" in way else one < other * limit
    reply = w.asked.ask(way.format(name, part))
    assert reply.verdict == ("yes" if held else "no")
    assert abs(Decimal(reply.values[0].value) - one * 100 / other) <= Decimal("0.005")


@every_world
@every_row
@pytest.mark.parametrize(("said", "limit"), [("多了一半", HALF), ("少了七成", -TENTHS), ("多三成以上", Decimal("0.3")), ("少了不到一半", -HALF)])
def test_more_by_a_part_is_growth(said: str, limit: Decimal, name: str, seed: int) -> None:
    w = made(seed)
    one, other = both(w, name, "")
    reply = w.asked.ask(f"宝应2022年{name}比2021年{said}吗")
    if not other:
        assert reply.status == "refused"
        return
    rate = (one - other) / other * (-1 if limit < 0 else 1)
    held = 0 <= rate < abs(limit) if "不到" in said else rate >= abs(limit)
    assert reply.verdict == ("yes" if held else "no")


@every_world
@every_row
def test_so_many_times_more_is_told_beside_the_multiple(name: str, seed: int) -> None:
    w = made(seed)
    one, other = sorted(((w.of(ROWS[name], 2022, a), a) for a in (BAOYING, GAOYOU)), reverse=True)
    if not other[0]:
        return
    reply = w.asked.ask(f"2022年{one[1][:2]}的{name}比{other[1][:2]}多几倍")
    times = one[0] / other[0]
    assert abs(Decimal(reply.values[0].value) - times + 1) <= Decimal("0.00005")
    assert abs(Decimal(reply.values[1].value) - times) <= Decimal("0.00005")


@every_world
@every_row
@pytest.mark.parametrize("way", ["宝应从2021年到2022年{}降到几件", "2019到2022年宝应{}涨到多少", "宝应{}2021至2022年降到了多少"])
def test_fallen_or_risen_to_is_the_last_year(way: str, name: str, seed: int) -> None:
    w = made(seed)
    reply = w.asked.ask(way.format(name))
    assert [(Decimal(v.value), v.year) for v in reply.values] == [(w.of(ROWS[name], 2022), 2022)]


@every_world
@pytest.mark.parametrize(("way", "one", "other"), [("宝应2022年予以公开是部分公开的两成吗", "s3.result.granted", "s3.result.partial"), ("宝应2022年处罚决定够许可决定的两成吗", "s2.art20_6.penalty", "s2.art20_5.license")])
def test_one_figure_as_a_part_of_another(way: str, one: str, other: str, seed: int) -> None:
    w = made(seed)
    column = ".decisions" if one.startswith("s2") else "@total"
    a, b = w.of(one + column, 2022), w.of(other + column, 2022)
    reply = w.asked.ask(way)
    if not b:
        assert reply.status == "refused"
        return
    assert abs(Decimal(reply.values[0].value) - a * 100 / b) <= Decimal("0.005")


@pytest.mark.parametrize("way", ["宝应2022年公开率是2021年的八成吗", "宝应2022年公开率不到2021年的一半吧"])
def test_a_rate_is_not_held_against_a_part_of_another_year(way: str) -> None:
    assert made(0).asked.ask(way).status == "refused"
