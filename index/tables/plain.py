"""Documents that print the form as it is: nothing in them has to be set out, so no rare layout need be looked for.

Every line of a table is then a header in words of the form alone, or a row: its label and, behind it, a plain figure for every column that the header names.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from index.forms import load_forms
from index.tables.columns import column_forms, column_named, in_form_order
from index.tables.figures import LETTER, is_figure
from index.tables.labels import DISPUTES, FormRow, core_of, label_index
from index.tables.lines import Line, Slot
from index.text import kept, label_key, list_number

_FIGURE = re.compile(r"[+-]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?")
_ENDS = re.compile(r"(?P<label>.*?)(?:\([^()]*\)|[^\w()]|_)*(?:[\d—/-][\d,.]*\w?\W+)*(?:\d[\d,.]*[^\d年月日号时页%]{0,6}|[-—/]+)")  # label and figures
_APART = re.compile(r"\d\s*[/、;，·]\s*[-+\d—][^:]{0,8}$|[ \u3000\xa0]{2}[-+—/\d零〇○无]")  # several figures at the end, or one far from its label
_LONGEST = 90  # characters of a row with one figure at its end; longer lines are sentences
_UNIT = re.compile(r"\(单位[^()]*\)$")
_SAID = re.compile(r"信息内容|第二十条第\([一二三四五六七八九十]\)项|申请人情况|\((?:本列)?数据的?勾稽关系[^()]*\)")  # above columns and rows


def as_it_stands(lines: Sequence[Line]) -> list[Line] | None:
    """The lines of such a document, rows below the names of their columns marked as placed; None for any other."""
    if any(may_be_row(line.slots[0]) if line.kind == "text" else line.kind == "gaps" for line in lines):
        return None
    placed = in_form_order(lines)
    header: tuple[str, ...] = ()
    above: Line | None = None
    for line, now in zip(lines, placed, strict=True):
        if line.kind != "text" and not (line.slots is now.slots and is_plain(line, header, now.placed)):
            return None
        if not line.numbers:
            header = (*(header if above and not above.numbers and above.kind == line.kind else ()), *(slot.text for slot in line.words))
        above = line
    return placed


def may_be_row(slot: Slot) -> bool:
    """Running text that may be a row or one of its cells."""
    return bool(_APART.search(slot.printed) or LETTER.search(slot.printed)) or (len(slot.text) <= _LONGEST and ends_in_figure(slot.text))


@kept
def ends_in_figure(text: str) -> bool:
    """Figures alone, or behind the label of a row or a column."""
    found = _ENDS.fullmatch(text)
    return is_figure(text) or bool(found and (not found["label"] or is_label(found["label"])))


def is_label(text: str) -> bool:
    return bool(label_index().enclosed(label_key(text), list_number(text)[1])) or any(column_named(text, form.id) for form in column_forms())


def is_plain(line: Line, header: tuple[str, ...], placed: bool) -> bool:
    """Words of the form alone; plain figures behind them, as many as the header names columns for the row."""
    words, numbers = line.words, line.numbers
    if not all(is_known(slot.text) for slot in words):
        return False
    if not numbers:
        return True
    behind = line.slots[line.slots.index(words[-1]) + 1 :] if words else line.slots
    figures = sum(is_plain_figure(slot.text) for slot in behind)
    counts = {figures} if line.kind == "tabs" else {figures, len(behind)}  # tabs at the end of a line say nothing
    told = placed or line.kind == "tabs"
    return len(numbers) == figures and any(fits(words[-1].text if words else "", count, header, told) for count in counts)


@lru_cache(maxsize=4096)
def fits(label: str, count: int, header: tuple[str, ...], placed: bool) -> bool:
    """The header names as many columns of the table of the row; '' as a label: the blocks of section IV beside one another."""
    rows = rows_with().get(core_of(label), ()) if label else label_index().rows[label_index().first[DISPUTES] :][:1]
    known = [row for row in rows if count in row.widths and count == sum(column_named(text, row.table) is not None for text in header)]
    return bool(known) and (placed or not label or count == 1)


@kept
def is_plain_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))


@kept
def is_known(text: str) -> bool:
    """The label of a row, of a column or of a group of them."""
    return core_of(_UNIT.sub("", text)) in all_labels() or bool(_SAID.fullmatch(label_key(text)))


@cache
def all_labels() -> frozenset[str]:
    tables = [table for form in load_forms().values() for table in form.tables]
    rows = {core_of(text) for table in tables for row in table.rows for text in (row.label, *row.variants)}
    return frozenset(rows | {core_of(text) for table in tables for column in table.columns for text in (column.label, *column.variants)})


@cache
def rows_with() -> Mapping[str, tuple[FormRow, ...]]:
    """Label without its number → the rows that have it."""
    cores = {core for row in label_index().rows for core in row.cores}
    return {core: tuple(row for row in label_index().rows if core in row.cores) for core in cores}
