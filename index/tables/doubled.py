"""Cells of a drawn table that say the name of their column before their figure, as pages for a telephone do: 自然人43, or 自然人 for a blank."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from index.tables.entries import rows_named
from index.tables.fields import name_in, parts_of
from index.tables.lines import Line, Slot
from index.tables.upright import table_key

_LOOSE = ("text", "gaps")
_COLON = ":="

Names = Mapping[int, str]  # column of the file → the name that a cell there says


def without_names(lines: Sequence[Line]) -> list[Line]:
    """The lines, such cells as their figures alone."""
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        found += figures_alone(table) if kind not in _LOOSE and may_be(table) else table
    return found


def may_be(table: Sequence[Line]) -> bool:
    """By the last cells: the name of a column stands elsewhere than in the first line, or with a figure."""
    below = (line.slots[-1].text for line in table[1:])
    return is_field(table[0].slots[-1].text) or any(text and not text.isdecimal() and parts_of(text) for text in below)


def figures_alone(table: Sequence[Line]) -> list[Line]:
    """Not where a figure stands without a name, or where nothing but the names themselves would be rows."""
    start = min((slot.column for line in table for slot in line.slots if is_field(slot.text)), default=table[0].slots[0].column + 1)
    said = {n: names_in(line, start) for n, line in enumerate(table)}
    rows = [n for n, line in enumerate(table) if said[n] and is_row(line, start) and is_known(n, table, said)]
    if not rows or any(line.numbers for n, line in enumerate(table) if n not in rows):
        return list(table)
    headed = any(said[n] == said[rows[0]] for n in range(rows[0]))
    header = [] if headed else [header_of(table[rows[0]], said[rows[0]])]
    return [one for n, line in enumerate(table) for one in (*(header if n == rows[0] else ()), values_of(line, start) if n in rows else line)]


def is_field(text: str) -> bool:
    """A name with a figure, or with a colon behind it."""
    parts = parts_of(text) if text and not text.isdecimal() else None
    return parts is not None and (parts[1] < len(text) or text[-1] in _COLON)


def names_in(line: Line, start: int) -> Names:
    """{} where a cell says something else."""
    cells = [slot for slot in line.slots if slot.column >= start]
    found = {slot.column: name_of(slot.text) for slot in cells if slot.text}
    return found if all(found.values()) else {}


def name_of(text: str) -> str:
    parts = parts_of(text)
    return parts[0] if parts else name_in(text)


def is_row(line: Line, start: int) -> bool:
    """The label of a row stands before the names."""
    labels = [slot.text for slot in line.slots if slot.column < start and slot.text]
    return bool(labels) and bool(rows_named(labels[-1]))


def is_known(n: int, table: Sequence[Line], said: Mapping[int, Names]) -> bool:
    """It has fields, or another line says the same names."""
    return any(is_field(slot.text) for slot in table[n].slots) or any(names == said[n] for other, names in said.items() if other != n)


def header_of(line: Line, names: Names) -> Line:
    slots = (slot._replace(text=names.get(slot.column, ""), printed=names.get(slot.column, "")) for slot in line.slots)
    return replace(line, slots=tuple(slots))


def values_of(line: Line, start: int) -> Line:
    return line.changed(lambda slot: value_of(slot) if slot.column >= start and slot.text else slot)


def value_of(slot: Slot) -> Slot:
    parts = parts_of(slot.text)
    value = slot.text[parts[1] :] if parts else ""
    return slot._replace(text=value, printed=value)
