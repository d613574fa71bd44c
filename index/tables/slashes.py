"""Rows of figures with slashes or commas between them: 予以公开：8 / 2 / 0, below a line or behind a bracket that names the columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.tables.columns import column_forms, column_named
from index.tables.figures import is_figure, is_mark
from index.tables.labels import label_index
from index.tables.lines import Line, Slot
from index.text import label_key

_ROW = re.compile(r"(?P<label>.*?[^\s:\d/、;，·,.—-])\s*[:\s]\s*(?P<figures>(?:[-+—\d.,/、;，·\s]|(?<=\d)[万亿]?元)*[\d—-][^:]{0,4})")
_BETWEEN = re.compile(r"\s*[/、;，·]\s*|,\s+")
_UNIT = re.compile(r"\s?(?:件|项|条|个)$|[。;，]+$")
_LEADER = re.compile(r"[·.]{3,}")  # one label and its figure: 自然人 ····· 8
_LEAST, _LONGEST = 2, 80  # figures of a row; characters of a line between rows
_BULLET = re.compile(r"^[-*+•·●○◦▪–—]\s+")


def with_slashes(lines: Sequence[Line]) -> list[Line]:
    """Such lines as rows with cells, and the lines that name their columns or groups between them."""
    rows = {n: found for n, line in enumerate(lines) if line.kind == "text" and (found := row_of(line))}
    if len(rows) < _LEAST:
        return list(lines)
    done: list[Line] = []
    for n, line in enumerate(lines):
        legend = legend_of(line) if n not in rows and line.kind == "text" else None
        inside = any(other in rows for other in range(n - 3, n)) and any(other in rows for other in range(n + 1, n + 4))
        short = line.kind == "text" and inside and len(line.slots[0].text) <= _LONGEST
        done += rows.get(n) or legend or [replace(line, kind="pipes") if short else line]
    return done


def row_of(line: Line) -> list[Line]:
    """[header in a bracket, row], [row], or [] for a line that is none."""
    slot = line.slots[0]
    text = _UNIT.sub("", _BULLET.sub("", slot.text))
    if _LEADER.search(text) or not (found := _ROW.fullmatch(text)):
        return []
    label, names = bracketed(found["label"])
    figures = [part.strip() for part in _BETWEEN.split(found["figures"])]
    whole = all(is_mark(part) or is_figure(part) for part in figures)
    if not whole or not (len(names) == len(figures) or len(figures) >= _LEAST) or not label_index().enclosed(label_key(label), ""):
        return []
    header = [set_out(line, ["", *names])] if len(names) == len(figures) else []
    return [*header, set_out(line, [label, *figures])]


def bracketed(label: str) -> tuple[str, list[str]]:
    """(label, names of columns in the bracket behind it)"""
    opened = [n for n, character in enumerate(label) if character == "(" and label.endswith(")")]
    for start in reversed(opened):
        if names := names_in(label[start + 1 : -1]):
            return label[:start].strip(), names
    return label, []


def names_in(text: str) -> list[str]:
    """Labels of columns with slashes or commas between them; [] when one is none."""
    plain = text.replace("增/减", "增减")
    for names in (plain.split("/"), plain.split("、"), _BETWEEN.split(plain)):
        if all(is_column(name) and not re.search("[/、]", name) for name in names):
            return [name.strip() for name in names]
    return []


def is_column(text: str) -> bool:
    return any(column_named(text, form.id) for form in column_forms())


def legend_of(line: Line) -> list[Line]:
    """The columns that a line names for the rows below it, words before and behind them left out."""
    parts = _BETWEEN.split(_UNIT.sub("", line.slots[0].text))
    named = [n for n, part in enumerate(parts) if is_column(part.split(" ")[-1])]
    if len(named) <= _LEAST or named != list(range(named[0], named[-1] + 1)):
        return []
    return [set_out(line, ["", *(parts[n].split(" ")[-1] for n in named)])]


def set_out(line: Line, texts: Sequence[str]) -> Line:
    return Line(tuple(slots_of(line.slots[0], texts)), "pipes", line.block)


def slots_of(slot: Slot, texts: Sequence[str]) -> Iterator[Slot]:
    end = 0
    for column, text in enumerate(texts):
        start = max(slot.text.find(text, end), 0) if text else end
        end = start + len(text)
        yield Slot(text, text, slot.place._replace(column=start), column)
