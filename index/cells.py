"""Tables of a document → cells under the ids of the forms, every one with its way back to the file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from index.forms import Column, Form, FormTable, Meaning, Row
from index.models import Cell, Document, Status
from index.repair.printed import as_printed, left_open
from index.repair.readings import RowReadings
from index.repair.rows import readings_of
from index.repair.sums import equations_of, ruled_out
from index.tables.align import align
from index.tables.by_column import side_by_side
from index.tables.captions import with_captions
from index.tables.cards import with_cards
from index.tables.codes import without_codes, without_column_numbers
from index.tables.columns import in_form_order
from index.tables.crowded import rows_apart
from index.tables.doubled import without_names
from index.tables.downward import row_by_row
from index.tables.figures import ABSENT, is_mark, signed, tells_way, value_of
from index.tables.found import FoundTable, PrintedLabels, tables_of
from index.tables.generic import other_cells
from index.tables.glosses import without_glosses
from index.tables.groups import Chunk, Group, groups_of
from index.tables.leaders import with_leaders
from index.tables.legends import with_legends
from index.tables.lines import Line, lines_of
from index.tables.long import wide
from index.tables.marked import marked, with_marks
from index.tables.misread import without_misreadings
from index.tables.outlines import without_outlines
from index.tables.pairs import labels_first, with_pairs
from index.tables.panels import one_below_another
from index.tables.parts import whole_rows
from index.tables.plain import as_it_stands
from index.tables.remarks import without_remarks
from index.tables.row_order import in_row_order
from index.tables.shortened import with_whole_labels
from index.tables.slashes import with_slashes
from index.tables.spaced import in_fields, with_thousands
from index.tables.starred import without_stars
from index.tables.strange import by_name
from index.tables.subtotals import without_subtotals
from index.tables.told import not_told, told_tables
from index.tables.units import with_units
from index.tables.upright import upright
from index.tables.wrapped import with_whole_rows
from index.tables.years import of_own_year
from index.text import normalise

CONTRADICTED = "文件中两处所印不同"
_READ, _REPAIRED, _AMBIGUOUS = Status.READ, Status.REPAIRED, Status.AMBIGUOUS  # a member asked of its class costs a call up to Python 3.11
_new = tuple.__new__  # a named tuple made so takes half the time


def read_cells(document: Document, forms: Mapping[str, Form], year: int | None = None) -> tuple[Cell, ...]:
    """Every figure and blank of every table, in the order of the report; nothing printed, no cell.

    Tables of a form give its cell ids, other tables x.<table>.<row>.<column>. Cells of a picture have the remark OCR.
    `year`: of the report; figures of another one are none of its form.
    """
    lines = without_column_numbers(without_stars(lines_of(document)))
    drawn = set_out(of_own_year(with_legends(with_whole_labels(lines)), year))
    every = groups_of(drawn)
    rows = without_subtotals(every)
    groups = rows_apart(whole_rows(rows))
    tables = with_units(tables_of(align(groups)))
    told = with_units(told_tables(drawn, tables))
    tables = [part for table in not_told(tables, told) for part in as_printed(table, groups)]
    found: dict[str, Cell] = {}
    for table in sorted((*tables, *told), key=lambda table: -len(table.rows)):
        for cell in cells_of(table, () if table in told else groups, forms[table.edition]):
            found[cell.id] = clearer(found[cell.id], cell) if cell.id in found else cell
    printed = sorted(found.values(), key=where)
    added_up = lines_of_figures(every) - lines_of_figures(rows) if len(rows) < len(every) else frozenset()
    used = lines_taken((*tables, *told)) | added_up
    cells = (*printed, *other_cells(document, lines, used))
    return tuple(recognised(cell) for cell in cells) if document.ocr else cells


def set_out(lines: Sequence[Line]) -> list[Line]:
    """The lines as the form prints them: a row a line, its label before its figures, these in the order of the columns."""
    return in_row_order(as_it_stands(lines) or rearranged(lines))


def rearranged(lines: Sequence[Line]) -> list[Line]:
    """Of a document in any layout."""
    rows = without_misreadings(in_fields(with_thousands(with_pairs(without_glosses(with_cards(without_outlines(with_marks(without_remarks(row_by_row(labels_first(with_leaders(with_whole_rows(without_names(lines))))))))))))))
    rows = with_captions(with_slashes(wide(side_by_side(rows))))
    return in_form_order(by_name(upright(one_below_another(without_codes(rows)))))


def where(cell: Cell) -> tuple[int, int, int]:
    block, _, row, column = cell.place
    return block, row or 0, column or 0


def lines_taken(tables: Sequence[FoundTable]) -> frozenset[tuple[int, int | None]]:
    return lines_of_figures(one.group for table in tables for one in table.rows)


def lines_of_figures(groups: Iterable[Group]) -> frozenset[tuple[int, int | None]]:
    return frozenset((chunk.place.block, chunk.place.row) for group in groups for chunk in group.chunks)


def recognised(cell: Cell) -> Cell:
    return cell._replace(remark="；".join(filter(None, ("OCR", cell.remark))))


def clearer(held: Cell, new: Cell) -> Cell:
    """Of a table printed twice what can be read better; two figures as printed that differ leave the cell open."""
    if new.value is None and not new.text:
        return held
    if held.value is None and not held.text:
        return new
    order = (Status.READ, Status.REPAIRED, Status.AMBIGUOUS)
    if held.status is new.status is Status.READ and held.value is not None and new.value is not None and held.value != new.value:
        text, values = f"{held.text} {new.text}", tuple(sorted((held.value, new.value)))
        return held._replace(value=None, text=text, status=Status.AMBIGUOUS, readings=values, remark=CONTRADICTED)
    return new if order.index(new.status) < order.index(held.status) else held


def cells_of(table: FoundTable, groups: Sequence[Group], form: Form) -> Iterator[Cell]:
    rows = {row.id: row for row in table.form.rows}
    printer = Printer(table, form)
    found = readings_of(table, groups)
    found = {row: left_open(readings) for row, readings in found.items()} if table.open else found
    for row_id, readings in ruled_out(found, equations_of(table.form)).items():
        yield from printer.cells(rows[row_id], readings)


# ---------------------------------------------------------------- cells


class Printer:
    """Readings → cells with labels, units and places."""

    def __init__(self, table: FoundTable, form: Form) -> None:
        self.table, self.form = table, form
        self.columns = [column for column in table.form.columns if column.printed]
        self.labels = PrintedLabels(table)
        self.money = table.money
        self.paths: dict[tuple[str, ...], tuple[str, ...]] = {}

    def cells(self, row: Row, readings: RowReadings) -> Iterator[Cell]:
        path, meanings = self.labels.row_path(row), self.form.meanings
        found = columns_of(readings, len(self.columns))
        for column, name, chunks in zip(self.columns, ids_of(self.table.form, row.id), found, strict=True):
            meaning = meanings[name]
            if len(chunks) == 1:
                if chunks[0].text != ABSENT:
                    yield self.cell(meaning, path, chunks[0], readings.exact, column)
            elif all(chunk.text != ABSENT for chunk in chunks):
                yield self.open_cell(meaning, path, chunks, readings)

    def cell(self, meaning: Meaning, path: tuple[str, ...], chunk: Chunk, exact: bool, column: Column) -> Cell:
        text, printed, place, _, _, _, mended, _ = chunk
        value, unread, by_header, remark = figure_in(text, printed, unit := meaning.unit, self.money, column.signed)
        status = _AMBIGUOUS if unread else _REPAIRED if not exact or mended or by_header else _READ
        labels = self.paths.get(meaning.column_labels) or self.column_path(meaning.column_labels)
        return _new(Cell, (meaning.id, value, printed, unit, path, labels, place, self.table.edition, status, (), remark))

    def open_cell(self, meaning: Meaning, path: tuple[str, ...], chunks: Sequence[Chunk], readings: RowReadings) -> Cell:
        """Readings that differ in its figure, or none at all."""
        values = {value_of(chunk.text, meaning.unit, self.money).value for chunk in chunks} - {None}
        return Cell(
            id=meaning.id,
            value=None,
            text=readings.printed,
            unit=meaning.unit,
            row_path=path,
            column_path=self.column_path(meaning.column_labels),
            place=chunks[0].place if chunks else readings.source[0].place,
            edition=self.table.edition,
            status=Status.AMBIGUOUS,
            readings=tuple(sorted(value for value in values if value is not None)),
        )

    def column_path(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        if labels not in self.paths:
            self.paths[labels] = tuple(map(self.labels.header, labels))
        return self.paths[labels]


@cache
def ids_of(table: FormTable, row: str) -> tuple[str, ...]:
    """Of the cells that a row prints."""
    return tuple(table.cell_id(row, column.id) for column in table.columns if column.printed)


def columns_of(readings: RowReadings, width: int) -> Iterator[Sequence[Chunk]]:
    """For every column the figures that it may have, each once; none where the row cannot be read."""
    if len(readings.readings) == 1:
        return zip(*readings.readings, strict=True)
    return (list({reading[n].text: reading[n] for reading in readings.readings}.values()) for n in range(width))


class Said(NamedTuple):
    """What the characters of a cell say."""

    value: Decimal | None  # None: blank or unread
    unread: bool  # no figure and no blank, or a figure of something else: 011, 12% among 件
    by_header: bool  # converted because of a unit that only the header names
    remark: str


@lru_cache(maxsize=4096)
def figure_in(text: str, printed: str, unit: str, money: str, may_be_signed: bool) -> Said:
    """`unit`: of the form; `money`: of the header, '' for none. A sign in words is none of a figure that has one itself."""
    value = value_of(text, unit, money)
    plain = normalise(printed)
    sign = marked(plain)
    told = tells_way(value.remark) if may_be_signed else signed(plain) != plain or bool(sign and sign.arrow)
    unread = told or value.unit != unit or (value.value is None and not is_mark(text))
    by_header = bool(money) and "元" in unit and money != unit and "元" not in text
    return Said(None if unread else value.value, unread, by_header, "；".join(filter(None, (value.remark, sign.note if sign else ""))))
