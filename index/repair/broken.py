"""Rows with cells that cannot be read as one figure: what stands in a cell is never given to its neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from index.repair.readings import RowReadings
from index.repair.shape import Reading, Shape
from index.tables.figures import UNREAD
from index.tables.groups import Chunk, Group


def without_strays(group: Group, width: int) -> Group:
    """Words taken for a cell are none where the row is full without them."""
    full = sum(chunk.text != UNREAD for chunk in group.filled) >= width
    if len(group.filled) <= width or not has_unread(group.filled) or not full:
        return group
    first = next(n for n, chunk in enumerate(group.chunks) if chunk.text == UNREAD)
    if not group.ruled and first:
        return replace(group, chunks=group.chunks[:first])
    return replace(group, chunks=tuple(chunk for chunk in group.chunks if chunk.text != UNREAD))


def has_unread(chunks: Sequence[Chunk]) -> bool:
    return any(chunk.text == UNREAD for chunk in chunks)


def of_unread_row(group: Group, shape: Shape) -> RowReadings | None:
    """Each cell has its column where there are as many as columns; else nothing is said of the row."""
    if not has_unread(group.filled):
        return None
    cells = whole_cells(group.chunks)
    row = next((row for row in (tuple(c for c in cells if c.filled), cells) if len(row) == shape.width), None)
    return RowReadings((row,), True) if row else RowReadings((), False)


def of_broken_cells(group: Group, shape: Shape) -> RowReadings | None:
    """Figures in one cell of a row with a cell for every column are pieces of one; only a sum can prove it."""
    if not group.bordered or not any(chunk.part for chunk in group.chunks):
        return None
    cells = whole_cells(group.chunks)
    row = next((row for row in (tuple(c for c in cells if c.filled), cells) if len(row) == shape.width), None)
    if row is None:
        return None
    joined = tuple(chunk._replace(text=chunk.text.replace(" ", "")) for chunk in row)
    ways = [joined] if all(shape.allows(n, chunk.text) for n, chunk in enumerate(joined)) else []
    ways += [group.filled] if len(group.filled) == shape.width else []
    proven = [way for way in ways if shape.adds_up(way)]
    return RowReadings(tuple(proven), False) if len(proven) == 1 else RowReadings((*ways, without_pieces(row)), False)


def without_pieces(row: Reading) -> Reading:
    return tuple(chunk._replace(text=UNREAD) if " " in chunk.text else chunk for chunk in row)


def whole_cells(chunks: Sequence[Chunk]) -> Reading:
    """The figures of one cell as one text."""
    found: list[Chunk] = []
    for chunk in chunks:
        if chunk.part and found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {chunk.text}", printed=f"{found[-1].printed} {chunk.printed}")
        else:
            found.append(chunk)
    return tuple(found)
