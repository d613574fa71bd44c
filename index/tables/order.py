"""Rows without a label: which they are by their place between rows that have one."""

from collections.abc import Sequence
from itertools import groupby

from index.tables.align import Placed
from index.tables.labels import DISPUTES, FormRow, editions_of, label_index


def ordered(run: Sequence[Placed]) -> list[Placed]:
    """A run of one table; rows without label stay where exactly as many rows of the form are missing, else they go."""
    seen = {one.row.id for one in run if one.label}
    stretches = [(labelled, list(group)) for labelled, group in groupby(run, key=lambda one: one.label > 0)]
    found: list[Placed] = []
    for number, (labelled, stretch) in enumerate(stretches):
        if labelled or stretch[0].row.table == DISPUTES:
            found += stretch
            continue
        before = stretches[number - 1][1][-1].row.order if number else -1
        after = stretches[number + 1][1][0].row.order if number + 1 < len(stretches) else None
        found += in_place(stretch, missing(stretch[0].row.table, seen, before, after, len(stretch)))
    return found


def in_place(stretch: Sequence[Placed], rows: Sequence[FormRow]) -> list[Placed]:
    return [Placed(one.number, one.group, row, one.label) for one, row in zip(stretch, rows, strict=False)]


def missing(table: str, seen: set[str], before: int, after: int | None, count: int) -> list[FormRow]:
    """The rows between two others, in the edition that has exactly `count` of them there; [] when none or several do.

    `seen`: rows that have a label; of two editions that fit alike the one that prints more of them holds.
    """
    rows = label_index().rows
    between = [row for row in rows if row.table == table and before < row.order < (len(rows) if after is None else after)]
    fitting: dict[int, list[list[FormRow]]] = {}
    for form in editions_of(table).values():
        printed = {row.id for row in form.rows if row.printed}
        found = [row for row in between if row.id in printed]
        if len(found) == count and found not in fitting.setdefault(len(seen & printed), []):
            fitting[len(seen & printed)].append(found)
    best = fitting[max(fitting)] if fitting else []
    return best[0] if len(best) == 1 else []
