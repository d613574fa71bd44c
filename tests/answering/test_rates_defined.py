"""Rates that the question defines itself, and shares of the cases that have ended."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "value"), [
    ("公开率（予以公开除以办理结果总计）是多少", "24.59"), ("我把公开率定义为“予以公开÷新收”，是多少", "24.59"), ("公开率按予以公开和部分公开合计占办理结果总计算，是百分之多少", "39.34"),
    ("不予公开率，就是不予公开占新收的比例，是多少", "13.11"), ("公开率=（予以公开+部分公开）/新收，等于多少", "39.34"), ("按予以公开除以新收计算，公开率是多少", "24.59"),
    ("公开率（全部给的加部分给的）", "39.34"), ("办理结果总计除以新收加上年结转的和，是百分之多少", "100.00"),
])
def test_a_rate_is_reckoned_as_the_question_defines_it(shipped: Asked, question: str, value: str) -> None:
    assert [v.value for v in shipped.ask(question).values] == [value]


@pytest.mark.parametrize("question", [
    "直接起诉的案子里，扣除尚未审结的，结果维持所占的百分比是多少", "直接起诉案件里去掉没判完的之后，维持占多大比例", "直接起诉的，剔除尚未审结的案件后，维持占百分之几",
])
def test_without_pending_cases_those_that_have_ended_are_the_whole(shipped: Asked, question: str) -> None:
    assert [v.value for v in shipped.ask(question).values] == ["58.82"]


@pytest.mark.parametrize(("question", "verdict"), [
    ("是不是所有申请都予以公开了", "no"), ("件件都公开了吗", "no"), ("全部行政复议都维持了，这个说法对吗", "yes"), ("所有申请都予以公开了，对吗", "no"),
    ("不予公开的件数里，保护第三方的超过一半，这个说法对吗", "yes"), ("不予公开里，保护第三方的超过50%吗", "yes"), ("不予公开里行政查询过半了吗", "no"),
])
def test_claims_of_all_and_of_a_half_are_held_against_their_own_whole(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize(("question", "verdict", "cells"), [
    ("那四十一件复议全都是维持吗", "yes", {"s4.review.upheld", "s4.review.total"}), ("不予处理的25件全是信访吗", "yes", {"s3.result.unprocessed.petition@total"}),
    ("15件申请全部予以公开了吗", "no", {"s3.result.granted@total", "s3.result.total@total"}), ("60件复议全都维持了吗", "no", {"s4.review.upheld"}),
])
def test_all_of_so_many_is_held_against_the_whole(shipped: Asked, question: str, verdict: str, cells: set[str]) -> None:
    reply = shipped.ask(f"邓州2020年{question}")
    assert (reply.verdict, cells <= {c for v in reply.values for c in v.cells}) == (verdict, True)


def test_a_share_of_a_total_told_twice_names_both(shipped: Asked) -> None:
    (value,) = shipped.ask("邓州2020年不予公开占申请总数的百分之几").values
    assert {"s3.new@total", "s3.result.total@total"} <= set(value.cells)
