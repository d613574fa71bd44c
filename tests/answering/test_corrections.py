"""Slips of the tongue set right: in one message, and in the message after it."""

import pytest

from tests.answering.support import Asked

SLIPS = ("哦不对不对，我是说{}", "错了错了，{}", "说岔了，是{}", "不是不是，我指的是{}", "等等，说错话了，我问的是{}", "唉不对，{}", "搞混了，是{}")
MEANT = [
    ("邓州2020年复议结果维持几件", "没复议直接去法院的那种", "s4.suit_direct.upheld"),
    ("邓州2020年企业部分公开几件", "自然人的", "s3.result.partial@natural"),
    ("邓州2020年复议维持几件", "未结的", "s4.review.pending"),
    ("邓州2020年行政处罚决定多少件", "行政强制", "s2.art20_6.coercion.decisions"),
    ("邓州2020年复议维持几件，未结几件", "纠正几件", "s4.review.corrected"),
]


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize(("before", "meant", "cell"), MEANT)
def test_what_is_meant_is_answered_alone(shipped: Asked, slip: str, before: str, meant: str, cell: str) -> None:
    for reply in (shipped.ask(slip.format(meant), before), shipped.ask(f"{before}，{slip.format(meant)}")):
        assert [v.cells for v in reply.values] == [(cell,)], reply.text


@pytest.mark.parametrize("question", ["邓州2020年表四加得对不对", "邓州2020年的数不对吧，加起来平吗", "邓州2020年复议维持的是不是不对"])
def test_doubt_is_no_slip(shipped: Asked, question: str) -> None:
    assert "勾稽检查" in shipped.ask(question).text


@pytest.mark.parametrize("meant", ["败诉率是多少", "官司的败诉率"])
def test_rate_of_the_courts_is_none_of_reviews(shipped: Asked, meant: str) -> None:
    for reply in (shipped.ask(meant, "邓州2020年复议纠正率是多少"), shipped.ask(f"邓州2020年复议纠正率是多少，说错了，{meant}")):
        assert reply.values[0].label == "行政诉讼纠正率", reply.text


def test_block_said_after_a_sigh_is_of_the_question(shipped: Asked) -> None:
    assert [v.cells for v in shipped.ask("邓州2020年纠正几件？哦，是复议的").values] == [("s4.review.corrected",)]


@pytest.mark.parametrize(("question", "before", "cells"), [
    ("部分公开呢", "邓州2020年企业、个人新收各几件", ["s3.result.partial@enterprise", "s3.result.partial@natural"]),
    ("不对，是直接起诉各几件", "邓州2020年复议维持、纠正各几件", ["s4.suit_direct.upheld", "s4.suit_direct.corrected"]),
])
def test_every_column_goes_on(shipped: Asked, question: str, before: str, cells: list[str]) -> None:
    assert [v.cells[0] for v in shipped.ask(question, before).values] == cells


@pytest.mark.parametrize(("question", "values"), [
    ("没给全也没给的那些，我是说不予公开、无法提供、不予处理三样，邓州2020加一块儿多少", ["37"]), ("复议维持的，我是说纠正的几件", ["0"]),
    ("个人申请几件，我指的是企业", ["1"]), ("个人几件，我问的是企业几件", ["1"]), ("处罚几件，我指的是强制", ["188"]), ("予以公开几件，我问的是个人的", ["13"]),
])
def test_what_is_meant_takes_the_place_of_what_was_said(shipped: Asked, question: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(question).values] == values
