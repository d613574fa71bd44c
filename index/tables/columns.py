"""Columns in another order than the form's, left out, or with others between them: figures go where their header says.

Only where every column has a header of its own above it; without that, position decides, as elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from index.forms import FormTable, load_forms
from index.repair.shape import shape_of
from index.tables.figures import ABSENT, is_figure
from index.tables.groups import Chunk
from index.tables.labels import core_of
from index.tables.lines import Line, Slot
from index.tables.upright import table_key
from index.text import label_key

_YEAR = re.compile(r"^(?:19|20)\d\d(?=年度)")
_CORNERS = ("信息内容", "项目", "类别", "类型", "内容", "事项", "指标", "指标名称", "名称")
_LEAST = 2  # columns that a header must name


@dataclass(frozen=True, slots=True)
class Heads:
    """A form table whose columns the header names: places[n] is where the n-th printed column stands, None: nowhere."""

    form: FormTable
    places: tuple[int | None, ...]

    @property
    def named(self) -> tuple[int, ...]:
        return tuple(place for place in self.places if place is not None)

    @property
    def plain(self) -> bool:
        """As the form prints them."""
        return None not in self.places and list(self.named) == list(range(self.named[0], self.named[0] + len(self.places)))


def in_form_order(lines: Sequence[Line]) -> list[Line]:
    """The lines, figures under the columns of the form from left to right; a column that is not drawn is blank."""
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        if kind in ("text", "gaps"):
            found += group
            continue
        for header, rows in parts_of(list(group)):
            heads = heads_of(header) if rows else None
            heads = None if heads and is_crooked(header, heads) else heads
            found += header
            if any(line.placed for line in rows):  # by name already
                found += rows
            else:
                found += set_out(rows, heads) if heads and not heads.plain else [line.below_names() for line in rows] if heads else rows
    return found


def parts_of(table: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """(lines without figures, lines with figures below them), again and again; a group's name alone heads nothing."""
    header: list[Line] = []
    rows: list[Line] = []
    for line in table:
        if rows and not line.numbers and (heads_of([line]) or heads_figures(line)):
            yield header, rows
            header, rows = [], []
        (rows if line.numbers or rows else header).append(line)
    yield header, rows


def heads_figures(line: Line) -> bool:
    """Names behind a name for the labels: 信息内容 | 本年处理决定数量."""
    texts = [slot.text for slot in line.slots if slot.text]
    return len(texts) > 1 and label_key(texts[0]) in _CORNERS


def heads_of(header: Sequence[Line]) -> Heads | None:
    """The form table with most of its columns named, each once; of equals the one with fewest columns."""
    words = tuple((slot.text, slot.column) for line in header for slot in line.words)
    return heads_among(words) if len(words) >= _LEAST else None


@lru_cache(maxsize=1024)
def heads_among(words: tuple[tuple[str, int], ...]) -> Heads | None:
    """`words`: with the column each stands in."""
    found = [heads for form in column_forms() if (heads := heads_in(form, words))]
    return max(found, key=lambda heads: (len(heads.named), -len(heads.places)), default=None)


def heads_in(form: FormTable, words: Sequence[tuple[str, int]]) -> Heads | None:
    places: dict[str, set[int]] = {}
    for text, stands in words:
        if (column := column_named(text, form.id)) is not None:
            places.setdefault(column, set()).add(stands)
    printed = [column.id for column in form.columns if column.printed]
    one = [next(iter(places[column])) if column in places else None for column in printed]
    named = [place for place in one if place is not None]
    if len(named) < _LEAST or len(set(named)) < len(named) or any(len(places.get(column, ())) > 1 for column in printed):
        return None
    return Heads(form, tuple(one))


def is_crooked(header: Sequence[Line], heads: Heads) -> bool:
    """The name of a group does not stand above the first of its columns: a span is wrong, and the order of the columns says nothing."""
    places = dict(zip((column.id for column in heads.form.columns if column.printed), heads.places, strict=True))
    above: dict[tuple[str, ...], set[int]] = {}
    for slot in (slot for line in header for slot in line.slots if slot.text):
        above.setdefault(group_named(slot.text, heads.form.id), set()).add(slot.column)
    return any(parts and not begins(stand, {places[part] for part in parts} - {None}) for parts, stand in above.items())


def begins(above: set[int], below: set[int | None]) -> bool:
    """Every run of columns side by side has the name above its first one."""
    return all(place in above or place - 1 in below for place in below if place is not None)


