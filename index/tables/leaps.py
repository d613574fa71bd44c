"""From row to row of the forms: which may follow, and what it costs to come to one."""

from functools import cache, lru_cache

from index.tables.labels import label_index

OLD = "t"  # tables of the forms before 2019
_OTHER_FORM = 3.0  # what it costs to go from a form before 2019 to a later one, or back
_LEAPS = 4  # rows that may be missing before a group without label


@lru_cache(maxsize=4096)
def following(last: int, begun: frozenset[str]) -> tuple[int, ...]:
    """Rows that a group without label may be: the next ones of the table, or the first of one whose header stands above."""
    index = label_index()
    table = index.rows[last].table if last >= 0 else ""
    after = [row.order for row in index.rows[last + 1 : last + 1 + _LEAPS] if row.table == table]
    return (*after, *(index.first[name] for name in sorted(begun) if name != table))


@cache
def leaps_to(row: int) -> tuple[float, ...]:
    """What it costs to come to the row from every row, at last (index -1) from none."""
    return tuple(leap(last, row) for last in (*range(len(label_index().rows)), -1))


def leap(last: int, row: int) -> float:
    """What it costs to come from row `last`: rows left out, steps back, a table entered in its middle."""
    index = label_index()
    table = index.rows[row].table
    if last >= 0 and index.rows[last].table == table:
        return -0.5 * min(row - last - 1, 8) if row > last else -6.0
    inside = row - index.first[table]
    other_form = last >= 0 and index.rows[last].table.startswith(OLD) != table.startswith(OLD)
    return -0.15 * inside - (1.0 if last >= 0 else 0.0) - (_OTHER_FORM if other_form else 0.0)
