"""Rows of a Word table → cells that stand once."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.readers.content import Drawn


@dataclass(frozen=True, slots=True)
class RowCell:
    text: str
    span: int  # grid columns
    vertical: str  # '' | restart | continue: merged with the cell above
    horizontal: str  # the same with the cell to the left (old files)


@dataclass(frozen=True, slots=True)
class Row:
    before: int  # grid columns left free at the beginning
    cells: tuple[RowCell, ...]


def merged(rows: Iterable[Row]) -> list[Drawn]:
    """A cell that goes on from above or from the left is added to the one it goes on from."""
    drawn: list[Drawn] = []
    open_cells: dict[int, int] = {}  # column → place in `drawn` of the cell that may go on below it
    for number, row in enumerate(rows):
        column = row.before
        below: dict[int, int] = {}
        for cell in row.cells:
            if cell.horizontal == "continue" and drawn and drawn[-1].row == number:
                drawn[-1] = drawn[-1]._replace(column_span=drawn[-1].column_span + cell.span)
            elif cell.vertical == "continue" and column in open_cells:
                _continue(drawn, open_cells[column], number, cell.text)
                below[column] = open_cells[column]
            else:
                drawn.append(Drawn(number, column, cell.text, 1, cell.span))
                if cell.vertical:
                    below[column] = len(drawn) - 1
            column += cell.span
        open_cells = below
    return drawn


def _continue(drawn: list[Drawn], place: int, row: int, text: str) -> None:
    above = drawn[place]
    joined = "\n".join(part for part in (above.text, text) if part.strip())
    drawn[place] = above._replace(text=joined, row_span=row - above.row + 1)