@cache
def group_named(text: str, table: str) -> tuple[str, ...]:
    """Columns of the group that the text names, () for none."""
    key = label_key(text)
    groups = (column for form in load_forms().values() for one in form.tables if one.id == table for column in one.columns if not column.printed)
    return next((column.parts for column in groups if key in map(core_of, (column.label, *column.variants))), ())


@cache
def column_forms() -> tuple[FormTable, ...]:
    """One of every set of printed columns."""
    tables = [table for form in load_forms().values() for table in form.tables]
    return tuple({(table.id, tuple(c.id for c in table.columns if c.printed)): table for table in tables}.values())


@lru_cache(maxsize=32768)  # 17 tables for every text
def column_named(text: str, table: str) -> str | None:
    """Id of the printed column whose label the text ends with; groups may stand before it, labels of other columns not."""
    key, cores = without_year(label_key(text)), column_cores(table)
    core = max((core for core in cores if key.endswith(core)), key=len, default="")
    before = key.removesuffix(core)
    if not core or key[:1] in "(0123456789" or any(before.endswith(other) for other in cores):
        return None
    return cores[core]


def without_year(label: str) -> str:
    """2017年度 is the column 年度."""
    return _YEAR.sub("", label)


@cache
def column_cores(table: str) -> Mapping[str, str]:
    columns = [column for form in load_forms().values() for one in form.tables if one.id == table for column in one.columns]
    return {core_of(label): c.id for c in columns if c.printed for label in (c.label, *c.variants)}


# ---------------------------------------------------------------- rows


def set_out(rows: list[Line], heads: Heads) -> list[Line]:
    """The rows under their headers, unless fewer of them add up than as they stand."""
    above = [heads, shifted(heads, rows)]
    under = next((one for one in above if all(fits(line, one) for line in rows)), None)
    if under is None:
        return rows
    moved = [replace(one_row(line, under), placed=True) for line in rows]
    return moved if heads.places[-1] is None or sums(moved, heads) >= sums(rows, heads) else rows


def shifted(heads: Heads, rows: Sequence[Line]) -> Heads:
    """The header row lacks the cell above the labels: its columns begin where the figures do."""
    first = min(slot.column for line in rows for slot in line.numbers)
    return replace(heads, places=tuple(None if p is None else p - min(heads.named) + first for p in heads.places))


def fits(line: Line, heads: Heads) -> bool:
    """No words under a header, and no figure beside the headers when one of them is left out."""
    if not line.numbers or below_heads(line, heads):
        return True
    under = all(is_figure(slot.text) for slot in line.slots if slot.column in heads.named and slot.text)
    beside = any(slot.column not in heads.named for slot in line.numbers)
    return under and not (beside and None in heads.places)


def one_row(line: Line, heads: Heads) -> Line:
    if not line.numbers:
        return line
    below = below_heads(line, heads)
    by_column = below or {slot.column: slot for slot in line.slots}
    first = min(heads.named)
    labels = [slot for slot in line.slots if slot not in below.values() and (below or slot.column < first)]
    first = max(first, *(slot.column + 1 for slot in labels)) if labels else first
    blank = line.slots[0]._replace(text="", printed="")
    cells = [blank._replace(text=ABSENT) if place is None else by_column.get(place, blank) for place in heads.places]
    return replace(line, slots=(*labels, *(cell._replace(column=first + n) for n, cell in enumerate(cells))))


def below_heads(line: Line, heads: Heads) -> dict[int, Slot]:
    """As many cells, or figures, behind the labels as there are headers stand below these, wherever the row begins; else {}."""
    last = max((n for n, slot in enumerate(line.slots) if slot.text and not is_figure(slot.text)), default=-1)
    cells = line.slots[last + 1 :] if last >= 0 else ()
    figures = [slot for slot in cells if slot.text]
    for found in (cells, figures) if line.kind == "grid" else (figures,):  # elsewhere blank ones at the end leave no trace
        if len(found) == len(heads.named):
            return dict(zip(sorted(heads.named), found, strict=True))
    return {}


def sums(rows: Sequence[Line], heads: Heads) -> int:
    """Rows whose total is the sum of its parts."""
    shape = shape_of(heads.form, heads.form.rows[0])
    last = [[slot for slot in line.slots if not slot.text or is_figure(slot.text)][-shape.width :] for line in rows]
    readings = [tuple(Chunk(slot.text, slot.printed, slot.place, slot.column) for slot in row) for row in last]
    return sum(shape.adds_up(reading) is True for reading in readings if len(reading) == shape.width)
