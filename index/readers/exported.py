"""A report as a database exports it: its values in one row below the paths of all its cells, or a path and its value a line.

It is set out as people write it: title, headings with their prose, and for every table the paths of its cells with their values.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from index.readers.content import Blocks, Drawn, is_prose
from index.section_words import section_named

WIDE, FEW = 50, 12  # columns from which a sheet of so few rows is such an export: no table of a report has half as many
_LONG, CELLS = 60, 8  # lines from which one may be, cells of a line
_FIGURE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_TITLE = re.compile(r"公开.*(?:报告|年报)$")
_SHARE = 4  # a row of values has a figure in every fourth column at least
_BETWEEN = re.compile(r"\s*(?:[/／\\>→|_]|[-—–]{1,2})+\s*")
_HEAD = re.compile(r"(?:指标|填报|统计)?(?:数值|数据|内容|值|结果)|value", re.IGNORECASE)  # above the values
_MARKS = ",\t;"

Path = tuple[str, ...]  # from the section to the column; all of it in one text where the file has it so
Pairs = list[tuple[Path, str]]
Rows = Sequence[Sequence[str]]


def add_records(blocks: Blocks, rows: Rows, merged: bool = False) -> bool:
    """False for any other table. `merged`: a name that stands over several columns is said in each."""
    records = wide(rows, merged) or long(rows)
    for record in records:
        add_record(blocks, record)
    return bool(records)


def rows_of(text: str) -> Rows:
    """Of a file with commas, tabs or semicolons that may be such an export; else none."""
    first = text.lstrip().partition("\n")[0]
    mark = max(_MARKS, key=first.count)
    count = first.count(mark)
    if count < WIDE - 1 and not (0 < count < CELLS and text.count("\n") >= _LONG):
        return ()
    try:
        return [row for row in csv.reader(io.StringIO(text), delimiter=mark) if any(cell.strip() for cell in row)]
    except csv.Error:
        return ()


# ---------------------------------------------------------------- paths and values


def wide(rows: Rows, merged: bool) -> list[Pairs]:
    """A record for every row of values; several only where each has a title, so that they can be told apart."""
    width = max(map(len, rows), default=0)
    if width < WIDE or not 1 < len(rows) <= FEW:
        return []
    values = [sum(bool(_FIGURE.fullmatch(cell.strip())) for cell in row) * _SHARE >= width for row in rows]
    start = values.index(True) if any(values) else 0
    if not start or not all(values[start:]):
        return []
    paths = paths_of([padded(row, width) for row in rows[:start]], merged)
    records = [list(zip(paths, padded(row, width), strict=True)) for row in rows[start:]]
    return records if len(records) == 1 or all(map(is_titled, records)) else []


def is_titled(pairs: Pairs) -> bool:
    return any(is_title(*pair) for pair in pairs)


def is_title(path: Path, value: str) -> bool:
    return bool(_TITLE.search(value)) and kind_of(path) == ("", True)


def padded(row: Sequence[str], width: int) -> list[str]:
    return [*(cell.strip() for cell in row), *[""] * (width - len(row))]


def paths_of(header: list[list[str]], merged: bool) -> list[Path]:
    """The names above every column; a name reaches over the blank columns behind it that have the same names above."""
    for depth, row in enumerate(header if not merged else ()):
        for n in range(1, len(row)):
            above = all(line[n] == line[n - 1] for line in header[:depth])
            row[n] = row[n] or (row[n - 1] if above else "")
    return [tuple(name for name, _ in groupby(line[n] for line in header if line[n])) for n in range(len(header[0]))]


def long(rows: Rows) -> list[Pairs]:
    """A line for every value, those of prose behind the heading of their section."""
    if len(rows) < _LONG or max(map(len, rows)) > CELLS:
        return []
    behind = {n for row in rows for n in range(1, len(row)) if section_named(row[0].strip()) and is_prose(row[n].strip()) and not any(row[1:n])}
    if len(behind) != 1:
        return []
    column = behind.pop()
    if any(any(row[column + 1 :]) for row in rows):
        return []
    pairs = [(tuple(filter(None, map(str.strip, row[:column]))), padded(row, column + 1)[column]) for row in rows]
    return [pairs[1:] if _HEAD.fullmatch(pairs[0][1]) else pairs]


# ---------------------------------------------------------------- as people write it


def add_record(blocks: Blocks, pairs: Pairs) -> None:
    """The title comes first, then what is said of the whole report, wherever their columns stand."""
    named = sorted((pair for pair in pairs if pair[0]), key=lambda pair: (kind_of(pair[0]) != ("", True), not is_title(*pair)))
    for (section, alone), run in groupby(named, key=lambda pair: kind_of(pair[0])):
        held = list(run)
        if section:
            blocks.paragraph(section, heading=True)
        if alone:
            for path, value in held:
                blocks.lines(value if section or is_prose(value) else f"{path[0]}：{value}" if value else "")
        else:
            blocks.grid(cells_of(held))


def kind_of(path: Path) -> tuple[str, bool]:
    """(heading of the section of a path, whether it is nothing else)"""
    first, *rest = [*_BETWEEN.split(path[0]), *path[1:]] if path else [""]
    return first if section_named(first) else "", not rest


def cells_of(pairs: Pairs) -> Iterator[Drawn]:
    for n, (path, value) in enumerate(pairs):
        yield from (Drawn(n, 0, "/".join(path)), Drawn(n, 1, value))
