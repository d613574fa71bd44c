"""Columns of a table without rules: figures that stand below one another, and headers of one or more lines above them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from index.forms import load_forms
from index.readers.pdf_labels import Label
from index.readers.pdf_words import Span, Word
from index.text import label_key

_TIGHT = 0.6  # of the height: a gap between two lines of one header
_MORE = 1.5  # of its column: how wide a header may be

Cells = Mapping[int, Label]  # by column, the blank ones left out


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
    inside = [[s for s in stacks if start <= (s.x0 + s.x1) / 2 <= end and s.x1 - s.x0 <= _MORE * (end - start)] for start, end in columns]
    return [max(held, key=lambda stack: stack.bottom, default=None) for held in inside]


def places_of(line: Sequence[Word], columns: Sequence[Span]) -> Cells | None:
    """Column → figure; None where a figure has no column of its own."""
    found: dict[int, Label] = {}
    for word in line:
        at = next((n for n, (start, end) in enumerate(columns) if start - 1 <= word.x0 and word.x1 <= end + 1), None)
        if at is None or at in found:
            return None
        found[at] = Label((word,))
    return found
