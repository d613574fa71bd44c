"""The blocks of section IV printed side by side: which of them stands first is what their names above the figures say."""

from collections.abc import Sequence

from index.forms import FormTable, Row
from index.tables.labels import core_of
from index.tables.lines import Slot

Where = tuple[int, int]  # column, position among the words


def blocks_of(form: FormTable, words: Sequence[Slot], kind: str) -> list[Row]:
    """The rows of the form in the order of their names; in the form's where one of them is not seen alone in its cell."""
    rows = [row for row in form.rows if row.printed]
    found = {row.id: where_named(row, words) for row in rows}
    named = {name: where for name, where in found.items() if where}
    if len(named) < len(rows):
        return rows
    if kind == "grid" and len({column for column, _ in named.values()}) == len(rows):
        return sorted(rows, key=lambda row: named[row.id])
    lines = {row.id: line_of(words[named[row.id][1]]) for row in rows}
    moved = iter(sorted((row for row in rows if beside(row, lines)), key=lambda row: named[row.id][1]))
    return [next(moved) if beside(row, lines) else row for row in rows]


def where_named(row: Row, words: Sequence[Slot]) -> Where | None:
    """Where the name stands last, nearest to the figures."""
    cores = {core_of(label) for label in (row.label, *row.variants)}
    return next(((words[n].column, n) for n in reversed(range(len(words))) if core_of(words[n].text) in cores), None)


def beside(row: Row, lines: dict[str, tuple[int, int | None]]) -> bool:
    """Another block is named in the same line."""
    return list(lines.values()).count(lines[row.id]) > 1


def line_of(slot: Slot) -> tuple[int, int | None]:
    return slot.place.block, slot.place.row
