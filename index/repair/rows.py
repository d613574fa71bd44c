"""The rows of one table → their readings, each row by the way its figures stand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from index.forms import FormTable, Row
from index.repair.blocks import blocks_of
from index.repair.broken import of_broken_cells, of_unread_row, without_strays
from index.repair.readings import RowReadings, is_spaced, of_running_text, with_thousands
from index.repair.shape import Reading, Shape, shape_of
from index.repair.windows import Habit, habit_of, of_ruled_row
from index.tables.align import Placed, best, named
from index.tables.figures import UNREAD
from index.tables.found import FoundTable, header_column, header_repeats
from index.tables.groups import Chunk, Group
from index.tables.labels import DISPUTES, EXACT, label_index

_LINED = 2  # rows with figures in lines of their own
_MANY = 8  # rows from which a habit of a table can be told


class Manner(NamedTuple):
    """How a table sets its figures where no border parts them."""

    full: bool  # most rows have a figure for (nearly) every column: none are run together
    gappy: bool  # a row has fewer characters than columns: blank cells leave no trace
    divided: bool  # most figures stand in lines of their own
    lined: bool  # the report sets every figure in a line of its own
    lossy: bool  # few rows have fewer characters than columns: figures are lost


def readings_of(table: FoundTable, groups: Sequence[Group]) -> dict[str, RowReadings]:
    """Row id → readings of its figures."""
    taken = {one.number for one in table.rows}
    manner, repeats = cache(lambda: manner_of(table, groups)), header_repeats(table)
    habits: dict[int, Habit] = {}
    found: dict[str, RowReadings] = {}
    for one in table.rows:
        row = printed_row(table.form, one.row.id)
        if row is None and one.row.id != DISPUTES:
            continue
        shape = shape_of(table.form, row)
        if shape.width not in habits:
            alike = [other.group for other in table.rows if (other.row.id == DISPUTES) == (row is None)]
            habits[shape.width] = habit_of(alike, shape, header_column(table))
        group = drawn_once(one.group, shape, repeats)
        readings = with_neighbours(one, groups, taken, shape) or readings_of_row(group, shape, habits[shape.width], manner)
        readings = RowReadings(readings.readings, readings.exact, one.group.chunks)
        held = {row.id: readings} if row else apart(table.form, readings, one.group)
        found.update({name: replace(new, readings=(), exact=False) if name in found else new for name, new in held.items()})  # read twice: open
    return same_columns(with_spaces(found, table), table.shuffled)


def with_spaces(rows: dict[str, RowReadings], table: FoundTable) -> dict[str, RowReadings]:
    """Rows of running text without a sum, where one has more figures than columns or thousands set apart: a space may stand in a figure."""
    shape = shape_of(table.form, table.form.rows[0])
    if shape.blocks:
        return rows
    loose = {one.row.id for one in table.rows if not one.group.bordered}
    figures = {name: [chunk for chunk in row.source if chunk.filled] for name, row in rows.items() if name in loose}
    spaced = any(chunk.mended and is_spaced(chunk.printed) for row in figures.values() for chunk in row)
    if not (spaced or any(len(row) > shape.width for row in figures.values())):
        return rows
    return {name: with_thousands(row, figures[name], shape) if len(figures.get(name, ())) in range(1, shape.width + 1) else row for name, row in rows.items()}


@cache
def printed_row(table: FormTable, name: str) -> Row | None:
    return next((row for row in table.rows if row.id == name and row.printed), None)


def manner_of(table: FoundTable, groups: Sequence[Group]) -> Manner:
    width = sum(column.printed for column in table.form.columns)
    running = [one.group.filled for one in table.rows if not one.group.bordered]
    chunks = [chunk for one in table.rows for chunk in one.group.filled]
    short = sum(0 < sum(len(chunk.text) for chunk in row) < width for row in running)
    return Manner(
        full=width > 1 and sum(width - width // 4 <= len(row) <= width for row in running) * 2 > len(running),
        gappy=short > 0,
        divided=sum(chunk.alone for chunk in chunks) * 2 > len(chunks),
        lined=sum(group.kind == "text" and sum(chunk.alone for chunk in group.filled) > 1 for group in groups) >= _LINED,
        lossy=0 < short * 2 < len(running),
    )


def readings_of_row(group: Group, shape: Shape, habit: Habit, manner: Callable[[], Manner]) -> RowReadings:
    if group.bordered and not any(chunk.text == UNREAD or chunk.part or chunk.loose for chunk in group.chunks):  # nearly every row
        return of_ruled_row(group, shape, habit)
    group = without_strays(group, shape.width)
    if found := of_unread_row(group, shape) or of_broken_cells(group, shape):
        return found
    if group.bordered and not any(chunk.loose for chunk in group.chunks):
        return of_ruled_row(group, shape, habit)
    held = manner()
    return of_running_text(group.chunks, shape, held.divided, are_apart(group, shape, held), held.lossy)


def are_apart(group: Group, shape: Shape, manner: Manner) -> bool:
    """Are its figures those of single cells? Without a sum, a single one in a line of its own is, too."""
    alone = manner.lined and len(group.filled) == 1 and group.filled[0].alone
    return not group.bordered and (manner.full or (shape.width > 1 and not shape.blocks and (manner.gappy or alone)))


def drawn_once(group: Group, shape: Shape, repeats: int) -> Group:
    """A merged cell that was written into every column it covers, as its header was: the last figure counts once."""
    if not 0 < len(group.filled) - shape.width < repeats or not group.ruled or shape.blocks:
        return group
    tail = {chunk.text for chunk in group.filled[shape.width - 1 :]}
    return replace(group, chunks=group.filled[: shape.width]) if len(tail) == 1 else group


def with_neighbours(one: Placed, groups: Sequence[Group], taken: set[int], shape: Shape) -> RowReadings | None:
    """A total on a line of its own, before or behind its row, or a row over two lines."""
    if not shape.blocks:
        return with_last_open(one.group, groups[one.number + 1] if one.number + 1 < len(groups) else None, shape)
    held = held_figures(one.group, shape)
    missing = shape.width - len(held)
    if missing <= 0 or not one.group.filled:
        return None
    for number in (one.number + 1, one.number - 1):
        free = 0 <= number < len(groups) and number not in taken
        loose = groups[number].filled if free and is_loose(groups[number], before=number < one.number) else ()
        reading = (*held, *(loose[:missing] if number > one.number else loose[-missing:]))
        allowed = all(shape.allows(n, chunk.text) for n, chunk in enumerate(reading[: shape.width]))
        if len(reading) == shape.width and allowed and shape.adds_up(reading):
            return RowReadings((reading,), False)
    return None


def with_last_open(group: Group, after: Group | None, shape: Shape) -> RowReadings | None:
    """A row that ends in a blank cell before a line with nothing but a figure: it may be that cell's."""
    *held, last = group.chunks
    if last.text or not group.bordered or not any(chunk.filled for chunk in held) or len(group.chunks) != shape.width:
        return None
    alone = after is not None and after.kind == "text" and not after.gap and len(after.filled) == 1 and after.filled[0].alone
    return RowReadings(((*held, last._replace(text=UNREAD, printed=after.filled[0].printed)),), True) if after and alone else None


