"""Lists of terms and their figures, one inside another, as in Org: - （三）不予公开, below it 1. 属于国家秘密 :: 0."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.readers.content import Drawn
from index.readers.drawn.marks import plain
from index.readers.drawn.table import TextTable

_ITEM = re.compile(r"(?P<indent>\s*)(?:[-+*•·]\s+(?=\S)|(?=\d{1,2}[.)]\s+\S))(?P<term>.*?)(?P<told>\s+::(?:\s+(?P<value>.*?))?)?\s*$")
_VALUE = re.compile(r"[+-]?\d|\W*$|无$|不适用$")  # a figure, blank, or a mark for none
_LONGEST = 300  # characters of a line
_DEEPEST = 8  # lists inside one another


@dataclass(frozen=True, slots=True)
class Item:
    indent: int
    term: str
    value: str | None  # None: a group of the items below it


def outline(lines: Sequence[str], at: int) -> TextTable | None:
    """A row for every term with a figure, the groups around it before it."""
    if not (first := item_of(lines[at])):
        return None
    items = [first, *takewhile(bool, map(item_of, lines[at + 1 :]))]
    told = [item for item in items if item]
    paths = paths_of(told)
    if sum(bool(_VALUE.match(path[-1].value or "")) for path in paths) * 2 <= len(paths) or max(map(len, paths)) > _DEEPEST:
        return None
    return TextTable(tuple(drawn(paths)), at + len(told))


def item_of(line: str) -> Item | None:
    found = _ITEM.fullmatch(line) if len(line) <= _LONGEST else None
    if not found or line.lstrip()[:2] == "* " == line[:2]:  # a heading
        return None
    return Item(len(found["indent"]), plain(found["term"]), plain(found["value"] or "") if found["told"] else None)


def paths_of(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Every item with a figure, the groups that it stands in before it."""
    around: list[Item] = []
    found = []
    for item in items:
        around = [*outside(item, around), item]
        if item.value is not None:
            found.append(tuple(around))
    return found


def outside(item: Item, around: Sequence[Item]) -> Iterator[Item]:
    return takewhile(lambda other: other.indent < item.indent, around)


def height_of(group: tuple[Item, ...], paths: Sequence[tuple[Item, ...]]) -> int:
    """Rows from the first on that stand in the group."""
    return sum(1 for _ in takewhile(lambda path: path[: len(group)] == group, paths))


def drawn(paths: Sequence[tuple[Item, ...]]) -> list[Drawn]:
    """A group as one cell beside all its rows, a term as wide as the groups leave room."""
    depth = max(map(len, paths))
    cells: list[Drawn] = []
    for row, path in enumerate(paths):
        for column, group in enumerate(path[:-1]):
            if not row or path[: column + 1] != paths[row - 1][: column + 1]:
                cells.append(Drawn(row, column, group.term, height_of(path[: column + 1], paths[row:])))
        last = len(path) - 1
        cells += [Drawn(row, last, path[-1].term, 1, depth - last), Drawn(row, depth, path[-1].value or "")]
    return cells
