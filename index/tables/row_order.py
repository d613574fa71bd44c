"""Rows in another order than the form's, as sorted by size or with the sums first: a table that names each of them once is set in the form's."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from index.tables.columns import parts_of
from index.tables.labels import FormRow, core_of, is_own, label_index
from index.tables.lines import Line
from index.tables.upright import table_key
from index.text import kept, label_key

_LEAST = 2  # rows
_END = 10_000  # order of words below the last row
_LINKS = "(—–-:/|· "  # between a group and its row


def in_row_order(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        if kind == "text" or is_in_order(table):
            found += table
            continue
        for header, rows in parts_of(table):
            found += (*header, *set_in_order(rows))
    return found


def is_in_order(table: Sequence[Line]) -> bool:
    """As nearly every table is: no row stands above one that the form has before it."""
    orders = [rows[0].order for line in table if len(rows := rows_of(label_of(line))) == 1]
    return all(first <= second for first, second in pairwise(orders))


def set_in_order(rows: Sequence[Line]) -> Sequence[Line]:
    """As they stand where one of them is not surely a row of the table, or is one again. A line of words goes with the row below it."""
    named = [rows_of(label) for line in rows if (label := label_of(line))]
    table = next((name for name, _ in Counter(row.table for held in named for row in held).most_common(1)), "")
    runs = list(with_rows(rows, table))
    orders = [order for order, _ in runs]
    if len(orders) < _LEAST or -1 in orders or len(set(orders)) < len(orders) or all(first < second for first, second in pairwise(orders)):
        return rows
    return [line for _, run in sorted(runs, key=lambda one: one[0]) for line in run]


def with_rows(rows: Sequence[Line], table: str) -> Iterator[tuple[int, list[Line]]]:
    """(order of the row, -1 where it is not known; its line, with those of words above it)"""
    run: list[Line] = []
    groups: tuple[str, ...] = ()
    for line in rows:
        run.append(line)
        words = tuple(core_of(slot.text) for slot in line.words)
        groups = words[:-1] or groups
        likely = [row for row in rows_of(label_of(line)) if row.table == table]
        likely = [row for row in likely if not row.groups.isdisjoint(groups)] if len(likely) > 1 else likely
        if len(likely) == 1:
            yield likely[0].order, run
            run = []
        elif line.numbers or len(line.words) != 1:
            yield -1, run
            run = []
        else:
            groups = words
    if run:
        yield _END, run


def label_of(line: Line) -> str:
    return line.words[-1].text if line.words else ""


@kept
def rows_of(label: str) -> tuple[FormRow, ...]:
    """Those of which it is the whole label, its group before it allowed: 行政诉讼——复议后起诉, 办理结果(总计)."""
    key, index = core_of(label), label_index()
    rows = [index.rows[order] for order in index.enclosed(label_key(label), key)] if key else []
    return tuple(row for row in rows if any(is_whole(key, core, row) for core in row.cores))


def is_whole(key: str, core: str, row: FormRow) -> bool:
    text = key if key.endswith(core) else key.removesuffix(")")
    return text.endswith(core) and is_own(text.removesuffix(core).strip(_LINKS).removesuffix(row.number).strip(_LINKS), row)
