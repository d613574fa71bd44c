"""Columns that only number the rows, with a code or a running number each, are no figures and part no label from its figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from index.tables.lines import Line, Slot
from index.tables.upright import table_key
from index.text import kept, label_key

_HEADER = re.compile(r"(?:指标|项目|统计|数据|行)?(?:代码|编码|代号|编号)|行次|行号|序号?|栏次")
_CODE = re.compile(r"[A-Za-z]{1,8}[-_.]?\d{1,6}(?:[-_.]\d{1,4})*")
_LEAST = 3  # rows with a code
_NAMED = re.compile(rf"[甲乙丙丁戊己庚辛壬癸]|{_HEADER.pattern}")  # how statistical tables name the columns of labels, units and remarks
_NUMBER = re.compile(r"[(\[]?([1-9]\d?)[)\]]?(?:=[\d()+-]+)?")  # of a column, 7=1+2+3 of a sum
_FEWEST, _UNNAMED = 3, 5  # columns of a row that names and numbers them, of one that only numbers them

Stretch = list[tuple[int, Slot]]  # (line of the table, its slot in one column): header and codes


def without_codes(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        codes = set(codes_of(table)) if kind not in ("text", "gaps") else set()
        found += [replace(line, slots=left(n, line, codes)) for n, line in enumerate(table)] if codes else table
    return found


def without_column_numbers(lines: Sequence[Line]) -> list[Line]:
    """Below the header of a statistical table 甲 乙 丙 1 2 3 丁 names the columns, 1 2 3 4 5 above figures numbers them: no row, and no figures."""
    below = [*lines[1:], None]  # one longer than no lines at all
    return [line for line, after in zip(lines, below, strict=False) if line.kind == "text" or not numbers_columns(line, after)]


def numbers_columns(line: Line, after: Line | None) -> bool:
    texts = [slot.text for slot in line.slots if slot.text]
    numbers = [number for number in map(number_of, texts) if number] if len(texts) >= _FEWEST else []
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return False
    names = sum(map(is_name, texts))
    marks = texts.count("-") + texts.count("—") if names else 0
    if len(numbers) + names + marks < len(texts):
        return False
    return numbers[0] == 1 if names else len(numbers) >= _UNNAMED and after is not None and is_below(line, after)


@kept
def number_of(text: str) -> int:
    """Of a column; 0 for another text."""
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else 0


@kept
def is_name(text: str) -> bool:
    return bool(_NAMED.fullmatch(label_key(text)))


def is_below(line: Line, after: Line) -> bool:
    """A row of figures or blank cells alone, in the same table."""
    return not after.words and table_key(after) == table_key(line) and len(after.slots) >= len(line.slots)


def left(n: int, line: Line, codes: set[tuple[int, int]]) -> tuple[Slot, ...]:
    return tuple(slot for slot in line.slots if (n, slot.column) not in codes)


def codes_of(table: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """(line, column) of every code and of the header above them."""
    for column in {slot.column for line in table for slot in line.slots if slot.text and is_telling(slot.text)}:
        for stretch in stretches(table, column):
            if numbers_rows(stretch):
                yield from ((n, column) for n, _ in stretch)


def stretches(table: Sequence[Line], column: int) -> Iterator[Stretch]:
    """Lines that follow one another with a code behind their label; lines without figures may stand between them."""
    found: Stretch = []
    for n, line in enumerate(table):
        slot = next((slot for slot in line.slots if slot.column == column), None)
        if slot and is_header(slot):
            yield found
            found = [(n, slot)]
        elif slot and has_label(line, column) and goes_on(found, slot):
            found.append((n, slot))
        elif line.numbers:
            yield found
            found = []
    yield found


def has_label(line: Line, column: int) -> bool:
    return any(slot.column < column for slot in line.words)


def goes_on(stretch: Stretch, slot: Slot) -> bool:
    """A code with letters after others, or the next number below such a header."""
    before = stretch[-1][1].text if stretch and not is_header(stretch[-1][1]) else ""
    if _CODE.fullmatch(slot.text):
        return not before.isdecimal()
    following = before.isdecimal() and slot.text == str(int(before) + 1)
    return slot.text.isdecimal() and bool(stretch) and is_header(stretch[0][1]) and (following or len(stretch) == 1)


def numbers_rows(stretch: Stretch) -> bool:
    return sum(not is_header(slot) for _, slot in stretch) >= _LEAST


def is_header(slot: Slot) -> bool:
    return bool(slot.text) and heads_codes(slot.text)


@kept
def heads_codes(text: str) -> bool:
    """序号, 行次, 指标代码."""
    return bool(_HEADER.fullmatch(label_key(text)))


@kept
def is_telling(text: str) -> bool:
    """The header of such a column, or a code with letters."""
    return heads_codes(text) or bool(_CODE.fullmatch(text))
