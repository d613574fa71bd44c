"""Headers over figures alone, held in their columns by spaces, as pdftotext -layout sets them: 结果维 above 持, groups centred over their columns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from index.readers.content import Drawn
from index.readers.drawn.marks import plain
from index.readers.drawn.table import MEASURES, TextTable, width_of

_APART = re.compile(r"\s*[^\s\d|]+(?:\s{2,}[^\s\d|]+)+\s*")  # words without a digit, at least two
_WORDS = re.compile(r"\s*[^\s\d|]+(?:\s{2,}[^\s\d|]+)*\s*|\s*")
_FIGURES = re.compile(r"\s*[+-]?\d[\d,.]*(?:\s{2,}[+-]?\d[\d,.]*)+\s*|\s*")
_FIELD = re.compile(r"\S+")
_HIGHEST, _LEAST = 6, 4  # lines of a header, figures of a row
_OFTEN = 3  # as wide as so many pieces are, a column can be
_OFF = 2  # columns of a terminal that a group may stand beside the middle of its own


class Piece(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


class Group(NamedTuple):
    """A header over the columns `first` to `last`."""

    first: int
    last: int
    text: str


def stacked(lines: Sequence[str], at: int) -> TextTable | None:
    """None for a header whose labels need no putting together, or whose groups cannot be told."""
    if not _APART.fullmatch(lines[at]):
        return None
    above = list(takewhile(_WORDS.fullmatch, lines[at : at + _HIGHEST]))
    below = list(takewhile(_FIGURES.fullmatch, lines[at + len(above) : at + len(above) + _HIGHEST]))
    head, rows = ([pieces_of(line) for line in part if line.strip()] for part in (above, below))
    if len(head) < 2 or not rows or len(rows[0]) < _LEAST or any(len(row) != len(rows[0]) for row in rows):
        return None
    headers = headers_of(head, [piece.middle for piece in rows[0]])
    return TextTable(tuple(cells_of(headers, rows)), at + len(above) + len(below)) if headers else None


def pieces_of(line: str) -> list[Piece]:
    starts = [(found[0], width_of(line[: found.start()], MEASURES[0])) for found in _FIELD.finditer(line)]
    return [Piece(text, start, start + width_of(text, MEASURES[0])) for text, start in starts]


def headers_of(head: Sequence[Sequence[Piece]], middles: Sequence[float]) -> list[Group]:
    """From the top; every column ends in a label of its own, one of them at least put together from two pieces. [] where that is not so."""
    widths = Counter(piece.end - piece.start for line in head for piece in line)
    widest = max((width for width, times in widths.items() if times >= _OFTEN), default=0)
    pitch = min(after - before for before, after in pairwise(middles))
    labels: dict[int, list[str]] = {}
    found: list[Group] = []
    for line in head:
        wide = [piece for piece in line if piece.end - piece.start > min(widest, pitch)]
        groups = groups_of(wide, [n for n in range(len(middles)) if n not in labels], middles)
        if groups is None:
            return []
        found += groups
        under = {min(range(len(middles)), key=lambda n: abs(middles[n] - piece.middle)): piece.text for piece in line if piece not in wide}
        if len(under) + len(wide) < len(line):  # two pieces over one figure: another one is blank
            return []
        for column, text in under.items():
            labels.setdefault(column, []).append(text)
    whole = len(labels) == len(middles) and any(len(parts) > 1 for parts in labels.values())
    return [*found, *(Group(n, n, "".join(parts)) for n, parts in sorted(labels.items()))] if whole else []


def groups_of(wide: Sequence[Piece], free: Sequence[int], middles: Sequence[float]) -> list[Group] | None:
    """Each over the columns around its middle, the last up to the last column without a label; None where one has no such columns."""
    found: list[Group] = []
    last = free[-1] if free else -1
    for piece in reversed(wide):
        first = min(range(last + 1), key=lambda n: abs(middles[n] + middles[last] - 2 * piece.middle), default=-1)
        if first < 0 or abs(middles[first] + middles[last] - 2 * piece.middle) > 2 * _OFF:
            return None
        found.append(Group(first, last, piece.text))
        last = first - 1
    return found[::-1]


def cells_of(headers: Sequence[Group], rows: Sequence[Sequence[Piece]]) -> Iterator[Drawn]:
    """A label reaches from below its groups down to the figures."""
    groups = [group for group in headers if group.first < group.last]
    depths = [sum(group.first <= n <= group.last for group in groups) for n in range(len(rows[0]))]
    high = max(depths) + 1
    above: Counter[int] = Counter()
    for first, last, text in headers:
        row = above[first]
        above.update(range(first, last + 1))
        yield Drawn(row, first, plain(text), 1 if first < last else high - row, last - first + 1)
    for n, row_of_figures in enumerate(rows, high):
        yield from (Drawn(n, column, piece.text) for column, piece in enumerate(row_of_figures))