def is_loose(group: Group, before: bool) -> bool:
    """Figures that no label claims; those before a row follow its own label's first pieces."""
    return best(named(group, label_index())) < EXACT if before else not group.gap


def held_figures(group: Group, shape: Shape) -> tuple[Chunk, ...]:
    """What the row holds itself: all cells but a blank last one where they can be seen, else its figures."""
    if group.kind in ("grid", "pipes") and len(group.chunks) == shape.width and not group.chunks[-1].filled:
        return group.chunks[:-1]
    return group.filled


def apart(table: FormTable, readings: RowReadings, group: Group) -> dict[str, RowReadings]:
    """The blocks of section IV printed as one row."""
    rows = blocks_of(table, group.words, group.kind)
    width = sum(column.printed for column in table.columns)
    found = {}
    for n, row in enumerate(rows):
        parts = {tuple(c.text for c in r[n * width :][:width]): r[n * width :][:width] for r in readings.readings}
        found[row.id] = replace(readings, readings=tuple(parts.values()))
    return found


# ---------------------------------------------------------------- blanks without trace


def same_columns(rows: dict[str, RowReadings], shuffled: bool) -> dict[str, RowReadings]:
    """Where every row prints as many figures, these stand in the same columns.

    Two equal figures a row are those of 自然人 and 总计: who fills in but two columns fills in the first and the last,
    unless these are others.
    """
    if len(rows) < _MANY or all(len(row.readings) < 2 for row in rows.values()):
        return rows
    if any(not row.readings for row in rows.values()) or len({len(row.printed.split()) for row in rows.values()}) > 1:
        return rows
    common = set.intersection(*({columns_of(reading) for reading in row.readings} for row in rows.values()))
    ends = {columns for columns in common if columns[0] and columns[-1]}
    if ends and not shuffled and all(sum(columns) == 2 for columns in common):
        common = ends
    return {name: kept_in(row, common) for name, row in rows.items()} if common else rows


def columns_of(reading: Reading) -> tuple[bool, ...]:
    return tuple(chunk.filled for chunk in reading)


def kept_in(row: RowReadings, columns: set[tuple[bool, ...]]) -> RowReadings:
    if len(row.readings) < 2:
        return row
    return replace(row, readings=tuple(reading for reading in row.readings if columns_of(reading) in columns), exact=False)
