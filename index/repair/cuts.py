"""Digits that run together → every way to tell the figures of a row apart.

`10203120001200000` is fifteen figures of section IV in one way only: 1 0 2 0 3, 1 2 0 0 0 … would break a sum.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.repair.shape import Reading, Shape
from index.tables.figures import value_of
from index.tables.groups import Chunk

Span = tuple[int, int]


MOST_STEPS = 20_000


class TooMany(Exception):
    """The characters can be told apart in so many ways that no list of them says anything."""


@dataclass(slots=True)
class Strip:
    """The characters of a row as one text; a figure never runs over a border that the file shows."""

    text: str
    borders: frozenset[int]
    chunks: tuple[Chunk, ...]
    starts: tuple[int, ...]
    steps: int = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise TooMany

    def allows(self, shape: Shape, column: int, span: Span) -> bool:
        start, end = span
        text = self.text[start:end]
        if "," in text:
            return False
        if len(self.starts) > 1 and any(start < border < end for border in self.borders):
            return False
        if text.isdecimal():
            return text[0] != "0" or len(text) == 1
        return text[-1] not in "+-" and shape.allows(column, text)

    def number(self, span: Span) -> int:
        """A mark for none counts as 0."""
        text = self.text[span[0] : span[1]]
        return int(text if text.isdecimal() else value_of(text, "").value or 0)

    def chunk(self, span: Span) -> Chunk:
        index = max(n for n, start in enumerate(self.starts) if start <= span[0])
        chunk, text = self.chunks[index], self.text[span[0] : span[1]]
        offset = span[0] - self.starts[index]
        column = chunk.place.column
        place = chunk.place if column is None else chunk.place._replace(column=column + offset)
        return chunk._replace(text=text, printed=text, place=place)


def strip_of(chunks: Sequence[Chunk]) -> Strip:
    starts, text = [], ""
    for chunk in chunks:
        starts.append(len(text))
        text += chunk.text
    return Strip(text, frozenset(starts), tuple(chunks), tuple(starts))


def cuts(chunks: Sequence[Chunk], shape: Shape) -> Iterator[Reading]:
    """Every reading with as many figures as the shape has columns; blocks keep their sums. Raises TooMany."""
    strip = strip_of(chunks)
    blocks = [(size, True) for size in shape.blocks if shape.total == -1] or [(shape.width, False)]
    for spans in block_cuts(strip, shape, 0, 0, blocks):
        yield tuple(strip.chunk(span) for span in spans)


def block_cuts(
    strip: Strip, shape: Shape, start: int, column: int, blocks: Sequence[tuple[int, bool]]
) -> Iterator[tuple[Span, ...]]:
    """`column`: number of figures told apart before `start`."""
    if not blocks:
        if start == len(strip.text):
            yield ()
        return
    (size, summed), *later = blocks
    needed = sum(other for other, _ in later)
    ends = range(start + size, len(strip.text) - needed + 1) if later else (len(strip.text),)
    for end in ends:
        found = summed_cuts(strip, shape, (start, end), column, size) if summed else plain_cuts(strip, shape, (start, end), column, size)
        for spans in found:
            for others in block_cuts(strip, shape, end, column + size, later):
                yield spans + others


def plain_cuts(strip: Strip, shape: Shape, span: Span, column: int, size: int) -> Iterator[tuple[Span, ...]]:
    strip.step()
    start, end = span
    if size == 1:
        if end > start and strip.allows(shape, column, span):
            yield (span,)
        return
    for middle in range(start + 1, end - size + 2):
        if strip.allows(shape, column, (start, middle)):
            for others in plain_cuts(strip, shape, (middle, end), column + 1, size - 1):
                yield ((start, middle), *others)


def summed_cuts(strip: Strip, shape: Shape, span: Span, column: int, size: int) -> Iterator[tuple[Span, ...]]:
    """The last figure is the sum of the others; it is tried first, so that it bounds them."""
    start, end = span
    for middle in range(end - 1, start + size - 2, -1):
        if strip.allows(shape, column + size - 1, (middle, end)):
            for spans in parts_of_sum(strip, shape, (start, middle), column, size - 1, strip.number((middle, end))):
                yield (*spans, (middle, end))


def parts_of_sum(
    strip: Strip, shape: Shape, span: Span, column: int, size: int, total: int
) -> Iterator[tuple[Span, ...]]:
    strip.step()
    start, end = span
    if end - start > size * len(str(total)):
        return  # too many digits for figures below the sum
    if size == 1:
        if end > start and strip.allows(shape, column, span) and strip.number(span) == total:
            yield (span,)
        return
    for middle in range(start + 1, min(end - size + 1, start + len(str(total))) + 1):
        if strip.allows(shape, column, (start, middle)):
            rest = total - strip.number((start, middle))
            if rest < 0:
                return  # a longer figure is larger still
            for others in parts_of_sum(strip, shape, (middle, end), column + 1, size - 1, rest):
                yield ((start, middle), *others)
