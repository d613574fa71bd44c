"""reST list-table: rows as list entries, their cells as entries inside."""

import re
from collections.abc import Sequence

from index.readers.content import Drawn
from index.readers.drawn.marks import plain
from index.readers.drawn.table import TextTable

_ROW = re.compile(r"(?P<indent>\s*)[*+-]\s+[*+-](?:\s+(?P<text>.*))?$")
_CELL = re.compile(r"(?P<indent>\s*)[*+-](?:\s+(?P<text>.*))?$")
_DIRECTIVE = re.compile(r"\s*(?:\.\. list-table::|[`:]{3,}\{list-table\}).*|\s+:[\w-]+:.*")


def list_table(lines: Sequence[str], at: int) -> TextTable | None:
    """From its directive, or from its first row where that is left out."""
    if at and _ROW.match(lines[at - 1]):
        return None  # it did not make a table from its first row on
    start = at
    while start < len(lines) and (_DIRECTIVE.fullmatch(lines[start]) or (start > at and not lines[start].strip())):
        start += 1
    rows, end = rows_of(lines, start)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    return TextTable(tuple(Drawn(n, m, plain(text)) for n, row in enumerate(rows) for m, text in enumerate(row)), end)


def rows_of(lines: Sequence[str], start: int) -> tuple[list[list[str]], int]:
    rows: list[list[str]] = []
    depth = -1
    for n in range(start, len(lines)):
        line = lines[n]
        if found := _ROW.match(line):
            if rows and len(found["indent"]) != depth:
                return rows, n
            rows.append([found["text"] or ""])
            depth = len(found["indent"])
        elif not rows:
            return rows, n
        elif (cell := _CELL.match(line)) and len(cell["indent"]) > depth:
            rows[-1].append(cell["text"] or "")
        elif line.strip() and len(line) - len(line.lstrip()) > depth + 1:
            rows[-1][-1] += "\n" + line.strip()
        elif line.strip():
            return rows, n
    return rows, len(lines)
