"""A card for every row: its label, perhaps the names of its groups, below them column and figure field by field. They become rows of one table.

A field is 自然人：8, 自然人8 or two lines of their own; one without a figure is blank.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.tables.columns import column_named
from index.tables.entries import rows_named, tables_with
from index.tables.figures import is_figure, is_mark
from index.tables.labels import WEAK
from index.tables.lines import Line, Slot
from index.text import kept, list_number

_VALUE = r"[+-]?\d[\d,]*(?:\.\d+)?(?:\s?(?:[万亿]?元|[件项条个次宗]))?|[-—–/]+|无|"
_FIELD = re.compile(rf"(?P<name>.*?[^\s:=·.…])(?P<between>[\s:=·.…]*)(?P<value>{_VALUE})[;；，,。]?")
_REMARK = re.compile(r"\s*\([^()]*\)$")
_ARTICLE = re.compile(r"\s*\(?(?:第二十条)?\s*第\([一二三四五六七八九十]\)项\)?\s*")
_LEAST = 3  # cards with a figure
_HEAD = 4  # lines above the fields that may name the row
_LONGEST = 60  # characters of such a line


@dataclass(frozen=True, slots=True)
class Card:
    table: str  # of the form
    head: tuple[int, ...]  # lines above its fields, behind the card before
    end: int  # line behind it
    names: tuple[Slot, ...]
    values: tuple[Slot, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column_named(name.text, self.table) or "" for name in self.names)

    @property
    def filled(self) -> bool:
        return any(value.text for value in self.values)


def with_cards(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of cards as a table; of a table whose cards have unlike fields they stay, for what is left out may be said of all."""
    cards = list(cards_in(lines))
    like = {table: {card.columns for card in cards if card.table == table} for table in {card.table for card in cards if card.filled}}
    cards = [card for card in cards if len(like.get(card.table, ())) == 1]
    times = Counter(lines[n].slots[0].text for card in cards for n in card.head)
    titles = {card.end: title_of(card, lines, times) for card in cards}
    named = [card for card in cards if card.filled and (title := titles[card.end]) is not None and label_in(lines[title].slots[0].text, card.table)]
    return list(set_out(lines, cards, titles)) if len(named) >= _LEAST and len(named) * 2 > sum(card.filled for card in cards) else list(lines)


def cards_in(lines: Sequence[Line]) -> Iterator[Card]:
    """Runs of fields with a line above them; a figure that belongs to no field is one of a table drawn in another way."""
    at = behind = 0
    while at < len(lines):
        fields, end = fields_at(lines, at)
        head = tuple(n for n in range(max(behind, at - _HEAD), at) if is_words(lines[n]))
        tables = tables_of(fields)
        if tables and head and not (end < len(lines) and is_value(lines[end])):
            table = max(sorted(tables), key=lambda name: max(rows_named(label_in(lines[n].slots[0].text, name)).get(name, 0.0) for n in head))
            yield Card(table, head, end, tuple(name for name, _ in fields), tuple(value for _, value in fields))
        behind = end if fields else behind
        at = max(end, at + 1)


def fields_at(lines: Sequence[Line], at: int) -> tuple[list[tuple[Slot, Slot]], int]:
    """(names and values of the fields that begin here, line behind them), up to the first column that comes again."""
    fields: list[tuple[Slot, Slot]] = []
    while at < len(lines) and lines[at].kind == "text" and (field := field_of(lines[at].slots[0])):
        alone = not field[1].text and at + 1 < len(lines) and is_value(lines[at + 1])
        field = (field[0], lines[at + 1].slots[0]) if alone else field
        if not tables_of([*fields, field]):
            break
        fields.append(field)
        at += 2 if alone else 1
    return fields, at


def tables_of(fields: Sequence[tuple[Slot, Slot]]) -> frozenset[str]:
    """Tables that have all these columns, each of them once."""
    names = [name.text for name, _ in fields]
    found = frozenset.intersection(*map(tables_with, names)) if names else frozenset()
    return frozenset(table for table in found if len({column_named(name, table) for name in names}) == len(names))


def field_of(slot: Slot) -> tuple[Slot, Slot] | None:
    parts = parts_of(slot.text)
    if parts is None:
        return None
    name, start = parts
    value = slot.text[start:].rstrip(";；，,。")
    column = (slot.place.column or 0) + start
    return slot._replace(text=name, printed=name), Slot(value, value, replace(slot.place, column=column), 0)


@kept
def parts_of(text: str) -> tuple[str, int] | None:
    """(name of a column, where its figure begins); a list number makes it the label of a row."""
    found = _FIELD.fullmatch(text) if len(text) <= _LONGEST and not list_number(text)[0] else None
    if not found:
        return None
    name = next((name for name in (found["name"], _REMARK.sub("", found["name"])) if tables_with(name)), "")
    return (name, found.start("value")) if name else None


def is_words(line: Line) -> bool:
    return line.kind == "text" and len(line.slots[0].text) <= _LONGEST and not is_value(line)


def is_value(line: Line) -> bool:
    text = line.slots[0].text
    return line.kind == "text" and (is_figure(text) or is_mark(text))


# ---------------------------------------------------------------- which line is the label


def title_of(card: Card, lines: Sequence[Line], times: Mapping[str, int]) -> int | None:
    """The line that names a row, rather one of its own than one that stands above many cards, rather the last."""
    texts = {n: lines[n].slots[0].text for n in card.head}
    named = [n for n in card.head if label_in(texts[n], card.table)]
    return min(named or card.head[-1:], key=lambda n: (times[texts[n]], -n), default=None)


def label_in(text: str, table: str) -> str:
    """The text where it names a row of the table, perhaps with the article of its group or a unit; else ''."""
    parts = (text, _ARTICLE.sub("", text), _REMARK.sub("", text))
    return next((part for part in parts if part and rows_named(part).get(table, 0.0) >= WEAK), "")


# ---------------------------------------------------------------- rows


def set_out(lines: Sequence[Line], cards: Sequence[Card], titles: Mapping[int, int | None]) -> Iterator[Line]:
    """Lines between the label and the fields name groups; those above the label stay."""
    at = 0
    before: Card | None = None
    for card in cards:
        title = titles[card.end]
        if title is None:
            continue
        yield from lines[at:title]
        if not (before and before.columns == card.columns and before.table == card.table and at == title):
            yield header_of(card, lines[title])
        yield row_of(card, lines[title], [lines[n].slots[0] for n in card.head if n > title])
        before, at = card, card.end
    yield from lines[at:]


def header_of(card: Card, title: Line) -> Line:
    blank = title.slots[0]._replace(text="", printed="")
    return Line((blank, *(name._replace(column=n) for n, name in enumerate(card.names, 2))), "pipes", title.block)


def row_of(card: Card, title: Line, groups: Sequence[Slot]) -> Line:
    label = title.slots[0]
    named = label_in(label.text, card.table)
    cells = (value._replace(column=n) for n, value in enumerate(card.values, 2))
    own = label._replace(text=named or label.text, column=1)
    return Line((*(group._replace(column=0) for group in groups[:1]), own, *cells), "pipes", title.block)
