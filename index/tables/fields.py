"""Fields of a card: the name of a column and its figure, in one line, in cells side by side, or a line each."""

import re
from collections.abc import Sequence

from index.tables.columns import column_cores, column_named
from index.tables.entries import rows_named, tables_with
from index.tables.figures import is_figure, is_mark
from index.tables.lines import Line, Slot
from index.text import kept, label_key, list_number

_VALUE = r"[+-]?\d[\d,]*(?:\.\d+)?(?:\s?(?:[万亿]?元|[件项条个次宗]))?|[-—–/]+|无|"
_FIELD = re.compile(rf"(?P<name>.*?[^\s:=·.…])(?P<between>[\s:=·.…]*)(?P<value>{_VALUE})[;；，,。]?")
_REMARK = re.compile(r"\s*\([^()]*\)$")
_PAIR = 2  # cells: name and figure
LONGEST = 90  # characters of a line

Field = tuple[Slot, Slot]  # name of the column, figure


def tables_of(fields: Sequence[Field]) -> frozenset[str]:
    """Tables that have all these columns, each of them once."""
    names = [name.text for name, _ in fields]
    found = frozenset.intersection(*map(tables_with, names)) if names else frozenset()
    return frozenset(table for table in found if len({column_named(name, table) for name in names}) == len(names))


def field_of(line: Line) -> Field | None:
    slot = line.slots[0]
    if is_cell(line):
        value = line.slots[1]
        name = name_in(slot.text)
        return (slot._replace(text=name), value) if name and not list_number(slot.text)[0] and (is_figure(value.text) or is_mark(value.text)) else None
    parts = parts_of(slot.text) if len(line.slots) == 1 else None
    if parts is None:
        return None
    name, start = parts
    text = slot.text[start:].rstrip(";；，,。")
    column = (slot.place.column or 0) + start
    return slot._replace(text=name, printed=name), Slot(text, text, slot.place._replace(column=column), 0)


def is_cell(line: Line) -> bool:
    """Name and figure in cells of their own."""
    return len(line.slots) == _PAIR


@kept
def parts_of(text: str) -> tuple[str, int] | None:
    """(name of a column, where its figure begins); a list number makes it the label of a row."""
    found = _FIELD.fullmatch(text) if len(text) <= LONGEST and not list_number(text)[0] else None
    name = name_in(found["name"]) if found else ""
    return (name, found.start("value")) if found and name else None


@kept
def name_in(text: str) -> str:
    """The name of a column, without a remark in brackets behind it; '' for none, and where a row is named before it."""
    name = next((name for name in (text, _REMARK.sub("", text)) if tables_with(name)), "")
    return "" if names_both(name) else name


@kept
def names_both(text: str) -> bool:
    """规章 本年制发件数: a row of the form before one of its columns."""
    return any(rows_named(before_core(text, table)) for table in tables_with(text))


def before_core(name: str, table: str) -> str:
    key = label_key(name)
    return key.removesuffix(max((core for core in column_cores(table) if key.endswith(core)), key=len, default=""))


def is_value(line: Line) -> bool:
    text = line.slots[0].text
    return len(line.slots) == 1 and (is_figure(text) or is_mark(text))
