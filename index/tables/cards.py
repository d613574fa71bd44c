"""A card for every row of the forms before 2019: its label, below it column：figure line by line, or the figure in a line of its own.

They become rows of one table.

Cards of the later forms are read as figures that are told one by one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.tables.entries import tables_with
from index.tables.figures import is_figure, is_mark
from index.tables.lines import Line, Slot
from index.text import kept

_FIELD = re.compile(r"(?P<name>[^:]{1,16}?)\s*:\s*(?P<value>[^:]{0,24})")
_LEAST = 3  # cards with the same columns
_NEAR = 2  # lines between two cards of one table
_LONGEST = 60  # characters of a label
_OLD = "t"  # ids of the tables of those forms begin with it


@dataclass(frozen=True, slots=True)
class Card:
    line: int  # of its label
    names: tuple[str, ...]
    values: tuple[Slot, ...]
    end: int  # the line behind it


def with_cards(lines: Sequence[Line]) -> list[Line]:
    cards = list(cards_in(lines))
    counts = Counter(card.names for card in cards)
    found: list[Line] = []
    at = 0
    before: Card | None = None
    for card in cards:
        if counts[card.names] < _LEAST:
            continue
        found += lines[at : card.line]
        goes_on = before and before.names == card.names and card.line - before.end <= _NEAR
        found += set_out(card, lines[card.line], not goes_on)
        before, at = card, card.end
    return [*found, *lines[at:]]


def cards_in(lines: Sequence[Line]) -> Iterator[Card]:
    at = 0
    while at < len(lines):
        fields = list(fields_below(lines, at)) if is_label(lines[at]) else []
        end = fields[-1][2] if fields else at + 1
        if fields:
            yield Card(at, tuple(name for name, _, _ in fields), tuple(value for _, value, _ in fields), end)
        at = end


def is_label(line: Line) -> bool:
    return line.kind == "text" and len(line.slots[0].text) <= _LONGEST and field_of(line.slots[0].text) is None


def fields_below(lines: Sequence[Line], at: int) -> Iterator[tuple[str, Slot, int]]:
    """(name, figure, line behind them) up to the next label, or the first column again."""
    seen: set[str] = set()
    at += 1
    while at < len(lines) and lines[at].kind == "text":
        slot = lines[at].slots[0]
        below = lines[at + 1].slots[0] if at + 1 < len(lines) and lines[at + 1].kind == "text" else slot
        alone = field_of(slot.text)
        field = alone or field_of(f"{slot.text}:{below.text}")
        if field is None or field[0] in seen:
            return
        seen.add(field[0])
        at += 1 if alone else 2
        yield field[0], (slot if alone else below)._replace(text=field[1], printed=field[1]), at


@kept
def field_of(text: str) -> tuple[str, str] | None:
    found = _FIELD.fullmatch(text)
    tables = tables_with(found["name"]) if found else ()
    if not found or not tables or not all(table.startswith(_OLD) for table in tables):
        return None
    return (found["name"], found["value"]) if is_figure(found["value"]) or is_mark(found["value"]) else None


def set_out(card: Card, label: Line, header: bool) -> Iterator[Line]:
    slot = label.slots[0]
    if header:
        names = (slot._replace(text=name, printed=name, column=n) for n, name in enumerate(("", *card.names)))
        yield Line(tuple(names), "pipes", label.block)
    values = (value._replace(column=n) for n, value in enumerate(card.values, 1))
    yield Line((slot, *values), "pipes", label.block)
