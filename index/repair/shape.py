"""What one row of a form looks like: its columns, and which of them add up to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from index.forms import Column, FormTable, Row
from index.tables.figures import UNREAD, is_figure, is_mark, value_of
from index.tables.groups import Chunk

Reading = tuple[Chunk, ...]  # one chunk a column; an empty text is a blank


@dataclass(frozen=True, slots=True)
class Shape:
    columns: tuple[Column, ...]
    blocks: tuple[int, ...]  # sizes of runs of columns of which one is the sum of the others; () for none
    decimals: bool = False  # the row as a whole may have fractions
    total: int = -1  # which of a run is the sum; -1: the last

    @property
    def width(self) -> int:
        return len(self.columns)

    def allows(self, column: int, text: str) -> bool:
        """May this text be the figure of the column? Leading zeros, foreign signs and fractions may not."""
        if is_mark(text) or text == UNREAD:
            return True
        digits = text.lstrip("+-")
        fraction = "." in text or "元" in text
        signed = digits != text
        return (
            is_figure(text)
            and not (digits[:1] == "0" and digits[1:2].isdigit())
            and (not fraction or self.columns[column].decimals or self.decimals)
            and (not signed or (self.columns[column].signed and digits != "0"))
        )

    def adds_up(self, reading: Reading) -> bool | None:
        """Does every block keep its sum? Blanks count as 0; None: a total is blank, or there is nothing to add."""
        if any(chunk.text == UNREAD for chunk in reading):
            return None
        verdicts = []
        start = 0
        for size in self.blocks:
            parts = [value_of(chunk.text, "").value for chunk in reading[start : start + size]]
            total = parts.pop(self.total)
            verdicts.append(None if total is None and any(parts) else sum_of(parts) == (total or 0))
            start += size
        if not verdicts or False in verdicts:
            return False if verdicts else None
        return None if None in verdicts else True


def sum_of(values: Sequence[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


@cache
def shape_of(table: FormTable, row: Row | None) -> Shape:
    """`row` None: all rows of the table beside one another, as section IV is printed."""
    columns = tuple(column for column in table.columns if column.printed)
    summed = [n for n, column in enumerate(columns) if column.parts]
    total = -1 if summed in ([], [len(columns) - 1]) else summed[0]
    if row is not None:
        return Shape(columns, (len(columns),) if summed else (), row.decimals, total)
    blocks = sum(other.printed for other in table.rows)
    return Shape(columns * blocks, (len(columns),) * blocks if summed else (), total=total)
