"""Tables that only place others on the page: their cells are read one after the other, each with what stands in it."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

_WIDE = 3  # texts of a row with figures
T = TypeVar("T")


class Framed(NamedTuple):
    """What a cell holds by itself: words, other tables."""

    text: bool
    tables: bool


def frames_others(rows: Sequence[Sequence[bool]]) -> bool:
    """`rows`: whether each cell has words of its own. A table with others inside and few words."""
    return sum(sum(row) >= _WIDE for row in rows) < 2


def in_order(rows: Sequence[Sequence[tuple[T, Framed]]]) -> list[T]:
    """Row by row; a row of names above a row of as many tables names these one by one."""
    found: list[T] = []
    names: Sequence[tuple[T, Framed]] = ()
    for row in rows:
        if len(row) == len(names) > 1 and all(held.tables and not held.text for _, held in row):
            found += [cell for pair in zip(names, row, strict=True) for cell, _ in pair]
            names = ()
            continue
        found += [cell for cell, _ in names]
        names = row if all(held.text and not held.tables for _, held in row) else ()
        found += [] if names else [cell for cell, _ in row]
    return found + [cell for cell, _ in names]
