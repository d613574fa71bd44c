"""Shares of several figures that are added up."""

import pytest

from handlers.answering.words.signs import in_words
from tests.answering.support import Asked, first_line


@pytest.mark.parametrize(("question", "share"), [
    ("邓州2020年，行政复议占复议加诉讼总数的百分之几", "68.33"),
    ("予以公开在予以公开加部分公开里占百分之多少", "62.50"),
    ("邓州2020年，予以公开在予以公开加部分公开的总数中占几成", "6.25"),
    ("不予处理占不予公开、无法提供、不予处理三项之和的百分比", "67.57"),
    ("法人新收占自然人加企业的百分之几", "3.33"),
    ("处罚占处罚与强制之和的比重是多少", "95.18"),
    ("What share of reviews plus lawsuits were lawsuits in Dengzhou 2020?", "31.67"),
    ("Of penalties and coercion combined, what percentage were penalties?", "95.18"),
    ("As a share of full plus partial disclosure, how much was full disclosure?", "62.50"),
    ("What % of all outcomes was full disclosure in Dengzhou 2020?", "24.59"),
])
def test_share_of_a_sum(shipped: Asked, question: str, share: str) -> None:
    assert f"{shipped.value(question):.2f}" == share


def test_parts_added_up_before_the_whole_are_the_part(shipped: Asked) -> None:
    assert f"{shipped.value('邓州2020予以公开加部分公开占办结总数的百分之几'):.2f}" == "39.34"


def test_what_is_added_up_is_named(shipped: Asked) -> None:
    assert "行政复议总计、行政诉讼总计合计" in first_line(shipped.ask("打官司的占复议加诉讼总数的百分之多少"))


def test_percent_of_something_is_a_share() -> None:
    assert in_words("what % of all outcomes") == "what percentage of all outcomes"
    assert in_words("24.59% of all") == "24.59% of all"


def test_how_much_is_no_comparison(shipped: Asked) -> None:
    assert first_line(shipped.ask("予以公开、部分公开、不予公开，这三个数加到一起得多少")).endswith("合计：32 件")


@pytest.mark.parametrize(("question", "value"), [
    ("有几成不给？不予公开、无法提供都算上", "1.9672"),
    ("不公开的占多少，无法提供也算在内", "19.67"),
    ("有多少没公开，不予公开、无法提供、不予处理都算", "37"),
    ("公开的有几件？部分公开也算上", "24"),
])
def test_what_counts_in_is_told_behind_the_question(shipped: Asked, question: str, value: str) -> None:
    assert shipped.ask(question).values[0].value == value


def test_a_share_after_a_sum_is_that_of_the_sum(shipped: Asked) -> None:
    assert [v.value for v in shipped.ask("不予公开和无法提供一共多少，占几成").values] == ["12", "1.9672"]


@pytest.mark.parametrize(("question", "verdict", "part"), [
    ("无法提供里信息不存在占四分之三对吧", "yes", "3"),
    ("部分公开是予以公开的五分之三对不对", "yes", "9"),
    ("予以公开、部分公开加起来有没有超过四分之一", "yes", "24"),
    ("信息不存在、需要另行制作、补正后不明确，三样加起来有没有超过四分之一", "no", "4"),
    ("部分公开、信访两项加一起够不够办结的二分之一", "yes", "34"),
    ("四成的申请是信访对不对", "yes", "40.98"),
    ("信访占41%对吗", "yes", "40.98"),
    ("信访占42%对吗", "no", "40.98"),
])
def test_a_part_that_is_put_forward(shipped: Asked, question: str, verdict: str, part: str) -> None:
    reply = shipped.ask(question)
    assert (reply.verdict, reply.values[0].value) == (verdict, part), reply


def test_so_many_without_a_thing_is_not_none_of_it(shipped: Asked) -> None:
    assert "为 0" not in first_line(shipped.ask("六成的申请没拿到信息对不对"))
