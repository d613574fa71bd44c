"""Exports that are trees, JSON or XML: branches that are alike are rows of a table; names on the way to a value its headings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.readers.content import Drawn
from index.readers.html_table import RawCell, form

TITLES = frozenset(("名称", "标题", "题名", "题目", "表名", "章节", "name", "title", "caption", "label", "heading"))
_HOLDER = re.compile(r"[\x00-\x7f]+|子[项级]|下级|表头|列名|明细|数据|数值|列表|指标|记录|正文|内容|行|[表项]")  # says of what it holds nothing but that
_ASIDE = re.compile(r"[\x00-\x7f]+|(?:指标|行)?[代编]码|序号|行[号次]|层级|级[别次]|排序|(?:计量)?单位|上级\w*")  # beside the name of what holds others
_PROSE = re.compile(r"[。；]$")
_TITLE = re.compile(r"(?:年度|工作)报告$|年报$")
DEEPEST = 16  # branches one inside another; what lies deeper is left out
_LONGEST = 80  # characters of a cell; longer ones are prose
_MOST = 200  # columns

Path = tuple[str, ...]
Record = tuple[Path, Mapping[Path, str]]  # names on the way to the row, those from there to a value → the value


@dataclass(frozen=True, slots=True)
class Branch:
    """A leaf has a text, another branch members; '' is the name of an item of a list."""

    name: str
    text: str
    members: tuple["Branch", ...]
    columns: tuple[Path, ...] | None  # the ways from here to its leaves; None for what can be no row: lists, prose, one way twice

    @property
    def is_leaf(self) -> bool:
        return self.columns == ((),)

    @property
    def wraps(self) -> bool:
        """One member that is no row: its name heads what is inside."""
        inner = self.members[0].members if len(self.members) == 1 else ()
        return any(not one.is_leaf for one in inner)


BEYOND = Branch("", "…", (), None)  # stands for what lies deeper


def leaf(name: str, text: str) -> Branch:
    return Branch(name, text, (), None if is_prose(text) or is_title(text) else ((),))


def is_prose(text: str) -> bool:
    return (len(text) > _LONGEST and not text.isdecimal()) or bool(_PROSE.search(text))


def is_title(text: str) -> bool:
    """That of the report, which stands in no table."""
    return bool(_TITLE.search(text))


def branch(name: str, members: Iterable[Branch]) -> Branch:
    """A name that says nothing is left out."""
    held = tuple(members)
    told = all(one.name and one.columns is not None for one in held)
    columns = tuple((one.name, *way) for one in held for way in one.columns or ()) if told else ()
    whole = told and len(columns) == len(set(columns)) <= _MOST
    return Branch("" if _HOLDER.fullmatch(name) else name, "", held, columns if whole else None)


def titled(name: str, members: Iterable[Branch]) -> Branch:
    """A branch with a title of its own; what else is said of it, its code or its level, is no value in it."""
    return branch(name, (one for one in members if not (one.is_leaf and _ASIDE.fullmatch(one.name))))


def table_of(tree: Branch, listed: bool = False) -> list[Drawn]:
    """[] for what is none. A single row that is neither named nor `listed` is none."""
    for columns in _ways(tree):
        records = list(_tiles(tree, frozenset(columns), ()))
        if all(record and (record[0] or listed) for record in records):
            groups = _groups(columns)
            return form(list(_rows([_unfolded(record, groups) for record in records if record], columns)))
    if rows := _plain_rows(tree):
        return form(rows)
    apart = sum(len(list(_stems(one, ()))) > 1 for one in tree.members if not one.is_leaf)
    return [] if apart > 1 else _sparse(list(_stems(tree, ())), listed)


def _ways(tree: Branch) -> Iterator[Sequence[Path]]:
    """What the columns may be: the ways to the leaves of the branches that hold the first leaf, from the smallest on."""
    held = [tree]
    while held[-1].members:
        held.append(next((one for one in held[-1].members if one.members or one.text), held[-1].members[0]))
    return (one.columns for one in reversed(held) if one.columns and not one.is_leaf)


def _tiles(tree: Branch, columns: frozenset[Path], path: Path) -> Iterator[Record | None]:
    """Every branch with just these columns; None for anything else."""
    if tree.columns is not None and columns.issuperset(tree.columns) and len(tree.columns) == len(columns):
        yield path, dict(_leaves(tree))
    elif not tree.members:
        yield (path, {}) if path and not tree.text else None
    else:
        for one in tree.members:
            yield from _tiles(one, columns, (*path, one.name) if one.name else path)


def _plain_rows(tree: Branch) -> list[list[RawCell]]:
    """Rows of cells without names, perhaps a header before them; [] for anything else."""
    rows = [row for one in tree.members for row in _bare(one)]
    widths = {len(row) for row in rows if row}
    return [[(text, None, None) for text in row] for row in rows] if len(rows) > 1 and [] not in rows and len(widths) == 1 and widths.pop() > 1 else []


def _bare(tree: Branch) -> Iterator[list[str]]:
    """The cells of every row; [] for what is no row."""
    if tree.name or not tree.members:
        yield []
    elif all(one.is_leaf and not one.name for one in tree.members):
        yield [one.text for one in tree.members]
    else:
        for one in tree.members:
            yield from _bare(one)


def _leaves(tree: Branch, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if tree.is_leaf:
        yield path, tree.text
    for one in tree.members:
        yield from _leaves(one, (*path, one.name))


# ---------------------------------------------------------------- rows that lack what is blank


def _stems(tree: Branch, path: Path) -> Iterator[Record | None]:
    """The branches with values of their own, and blank leaves beside them; None for those that can be no row."""
    if tree.is_leaf:
        yield (path, {}) if path and not tree.text else None
    elif not tree.members or any(one.is_leaf for one in tree.members):
        yield (path, dict(_leaves(tree))) if tree.columns is not None else None
    else:
        for one in tree.members:
            yield from _stems(one, (*path, one.name) if one.name else path)


def _sparse(records: Sequence[Record | None], listed: bool) -> list[Drawn]:
    """Rows that have most of their columns in common."""
    told = [record for record in records if record and (record[0] or listed)]
    groups = _groups(way for _, values in told for way in values)
    rows = [_unfolded(record, groups) for record in told]
    if len({way for _, values in rows for way in values}) > _MOST:
        return []
    columns = in_order(list(values) for _, values in rows)
    filled = [len(values) for _, values in rows if values]
    alike = len(told) == len(records) and len(filled) > 1 and sum(filled) * 2 > len(columns) * len(filled)
    return form(list(_rows(rows, columns))) if alike else []


def _groups(columns: Iterable[Path]) -> set[str]:
    return {way[0] for way in columns if len(way) > 1}


def _unfolded(record: Record, groups: set[str]) -> Record:
    """A row of which only the columns of one group are told has that group's name behind its own."""
    path, values = record
    group = path[-1:]
    return (path[:-1], {(*group, *way): text for way, text in values.items()}) if len(path) > 1 and group[0] in groups else record


