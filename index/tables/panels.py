"""Tables with several panels side by side, labels and figures again behind figures: the panels are set below one another."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from index.tables.labels import label_index
from index.tables.lines import Line, Slot
from index.tables.upright import is_column, is_number, names_row, table_key

_LEAST = 2  # rows of the first panel


def one_below_another(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a table once for every panel, from left to right."""
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        starts = starts_in(table) if kind not in ("text", "gaps") else []
        found += [line for start, end in pairwise(starts) for line in panel(table, start, end)] if starts else table
    return found


def starts_in(table: Sequence[Line]) -> list[int]:
    """Columns in which the panels begin and the one behind the last; [] for a table of one panel."""
    behind = Counter(slot.column for line in table for slot in labels_behind(line))
    if not behind:
        return []
    figured = [line for line in table if line.numbers]
    starts = [0, *sorted(behind)]
    first = [line for line in figured if any(is_row(slot) for slot in line.words if slot.column < starts[1])]
    taken = any(slot.column in behind for line in figured for slot in line.numbers)
    whole = len(first) >= _LEAST and len(first) * 2 > len(figured) and not taken
    return [*starts, max(slot.column for line in table for slot in line.slots) + 1] if whole else []


def labels_behind(line: Line) -> Iterator[Slot]:
    """Labels of rows with a figure before them and one behind them."""
    first, last = map(line.slots.index, (line.numbers[0], line.numbers[-1])) if len(line.numbers) > 1 and line.words else (0, 0)
    if last - first >= len(line.numbers):  # else nothing stands between them
        yield from (slot for slot in line.slots[first:last] if slot.text and is_row(slot))


def is_row(slot: Slot) -> bool:
    index = label_index()
    return not is_number(slot) and names_row(slot.text, index) and not is_column(slot.text, index)


def panel(table: Sequence[Line], start: int, end: int) -> Iterator[Line]:
    for line in table:
        slots = tuple(slot._replace(column=slot.column - start) for slot in line.slots if start <= slot.column < end)
        if any(slot.text for slot in slots):
            yield replace(line, slots=slots)
