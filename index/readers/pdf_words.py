"""Words of a page with their places, and the rules drawn between them. Units: points, from the top left corner."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from index.readers.pdf_lines import Char, clustered
from index.tables.groups import UNITS
from index.tables.lines import NOTE

_APART, _SPACED = 0.5, 1.1  # of the height: a gap between two words, the same where a space character stands in it
_SNAP = 3.0  # points: rules that are meant to be one
_COVERED = 0.6  # of a table's height from which upright lines part its columns
_THIN = 3.0  # points: a filled box no higher or wider than this is a rule
_FIGURE = re.compile(rf"[+-]?\d[\d,]*(?:\.\d+)?(?:{'|'.join(sorted(UNITS))})?(?:{NOTE})?|[-—–－_/／*＊×]{{1,6}}")

Span = tuple[float, float]


class Word(NamedTuple):
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    chars: tuple[Char, ...] = ()

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def is_figure(self) -> bool:
        """Or the unit beside it, which has a column of its own."""
        return self.text in UNITS or bool(_FIGURE.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines drawn on a page."""

    upright: tuple[tuple[float, float, float], ...] = ()  # x, top, bottom
    level: tuple[tuple[float, float, float], ...] = ()  # y, left, right

    def between(self, before: Char, after: Char) -> bool:
        """An upright rule parts two characters of one line."""
        return any(before.x1 - 1 <= x <= after.x0 + 1 and top <= before.middle <= bottom for x, top, bottom in self.upright)

    def parts(self, above: Word, below: Word) -> bool:
        """A level rule parts two words that stand one below the other."""
        x = (max(above.x0, below.x0) + min(above.x1, below.x1)) / 2
        return any(above.middle < y < below.middle and left <= x <= right for y, left, right in self.level)

    def cut(self, box: tuple[float, float, float, float]) -> bool:
        """Upright rules run through a box (x0, top, x1, bottom) that is taken for one cell."""
        x0, top, x1, bottom = box
        inside = [x for x, start, end in self.upright if x0 + _SNAP < x < x1 - _SNAP and min(end, bottom) - max(start, top) > 2 * _SNAP]
        return bool(inside) and max(inside) - min(inside) > _SNAP

    def columns(self, top: float, bottom: float) -> list[Span]:
        """What lies between neighbouring upright rules that run along (most of) a table."""
        covered: dict[float, float] = {}
        for x, start, end in self.upright:
            at = next((other for other in covered if abs(other - x) <= _SNAP), x)
            covered[at] = covered.get(at, 0.0) + max(min(end, bottom) - max(start, top), 0.0)
        return list(pairwise(sorted(x for x, height in covered.items() if height >= _COVERED * (bottom - top))))


def rules_of(edges: Iterable[Mapping[str, Any]]) -> Rules:
    upright, level = [], []
    for edge in edges:
        if edge["orientation"] == "v":
            upright.append((float(edge["x0"]), float(edge["top"]), float(edge["bottom"])))
        else:
            level.append((float(edge["top"]), float(edge["x0"]), float(edge["x1"])))
    return Rules(tuple(dict.fromkeys(upright)), tuple(dict.fromkeys(level)))


def is_shade(drawn: Mapping[str, Any]) -> bool:
    """A filled box without an outline lies behind the text: its sides are no rules."""
    if drawn["object_type"] != "rect" or drawn.get("stroke") or not drawn.get("fill"):
        return False
    return float(drawn["width"]) > _THIN and float(drawn["height"]) > _THIN


def lines_of_words(chars: Iterable[Char], rules: Rules) -> list[list[Word]]:
    """Words of every line from left to right, lines from top to bottom."""
    return [words for line in clustered(chars) if (words := words_of(line, rules))]


def words_of(line: Sequence[Char], rules: Rules) -> list[Word]:
    found: list[list[Char]] = []
    spaced = False
    for char in line:
        if char.text == " ":
            spaced = True
            continue
        if found and not is_apart(found[-1][-1], char, spaced, rules):
            found[-1].append(char)
        else:
            found.append([char])
        spaced = False
    return [word_of(held) for held in found]


def is_apart(before: Char, char: Char, spaced: bool, rules: Rules) -> bool:
    gap = (char.x0 - before.x1) / max(before.height, char.height)
    return gap > (_SPACED if spaced else _APART) or (gap > 0 and rules.between(before, char))


def word_of(chars: Sequence[Char]) -> Word:
    sides = min(char.x0 for char in chars), max(char.x1 for char in chars)
    text = "".join(char.text for char in chars)
    return Word(text, *sides, median(char.top for char in chars), median(char.bottom for char in chars), tuple(chars))
