"""A report in figures, and how its requests were handled."""

import pytest

from handlers.answering.asked.measures import load_derived
from tests.answering.support import Asked
from tests.answering.town import BAOYING


@pytest.mark.parametrize("text", ["总结一下{}的年报", "{}报告讲了什么", "{}的主要数据", "{}年报全文讲了些什么内容", "summarize the report of {}", "帮我概括一下{}这份报告"])
def test_the_leading_figures_of_a_report(places: Asked, text: str) -> None:
    rows = [v.cells[0].split("@")[0] for v in places.ask(text.format(f"{BAOYING}2020年")).values]
    assert rows[:2] == ["s3.new", "s3.carried_in"]
    assert len(rows) == len(load_derived().summary)


def test_what_is_named_is_not_summed_up(places: Asked) -> None:
    assert [v.cells for v in places.ask(f"总结一下{BAOYING}2020年部分公开几件").values] == [("s3.result.partial@total",)]


@pytest.mark.parametrize("text", ["收到的申请都是怎么处理的", "申请办理情况怎么样", "收到的申请后来怎么样了", "申请最后都咋办的", "收到的那些申请后来怎么弄的"])
def test_how_requests_were_handled_is_told_result_by_result(places: Asked, text: str) -> None:
    reply = places.ask(f"{BAOYING}2020年{text}")
    assert len(reply.values) > 3
    assert all(v.cells[0].startswith("s3.result.") for v in reply.values)


def test_a_heading_of_another_form_is_no_figure(places: Asked) -> None:
    assert "t14" not in places.ask(f"{BAOYING}2020年依申请公开情况").text
