"""The first year past a bound; what the prose alone tells; a deed that is counted and stands in no form; how many reports there are."""

from decimal import Decimal

import pytest

from tests.answering.support import Asked
from tests.answering.worlds import YEARS, made


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("way", ["宝应从哪年起予以公开超过{}件", "宝应哪一年予以公开首次超过{}件", "宝应予以公开哪年开始过{}件", "宝应予以公开第一次超过{}件是哪年"])
def test_the_first_year_past_a_bound_stands_first(way: str, seed: int) -> None:
    w = made(seed)
    values = dict(zip(YEARS, w.series("s3.result.granted@total"), strict=True))
    bound = sorted(values.values())[1]
    past = [y for y in YEARS if values[y] > bound]
    reply = w.asked.ask(way.format(bound))
    assert [(v.year, Decimal(v.value)) for v in reply.values] == [(y, values[y]) for y in past]


@pytest.mark.parametrize("way", ["邓州2020年正文说收到多少申请", "邓州2020年正文里写的不予公开有几件"])
def test_a_figure_of_the_form_is_not_told_as_the_proses(shipped: Asked, way: str) -> None:
    assert "正文" in shipped.ask(way).text
    assert shipped.ask(way).status == "refused"
    assert shipped.value("邓州正文说规范性文件多少件") == 710


@pytest.mark.parametrize("deed", ["转出去", "送回来", "搬走"])
def test_a_deed_that_no_form_counts_is_named(shipped: Asked, deed: str) -> None:
    reply = shipped.ask(f"邓州2020年新收几件，{deed}几件")
    assert [v.value for v in reply.values] == ["61"]
    assert deed in reply.text


def test_how_many_reports_there_are() -> None:
    asked = made(0).asked
    assert asked.value("宝应有几份年报") == asked.value("宝应的年报总共几份") == len(YEARS)
    assert asked.ask("最老的报告是哪年").values[0].value == str(YEARS[0])
