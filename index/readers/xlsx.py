"""Excel: every visible sheet, without its hidden rows and columns; blank rows part its tables, merged cells stand once."""

import datetime
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import openpyxl

from index.errors import FileTooLarge, UnreadableFile
from index.readers.content import Blocks, Content
from index.readers.guard import parsing
from index.readers.number_formats import as_shown, exact
from index.readers.sheets import MAX_CELLS, MAX_ROWS, MAX_WIDE, Rows, Spans, add_sheet, most_columns
from index.readers.xlsx_formulas import Formulas


def read_xlsx(data: bytes, file: str) -> Content:
    """Raises UnreadableFile; `data` must have passed zips.office_kind."""
    blocks = Blocks()
    with parsing(file, "Excel 文件", "请在 Excel 中重新另存为 .xlsx 后再试"):
        has_formulas = _checked(data, file)
        shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(io.BytesIO(data), keep_links=False) if has_formulas else shown
        title = shown.properties.title
        for sheet in shown.worksheets:
            if sheet.sheet_state == "visible":
                _sheet(blocks, sheet, formulas[sheet.title])
    if not blocks.items:
        raise UnreadableFile(file, "Excel 文件里没有文字", "请确认文件内容")
    return Content("xlsx", tuple(blocks.items), title)


def _checked(data: bytes, file: str) -> bool:
    """Whether there are formulas. Raises FileTooLarge before openpyxl makes an object of every cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
    if sum(sheet.count(b"<c ") + sheet.count(b"<c>") + sheet.count(b"<c/") for sheet in sheets) > MAX_CELLS:
        raise FileTooLarge(file, "表格过大，不是一份年度报告", "请只提供年度报告本身")
    return any(b"<f" in sheet for sheet in sheets)


def _sheet(blocks: Blocks, sheet: Any, formulas: Any) -> None:
    most = most_columns(sheet.max_row)
    shown_rows, shown_columns = _shown(_hidden_rows(sheet), MAX_ROWS), _shown(_hidden_columns(sheet, most), most)
    spans, inside = _spans(sheet, shown_rows, shown_columns)
    rows: Rows = defaultdict(dict)
    for place, text in _texts(sheet, formulas):
        row, column = inside.get(place) or (shown_rows.get(place[0]), shown_columns.get(place[1]))
        if row is not None and column is not None:
            rows[row][column] = text
    add_sheet(blocks, rows, spans)


# ---------------------------------------------------------------- hidden rows and columns

Shown = Mapping[int, int]  # 0-based number in the sheet → number among those that are shown


def _shown(hidden: frozenset[int], most: int) -> Shown:
    return {number: n for n, number in enumerate(number for number in range(most) if number not in hidden)}


def _hidden_rows(sheet: Any) -> frozenset[int]:
    return frozenset(number - 1 for number, row in sheet.row_dimensions.items() if row.hidden or row.height == 0)


def _hidden_columns(sheet: Any, most: int) -> frozenset[int]:
    """One entry may stand for a run of columns."""
    hidden = [column for column in sheet.column_dimensions.values() if column.hidden or column.width == 0]
    return frozenset(n - 1 for column in hidden for n in range(column.min, min(column.max, most) + 1))


def _spans(sheet: Any, rows: Shown, columns: Shown) -> tuple[Spans, dict[tuple[int, int], tuple[int, int]]]:
    """(spans of merged cells as far as they are shown, corner in the sheet → corner among what is shown)"""
    spans, corners = {}, {}
    for merged in sheet.merged_cells.ranges:
        high = [rows[n] for n in range(merged.min_row - 1, min(merged.max_row, MAX_ROWS)) if n in rows]
        wide = [columns[n] for n in range(merged.min_col - 1, min(merged.max_col, MAX_WIDE)) if n in columns]
        if high and wide:
            corners[merged.min_row - 1, merged.min_col - 1] = high[0], wide[0]
            spans[high[0], wide[0]] = len(high), len(wide)
    return spans, corners


def _texts(sheet: Any, formulas: Any) -> Iterator[tuple[tuple[int, int], str]]:
    """A formula that was never computed is worked out, or shows as itself: it is not blank. What is struck out is."""
    sums = Formulas(formulas)
    limits = {"max_row": min(sheet.max_row, MAX_ROWS), "max_col": min(sheet.max_column, most_columns(sheet.max_row))}
    for shown, formula in zip(sheet.iter_rows(**limits), formulas.iter_rows(**limits), strict=True):
        for cell, source in zip(shown, formula, strict=True):
            if cell.has_style and cell.font.strike:
                continue
            value = cell.value if cell.value is not None else source.value
            if cell.value is None and isinstance(value, str) and value.startswith("="):
                value = value if (figure := sums.value(value)) is None else figure
            if value is not None and (text := _printed(value, str(cell.number_format))).strip():
                yield (cell.row - 1, cell.column - 1), text


def _printed(value: object, number_format: str) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float | Decimal):
        return as_shown(exact(value) if isinstance(value, float) else Decimal(value), number_format)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    return str(value)
