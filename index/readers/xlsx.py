"""Excel: every visible sheet; blank rows part its tables, merged cells stand once."""

import datetime
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

import openpyxl

from index.errors import UnreadableFile
from index.readers.content import Blocks, Content, Drawn, is_prose
from index.readers.guard import parsing

_MAX_ROWS, _MAX_COLUMNS = 3_000, 100  # of a sheet; no report has more, and an empty cell far out costs all between
Texts = Mapping[tuple[int, int], str]  # by 0-based row and column
Spans = Mapping[tuple[int, int], tuple[int, int]]  # top left corner → height, width


def read_xlsx(data: bytes, file: str) -> Content:
    """Raises UnreadableFile; `data` must have passed zips.office_kind."""
    blocks = Blocks()
    with parsing(file, "Excel 文件", "请在 Excel 中重新另存为 .xlsx 后再试"):
        shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
        title = shown.properties.title
        for sheet in shown.worksheets:
            if sheet.sheet_state == "visible":
                _sheet(blocks, sheet, formulas[sheet.title])
    if not blocks.items:
        raise UnreadableFile(file, "Excel 文件里没有文字", "请确认文件内容")
    return Content("xlsx", tuple(blocks.items), title)


def _sheet(blocks: Blocks, sheet: Any, formulas: Any) -> None:
    texts = dict(_texts(sheet, formulas))
    spans = {(r.min_row - 1, r.min_col - 1): (min(r.max_row, _MAX_ROWS) - r.min_row + 1, min(r.max_col, _MAX_COLUMNS) - r.min_col + 1)
             for r in sheet.merged_cells.ranges if r.min_row <= _MAX_ROWS and r.min_col <= _MAX_COLUMNS}
    used = sorted({row for row, _ in texts} | {
        row for (top, column), (height, _) in spans.items() if (top, column) in texts for row in range(top, top + height)
    })
    for _, run in groupby(enumerate(used), lambda pair: pair[1] - pair[0]):
        rows = [row for _, row in run]
        _part(blocks, texts, spans, rows)


def _part(blocks: Blocks, texts: Texts, spans: Spans, rows: list[int]) -> None:
    """Rows without a blank one between: prose row by row, the others as one table."""
    for prose, run in groupby(rows, lambda row: _is_prose_row(texts, row)):
        held = list(run)
        if prose:
            for row in held:
                blocks.lines("\n".join(text for (r, _), text in sorted(texts.items()) if r == row))
        else:
            blocks.grid(_cells(texts, spans, held))


def _is_prose_row(texts: Texts, row: int) -> bool:
    found = [(column, text) for (r, column), text in texts.items() if r == row]
    return len(found) == 1 and is_prose(found[0][1]) and found[0][0] == min(column for _, column in texts)


def _cells(texts: Texts, spans: Spans, rows: list[int]) -> Iterator[Drawn]:
    """Every slot up to the last filled column, so that a blank cell is there as one."""
    first, last = rows[0], rows[-1]
    inside = {place: text for place, text in texts.items() if first <= place[0] <= last}
    left = min(column for _, column in inside)
    right = max(column + spans.get((row, column), (1, 1))[1] for row, column in inside)
    covered: set[tuple[int, int]] = set()
    for row in rows:
        for column in range(left, right):
            if (row, column) in covered:
                continue
            height, width = spans.get((row, column), (1, 1))
            height, width = min(height, last - row + 1), min(width, right - column)
            covered.update((r, c) for r in range(row, row + height) for c in range(column, column + width))
            yield Drawn(row - first, column - left, inside.get((row, column), ""), height, width)


def _texts(sheet: Any, formulas: Any) -> Iterator[tuple[tuple[int, int], str]]:
    """A formula that was never computed shows as itself: it is not blank."""
    limits = {"max_row": min(sheet.max_row, _MAX_ROWS), "max_col": min(sheet.max_column, _MAX_COLUMNS)}
    for shown, formula in zip(sheet.iter_rows(**limits), formulas.iter_rows(**limits), strict=True):
        for cell, source in zip(shown, formula, strict=True):
            value = cell.value if cell.value is not None else source.value
            if value is not None and (text := _printed(value, str(cell.number_format))).strip():
                yield (cell.row - 1, cell.column - 1), text


def _printed(value: object, number_format: str) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        exact = Decimal(repr(value))
        if "%" in number_format:
            return f"{(exact * 100).normalize():f}%"
        return f"{exact.normalize():f}" if exact == exact.to_integral_value() else f"{exact:f}"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    return str(value)
