"""JSON as platforms export it."""

import json

import pytest

from index.models import Grid
from index.readers import read_document


def told(value: object) -> list[str | list[str]]:
    blocks = read_document(json.dumps(value).encode(), "x.json").blocks
    return [[cell.text for cell in block.cells] if isinstance(block, Grid) else block.text for block in blocks]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"标题": "某市2020年报告", "发布机构": "某市"}, ["某市2020年报告", "发布机构：某市"]),
        ({"二、主动公开": [{"指标": "行政许可", "数量": 5}]}, ["二、主动公开", ["指标", "数量", "行政许可", "5"]]),
        ({"三、收到": {"一、新收": {"自然人": 5, "总计": 7.50}}}, ["三、收到", ["", "自然人", "总计", "一、新收", "5", "7.5"]]),
        ([{"新收": {"总计": 5}, "办理": {"公开": {"总计": None}}}], [["", "", "总计", "新收", "5", "办理", "公开", ""]]),
        ([{"a": "1"}, {"b": "2"}], ["a：1", "b：2"]),
        ([{"甲": {"丙": {"x": 1}, "b": 2}, "乙": None}], [["", "丙", "b", "x", "甲", "1", "2", "乙", "", ""]]),
        ({"报告": {"一、总体情况": "已公开。", "二、其他": "无"}}, ["报告", "一、总体情况", "已公开。", "二、其他：无"]),
        ({"甲": [["a", "b"], ["c", "d"]], "乙": ["a", "b"]}, ["甲", ["a", "b", "c", "d"], "乙", "a", "b"]),
        ({"content": "<p>某市</p><table><tr><td>a<td>1</table>"}, ["某市", ["a", "1"]]),
        (["某市", "报告"], ["某市", "报告"]),
    ],
)
def test_records_that_are_alike_are_rows(value: object, expected: list[str | list[str]]) -> None:
    assert told(value) == expected


@pytest.mark.parametrize("text", ["{某市2020年报告}", "[2020]3号\n某市报告", "[" * 3000, '{"a":' * 400 + "1" + "}" * 400])
def test_what_only_looks_like_it_is_text(text: str) -> None:
    assert read_document(text.encode(), "x.txt").media == "text"


def test_a_long_figure_stays_as_written() -> None:
    blocks = read_document(('{"表": [{"项": "许可", "数": ' + "9" * 5000 + "}]}").encode(), "x").blocks
    assert isinstance(blocks[1], Grid)
    assert blocks[1].cells[-1].text == "9" * 5000
