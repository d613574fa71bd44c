"""What the readers of drawn tables share."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from index.readers.content import Drawn

Measure = Callable[[str], int]  # columns that a character takes


@dataclass(frozen=True, slots=True)
class TextTable:
    cells: tuple[Drawn, ...]
    end: int  # the line behind it


def is_box(character: str) -> bool:
    return "\u2500" <= character <= "\u257f"


def _measure(ambiguous: int, wide: int, box: int) -> Measure:
    @cache
    def width(character: str) -> int:
        kind = unicodedata.east_asian_width(character)
        if is_box(character):
            return box
        return wide if kind in "WF" else ambiguous if kind == "A" else 0 if unicodedata.combining(character) else 1

    return width


# Quotes are as wide as a Chinese character or half as wide; some programs count every character as one.
MEASURES = (_measure(2, 2, 1), _measure(1, 2, 1), _measure(1, 1, 1), _measure(2, 2, 2))


def width_of(text: str, measure: Measure) -> int:
    return len(text) if text.isascii() else sum(map(measure, text))
