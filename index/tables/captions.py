"""A small table for every row: the line above it names the row, its header the columns, its one line holds the figures."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.tables.columns import column_forms, column_named, heads_of
from index.tables.figures import is_figure
from index.tables.labels import EXACT, FOREIGN, label_index
from index.tables.lines import Line, Slot
from index.tables.upright import is_number, table_key
from index.text import label_key, list_number


def with_captions(lines: Sequence[Line]) -> list[Line]:
    """The label of such a caption as the first cell of the line of figures."""
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        caption = found[-1].slots[-1] if found and found[-1].kind == "text" else None
        if kind != "text" and caption and is_one_row(table) and names_row(caption):
            table = [*table[:-1], labelled(table[-1], caption)]
        found += table
    return found


def is_one_row(table: Sequence[Line]) -> bool:
    """A header that names every column, and a line of nothing but figures and blanks."""
    *header, row = table
    plain = all(not slot.text or is_figure(slot.text) for slot in row.slots)
    words = [slot.text for line in header for slot in line.slots if slot.text]
    heads = heads_of(header) if header and plain else None
    single = len(words) == len(row.slots) == 1 and is_number(row.slots[0]) and any(column_named(words[0], form.id) for form in column_forms())
    whole = heads is not None and None not in heads.places
    return plain and (whole or single) and not any(is_number(slot) for line in header for slot in line.slots)


def names_row(caption: Slot) -> bool:
    scores = label_index().enclosed(label_key(caption.text), list_number(caption.text)[1])
    return max(scores.values(), default=0.0) >= EXACT - FOREIGN


def labelled(row: Line, caption: Slot) -> Line:
    cells = (slot._replace(column=slot.column + 1) for slot in row.slots)
    return replace(row, slots=(caption._replace(column=0), *cells))
