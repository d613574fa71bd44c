"""Tables drawn on their side: applicants or outcomes as rows, the rows of the form as columns, are set upright."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from index.tables.figures import is_figure
from index.tables.groups import UNITS
from index.tables.labels import EXACT, LabelIndex, core_of, label_index
from index.tables.lines import Line, Slot
from index.text import label_key, list_number

_LEAST = 2  # lines that must begin with the label of a column
_CROSSED = 2  # lines of labels and figures, where one is enough


def upright(lines: Iterable[Line]) -> list[Line]:
    """The lines of every table, those of one on its side turned so that a line is a row of the form."""
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        pieces = pieces_of(labels_first(table)) if kind != "text" else [table]
        if kind != "text" and all(map(is_on_its_side, pieces)):
            found += [line for piece in pieces for line in turned(piece)]
        else:
            found += [line for piece in pieces for line in piece]
    return found


def pieces_of(table: list[Line]) -> list[list[Line]]:
    """A table too wide for its page goes on below with the next rows of the form: a header that names rows follows figures."""
    starts = [0]
    for n, line in enumerate(table):
        if is_head(line) and any(above.numbers for above in table[starts[-1] : n]):
            starts.append(n)
    return [table[start:end] for start, end in pairwise([*starts, len(table)])]


def is_head(line: Line) -> bool:
    """Words alone, more than one, and behind the first nothing but labels of rows."""
    behind = line.words[1:]
    return bool(behind) and not line.numbers and all(names_row(slot.text, label_index()) for slot in behind)


def table_key(line: Line) -> tuple[str, int]:
    """Lines of one drawn table follow one another and have one key."""
    return line.kind, line.block if line.kind == "grid" else -1


def labels_first(table: list[Line]) -> list[Line]:
    """A table with the labels of its rows behind their figures, these columns moved to the front."""
    index = label_index()
    figured = [line.slots for line in table if line.numbers]
    behind = [slots[-1] for slots in figured if names_row(slots[-1].text, index) and not is_column(slots[-1].text, index)]
    before = any(slot.text and not is_figure(slot.text) for slots in figured for slot in slots[: first_number(slots)])
    if len(behind) < _LEAST or len(behind) * 2 <= len(figured) or before:
        return table
    start = min(slot.column for slots in figured for slot in slots if slot.text and not is_figure(slot.text))
    width = max(slot.column for slots in figured for slot in slots) + 1
    return [replace(line, slots=rotated(line.slots, start, width)) for line in table]


def first_number(slots: Sequence[Slot]) -> int:
    return next(n for n, slot in enumerate(slots) if is_number(slot))


def rotated(slots: Sequence[Slot], start: int, width: int) -> tuple[Slot, ...]:
    """Columns from `start` on come first."""
    moved = (slot._replace(column=slot.column + (-start if slot.column >= start else width - start)) for slot in slots)
    return tuple(sorted(moved, key=lambda slot: slot.column))


def turned(table: Sequence[Line]) -> list[Line]:
    """Columns become lines from left to right; every slot keeps its place in the file."""
    columns: dict[int, list[Slot]] = {}
    for row, line in enumerate(table):
        for slot in line.slots:
            columns.setdefault(slot.column, []).append(slot._replace(column=row))
    return [Line(tuple(slots), table[0].kind, table[0].block) for _, slots in sorted(columns.items())]


def is_on_its_side(table: Sequence[Line]) -> bool:
    """Most rows begin with the label of a column, and above most of their figures stands the label of a row."""
    index = label_index()
    is_cell = is_number if any(line.numbers for line in table) else is_blank
    begun = [line for line in table if is_column(before_cells(line, is_cell), index)]
    counted = sum(any(map(is_cell, line.slots)) for line in table)
    told = [line for line in table if len(line.slots) > 1 and not all(slot.text in UNITS for slot in line.slots[1:])]
    least = 1 if len(told) == _CROSSED and is_crossed(told) else _LEAST
    if len(begun) < least or len(begun) * 2 <= counted:
        return False
    heads: dict[int, str] = {}
    for line in table[: table.index(begun[0])]:
        heads.update({slot.column: slot.text for slot in line.words if slot.text not in UNITS})
    columns = [slot.column for slot in begun[0].slots if is_cell(slot)]
    named = [column for column in columns if names_row(heads.get(column, ""), index)]
    return len(named) * 2 > len(columns)


def is_crossed(table: Sequence[Line]) -> bool:
    """信息内容 | 行政处罚 | 行政强制 above 本年处理决定数量 | 5 | 0: a head above every cell, and all of them surely name rows."""
    (corner, *heads), (label, *cells) = (line.slots for line in table)
    below = [slot.column for slot in cells] == [slot.column for slot in heads]
    index = label_index()
    sure = (max(index.exact(label_key(slot.text), core_of(slot.text)).values(), default=0.0) >= EXACT for slot in heads)
    return below and bool(label.text) and not is_number(corner) and all(sure)


def is_number(slot: Slot) -> bool:
    return bool(slot.text) and is_figure(slot.text)


def is_blank(slot: Slot) -> bool:
    """A cell of a table in which nothing is filled in."""
    return not slot.text


def before_cells(line: Line, is_cell: Callable[[Slot], bool]) -> str:
    """The words in front of the first cell, '' where it has none or the line begins with it."""
    words = ""
    for slot in line.slots:
        if is_cell(slot):
            return words
        words = slot.text or words
    return ""


def is_column(text: str, index: LabelIndex) -> bool:
    """The label of a column, groups before it allowed: 法人或其他组织：商业企业. One with a list number is a row's."""
    number, core = list_number(text)
    return bool(core) and not number and bool(index.headed(core))


def names_row(text: str, index: LabelIndex) -> bool:
    return bool(text) and bool(index.exact(label_key(text), ""))
