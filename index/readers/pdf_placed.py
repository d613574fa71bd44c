"""Tables without rules between their rows: figures that stand below one another are a column, a label and its figures a row.

A table is made out only where every figure has a place of its own; of any other the lines stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from index.forms import load_forms
from index.readers.content import row_labels
from index.readers.pdf_labels import Label, first_rows, groups_in, labels_of, owner_of
from index.readers.pdf_lines import Char
from index.readers.pdf_tables import RuledCell, RuledTable
from index.readers.pdf_words import Rules, Span, Word, lines_of_words
from index.text import label_key, list_number

_LEAST = 3  # columns and rows of a table whose headers say nothing
_HEAD = 12  # lines of a header
_BETWEEN = 60  # lines of words that may stand between two lines of figures
_TIGHT = 0.6  # of the height: a gap between two lines of one header
_ROW_APART = 2.5  # of the height: a gap behind which no row of the table follows

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
    for run in runs_of(lines):
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
        heads = heads_of(stacks, columns)
        if None in placed or not (all(heads) or columns == above or (len(columns) >= _LEAST and len(self.run) >= _LEAST)):
            return None
        labels = self.labels(columns[0][0], max((stack.bottom for stack in heads if stack), default=0.0))
        return self.put_together(labels, columns, [one for one in placed if one is not None], heads if all(heads) else [])

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

    def put_together(
        self, labels: Sequence[Label], columns: Sequence[Span], placed: Sequence[dict[int, Word]], heads: Sequence[Label | None]
    ) -> Placed | None:
        owners = [owner_of(line[0].middle, labels) for line in self.figures]
        owned = [owner for owner in owners if owner is not None]
        if len(set(map(id, owned))) < len(owned) or any(owner is None for owner in owners[1:] if labels):
            return None
        groups = groups_in(labels, owned)
        grouped = {word for group in groups for word in group.words}
        rows = [label for label in labels if label in owned or (label.is_named and label.words[0] not in grouped)]
        rows.sort(key=lambda label: label.top + label.bottom)
        told = dict(zip(map(id, owned), (p for p, owner in zip(placed, owners, strict=True) if owner is not None), strict=True))
        alone = [p for p, owner in zip(placed, owners, strict=True) if owner is None]
        band = min((head.top for head in heads if head), default=0.0), max((head.bottom for head in heads if head), default=0.0)
        corner = [word for line in self.lines[self.start : self.run[0]] for word in line if band[0] - 1 <= word.top < band[1] and word.x1 <= columns[0][0]]
        return drawn(self.page, columns, heads, corner if heads else [], alone, [(row, told.get(id(row), {})) for row in rows], groups)


# ---------------------------------------------------------------- headers and columns


def stacks_of(words: Sequence[Word]) -> Iterator[Label]:
    """Lines of one header each, from top to bottom; a name of a column is a line of its own."""
    held: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top):
        above = next((one for one in held if is_below(one[-1], word)), None)
        if above is None:
            held.append([word])
        else:
            above.append(word)
    yield from (Label(tuple(one)) for one in held)


def is_below(above: Word, word: Word) -> bool:
    tight = -0.3 * word.height <= word.top - above.bottom <= _TIGHT * word.height and label_key(word.text) not in column_labels()
    return tight and above.x0 < word.x1 and word.x0 < above.x1 and abs(above.x0 + above.x1 - word.x0 - word.x1) <= 2 * word.height


def is_heading(text: str) -> bool:
    """Of a section, not (the beginning of) the label of a row: 四、行政复议、行政诉讼情况."""
    key = label_key(text)
    return list_number(text)[0].endswith("、") and not any(label.startswith(key) for label in row_labels())


@cache
def names_column(text: str) -> bool:
    key = label_key(text)
    return any(key.endswith(label) for label in (*column_labels(), "单位"))


@cache
def column_labels() -> frozenset[str]:
    columns = (column for form in load_forms().values() for table in form.tables for column in table.columns if column.printed)
    return frozenset(label_key(label) for column in columns for label in (column.label, *column.variants) if label)


def columns_of(spans: Sequence[Span]) -> list[Span]:
    """Spans that overlap are one column."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def with_heads(spans: list[Span], named: Sequence[Label]) -> list[Span]:
    """The columns as wide as their headers, and those of headers without a figure below."""
    over = [below_of(stack, spans, named) for stack in named]
    wider = [(stack.x0, stack.x1) for stack, below in zip(named, over, strict=True) if len(below) < 2]
    wider += [(min(stack.x0, below[0][0]), max(stack.x1, below[0][1])) for stack, below in zip(named, over, strict=True) if len(below) == 1]
    found = columns_of([*spans, *wider])
    blank = [(stack.x0, stack.x1) for stack, below in zip(named, over, strict=True) if not below]
    return found if len(found) == len(spans) + len(blank) else columns_of([*spans, *blank])


