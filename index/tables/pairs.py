"""Tables of one figure a row told line by line, label：7488条: the label and its figure become cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.tables.labels import EXACT, core_of, label_index
from index.tables.lines import Line
from index.text import kept, label_key

_LEAST = 3  # such lines; fewer may be sentences
_LONGEST = 90  # characters of a line
_PAIR = re.compile(r"(?P<label>.*[^\s:\d])\s*:\s*(?P<figure>\d[\d,]*(?:\.\d+)?\s?(?:条|件|项|次|人次|人|个|篇|份|期|家|场|[万亿]?元)?)[。;，,]?")


def with_pairs(lines: Sequence[Line]) -> list[Line]:
    found = {n: set_apart(line, pair) for n, line in enumerate(lines) if (pair := pair_of(line))}
    return [found.get(n, line) for n, line in enumerate(lines)] if len(found) >= _LEAST else list(lines)


def pair_of(line: Line) -> re.Match[str] | None:
    text = line.slots[0].text
    if line.kind != "text" or ":" not in text or len(text) > _LONGEST:
        return None
    found = _PAIR.fullmatch(text)
    return found if found and names_single_row(found["label"]) else None


@kept
def names_single_row(label: str) -> bool:
    """A row of a table that has one column of figures."""
    index = label_index()
    scores = index.exact(label_key(label), core_of(label))
    return any(score >= EXACT and index.rows[row].widths == {1} for row, score in scores.items())


def set_apart(line: Line, pair: re.Match[str]) -> Line:
    slot = line.slots[0]
    parts = [(pair[name], slot.place._replace(column=pair.start(name))) for name in ("label", "figure")]
    cells = (slot._replace(text=text, printed=text, place=place, column=n) for n, (text, place) in enumerate(parts))
    return replace(line, slots=tuple(cells), kind="pipes")
