"""Characters with places → lines of text. Units: points, from the top left corner of the page."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from index.readers.scripts import raised
from index.text import plain_radicals

_SAME_LINE = 0.45  # of the character height: mid-heights that differ less stand in one line
_SPACE = 0.3  # of the height: a gap that reads as a space
_FIGURE_SPACE = 0.12  # the same between two digits, which must never be glued
_TAB = 1.5  # of the height: a gap that reads as the next column
_SMALL = 0.8  # of the height: a mark of a footnote at most
_HIGH, _HIGHER = 0.08, 0.25  # of the height: how much above the line it ends at least, behind a figure and behind words, whose font may be another
_UNMAPPED = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff]")


class Char(NamedTuple):
    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    page: int  # 1-based
    spans: tuple[tuple[float, float], ...] = ()  # left and right side of the fields between its tabs

    @property
    def height(self) -> float:
        return self.bottom - self.top


def chars_of(raw: Iterable[Mapping[str, Any]], width: float, height: float) -> list[Char]:
    """Characters on the page, one each: bold type is often the same character drawn twice. A space stays, as " "."""
    chars: list[Char] = []
    seen: set[tuple[str, int, int]] = set()
    for item in raw:
        text = plain_radicals(item["text"]).strip() or " "
        char = Char(text, float(item["x0"]), float(item["x1"]), float(item["top"]), float(item["bottom"]))
        if char.x1 < 0 or char.x0 > width or char.bottom < 0 or char.top > height:
            continue
        x, y = round(char.x0), round(char.top)
        if any((text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            continue
        seen.add((text, x, y))
        chars.append(char)
    return with_raised(chars)


def with_raised(chars: list[Char]) -> list[Char]:
    """Small digits set high behind another character are the mark of a footnote: 249 with a raised 1 is no 2491."""
    usual = median(char.height for char in chars) if chars else 0.0
    small = {n: char for n, char in enumerate(chars) if char.text.isdecimal() and char.height <= _SMALL * usual}
    if not small:
        return chars
    ends: dict[int, list[Char]] = {}
    for char in chars:
        ends.setdefault(round(char.x1), []).append(char)
    marks = {n: char._replace(text=raised(char.text)) for n, char in small.items() if _is_raised(char, ends)}
    return [marks.get(n, char) for n, char in enumerate(chars)]


def _is_raised(char: Char, ends: Mapping[int, Sequence[Char]]) -> bool:
    """`ends`: the characters by where they end; of a mark of several digits each stands behind the one before."""
    before = [left for x in range(round(char.x0) - 1, round(char.x0) + 2) for left in ends.get(x, ()) if left.top - 0.5 * left.height < char.middle < left.bottom]
    taller = [left for left in before if char.height <= _SMALL * left.height]
    if taller:
        return any(left.bottom - char.bottom >= (_HIGH if left.text.isdecimal() else _HIGHER) * left.height for left in taller)
    return any(_is_raised(left, ends) for left in before if left.text.isdecimal() and left.x0 < char.x0)


def whole_figures(chars: Iterable[Char], rules: Sequence[float]) -> Iterator[Char]:
    """Digits of one figure as one character: a figure too wide for its cell runs over the rule at x beside it."""
    for line in clustered(chars):
        held: Char | None = None
        for char in line:
            if held is not None and _is_one_figure(held, char, rules):
                held = Char(held.text + char.text, held.x0, char.x1, min(held.top, char.top), max(held.bottom, char.bottom))
                continue
            if held is not None:
                yield held
            held = char
        if held is not None:
            yield held


def _is_one_figure(before: Char, char: Char, rules: Sequence[float]) -> bool:
    if not (_figure(before.text[-1]) and _figure(char.text[0])):
        return False
    if abs(char.x0 - before.x1) > _FIGURE_SPACE * char.height:
        return False
    return not any(before.x1 - 0.5 <= rule <= char.x0 + 0.5 for rule in rules)


def unmapped_share(chars: Sequence[Char]) -> float:
    """Share of characters whose font does not say what they are."""
    return sum(1 for char in chars if _UNMAPPED.search(char.text)) / max(len(chars), 1)


def lines_of(chars: Iterable[Char], page: int) -> list[Line]:
    """From top to bottom; a wide gap becomes a tab, a narrow one or a space character a space."""
    return [_line(line, page) for line in clustered(chars) if any(char.text != " " for char in line)]


def _line(chars: Sequence[Char], page: int) -> Line:
    seen = [char for char in chars if char.text != " "]
    top, bottom = min(char.top for char in seen), max(char.bottom for char in seen)
    return Line(_joined(chars), seen[0].x0, max(char.x1 for char in seen), top, bottom, page, tuple(_spans(seen)))


def _spans(seen: Sequence[Char]) -> Iterator[tuple[float, float]]:
    start = seen[0].x0
    for before, char in itertools.pairwise(seen):
        if _is_tab(before, char):
            yield start, before.x1
            start = char.x0
    yield start, seen[-1].x1


def _is_tab(before: Char, char: Char) -> bool:
    return (char.x0 - before.x1) / max(before.height, char.height) > _TAB


def clustered(chars: Iterable[Char]) -> Iterator[list[Char]]:
    """Characters of one line each, from left to right."""
    line: list[Char] = []
    middle = 0.0
    for char in sorted(chars, key=lambda c: (c.middle, c.x0)):
        if line and char.middle - middle > _SAME_LINE * min(char.height, line[0].height):
            yield sorted(line, key=lambda c: c.x0)
            line = []
        middle = char.middle if not line else (middle * len(line) + char.middle) / (len(line) + 1)
        line.append(char)
    if line:
        yield sorted(line, key=lambda c: c.x0)


def _joined(line: Iterable[Char]) -> str:
    text, spaced = "", False
    before: Char | None = None
    for char in line:
        if char.text == " ":
            spaced = True
            continue
        if before is not None:
            gap = (char.x0 - before.x1) / max(before.height, char.height)
            narrow = _FIGURE_SPACE if _figure(before.text[-1]) and _figure(char.text[0]) else _SPACE
            text += "\t" if _is_tab(before, char) else " " if spaced or gap > narrow else ""
        text, before, spaced = text + char.text, char, False
    return text


def wrapped(lines: Sequence[Line], width: float) -> str:
    """The lines of one cell `width` points wide as one text.

    Two lines of digits are one figure only when the first fills the cell; else the line end stays between them.
    """
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        full = width - (before.x1 - before.x0) < 1.5 * before.height
        text += joint(text, line.text, full) + line.text
    return text.replace("\t", " ")


def joint(before: str, after: str, full: bool = True) -> str:
    """What stands between two lines of one text: nothing in Chinese, a space between words, a line end between figures."""
    if _figure(before[-1:]) and _figure(after[:1]):
        return "" if full else "\n"
    return " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha() else ""


def _figure(character: str) -> bool:
    return character.isdecimal() or (character in ".," and bool(character))
