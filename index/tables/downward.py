"""Text copied column by column: the labels of all rows first, then column after column its name and its figures, row by row.

They are read where every column has as many figures as there are rows and all sums of the form hold; else they are left unread.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.forms import FormTable
from index.repair.shape import shape_of
from index.repair.sums import equations_of
from index.sections import heading_of
from index.tables.columns import column_named, group_named
from index.tables.entries import tables_with
from index.tables.figures import UNREAD, is_figure, value_of
from index.tables.found import printed_rows
from index.tables.groups import UNITS, Chunk
from index.tables.labels import EXACT, FOREIGN, WEAK, core_of, editions_of, label_index
from index.tables.lines import Line, Slot
from index.text import label_key

_HIGHEST = 90  # lines of words above the first column
_ROWS = 2  # of a table that shows that the text runs downward
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Part:
    """The words of one or two lines and the figures behind them."""

    line: int
    words: tuple[Slot, ...]
    figures: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A table as it was copied: from `start` to before `end`."""

    start: int
    end: int
    form: FormTable
    labels: tuple[Slot, ...]  # of its rows and, between these, of groups
    rows: Mapping[int, str]  # which of the labels are rows → row of the form
    columns: Mapping[str, Slot]  # column of the form → its name
    figures: Mapping[str, tuple[Slot, ...]]  # column → its figures from top to bottom

    @property
    def names(self) -> list[str]:
        """Its columns in the order of the form."""
        return [column.id for column in self.form.columns if column.printed and column.id in self.columns]

    @property
    def whole(self) -> bool:
        return all(len(held) in (0, len(self.rows)) for held in self.figures.values()) and any(self.figures.values())


