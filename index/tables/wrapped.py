"""Rows of running text wider than the page: a telephone or a mail programme broke them, their figures go on in the next line."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from unicodedata import east_asian_width

from index.tables.figures import in_digits
from index.tables.lines import Line, Slot
from index.text import normalise

FIGURE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?(?:件|项|条|万?元)?|[-—–/*]+")
_TOKEN = re.compile(r"\S+")
_ENDS = frozenset("0123456789-—–/*件项条元")  # of a line of figures
_LEAST = 8  # lines of words that fill the page
_SHARE = 50  # of the lines one may be longer than the page: an address, which has nowhere to be broken


def with_whole_rows(lines: Sequence[Line]) -> list[Line]:
    """The figures of a row in one line, where the page left no room for the first of those below."""
    runs = {n: run for n, line in enumerate(lines) if (run := figures_behind(line))}
    below = [n for n in runs if n - 1 in runs and runs[n][0].start() == 0]
    full = is_full([line.slots[0].printed for line in lines if line.kind == "text"]) if below else None
    broken = {n for n in below if full and full(lines[n - 1].slots[0].printed, runs[n][0][0])}
    found: list[Line] = []
    for n, line in enumerate(lines):
        if n in broken:
            found[-1] = replace(found[-1], slots=(*found[-1].slots, *cells(line, runs[n], len(found[-1].slots))))
        else:
            found.append(in_cells(line, runs[n]) if n + 1 in broken else line)
    return found


def figures_behind(line: Line) -> list[re.Match[str]]:
    """The figures and marks that a line of running text ends with, set apart by spaces."""
    if line.kind != "text" or line.slots[0].text[-1:] not in _ENDS:
        return []
    tokens = list(_TOKEN.finditer(line.slots[0].printed))
    return list(takewhile(lambda token: FIGURE.fullmatch(normalise(token[0])), reversed(tokens)))[::-1]


def in_cells(line: Line, figures: Sequence[re.Match[str]]) -> Line:
    """The label, if there is one, and every figure behind it as cells."""
    slot = line.slots[0]
    label = slot.printed[: figures[0].start()].rstrip()
    head = (slot._replace(text=normalise(label), printed=label),) if label else ()
    return replace(line, slots=(*head, *cells(line, figures, len(head))), kind="gaps")


def cells(line: Line, figures: Sequence[re.Match[str]], first: int) -> Iterator[Slot]:
    place = line.slots[0].place
    return (Slot(in_digits(normalise(one[0])), one[0], place._replace(column=one.start()), n) for n, one in enumerate(figures, first))


def is_full(texts: Sequence[str]) -> Callable[[str, str], bool] | None:
    """Has a line no room for a figure more? None: the lines do not fill a page, counted in characters or in columns."""
    for measure in (len, columns_of):
        lengths = sorted(map(measure, texts))
        width = lengths[-1 - len(lengths) // _SHARE]
        words = [measure(text) for text in texts if not text[-1].isdigit()]
        if sum(width - measure("字") <= length <= width for length in words) >= _LEAST:
            return partial(leaves_no_room, measure, width)
    return None


def leaves_no_room(measure: Callable[[str], int], width: int, text: str, figure: str) -> bool:
    return measure(text) + 1 + len(figure) > width


def columns_of(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
