"""Tables with one figure a line, its row and its column named beside it: rows of the form are put together from them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from index.forms import load_forms
from index.tables.entries import VALUE, Entry, entries_of, names_cell
from index.tables.figures import ABSENT
from index.tables.labels import editions_of
from index.tables.lines import Line
from index.tables.upright import table_key
from index.text import label_key

_LEAST = 6  # figures of such a table


def wide(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such tables as one line for every row of the form."""
    tables = [list(group) for _, group in groupby(lines, key=table_key)]
    found = [entries_of(table) for table in tables]
    if sum(map(len, found)) < _LEAST or not all(map(is_long, found)):
        return list(lines)
    editions = editions_by_fitness([entry for entries in found for entry in entries])
    return [line for table, entries in zip(tables, found, strict=True) for line in put_together(table, entries, editions)]


def is_long(entries: Sequence[Entry]) -> bool:
    """No cell is told twice."""
    return len({(entry.row, entry.column) for entry in entries}) == len(entries)


def editions_by_fitness(entries: Sequence[Entry]) -> list[str]:
    """Editions of the form, that which prints most of the figures first."""
    counts = {edition: sum(entry.column in printed_columns(entry.table, edition) for entry in entries) for edition in load_forms()}
    return sorted(counts, key=lambda edition: -counts[edition])


@cache
def printed_columns(table: str, edition: str) -> Mapping[str, str]:
    """Id → label"""
    form = editions_of(table).get(edition)
    return {column.id: column.label for column in form.columns if column.printed} if form else {}


def put_together(table: Sequence[Line], entries: Sequence[Entry], editions: Sequence[str]) -> list[Line]:
    """Rows where their first figure stood, below a header for every table; lines that are no figure of it stay."""
    rows: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        rows.setdefault(entry.row, []).append(entry)
    told = {entry.line for entry in entries}
    untold = ABSENT if any(n not in told and names_cell(line) for n, line in enumerate(table)) else ""
    made = {row[0].line: lines for rows_of_table in tables_of(list(rows.values())) for row, lines in laid_out(rows_of_table, table, editions, untold)}
    taken = told | {n for n, line in enumerate(table) if any(VALUE.fullmatch(label_key(s.text)) for s in line.slots)}
    return [line for n, old in enumerate(table) for line in (made.get(n) or ([] if n in taken else [old]))]


Row = list[Entry]


def tables_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for _, run in groupby(rows, key=lambda row: row[0].table):
        yield list(run)


def laid_out(rows: Sequence[Row], table: Sequence[Line], editions: Sequence[str], untold: str) -> Iterator[tuple[Row, list[Line]]]:
    """(row, its line, with the header of the table before the first); columns as the form prints them, `untold` where no line tells them."""
    heads = {entry.column: entry.head for row in rows for entry in row}
    names = next((names for one in editions if heads.keys() <= (names := printed_columns(rows[0][0].table, one)).keys()), heads)
    depth = max(len(row[0].path) for row in rows)
    first = rows[0][0].label._replace(text="", printed="", column=0)
    labels = [heads.get(name) or first._replace(text=str(label), printed=str(label)) for name, label in names.items()]
    header = Line((first, *(slot._replace(column=depth + n) for n, slot in enumerate(labels))), "grid", table[rows[0][0].line].block)
    for row in rows:
        line = one_line(row, list(names), depth, table[row[0].line].block, untold)
        yield row, [header, line] if row is rows[0] else [line]


def one_line(row: Row, names: Sequence[str], depth: int, block: int, untold: str) -> Line:
    found = {entry.column: entry.value for entry in row}
    labels = [row[0].label._replace(text=text, printed=text, column=n) for n, text in enumerate(row[0].path)]
    blank = row[0].value._replace(text=untold, printed="")
    return Line((*labels, *(found.get(name, blank)._replace(column=depth + n) for n, name in enumerate(names))), "grid", block)
