"""Tables with borders of + - | or box-drawing characters: pandoc and reST grids, MySQL, what terminals print.

Every line is laid out by the columns its characters take; a cell is a rectangle of borders with none inside.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.readers.content import Drawn, TooMuch
from index.readers.drawn.marks import plain
from index.readers.drawn.table import MEASURES, TextTable, is_box, width_of

_START = re.compile(r"\s*[+\u2500-\u257f][-=+:\u2500-\u257f]{3,}\s*")
_FLAT, _TALL = "-=:─━═┄┅┈┉╌╍", "|│┃║┆┇┊┋╎╏"
_NUMBER = re.compile(r"[+-]?[\d０-９][\d０-９,.]*")
_MOST = 400  # characters of a line, lines of a table
_MOST_STEPS = 100_000  # places looked at in one drawing
_MOST_OF_ALL = 2_000_000  # in all drawings of a document
_EMPTY = re.compile(r"[-=+:|\s\u2500-\u257f]*")
_FILLER = "\0"  # second column of a wide character


@dataclass(frozen=True, slots=True)
class Frame:
    """A cell: its border lines and columns, and the lines of words inside."""

    top: int
    left: int
    bottom: int
    right: int
    words: tuple[str, ...]


def canvas(lines: Sequence[str], at: int, steps: Iterator[int]) -> TextTable | None:
    """A drawing without a word in it is passed over. Raises TooMuch."""
    if not is_rule(lines[at]) or (at and is_part(lines[at - 1])):
        return None
    end = at
    while end < len(lines) and is_part(lines[end]):
        end += 1
    if all(map(_EMPTY.fullmatch, lines[at:end])):
        return TextTable((), end)
    drawn = laid_out([line.strip() for line in lines[at:end]])
    frames = frames_of(drawn, steps)
    return TextTable(tuple(cells_of(apart(frames))), end) if frames and covers(frames, drawn) else None


def is_rule(line: str) -> bool:
    """The upper or lower side of a row of cells, from end to end."""
    return bool(_START.fullmatch(line))


def is_part(line: str) -> bool:
    first = line.lstrip()[:1]
    return bool(first) and (first in "+|" or is_box(first))


def laid_out(lines: Sequence[str]) -> list[str]:
    """The lines, one character a column; [] where they are not equally wide by any measure."""
    if len(lines) > _MOST * 5 or len(lines) < 3 or max(map(len, lines)) > _MOST:
        return []
    best = max(MEASURES, key=lambda measure: sum(width_of(line, measure) == width_of(lines[0], measure) for line in lines))
    width = width_of(lines[0], best)
    found = []
    for line in lines:
        fitting = next((one for one in (best, *MEASURES) if width_of(line, one) == width), None)
        if fitting is None:
            return []
        found.append(line if line.isascii() else "".join(character + _FILLER * (fitting(character) - 1) for character in line if fitting(character)))
    return found


def is_corner(character: str) -> bool:
    return character == "+" or (is_box(character) and character not in _FLAT + _TALL)


def flat(line: str) -> bool:
    return all(c in _FLAT or is_corner(c) or c == _FILLER for c in line)


def tall(lines: Sequence[str], column: int) -> bool:
    return all(line[column] in _TALL or is_corner(line[column]) for line in lines)


def frames_of(drawn: list[str], steps: Iterator[int]) -> list[Frame]:
    """[] for a drawing that takes too long to look through: no table has so many corners. Raises TooMuch."""
    end = next(steps) + _MOST_STEPS
    if end > _MOST_OF_ALL:
        raise TooMuch
    found = []
    for top, line in enumerate(drawn[:-1]):
        for left, character in enumerate(line[:-1]):
            if is_corner(character) and (frame := frame_at(drawn, top, left, steps, end)):
                found.append(frame)
            if next(steps) > end:
                return []
    return found


def frame_at(drawn: list[str], top: int, left: int, steps: Iterator[int], end: int) -> Frame | None:
    """The smallest rectangle of borders with this upper left corner."""
    bottoms = list(bottoms_of(drawn, top, left))
    for right in range(left + 1, len(drawn[top]) if bottoms else 0):
        if not flat(drawn[top][right]):
            return None
        if not is_corner(drawn[top][right]):
            continue
        done = top
        for bottom in bottoms:
            if next(steps) > end or not tall(drawn[done + 1 : bottom + 1], right):
                break
            done = bottom
            if is_corner(drawn[bottom][right]) and flat(drawn[bottom][left : right + 1]):
                inside = (line[left + 1 : right].replace(_FILLER, "").strip() for line in drawn[top + 1 : bottom])
                return Frame(top, left, bottom, right, tuple(inside))
    return None


def bottoms_of(drawn: list[str], top: int, left: int) -> Iterator[int]:
    """Lines in which the left border may end."""
    for bottom in range(top + 1, len(drawn)):
        character = drawn[bottom][left]
        if is_corner(character):
            yield bottom
        elif character not in _TALL:
            return


def covers(frames: Sequence[Frame], drawn: Sequence[str]) -> bool:
    """Do the cells leave nothing of the drawing out?"""
    area = sum((frame.bottom - frame.top) * (frame.right - frame.left) for frame in frames)
    return area == (len(drawn) - 1) * (len(drawn[0].rstrip(_FILLER)) - 1)  # the last border may itself be two columns wide


def apart(frames: Sequence[Frame]) -> Iterator[Frame]:
    """Rows without a rule between them are told by a second figure in a cell: then every line is a row."""
    dense = {(frame.top, frame.bottom) for frame in frames if sum(bool(_NUMBER.fullmatch(word)) for word in frame.words) > 1}
    for frame in frames:
        if (frame.top, frame.bottom) not in dense:
            yield frame
            continue
        last = len(frame.words) - 1
        for n, word in enumerate(frame.words):
            bottom = frame.bottom if n == last else frame.top + n + 1
            yield replace(frame, top=frame.top + n, bottom=bottom, words=(word,))


def cells_of(frames: Iterable[Frame]) -> Iterator[Drawn]:
    every = list(frames)
    rows = {top: n for n, top in enumerate(sorted({frame.top for frame in every}))}
    columns = {left: n for n, left in enumerate(sorted({frame.left for frame in every}))}
    for frame in every:
        height = sum(frame.top <= top < frame.bottom for top in rows)
        width = sum(frame.left <= left < frame.right for left in columns)
        text = "\n".join(plain(word) for word in frame.words if word)
        yield Drawn(rows[frame.top], columns[frame.left], text, height, width)
