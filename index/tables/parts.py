"""Rows of section II that print a part of a row (行政处罚(简易程序)), its whole (行政处罚合计) or two rows in one (行政处罚、行政强制).

The row itself is read, or its whole; where only parts are printed, or both rows in one, it is left unread: no part is taken for it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from index.tables.columns import column_forms, column_named
from index.tables.figures import UNREAD
from index.tables.groups import Group
from index.tables.labels import EXACT, core_of, label_index
from index.tables.lines import Slot
from index.text import kept, label_key

_SECTION = "s2."
_HEADS = ("第二十条", "信息内容")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 20  # characters of a label that runs into its figures
_TOTAL = r"\(?(?:合计|总计|小计|共计|总数|总量|汇总)(?:数量?|金额)?\)?"
_WHOLE = re.compile(_TOTAL)
_BEFORE = re.compile(r"(?:本机关|本单位|本部门|[我全本][省市县区州局]|本年度?|当年|涉及|第二十条.{0,8}项|[^\u4e00-\u9fff])*")
_BEHIND = re.compile(
    r"(?:\(?(?:单位)?(?:[条件项个元]|万元|件次|人次)\)?|\((?:不?含|不?包[括含]|详?见|注|仅指)[^()]*\)|处理|决定|事项|案件|办件|件数|数量|数|情况|金额|收入|类|信息|文件|[^\u4e00-\u9fff()])*"
)


class Kin(NamedTuple):
    """What a group prints of which rows."""

    rows: tuple[str, ...]  # labels of the rows
    what: str  # same | whole | part | both
    table: int  # which printed table, counted by headers
    label: int  # words of its label


def whole_rows(groups: Sequence[Group]) -> list[Group]:
    """The groups with one for every row of section II: what is a part only is left out, or unread."""
    groups = [with_second_label(group, after) for group, after in zip_longest(groups, groups[1:])]
    found = list(kin_in(groups))
    if not any(kin and (kin.what != "same" or found.count(kin) > 1 or is_reworded(group, kin)) for group, kin in zip(groups, found, strict=True)):
        return list(groups)
    made = dict(decided(groups, found))
    result: list[Group] = []
    held: tuple[Slot, ...] = ()
    for n, group in enumerate(groups):
        parts = made.get(n, [group])
        kin = found[n]
        for one in parts:
            result.append(replace(one, words=(*held, *one.words)) if held else one)
            held = ()
        if not parts and kin:
            held = (*held, *group.words[: -kin.label or None])
    return result


def with_second_label(group: Group, after: Group | None) -> Group:
    """Words taken for a cell that cannot be read, above such words or before figures that fill the row: 行政处罚 | 简易程序 | 100."""
    first = group.chunks[0]
    if first.text != UNREAD or not group.words or not group.bordered or not _HAN.search(first.printed):
        return group
    rows, count = rows_in(group.words[-1].text), len(group.filled)
    widths = widths_of(rows[0]) if len(rows) == 1 else frozenset()
    above_words = after is not None and len(after.words) == 1 and after.words[0].column == first.column
    if not above_words and (count in widths or count - 1 not in widths):
        return group
    label = Slot(first.printed, first.printed, first.place, first.column)
    return replace(group, words=(*group.words, label), chunks=group.chunks[1:])


@cache
def widths_of(label: str) -> frozenset[int]:
    return frozenset(width for row in label_index().rows if row.table.startswith(_SECTION) and label in row.cores for width in row.widths)


# ---------------------------------------------------------------- what a label says


def kin_in(groups: Iterable[Group]) -> Iterator[Kin | None]:
    inside, table = False, 0
    held: tuple[str, int] | None = None  # row whose label covers those below it, its column
    last: Kin | None = None
    for group in groups:
        if names_header(group.gap):
            inside, table, held, last = True, table + 1, None, None
        elif inside and is_elsewhere(group.gap[-64:]):
            inside = False
        kin = kin_of(group, held, last, table) if inside and group.filled and has_label(group) else None
        if kin and group.bordered and kin.label > 1 and len(kin.rows) == 1:
            held = (kin.rows[0], group.words[-kin.label].column)
        elif kin and kin.label == 1 and held and group.words[-1].column <= held[1]:
            held = None
        last = kin or last
        yield kin


@kept
def names_header(gap: str) -> bool:
    return bool(heads_of_section().search(gap))


def has_label(group: Group) -> bool:
    """Its last words are a cell, or what stands alone in a line; run together with a header they may be more than the label."""
    if not group.words:
        return False
    own = group.words[-1].text
    return group.bordered or group.chunks[0].alone or (len(own) <= _LONGEST and not heads_of_section().search(label_key(own)))


@cache
def heads_of_section() -> re.Pattern[str]:
    """Any of the names in the headers of section II."""
    columns = {core_of(column.label) for form in column_forms() if form.id.startswith(_SECTION) for column in form.columns}
    return re.compile("|".join(map(re.escape, sorted({*_HEADS, *columns}))))


@kept
def is_elsewhere(gap: str) -> bool:
    """The row of another section."""
    scores = label_index().exact(gap, "")
    return any(score >= EXACT and not label_index().rows[row].table.startswith(_SECTION) for row, score in scores.items())


def kin_of(group: Group, held: tuple[str, int] | None, last: Kin | None, table: int) -> Kin | None:
    own = group.words[-1]
    line = words_beside(group)
    rows = rows_in(own.text)
    if len(rows) > 1:
        return Kin(rows, "both", table, 1)
    if rows:
        return Kin(rows, what_of(own.text), table, 1)
    parent = next((found[0] for slot in line[:-1] if len(found := rows_in(slot.text)) == 1), "")
    if parent:
        return Kin((parent,), "same" if says_nothing(own.text) else within(own.text), table, len(line))
    if held and len(line) == 1 and own.column > held[1]:
        return Kin((held[0],), within(own.text), table, 1)
    if last and last.what == "part" and _WHOLE.fullmatch(label_key(own.text)):
        return Kin(last.rows, "whole", table, 1)
    return None


def words_beside(group: Group) -> Sequence[Slot]:
    """The words in the line of the figures."""
    own = group.words[-1].place
    start = len(group.words)
    while start and (group.words[start - 1].place.block, group.words[start - 1].place.row) == (own.block, own.row):
        start -= 1
    return group.words[start:] if group.bordered else group.words[-1:]


@kept
def rows_in(text: str) -> tuple[str, ...]:
    """Labels of the rows that a label names, the longest where one is a part of another."""
    key = label_key(text)
    if len(key) > 40 or "。" in key or is_label(key):
        return (core_of(text),) if is_label(key) and core_of(text) in row_labels() else ()
    found: dict[str, None] = {}
    for core, row in row_labels().items():
        if core in key:
            key = key.replace(core, "\n")
            found[row] = None
    return tuple(found)


@cache
def row_labels() -> dict[str, str]:
    """Label → the label the row is known by, the longest first."""
    rows = [row for row in label_index().rows if row.table.startswith(_SECTION)]
    cores = sorted(((core, row.cores[0]) for row in rows for core in row.cores), key=lambda one: -len(one[0]))
    return dict(cores)


@cache
def is_label(key: str) -> bool:
    """It is the label of a row as it stands."""
    return any(score >= EXACT for score in label_index().exact(key, core_of(key)).values()) and core_of(key) in {
        core for row in label_index().rows for core in row.cores
    }


@kept
def what_of(text: str) -> str:
    """same | whole | part, by the words beside the label of a row."""
    core = next(core for core in row_labels() if core in label_key(text))
    before, _, behind = label_key(text).partition(core)
    if not _BEFORE.fullmatch(before):
        return "part"
    if _BEHIND.fullmatch(behind):
        return "same"
    return "whole" if _WHOLE.fullmatch(behind) else "part"


def is_part(text: str) -> bool:
    """行政处罚(简易程序), but not 行政处罚(不含简易程序)."""
    return len(rows_in(text)) == 1 and what_of(text) == "part"


@kept
def within(text: str) -> str:
    return "whole" if _WHOLE.fullmatch(label_key(text)) else "part"


@kept
def says_nothing(text: str) -> bool:
    """The name of a column, or no words at all, behind the label."""
    return bool(_BEHIND.fullmatch(label_key(text))) or any(column_named(text, form.id) for form in column_forms() if form.id.startswith(_SECTION))


# ---------------------------------------------------------------- which is read


def decided(groups: Sequence[Group], kin: Sequence[Kin | None]) -> Iterator[tuple[int, list[Group]]]:
    """(number of a group, what is put in its place) for the groups of rows that are not printed once and whole."""
    by_row: dict[tuple[int, str], dict[str, list[int]]] = {}
    made: dict[int, list[Group]] = {}
    for n, one in enumerate(kin):
        for row in one.rows if one else ():
            by_row.setdefault((one.table if one else 0, row), {}).setdefault(one.what if one else "", []).append(n)
    for (_, row), found in by_row.items():
        same, whole = found.get("same", []), found.get("whole", [])
        members = [n for numbers in found.values() for n in numbers]
        if members == same and len({tuple(chunk.text for chunk in groups[n].filled) for n in same}) == 1:
            made.update({n: [renamed(groups[n], kin[n], row)] for n in same if is_reworded(groups[n], kin[n])})
            continue
        chosen = same if len(same) == 1 else whole if len(whole) == 1 else []
        for n in members:
            made.setdefault(n, [])
        if chosen:
            made[chosen[0]].append(renamed(groups[chosen[0]], kin[chosen[0]], row))
        else:
            first = min(members)
            made[first].append(unread(renamed(groups[first], kin[first], row)))
    yield from made.items()


def is_reworded(group: Group, kin: Kin | None) -> bool:
    """行政处罚(不含简易程序): the row, under another label than the form's."""
    return kin is not None and kin.label == 1 and bool(rows_in(group.words[-1].text)) and core_of(group.words[-1].text) not in row_labels()


def renamed(group: Group, kin: Kin | None, row: str) -> Group:
    words = group.words[: -(kin.label if kin else 1)]
    return replace(group, words=(*words, group.words[-1]._replace(text=row)))


def unread(group: Group) -> Group:
    return replace(group, chunks=tuple(chunk._replace(text=UNREAD if chunk.text else "") for chunk in group.chunks))
