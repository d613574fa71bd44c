"""Rows with borders around their cells: which of the cells are the columns of the form.

Labels may have lost the cells before them and a row may be too long, so positions are learnt from the rows that are full:
where their figures start, how far from the label, how far from the end of the row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.repair.readings import RowReadings, of_long_row, with_lost_cells
from index.repair.shape import Reading, Shape
from index.tables.groups import Chunk, Group


@dataclass(frozen=True, slots=True)
class Habit:
    """Where figures stand in the full rows of a table; None where they differ."""

    start: int | None  # column of the first figure
    lead: int | None  # columns from the label to the first figure
    tail: int | None  # columns from the last figure to the end of the row
    header: int | None  # column of the header of the first figure
    count: int | None  # figures of a row
    full: bool  # a figure stands in every column, blanks too are printed as 0


def habit_of(groups: Iterable[Group], shape: Shape, header: int | None) -> Habit:
    """Full are also the rows whose first and last figure stand as far apart as the columns of the form."""
    width = shape.width
    ruled = [group for group in groups if group.bordered and group.filled]
    full = [group for group in ruled if len(group.filled) == width or (width > 1 and span_of(group) == width)]
    starts = [group.filled[0].column for group in full]
    leads = [start - g.label_column for g, start in zip(full, starts, strict=True) if g.label_column >= 0]
    tails = [g.chunks[-1].column - start for g, start in zip(full, starts, strict=True)]
    counts = [len(group.filled) for group in ruled]
    seen = usual(counts) in (None, width) and width in counts if len(ruled) > 1 else bool(shape.blocks)
    whole = seen and sum(map(is_gapless, ruled)) * 2 > len(ruled)
    return Habit(usual(starts), usual(leads), usual(tails), header, usual(counts), whole)


def is_gapless(group: Group) -> bool:
    return len(group.filled) == span_of(group) > 1


def span_of(group: Group) -> int:
    return group.filled[-1].column - group.filled[0].column + 1


def usual(values: Sequence[int]) -> int | None:
    """What nearly all rows do."""
    if len(set(values)) < 2:
        return values[0] if values else None
    value, count = Counter(values).most_common(1)[0]
    return value if count >= 0.8 * len(values) else None


def of_ruled_row(group: Group, shape: Shape, habit: Habit) -> RowReadings:
    filled = group.filled
    if len(filled) == shape.width:
        return RowReadings((filled,), True)
    if len(filled) > shape.width:
        return of_long_row(filled, shape, usual=habit.count == len(filled))
    if filled and lacks_cell(group, shape, habit):
        return with_lost_cells(filled, shape)
    if len(group.chunks) == shape.width and group.kind != "tabs":
        return RowReadings((group.chunks,), True)
    windows = unique_windows(group, shape, habit)
    kept = [reading for reading in windows if shape.adds_up(reading)] or windows
    return RowReadings(tuple(kept), len(windows) == 1)


def lacks_cell(group: Group, shape: Shape, habit: Habit) -> bool:
    """Got a cell of the row lost, so that those behind it may stand a column too far left?"""
    first, end = group.chunks[0].column, group.chunks[-1].column + 1
    if not habit.full:
        return group.kind == "pipes" and end - first < shape.width
    starts = [habit.start, habit.header, group.label_column + habit.lead if habit.lead is not None and group.label_column >= 0 else None]
    known = [start for start in starts if start is not None] or [group.filled[0].column]
    to_end = all(group.filled[-1].column == start + shape.width - 1 for start in known)  # nothing was pushed to the left
    unseen = group.kind != "grid" and is_gapless(group) and not to_end  # a blank at an end of the row may be no cell of its own
    return unseen or not any(first <= start and start + shape.width <= end and window(group.chunks, start, shape.width) for start in known)


def unique_windows(group: Group, shape: Shape, habit: Habit) -> list[Reading]:
    """The windows that the habits of the table point to and that hold every figure of the row; where none keeps its sum, others that do too."""
    found: dict[tuple[str, ...], Reading] = {}
    for starts in likely_starts(group, shape, habit):
        readings = [reading for start in starts if (reading := window(group.chunks, start, shape.width))]
        found.update({tuple(chunk.text for chunk in reading): reading for reading in readings if not found or shape.adds_up(reading)})
        if any(shape.adds_up(reading) is not False for reading in found.values()):
            break
    return list(found.values())


def likely_starts(group: Group, shape: Shape, habit: Habit) -> Iterator[list[int]]:
    """Columns in which the first figure may stand: by the full rows, else by the header, else wherever there is room."""
    end = group.chunks[-1].column
    yield [start for start in (
        habit.start,
        group.label_column + habit.lead if habit.lead is not None and group.label_column >= 0 else None,
        end - habit.tail if habit.tail is not None and group.kind != "tabs" else None,
    ) if start is not None]  # fmt: skip
    if habit.header is not None:
        yield [habit.header]
    if not group.filled or group.kind != "tabs":
        yield [end - shape.width + 1]
    if group.filled:
        last, first = group.filled[-1].column, group.filled[0].column
        yield list(range(max(last - shape.width, group.label_column) + 1, first + 1))


def window(chunks: Sequence[Chunk], start: int, width: int) -> Reading | None:
    """The cells from column `start` on; cells that are not drawn are blank. None: a figure stands outside."""
    by_column = {chunk.column: chunk for chunk in chunks}
    if any(chunk.filled and not start <= chunk.column < start + width for chunk in chunks):
        return None
    blank = chunks[0]._replace(text="", printed="")
    return tuple(by_column.get(column) or blank._replace(column=column) for column in range(start, start + width))
