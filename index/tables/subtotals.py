"""Rows that add up rows above them, 小计 or 合计 below the reasons of a group: no form has them, and its total is another row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from index.tables.align import named
from index.tables.figures import value_of
from index.tables.groups import Group
from index.tables.labels import EXACT, SUMS, label_index
from index.tables.lines import Slot
from index.text import kept, label_key

_SUM = re.compile(rf"(?P<before>.*?)(?P<word>(?:[本分各][项栏类组])?(?:{'|'.join(SUMS)})数?量?)(?:\([^()]*\))?")
_OWN = re.compile(r"(?=.)(?:.*办[理结]结果\W*)?(?:[(\d]*[七7]\)?)?")  # before the word in the label of the form's total
_LONGEST = 30  # characters of such a label
_TABLE, _END = "s3", "s3.carried_out"


def without_subtotals(groups: Sequence[Group]) -> list[Group]:
    """The groups; the words in front of the label of one that is left out go to the next."""
    sums = {n for n, group in enumerate(groups) if group.words and is_sum(group.words[-1].text)}
    odd = any(is_inside(groups, n, sums) for n in sums if not is_total(groups[n]))
    dropped = {n for table in tables_with(groups, sums) for n in subtotals(groups, table)} if odd else set()
    found: list[Group] = []
    held = 0  # groups left out since the last one
    for n, group in enumerate(groups):
        if n in dropped:
            held += 1
            continue
        words = [word for at in range(n - held, n) for word in own_words(groups, at)[:-1]]
        found.append(replace(group, words=(*words, *group.words)) if words else group)
        held = 0
    return found


@kept
def is_sum(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_SUM.fullmatch(label_key(text)))


def own_words(groups: Sequence[Group], n: int) -> tuple[Slot, ...]:
    """Without those of a row of blanks before it."""
    blank = groups[n - 1] if n and not groups[n - 1].filled else None
    return groups[n].words[len(blank.words) :] if blank else groups[n].words


def is_inside(groups: Sequence[Group], n: int, sums: set[int]) -> bool:
    """Does the group stand in such a table? The last row before it that has a label of the form says so."""
    row = next((row for before in range(n - 1, -1, -1) if before not in sums and (row := row_of(groups[before]))), "")
    return row.startswith(_TABLE) and row != _END


def tables_with(groups: Sequence[Group], sums: set[int]) -> Iterator[list[int]]:
    """The groups from the first row of section III, as its label says, up to the last of its outcomes."""
    table: list[int] = []
    for n, group in enumerate(groups):
        row = row_of(group) if n not in sums else ""
        if row and (row == _END or not row.startswith(_TABLE)):
            yield table
            table = []
        elif table or row:
            table.append(n)
    yield table


def row_of(group: Group) -> str:
    """Id of the row that its label surely names, '' for none."""
    scores = named(group, label_index())
    best = max(scores, key=lambda row: scores[row], default=None)
    return label_index().rows[best].id if best is not None and scores[best] >= EXACT else ""


def subtotals(groups: Sequence[Group], table: Sequence[int]) -> set[int]:
    """All rows of sums but the total of the form: the one numbered so, else the last, where no outcome follows and it is as large as they are."""
    rows = [n for n in table if row_of(groups[n])]
    width = len(groups[rows[0]].chunks) if rows else 0
    sums = [n for n in table if groups[n].words and is_sum(groups[n].words[-1].text) and is_row(groups[n], width)]
    own = {n for n in sums if is_total(groups[n])}
    last = sums[-1:] if not own else []
    if last and last[0] > rows[-1] and is_bare(groups[last[0]]) and covers(groups[last[0]], [groups[n] for n in sums[:-1]]):
        own = set(last)
    return set(sums) - own


def is_row(group: Group, width: int) -> bool:
    """As wide as the rows are; blanks leave no trace in running text, where 总计 before one figure may be the name of a column."""
    return len(group.chunks) == width > 1 if group.bordered else len(group.chunks) > 1 or not is_bare(group)


def is_total(group: Group) -> bool:
    found = _SUM.fullmatch(label_key(group.words[-1].text))
    return bool(found and found["word"] != "小计" and _OWN.fullmatch(found["before"]))


def is_bare(group: Group) -> bool:
    """Nothing but the word for a sum, and none for a part of one."""
    return label_key(group.words[-1].text) in SUMS[1:]


def covers(total: Group, parts: Sequence[Group]) -> bool:
    return largest(total) >= sum(map(largest, parts))


def largest(group: Group) -> Decimal:
    """The sum of the row, wherever it stands."""
    return max((value_of(chunk.text, "").value or Decimal(0) for chunk in group.filled), default=Decimal(0))
