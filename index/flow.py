"""A document as lines: what titles, details and prose are read from, with the way back to the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.models import Document, Grid, Paragraph, Place
from index.text import normalise

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
        return printed_slice(self.text, self.printed, start, end)


def printed_slice(text: str, printed: str, start: int, end: int) -> str:
    """text[start:end] as the file prints it; the normalised characters where both do not run alike."""
    positions = [i for i, character in enumerate(printed) if not character.isspace()]
    before, inside = len(_solid(text[:start])), len(_solid(text[start:end]))
    if before + inside + len(_solid(text[end:])) != len(positions) or not inside:
        return text[start:end]
    return printed[positions[before]: positions[before + inside - 1] + 1]


def _solid(text: str) -> str:
    return "".join(text.split())


def lines_of(document: Document) -> tuple[Line, ...]:
    """Every line with text, outside of grids."""
    return tuple(line for block in document.blocks if isinstance(block, Paragraph) for line in _lines(block))


def grid_pairs(document: Document) -> Iterator[tuple[str, str, Place]]:
    """(label, value) of neighbouring cells: a metadata table around the report reads 发布机构 | 沭阳县发改局."""
    for block in document.blocks:
        if isinstance(block, Grid):
            for left, right in zip(block.cells, block.cells[1:], strict=False):
                if left.row == right.row:
                    yield normalise(left.text), normalise(right.text), left.place


def grid_text(document: Document) -> str:
    return "\n".join(
        normalise(cell.text) for block in document.blocks if isinstance(block, Grid) for cell in block.cells
    )


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    printed = paragraph.text.split("\n")
    for number, row in enumerate(printed):
        if text := tidy(row):
            place = paragraph.place if len(printed) == 1 else replace(paragraph.place, row=number)
            yield Line(text, row, place, paragraph.heading, number == 0)


def tidy(text: str) -> str:
    return _BESIDE_CJK.sub("", normalise(text)).strip()
