"""OpenDocument spreadsheets: repeated and merged cells, hidden sheets, rows and columns left out."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from index.errors import EncryptedFile, FileTooLarge, UnreadableFile
from index.readers.content import Blocks, Content
from index.readers.guard import parsing
from index.readers.number_formats import plain
from index.readers.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_WIDE, Rows, add_sheet, most_columns
from index.readers.xml_tree import local, tree_of

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN = ("collapse", "filter")
_UNPRINTED = ("annotation", "note", "ruby-text")
_PLAIN = re.compile(r"[+-]?[\d,]+(?:\.\d+)?")
_WORDS = re.compile(r"(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){4}")  # a label, not a mark like 不适用


def is_ods(data: bytes) -> bool:
    """Among OpenDocument files, whose content is known to be there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"<office:spreadsheet" in archive.read("content.xml")


def read_ods(data: bytes, file: str) -> Content:
    """Raises UnreadableFile; `data` must have passed zips.office_kind."""
    with parsing(file, "ODS 表格", "请重新另存后再试"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise EncryptedFile(file, "文件有密码", "请去掉密码后再试")
            root = tree_of(archive.read("content.xml"), file)
        return ods_content(root, file)


def ods_content(root: Any, file: str) -> Content:
    blocks = Blocks()
    hidden = _hidden_styles(root)
    for table in root.iter(f"{_TABLE}table"):
        if local(table.getparent().tag) == "spreadsheet" and table.get(f"{_TABLE}style-name") not in hidden:
            _Sheet(file).add(blocks, table)
    if not blocks.items:
        raise UnreadableFile(file, "ODS 表格里没有文字", "请确认文件内容")
    return Content("xlsx", tuple(blocks.items))


def _hidden_styles(root: Any) -> frozenset[str]:
    return frozenset(
        style.get(f"{_STYLE}name") for style in root.iter(f"{_STYLE}style") for part in style if part.get(f"{_TABLE}display") == "false"
    )


class _Sheet:
    """Fills rows from left to right; what is repeated is counted, not copied, where it is blank."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.rows: Rows = {}
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.cells = 0
        self.most = MAX_COLUMNS

    def add(self, blocks: Blocks, table: Any) -> None:
        hidden = _hidden_columns(table)
        number = 0
        self.most = most_columns(sum(1 for _ in table.iter(f"{_TABLE}table-row")))
        for element in table.iter(f"{_TABLE}table-row"):
            if element.get(f"{_TABLE}visibility") in _HIDDEN:
                continue
            filled = any(_cell_text(cell) for cell in element)
            for _ in range(min(_count(element, "number-rows-repeated"), MAX_ROWS) if filled else 1):
                self.row(element, number, hidden)
                number += 1
            if number > MAX_ROWS:
                break
        add_sheet(blocks, self.rows, self.spans)

    def row(self, element: Any, number: int, hidden: frozenset[int]) -> None:
        column = shown = 0
        for cell in element:
            repeated = _count(cell, "number-columns-repeated")
            visible = [n for n in range(column, min(column + repeated, self.most)) if n not in hidden]
            text = _cell_text(cell)
            if text and visible:
                self.cell(cell, text, number, shown, len(visible), hidden, column)
            column, shown = column + repeated, shown + len(visible)

    def cell(self, cell: Any, text: str, row: int, shown: int, repeated: int, hidden: frozenset[int], column: int) -> None:
        """A label that is repeated from column to column stands for one merged cell."""
        height, wide = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        width = sum(n not in hidden for n in range(column, column + min(wide, self.most)))
        if repeated > 1 and _WORDS.search(text):
            width, repeated = repeated, 1
        for n in range(repeated):
            self.rows.setdefault(row, {})[shown + n] = text
        if height > 1 or width > 1:
            self.spans[row, shown] = min(height, MAX_ROWS), width
        self.cells += repeated
        if self.cells > MAX_CELLS:
            raise FileTooLarge(self.file, "表格过大，不是一份年度报告", "请只提供年度报告本身")


def _hidden_columns(table: Any) -> frozenset[int]:
    hidden: set[int] = set()
    column = 0
    for element in table.iter(f"{_TABLE}table-column"):
        width = _count(element, "number-columns-repeated")
        if element.get(f"{_TABLE}visibility") in _HIDDEN:
            hidden.update(range(column, min(column + width, MAX_WIDE)))
        column += width
    return frozenset(hidden)


def _count(element: Any, name: str) -> int:
    digits = element.get(f"{_TABLE}{name}", "1")
    return max(int(digits[:7]), 1) if digits.isdecimal() else 1


def _cell_text(cell: Any) -> str:
    """As printed; a figure with all its digits, and a formula that was never computed as itself."""
    if local(cell.tag) != "table-cell":  # a covered cell is not seen
        return ""
    text = "\n".join("".join(_printed(part)) for part in cell if part.tag == f"{_TEXT}p").strip()
    value = cell.get(f"{_OFFICE}value", "") if cell.get(f"{_OFFICE}value-type") in ("float", "currency") else ""
    if value and (not text or (_PLAIN.fullmatch(text) and "." in value)):
        return plain(str(value))
    return text or str(cell.get(f"{_TABLE}formula", ""))


def _printed(element: Any) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        name = local(part.tag)
        if name in ("s", "tab", "line-break"):
            yield {"s": " ", "tab": "\t"}.get(name, "\n")
        elif name not in _UNPRINTED:
            yield from _printed(part)
        yield part.tail or ""
