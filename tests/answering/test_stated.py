"""A figure stated before the question only tells: the last clause asks."""

import pytest

from tests.answering.support import Asked
from tests.answering.town import BAOYING

S3, S2 = "s3.result.", "s2.art20_"


@pytest.mark.parametrize(("text", "cells"), [
    ("行政处罚2200件，那行政许可呢", [f"{S2}5.license.decisions"]),
    ("都说采购花了1250万，那项目到底几个", [f"{S2}9.procurement.items"]),
    ("收费减了5项，上年有几项", [f"{S2}8.fee.prev_items"]),
    ("复议维持8件，纠正的呢", ["s4.review.corrected"]),
    ("信访类9件，重复申请呢", [f"{S3}unprocessed.repeat@total"]),
    ("正文讲培训50人次，那行政处罚多少件", [f"{S2}6.penalty.decisions"]),
    ("正文说规范性文件有七百多件，表上到底写的几件", [f"{S2}1.normative.total_disclosed"]),
    ("正文说规范性文件七百件，那表一里新制作数量写的是几件", [f"{S2}1.normative.new_made"]),
    ("企业提的有4件，予以公开的几件", [f"{S3}granted@enterprise"]),
    ("收到申请50件，自然人和企业各多少", ["s3.new@natural", "s3.new@enterprise"]),
])
def test_what_is_stated_is_not_told_again(places: Asked, text: str, cells: list[str]) -> None:
    reply = places.ask(f"{BAOYING}2020年{text}")
    assert [v.cells[0] for v in reply.values] == cells


def test_a_figure_that_is_reckoned_with_is_no_statement(places: Asked) -> None:
    reply = places.ask(f"{BAOYING}2020年信访类9件，占办结的多少")
    assert reply.values[0].unit == "%"


@pytest.mark.parametrize(("text", "values"), [
    ("邓州2020年复议了多少次输了多少次", ["41", "0"]), ("邓州2020年诉讼多少件败诉多少件", ["19", "4"]), ("邓州2020年新收多少件办结多少件", ["61", "61"]),
    ("邓州2020年申请多少件不予公开多少件", ["61", "8"]), ("邓州2020年新收多少件其中自然人多少件", ["61", "59"]), ("邓州2020年复议维持几件纠正几件", ["41", "0"]),
    ("几件予以公开几件不予公开", ["15", "8"]), ("企业几件给了几件没给", ["1", "0"]), ("有几个不掌握几个没现成", ["3", "1"]), ("邓州2020年收到多少件申请办结多少件申请", ["61", "61"]),
    ("邓州2020年收到多少件申请", ["61"]), ("邓州2020年处罚比许可少多少件", ["24804"]), ("邓州2020年制发了几件规范性文件", ["3"]),
])
def test_amounts_in_a_row_are_asked_one_by_one(shipped: Asked, text: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(text).values][: len(values) or None] == values
