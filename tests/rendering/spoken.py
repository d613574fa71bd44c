"""Writers of the text that screen readers say: every cell with its row and the header of its column."""

from collections.abc import Callable, Iterator
from random import Random

from tests.rendering.sheets import Block, Box, Sheet
from tests.rendering.text import by_table
from tests.rendering.turned import in_rows

Say = Callable[[int, int, str, str], str]  # row, column, header, text


def headers_first(blocks: list[Block], rng: Random) -> bytes:
    """行 2 / 自然人 列 2 67"""
    return _spoken(blocks, lambda row, column, head, text: f"{head} 列 {column} {text}".strip(), rows="行 {}")


def in_one_line(blocks: list[Block], rng: Random) -> bytes:
    """A row a line: 行 2 列 1 规章 本年制发件数 列 2 3"""
    return _spoken(blocks, lambda row, column, head, text: f"{head} 列 {column} {text}".strip(), rows="行 {}", gap=" ")


def place_first(blocks: list[Block], rng: Random) -> bytes:
    return _spoken(blocks, lambda row, column, head, text: f"第 {row} 行 第 {column} 列 {text}")


def place_last(blocks: list[Block], rng: Random) -> bytes:
    return _spoken(blocks, lambda row, column, head, text: f"{text}，第 {row} 行，第 {column} 列")


def english(blocks: list[Block], rng: Random) -> bytes:
    return _spoken(blocks, lambda row, column, head, text: f"row {row} column {column} {text}", size="table with {} rows and {} columns", end="out of table")


def _spoken(blocks: list[Block], say: Say, rows: str = "", gap: str = "\n", size: str = "表格 {} 行 {} 列", end: str = "离开表格") -> bytes:
    def table(sheet: Sheet) -> str:
        return "\n".join([size.format(sheet.rows, sheet.columns), *(gap.join(row) for row in _rows(sheet, say, rows)), end])

    return by_table(in_rows(blocks, Random(0)), table)


def _rows(sheet: Sheet, say: Say, rows: str) -> Iterator[list[str]]:
    """The headers of a sheet are those that stand last above its figures; a blank cell is said as one."""
    heads: dict[int, str] = {}
    for number, line in enumerate(sheet.lines(), 1):
        figured = any(box.figure for box in line)
        said = [say(number, box.column + 1, heads.get(box.column, "") if figured and box.figure else "", _text(box)) for box in line]
        yield [rows.format(number), *said] if rows else said
        heads |= {} if figured else {box.column: box.text for box in line}


def _text(box: Box) -> str:
    return box.text or "空白"
