"""Figures with a space every three digits (36 994) in text whose columns stand wider apart, as recognised from a picture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.tables.figures import is_figure
from index.tables.lines import Line, Slot
from index.text import normalise

_APART = re.compile(r"[ \u3000\xa0]{2,}")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?")
_SUSPECT = re.compile(r"\d \d{3}(?!\d)")


def with_thousands(lines: Sequence[Line]) -> list[Line]:
    """Such figures in one piece, in rows of as many fields as the line of words above them names, its label counted or not."""
    return list(_joined(lines)) if any(_SUSPECT.search(line.slots[0].printed) for line in lines if line.kind == "text") else list(lines)


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    header = 0  # fields of the last line of words
    for line in lines:
        fields = fields_of(line)
        figures = [is_figure(field) or bool(_THOUSANDS.fullmatch(field)) for field in fields]
        behind = figures[figures.index(True) :] if any(figures) else []
        if not behind:
            header = len(fields) or header
        elif len(fields) in (header, header + 1) and all(behind) and any(map(_THOUSANDS.fullmatch, fields)):
            text = " ".join(whole(field) for field in fields)
            line = replace(line, slots=(line.slots[0]._replace(text=text),))
        yield line


def in_fields(lines: Sequence[Line]) -> list[Line]:
    """Labels and their figures, wide apart, as cells of a line: 行政许可　　３９６　　〇　　１８１."""
    return [_set_apart(line) if line.kind == "text" and _APART.search(line.slots[0].printed) else line for line in lines]


def _set_apart(line: Line) -> Line:
    figures = [is_figure(field) for field in fields_of(line)]
    if figures != sorted(figures) or len(set(figures)) < 2:  # labels first, then figures, and both
        return line
    slot = line.slots[0]
    parts = re.finditer(r"\S+(?:[ \u3000\xa0]\S+)*", slot.printed)
    slots = (Slot(normalise(part[0]), part[0], replace(slot.place, column=part.start()), n) for n, part in enumerate(parts))
    return replace(line, slots=tuple(slots), kind="gaps")


def fields_of(line: Line) -> list[str]:
    """What stands apart in a line, [] for one with other marks or with nothing that stands apart."""
    fields = [normalise(field).strip() for field in _APART.split(line.slots[0].printed.strip())] if line.kind == "text" else []
    return fields if len(fields) > 1 else []


def whole(field: str) -> str:
    return field.replace(" ", "") if _THOUSANDS.fullmatch(field) else field
