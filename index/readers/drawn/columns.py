"""Columns under rules: ====  ==== of reST, ----  ---- of pandoc, headers above or between the rules."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from index.readers.content import Drawn
from index.readers.drawn.marks import plain
from index.readers.drawn.table import MEASURES, Measure, TextTable, width_of

_RULE = re.compile(r"\s*(?:={2,}(?:\s+={2,})+|-{2,}(?:\s+-{2,})+)\s*")
_WHOLE = re.compile(r"\s*(?:={3,}|-{3,})\s*")
_FIELD = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_MOST = 400  # lines of a table
_HEAD, _BARE = 6, 2  # lines up to the first rule, of a header below a whole rule and of one without

Span = tuple[int, int]


def columns(lines: Sequence[str], at: int) -> TextTable | None:
    reach = _HEAD if _WHOLE.fullmatch(lines[at]) else _BARE
    first = next((n for n in range(at, min(at + reach, len(lines))) if _RULE.fullmatch(lines[n])), None)
    if first is None or any(not line.strip() for line in lines[at:first]) or (first > at and not is_head(lines, at, first)):
        return None
    end = end_of(lines, first, framed=bool(_WHOLE.fullmatch(lines[at])))
    ruled = [(found.start(), found.end()) for found in re.finditer(r"[=-]+", lines[first])]
    rows = rows_of(lines[at:end])
    every = [line for row in rows for line in row]
    measure = min(MEASURES, key=lambda one: misfits(every, ruled, one))
    if len(rows) < 2 or misfits(every, ruled, measure) > len(every):
        return None
    fields = [[fields_of(line, ruled, measure) for line in row] for row in rows]
    return TextTable(tuple(set_in_rows(map(one_row, fields), len(ruled))), end)


def is_head(lines: Sequence[str], at: int, first: int) -> bool:
    """Words above the first rule are its header when they stand in columns, or below a rule as wide as the table."""
    return bool(_WHOLE.fullmatch(lines[at])) or (first == at + 1 and len(_FIELD.findall(lines[at].replace("\t", "  "))) > 1)


def end_of(lines: Sequence[str], first: int, framed: bool) -> int:
    """Behind the rule that has nothing below it; `framed` by whole rules, rows may have blank lines between them."""
    rules = 0
    for n in range(first + 1, min(first + _MOST, len(lines))):
        blank = not lines[n].strip()
        if framed and _WHOLE.fullmatch(lines[n]):
            return n + 1
        if not framed and lines[n].strip() == lines[first].strip():
            rules += 1
            if rules == 2 or n + 1 >= len(lines) or not lines[n + 1].strip():
                return n + 1
        elif blank and not framed and not rules:
            return n
    return next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))


def rows_of(lines: Sequence[str]) -> list[list[str]]:
    """Lines of every row: one, or all between two blank lines where these part the rows."""
    found: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line) or _WHOLE.fullmatch(line) or not line.strip():
            found.append([])
        else:
            found[-1].append(line)
    found = [row for row in found if row]
    dense = any(sum(bool(re.search(r"\d\s*$", line)) for line in row) > 1 for row in found)
    return [[line] for row in found for line in row] if dense or len(found) < 3 else found


def fields_of(row: str, ruled: Sequence[Span], measure: Measure) -> list[Drawn]:
    found: list[Drawn] = []
    for text, span in pieces_of(row, ruled, measure):
        over = columns_under(span, ruled)
        held = found[-1] if found else None
        if held and held.column == over[0]:
            found[-1] = held._replace(text=f"{held.text} {plain(text)}")
            continue
        if held:  # as wide as it looks only up to the next
            found[-1] = held._replace(column_span=min(held.column_span, max(over[0] - held.column, 1)))
        found.append(Drawn(0, over[0], plain(text), 1, len(over)))
    return found


def pieces_of(row: str, ruled: Sequence[Span], measure: Measure) -> Iterator[tuple[str, Span]]:
    """What stands apart in a line; one space parts it too where it is all there is between two columns, or a figure of another column follows."""
    gaps = {(one[1], other[0]) for one, other in pairwise(ruled)}
    for field in _FIELD.finditer(row):
        start = end = width_of(row[: field.start()], measure)
        held: list[str] = []
        for word in field[0].split(" "):
            begin = end + 1 if held else start
            after = begin + width_of(word, measure)
            if held and ((end, begin) in gaps or (_FIGURE.fullmatch(word) and apart((start, end), (begin, after), ruled))):
                yield " ".join(held), (start, end)
                held, start = [], begin
            held.append(word)
            end = after
        yield " ".join(held), (start, end)


def apart(words: Span, figure: Span, ruled: Sequence[Span]) -> bool:
    return columns_under(words, ruled)[0] < columns_under(figure, ruled)[0]


def columns_under(field: Span, ruled: Sequence[Span]) -> list[int]:
    """The columns a field touches, at least the nearest."""
    touched = [n for n, (start, end) in enumerate(ruled) if field[0] < end and start < field[1]]
    nearest = min(range(len(ruled)), key=lambda n: abs(ruled[n][0] - field[0]))
    return touched or [nearest]


def misfits(rows: Sequence[str], ruled: Sequence[Span], measure: Measure) -> int:
    """Fields that stand in no column or in several; the last column has no end."""
    count = 0
    for row in rows:
        for _, (start, end) in pieces_of(row, ruled, measure):
            count += not any(low <= start and (end <= high or n == len(ruled) - 1) for n, (low, high) in enumerate(ruled))
    return count


def one_row(lines: Sequence[Sequence[Drawn]]) -> dict[int, Drawn]:
    row: dict[int, Drawn] = {}
    for cell in (cell for line in lines for cell in line):
        held = row.get(cell.column)
        row[cell.column] = held._replace(text=f"{held.text}\n{cell.text}") if held else cell
    return row


def set_in_rows(rows: Iterable[dict[int, Drawn]], width: int) -> Iterator[Drawn]:
    """A cell for every column of a row."""
    for n, cells in enumerate(rows):
        covered = {column for cell in cells.values() for column in range(cell.column, cell.column + cell.column_span)}
        yield from (cell._replace(row=n) for cell in cells.values())
        yield from (Drawn(n, column, "") for column in range(width) if column not in covered)
