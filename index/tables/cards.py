"""A card for every row: its label, perhaps the names of its groups, below them column and figure field by field. They become rows of one table.

A field is 自然人：8, 自然人8 or two lines of their own; one without a figure is blank.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from index.repair.shape import shape_of
from index.tables.columns import column_forms, column_named
from index.tables.entries import rows_named
from index.tables.fields import LONGEST, Field, field_of, is_cell, is_value, names_both, tables_of
from index.tables.labels import WEAK, label_index
from index.tables.lines import Line, Slot
from index.tables.reworded import chunk_of
from index.text import kept, label_key

_REMARK = re.compile(r"\s*\([^()]*\)$")
_ARTICLE = re.compile(r"\s*\(?(?:第二十条)?\s*第\([一二三四五六七八九十]\)项\)?\s*")
_PATH = re.compile(r"(?<!^)[\s|/>›»(\[-]+")  # between a label and the groups behind it
_SHORT = 2  # characters of a group's name that may be any word
_LEAST = 3  # cards with a figure or with blank cells
_HEAD = 4  # lines above the fields that may name the row


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
    """The lines, those of cards as a table."""
    below = list(cards_in(lines, above=False))
    if not below or sum(len(line.slots) == 1 and len(line.slots[0].text) <= LONGEST and names_both(line.slots[0].text) for line in lines) >= _LEAST:
        return list(lines)  # rows are named with every figure, if at all
    above = list(cards_in(lines, above=True))
    cards = above if sum(map(adds_up, above)) > sum(map(adds_up, below)) else below
    cards = [card for table in sorted({card.table for card in cards}) for card in whole([one for one in cards if one.table == table])]
    times = Counter(lines[n].slots[0].text for card in cards for n in card.head)
    titles = {card.end: title_of(card, lines, times) for card in cards}
    told = [card for card in cards if card.filled or is_cell(lines[card.end - 1])]
    named = [card for card in told if label_in(lines[titles[card.end]].slots[0].text, card.table)]
    is_told = len(named) >= _LEAST and len(named) * 2 > len(told) and any(card.filled for card in named) and not contradicted(cards)
    return list(set_out(lines, sorted(cards, key=lambda card: card.end), titles)) if is_told else list(lines)


def contradicted(cards: Sequence[Card]) -> bool:
    """More of them do not add up than do: figures stand below the names of a header, not each below its own."""
    verdicts = [verdict(card) for card in cards if card.filled]
    return verdicts.count(False) > verdicts.count(True)


def whole(cards: Sequence[Card]) -> list[Card]:
    """All with the same fields: those that some lack are blank where the figures told add up without them; [] where they do not."""
    names = {column: name for card in cards for column, name in zip(card.columns, card.names, strict=True)}
    short = [card for card in cards if len(card.names) < len(names)]
    told = any(card.filled for card in cards) and all(adds_up(card) or not card.filled for card in short)
    return [filled_up(card, names) if card in short else card for card in cards] if told else []


def filled_up(card: Card, names: Mapping[str, Slot]) -> Card:
    held = dict(zip(card.columns, card.values, strict=True))
    blank = card.values[0]._replace(text="", printed="")
    return replace(card, names=tuple(names.values()), values=tuple(held.get(column, blank) for column in names))


def adds_up(card: Card) -> bool:
    """It has figures, and they do."""
    return card.filled and verdict(card) is True


def verdict(card: Card) -> bool | None:
    """Is its total the sum of the rest? None: it has none, or a blank one."""
    form = next((form for form in column_forms() if form.id == card.table and any(c.parts for c in form.columns if c.printed)), None)
    if form is None:
        return None
    held = dict(zip(card.columns, card.values, strict=True))
    blank = card.values[0]._replace(text="", printed="")
    return shape_of(form, form.rows[0]).adds_up(tuple(chunk_of(held.get(column.id, blank)) for column in form.columns if column.printed))


# ---------------------------------------------------------------- fields


def cards_in(lines: Sequence[Line], above: bool) -> Iterator[Card]:
    """Runs of fields with a line of words above them; a figure that belongs to no field is one of a table drawn in another way.

    `above`: figures stand above the names of their columns.
    """
    at = behind = 0
    while at < len(lines):
        fields, end = fields_at(lines, at, above)
        head = tuple(n for n in range(max(behind, at - _HEAD), at) if is_words(lines[n]))
        tables = tables_of(fields)
        loose = (at and is_value(lines[at - 1])) if above else (end < len(lines) and is_value(lines[end]))
        if tables and head and not loose:
            table = max(sorted(tables), key=lambda name: max(rows_named(label_in(lines[n].slots[0].text, name)).get(name, 0.0) for n in head))
            yield Card(table, head, end, tuple(name for name, _ in fields), tuple(value for _, value in fields))
        behind = end if fields else behind
        at = max(end, at + 1)


def fields_at(lines: Sequence[Line], at: int, above: bool) -> tuple[list[Field], int]:
    """(names and values of the fields that begin here, line behind them), up to the first column that comes again."""
    fields: list[Field] = []
    start = at
    while at < len(lines) and (found := next_field(lines, at, above)):
        field, end = found
        if not tables_of([*fields, field]):
            if is_title(fields, field):  # 总计 is the label of the row
                return [], start
            break
        fields.append(field)
        at = end
    return ([], start) if len(fields) == 1 and not fields[0][1].text and not is_cell(lines[start]) else (fields, at)


def is_title(fields: Sequence[Field], again: Field) -> bool:
    """The first of them, without figure, is not the field of the column that comes again."""
    return len(fields) > 1 and not fields[0][1].text and not tables_of([fields[0], again])


def next_field(lines: Sequence[Line], at: int, above: bool) -> tuple[Field, int] | None:
    """(field, line behind it)"""
    if above and is_value(lines[at]):
        field = field_of(lines[at + 1]) if at + 1 < len(lines) else None
        return ((field[0], lines[at].slots[0]), at + 2) if field and not field[1].text else None
    field = field_of(lines[at])
    if field is None or (above and field[1].text):
        return None
    alone = not above and not field[1].text and at + 1 < len(lines) and is_value(lines[at + 1])
    return ((field[0], lines[at + 1].slots[0]), at + 2) if alone else (field, at + 1)


def is_words(line: Line) -> bool:
    return len(line.slots) == 1 and len(line.slots[0].text) <= LONGEST and not is_value(line)


# ---------------------------------------------------------------- which line is the label


def title_of(card: Card, lines: Sequence[Line], times: Mapping[str, int]) -> int:
    """The line that names a row, rather one of its own than one that stands above many cards, rather the last."""
    texts = {n: lines[n].slots[0].text for n in card.head}
    named = [n for n in card.head if label_in(texts[n], card.table)]
    if all(names_group(texts[n]) for n in named) and runs_on([texts[n] for n in card.head if n not in named], card.table):
        return card.head[-1]
    return min(named or card.head[-1:], key=lambda n: (times[texts[n]], names_group(texts[n]), -n))


def runs_on(texts: Sequence[str], table: str) -> bool:
    """Lines that name a row together, none of them by itself."""
    return any(label_in("".join(texts[n:]), table) for n in range(len(texts) - 1))


def label_in(text: str, table: str) -> str:
    """The text where it names a row of the table, perhaps with its groups, their article or a unit; else ''. Rather no row that is a group elsewhere."""
    parts = (text, _ARTICLE.sub("", text), _REMARK.sub("", text), _PATH.split(text, maxsplit=1)[0])
    named = [part for part in parts if part and rows_named(part).get(table, 0.0) >= WEAK]
    return next((part for part in named if not names_group(part)), named[0] if named else "")


@kept
def names_group(text: str) -> bool:
    """(六)其他处理 is a row of one form and a group of rows of the next."""
    return label_key(text).rstrip(")").endswith(all_groups())


@cache
def all_groups() -> tuple[str, ...]:
    return tuple(sorted({group for row in label_index().rows for group in row.groups if len(group) > _SHORT}))


# ---------------------------------------------------------------- rows


def set_out(lines: Sequence[Line], cards: Sequence[Card], titles: Mapping[int, int]) -> Iterator[Line]:
    """Lines between two cards or between label and fields name groups; those above the first label stay."""
    at = 0
    before: Card | None = None
    for card in cards:
        title = titles[card.end]
        goes_on = before and (before.table, before.columns) == (card.table, card.columns) and all(n in card.head for n in range(at, title))
        if not goes_on:
            yield from lines[at:title]
            yield header_of(card, lines[title])
        groups = [n for n in card.head if n > title or (goes_on and n < title)]
        yield row_of(card, lines[title], [lines[n].slots[0] for n in groups])
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
    return Line((*(group._replace(column=0) for group in groups), own, *cells), "pipes", title.block)
