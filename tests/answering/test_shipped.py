"""The report that ships, from its file to the answer: what its own text gets wrong is said, what it does not hold is not made up."""

from datetime import date

import pytest

from tests.answering.known import judged
from tests.answering.support import Asked, first_line

DENGZHOU = "邓州市人民政府"
TODAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("新收政府信息公开申请总数", "61", "件"),
        ("不予公开合计", "8", "件"),
        ("要求提供公开出版物的几件", "0", "件"),
        ("自然人那一列里保护第三方合法权益几件", "6", "件"),
        ("行政事业性收费本年增减数", "-50", "项"),
        ("政府集中采购总金额合多少元", "42818773", "元"),
        ("未经复议直接起诉尚未审结", "2", "件"),
        ("减得最多的是哪一项", "-50", "项"),
        ("哪项增得最多", "2418", "项"),
    ],
)
def test_a_figure_is_the_one_printed(shipped: Asked, text: str, value: str, unit: str) -> None:
    reply = shipped.ask(f"邓州2020年{text}")
    assert (reply.values[0].value, reply.values[0].unit) == (value, unit), reply
    assert (reply.values[0].agency, reply.values[0].year) == (DENGZHOU, 2020)


def test_what_is_left_out_is_the_only_report_and_named(shipped: Asked) -> None:
    reply = shipped.ask("部分公开几件")
    assert reply.values[0].value == "9"
    assert DENGZHOU in first_line(reply)
    assert "2020" in first_line(reply)
    assert "未说明单位" in reply.text
    assert "未说明年份" in reply.text


def test_the_table_first_the_prose_beside_it(shipped: Asked) -> None:
    """规范性文件: 3 in the table, 710 in the prose, whose scope is wider."""
    reply = shipped.ask("邓州2020年规范性文件对外公开总数量")
    assert reply.values[0].value == "3"
    assert "710" in reply.text
    assert shipped.ask("邓州2020年正文和表格里的规范性文件数一致吗").verdict == "no"


def test_the_period_is_quoted_as_printed_and_doubted(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年报告的统计期限")
    assert reply.values[0].value == "2020年1月1日 至 2021年12月31日"
    assert "与 2020 年度不符" in reply.text


def test_a_verdict_on_the_period_quotes_it(shipped: Asked) -> None:
    text = "邓州2020年统计期限有没有写错"
    reply = shipped.ask(text)
    assert reply.verdict == "yes"
    judged("policy", text, [] if reply.values else [reply])


def test_everything_adds_up(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年的表勾稽平不平")
    assert reply.verdict == "yes"
    assert reply.values


def test_what_contradicts_itself_is_listed(shipped: Asked) -> None:
    text = "邓州2020年报告里有哪些数据互相矛盾"
    judged("policy", text, [] if "710" in shipped.ask(text).text else [shipped.ask(text)])


@pytest.mark.parametrize("name", ["邓洲", "灯州", "登州", "dengzhou", "鄧州", "邓州市政府", "河南邓州"])
def test_ways_to_write_the_name(shipped: Asked, name: str) -> None:
    assert [(v.value, v.agency) for v in shipped.ask(f"{name}2020年行政诉讼几件").values] == [("19", DENGZHOU)]


@pytest.mark.parametrize("name", ["登封", "郑州", "南阳市", "丹江口", "新野县", "邓州市教育局", "邓州市花洲街道"])
def test_other_names_are_not_corrected_to_it(shipped: Asked, name: str) -> None:
    reply = shipped.ask(f"{name}2020年行政诉讼几件")
    assert (reply.status, reply.reason, reply.values, reply.also) == ("refused", "no_agency", (), ())


def test_this_year_of_the_text_is_not_this_year_of_the_clock(shipped: Asked) -> None:
    assert shipped.ask("邓州去年行政诉讼几件", today=TODAY).values[0].year == 2020
    assert shipped.ask("邓州今年行政诉讼几件", today=TODAY).reason == "no_year"
