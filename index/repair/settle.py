"""Cells that one report leaves open, settled by the years beside it and by its own sentences.

`693665` of 2021 is 69, 3, 665 when 2022 prints 698 in force, 88 issued, 55 repealed: 665 + 88 - 55 = 698.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from index.forms import Constraint, FormTable, Row, load_forms
from index.models import Cell, Place, Status
from index.repair.readings import lacks_figure, of_running_text
from index.repair.shape import shape_of
from index.tables.figures import value_of
from index.tables.groups import Chunk

Figures = Mapping[str, Decimal]  # cell id → figure, one reading of a row
MOST = 4000  # pairs of readings of two years


@dataclass(frozen=True, slots=True)
class Open:
    """A row with several readings."""

    row: str
    cells: tuple[Cell, ...]
    readings: tuple[dict[str, Decimal], ...]


def settle(
    cells: Sequence[Cell],
    earlier: Sequence[Cell] | None,
    later: Sequence[Cell] | None,
    prose: Iterable[Decimal] = (),
) -> tuple[Cell, ...]:
    """`cells` with those settled that the stock figures of the neighbouring years leave one reading for.

    `earlier`, `later`: cells of the same agency's reports of the years beside it. `prose`: figures of the report's own
    sentences, which decide between readings only where no neighbouring year does. A settled cell is `repaired`.
    """
    settled: dict[str, Cell] = {}
    for row in open_rows(cells):
        table = table_of(row.cells[0])
        kept = by_year(row, table, cells, earlier, before_it=True)
        kept = by_year(replace(row, readings=kept), table, cells, later, before_it=False)
        if len(kept) > 1:
            kept = by_prose(row, kept, set(prose))
        settled.update({cell.id: narrowed(cell, kept) for cell in row.cells if cell.status is Status.AMBIGUOUS})
    return tuple(settled.get(cell.id, cell) for cell in cells)


def narrowed(cell: Cell, readings: Sequence[Mapping[str, Decimal]]) -> Cell:
    """One figure in all readings is the figure; else fewer readings are left."""
    values = tuple(sorted({reading[cell.id] for reading in readings}))
    if len(values) > 1:
        return cell._replace(readings=values)
    return cell._replace(value=values[0], text=str(values[0]), status=Status.REPAIRED, readings=())


# ---------------------------------------------------------------- open rows


def open_rows(cells: Iterable[Cell]) -> list[Open]:
    rows: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        meaning = load_forms()[cell.edition].meanings.get(cell.id) if cell.edition in load_forms() else None
        if meaning:
            rows.setdefault((cell.edition, meaning.row), []).append(cell)
    ambiguous = {key: group for key, group in rows.items() if any(c.status is Status.AMBIGUOUS for c in group)}
    found = [Open(row, tuple(group), readings_of(group)) for (_, row), group in ambiguous.items()]
    return [row for row in found if len(row.readings) > 1]


def readings_of(row: Sequence[Cell]) -> tuple[dict[str, Decimal], ...]:
    """The readings of a row, told apart anew from the characters kept with its open cells."""
    table = table_of(row[0])
    form_row = row_of(row[0])
    columns = [column for column in table.columns if column.printed]
    by_id = {cell.id: cell for cell in row}
    ordered = [by_id.get(table.cell_id(form_row.id, column.id)) for column in columns]
    text = next(cell.text for cell in row if cell.status is Status.AMBIGUOUS)
    chunks = [Chunk(part, part, Place(0), 0, True, False) for part in text.split()]
    found = of_running_text(chunks, shape_of(table, form_row), divided=False)
    if None in ordered or any(map(lacks_figure, found.readings)):
        return ()
    cells = [cell for cell in ordered if cell]
    readings = ([value_of(chunk.text, cell.unit).value for chunk, cell in zip(one, cells, strict=True)] for one in found.readings)
    return tuple(
        {cell.id: value for cell, value in zip(cells, one, strict=True) if value is not None}
        for one in readings
        if None not in one and all(fits(cell, value) for cell, value in zip(cells, one, strict=True))
    )


def fits(cell: Cell, value: Decimal | None) -> bool:
    return value in cell.readings if cell.status is Status.AMBIGUOUS else value == cell.value


def table_of(cell: Cell) -> FormTable:
    form = load_forms()[cell.edition]
    return next(table for table in form.tables if table.id == form.meanings[cell.id].table)


def row_of(cell: Cell) -> Row:
    row = load_forms()[cell.edition].meanings[cell.id].row
    return next(one for one in table_of(cell).rows if one.id == row)


# ---------------------------------------------------------------- evidence


def by_year(
    row: Open, table: FormTable, cells: Sequence[Cell], other: Sequence[Cell] | None, before_it: bool
) -> tuple[dict[str, Decimal], ...]:
    """Readings that keep every link with the other year; all of them where nothing links the two."""
    links = [one for one in table.neighbours if any(term.cell in row.readings[0] for term in (*one.left, *one.right))]
    if other is None or not links or len(row.readings) < 2 or not same_form(row.cells[0], other):
        return row.readings
    beside = next((one for one in open_rows(other) if one.row == row.row), None)
    theirs: Sequence[Mapping[str, Decimal]] = beside.readings if beside else ({},)
    if len(theirs) * len(row.readings) > MOST:
        return row.readings
    known, there = figures(cells), figures(other)
    kept = []
    for mine, their in product(row.readings, theirs):
        this, that = {**known, **mine}, {**there, **their}
        verdicts = [holds(link, *((this, that) if before_it else (that, this))) for link in links]
        if True in verdicts and False not in verdicts and mine not in kept:
            kept.append(mine)
    return tuple(kept) or row.readings


def same_form(cell: Cell, other: Sequence[Cell]) -> bool:
    return any(one.id == cell.id and one.edition == cell.edition for one in other)


def figures(cells: Iterable[Cell]) -> dict[str, Decimal]:
    return {cell.id: cell.value for cell in cells if cell.value is not None}


def holds(link: Constraint, this: Figures, before: Figures) -> bool | None:
    """None: a figure is missing."""
    total = Decimal(0)
    for side, factor in ((link.left, 1), (link.right, -1)):
        for term in side:
            value = (before if term.before else this).get(term.cell)
            if value is None:
                return None
            total += factor * term.sign * value
    return total == 0


def by_prose(
    row: Open, readings: tuple[dict[str, Decimal], ...], prose: set[Decimal]
) -> tuple[dict[str, Decimal], ...]:
    """The reading with the most figures, two at least, that sentences of the report name too."""
    named = [len({value for value in one.values() if value in prose and value > 9}) for one in readings]
    best = max(named)
    kept = tuple(one for one, count in zip(readings, named, strict=True) if count == best)
    return kept if best >= 2 and len(kept) == 1 else readings
