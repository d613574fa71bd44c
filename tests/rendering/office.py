"""Writers of Word and spreadsheet files."""

from dataclasses import replace
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


def word_sheet(blocks: list[Block], rng: Random) -> bytes:
    """The whole report in one table, every sentence over its full width."""
    document = docx.Document()
    width = max(block.columns for block in blocks if isinstance(block, Sheet))
    boxes: list[Box] = []
    row = 0
    for block in blocks:
        drawn = block.boxes if isinstance(block, Sheet) else (Box(block, 0, 0, 1, width),)
        boxes += [replace(box, row=box.row + row) for box in drawn]
        row += block.rows if isinstance(block, Sheet) else 1
    _word_table(document, Sheet("", tuple(boxes), row, width, 0))
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def excel(blocks: list[Block], rng: Random) -> bytes:
    """One work sheet: sentences in the first column, tables below them, figures as numbers."""
    return _saved(_book(blocks))


def excel_formulas(blocks: list[Block], rng: Random) -> bytes:
    """The totals of section III as formulas that nothing has computed; no blank row anywhere."""
    return _saved(_book([_with_sums(b) if isinstance(b, Sheet) and b.id == "s3" else b for b in blocks], dense=True))


def _with_sums(sheet: Sheet) -> Sheet:
    """The row of the work sheet is put in where it is known; a total that is no sum stays a figure."""
    right = {line[-1] for line in sheet.lines() if line[-1].figure and sum(int(b.text or 0) for b in line if b.figure) == 2 * int(line[-1].text)}
    return sheet.map(lambda box: replace(box, text="=SUM(D{row}:I{row})") if box in right else box)


def excel_hidden(blocks: list[Block], rng: Random) -> bytes:
    """Hidden: a column of codes among the columns, a row that checks the sums, a sheet of names."""
    book = _book([block if isinstance(block, str) else _with_codes(block) for block in blocks])
    page = book.active
    page.column_dimensions["B"].hidden = True
    for column in range(1, 8):
        page.cell(page.max_row + (column == 1), column, 0 if column > 1 else "校验：一＋二－三（七）－四")
    page.row_dimensions[page.max_row].hidden = True
    names = book.create_sheet("数据字典")
    names.append([1, "自然人"])
    names.sheet_state = "hidden"
    return _saved(book)


def _with_codes(sheet: Sheet) -> Sheet:
    """A second column with a code in every row of figures; labels over the first column go on over it."""
    rows = {box.row for box in sheet.boxes if box.figure}
    moved = [replace(box, column=box.column + (box.column > 0), columns=box.columns + (box.column == 0 and box.columns > 1)) for box in sheet.boxes]
    covered = {row for box in moved if box.column == 0 and box.columns > 1 for row in range(box.row, box.row + box.rows)}
    codes = [Box(f"YSQ{row:02}", row, 1) for row in sorted(rows - covered)]
    return replace(sheet, boxes=(*moved, *codes), columns=sheet.columns + 1)


def _saved(book: openpyxl.Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _book(blocks: list[Block], dense: bool = False) -> openpyxl.Workbook:
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
            row += block.rows + (not dense)
    return book


def _excel_cell(page: "openpyxl.worksheet.worksheet.Worksheet", box: Box, top: int) -> None:
    row, column = top + box.row, 1 + box.column
    page.cell(row, column, _number(box.text.replace("{row}", str(row))) if box.figure else box.text)
    if box.rows > 1 or box.columns > 1:
        page.merge_cells(start_row=row, start_column=column, end_row=row + box.rows - 1, end_column=column + box.columns - 1)


def _number(text: str) -> int | float | str | None:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None
