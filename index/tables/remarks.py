"""Columns of remarks, 备注 or 说明, hold neither figures nor labels of a form, whatever is written there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from index.tables.figures import is_figure, is_mark
from index.tables.lines import Line
from index.tables.upright import table_key
from index.text import kept, label_key

_HEADER = re.compile(r"(?:填报|数据|情况|有关)?(?:备注|备考|附注|说明)(?:栏|事项)?")


def without_remarks(lines: Sequence[Line]) -> list[Line]:
    """Only of drawn tables: elsewhere no cell surely stands below its header."""
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        columns = remark_columns(table) if kind == "grid" else {}
        found += [left(line, n, columns) for n, line in enumerate(table)] if columns else table
    return found


def remark_columns(table: Sequence[Line]) -> dict[int, int]:
    """Column → the line of its header, where no row reaches beyond that header and most have no figure there: else its spans are wrong."""
    heads = {slot.column: n for n, line in reversed(list(enumerate(table))) for slot in line.slots if slot.text and heads_remarks(slot.text)}
    if not heads:
        return {}
    width = max(slot.column for line in table for slot in line.slots)
    return {column: n for column, n in heads.items() if table[n].slots[-1].column == width and are_remarks(table[n + 1 :], column)}


def are_remarks(rows: Sequence[Line], column: int) -> bool:
    cells = [slot.text for line in rows for slot in line.slots if slot.column == column]
    return sum(is_figure(text) and not is_mark(text) for text in cells) * 2 < len(cells)


def left(line: Line, n: int, columns: dict[int, int]) -> Line:
    slots = tuple(slot for slot in line.slots if n < columns.get(slot.column, n + 1))
    return line if len(slots) == len(line.slots) or not slots else replace(line, slots=slots)


@kept
def heads_remarks(text: str) -> bool:
    return bool(_HEADER.fullmatch(label_key(text)))
