"""Text copied out of its order: the labels of all rows first, then column after column its name and its figures, or all figures at once.

They are read where there are as many figures as rows and columns and all sums of the form hold; else they are left unread.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from index.sections import heading_of
from index.tables.columns import column_named, group_named
from index.tables.copied import Copied, Label, drawn, is_proven, labels_in, orders_of, part_of, rows_in, strangers
from index.tables.entries import tables_with
from index.tables.groups import UNITS
from index.tables.labels import editions_of
from index.tables.lines import Line, Slot

_DRAWN = ("grid", "pipes")  # tables with borders
_HIGHEST = 90  # lines of words above the first figure
_ROWS = 2  # of a table that shows that the text runs downward
_FEWEST = 4  # figures of a table that stand together
_BEGINS = frozenset("0123456789+-—/")  # a figure, or a mark for none


def row_by_row(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such tables with a line for every row."""
    found = list(tables_in(lines))
    if not any(len(one.rows) >= _ROWS for one, _ in found):
        return list(lines)
    made: list[Line] = []
    at = 0
    for one, sure in found:
        made += [*lines[at : one.start], *drawn(one, lines[one.start].block, sure)]
        at = one.end
    return [*made, *lines[at:]]


def tables_in(lines: Sequence[Line]) -> Iterator[tuple[Copied, bool]]:
    """(table, whether its figures are proven)"""
    n, end = 1, 0
    while n < len(lines):
        below_words = lines[n].kind not in _DRAWN and bool(lines[n - 1].words) and not lines[n - 1].numbers
        found = None
        if below_words and starts_column(lines, n):
            found = by_columns(lines, n, end)
        if below_words and not found and is_figures(lines[n]):
            found = at_once(lines, n, end)
        if found:
            yield found
            end = found[0].end
        n = end if found else n + 1


def is_figures(line: Line) -> bool:
    """Nothing else, one or several."""
    return not line.words or (line.slots[0].text[:1] in _BEGINS and not part_of(line).words)


def words_above(lines: Sequence[Line], n: int, least: int, table: str) -> int:
    """The first of the lines of words above line `n`: below figures, the heading of a section or, of a `table`, the name of a column."""
    start = n
    while start > max(least, n - _HIGHEST) and not part_of(lines[start - 1]).figures:
        text = lines[start - 1].words[0].text if lines[start - 1].words else ""
        if (table and column_named(text, table)) or (heading_of(text) and not orders_of(text)):
            break
        start -= 1
    return start


def likeliest(ways: Sequence[Copied]) -> tuple[Copied, bool] | None:
    """The way to read a table with most columns and rows, and whether it is the only one that is proven."""
    proven = [one for one in ways if is_proven(one)]
    best = max(proven or ways, key=lambda one: (one.whole, len(one.names), -strangers(one), len(one.rows)), default=None)
    return (best, bool(proven) and all(one.told() == best.told() for one in proven)) if best else None


# ---------------------------------------------------------------- column by column


def starts_column(lines: Sequence[Line], n: int) -> bool:
    """The name of a column directly before figures."""
    line = lines[n]
    if not line.words or line.numbers or line.words[0].text[-1:] in _BEGINS:
        part = part_of(line)
        return len(part.words) == 1 and bool(part.figures) and bool(tables_with(part.words[0].text))
    before = n + 1 < len(lines) and not lines[n + 1].words and bool(lines[n + 1].numbers)
    return before and len(line.words) == 1 and bool(tables_with(line.words[0].text))


def by_columns(lines: Sequence[Line], n: int, least: int) -> tuple[Copied, bool] | None:
    """The table whose first column begins in line `n`."""
    found = []
    for table in sorted(tables_with(part_of(lines[n]).words[0].text)):
        labels = labels_in(lines, words_above(lines, n, least, table), n)
        end, columns, figures = columns_below(lines, n, table)
        for form in editions_of(table).values():
            rows = dict(rows_in(labels, form))
            if rows:
                first = min(rows)
                own = tuple(slot for _, slot in labels[first:])
                found.append(Copied(labels[first][0], end, form, own, {at - first: row for at, row in rows.items()}, columns, figures))
    return likeliest(found)


def columns_below(lines: Sequence[Line], n: int, table: str) -> tuple[int, dict[str, Slot], dict[str, tuple[Slot, ...]]]:
    """(line behind the last column, names of the columns, their figures); names of groups stand between them."""
    columns: dict[str, Slot] = {}
    figures: dict[str, tuple[Slot, ...]] = {}
    end = n
    while n < len(lines):
        part = part_of(lines[n])
        text = part.words[0].text if len(part.words) == 1 else ""
        name = column_named(text, table) if text else None
        if name and name not in columns:
            columns[name], figures[name] = part.words[0], part.figures
        elif not part.words and part.figures and columns:
            name = next(reversed(columns))
            figures[name] = (*figures[name], *part.figures)
        elif part.figures or not (group_named(text, table) or text in UNITS):
            break
        n += 1
        end = n if name else end
    return end, columns, figures


# ---------------------------------------------------------------- all figures at once


def at_once(lines: Sequence[Line], n: int, least: int) -> tuple[Copied, bool] | None:
    """Names of all columns and labels of all rows above as many figures as both have cells: by row or by column, as the sums prove."""
    end = next((at for at in range(n, len(lines)) if not is_figures(lines[at])), len(lines))
    figures = tuple(chain.from_iterable(part_of(line).figures for line in lines[n:end]))
    if len(figures) < _FEWEST:
        return None
    labels = labels_in(lines, words_above(lines, n, least, ""), n)
    tables = frozenset(table for _, slot in labels for table in tables_with(slot.text))
    return likeliest([one for table in sorted(tables) for one in ways_of(labels, table, figures, end)])


def ways_of(labels: Sequence[Label], table: str, figures: tuple[Slot, ...], end: int) -> Iterator[Copied]:
    named = [(n, name) for n, (_, slot) in enumerate(labels) if (name := column_named(slot.text, table))]
    columns = {name: labels[n][1] for n, name in named}
    rest = [label for n, label in enumerate(labels) if n not in {n for n, _ in named} and not group_named(label[1].text, table)]
    for form in editions_of(table).values():
        rows, printed = dict(rows_in(rest, form)), [column.id for column in form.columns if column.printed]
        width, height = len(printed), len(rows)
        if sorted(name for _, name in named) != sorted(printed) or height < _ROWS or width < _ROWS or width * height != len(figures):
            continue
        first, last = min(rows), max(rows) + 1
        own, moved = tuple(slot for _, slot in rest[first:last]), {at - first: row for at, row in rows.items()}
        start = min(rest[first][0], labels[named[0][0]][0])
        for held in ([figures[at * height : (at + 1) * height] for at in range(width)], [figures[at::width] for at in range(width)]):
            yield Copied(start, end, form, own, moved, columns, dict(zip(columns, held, strict=True)))
