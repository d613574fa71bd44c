"""Tables of one figure a row told line by line: label：7488条, label7488条, label（条）7488; their label and figure become cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from index.tables.fields import names_both
from index.tables.figures import is_figure
from index.tables.labels import EXACT, core_of, label_index
from index.tables.lines import Line
from index.tables.year_labels import unread
from index.text import kept, label_key, list_number

_LEAST = 3  # such lines; fewer may be sentences
_NEAR = 4  # lines of words between a label and its figure, at most
_ARTICLE = "第二十条"
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

    None may stand above the first figure. The name of a group between a label and the next figure shows it; without one, or where
    a figure has no known label below it, the first label may be in other words and the last blank: they are left unread.
    """
    figures = {n for n, line in enumerate(lines) if line.kind == "text" and is_figure(line.slots[0].text)}
    below = [n + 1 for n in sorted(figures) if is_label(lines, n + 1)]
    inside = range(below[0] - 1, below[-1] + 1) if len(below) >= _LEAST else range(0)
    if not inside or any(is_label(lines, n) for n in words_before(lines, inside.start, figures)):
        return lines
    all_told = len(figures.intersection(inside)) == len(below) and all(n - 1 in figures for n in inside if is_label(lines, n))
    ends = figures.isdisjoint(range(inside.stop, inside.stop + _NEAR))
    if not (all_told and ends) and not (inside.start and heads_group(lines[inside.start - 1].slots[0].text)):
        return lines
    sure = all_told and ends and any(heads_group(lines[n].slots[0].text) for n in inside if n not in figures and n not in below)
    turned = {n: lines[n - 1] if sure else unread(lines[n - 1]) for n in below} | {n - 1: lines[n] for n in below}
    return [turned.get(n, line) for n, line in enumerate(lines)]


def words_before(lines: Sequence[Line], n: int, figures: set[int]) -> Iterator[int]:
    """Lines of words above line `n`, those nearby."""
    return takewhile(lambda at: at not in figures, range(n - 1, max(n - 1 - _NEAR, -1), -1))


def heads_group(text: str) -> bool:
    return bool(list_number(text)[0]) or _ARTICLE in text


def is_label(lines: Sequence[Line], n: int) -> bool:
    """Of a row that may have one figure, or of a row and one of its columns: 行政许可处理决定数量."""
    text = lines[n].slots[0].text if 0 <= n < len(lines) and lines[n].kind == "text" else ""
    return 0 < len(text) <= _LONGEST and (any(1 in widths for widths in widths_of(text)) or names_both(text))


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
    return any(widths == {1} for widths in widths_of(label))


@kept
def widths_of(label: str) -> tuple[frozenset[int], ...]:
    """Of the rows with this label."""
    index = label_index()
    scores = index.exact(label_key(label), core_of(label))
    return tuple(index.rows[row].widths for row, score in scores.items() if score >= EXACT)


def set_apart(line: Line, pair: re.Match[str], label: str) -> Line:
    slot = line.slots[0]
    parts = [(label, slot.place), (pair["figure"], slot.place._replace(column=pair.start("figure")))]
    cells = (slot._replace(text=text, printed=text, place=place, column=n) for n, (text, place) in enumerate(parts))
    return replace(line, slots=tuple(cells), kind="pipes")
