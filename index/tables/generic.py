"""Tables that no form knows, and rows that a form does not have: every figure with the labels around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from index.models import Cell, Document, Grid
from index.tables.codes import heads_codes
from index.tables.figures import is_figure, is_mark, value_of
from index.tables.lines import Line, Slot
from index.text import label_key

MOST = 2000  # cells of one document
_TALLEST = 200  # rows that a merged label may cover
_UNIT = re.compile(
    r"(?:单位|计量单位)\s*:?\s*(亿元|万元|千元|元|件次|件|条|项|个|人次|人|次|份|篇|期|%)|\((亿元|万元|千元|元|件|条|项|个|人次|次|份|%)\)"
)
_ENDS = ("公报", "年鉴", "汇编", "报告", "年报")
_YEAR_OF = re.compile(r"(?:报告|统计|公开|编制)?(?:年度|年份)")
_YEAR = re.compile(r"(?:19|20)\d\d年?")

Used = frozenset[tuple[int, int | None]]  # (block, row) of the lines that a form table took
Spans = dict[tuple[int, int], tuple[int, int]]  # (row, column) of a cell → rows and columns it covers


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table with the room it covers."""

    slot: Slot
    row: int
    rows: int
    columns: int

    @property
    def printed(self) -> str:
        return " ".join(self.slot.printed.split())

    def over(self, column: int) -> bool:
        return self.slot.column <= column < self.slot.column + self.columns


def other_cells(document: Document, lines: Sequence[Line], used: Used) -> list[Cell]:
    """Cells x.<table>.<row>.<column>, counted from 1 in document order; the columns are those of the file."""
    found: list[Cell] = []
    number = 1
    for boxes in boxes_of(document, lines, used):
        cells = list(islice(Drawn(boxes).cells(used, number), MOST - len(found)))
        number += bool(cells)
        found += cells
        if len(found) >= MOST:
            break
    return found


def boxes_of(document: Document, lines: Sequence[Line], used: Used) -> Iterator[list[Box]]:
    """The cells of every table of which figures are left: a grid, or lines with tabs or pipes that follow one another."""
    for (kind, block), group in groupby(lines, key=lambda line: (line.kind, line.block if line.kind == "grid" else -1)):
        table = list(group) if kind != "text" else []
        if any(is_left(line, used) for line in table) and not is_running_head(table):
            spans = spans_of(document, block)
            yield [box_of(slot, n, kind, spans) for n, line in enumerate(table) for slot in line.slots]


def is_running_head(table: Sequence[Line]) -> bool:
    """A line by itself of a name and one figure: what stands at the top of a page, with its number."""
    if len(table) > 1 or table[0].kind == "grid":
        return False
    texts = [slot.text for slot in table[0].slots if slot.text]
    return len(texts) == 2 and texts[is_number(texts[0])].endswith(_ENDS) and any(map(str.isdecimal, texts))


def is_left(line: Line, used: Used) -> bool:
    """It has figures that no form took."""
    places = {(slot.place.block, slot.place.row) for slot in line.slots[:1]}
    return used.isdisjoint(places) and any(is_number(slot.text) for slot in line.slots)


def spans_of(document: Document, block: int) -> Spans:
    grids = (grid for grid in document.blocks if isinstance(grid, Grid) and grid.place.block == block)
    return {(cell.row, cell.column): (cell.row_span, cell.column_span) for grid in grids for cell in grid.cells}


def box_of(slot: Slot, line: int, kind: str, spans: Spans) -> Box:
    if kind != "grid" or slot.place.row is None:
        return Box(slot, line, 1, 1)
    height, width = spans.get((slot.place.row, slot.column), (1, 1))
    return Box(slot, slot.place.row, height, width)


def is_number(text: str) -> bool:
    return is_figure(text) and not is_mark(text)


class Drawn:
    """One table: its words by row, those of merged cells in every row they cover."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.rows: dict[int, list[Box]] = {}
        self.words: dict[int, list[Box]] = {}
        for box in boxes:
            self.rows.setdefault(box.row, []).append(box)
            if box.slot.text and not is_figure(box.slot.text):
                for row in range(box.row, box.row + min(box.rows, _TALLEST)):
                    self.words.setdefault(row, []).append(box)
        self.columns = {box.slot.column for box in boxes if is_number(box.slot.text)}

    def cells(self, used: Used, number: int) -> Iterator[Cell]:
        """The figures, and blanks in columns that have figures, of rows that no form took."""
        head: list[Box] = []
        above_is_head = False
        for row, boxes in sorted(self.rows.items()):
            if not any(is_number(box.slot.text) for box in boxes):
                words = [box for box in boxes if box.slot.text and not is_figure(box.slot.text)]
                head = head + words if above_is_head else words
                above_is_head = True
                continue
            above_is_head = False
            place = boxes[0].slot.place
            if (place.block, place.row) not in used:
                yield from self.row_cells(row, boxes, head, number)

    def row_cells(self, row: int, boxes: Sequence[Box], head: Sequence[Box], number: int) -> Iterator[Cell]:
        for box in boxes:
            if box.slot.column in self.columns and (is_number(box.slot.text) or is_mark(box.slot.text)):
                labels = [other for other in self.words.get(row, ()) if other.slot.column < box.slot.column]
                headers = [other for other in head if other.over(box.slot.column)]
                if (labels or headers) and not is_count(box, labels, headers):
                    yield one_cell(box, labels, headers, f"x.{number}.{row + 1}.{box.slot.column + 1}")


def is_count(box: Box, labels: Sequence[Box], headers: Sequence[Box]) -> bool:
    """The running number of a row below 序号, or the year behind 年度: nothing that the table counts."""
    if labels and _YEAR_OF.fullmatch(label_key(labels[-1].slot.text)) and _YEAR.fullmatch(box.slot.text):
        return True
    return bool(headers) and heads_codes(headers[-1].slot.text)


def one_cell(box: Box, labels: Sequence[Box], headers: Sequence[Box], name: str) -> Cell:
    unit = next((found[1] or found[2] for other in headers[::-1] if (found := _UNIT.search(other.slot.text))), "")
    value = value_of(box.slot.text, unit)
    return Cell(
        id=name,
        value=value.value,
        text=box.slot.printed,
        unit=value.unit,
        row_path=tuple(dict.fromkeys(other.printed for other in labels)),
        column_path=tuple(dict.fromkeys(other.printed for other in headers)),
        place=box.slot.place,
        remark=value.remark,
    )
