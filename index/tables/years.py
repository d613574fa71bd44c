"""Columns and rows labelled with years, or as last year's: the report's own year is read, no other one in its place.

Where the report's year is not among them the figures are left unread: whose they are the table does not say.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import groupby, pairwise

from index.sections import heading_of
from index.tables.columns import column_forms, column_named
from index.tables.groups import UNITS
from index.tables.labels import label_index
from index.tables.lines import Line, Slot, texts_in
from index.tables.upright import names_row, table_key
from index.tables.year_labels import (
    YEAR,
    Own,
    is_figured,
    is_label,
    is_number,
    is_telling,
    is_year,
    named_own,
    named_years,
    own_label,
    unread,
)
from index.text import kept


def of_own_year(lines: Sequence[Line], year: int | None) -> list[Line]:
    """The lines without the figures of other years; `year` None: of a document that names one year, this one."""
    names = set(filter(is_telling, texts_in(lines)))
    own = Own(year if year is not None else only_year(lines, names))
    said = frozenset(text for text in names if own.says(text) is not None)
    if not said:
        return list(lines)
    tables = [list(group) for _, group in groupby(lines, key=table_key)]
    found: list[Line] = []
    caption: bool | None = None  # what a line of nothing but a year said last
    shown = any(own.says(line.slots[0].text) for line in lines if len(line.slots) == 1 and is_year(line.slots[0].text))
    for table in tables:
        if caption is None and said.isdisjoint(slot.text for line in table for slot in line.slots):
            pass
        elif table[0].kind == "text":
            table, caption = told(table, own, caption)
        else:
            table = list(rows_of(list(columns_of(table, own)), own, caption, shown))
        found += table
    return found


def only_year(lines: Sequence[Line], names: Set[str]) -> int | None:
    """The year that those of the texts name which may be labels; None where they name several."""
    telling = ((line, slot) for line in lines for slot in line.slots if slot.text in names)
    named = {year for line, slot in telling if heads_year(line, slot) for year in named_years(slot.text)}
    return named.pop() if len(named) == 1 else None


def heads_year(line: Line, slot: Slot) -> bool:
    """It may be the label of a year: no figure, and in running text the name of a column."""
    if not YEAR.search(slot.text):
        return False
    if line.kind == "text":
        return not is_number(slot) and heads_column(slot.text)
    return is_header(line) or not is_number(slot)


def told(table: Sequence[Line], own: Own, caption: bool | None) -> tuple[list[Line], bool | None]:
    """Running text: figures behind a label of another year; what a line of nothing but a year says at the end."""
    shown = any(own.says(line.slots[0].text) for line in table if not is_number(line.slots[0]))
    found: list[Line] = []
    run: list[Line] = []
    other_columns = other_row = left = False  # the header above the figures, their label, what stands above the table names another year
    for line in table:
        text = line.slots[0].text
        if not is_number(line.slots[0]):
            run.append(line)
            caption = own.says(text) if is_year(text) else None if heading_of(text) else caption
            continue
        if run:
            run, left = below_caption(run, own, left) if shown else (run, False)
            named = [one for one in run if one.slots[0].text not in UNITS] or run
            heads = [one for one in named[:-1] if heads_column(one.slots[0].text)]
            other_columns = any(own.says(one.slots[0].text) is False for one in heads) if heads else other_columns
            other_row = any(own.says(one.slots[0].text) is False for one in named[-1:])
            kept = [one for one in run if not (other_row and shown and one in named[-1:])]
            found += [own_label(one) if one in (*heads, *named[-1:]) and own.says(one.slots[0].text) else one for one in kept]
            run = []
        if not (left or (other_row and shown)):
            found.append(unread(line) if other_row or other_columns else line)
    return [*found, *(own_label(one) if is_year(one.slots[0].text) and own.says(one.slots[0].text) else one for one in run)], caption


def below_caption(run: list[Line], own: Own, left: bool) -> tuple[list[Line], bool]:
    """(words above the figures, whether another year above the table holds for them); it holds up to the next heading."""
    start = max((n for n, line in enumerate(run) if heading_of(line.slots[0].text)), default=-1)
    years = [n for n, line in enumerate(run) if n > start and is_year(line.slots[0].text)]
    if not years:
        return (run, False) if start >= 0 or not left else ([], True)
    other = years[-1] < len(run) - 1 and not any(own.says(run[n].slots[0].text) for n in years)
    return (run[: years[0]], True) if other else (run, False)


@kept
def heads_column(text: str) -> bool:
    """A year alone, or the name of a column."""
    bare = YEAR.sub("", text)
    named = any(column_named(bare, form.id) for form in column_forms()) and not names_row(text, label_index())
    return named or is_year(text)


# ---------------------------------------------------------------- columns


def columns_of(table: Sequence[Line], own: Own) -> Iterator[Line]:
    """The lines, below every header that names years those columns alone that are not of another one."""
    said: Mapping[int, bool] = {}
    header: list[Line] = []
    for line in table:
        if is_header(line):
            header.append(line)
            continue
        if header:
            said = marks(header, own) or ({} if names_columns(header) else said)
            header = [kept_above(one, said) for one in header]
            yield from (own_label(shortened(one, said)) if any(own.says(slot.text) for slot in one.slots) else shortened(one, said) for one in header)
            header = []
        yield shortened(line, said)
    yield from header


def is_header(line: Line) -> bool:
    """No figures, or nothing but years: 项目 | 2021 | 2022."""
    numbers = [slot.text for slot in line.numbers]
    return not numbers or (len(numbers) > 1 and all(map(YEAR.fullmatch, numbers)) and not is_label(line.slots[0].text))


def names_columns(header: Sequence[Line]) -> bool:
    return any(len([slot for slot in line.slots if slot.text]) > 1 for line in header)


def marks(header: Sequence[Line], own: Own) -> dict[int, bool]:
    """Column → is it of the report's own year; a name holds up to the next one beside it."""
    found: dict[int, bool] = {}
    end = max(slot.column for line in header for slot in line.slots) + 1
    for line in header:
        slots = [slot for slot in line.slots if slot.column]
        for slot, after in pairwise([*slots, None]):
            if slot and (one := own.says(slot.text)) is not None:
                found.update(dict.fromkeys(range(slot.column, after.column if after else max(end, slot.column + 1)), one))
    return found


