"""Lines of an outline with a leader between label and figure: 予以公开（总计） ........ 6, below it 其中：自然人 ........ 4."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from index.sections import heading_of
from index.tables.fields import name_in
from index.tables.figures import is_figure, is_mark
from index.tables.lines import Line, Slot
from index.tables.pairs import widths_of
from index.text import list_number

_LEADER = re.compile(r"(?P<label>\S(?:[^.]|\.(?!\.\.))*?)\s*(?:[.·・_=~]{4,}|(?<=\s)[—–-]{4,}(?=\s|$)|[—–]{4,})\s*(?P<value>[^.·_=—–].*|-|—)?")
_AMONG = re.compile(r"其中:\s*")
_SUM = re.compile(r"\s*\((?:总计|合计|共计|总数)\)$")
_UNIT = re.compile(r"\s*\([^()]*\)$")
_DOTS = ("....", "·····", "----", "————", "____", "====")
_LEAST = 5  # such lines; fewer may be the contents of the report
_TOTAL, _LONGEST = "总计", 200

Parts = tuple[Slot, Slot]  # label and figure


def with_leaders(lines: Sequence[Line]) -> Sequence[Line]:
    """Label and figure of such lines as cells; a row with its sum before its columns as the title of a card."""
    parts = [parts_of(line) for line in lines]
    if sum(map(bool, parts)) < _LEAST:
        return lines
    return [made for line, own, below in zip_longest(lines, parts, parts[1:]) for made in (cells_of(line, own, below) if own else (line,))]


def parts_of(line: Line) -> Parts | None:
    slot = line.slots[0]
    if line.kind not in ("text", "gaps") or len(line.slots) > 1 or not any(dots in slot.text for dots in _DOTS):
        return None
    found = _LEADER.fullmatch(slot.text) if len(slot.text) <= _LONGEST else None
    if not found or (heading_of(found["label"]) and not widths_of(_UNIT.sub("", found["label"]))):
        return None
    value = found["value"] or ""
    at = slot.place._replace(column=found.start("value")) if value else slot.place
    return Slot(found["label"], found["label"], slot.place, 0), Slot(value, value, at, 1)


def cells_of(line: Line, own: Parts, below: Parts | None) -> Iterator[Line]:
    label, value = own
    name = column_in(label.text)
    if name:
        yield replace(line, slots=(label._replace(text=name), *apart(value)), kind="pipes")
    elif below and column_in(below[0].text) and (is_figure(value.text) or is_mark(value.text)):
        title = _SUM.sub("", label.text)
        yield replace(line, slots=(label._replace(text=title, printed=title),), kind="text")
        yield replace(line, slots=(label._replace(text=_TOTAL, printed=_TOTAL), value), kind="pipes")
    else:
        yield replace(line, slots=(label, *apart(value)), kind="pipes")


def apart(value: Slot) -> Iterator[Slot]:
    """2355 / 23573 as two cells."""
    found = list(re.finditer(r"[^/\s](?:[^/]*[^/\s])?", value.text))
    if len(found) < 2:
        return iter((value,))
    start = value.place.column or 0
    return (Slot(one[0], one[0], value.place._replace(column=start + one.start()), n) for n, one in enumerate(found, 1))


def column_in(text: str) -> str:
    """The name of a column, perhaps behind 其中; '' for the label of a row."""
    name = _AMONG.sub("", text, count=1) if text.startswith("其中") else text
    return "" if list_number(name)[0] else name_in(name) or name_in(name.removesuffix("组织"))
