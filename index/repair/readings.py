"""The readings of one row: which figures its characters can be, one for every column."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, combinations, islice, pairwise

from index.repair.cuts import TooMany, cuts
from index.repair.shape import Reading, Shape
from index.tables.figures import UNREAD
from index.tables.groups import Chunk

_SPACED = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?")
_MAY_BE_SPACED = re.compile(r".*\d \d{3}")
MOST = 3000  # readings of a row; more say nothing


@dataclass(frozen=True, slots=True)
class RowReadings:
    readings: tuple[Reading, ...]  # (): the characters can be no row of the form
    exact: bool  # the borders of the figures stand in the file: nothing was worked out
    source: tuple[Chunk, ...] = ()  # the figures as they stand

    @property
    def printed(self) -> str:
        """The characters of the row, a space where the file shows a border."""
        return " ".join(chunk.printed for chunk in self.source if chunk.filled)


def of_running_text(chunks: Sequence[Chunk], shape: Shape, divided: bool, apart: bool = False, lossy: bool = False) -> RowReadings:
    """`divided`: most rows of the table have their figures apart, so that missing ones are blank rather than glued.

    `apart`: no figures run together, so that no sum alone may cut them. `lossy`: figures of the table are lost.
    """
    filled = [chunk for chunk in chunks if chunk.filled]
    whole = all(shape.allows(min(n, shape.width - 1), chunk.text) for n, chunk in enumerate(filled))
    if len(filled) == shape.width and whole:
        return RowReadings((tuple(filled),), True)
    if len(chunks) == shape.width and whole:
        return RowReadings((tuple(chunks),), True)
    if len(filled) > shape.width:
        return of_long_row(filled, shape)
    if apart:
        found = with_lost_cells(filled, shape)
        proven = any(shape.adds_up(reading) for reading in found.readings)
        return found if proven else RowReadings(tuple(unique(chain(found.readings, cuts(filled, shape)))), False)
    if lossy and shape.blocks:
        return with_lost_figures(filled, shape, lossy)
    plain = cuts(filled, replace(shape, blocks=()))
    if not divided and len(shape.blocks) == 1 and sum(len(chunk.text) for chunk in filled) < shape.width:
        return first_that_adds_up([cut_and_spread(filled, shape)], shape)
    if divided and len(filled) > 1:
        return first_that_adds_up([spread(filled, shape), cuts(filled, shape), plain], shape)
    if len(filled) > 1 and not shape.blocks:  # 53 5: nothing says whether a figure is lost or two ran together
        return RowReadings(tuple(unique(chain(plain, spread(filled, shape)))), False)
    found = first_that_adds_up([cuts(filled, shape), plain, spread(filled, shape)], shape)
    proven = not shape.blocks or any(shape.adds_up(reading) for reading in found.readings)
    return found if proven else with_lost_figures(filled, shape, lossy)


def first_that_adds_up(ways: Iterable[Iterator[Reading]], shape: Shape) -> RowReadings:
    """Readings of the first way in which some keep the sum of the row; else all that the ways give, without a sum those of the first."""
    every: list[Reading] = []
    for way in ways:
        readings = unique(way)
        kept = [reading for reading in readings if shape.adds_up(reading)]
        if kept:
            return RowReadings(tuple(kept), is_forced(readings, shape))
        every = unique(chain(every, readings)) if shape.blocks else every or readings
    return RowReadings(tuple(every), is_forced(every, shape))


def with_lost_figures(chunks: Sequence[Chunk], shape: Shape, lossy: bool) -> RowReadings:
    """As with_lost_cells, where figures may run together, too. In a `lossy` table no sum proves where figures are to be cut."""
    proven = unique(chain(cuts(chunks, shape), summed_and_spread(chunks, shape)))
    if is_forced(proven, shape):
        return RowReadings(tuple(proven), True)
    if proven and all(is_large(way, shape) for way in proven):
        nothing = [unread_blanks([chunk._replace(text="") for chunk in proven[0]])] if lossy else []
        return RowReadings((*proven, *nothing), False)
    ways = chain(proven, cuts(chunks, replace(shape, blocks=())), map(unread_blanks, cut_and_spread(chunks, shape)))
    return RowReadings(tuple(unique(ways)), False)


def with_lost_cells(chunks: Sequence[Chunk], shape: Shape) -> RowReadings:
    """Fewer figures than columns where no cell is blank: some are lost, and may have held any figure.

    Only a sum too large to come out by chance says which of them were 0.
    """
    ways = unique(spread(chunks, shape))
    proven = [way for way in ways if shape.adds_up(way) and is_large(way, shape)]
    return RowReadings(tuple(proven or map(unread_blanks, ways)), False)


def is_large(reading: Reading, shape: Shape) -> bool:
    """Has every block with a blank a sum of two digits?"""
    ends = list(accumulate(shape.blocks))
    blocks = [reading[end - size : end] for end, size in zip(ends, shape.blocks, strict=True)]
    return all(len(block[shape.total].text) > 1 for block in blocks if not all(chunk.filled for chunk in block))


def unread_blanks(reading: Sequence[Chunk]) -> Reading:
    return tuple(chunk if chunk.filled else chunk._replace(text=UNREAD) for chunk in reading)


def is_unread(readings: Sequence[Reading]) -> bool:
    """Does every reading lack a figure?"""
    return all(map(lacks_figure, readings))


def lacks_figure(reading: Reading) -> bool:
    return any(chunk.text == UNREAD for chunk in reading)


def of_long_row(chunks: Sequence[Chunk], shape: Shape, usual: bool = False) -> RowReadings:
    """More figures than columns: a code before them, a digit drawn apart.

    Where the rows of a drawn table are `usual`ly as long the right end counts; but 36 994 may be one figure.
    """
    if not shape.blocks and not usual and (spaced := [reading for reading in joined(chunks, shape, " ") if are_spaced(reading)]):
        return RowReadings((*islice(dropped(chunks, shape), 1), *(without_spaces(reading) for reading in spaced)), False)
    found = first_that_adds_up((dropped(chunks, shape), joined(chunks, shape)), shape)
    if any(shape.adds_up(reading) for reading in found.readings):
        return found
    if usual:
        return replace(found, readings=found.readings[:1])
    every = unique(chain(dropped(chunks, shape), joined(chunks, shape)))
    return RowReadings(tuple(every), False)


def with_thousands(row: RowReadings, chunks: Sequence[Chunk], shape: Shape) -> RowReadings:
    """A row among others with a space inside their figures: 36 994 may be one, with a blank beside it; 36 99412 says nothing."""
    if not any(one.loose and other.loose and _MAY_BE_SPACED.match(f"{one.text} {other.text}") for one, other in pairwise(chunks)):
        return row
    parts = [replace(shape, columns=shape.columns[:count]) for count in range(1, len(chunks))]
    whole = [without_spaces(reading) for part in parts for reading in joined(chunks, part, " ") if are_spaced(reading)]
    every = unique(chain(row.readings, *(spread(reading, shape) if len(reading) < shape.width else [reading] for reading in whole)))
    return replace(row, readings=tuple(every) if whole else (), exact=False)


def are_spaced(reading: Reading) -> bool:
    """Every figure that was put together is one with a space every three digits."""
    return all(" " not in chunk.text or is_spaced(chunk.text) for chunk in reading)


def is_spaced(text: str) -> bool:
    return bool(_SPACED.fullmatch(text))


def without_spaces(reading: Reading) -> Reading:
    return tuple(chunk._replace(text=chunk.text.replace(" ", "")) for chunk in reading)


def is_forced(readings: Sequence[Reading], shape: Shape) -> bool:
    """One reading, and no sum was needed to see it: 0000000."""
    return len(readings) == 1 and len("".join(c.text for c in readings[0])) == shape.width and shape.adds_up(readings[0]) is not False


def unique(readings: Iterator[Reading]) -> list[Reading]:
    """[] for more than can be looked at."""
    found: dict[tuple[str, ...], Reading] = {}
    try:
        for reading in islice(readings, MOST + 1):
            found.setdefault(tuple(chunk.text for chunk in reading), reading)
    except TooMany:
        return []
    return list(found.values()) if len(found) <= MOST else []


def spread(chunks: Sequence[Chunk], shape: Shape) -> Iterator[Reading]:
    """Blank cells left no trace: every way to leave some columns blank."""
    if not 0 < len(chunks) < shape.width:
        return
    blank = chunks[0]._replace(text="", printed="")
    for columns in combinations(range(shape.width), len(chunks)):
        row = [blank] * shape.width
        for column, chunk in zip(columns, chunks, strict=True):
            row[column] = chunk
        if all(shape.allows(n, chunk.text) for n, chunk in enumerate(row)):
            yield tuple(row)


def cut_and_spread(chunks: Sequence[Chunk], shape: Shape) -> Iterator[Reading]:
    """Fewer digits than columns: glued figures of which blank ones left no trace."""
    for count in range(len(chunks), shape.width):
        part = replace(shape, columns=shape.columns[:count], blocks=())
        for reading in cuts(chunks, part):
            yield from spread(reading, shape)


def summed_and_spread(chunks: Sequence[Chunk], shape: Shape) -> Iterator[Reading]:
    """As cut_and_spread, for a row that keeps its sum without the figures that are lost."""
    for count in range(shape.width - 1, max(len(chunks), 2) - 1, -1):
        part = replace(shape, columns=shape.columns[:count], blocks=(count,))
        for reading in cuts(chunks, part):
            yield from (way for way in spread(reading, shape) if shape.adds_up(way))


def dropped(chunks: Sequence[Chunk], shape: Shape) -> Iterator[Reading]:
    """Too many figures: neighbours that are the row, those at its right end first."""
    for start in range(len(chunks) - shape.width, -1, -1):
        row = tuple(chunks[start : start + shape.width])
        if all(shape.allows(n, chunk.text) for n, chunk in enumerate(row)):
            yield row


def joined(chunks: Sequence[Chunk], shape: Shape, glue: str = "") -> Iterator[Reading]:
    """Too many figures: neighbours whose digits were drawn apart, 2|0 for 20. `glue` shows where they were put together."""
    if len(chunks) > shape.width + 3:
        return
    for borders in combinations(range(1, len(chunks)), shape.width - 1):
        edges = (0, *borders, len(chunks))
        runs = [chunks[a:b] for a, b in pairwise(edges)]
        texts = [glue.join(chunk.text for chunk in run) for run in runs]
        if max(map(len, runs)) <= 2 and all(shape.allows(n, text.replace(" ", "")) for n, text in enumerate(texts)):
            yield tuple(run[0]._replace(text=text, printed=text) for run, text in zip(runs, texts, strict=True))
