"""Tables as screen readers say them: 表格 3 行 4 列, then for every cell its row, the header of its column, its number, its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.readers.content import Drawn
from index.readers.drawn.table import TextTable

_SIZE = r"(?:\d+\s*行\s*[,，、]?\s*\d+\s*列|\d+\s*rows?\s*(?:and|by|,)?\s*\d+\s*columns?)"
_BEGINS = re.compile(rf".{{0,8}}(?:表格|table).{{0,8}}?{_SIZE}(?P<rest>.*)|.{{0,8}}{_SIZE}\s*的?表格(?P<other>.*)", re.IGNORECASE)
_CAPTION = re.compile(r"(?:标题|caption)\s*[:：]?\s*(\S.*)", re.IGNORECASE)
_ENDS = re.compile(r"(?:离开|退出)\s*表格|表格\s*(?:结束|末尾)|out of table|end of table", re.IGNORECASE)
_ROW = re.compile(r"^\s*(?:行\s*(?P<a>\d{1,3})|第\s*(?P<b>\d{1,3})\s*行|row\s*(?P<c>\d{1,3}))(?=\D|$)[\s,，:：]*", re.IGNORECASE)
_COLUMN = re.compile(
    r"(?:(?<!\S)列\s*(?P<a>\d{1,2})|第\s*(?P<b>\d{1,2})\s*列|(?<!\S)column\s*(?P<c>\d{1,2}))(?:\s*(?:到|至|through)\s*(?:列\s*)?(?P<last>\d{1,2}))?(?=[\s,，:：]|$)[\s,，:：]*",
    re.IGNORECASE,
)
_PLACE_BEHIND = re.compile(r"(?P<text>.*?)[\s,，]*第\s*(?P<row>\d{1,3})\s*行[\s,，]*第\s*(?P<column>\d{1,2})\s*列[\s。]*")
_FIGURE = re.compile(r"[-+\d.,]*")
_LEAST = 4  # cells


@dataclass(frozen=True, slots=True)
class Said:
    """A cell; rows and columns counted from 1 as they are said."""

    row: int
    column: int
    last: int
    text: str
    inner: bool = False  # another cell follows in its line, perhaps with its header first


def spoken(lines: Sequence[str], at: int) -> TextTable | None:
    """From the line that gives its size, or from its first row where that is left out."""
    begun = _BEGINS.fullmatch(lines[at]) if "表格" in lines[at] or "able" in lines[at] else None
    if not begun and not (_ROW.match(lines[at]) or place_behind(lines[at])):
        return None
    said: list[Said] = []
    row, n = 0, at + bool(begun)
    while n < len(lines) and (found := cells_in(lines[n], row)) is not None:
        row, cells = found
        said += cells
        n += 1
    if len(said) < _LEAST or len({cell.row for cell in said}) < 2:
        return None
    caption = _CAPTION.search(begun["rest"] or begun["other"] or "") if begun else None
    return TextTable(tuple(drawn(said, caption[1].strip() if caption else "")), n + (n < len(lines) and bool(_ENDS.search(lines[n]))))


def place_behind(line: str) -> re.Match[str] | None:
    return _PLACE_BEHIND.fullmatch(line) if "第" in line and "列" in line else None


def cells_in(line: str, row: int) -> tuple[int, list[Said]] | None:
    """(row, cells) of a line, blank ones included; None for one that is no part of a table."""
    if behind := place_behind(line):
        row, column = int(behind["row"]), int(behind["column"])
        return row, [Said(row, column, column, behind["text"].strip())]
    if found := _ROW.match(line):
        row, line = number(found), line[found.end() :]
    marks = list(_COLUMN.finditer(line))
    if not line.strip() or (marks and row):
        ends = [*(mark.start() for mark in marks[1:]), len(line)]
        return row, [said(row, mark, line[mark.end() : end], end < len(line)) for mark, end in zip(marks, ends, strict=False)]
    return None


def said(row: int, mark: re.Match[str], text: str, inner: bool) -> Said:
    column = number(mark)
    return Said(row, column, int(mark["last"] or column), text.strip(), inner)


def number(found: re.Match[str]) -> int:
    return int(found["a"] or found["b"] or found["c"])


def drawn(cells: Sequence[Said], caption: str) -> Iterator[Drawn]:
    """The caption as a first row."""
    top = min(cell.row for cell in cells)
    if caption:
        yield Drawn(0, 0, caption, 1, max(cell.last for cell in cells))
    for cell in without_headers(cells):
        yield Drawn(cell.row - top + bool(caption), cell.column - 1, cell.text, 1, cell.last - cell.column + 1)


def without_headers(cells: Sequence[Said]) -> Iterator[Said]:
    """The header of the next column, where it follows the text of a cell in one line, taken off."""
    heads: dict[int, list[str]] = {}
    for cell, after in zip(cells, [*cells[1:], None], strict=True):
        above = heads.get(after.column, []) if after and cell.inner else []
        head = max((head for head in above if cell.text.endswith(f" {head}")), key=len, default="")
        yield replace(cell, text=cell.text.removesuffix(head).strip())
        if not _FIGURE.fullmatch(cell.text):
            heads.setdefault(cell.column, []).append(cell.text.removesuffix(head).strip())