def row_by_row(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such tables with a line for every row."""
    runs = list(runs_in(lines)) if any(starts_column(lines, n) for n in range(1, len(lines))) else []
    if not any(len(run.rows) >= _ROWS for run in runs):
        return list(lines)
    found: list[Line] = []
    at = 0
    for run in runs:
        found += [*lines[at : run.start], *drawn(run, lines[run.start].block)]
        at = run.end
    return [*found, *lines[at:]]


# ---------------------------------------------------------------- what stands where


def part_at(lines: Sequence[Line], n: int) -> Part:
    """自然人 39 3 7, or words alone, or figures alone."""
    line = lines[n]
    slots = line.slots if len(line.slots) > 1 else tuple(words_of(line.slots[0]))
    last = max((at for at, slot in enumerate(slots) if slot.text and not is_figure(slot.text)), default=-1)
    figures = slots[last + 1 :]
    if len(line.slots) > 1 or not figures:
        return Part(n, tuple(slot for slot in line.slots if slot not in figures and slot.text), figures)
    end = figures[0].place.column or 0
    whole = line.slots[0].text[: end - (line.slots[0].place.column or 0)].strip()
    return Part(n, (line.slots[0]._replace(text=whole, printed=whole),) if whole else (), figures)


def words_of(slot: Slot) -> Iterator[Slot]:
    for word in _WORD.finditer(slot.text):
        yield Slot(word[0], word[0], slot.place._replace(column=(slot.place.column or 0) + word.start()), slot.column)


def starts_column(lines: Sequence[Line], n: int) -> bool:
    """The name of a column directly before figures, below words."""
    if lines[n - 1].numbers or not lines[n].words:
        return False
    text = lines[n].words[0].text
    if text[-1:].isdigit() or lines[n].numbers:
        part = part_at(lines, n)
        return len(part.words) == 1 and bool(part.figures) and bool(tables_with(part.words[0].text))
    return n + 1 < len(lines) and not lines[n + 1].words and bool(lines[n + 1].numbers) and len(lines[n].words) == 1 and bool(tables_with(text))


def runs_in(lines: Sequence[Line]) -> Iterator[Run]:
    n, end = 1, 0
    while n < len(lines):
        run = run_at(lines, n, end) if starts_column(lines, n) else None
        if run:
            yield run
            end = run.end
        n = run.end if run else n + 1


def run_at(lines: Sequence[Line], n: int, least: int) -> Run | None:
    """The table whose first column begins in line `n`; of several editions the one with as many rows as figures."""
    found = []
    for table in sorted(tables_with(part_at(lines, n).words[0].text)):
        start = above(lines, n, least, table)
        labels = [slot for at in range(start, n) for slot in labels_in(lines[at])]
        end, columns, figures = below(lines, n, table)
        for form in editions_of(table).values():
            rows = dict(rows_in(labels, form))
            if rows:
                first = min(rows)
                begun = next(at for at in range(start, n) if labels[first] in labels_in(lines[at]))
                moved = {at - first: row for at, row in rows.items()}
                found.append(Run(begun, end, form, tuple(labels[first:]), moved, columns, figures))
    return max(found, key=lambda run: (run.whole, len(run.names), len(run.rows)), default=None)


def above(lines: Sequence[Line], n: int, least: int, table: str) -> int:
    """The first of the lines of words above line `n`: below figures, the heading of a section or the name of a column."""
    start = n
    while start > max(least, n - _HIGHEST) and not part_at(lines, start - 1).figures:
        text = lines[start - 1].words[0].text if lines[start - 1].words else ""
        if column_named(text, table) or (heading_of(text) and not orders_of(text)):
            break
        start -= 1
    return start


def labels_in(line: Line) -> list[Slot]:
    """行政处罚 行政强制 in one line are two."""
    if len(line.slots) > 1:
        return list(line.words)
    words = list(words_of(line.slots[0]))
    return words if len(words) > 1 and sum(bool(orders_of(word.text)) for word in words) >= len(words) - 1 else list(line.slots)


def orders_of(text: str) -> frozenset[int]:
    """Rows of the forms with this very label."""
    scores = label_index().enclosed(label_key(text), core_of(text))
    return frozenset(order for order, score in scores.items() if score >= EXACT or WEAK <= score < EXACT - FOREIGN)


def rows_in(labels: Sequence[Slot], form: FormTable) -> Iterator[tuple[int, str]]:
    """(position of a label, its row), in the order of the form."""
    printed, rows, last = printed_rows(form), label_index().rows, -1
    for n, slot in enumerate(labels):
        orders = [order for order in sorted(orders_of(slot.text)) if rows[order].table == form.id and rows[order].id in printed and order > last]
        if orders:
            last = orders[0]
            yield n, rows[last].id


def below(lines: Sequence[Line], n: int, table: str) -> tuple[int, dict[str, Slot], dict[str, tuple[Slot, ...]]]:
    """(line behind the last column, names of the columns, their figures); names of groups stand between them."""
    columns: dict[str, Slot] = {}
    figures: dict[str, tuple[Slot, ...]] = {}
    end = n
    while n < len(lines):
        part = part_at(lines, n)
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


# ---------------------------------------------------------------- the table


def drawn(run: Run, block: int) -> Iterator[Line]:
    corner = run.labels[0]._replace(text="", printed="", column=0)
    names, sure = run.names, is_proven(run)
    yield Line((corner, *(run.columns[name]._replace(column=n) for n, name in enumerate(names, 1))), "grid", block)
    position = -1
    for n, label in enumerate(run.labels):
        position += n in run.rows
        cells = [cell_of(run, name, position, sure) for name in names] if n in run.rows else []
        yield Line((label._replace(column=0), *(cell._replace(column=at) for at, cell in enumerate(cells, 1))), "grid", block)


def cell_of(run: Run, name: str, row: int, sure: bool) -> Slot:
    held = run.figures[name]
    if sure:
        return held[row] if held else run.columns[name]._replace(text="", printed="")
    return run.columns[name]._replace(text=UNREAD, printed=" ".join(slot.printed for slot in held)[:60])


def is_proven(run: Run) -> bool:
    """Every row adds up, and the rows of every equation of the form do in every column; tables without sums have names alone."""
    if not run.whole:
        return False
    shape, width = shape_of(run.form, next(row for row in run.form.rows if row.printed)), len(run.names)
    cells = {row: [cell_of(run, name, n, True) for name in run.names] for n, row in enumerate(run.rows.values())}
    if not shape.blocks and not equations_of(run.form):
        return True
    if shape.blocks and (width < shape.width or any(shape.adds_up(tuple(map(chunk_of, row))) is False for row in cells.values())):
        return False
    values = {row: [value_of(slot.text, "").value or 0 for slot in held] for row, held in cells.items()}
    whole = [eq for eq in equations_of(run.form) if eq.optional or all(row in values for row, _ in eq.rows)]
    return all(not sum(values[row][n] * sign for row, sign in eq.rows if row in values) for eq in whole for n in range(width))


def chunk_of(slot: Slot) -> Chunk:
    return Chunk(slot.text, slot.printed, slot.place, slot.column)
