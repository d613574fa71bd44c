"""Printouts with form feeds."""

from index.cells import read_cells
from index.forms import load_forms
from index.readers import read_document
from index.readers.pages import without_running_heads

HEAD = "程序号：XXGK020R        青石市人民政府2020年政府信息公开工作年度报告        第   {} 页\n打印日期：2021-01-15  14:00:27    *** 年报系统 ***\n"
RULE = "=" * 60
PAGES = [
    f"{HEAD.format(1)}\n二、主动公开政府信息情况\n【第二十条第（五）项】\n{RULE}\n信息内容            上一年项目数量    本年增/减    处理决定数量\n{'-' * 60}",
    f"{HEAD.format(2)}\n{RULE}\n行政许可                       533           23         334,082\n                           （续下页）",
    f"{HEAD.format(3)}\n{RULE}\n其他对外管理服务事项         1,852            6          70,702\n                           （续下页）",
]


def test_what_repeats_above_every_page_is_told_once() -> None:
    text = without_running_heads("\n\f".join(PAGES))
    assert text.count("程序号") == 1
    assert text.split("\n")[1] == "青石市人民政府2020年政府信息公开工作年度报告"
    assert text.index("本年增/减") < text.index("533") < text.index("70,702")


def test_pages_of_their_own_stay_as_they_are() -> None:
    assert without_running_heads("一、总体情况\n甲\f二、其他\n乙") == "一、总体情况\n甲\n二、其他\n乙"
    assert without_running_heads("一页\f") == "一页\f"


def test_rules_and_turned_pages_part_no_row_from_its_header() -> None:
    """And several figures with commas at every thousand are no line of a CSV file."""
    cells = {cell.id: str(cell.value) for cell in read_cells(read_document("\n\f".join(PAGES).encode(), "x.prn"), load_forms())}
    assert [cells[f"s2.art20_5.{name}"] for name in ("license.prev_items", "license.decisions", "other_services.prev_items", "other_services.decisions")] == ["533", "334082", "1852", "70702"]
