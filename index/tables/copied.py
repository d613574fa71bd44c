"""A table that was copied with its labels apart from its figures: which label stands for which row, and whether the sums prove it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.forms import FormTable
from index.repair.shape import shape_of
from index.repair.sums import equations_of
from index.tables.columns import group_named
from index.tables.figures import UNREAD, is_figure, value_of
from index.tables.found import printed_rows
from index.tables.groups import UNITS
from index.tables.labels import EXACT, FOREIGN, WEAK, core_of, label_index
from index.tables.lines import Line, Slot
from index.tables.reworded import chunk_of
from index.text import kept, label_key, list_number

_WORD = re.compile(r"\S+")
_HEAD = re.compile(r"(?:计量)?单位|指标(?:名称)?|申请人(?:情况|类[别型])?|信息内容|项目|类[别型]|事项|名称")  # of a table, names no column
_LINES = 3  # of a label

Label = tuple[int, Slot]  # its line, what it says


@dataclass(frozen=True, slots=True)
class Part:
    """The words of a line and the figures behind them."""

    words: tuple[Slot, ...]
    figures: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """Lines `start` to before `end` of the text."""

    start: int
    end: int
    form: FormTable
    labels: tuple[Slot, ...]  # of its rows and, between these, of groups
    rows: Mapping[int, str]  # which of the labels are rows → row of the form
    columns: Mapping[str, Slot]  # column of the form → its name
    figures: Mapping[str, tuple[Slot, ...]]  # column → its figures from top to bottom

    @property
    def names(self) -> list[str]:
        """Its columns in the order of the form."""
        return [column.id for column in self.form.columns if column.printed and column.id in self.columns]

    @property
    def whole(self) -> bool:
        """Every column is one of the form and has as many figures as there are rows, or is blank."""
        return len(self.names) == len(self.columns) and all(len(held) in (0, len(self.rows)) for held in self.figures.values()) and any(self.figures.values())

    def cell(self, name: str, row: int) -> Slot:
        held = self.figures[name]
        return held[row] if held else self.columns[name]._replace(text="", printed="")

    def told(self) -> dict[str, list[str]]:
        """Row → its figures."""
        return {row: [self.cell(name, n).text for name in self.names] for n, row in enumerate(self.rows.values())}


def part_of(line: Line) -> Part:
    """自然人 39 3 7, or words alone, or figures alone."""
    slots = line.slots if len(line.slots) > 1 else tuple(words_of(line.slots[0]))
    last = max((at for at, slot in enumerate(slots) if slot.text and not is_figure(slot.text)), default=-1)
    figures = slots[last + 1 :]
    if len(line.slots) > 1 or not figures:
        return Part(tuple(slot for slot in line.slots if slot not in figures and slot.text), figures)
    own = line.slots[0]
    text = own.text[: (figures[0].place.column or 0) - (own.place.column or 0)].strip()
    return Part((own._replace(text=text, printed=text),) if text else (), figures)


def words_of(slot: Slot) -> Iterator[Slot]:
    for word in _WORD.finditer(slot.text):
        yield Slot(word[0], word[0], slot.place._replace(column=(slot.place.column or 0) + word.start()), slot.column)


# ---------------------------------------------------------------- labels


def labels_in(lines: Sequence[Line], start: int, end: int) -> list[Label]:
    """行政处罚 行政强制 in one line are two; what goes on in the next line is one."""
    found: list[Label] = []
    for n in range(start, end):
        for slot in slots_in(lines[n]):
            at = joined_at([one for _, one in found[-_LINES + 1 :]], slot)
            if at:
                whole = "".join((*(one.text for _, one in found[-at:]), slot.text))
                found[-at:] = [(found[-at][0], found[-at][1]._replace(text=whole, printed=whole))]
            else:
                found.append((n, slot))
    return found


def joined_at(above: Sequence[Slot], slot: Slot) -> int:
    """How many of the lines above make the label of a row with this one; 0: none."""
    if orders_of(slot.text) or list_number(slot.text)[0]:
        return 0
    for n in range(1, len(above) + 1):
        held, whole = orders_of("".join(one.text for one in above[-n:])), orders_of("".join((*(one.text for one in above[-n:]), slot.text)))
        if whole and (whole & held or not any(orders_of(one.text) for one in above[-n:])):
            return n
    return 0


def slots_in(line: Line) -> Sequence[Slot]:
    """None of cells side by side: what stands below them says whose they are."""
    if len(line.slots) > 1:
        return ()
    words = list(words_of(line.slots[0]))
    return words if len(words) > 1 and sum(bool(orders_of(word.text)) for word in words) >= len(words) - 1 else line.slots


@kept
def orders_of(text: str) -> frozenset[int]:
    """Rows of the forms with this very label."""
    scores = label_index().enclosed(label_key(text), core_of(text))
    return frozenset(order for order, score in scores.items() if score >= EXACT or WEAK <= score < EXACT - FOREIGN)


def rows_in(labels: Sequence[Label], form: FormTable) -> Iterator[tuple[int, str]]:
    """(position of a label, its row), in the order of the form."""
    printed, rows, last = printed_rows(form), label_index().rows, -1
    for n, (_, slot) in enumerate(labels):
        orders = [order for order in sorted(orders_of(slot.text)) if rows[order].table == form.id and rows[order].id in printed and order > last]
        if orders:
            last = orders[0]
            yield n, rows[last].id


def strangers(one: Copied) -> int:
    """Labels of which nobody knows whether they are rows."""
    return sum(n not in one.rows and not is_no_row(slot.text, one.form.id) for n, slot in enumerate(one.labels))


def is_no_row(text: str, table: str) -> bool:
    """A group of rows or columns, a unit, a remark in brackets: anything else may be the label of a row whose figures are missing."""
    told = (text.startswith("(") and text.endswith(")")) or text in UNITS or bool(_HEAD.fullmatch(text)) or bool(group_named(text, table))
    return told or any(core_of(text) in row.groups for row in label_index().rows if row.table == table)


# ---------------------------------------------------------------- the table


def drawn(one: Copied, block: int, sure: bool) -> Iterator[Line]:
    """A header and a line for every label, its figures unread where nothing proves them."""
    corner = one.labels[0]._replace(text="", printed="", column=0)
    yield Line((corner, *(one.columns[name]._replace(column=n) for n, name in enumerate(one.names, 1))), "grid", block)
    position = -1
    for n, label in enumerate(one.labels):
        position += n in one.rows
        cells = [one.cell(name, position) if sure else unread(one, name) for name in one.names] if n in one.rows else []
        yield Line((label._replace(column=0), *(cell._replace(column=at) for at, cell in enumerate(cells, 1))), "grid", block)


def unread(one: Copied, name: str) -> Slot:
    return one.columns[name]._replace(text=UNREAD, printed=" ".join(slot.printed for slot in one.figures[name])[:60])


def is_proven(one: Copied) -> bool:
    """Every row adds up, and the rows of every equation of the form do in every column; where the form has no sums the names alone say it."""
    if not one.whole or strangers(one):
        return False
    shape, width = shape_of(one.form, next(row for row in one.form.rows if row.printed)), len(one.names)
    cells = {row: [one.cell(name, n) for name in one.names] for n, row in enumerate(one.rows.values())}
    if shape.blocks and (width < shape.width or any(shape.adds_up(tuple(map(chunk_of, row))) is False for row in cells.values())):
        return False
    values = {row: [value_of(slot.text, "").value or 0 for slot in held] for row, held in cells.items()}
    whole = [eq for eq in equations_of(one.form) if eq.optional or all(row in values for row, _ in eq.rows)]
    return all(not sum(values[row][n] * sign for row, sign in eq.rows if row in values) for eq in whole for n in range(width))
