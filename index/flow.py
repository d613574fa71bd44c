"""A document as lines: what titles, details and prose are read from, with the way back to the file."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from index.models import Document, Grid, Paragraph, Place
from index.once import once
from index.readers.content import is_prose
from index.text import is_nothing, normalise

_SPACE = re.compile(r"\s")
_BESIDE_CJK = re.compile(r"(?<=[\u4e00-\u9fff（）()，。、：；]) +(?=[\dA-Za-z+\-＋])|(?<=[\dA-Za-z%]) +(?=[\u4e00-\u9fff（）()，。、：；])")


@dataclass(frozen=True, slots=True)
class Line:
    text: str  # normalised; no space between a character and a figure
    printed: str  # as printed
    place: Place  # row: number of the line in its paragraph when it has several
    heading: bool
    first: bool = True  # begins a paragraph

    def as_printed(self, start: int, end: int) -> str:
        """The characters of the file behind text[start:end], where they can be told one by one; else the normalised ones."""
        return Alignment(self.text, self.printed).printed(start, end)


class Alignment:
    """A normalised text beside the characters of the file: built once, when it is first asked, then each slice costs its own length."""

    def __init__(self, text: str, printed: str) -> None:
        self._text, self._printed = text, printed

    @once
    def _solid(self) -> list[int]:
        return [0, *accumulate(not character.isspace() for character in self._text)]

    @once
    def _positions(self) -> list[int]:
        return [i for i, character in enumerate(self._printed) if not character.isspace()]

    @once
    def _unspaced(self) -> bool:
        return not (_SPACE.search(self._text) or _SPACE.search(self._printed))

    def printed(self, start: int, end: int) -> str:
        """text[start:end] as the file prints it; the normalised characters where both do not run alike."""
        if self._unspaced:
            return (self._printed if len(self._printed) == len(self._text) else self._text)[start:end]
        first, last = self._solid[start], self._solid[end]
        if self._solid[-1] != len(self._positions) or first == last:
            return self._text[start:end]
        return self._printed[self._positions[first]: self._positions[last - 1] + 1]


def lines_of(document: Document) -> tuple[Line, ...]:
    """Every line with text, outside of grids."""
    return tuple(line for block in document.blocks if isinstance(block, Paragraph) for line in _lines(block))


def grid_pairs(document: Document) -> Iterator[tuple[str, str, Place]]:
    """(label, value) of neighbouring cells: a metadata table around the report reads 发布机构 | 沭阳县发改局."""
    for block in document.blocks:
        if isinstance(block, Grid):
            texts = [normalise(cell.text) for cell in block.cells]
            for (left, right), (label, value) in zip(pairwise(block.cells), pairwise(texts), strict=True):
                if left.row == right.row:
                    yield label, value, left.place


def grid_text(document: Document) -> str:
    return "\n".join([normalise(cell.text) for block in document.blocks if isinstance(block, Grid) for cell in block.cells])


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    printed = paragraph.text.split("\n")
    for number, row in enumerate(map(alone, printed)):
        if text := tidy(row):
            place = paragraph.place if len(printed) == 1 else paragraph.place._replace(row=number)
            yield Line(text, row, place, paragraph.heading, number == 0)


def alone(row: str) -> str:
    """The only text of a row of cells, where it is running text: 一、总体情况 of "| 一、总体情况 | NaN |"; else the row as it is."""
    if row[-1:] != "|" and row[-2:] != ",,":
        return row
    cells = row.split("|") if row[-1] == "|" else next(csv.reader([row]))
    texts = [cell for cell in map(str.strip, cells) if cell and not is_nothing(cell)]
    return texts[0] if len(texts) == 1 and is_prose(texts[0]) else row


def tidy(text: str) -> str:
    plain = normalise(text)
    return (_BESIDE_CJK.sub("", plain) if " " in plain else plain).strip()


def bare(text: str) -> str:
    """Without spaces and the marks of blank cells around it."""
    return text.replace(" ", "").strip("\t,;|")
