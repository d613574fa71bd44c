"""The year that moved most, the share of the largest, and several figures taken from one."""

import pytest

from tests.answering.support import Asked, figures, first_line


@pytest.mark.parametrize("question", ["宝应哪年处罚决定涨得最多，涨了几件", "宝应2019到2022处罚决定涨得最多的那年涨了几件", "宝应处罚决定增加最多的一年是哪年，增加了多少件"])
def test_year_that_rose_most(places: Asked, question: str) -> None:
    reply = places.ask(question)
    assert (reply.values[0].value, reply.values[0].year) == ("600", 2022)
    assert "2022 年" in first_line(reply)


def test_years_of_different_forms_are_no_step(places: Asked) -> None:
    reply = places.ask("宝应哪年新收申请增长最多")  # 2018 counts what was accepted
    assert (reply.values[0].value, reply.values[0].year) == ("14", 2020)


@pytest.mark.parametrize(("question", "values"), [
    ("办理结果里最多的那类占多少", ["40.98", "25"]),
    ("邓州2020年哪种办理结果最多，占百分之几", ["25", "40.98"]),
    ("直接起诉里最多的那种结果占百分之几", ["52.63", "10"]),
    ("申请最多的那类人占新收的百分之几", ["96.72", "59"]),
    ("不予公开里用得最多的理由占不予公开的百分之几", ["75.00", "6"]),
])
def test_share_of_the_largest(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


def test_share_of_the_one_that_is_named(shipped: Asked) -> None:
    assert f"{shipped.value('邓州2020年办结的单子里信访举报投诉类霸榜了吧，占百分之多少？'):.2f}" == "40.98"


@pytest.mark.parametrize(("question", "left"), [
    ("办结减掉予以公开、部分公开和不予公开", 29),
    ("新收总数减掉自然人和企业的是几件", 1),
    ("全部办结扣掉予以公开和部分公开，等于几", 37),
])
def test_several_taken_from_one(shipped: Asked, question: str, left: int) -> None:
    assert shipped.value(question) == left


@pytest.mark.parametrize(("question", "year"), [("宝应哪年第一次有行政诉讼", "first"), ("宝应头一回出现部分公开是哪年", "first"), ("宝应最早哪年有行政复议", "first"), ("宝应最后一次有行政复议是哪年", "last")])
def test_year_something_first_was_not_nought(places: Asked, question: str, year: str) -> None:
    reply = places.ask(question)
    every = places.ask(question.replace("第一次", "").replace("头一回出现", "有").replace("最早", "").replace("最后一次", ""))
    years = [v.year for v in every.values if v.value != "0"]
    assert [v.year for v in reply.values] == [min(years) if year == "first" else max(years)], reply.text
