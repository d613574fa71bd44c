"""HTML table forming: spans clamped, every slot taken once."""

from collections.abc import Iterable, Sequence

from index.readers.content import Drawn

_WIDEST = 1000  # columns; the standard's own limit on colspan
_MOST_SLOTS = 200_000  # spans beyond are taken as 1: no report has such a table

# text, rowspan attribute, colspan attribute
RawCell = tuple[str, str | None, str | None]


def form(rows: Sequence[Sequence[RawCell]]) -> list[Drawn]:
    """Cells of a table with their positions; rowspan="0" runs to the end, a span never runs over another cell."""
    taken: dict[int, int] = {}  # column → first row in which it is free again
    drawn: list[Drawn] = []
    slots = 0
    for row, cells in enumerate(rows):
        column = 0
        for text, rowspan, colspan in cells:
            while taken.get(column, 0) > row:
                column += 1
            height = min(_span(rowspan, zero=len(rows)), len(rows) - row) if rowspan else 1
            width = _free_width(taken, row, column, min(_span(colspan, zero=1), _WIDEST)) if colspan else 1
            if (slots := slots + height * width) > _MOST_SLOTS:
                height = width = 1
            drawn.append(Drawn(row, column, text, height, width))
            for covered in range(column, column + width):
                taken[covered] = row + height
            column += width
    return drawn


def _free_width(taken: dict[int, int], row: int, column: int, wanted: int) -> int:
    return next((n for n in range(1, wanted) if taken.get(column + n, 0) > row), wanted)


def _span(attribute: str, zero: int) -> int:
    """ "2", " 2px" and "+2" are 2; anything else is 1."""
    digits = "".join(_leading_digits(attribute.strip().removeprefix("+")))
    return (int(digits[:6]) or zero) if digits else 1


def _leading_digits(text: str) -> Iterable[str]:
    for character in text:
        if character not in "0123456789":
            return
        yield character
