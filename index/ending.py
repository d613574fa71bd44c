"""A file that ends in the middle of a table was cut off: its last figure may be a part of one, and is left open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.forms import load_forms
from index.models import Cell, Document, Finding, Grid, Paragraph, Section, Status

_BEHIND = ("s5", "s6")  # sections behind all tables
_LAST, _TOTAL = "s4", ".total"  # the last table and its last column


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of the row in which a file ends: its last figure and the blank cells behind it."""

    cells: frozenset[str]
    text: str  # the last figure as printed


def ending_of(document: Document, cells: Sequence[Cell], sections: Iterable[Section]) -> Ending | None:
    """None for a file that goes on behind its last figure, or whose last row is that of the last table, and whole."""
    found = {section.id for section in sections}
    there = last_line(document, cells)
    if not found or found.intersection(_BEHIND) or not there:
        return None
    figures = [cell for cell in there if cell.text]
    last = figures[-1] if figures else None
    if last and (not last_text(document).endswith(last.text.strip()) or is_whole(last, cells)):
        return None
    row = [cell for cell in cells if last and not cell.text and is_beside(cell, last)]
    blank = [cell for cell in there if not cell.text]
    return Ending(frozenset(cell.id for cell in (*row, *blank, *figures[-1:])), last.text if last else last_text(document))


def last_line(document: Document, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of the forms in the last line, or row, of a file; a drawn row of blank cells is none."""
    block = document.blocks[-1]
    inside = [cell for cell in cells if cell.place.block == block.place.block and cell.edition in load_forms()]
    end = max((cell.place.row or 0 for cell in inside), default=0)
    found = sorted((cell for cell in inside if (cell.place.row or 0) == end), key=lambda cell: cell.place.column or 0)
    return found if isinstance(block, Paragraph) or any(cell.text for cell in found) else []


def left_open(cells: Sequence[Cell], ending: Ending | None) -> tuple[Cell, ...]:
    if ending is None:
        return tuple(cells)
    return tuple(replace(cell, value=None, status=Status.AMBIGUOUS, readings=()) if cell.id in ending.cells else cell for cell in cells)


def ending_finding(ending: Ending) -> Finding:
    message = f"文件到“{ending.text}”为止，后面的表格和文字都没有，可能没有收全；最后一个数字可能不完整"
    return Finding("ending", "failed", f"文件到“{ending.text}”为止", message=message, cells=tuple(sorted(ending.cells)), verdict="无法判定",
                   reason="文件在表格中间结束")  # fmt: skip


def last_text(document: Document) -> str:
    block = document.blocks[-1]
    texts = [cell.text for cell in block.cells] if isinstance(block, Grid) else [block.text]
    return next((text for text in reversed(texts) if text.strip()), "").rstrip(' \t\r\n|,;"')


def is_beside(cell: Cell, other: Cell) -> bool:
    """In the same row."""
    return cell.edition == other.edition and row_of(cell) == row_of(other)


def row_of(cell: Cell) -> tuple[str, str]:
    meaning = load_forms()[cell.edition].meanings[cell.id]
    return meaning.table, meaning.row


def is_whole(last: Cell, cells: Sequence[Cell]) -> bool:
    """The last row of the last table, to its total, which is the sum of the others."""
    values = [cell.value or Decimal(0) for cell in cells if cell.edition == last.edition and is_beside(cell, last)]
    return last.id.startswith(f"{_LAST}.") and last.id.endswith(_TOTAL) and sum(values) == 2 * (last.value or 0)
