"""The order in which a header names its columns, where no border says which figure stands below which name.

Names of every column in another order than the form's are followed, unless the sums of the rows speak against them.
Names that contradict the form but are not all there leave the table open: its figures are never taken in the form's order.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Indel

from index.forms import FormTable
from index.repair.readings import RowReadings
from index.repair.rows import printed_row, readings_of
from index.repair.shape import shape_of
from index.tables.found import FoundTable
from index.tables.groups import Group
from index.tables.labels import DISPUTES, core_of
from index.tables.lines import Slot
from index.text import label_key

_ENDS = "。;!?"  # of a sentence
_CORNER = "信息内容"  # above the labels of section II
_OWN_YEAR = re.compile(r"(?:20\d\d|本)年度?")  # a column of the report's own year
_LIKE = 0.6  # of 1: a damaged name is that of the form's column
_ENOUGH = 2  # rows that tell where the total stands


class Name(NamedTuple):
    column: str  # id of a column, or of a group of columns
    line: tuple[int, int | None]  # where it stands
    whole: bool = True  # False: the beginning of a label whose end stands in another line
    alone: bool = True  # no other cell stands in its line


def as_printed(table: FoundTable, groups: Sequence[Group]) -> tuple[FoundTable, ...]:
    """The table with its columns in the order printed, or open where that cannot be told.

    Rows whose figures already stand in the order of the form are a table of their own where the others do not.
    """
    loose = tuple(one for one in table.rows if one.group.filled and not one.group.placed)
    if not loose:
        return (table,)
    placed = tuple(one for one in table.rows if not one.group.filled or one.group.placed)
    mixed = any(one.group.placed for one in placed)
    found = in_order_of(heads_of(table), replace(table, rows=loose) if mixed else table, groups)
    if not mixed:
        return (found,)
    return (replace(table, rows=placed), found) if found.open or found.shuffled else (table,)


def in_order_of(heads: Sequence[Sequence[Name]], table: FoundTable, groups: Sequence[Group]) -> FoundTable:
    orders = {tuple(name.column for name in run) for run in heads if is_whole(run, table.form)}
    usual = tuple(column.id for column in table.form.columns if column.printed)
    if orders == {usual} or not (orders or any(contradicts(run, usual) for run in heads)):
        return replace(table, open=orders != {usual} and (has_other_total(table) or lacks_total(table) or has_other_column(table)))
    if len(orders) > 1 or not orders or any(not is_whole(run, table.form) for run in heads):
        return replace(table, open=True)
    other = replace(table, form=reordered(table.form, orders.pop()), shuffled=True)
    return other if proves(other, table, groups) else table


def proves(other: FoundTable, table: FoundTable, groups: Sequence[Group]) -> bool:
    """Do the sums speak for the order of the header? One without a total is right where hardly a row has one."""
    if any(column.parts for column in other.form.columns if column.printed):
        return sums(other, groups) >= sums(table, groups)
    return not any(column.parts for column in table.form.columns if column.printed) or sums(table, groups) * 2 < len(table.rows)


def heads_of(table: FoundTable) -> list[list[Name]]:
    """The names above the figures, of every block of section IV where it is printed as one row."""
    runs = [named for run in runs_of(names_in(table)) if len(named := in_order(run, table.form)) > 1]
    if table.rows[0].row.id != DISPUTES:
        return runs[-1:]
    whole = [run for run in runs if is_whole(run, table.form)]
    return whole if whole or adds_up(table) else runs


def adds_up(table: FoundTable) -> bool:
    """The blocks of section IV in one row, each to its last figure."""
    shape, row = shape_of(table.form, None), table.rows[0].group.filled
    return len(row) == shape.width and shape.adds_up(row) is True


def left_open(row: RowReadings) -> RowReadings:
    """Nothing is said of its figures, unless they are all the same."""
    alike = len({chunk.text for reading in row.readings for chunk in reading}) <= 1 and any(len(reading) > 1 for reading in row.readings)
    return row if alike else replace(row, readings=(), exact=False)


# ---------------------------------------------------------------- names


def names_in(table: FoundTable) -> Iterator[Name]:
    """Names of columns and of groups of columns above the first figures, behind the last sentence."""
    words = behind_sentences(table.rows[0].group.words)
    keys = [label_key(slot.text) for slot in words]
    text = "".join(keys)
    lines = [(slot.place.block, slot.place.row) for slot, key in zip(words, keys, strict=True) for _ in key]
    cells = Counter((slot.place.block, slot.place.row) for slot, key in zip(words, keys, strict=True) if key)
    cores, starts, start = cores_of(table.form), pieces_of(words), 0
    while start < len(text):
        found = any_core(table.form).search(text, start)
        end = found.start() if found else len(text)
        for at in range(start, end):
            if at in starts and (column := column_begun(starts[at], table.form)):
                yield Name(column, lines[at], False, cells[lines[at]] == 1)
        if found:
            yield Name(cores[found[0]], lines[end], True, cells[lines[end]] == 1)
        start = found.end() if found else end


def pieces_of(words: Sequence[Slot]) -> dict[int, str]:
    """Words between white space, by where they begin in the words run together."""
    found: dict[int, str] = {}
    end = 0
    for slot in words:
        for piece in slot.text.split():
            found[end] = label_key(piece)
            end += len(found[end])
    return found


@cache
def column_begun(piece: str, form: FormTable) -> str:
    """The column whose label alone begins so: 商业企|业; '' for none or several."""
    found = {column for core, column in cores_of(form).items() if len(piece) > 1 and core.startswith(piece)}
    return found.pop() if len(found) == 1 else ""


def behind_sentences(words: Sequence[Slot]) -> list[Slot]:
    found: list[Slot] = []
    for slot in reversed(words):
        start = max(map(slot.text.rfind, _ENDS)) + 1
        found.append(slot._replace(text=slot.text[start:]))
        if start:
            break
    return found[::-1]


@cache
def cores_of(form: FormTable) -> Mapping[str, str]:
    """Label → column, the longest first."""
    found = {core_of(label): column.id for column in form.columns for label in (column.label, *column.variants)}
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


@cache
def any_core(form: FormTable) -> re.Pattern[str]:
    """The longest label that begins in a place."""
    return re.compile("|".join(map(re.escape, cores_of(form))))


def runs_of(names: Iterable[Name]) -> list[list[Name]]:
    """A header begins behind the first name that comes again, seen from the figures."""
    runs: list[list[Name]] = [[]]
    for name in reversed(list(names)):
        if any(name.column == other.column for other in runs[0]):
            runs.insert(0, [])
        runs[0].insert(0, name)
    return runs


def in_order(run: Sequence[Name], form: FormTable) -> list[Name]:
    """Columns of a group where its name stands: 自然人, 法人或其他组织, 总计 and below them 商业企业 …

    Cells beside one another, as high as their words are long, put names of one row into several lines: those stay where they are.
    """
    held = {name.column: name for name in run}
    groups = {column.id: column.parts for column in form.columns if column.id in held and not column.printed}
    inside = {part for parts in groups.values() for part in parts}
    below = [name for name in run if name.column in inside]
    if 1 < len({name.line for name in below}) < len(below) and not all(name.alone for name in below):
        return [name for name in run if name.column not in groups]
    found: list[Name] = []
    for name in run:
        if name.column in groups:
            found += [part._replace(line=name.line) for part in run if part.column in groups[name.column]]
        elif name.column not in inside:
            found.append(name)
    return found


def is_whole(run: Sequence[Name], form: FormTable) -> bool:
    """Every column is named but perhaps a total, in one line or each alone in its own: how two lines go together nobody knows."""
    lines = len({name.line for name in run})
    told = lines == 1 or (lines == len(run) and all(name.alone for name in run))
    missing = {column for column in form.columns if column.printed and column.id not in {name.column for name in run if name.whole}}
    return all(column.parts for column in missing) and all(name.whole for name in run) and told


def contradicts(run: Sequence[Name], usual: Sequence[str]) -> bool:
    """Two names in one line stand the other way round than in the form."""
    return any(one.line == other.line and usual.index(one.column) > usual.index(other.column) for one, other in combinations(run, 2))


# ---------------------------------------------------------------- figures


@cache
def reordered(form: FormTable, order: tuple[str, ...]) -> FormTable:
    """The form with its columns in that order; a column that is not in it is not printed."""
    by_id = {column.id: column for column in form.columns}
    printed = iter(order)
    columns = [by_id[next(printed)] if column.id in order else replace(column, printed=False) for column in form.columns]
    return replace(form, columns=tuple(columns))


def has_other_column(table: FoundTable) -> bool:
    """The one column of the form has another name: 信息内容, 收费项目数量 above 行政事业性收费, 12."""
    first, columns = table.rows[0], [column for column in table.form.columns if column.printed]
    _, corner, rest = first.group.gap.rpartition(_CORNER)
    if len(columns) > 1 or not corner or any(core in rest for core in cores_of(table.form)):
        return False
    name = rest.removesuffix(max((core for core in first.row.cores if rest.endswith(core)), key=len, default=rest))
    return bool(_OWN_YEAR.sub("", name)) and all(Indel.normalized_similarity(name, core) < _LIKE for core in cores_of(table.form))


def has_other_total(table: FoundTable) -> bool:
    """Rows that do not add up to their last figure, and all to the same other one: columns were changed unseen."""
    shapes = {one.row.id: shape_of(table.form, printed_row(table.form, one.row.id)) for one in table.rows if one.row.id != DISPUTES}
    rows = [(shapes[one.row.id], one.group.filled) for one in table.rows if one.row.id in shapes]
    rows = [(shape, row) for shape, row in rows if len(shape.blocks) == 1 and len(row) == shape.width and len({c.text for c in row}) > 1]
    width = min((shape.width for shape, _ in rows), default=0)
    counts = [sum(replace(shape, total=n).adds_up(row) is True for shape, row in rows) for n in range(width)]
    return len(rows) >= _ENOUGH and max(counts) > 2 * counts[-1] and max(counts) * 2 > len(rows)


def lacks_total(table: FoundTable) -> bool:
    """One figure too few in every row, none of them the sum of the others, and no border that shows a blank."""
    width = sum(column.printed for column in table.form.columns)
    rows = [one.group for one in table.rows if one.group.filled]
    if not any(column.parts for column in table.form.columns if column.printed) or any(g.bordered or len(g.filled) >= width for g in rows):
        return False
    shape = replace(shape_of(table.form, table.form.rows[0]), blocks=(width - 1,))
    short = [g.filled for g in rows if len(g.filled) == width - 1 and len({chunk.text for chunk in g.filled}) > 1]
    return len(short) >= _ENOUGH and sum(shape.adds_up(row) is True for row in short) * 2 < len(short)


def sums(table: FoundTable, groups: Sequence[Group]) -> int:
    """Rows that add up."""
    found = readings_of(table, groups)
    shapes = {row: shape_of(table.form, printed_row(table.form, row)) for row in found}
    return sum(any(shapes[row].adds_up(reading) for reading in readings.readings) for row, readings in found.items())
