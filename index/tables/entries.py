"""Lines with one figure each and the names of its row and its column beside it: what every line tells."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.numerals import MONEY
from index.tables.columns import column_forms, column_named, group_named, without_year
from index.tables.figures import is_figure
from index.tables.groups import UNITS
from index.tables.labels import label_index
from index.tables.lines import Line, Slot
from index.tables.upright import is_number
from index.text import kept, label_key, list_number

VALUE = re.compile(r"(?:指标|统计|填报)?(?:数值|数据|数量|数|值|件数)|取值|value|figure|count|amount", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = re.compile(r"\s*(?:[/\\>→|_·:]|-{1,2}|—+)\s*")
_SENTENCE = re.compile(r"[\d;，,、。:(]")
_REMARK = re.compile(r"\([^()]*\)$")
_KEYED = re.compile(r"(?P<key>[^=。]{4,120}?)\s*[=:\s]\s*(?P<value>[+-]?\d[\d,]*(?:\.\d+)?|[-—/]*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with the labels of its row, from the outermost group, and that of its column."""

    line: int  # of the table
    table: str  # of the form
    path: tuple[str, ...]
    column: str  # id in the form
    label: Slot
    head: Slot
    value: Slot

    @property
    def row(self) -> tuple[str, ...]:
        return (self.table, *self.path)


Names = tuple[Slot, Slot]  # label of the row, with its groups before it; label of the column


def entries_of(table: Sequence[Line]) -> list[Entry]:
    """Labels of rows and of columns in cells of their own, or both in one."""
    kind = table[0].kind
    cells = [keyed(line) for line in table] if kind == "text" else table
    if kind == "gaps" or not any(map(is_telling, cells)):
        return []
    found = dict(named(cells))
    value = value_column([cells[n] for n in found], cells[: min(found)], {s.column for pair in found.values() for s in pair}) if found else None
    return [entry for n, pair in found.items() if (entry := entry_of(n, cells[n], *pair, value))]


def keyed(line: Line) -> Line:
    """予以公开/自然人 = 32 as two cells."""
    slot = line.slots[0]
    if not slot.text[-1:].isdigit() or not (found := _KEYED.fullmatch(slot.text)) or not parts_of(found["key"]):
        return line
    return replace(line, slots=tuple(Slot(found[name], found[name], slot.place, n) for n, name in enumerate(("key", "value"))))


def is_telling(line: Line) -> bool:
    """One figure, a year or running number perhaps, and the names of a row and of a column."""
    return bool(line.words) and 0 < len(line.numbers) < 4 and (len(line.words) > 1 or parts_of(line.words[0].text) is not None)


def named(table: Sequence[Line]) -> Iterator[tuple[int, Names]]:
    """(line, its labels): all its words from the left, or a row's and a column's, of which the first may stand only in its first line."""
    told = {n: pair for n, line in enumerate(table) if len(line.words) > 1 and (pair := along(line))}
    if told and all(n in told for n, line in enumerate(table) if names_cell(line) or (line.numbers and len(line.words) > 1)):
        yield from told.items()
        return
    head = head_of(table)
    labels = {*columns_with(table, lambda text: bool(rows_named(text)))} - {head}
    held: Slot | None = None
    for n, line in enumerate(table):
        both = together(line, head)
        pair = both or apart(line, labels, head, held)
        held = pair[0] if pair and not both else None
        if pair:
            yield n, pair


def names_cell(line: Line) -> bool:
    """It has a figure and the label of a row or of a column, and is not 年度 2022."""
    year = len(line.words) == 1 and all(_YEAR.fullmatch(slot.text) for slot in line.numbers)
    return bool(line.numbers) and not year and any(rows_named(slot.text) or tables_with(slot.text) for slot in line.words)


def along(line: Line) -> Names | None:
    """三、本年度办理结果 | (一)予以公开 | 法人或其他组织 | 其他: groups, row, groups of columns, column."""
    *rows, head = [slot for slot in line.words if slot.text not in UNITS] or line.words
    tables = tables_with(head.text)
    while len(rows) > 1 and any(group_named(rows[-1].text, table) for table in tables):
        rows.pop()
    if not rows or tables.isdisjoint(rows_named(rows[-1].text)):
        return None
    return rows[-1]._replace(text="/".join(slot.text for slot in rows)), head


def head_of(table: Sequence[Line]) -> int | None:
    """The column with most labels of columns; one of years (2020年度 in every line) only where no other has half as many."""
    counts = Counter(slot.column for line in table for slot in line.slots if is_words(slot) and (tables_with(slot.text) or parts_of(slot.text)))
    years = {slot.column for line in table for slot in line.slots if without_year(slot.text) != slot.text}
    found = [column for column, count in counts.most_common() if count * 2 > max(counts.values())]
    return next((column for column in found if column not in years), next(iter(found), None))