def in_order(every: Iterable[Sequence[Path]]) -> list[Path]:
    """Each once, in the order in which they stand: one that comes later has its place before those that follow it."""
    found: list[Path] = []
    seen: set[Path] = set()
    for names in every:
        for n, name in enumerate(() if seen.issuperset(names) else names):
            if name not in seen:
                seen.add(name)
                behind = [found.index(other) for other in names[n + 1 :] if other in found]
                found.insert(min(behind, default=len(found)), name)
    return found


# ---------------------------------------------------------------- the table


def _rows(records: Sequence[Record], columns: Sequence[Path]) -> Iterator[list[RawCell]]:
    depth = max(len(path) for path, _ in records)
    yield from _header(columns, depth)
    for path, values in records:
        labels: list[RawCell] = [(name, None, None) for name in path or ("",) * depth]
        if path and len(path) < depth:
            labels[-1] = (path[-1], None, str(depth - len(path) + 1))
        yield [*labels, *((values.get(way, ""), None, None) for way in columns)]


def _header(columns: Sequence[Path], depth: int) -> Iterator[list[RawCell]]:
    height = max(map(len, columns))
    for level in range(height):
        cells: list[RawCell] = [("", str(height), None) for _ in range(depth)] if not level else []
        for way, run in groupby(columns, key=lambda one: one[: level + 1]):
            if len(way) > level:
                ends = way in columns
                cells.append((way[level], str(height - level) if ends else None, None if ends else str(len(list(run)))))
        yield cells
