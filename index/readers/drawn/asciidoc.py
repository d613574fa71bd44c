"""Tables of AsciiDoc: cells between |=== lines flow into as many columns as are announced, 3.2+| spans three by two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.readers.content import Drawn
from index.readers.drawn.marks import plain
from index.readers.drawn.table import TextTable

_ATTRIBUTES = re.compile(r"\s*\[.*\]\s*")
_EDGE = re.compile(r"\s*\|={3,}\s*")
_COLUMNS = re.compile(r'cols\s*=\s*"?(?P<list>[^"\]]*)')
_CELL = re.compile(
    r"(?:^|(?<=\s))(?:(?P<width>\d+)?(?:\.(?P<height>\d+))?\+|(?P<copies>\d+)\*)?[<^>]?(?:\.[<^>])?[adehlmsv]?(?<!\\)\|"
)
_MOST = 5000  # lines of a table
_WIDEST = 200  # columns


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    width: int
    height: int


def asciidoc(lines: Sequence[str], at: int) -> TextTable | None:
    start = at + 1 if at + 1 < len(lines) and _ATTRIBUTES.fullmatch(lines[at]) else at
    if not _EDGE.fullmatch(lines[start]):
        return None
    end = next((n for n in range(start + 1, min(start + _MOST, len(lines))) if _EDGE.fullmatch(lines[n])), None)
    if end is None:
        return None
    body = [line for line in lines[start + 1 : end] if line.strip()]
    columns = announced(lines[at]) or sum(piece.width for line in body[:1] for piece in pieces_of([line]))
    cells = tuple(flowed(list(pieces_of(body)), columns)) if 0 < columns <= _WIDEST else ()
    return TextTable(cells, end + 1) if cells else None


def announced(attributes: str) -> int:
    """cols="1,1,2" and cols="3*" are three columns."""
    found = _COLUMNS.search(attributes)
    parts = re.split(r"[,;]", found["list"]) if found and found["list"].strip() else []
    return sum(int(part.split("*")[0]) if re.match(r"\s*\d{1,3}\*", part) else 1 for part in parts)


def pieces_of(body: Sequence[str]) -> Iterator[Piece]:
    text = "\n".join(body)
    found = list(_CELL.finditer(text))
    ends = [*(cell.start() for cell in found[1:]), len(text)][: len(found)]
    for cell, end in zip(found, ends, strict=True):
        words = plain(text[cell.end() : end].strip())
        for _ in range(min(int(cell["copies"] or 1), _WIDEST)):
            yield Piece(words, min(int(cell["width"] or 1), _WIDEST), min(int(cell["height"] or 1), _MOST))


def flowed(pieces: Sequence[Piece], columns: int) -> Iterator[Drawn]:
    """A cell takes the next free place; a row is full when every column of it is taken."""
    taken: dict[int, int] = {}  # column → first row in which it is free again
    row = 0
    for piece in pieces:
        while not (free := [column for column in range(columns) if taken.get(column, 0) <= row]):
            row += 1
        width = min(piece.width, columns - free[0])
        yield Drawn(row, free[0], piece.text, piece.height, width)
        taken.update(dict.fromkeys(range(free[0], free[0] + width), row + piece.height))
