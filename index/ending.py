"""A file that ends in the middle of a table was cut off: its last figure may be a part of one, and is left open."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.forms import load_forms
from index.models import Cell, Document, Finding, Grid, Paragraph, Section, Status
from index.tables.figures import is_figure

_BORDER = re.compile(r"[\s|,;]+")
_BEHIND = ("s5", "s6")  # sections behind all tables
_LAST_ROWS = 3  # with one of which offices end the tables before 2019
_LAST, _END = "s4.", "s4.suit_after_review.total"  # the last table and its last cell


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of the row in which a file ends: its last figure and the blank cells behind it."""

    cells: frozenset[str]
    text: str  # the last figure as printed


def ending_of(document: Document, cells: Sequence[Cell], sections: Iterable[Section]) -> Ending | None:
    """None for a file that goes on behind its last figure, or whose last row is that of the last table, and whole."""
    found = {section.id for section in sections}
    if not found or found.intersection(_BEHIND):
        return None
    known = sorted((cell for cell in cells if cell.edition in load_forms()), key=lambda cell: (cell.place.block, cell.place.row or 0, cell.place.column or 0))
    if not known:
        return None
    there, text = last_line(document, known), last_text(document)
    figure = next((cell for cell in reversed(there) if cell.text), None)
    in_figure = is_figure(_BORDER.split(text)[-1]) or bool(figure and (figure.status is Status.AMBIGUOUS or text.endswith(figure.text.strip())))
    if (figure and is_whole(figure, known)) or not (in_figure or (there and not figure)):
        return None
    anchor = figure or (there[0] if there else None)
    blank = [cell for cell in known if may_follow(cell, known[-1], anchor)]
    return Ending(frozenset(cell.id for cell in (*blank, *filter(None, [figure]))), figure.text if figure else text)


def last_line(document: Document, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of the forms in the last line, or row, of a file; a drawn row of blank cells is none."""
    block = document.blocks[-1]
    inside = [cell for cell in cells if cell.place.block == block.place.block]
    end = max((cell.place.row or 0 for cell in inside), default=0)
    found = [cell for cell in inside if (cell.place.row or 0) == end]
    return found if isinstance(block, Paragraph) or any(cell.text for cell in found) else []


def left_open(cells: Sequence[Cell], ending: Ending | None) -> tuple[Cell, ...]:
    if ending is None:
        return tuple(cells)
    return tuple(cell._replace(value=None, status=Status.AMBIGUOUS, readings=()) if cell.id in ending.cells else cell for cell in cells)


def ending_finding(ending: Ending) -> Finding:
    message = f"文件到“{ending.text}”为止，后面的表格和文字都没有，可能没有收全；最后一个数字可能不完整"
    return Finding("ending", "failed", f"文件到“{ending.text}”为止", message=message, cells=tuple(sorted(ending.cells)), verdict="无法判定",
                   reason="文件在表格中间结束")  # fmt: skip


def last_text(document: Document) -> str:
    block = document.blocks[-1]
    texts = [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]
    return next((text for text in reversed(texts) if text.strip()), "").rstrip(' \t\r\n|,;"')


def may_follow(cell: Cell, last: Cell, anchor: Cell | None) -> bool:
    """A blank cell of the last table from the row of the anchor on; all of section IV, whose rows stand beside one another."""
    if table_of(cell) != table_of(last):
        return False
    return last.id.startswith(_LAST) or (not cell.text and (anchor is None or row_of(cell) >= row_of(anchor)))


def table_of(cell: Cell) -> tuple[str, str]:
    return cell.edition, load_forms()[cell.edition].meanings[cell.id].table


def row_of(cell: Cell) -> int:
    """Which row of its table."""
    edition, table = table_of(cell)
    return next(n for form in load_forms()[edition].tables if form.id == table for n, row in enumerate(form.rows) if row.id == load_forms()[edition].meanings[cell.id].row)


def is_whole(last: Cell, cells: Sequence[Cell]) -> bool:
    """One of the last rows of the only table of an older form; of section IV to its total, which is the sum of the others."""
    edition, table = table_of(last)
    ends = load_forms()[edition].tables[-1]
    if not last.id.startswith(_LAST):
        return table == ends.id and row_of(last) >= len(ends.rows) - _LAST_ROWS
    values = [cell.value or Decimal(0) for cell in cells if table_of(cell) == table_of(last) and row_of(cell) == row_of(last)]
    return last.id == _END and last.value is not None and sum(values) == 2 * last.value
