"""列一下规章：新发几件、废了几件: the head of a list is no question of its own."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("question", "values"), [
    ("列一下邓州2020年行政许可：决定几件、上一年几项", ["28519", "5516"]),
    ("给我列一下邓州2020年行政处罚：上一年几项、增减几项、决定几件", ["3721", "1085", "3715"]),
    ("列一下邓州2020年：办结几件、新收几件", ["61", "61"]),
    ("邓州2020年行政处罚列一下：决定的，上一年的项目数", ["3715", "3721"]),
    ("邓州2020年新收申请：企业几件、自然人几件", ["1", "59"]),
    ("列一下邓州2020年行政复议，维持几件", ["41"]),
    ("要两个数：邓州2020年新收申请多少件、其中予以公开多少件", ["61", "15"]),
    ("邓州2020年网上公开的那几个数帮我抄一下：政务信息、公示公告、微博微信，各多少", ["2689", "126", "516"]),
    ("邓州2020年没公开的几类：不予公开、无法提供、不予处理各几件", ["8", "4", "25"]),
    ("邓州2020年行政处罚那几个数：上年项目数、增减、处理决定", ["3721", "1085", "3715"]),
])
def test_what_heads_a_list_is_not_answered(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "value"), [
    ("列一下邓州2020年行政许可，行政处罚决定几件", "28519"),  # a row of its own
    ("列一下邓州2020年不予公开各条，国家秘密占几成", "8"),
])
def test_what_is_asked_for_itself_is_kept(shipped: Asked, question: str, value: str) -> None:
    assert value in figures(shipped.ask(question)) or value in shipped.ask(question).text


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年复议总计、维持、纠正各几件", ["41", "41", "0"]), ("邓州2020年复议的纠正、维持、总计依次报一下", ["0", "41", "41"]),
    ("邓州2020年新收：自然人、企业、总计各几件", ["59", "1", "61"]), ("邓州2020年复议维持、纠正的总数是多少", ["41"]), ("邓州2020年自然人、企业合计几件", ["60"]),
])
def test_total_in_a_list_is_told(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年复议维持、诉讼维持、复议里还没审结的，各多少", ["41", "10", "0"]), ("邓州2020年复议里维持的、诉讼里维持的各几件", ["41", "10"]),
    ("邓州2020年复议总数、诉讼总数、诉讼里纠正的，三个数", ["41", "19", "4"]), ("邓州2020年复议维持几件、诉讼维持几件", ["41", "10"]),
    ("邓州2020年诉讼维持、复议里纠正的、部分公开各几件", ["10", "0", "9"]), ("邓州2020年复议里维持的有几件", ["41"]),
])
def test_within_an_item_of_a_list_a_column_is_of_the_row_before_it(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values
