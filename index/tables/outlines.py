"""Pivot tables: the names of groups stand above their members in the same column, "行政复议 汇总 | 5" below them is the total."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from index.tables.entries import parts_of, tables_with
from index.tables.lines import Line, Slot
from index.tables.told_pairs import TOTAL
from index.tables.upright import table_key
from index.text import kept, label_key

_SUM = re.compile(r"(?P<group>.+?)[\s-]*(?:汇总|[合小总]计|(?:Sub)?[Tt]otal)")
_WIDEST = 3  # cells of a line


def without_outlines(lines: Sequence[Line]) -> list[Line]:
    """The lines, in such tables the name of a group alone in its line and its sum under the name 总计."""
    if not any(is_sum_of(line) or is_title(line) for line in lines):
        return list(lines)
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        found += table if kind in ("text", "gaps") else plain(table)
    return found


def plain(table: Sequence[Line]) -> Iterator[Line]:
    title, fields = "", False  # the last group, and whether the line before was one of its members
    for n, line in enumerate(table):
        label = line.words[0] if line.words else None
        group = sum_of(label.text) if label and is_sum_of(line) else ""
        if label and fields and group and label_key(group) == title:
            yield summed(line, label, group)
            fields = False
        elif is_title(line) and has_members(islice(table, n + 1, None)):
            title, fields = label_key(line.slots[0].text), False
            yield replace(line, slots=line.slots[:1])
        else:
            title = label_key(label.text) if label and len(line.words) > 1 else title
            fields = is_field(line)
            yield line


def has_members(below: Iterable[Line]) -> bool:
    """Of a group, or of the groups within it: a blank row above a blank row has none."""
    first = next((line for line in below if not is_title(line)), None)
    return first is not None and is_field(first)


def summed(line: Line, label: Slot, group: str) -> Line:
    """行政复议 汇总 | | 5 as 行政复议 | 总计 | 5."""
    at = line.slots.index(label)
    if len(line.slots) == _WIDEST:
        slots = (label._replace(text=group), line.slots[at + 1]._replace(text=TOTAL, printed=TOTAL), *line.slots[at + 2 :])
    else:
        slots = (*line.slots[:at], label._replace(text=TOTAL), *line.slots[at + 1 :])
    return replace(line, slots=slots)


def is_title(line: Line) -> bool:
    """A word before a blank cell, no name of a column, nor of a row and its column."""
    slots = line.slots
    return line.kind != "text" and len(slots) == _WIDEST - 1 and bool(slots[0].text) and not slots[1].text and not is_member(slots[0].text) and not parts_of(slots[0].text)


def is_field(line: Line) -> bool:
    """The name of a column before its figure or blank cell."""
    return 1 < len(line.slots) <= _WIDEST and bool(line.words) and is_member(line.words[-1].text)


def is_sum_of(line: Line) -> bool:
    return line.kind != "text" and len(line.slots) <= _WIDEST and len(line.words) == 1 and len(line.numbers) < _WIDEST - 1 and bool(sum_of(line.slots[0].text))


@kept
def sum_of(text: str) -> str:
    """The group: 行政复议 of 行政复议 汇总."""
    found = _SUM.fullmatch(text)
    return found["group"].strip() if found else ""


@kept
def is_member(text: str) -> bool:
    return bool(tables_with(text))
