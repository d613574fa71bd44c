"""Sums held against a number, and what is reckoned with figures asked one by one."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("question", "verdict"), [
    ("邓州2020复议四个结果加一起是不是41", "yes"),
    ("邓州2020复议四种结果相加等于40吗", "no"),
    ("邓州2020直接起诉四种结果之和是19吗", "yes"),
    ("邓州2020不予公开八条理由加起来是不是9", "no"),
    ("邓州2020复议的四项结果一共是不是42", "no"),
])
def test_sum_of_parts_against_a_number(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize(("question", "asked"), [
    ("邓州2020信访类和第三方权益的，哪个大？差多少", "19"),
    ("邓州2020复议几件？诉讼几件？加起来", "60"),
    ("邓州2020复议几件？诉讼几件？差多少", "22"),
    ("邓州2020处罚超过强制多少件", "3527"),
    ("邓州2020处罚-强制", "3527"),
    ("邓州2020直接起诉里尚未审结跟结果维持合计", "12"),
    ("邓州2020新收与结转合计减结转下年是几", "61"),
    ("邓州2020复议四项合计得多少", "41"),
    ("邓州2020，处罚决定数除以强制决定数，大约多少倍", "19.7606"),
    ("2020邓州 行政处罚决定数/行政强制决定数=？倍", "19.7606"),
])
def test_what_is_reckoned_is_given(shipped: Asked, question: str, asked: str) -> None:
    assert asked in figures(shipped.ask(question))


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020诉讼里头不算复议后的，结果纠正几件", ["4"]),
    ("邓州2020打官司的，扣掉复议后的，其他结果几件", ["3"]),
    ("邓州2020：①集中采购项目数 ②采购总金额 ③收费项目增减", ["73", "4281.8773", "-50"]),
    ("邓州2020集中采购项目数、收费上年项目数", ["73", "97"]),
])
def test_column_is_of_its_own_row(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("context", "question", "values"), [
    (("邓州2020行政许可多少件",), "说错了，是行政处罚，再加上行政强制", ["3903"]),
    (("邓州2020复议几件",), "不是，是诉讼，两者合计", ["60"]),
    (("邓州2020诉讼里不算复议后的有几件",), "维持的呢", ["10"]),
    (("邓州2020予以公开几件", "部分公开呢"), "这俩占办结总数的百分之几", ["39.34"]),
    (("邓州2020予以公开几件", "再加上部分公开呢"), "占办结几成", ["3.9344"]),
    (("邓州2020自然人新收几件", "企业呢"), "各占几成", ["9.6721", "0.1639"]),
])
def test_follow_ups_reckon_with_all_that_was_asked(shipped: Asked, context: tuple[str, ...], question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question, *context)) == values


@pytest.mark.parametrize("said", ["7", "三", "12。"])
def test_bare_number_repeats_no_answer(shipped: Asked, said: str) -> None:
    assert shipped.ask(said, "邓州2020复议几件").status == "refused"
