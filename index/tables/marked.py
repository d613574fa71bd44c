"""Cells that are more than a figure: a mark beside it (约28500, ￥4281.8773, ↓1434, 22[1]), or words in its place (见附件).

The first are read and say so; the others stay cells, so that none of their neighbours takes their column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import NamedTuple

from index.numerals import parse_number
from index.sections import heading_of
from index.tables.columns import column_cores, column_forms
from index.tables.figures import UNREAD, is_figure
from index.tables.groups import is_plain, kind_of
from index.tables.labels import LEAST_LIKE, SUMS, WEAK, label_index, likest
from index.tables.lines import Line, Slot
from index.tables.upright import is_number, table_key
from index.text import kept, label_key, list_number

_MONEY = r"(?:[¥$]|人民币|RMB|CNY)?"
_MARKED = re.compile(
    rf"(?P<arrow>[↑↓▲▼△▽]?)\s*{_MONEY}\s*(?P<about>大约|约为?|将近|接近|近|超过|逾)?\s*{_MONEY}\s*"
    r"(?P<figure>[+-]?\d[\d,]*(?:\.\d+)?)\s*(?P<more>[余多])?\s*(?P<unit>千元|百万元|万元|亿元|元|万|亿|件|项|条|人次|次|个|份|宗)?"
    r"\s*(?P<after>[余多]|左右|上下|以上)?\s*(?:人民币)?整?\s*(?P<late>[↑↓▲▼△▽]?)\s*(?P<star>[*※#†])?\s*(?:\[[注#]?[\da-z]{0,2}\]_?|\(注\d?\))?"
)
_DOWN = "↓▼▽"
_INSTEAD = re.compile(r"(?:详?见|参见|另见|不|未|暂|无|没|待|保密|涉密|同上|略|缺|空缺|[增减]).{0,14}|[^\u4e00-\u9fffA-Za-z]{1,14}|\d[^\u4e00-\u9fff\s]{0,13}|\d[\d.,]*\([^()]*\)|n/?a|null|none|nan", re.IGNORECASE)
_SAID = ("是", "否", "有")
_NUMBER = re.compile(r"\(?\d{1,2}\s*[.)、]")  # of a list
_NUMERALS = "零〇一二两三四五六七八九十百千"
_REMARK = re.compile(r"\((?:其中|含|包括|不含|均|注)[^()]*\)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENDS = "。;:，,"
_LEAST = 2  # names of columns in a header
_SHORT = 8  # characters of unknown words taken for a cell behind the label of its row
_LONGEST = 30  # characters of a cell without figure


class Marked(NamedTuple):
    plain: str  # the figure alone, its unit kept
    note: str  # what people must be told, '' for nothing
    arrow: str = ""


@kept
def marked(text: str) -> Marked | None:
    """None for a plain figure and for anything else."""
    if is_figure(text) or not (found := _MARKED.fullmatch(text)):
        return None
    arrow = found["arrow"] or found["late"]
    sign = "-" if arrow and arrow in _DOWN and found["figure"][0].isdigit() else ""
    about = any(found[name] for name in ("about", "more", "after"))
    note = f"{'约数，' * about}原文作“{text}”" if about or found["star"] or arrow else ""
    plain = f"{sign}{found['figure']}{found['unit'] or ''}"
    return Marked(plain, note, arrow) if is_figure(plain) else None


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """Marked figures as the figures alone, words in place of a figure as UNREAD."""
    found = list(_with_remarks([line.changed(without_mark) for line in lines]))
    for (kind, _), group in groupby(list(enumerate(found)), key=lambda one: table_key(one[1])):
        table = list(group)
        if kind == "text":
            for n, line in table:
                found[n] = unread_line(line, found[n - 1] if n else None, found[n + 1] if n + 1 < len(found) else None)
        else:
            odd = [(n, line) for n, line in table if may_be_odd(line)]
            columns = figure_columns([line for _, line in table]) if odd else frozenset()
            for n, line in odd:
                found[n] = unread_cells(line, columns)
    return found


def without_mark(slot: Slot) -> Slot:
    found = marked(slot.text) if slot.text and not slot.text.isdecimal() and len(slot.text) <= _LONGEST else None
    return slot._replace(text=found.plain) if found else slot


def _with_remarks(lines: Sequence[Line]) -> Iterator[Line]:
    """A remark on a line of its own, or before the rest of its row, goes to the figure it follows."""
    held: Line | None = None
    for line in lines:
        first = line.slots[0]
        if held and held.kind == line.kind and is_number(held.slots[-1]) and _REMARK.fullmatch(first.text):
            last = held.slots[-1]
            noted = last._replace(text=f"{last.text}{first.text}", printed=f"{last.printed}{first.printed}")
            rest = (slot._replace(column=slot.column + last.column) for slot in line.slots[1:])
            held = replace(held, slots=(*held.slots[:-1], noted, *rest))
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


# ---------------------------------------------------------------- words in place of a figure


def may_be_odd(line: Line) -> bool:
    """There are words besides a label at the beginning of the row."""
    filled = [slot for slot in line.slots if slot.text]
    return len(filled) > 1 and (any(kind_of(slot.text) == "words" for slot in filled[1:]) or is_instead(filled[0].text))


def figure_columns(table: Sequence[Line]) -> frozenset[int]:
    """Where figures stand, or the name of a column of a form."""
    return frozenset(slot.column for line in table for slot in line.slots if slot.text and (is_figure(slot.text) or is_column(slot.text)))


def unread_cells(line: Line, columns: frozenset[int]) -> Line:
    """Of a row with a label of a form, or of figures alone; a header names columns and has neither."""
    if not line.numbers and sum(is_column(slot.text) for slot in line.words) >= _LEAST:
        return line
    words = [n for n, slot in enumerate(line.slots) if kind_of(slot.text) == "words" and is_plain(slot.text)]
    odd = [n for n in words if line.slots[n].column in columns and is_instead(line.slots[n].text)]
    label = [line.slots[n] for n in words if n not in odd]
    if not odd:
        return line
    known = names_row("".join(label_key(slot.text) for slot in label), list_number(label[-1].text)[1]) if label else len(odd) < len(line.numbers)
    if not known or (label and line.slots.index(label[-1]) > odd[0]):
        return line
    return replace(line, slots=tuple(slot._replace(text=in_words(slot.text)) if n in odd else slot for n, slot in enumerate(line.slots)))


def in_words(text: str) -> str:
    """十二 is 12; else UNREAD."""
    figure = parse_number(text) if text[:1] in _NUMERALS else None
    return str(figure.value) if figure and not figure.approximate else UNREAD


def unread_line(line: Line, before: Line | None, after: Line | None) -> Line:
    """Of figures one a line: such words stand behind one of them, or behind the label of a row."""
    text = line.slots[0].text
    if not before or len(text) > _LONGEST or is_figure(text) or not may_follow(before) or not is_instead(text):
        return line
    followed = after is not None and is_cell(after)
    if is_row_label(before.slots[0].text) and followed and len(text) <= _SHORT and "(" not in text:
        return replace(line, slots=(line.slots[0]._replace(text=UNREAD),))
    stops = after is None or (after.kind == "text" and is_stop(after.slots[0].text) and not _NUMBER.match(text))
    return replace(line, slots=(line.slots[0]._replace(text=UNREAD),)) if (followed or stops) and _INSTEAD.fullmatch(text) else line


def may_follow(before: Line) -> bool:
    return is_cell(before) or is_row_label(before.slots[0].text)


def is_row_label(text: str) -> bool:
    return text[-1:] not in _ENDS and names_row(label_key(text), list_number(text)[1])


def is_cell(line: Line) -> bool:
    text = line.slots[0].text
    return line.kind == "text" and (is_number(line.slots[0]) or (len(text) <= _LONGEST and bool(_INSTEAD.fullmatch(text)) and is_instead(text)))


def is_stop(text: str) -> bool:
    """What may follow the last cell of a row: the next label, a heading."""
    return bool(heading_of(text)) or is_label(text)


def is_instead(text: str) -> bool:
    return len(text) <= _LONGEST and kind_of(text) == "words" and is_plain(text) and (text in _SAID or not is_label(text))


@kept
def is_label(text: str) -> bool:
    """A label of the forms, a part of one, one with other words, or one that is damaged."""
    key, known = label_key(text), all_labels()
    if not _HAN.search(key):
        return False
    core = list_number(text)[1]
    if key in known or (core and core in known) or any(label in key for label in known.split("\n") if len(label) > 1):
        return True
    tables = frozenset(row.table for row in label_index().rows)
    return len(key) > 3 and any(like >= LEAST_LIKE for _, like in likest(key, tables))


@cache
def all_labels() -> str:
    rows = {core for row in label_index().rows for core in row.cores}
    columns = {core for form in column_forms() for core in column_cores(form.id)}
    return "\n".join(sorted(rows | columns | {"法人或其他组织", "申请人情况", "信息内容", "第二十条", "单位", "指标", "本年度办理结果", "不予公开", "无法提供", "不予处理", *SUMS}))


@kept
def is_column(text: str) -> bool:
    return any(label_key(text) in column_cores(form.id) for form in column_forms())


def names_row(gap: str, own: str) -> bool:
    return max(label_index().exact(gap, own).values(), default=0.0) >= WEAK
