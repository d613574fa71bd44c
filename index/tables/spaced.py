"""Figures with a space every three digits (36 994) in text whose columns stand wider apart, as recognised from a picture."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from index.tables.figures import LETTER, in_digits, is_figure
from index.tables.lines import Line, Slot
from index.tables.wrapped import figures_behind, in_cells
from index.text import normalise

_APART = re.compile(r"[ \u3000\xa0]{2,}")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?")
_MARK = re.compile(r" [-—–*]+(?: |$)")  # among figures: 564 46 - - 26 7 643; a stroke may part them
_SUSPECT = re.compile(r"\d \d{3}(?!\d)")
_TOKEN = re.compile(r"\S+")
_LEAST = 3  # lines with a figure right behind another such line; fields of figures that may all be letters


def with_thousands(lines: Sequence[Line]) -> list[Line]:
    """Such figures in one piece, in rows of as many fields as the line of words above them names, its label counted or not.

    Where figures stand in lines of their own a line is one figure: 2 598.
    """
    if not any(_SUSPECT.search(line.slots[0].printed) for line in lines if line.kind == "text"):
        return list(lines)
    lined = one_a_line(lines)
    return list(_joined([in_one_piece(line) if lined and line.kind == "text" else line for line in lines]))


def one_a_line(lines: Sequence[Line]) -> bool:
    """Figures follow each other line by line, and no line holds several that cannot be one."""
    texts = [line.slots[0].text if line.kind == "text" else "" for line in lines]
    single = [bool(text) and is_one_figure(text) for text in texts]
    several = any(not one and len(parts) > 1 and all(map(is_figure, parts)) for one, text in zip(single, texts, strict=True) for parts in (text.split(),))
    return not several and sum(map(all, pairwise(single))) >= _LEAST


def is_one_figure(text: str) -> bool:
    return is_figure(text) or bool(_THOUSANDS.fullmatch(text))


def in_one_piece(line: Line) -> Line:
    slot = line.slots[0]
    return replace(line, slots=(slot._replace(text=whole(slot.text)),)) if _THOUSANDS.fullmatch(slot.text) else line


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    header = 0  # fields of the last line of words
    for line in lines:
        fields = fields_of(line)
        figures = list(map(is_one_figure, fields))
        behind = figures[figures.index(True) :] if any(figures) else []
        if not behind:
            header = len(fields) or header
        elif len(fields) in (header, header + 1) and all(behind) and any(map(_THOUSANDS.fullmatch, fields)):
            line = set_apart(line, is_one_figure)
        yield line


def in_fields(lines: Sequence[Line]) -> list[Line]:
    """Labels and their figures, wide apart, as cells of a line: 行政许可　　３９６　　〇　　１８１; so are figures with marks for none among them."""
    return [fields_apart(line) if line.kind == "text" else line for line in lines]


def fields_apart(line: Line) -> Line:
    printed = line.slots[0].printed
    line = with_digits(line) if LETTER.search(printed) else line
    if line.kind != "text":
        return line
    return set_apart(line, is_figure) if _APART.search(printed) else with_marks_apart(line)


def with_digits(line: Line) -> Line:
    """Letters that stand for digits among the figures that a line ends with, as cells with these: 13 4 O l8 → 13 4 0 18."""
    tokens = list(_TOKEN.finditer(line.slots[0].printed))
    run = list(takewhile(lambda token: is_figure(in_digits(normalise(token[0]))), reversed(tokens)))[::-1]
    sure = sum(any(map(str.isdigit, token[0])) for token in run)
    return in_cells(line, run) if len(run) >= _LEAST or sure > len(run) - sure else line


def with_marks_apart(line: Line) -> Line:
    run = figures_behind(line) if _MARK.search(line.slots[0].text) else []
    return in_cells(line, run) if len(run) > 1 else line


def set_apart(line: Line, test: Callable[[str], bool]) -> Line:
    """`test`: is a field a figure?"""
    figures = list(map(test, fields_of(line)))
    if figures != sorted(figures) or len(set(figures)) < 2:  # labels first, then figures, and both
        return line
    slot = line.slots[0]
    parts = re.finditer(r"\S+(?:[ \u3000\xa0]\S+)*", slot.printed)
    slots = (Slot(whole(normalise(part[0])), part[0], slot.place._replace(column=part.start()), n) for n, part in enumerate(parts))
    return replace(line, slots=tuple(slots), kind="gaps")


def fields_of(line: Line) -> list[str]:
    """What stands apart in a line, [] for one with other marks or with nothing that stands apart."""
    fields = [normalise(field).strip() for field in _APART.split(line.slots[0].printed.strip())] if line.kind == "text" else []
    return fields if len(fields) > 1 else []


def whole(field: str) -> str:
    return field.replace(" ", "") if _THOUSANDS.fullmatch(field) else field
