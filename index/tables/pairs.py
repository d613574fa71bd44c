"""Tables of one figure a row told line by line: label：7488条, label7488条, label（条）7488; their label and figure become cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.tables.figures import is_figure
from index.tables.labels import EXACT, core_of, label_index
from index.tables.lines import Line
from index.tables.year_labels import unread
from index.text import kept, label_key

_LEAST = 3  # such lines; fewer may be sentences
_LONGEST = 90  # characters of a line
_UNIT = r"(?:条|件|项|次|人次|人|个|篇|份|期|家|场|[万亿]?元)"
_PAIR = re.compile(rf"(?P<label>.*[^\s:\d.·…=—-])(?P<between>[\s:.·…=—-]*)(?P<figure>\d[\d,]*(?:\.\d+)?(?:\s?{_UNIT}|\({_UNIT}\))?)[。;，,]?")
_MEASURED = re.compile(rf"[\s,;]*(?:\((?:(?:计量)?单位:)?{_UNIT}\)|(?:计量)?单位:\s*{_UNIT})[\s,;]*(?:统计数|数值)?")  # behind a label
_ENDS = re.compile(r"\d[^\d]{0,6}$")  # of a line that may be one


def with_pairs(lines: Sequence[Line]) -> list[Line]:
    found = {n: set_apart(line, *pair) for n, line in enumerate(lines) if (pair := pair_of(line))}
    return [found.get(n, line) for n, line in enumerate(lines)] if len(found) >= _LEAST else list(lines)


def labels_first(lines: Sequence[Line]) -> Sequence[Line]:
    """Labels that stand below their figures, as on a page of large figures, set before them.

    Only where all figures have such a label below them and all labels a figure above. A label with no figure below it, inside
    the table, shows it; where the last alone has none, the first may be in other words and the last blank: they are left unread.
    """
    figures = {n for n, line in enumerate(lines) if line.kind == "text" and is_figure(line.slots[0].text)}
    below = [n + 1 for n in sorted(figures) if is_label(lines, n + 1)]
    inside = range(below[0] - 1, below[-1] + 1) if len(below) >= _LEAST else range(0)
    if not inside or below[-1] + 1 in figures or is_label(lines, below[0] - 2):
        return lines
    if len(figures.intersection(inside)) > len(below) or any(is_label(lines, n) and n - 1 not in figures for n in inside):
        return lines
    sure = any(n + 1 not in figures for n in below[:-1])
    turned = {n: lines[n - 1] if sure else unread(lines[n - 1]) for n in below} | {n - 1: lines[n] for n in below}
    return [turned.get(n, line) for n, line in enumerate(lines)]


def is_label(lines: Sequence[Line], n: int) -> bool:
    text = lines[n].slots[0].text if 0 <= n < len(lines) and lines[n].kind == "text" else ""
    return 0 < len(text) <= _LONGEST and names_single_row(text)


def pair_of(line: Line) -> tuple[re.Match[str], str] | None:
    """(the parts of the line, its label without what stands between them)"""
    text = line.slots[0].text
    if line.kind != "text" or len(text) > _LONGEST or not _ENDS.search(text):
        return None
    found = _PAIR.fullmatch(text)
    label = _MEASURED.sub("", found["label"]) if found else ""
    apart = found and (":" in found["between"] or not found["figure"][-1].isdigit() or label != found["label"])  # else as in any running text
    return (found, label) if found and apart and names_single_row(label) else None


@kept
def names_single_row(label: str) -> bool:
    """A row of a table that has one column of figures."""
    index = label_index()
    scores = index.exact(label_key(label), core_of(label))
    return any(score >= EXACT and index.rows[row].widths == {1} for row, score in scores.items())


def set_apart(line: Line, pair: re.Match[str], label: str) -> Line:
    slot = line.slots[0]
    parts = [(label, slot.place), (pair["figure"], slot.place._replace(column=pair.start("figure")))]
    cells = (slot._replace(text=text, printed=text, place=place, column=n) for n, (text, place) in enumerate(parts))
    return replace(line, slots=tuple(cells), kind="pipes")
