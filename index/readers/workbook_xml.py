"""Workbooks that Excel 2003 saved as one XML file."""

from typing import Any

from index.errors import FileTooLarge, UnreadableFile
from index.readers.content import Blocks, Content
from index.readers.number_formats import plain
from index.readers.sheets import MAX_CELLS, MAX_ROWS, Rows, add_sheet, most_columns
from index.readers.xml_tree import local

_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def workbook_content(root: Any, file: str) -> Content:
    blocks = Blocks()
    if sum(1 for _ in root.iter(f"{_SHEET}Cell")) > MAX_CELLS:
        raise FileTooLarge(file, "表格过大，不是一份年度报告", "请只提供年度报告本身")
    for sheet in root.iter(f"{_SHEET}Worksheet"):
        if not any(part.text for part in sheet.iter() if local(part.tag) == "Visible"):  # only of hidden sheets
            _add(blocks, sheet)
    if not blocks.items:
        raise UnreadableFile(file, "Excel 文件里没有文字", "请确认文件内容")
    return Content("xlsx", tuple(blocks.items))


def _add(blocks: Blocks, sheet: Any) -> None:
    """Rows and cells that are left out are blank; an index says where the next one stands."""
    rows: Rows = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    number, most = -1, most_columns(sum(1 for _ in sheet.iter(f"{_SHEET}Row")))
    for row in sheet.iter(f"{_SHEET}Row"):
        number = _index(row, number)
        if row.get(f"{_SHEET}Hidden") == "1":
            continue
        column = -1
        for cell in row.iter(f"{_SHEET}Cell"):
            column = _index(cell, column)
            height, width = _more(cell, "MergeDown"), _more(cell, "MergeAcross")
            text = "".join(map(_text, cell.iter(f"{_SHEET}Data"))).strip()
            if text and number < MAX_ROWS and column < most:
                rows.setdefault(number, {})[column] = text
                if height or width:
                    spans[number, column] = min(height, MAX_ROWS) + 1, min(width, most) + 1
            column += width
    add_sheet(blocks, rows, spans)


def _text(data: Any) -> str:
    text = "".join(data.itertext())
    return plain(text) if data.get(f"{_SHEET}Type") == "Number" else text


def _index(element: Any, before: int) -> int:
    index = element.get(f"{_SHEET}Index", "")
    return int(index[:7]) - 1 if index.isdecimal() else before + 1


def _more(cell: Any, name: str) -> int:
    digits = cell.get(f"{_SHEET}{name}", "")
    return int(digits[:7]) if digits.isdecimal() else 0