def below_of(stack: Label, spans: Sequence[Span], named: Sequence[Label]) -> list[Span]:
    """Columns of figures below a header; figures set to one side of the cell may stand beside it, then it is the nearest."""
    over = [span for span in spans if is_over(stack, span)]
    if over or not spans:
        return over
    nearest = min(spans, key=lambda span: gap(stack, span))
    others = [other for other in named if other is not stack and gap(other, nearest) <= gap(stack, nearest)]
    return [nearest] if gap(stack, nearest) <= stack.words[0].height and not others else []


def gap(stack: Label, span: Span) -> float:
    return max(span[0] - stack.x1, stack.x0 - span[1], 0.0)


def with_sides(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Columns without room between them."""
    inner = [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]
    return tuple(pairwise((spans[0][0] - 1, *inner, spans[-1][1] + 1)))


def is_over(stack: Label, span: Span) -> bool:
    return stack.x0 < span[1] and span[0] < stack.x1


def heads_of(stacks: Sequence[Label], columns: Sequence[Span]) -> list[Label | None]:
    """The header of every column: the lowest one that stands in it."""
    inside = [[s for s in stacks if start <= (s.x0 + s.x1) / 2 <= end and s.x1 - s.x0 <= 1.5 * (end - start)] for start, end in columns]
    return [max(held, key=lambda stack: stack.bottom, default=None) for held in inside]


def places_of(line: WordLine, columns: Sequence[Span]) -> dict[int, Word] | None:
    """Column → figure; None where a figure has no column of its own."""
    found: dict[int, Word] = {}
    for word in line:
        at = next((n for n, (start, end) in enumerate(columns) if start - 1 <= word.x0 and word.x1 <= end + 1), None)
        if at is None or at in found:
            return None
        found[at] = word
    return found


# ---------------------------------------------------------------- the table


def drawn(
    page: int, columns: Sequence[Span], heads: Sequence[Label | None], corner: Sequence[Word], alone: Sequence[dict[int, Word]],
    rows: Sequence[tuple[Label, dict[int, Word]]], groups: Sequence[Label],
) -> Placed:
    """Label columns left of the columns of figures: that of the groups and that of the rows."""
    labels = [label for label, _ in rows]
    beside: dict[int, list[Label]] = {}
    for row, group in first_rows(groups, labels):
        beside.setdefault(row, []).append(group)
    side = columns[0][0]
    left = min((label.x0 for label in (*labels, *groups)), default=side - 1)
    inner = min((max(left + 1, labels[row].x0) for row in beside), default=left)
    cells = [RuledCell(head.text, 0, 1, *columns[n]) for n, head in enumerate(heads) if head]
    cells += [RuledCell(Label(tuple(corner)).text, 0, 1, left, side)] if corner else []
    first = int(bool(heads))
    for n, figures in enumerate((*alone, *(figures for _, figures in rows)), first):
        cells += [RuledCell(figures[c].text if c in figures else "", n, 1, *span) for c, span in enumerate(columns)]
    for n, (label, _) in enumerate(rows):
        names = beside.get(n, [])
        cells.append(RuledCell(label.text, first + len(alone) + n, 1, inner if names else left, side))
        cells += [RuledCell("\n".join(group.text for group in names), first + len(alone) + n, 1, left, inner)] if names else []
    held = [word for label in (*labels, *groups, *(h for h in heads if h)) for word in label.words]
    held += [word for figures in (*alone, *(figures for _, figures in rows)) for word in figures.values()]
    held += corner
    top, bottom = min(word.top for word in held), max(word.bottom for word in held)
    table = RuledTable(tuple(cells), first + len(alone) + len(rows), left, columns[-1][1], top, bottom, page, page)
    return Placed(table, tuple(columns), frozenset(char for word in held for char in word.chars))
