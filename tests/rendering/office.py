"""Writers of Word and spreadsheet files."""

from io import BytesIO
from random import Random

import docx
import openpyxl

from tests.rendering.sheets import Block, Box, Sheet


def word(blocks: list[Block], rng: Random) -> bytes:
    """Every merged cell is merged in the file too."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            _word_table(document, block)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _word_table(document: "docx.document.Document", sheet: Sheet) -> None:
    table = document.add_table(sheet.rows, sheet.columns)
    places = [list(row.cells) for row in table.rows]
    for box in sheet.boxes:
        first, last = places[box.row][box.column], places[box.row + box.rows - 1][box.column + box.columns - 1]
        (first if first is last else first.merge(last)).text = box.text


def excel(blocks: list[Block], rng: Random) -> bytes:
    """One work sheet: sentences in the first column, tables below them, figures as numbers."""
    book = openpyxl.Workbook()
    page = book.active
    row = 1
    for block in blocks:
        if isinstance(block, str):
            page.cell(row, 1, block)
            row += 1
        else:
            for box in block.boxes:
                _excel_cell(page, box, row)
            row += block.rows + 1
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _excel_cell(page: "openpyxl.worksheet.worksheet.Worksheet", box: Box, top: int) -> None:
    row, column = top + box.row, 1 + box.column
    page.cell(row, column, _number(box.text) if box.figure else box.text)
    if box.rows > 1 or box.columns > 1:
        page.merge_cells(start_row=row, start_column=column, end_row=row + box.rows - 1, end_column=column + box.columns - 1)


def _number(text: str) -> int | float | str | None:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None
