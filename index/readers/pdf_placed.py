"""Tables without rules between their rows: figures that stand below one another are a column, a label and its figures a row.

A table is made out only where every figure has a place of its own; of any other the lines stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.readers.pdf_columns import (
    Cells,
    columns_of,
    heads_of,
    names_column,
    places_of,
    stacks_of,
    with_heads,
    with_sides,
)
from index.readers.pdf_labels import Label, first_rows, groups_in, is_heading, labels_of, owner_of
from index.readers.pdf_lines import Char
from index.readers.pdf_tables import RuledCell, RuledTable
from index.readers.pdf_words import Rules, Span, Word, lines_of_words

_LEAST = 3  # columns and rows of a table whose headers say nothing
_HEAD = 12  # lines of a header
_BETWEEN = 60  # lines of words that may stand between two lines of figures
_ROW_APART = 2.5  # of the height: a gap behind which no row of the table follows
_MOST = 400  # lines of a page; on one with more nothing is looked for

WordLine = list[Word]


@dataclass(frozen=True, slots=True)
class Placed:
    table: RuledTable
    columns: tuple[Span, ...]  # from side to side
    chars: frozenset[Char]  # what it holds of the page


def placed_tables(chars: Sequence[Char], rules: Rules, page: int, above: tuple[Span, ...] = ()) -> list[Placed]:
    """`above`: columns of such a table at the end of the page before, () for none."""
    lines = lines_of_words(chars, rules)
    found: list[Placed] = []
    start = 0
    for run in runs_of(lines) if len(lines) <= _MOST else ():
        table = _Table(lines, run, rules, page, start).made(() if start else above)
        found += [table] if table else []
        start = run[-1] + 1
    return found


def figures_of(line: WordLine) -> WordLine:
    """The figures behind the last words; [] where there are none."""
    last = max((n for n, word in enumerate(line) if not word.is_figure), default=-1)
    return line[last + 1 :]


def runs_of(lines: Sequence[WordLine]) -> Iterator[list[int]]:
    """Lines of figures of one table: between them only words to their left."""
    run: list[int] = []
    zone = 0.0
    for n, line in enumerate(lines):
        figures = figures_of(line)
        words = line[: len(line) - len(figures)]
        inside = any(word.x1 > zone for word in words)
        if run and (inside or n - run[-1] > _BETWEEN):
            yield run
            run = []
        if figures and (words or 0 < n < len(lines) - 1):  # the first or last line may be the number of the page
            zone = min(figures[0].x0, zone) if run else figures[0].x0
            run.append(n)
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class Row:
    groups: tuple[Label, ...]  # that begin here
    label: Label | None
    cells: Cells

    @property
    def labels(self) -> list[Label]:
        return [*self.groups, *([self.label] if self.label else []), *self.cells.values()]


class _Table:
    """One run of lines of figures on its way to be a table."""

    def __init__(self, lines: Sequence[WordLine], run: Sequence[int], rules: Rules, page: int, start: int) -> None:
        self.lines, self.run, self.rules, self.page, self.start = lines, run, rules, page, start
        self.figures = [figures_of(lines[n]) for n in run]

    def made(self, above: tuple[Span, ...]) -> Placed | None:
        head = self.lines[max(self.start, self.run[0] - _HEAD) : self.run[0]]
        stacks = list(stacks_of([word for line in head for word in line if not word.is_figure]))
        columns = self.columns(stacks, above)
        placed = [places_of(line, columns) for line in self.figures]
        heads = [head for head in heads_of(stacks, columns) if head]
        whole = len(heads) == len(columns)
        if None in placed or not (whole or columns == above or (len(columns) >= _LEAST and len(self.run) >= _LEAST)):
            return None
        labels = self.labels(columns[0][0], max((head.bottom for head in heads), default=0.0))
        return self.put_together(labels, columns, [one for one in placed if one is not None], heads if whole else [])

    # ------------------------------------------------------------ columns

    def columns(self, stacks: Sequence[Label], above: tuple[Span, ...]) -> tuple[Span, ...]:
        ruled = self.between_rules()
        if ruled:
            return ruled
        spans = columns_of([(word.x0, word.x1) for line in self.figures for word in line])
        named = [stack for stack in stacks if not stack.number and names_column(stack.text) and stack.x0 >= self.label_side()]
        if not named and above and all(places_of(line, above) for line in self.figures):
            return above
        return with_sides(with_heads(spans, named))

    def label_side(self) -> float:
        """Where the labels in the lines of figures end."""
        return max((word.x1 for n, line in zip(self.run, self.figures, strict=True) for word in self.lines[n][: -len(line)]), default=0.0)

    def between_rules(self) -> tuple[Span, ...]:
        top, bottom = self.figures[0][0].top, self.figures[-1][0].bottom
        right = self.label_side()
        spans = [span for span in self.rules.columns(top, bottom) if span[0] >= right - 1]
        return tuple(spans) if spans and all(places_of(line, spans) for line in self.figures) else ()

    # ------------------------------------------------------------ rows

    def labels(self, side: float, head: float) -> list[Label]:
        """Words left of the columns, from below the header to the last line that goes on with the table."""
        middles = [line[0].middle for line in self.figures]
        last = self.run[-1]
        while last + 1 < len(self.lines) and self.goes_on(last, side):
            last += 1
        words = [word for line in self.lines[self.start : last + 1] for word in line if word.top >= head - 1 and word.x1 <= side]
        found = labels_of([word for word in words if word.top <= self.lines[last][0].bottom], middles, self.rules)
        owned = [owner for y in middles if (owner := owner_of(y, found))]
        first = next((n for n, label in enumerate(found) if label in owned or ((head or not self.start) and label.is_named)), 0)
        return [label for label in found[first:] if label in owned or not is_heading(label.text)]

    def goes_on(self, last: int, side: float) -> bool:
        line, before = self.lines[last + 1], self.lines[last]
        height = before[0].height
        near = line[0].top - before[0].bottom <= _ROW_APART * height and abs(line[0].height - height) <= 0.2 * height
        return near and all(word.x1 <= side and not word.is_figure for word in line) and not is_heading("".join(word.text for word in line))

    def put_together(self, labels: Sequence[Label], columns: Sequence[Span], placed: Sequence[Cells], heads: Sequence[Label]) -> Placed | None:
        """None where the figures of two lines would be one row, or those of one line may belong to the blank row above it."""
        owners = [owner_of(line[0].middle, labels) for line in self.figures]
        owned = [owner for owner in owners if owner is not None]
        if len(set(map(id, owned))) < len(owned) or (labels and None in owners[1:]):
            return None
        groups = groups_in(labels, owned)
        grouped = {word for group in groups for word in group.words}
        own = [label for label in labels if label in owned or (label.is_named and label.words[0] not in grouped)]
        own.sort(key=lambda label: label.top + label.bottom)
        told = {id(owner): cells for owner, cells in zip(owners, placed, strict=True)}
        if any(id(above) not in told and not below.is_named for above, below in pairwise(own)):
            return None
        begun = list(first_rows(groups, own))
        rows = [Row((), None, cells) for owner, cells in zip(owners, placed, strict=True) if owner is None]
        rows += [Row(tuple(g for at, g in begun if at == n), one, told.get(id(one), {})) for n, one in enumerate(own)]
        return drawn([*self.header(heads, columns[0][0]), *rows], columns, self.page)

    def header(self, heads: Sequence[Label], side: float) -> list[Row]:
        """The names of all columns, and the words beside them."""
        if not heads:
            return []
        top, bottom = min(head.top for head in heads), max(head.bottom for head in heads)
        beside = [word for line in self.lines[self.start : self.run[0]] for word in line if top - 1 <= word.top < bottom and word.x1 <= side]
        corner = Label(tuple(sorted(beside, key=lambda word: (word.top, word.x0)))) if beside else None
        return [Row((), corner, dict(enumerate(heads)))]


# ---------------------------------------------------------------- the table


def drawn(rows: Sequence[Row], columns: Sequence[Span], page: int) -> Placed:
    """Left of the columns of figures one for the groups and one for the rows."""
    words = [word for row in rows for label in row.labels for word in label.words]
    side = columns[0][0]
    left = min((label.x0 for row in rows for label in row.labels if label.x1 <= side), default=side - 1)
    inner = min((max(left + 1, row.label.x0) for row in rows if row.groups and row.label), default=left)
    cells = [cell for n, row in enumerate(rows) for cell in cells_of(row, n, (left, inner, side), columns)]
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    table = RuledTable(tuple(cells), len(rows), left, columns[-1][1], top, bottom, page, page)
    return Placed(table, tuple(columns), frozenset(char for word in words for char in word.chars))


def cells_of(row: Row, number: int, sides: tuple[float, float, float], columns: Sequence[Span]) -> Iterator[RuledCell]:
    left, inner, side = sides
    if row.groups:
        yield RuledCell("\n".join(group.text for group in row.groups), number, 1, left, inner)
    if row.label:
        yield RuledCell(row.label.text, number, 1, inner if row.groups else left, side)
    for n, span in enumerate(columns):
        yield RuledCell(row.cells[n].text if n in row.cells else "", number, 1, *span)
