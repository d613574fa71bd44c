"""Tables that no form knows, and rows that a form does not have: every figure with the labels around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.models import Cell, Document, Grid, Place
from index.tables.figures import is_figure, is_mark, value_of
from index.tables.lines import Line, Slot

MOST = 3000  # cells of one document
_UNIT = re.compile(r"(?:单位|计量单位)\s*:?\s*(亿元|万元|千元|元|件次|件|条|项|个|人次|人|次|份|篇|期|%)|\((亿元|万元|千元|元|件|条|项|个|人次|次|份|%)\)")

Used = frozenset[tuple[int, int | None]]  # (block, row) of the lines that a form table took


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table with the room it covers."""

    slot: Slot
    row: int
    rows: int
    columns: int

    @property
    def words(self) -> bool:
        return bool(self.slot.text) and not is_figure(self.slot.text)

    def over(self, column: int) -> bool:
        return self.slot.column <= column < self.slot.column + self.columns

    def beside(self, row: int) -> bool:
        return self.row <= row < self.row + self.rows


def other_cells(document: Document, lines: Sequence[Line], used: Used) -> list[Cell]:
    """Cells x.<table>.<row>.<column>, counted from 1 in document order; the columns are those of the file."""
    found: list[Cell] = []
    number = 0
    for boxes in boxes_of(document, lines):
        cells = list(table_cells(boxes, used, number + 1))
        number += bool(cells)
        found += cells
    return found[:MOST]


def boxes_of(document: Document, lines: Sequence[Line]) -> Iterator[list[Box]]:
    spans = {
        (cell.place.block, cell.row, cell.column): (cell.row_span, cell.column_span)
        for block in document.blocks if isinstance(block, Grid)
        for cell in block.cells
    }  # fmt: skip
    ruled = (group for kind, group in groupby(lines, key=lambda line: (line.kind, line.block if line.kind == "grid" else -1)) if kind[0] != "text")
    for group in ruled:
        boxes = []
        for n, line in enumerate(group):
            for slot in line.slots:
                row = slot.place.row if line.kind == "grid" and slot.place.row is not None else n
                height, width = spans.get((slot.place.block, row, slot.column), (1, 1)) if line.kind == "grid" else (1, 1)
                boxes.append(Box(slot, row, height, width))
        yield boxes


def table_cells(boxes: Sequence[Box], used: Used, number: int) -> Iterator[Cell]:
    rows = sorted({box.row for box in boxes})
    with_figures = {box.row for box in boxes if is_number(box.slot.text)}
    columns = {box.slot.column for box in boxes if is_number(box.slot.text)}
    words = [box for box in boxes if box.words]
    for row in (row for row in rows if row in with_figures):
        line = [box for box in boxes if box.row == row]
        if (line[0].slot.place.block, line_of(line[0].slot.place)) in used:
            continue
        head = header_rows(rows, with_figures, row)
        for box in line:
            if box.slot.column in columns and (is_number(box.slot.text) or is_mark(box.slot.text)):
                cell = one_cell(box, words, head, f"x.{number}.{row + 1}.{box.slot.column + 1}")
                if cell.row_path or cell.column_path:
                    yield cell


def is_number(text: str) -> bool:
    return is_figure(text) and not is_mark(text)


def line_of(place: Place) -> int | None:
    return place.row


def header_rows(rows: Sequence[int], with_figures: Iterable[int], row: int) -> set[int]:
    """The rows of words alone that stand nearest above a row."""
    above = [other for other in rows if other < row]
    last = next((n for n in range(len(above) - 1, -1, -1) if above[n] not in with_figures), -1)
    first = last
    while first > 0 and above[first - 1] not in with_figures:
        first -= 1
    return set(above[first : last + 1]) if last >= 0 else set()


def one_cell(box: Box, words: Sequence[Box], head: set[int], name: str) -> Cell:
    column = box.slot.column
    labels = [other for other in words if other.beside(box.row) and other.slot.column < column]
    headers = [other for other in words if other.row in head and other.over(column)]
    column_path = tuple(dict.fromkeys(" ".join(other.slot.printed.split()) for other in headers))
    unit = next((found[1] or found[2] for other in headers[::-1] if (found := _UNIT.search(other.slot.text))), "")
    value = value_of(box.slot.text, unit)
    return Cell(
        id=name,
        value=value.value,
        text=box.slot.printed,
        unit=value.unit,
        row_path=tuple(dict.fromkeys(" ".join(other.slot.printed.split()) for other in labels)),
        column_path=column_path,
        place=box.slot.place,
        remark=value.remark,
    )