def kept_above(line: Line, said: Mapping[int, bool]) -> Line:
    """A header line whose names over columns of several years stand above the first one that is not of another year."""
    slots = [slot for slot in line.slots if slot.text]
    ends = (*(slot.column for slot in slots[1:]), max(said, default=0) + 1)
    covered = [[column for column in range(slot.column, end) if said.get(column, True)] for slot, end in zip(slots, ends, strict=False)]
    moved = {slot.column: columns[0] for slot, columns in zip(slots, covered, strict=True) if columns}
    return replace(line, slots=tuple(slot._replace(column=moved.get(slot.column, slot.column)) if slot.text else slot for slot in line.slots))


def shortened(line: Line, said: Mapping[int, bool]) -> Line:
    """Without the columns of other years; where no other column is left their figures are unread."""
    others = {column for column, one in said.items() if not one}
    if not others:
        return line
    left = any(slot.column not in others for slot in line.numbers)
    if left or not line.numbers:
        return replace(line, slots=tuple(slot for slot in line.slots if slot.column not in others) or line.slots)
    return unread(line)


# ---------------------------------------------------------------- rows


def rows_of(table: Sequence[Line], own: Own, caption: bool | None, shown: bool) -> Iterator[Line]:
    """The lines without the rows of other years; a year holds for the lines below it that have none in its column.

    `caption`: what stands above the table; `shown`: a table of the report's own year stands elsewhere.
    """
    said = list(years_of(table, own, caption))
    shown = shown or any(one for one, line in zip(said, table, strict=True) if is_figured(line))
    rest = any(one is None for one, line in zip(said, table, strict=True) if is_figured(line))
    label: tuple[Slot, ...] = ()
    for one, line in zip(said, table, strict=True):
        if one is False and is_figured(line):
            label = labels(line) or label
            if not (shown or rest):
                yield unread(line)
            continue
        if is_figured(line) and label and not labels(line):
            line = replace(line, slots=(*label, *line.slots))
        label = () if is_figured(line) else label
        yield without_years(line).changed(named_own) if one else line


def without_years(line: Line) -> Line:
    """A year beside the label of its row says no more."""
    kept = labels(line)
    return replace(line, slots=tuple(slot for slot in line.slots if slot in kept or not slot.text or is_number(slot))) if kept and is_figured(line) else line


def years_of(table: Sequence[Line], own: Own, caption: bool | None) -> Iterator[bool | None]:
    held: tuple[int, bool] | None = None if caption is None else (-1, caption)
    for line in table:
        words = line.words
        wholes = [(slot.column, one) for slot in words if is_year(slot.text) and (one := own.says(slot.text)) is not None]
        if wholes and (is_figured(line) or len(words) == 1):
            held = wholes[-1] if len(words) > 1 else (-1, wholes[-1][1])
        elif held and any(slot.column <= held[0] for slot in words) and not (held[0] == 0 and not is_figured(line) and len(words) > 1):
            held = None if held[0] or is_figured(line) else held
        told = [one for slot in words if (one := own.says(slot.text)) is not None] if is_figured(line) else []
        yield told[-1] if told else held[1] if held and is_figured(line) else None


def labels(line: Line) -> tuple[Slot, ...]:
    """Its words but those that only name a year."""
    return tuple(slot for slot in line.words if not is_year(slot.text))
