"""Sheets of a workbook: blank rows part their tables, rows of running text are paragraphs, merged cells stand once."""

from collections.abc import Iterator, Mapping
from itertools import groupby, product

from index.readers.content import Blocks, Drawn, is_prose
from index.readers.exported import CELLS, FEW, WIDE, add_records

MAX_ROWS, MAX_COLUMNS = 3_000, 100  # of a sheet; no report has more, and an empty cell far out costs all between
MAX_WIDE = 500  # columns of one with few rows
MAX_CELLS = 100_000  # of all sheets
Row = dict[int, str]  # texts by 0-based column
Rows = dict[int, Row]  # by 0-based row
Spans = Mapping[tuple[int, int], tuple[int, int]]  # top left corner → height, width


def most_columns(height: int) -> int:
    """Of a sheet of so many rows."""
    return MAX_WIDE if height <= FEW else MAX_COLUMNS


def add_sheet(blocks: Blocks, rows: Rows, spans: Spans) -> None:
    """`rows` holds filled cells only; a row that is not there is a blank one."""
    if add_records(blocks, list(_matrix(rows, spans)), bool(spans)):
        return
    for (top, column), (height, _) in spans.items():
        if column in rows.get(top, {}):
            for row in range(top, top + height):
                rows.setdefault(row, {})  # a row under a merged cell is no blank row
    for _, run in groupby(enumerate(sorted(rows)), lambda pair: pair[1] - pair[0]):
        _part(blocks, rows, spans, [row for _, row in run])


def _matrix(rows: Rows, spans: Spans) -> Iterator[list[str]]:
    """Rows with a text in every column that a merged cell covers; none for a sheet as wide and as high as that of a report."""
    width = max((max(row) for row in rows.values() if row), default=0) + 1
    if width < WIDE if len(rows) <= FEW else width > CELLS:
        return
    said = {(row, column): rows[top].get(left, "") for (top, left), (height, wide) in spans.items() if top in rows for row in range(top, top + height) for column in range(left, left + wide)}
    for number in sorted(rows):
        yield [rows[number].get(column) or said.get((number, column), "") for column in range(width)]


def _part(blocks: Blocks, rows: Rows, spans: Spans, numbers: list[int]) -> None:
    """Rows without a blank one between: prose row by row, the others as one table."""
    for prose, run in groupby(numbers, lambda number: _is_prose_row(rows[number])):
        held = list(run)
        if prose:
            blocks.lines("\n".join(text for number in held for text in rows[number].values()))
        else:
            blocks.grid(_cells(rows, spans, held))


def _is_prose_row(row: Row) -> bool:
    return len(row) == 1 and all(is_prose(text) for text in row.values())


def _cells(rows: Rows, spans: Spans, numbers: list[int]) -> Iterator[Drawn]:
    """Every slot up to the last filled column, so that a blank cell is there as one."""
    first, last = numbers[0], numbers[-1]
    filled = [(number, column) for number in numbers for column in rows[number]]
    if not filled:
        return
    left = min(column for _, column in filled)
    right = max(column + spans.get((number, column), (1, 1))[1] for number, column in filled)
    covered: set[tuple[int, int]] = set()
    for number, column in product(numbers, range(left, right)):
        if (number, column) in covered:
            continue
        height, width = spans.get((number, column), (1, 1))
        height, width = min(height, last - number + 1), min(width, right - column)
        covered.update(product(range(number, number + height), range(column, column + width)))
        yield Drawn(number - first, column - left, rows[number].get(column, ""), height, width)