def columns_with(table: Sequence[Line], test: Callable[[str], bool]) -> list[int]:
    """Columns with such words, those with most of them first."""
    counts = Counter(slot.column for line in table for slot in line.words if test(slot.text))
    return [column for column, _ in counts.most_common()]


def is_words(slot: Slot) -> bool:
    return bool(slot.text) and not is_figure(slot.text)


def apart(line: Line, labels: set[int], head: int | None, above: Slot | None) -> Names | None:
    """The innermost label must be one of a row; beside groups of unlike depth that of the column is the last word."""
    words = [slot for slot in line.words if slot.text not in UNITS]
    heads = [slot for slot in words if slot.column == head and tables_with(slot.text)] or words[-1:]
    words = [slot for slot in words if slot.column != head and slot not in heads]
    own = [slot for slot in words if slot.column in labels]
    label = own[-1] if own else above if not words else None
    return (label, heads[0]) if label and heads and crosses(label, heads[0], head) else None


def crosses(label: Slot, head: Slot, usual: int | None) -> bool:
    """Labels of a row and of a column; one in another column than `usual` must be of that row's table and name none of its rows."""
    tables = tables_with(head.text) & set(rows_named(label.text))
    return bool(rows_named(label.text)) if head.column == usual else bool(tables) and tables.isdisjoint(rows_named(head.text))


def together(line: Line, key: int | None) -> Names | None:
    """行政复议/结果维持 or 结果维持—行政复议 in one cell."""
    for slot in line.words:
        if slot.column == key and (parts := parts_of(slot.text)):
            label, head = parts
            return slot._replace(text=label), slot._replace(text=head)
    return None


@kept
def parts_of(text: str) -> tuple[str, str] | None:
    """(label of a row with its groups, label of a column) of a text that names both."""
    for found in _BETWEEN.finditer(text):
        before, behind = text[: found.start()], text[found.end() :]
        for label, head in ((before, behind), (behind, before)):
            if tables_with(head) & set(rows_named(label)):
                return label, head
    return None


def value_column(body: Sequence[Line], above: Sequence[Line], taken: set[int | None]) -> int | None:
    """The one whose header says so, else the last one of figures that neither are one year nor number the lines."""
    columns = {slot.column for line in body for slot in line.slots} - taken
    held = {column: [slot.text for line in body for slot in line.slots if slot.column == column] for column in columns}
    figures = [column for column, texts in held.items() if all(not text or is_figure(text) for text in texts) and any(texts)]
    named = [slot.column for line in above for slot in line.slots if slot.column in figures and VALUE.fullmatch(label_key(slot.text))]
    free = [column for column in figures if not (len(set(held[column])) in (1, len(body)) and len(figures) > 1 and is_mere(held[column]))]
    return named[-1] if named else max(free, default=None)


def is_mere(texts: Sequence[str]) -> bool:
    """A year in every line, or running numbers."""
    return all(map(_YEAR.fullmatch, texts)) or texts == [str(int(texts[0] or 0) + n) if texts[0].isdecimal() else "" for n in range(len(texts))]


def entry_of(n: int, line: Line, label: Slot, head: Slot, column: int | None) -> Entry | None:
    value = next((slot for slot in line.slots if slot.column == column), None) or next((slot for slot in line.numbers[::-1] if slot.column > head.column), None)
    tables = tables_with(head.text) & set(rows_named(label.text))
    if value is None or not tables:
        return None
    scores = rows_named(label.text)
    table = max(sorted(tables), key=lambda name: scores[name])
    unit = next((slot.text for slot in line.slots if slot.text in MONEY and is_number(value)), "")
    parts = [part for part in _BETWEEN.split(label.text) if part]
    path = tuple(parts) if rows_named(parts[-1]) else (label.text,)
    return Entry(n, table, path, column_named(head.text, table) or "", label, head, value._replace(text=value.text + unit))


@kept
def tables_with(text: str) -> frozenset[str]:
    """Tables that have a column of this label; groups may stand before it, but nothing of other columns or figures."""
    if _SENTENCE.search(without_year(_REMARK.sub("", text))):
        return frozenset()
    return frozenset(form.id for form in column_forms() if column_named(text, form.id))


@kept
def rows_named(text: str) -> dict[str, float]:
    """Table → score of its row with this label."""
    index = label_index()
    found: dict[str, float] = {}
    for order, score in index.enclosed(label_key(text), list_number(text)[1]).items():
        name = index.rows[order].table
        found[name] = max(score, found.get(name, 0.0))
    return found
