"""Excel: tables between blank rows, merged cells once, figures as their digits."""

import datetime
import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from index.errors import UnreadableFile
from index.models import Grid, Paragraph
from index.readers import read_document


def book(*rows: list[object], merged: str = "") -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    if merged:
        workbook.active.merge_cells(merged)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def grids(data: bytes) -> list[Grid]:
    return [block for block in read_document(data, "表.xlsx").blocks if isinstance(block, Grid)]


def test_tables_and_prose_in_order() -> None:
    data = book(["某市2023年政府信息公开工作年度报告的说明，数据截至年底。"], [], ["信息内容", "制发", "废止"], ["规章", 3, None], [], ["二、申请情况"], ["自然人", "总计"], [1, 1])
    blocks = read_document(data, "表.xlsx").blocks
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Grid", "Paragraph", "Grid"]
    assert [cell.text for cell in grids(data)[0].cells] == ["信息内容", "制发", "废止", "规章", "3", ""]
    assert isinstance(blocks[2], Paragraph)


@pytest.mark.parametrize("behind", ["数据明细", "（统计表）", "附表", ""])
def test_a_title_above_its_figures_is_no_cell(behind: str) -> None:
    title = f"青石市2023年政府信息公开年报{behind}"
    blocks = read_document(book([title], ["信息内容", "制发"], ["规章", 3]), "表.xlsx").blocks
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == title
    assert isinstance(blocks[1], Grid)


def test_a_row_with_nothing_but_blank_cells_stays_in_its_table() -> None:
    label = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    (grid,) = grids(book(["项目", "自然人", "总计"], [label], ["四、结转下年度继续办理"]))
    assert [cell.text for cell in grid.cells][3:] == [label, "", "", "四、结转下年度继续办理", "", ""]


def test_merged_cells_stand_once() -> None:
    (grid,) = grids(book(["申请人情况", None, "总计"], ["a", "b", "c"], merged="A1:B1"))
    assert [(c.row, c.column, c.column_span, c.text) for c in grid.cells][:2] == [(0, 0, 2, "申请人情况"), (0, 2, 1, "总计")]


@pytest.mark.parametrize(("value", "text"), [
    (1086, "1086"), (1086.0, "1086"), (4281.8773, "4281.8773"), (-50, "-50"), (0, "0"), (10000000, "10000000"),
    ("－", "－"), (datetime.date(2024, 1, 17), "2024-01-17"), (0.1, "0.1"), (0.1 + 0.2, "0.3"), (1.1 * 1.1, "1.21"),
])
def test_values_as_printed(value: object, text: str) -> None:
    assert grids(book(["规章", value]))[0].cells[1].text == text


@pytest.mark.parametrize(("value", "number_format", "text"), [
    (0.12, "0%", "12%"), (0.125, "0.0%", "12.5%"), (1234567, "#,##0", "1234567"), (-12, "#,##0;[Red]-#,##0", "-12"), (1.2345, '0.00"万"', "1.2345万"),
    (1.2345, r"0.00\万", "1.2345万"), (88591930, "0!.0,万", "8859.193万"), (88591930, '0"."0000', "8859.193"), (12000, "#,##0,", "12"), (12, '0"件"', "12件"),
    (12, "0_ ", "12"), (12, '[$¥-804]#,##0.00"（元）"', "12（元）"), (0, '_ * #,##0_ ;_ * "-"_ ', "0"), (12, ";;;", ""), (12, '"2020年"0', "12"), (12, "@", "12"),
])  # fmt: skip
def test_numbers_by_their_format(value: float, number_format: str, text: str) -> None:
    workbook = Workbook()
    for row in (["信息内容", "制发"], ["规章", value]):
        workbook.active.append(row)
    workbook.active["B2"].number_format = number_format
    stream = io.BytesIO()
    workbook.save(stream)
    assert [cell.text for cell in grids(stream.getvalue())[0].cells] == ["信息内容", "制发", "规章", text]


def test_a_formula_without_a_stored_value_is_not_blank() -> None:
    assert [cell.text for cell in grids(book(["总计", "=MAX(C1:D1)", 3, 4, "=SUM(C1:D1)"]))[0].cells] == ["总计", "=MAX(C1:D1)", "3", "4", "7"]


def test_what_is_struck_out_is_no_text() -> None:
    workbook = Workbook()
    for row in (["信息内容", "制发"], ["规章", 5000]):
        workbook.active.append(row)
    workbook.active["B2"].font = Font(strike=True)
    stream = io.BytesIO()
    workbook.save(stream)
    assert [cell.text for cell in grids(stream.getvalue())[0].cells] == ["信息内容", "制发", "规章", ""]


def test_a_cell_far_out_costs_nothing() -> None:
    workbook = Workbook()
    workbook.active["A1"], workbook.active["B1"], workbook.active["XFD1048576"] = "规章", 1, "远"
    stream = io.BytesIO()
    workbook.save(stream)
    assert len(grids(stream.getvalue())[0].cells) == 2


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="没有文字"):
        read_document(book([]), "空.xlsx")


def test_hidden_rows_and_columns_are_not_there() -> None:
    workbook = Workbook()
    page = workbook.active
    for row in (["项目", None, "代码", "自然人"], ["予以公开", None, "Y1", 3], ["校验", None, "", 0], ["部分公开", None, "Y2", 4]):
        page.append(row)
    page.merge_cells("B1:D1")
    page.merge_cells("A2:C2")
    page["B1"] = "申请人"
    page.column_dimensions["B"].hidden = page.column_dimensions["C"].hidden = page.row_dimensions[3].hidden = True
    stream = io.BytesIO()
    workbook.save(stream)
    (grid,) = grids(stream.getvalue())
    assert [(c.row, c.column, c.text) for c in grid.cells] == [(0, 0, "项目"), (0, 1, "申请人"), (1, 0, "予以公开"), (1, 1, "3"), (2, 0, "部分公开"), (2, 1, "4")]
