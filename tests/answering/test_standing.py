"""Where a figure stands among its like, against plain counting; and how far the largest is from the smallest."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

import pytest

from tests.answering.support import Asked, first_line
from tests.answering.worlds import BAOYING, GAOYOU, YEARS, YIZHENG, World, made

SEEDS = range(6)
BODIES = {"宝应": BAOYING, "高邮": GAOYOU, "仪征": YIZHENG}
COLUMNS = {"自然人": "natural", "企业": "enterprise", "科研机构": "research", "公益组织": "welfare", "律所": "legal_service"}
KINDS = {
    "denied": ("不予公开", {"国家秘密": "state_secret", "第三方合法权益": "third_party", "行政执法案卷": "enforcement_file", "行政查询事项": "query"}),
    "unprocessed": ("不予处理", {"重复申请": "repeat", "信访举报投诉": "petition"}),
    "unable": ("无法提供", {"本机关不掌握": "not_held", "补正后仍不明确": "unclear"}),
}


def rank(mine: Decimal, among: Iterable[Decimal]) -> int:
    """1 for the largest, equals share a place."""
    return 1 + sum(v > mine for v in among)


def stands(w: World, question: str, mine: Decimal, among: list[Decimal]) -> None:
    reply = w.asked.ask(question)
    assert [Decimal(v.value) for v in reply.values] == [rank(mine, among), mine], reply
    assert reply.values[0].unit == "位"
    assert f"{len(among)} 个" in first_line(reply)
    assert ("并列" in first_line(reply)) == (among.count(mine) > 1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("row", ["新收申请", "予以公开", "结转下年度"])
def test_among_the_bodies_of_the_year(row: str, seed: int) -> None:
    w, cell = made(seed), {"新收申请": "s3.new@total", "予以公开": "s3.result.granted@total", "结转下年度": "s3.carried_out@total"}[row]
    among = {body: w.of(cell, 2021, body) for body in BODIES.values()}
    for name, body in BODIES.items():
        stands(w, f"{name}2021年{row}在各单位里排第几", among[body], list(among.values()))


@pytest.mark.parametrize("seed", SEEDS)
def test_among_the_applicants(seed: int) -> None:
    w = made(seed)
    among = [v for cell, v in w.parts("s3.new@*").items() if cell != "s3.new@total"]
    for name, column in COLUMNS.items():
        stands(w, f"宝应2020年{name}新收申请在各类申请人里排第几", w.of(f"s3.new@{column}"), among)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("group", KINDS)
def test_among_the_kinds_of_a_group(group: str, seed: int) -> None:
    w, (whole, kinds) = made(seed), KINDS[group]
    among = list(w.parts(f"s3.result.{group}.*@total").values())
    for name, kind in kinds.items():
        stands(w, f"宝应2020年{name}在{whole}里排第几", w.of(f"s3.result.{group}.{kind}@total"), among)


@pytest.mark.parametrize(("name", "place", "tied"), [("高邮", 1, False), ("宝应", 2, False), ("仪征", 3, True), ("宝应教育局", 3, True)])
def test_equals_share_a_place_and_it_is_said(places: Asked, name: str, place: int, tied: bool) -> None:
    reply = places.ask(f"{name}2022年新收申请在各单位里排第几")
    assert reply.values[0].value == str(place)
    assert ("并列" in first_line(reply)) == tied


def test_a_year_that_is_not_there_has_no_place(places: Asked) -> None:
    reply = places.ask("宝应2031年新收申请排第几")
    assert (reply.status, reply.reason, reply.values) == ("refused", "no_year", ())


# ---------------------------------------------------------------- largest minus smallest

def years(w: World) -> Mapping[str, Decimal]:
    return {f"{y}": w.of("s3.new@total", y) for y in YEARS}


def bodies(w: World) -> Mapping[str, Decimal]:
    return {body: w.of("s3.new@total", 2021, body) for body in BODIES.values()}


SPREADS: tuple[tuple[str, Callable[[World], Mapping[str, Decimal]]], ...] = (
    ("2021年新收申请最多的单位比最少的单位多多少", bodies),
    ("2021年新收申请最多的单位比最少的多多少", bodies),
    ("宝应历年新收申请最多的一年比最少的一年多多少", years),
    ("宝应2020年申请最多的申请人比最少的多多少", lambda w: {c: v for c, v in w.parts("s3.new@*").items() if c != "s3.new@total"}),
    ("宝应2020年不予公开理由里最多的比最少的多多少", lambda w: w.parts("s3.result.denied.*@total")),
)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("question", "plain"), SPREADS, ids=[q for q, _ in SPREADS])
def test_the_range_is_the_largest_minus_the_smallest(question: str, plain: Callable[[World], Mapping[str, Decimal]], seed: int) -> None:
    w = made(seed)
    among = plain(w).values()
    reply = w.asked.ask(question)
    assert [Decimal(v.value) for v in reply.values] == [max(among) - min(among), max(among), min(among)], reply
    assert len(reply.values[0].cells) == 2


@pytest.mark.parametrize("question", ["宝应2021年新收申请在各单位里排第几", "2021年各单位新收申请之和", "2021年新收申请最多的单位比最少的多多少", "2021年新收申请超过1件的单位有哪些", "2021年以来新收申请最多的是哪家"])
def test_the_foremost_of_very_many_bodies_are_not_taken_for_all(question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.answering.replies.scope._FEW", 1)
    reply = made(3).asked.ask(question)
    assert (reply.status, reply.values) == ("refused", ()), reply.text
