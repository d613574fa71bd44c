"""Tables of one line of figures: the line above it names the row, or its header two rows side by side, each above its columns."""

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
        found += below_one_another(table) if kind == "grid" else table
    return found


def below_one_another(table: list[Line]) -> list[Line]:
    """未经复议直接起诉 and 复议后起诉 above five columns each: a line of five for either."""
    *header, row = table
    pairs = [[slot for slot in line.slots if slot.text] for line in header]
    names = next((pair for pair in pairs if len(pair) == 2 and all(map(names_row, pair))), None)
    width = names[1].column - names[0].column if names else 0
    if not names or not is_plain(row) or len(row.slots) != 2 * width or heads_of(cut(header[-1:], 0, width)) is None:
        return table
    parts = (cut([row], start, start + width)[0] for start in (0, width))
    return [*cut(header[-1:], 0, width), *map(labelled, parts, names)]


def cut(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    return [replace(line, slots=line.slots[start:end]) for line in lines]


def is_one_row(table: Sequence[Line]) -> bool:
    """A header that names every column, and a line of nothing but figures and blanks."""
    *header, row = table
    plain = is_plain(row)
    words = [slot.text for line in header for slot in line.slots if slot.text]
    heads = heads_of(header) if header and plain else None
    single = len(words) == len(row.slots) == 1 and is_number(row.slots[0]) and any(column_named(words[0], form.id) for form in column_forms())
    whole = heads is not None and None not in heads.places
    return plain and (whole or single) and not any(is_number(slot) for line in header for slot in line.slots)


def is_plain(row: Line) -> bool:
    return all(not slot.text or is_figure(slot.text) for slot in row.slots)


def names_row(caption: Slot) -> bool:
    scores = label_index().enclosed(label_key(caption.text), list_number(caption.text)[1])
    return max(scores.values(), default=0.0) >= EXACT - FOREIGN


def labelled(row: Line, caption: Slot) -> Line:
    cells = (slot._replace(column=slot.column + 1) for slot in row.slots)
    return replace(row, slots=(caption._replace(column=0), *cells))
