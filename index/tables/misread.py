"""Labels with characters that look like those meant, as recognised from a picture: 观章 for 规章, 行政许口 for 行政许可.

A text that differs from a label of a form in nothing else is read as this label; what is printed stays.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from index.data_files import read_yaml
from index.errors import InvalidData
from index.forms import load_forms
from index.tables.labels import core_of
from index.tables.lines import Line, Slot
from index.text import kept

_FILE = Path(__file__).parents[2] / "data" / "misread.yaml"
_SEGMENT = re.compile(r"[^\s\d|;，。]*[\u4e00-\u9fff][^\s|;，。]*")
_NUMBER_BEHIND = re.compile(r"[\d.,]+$")
_BRACKET = re.compile(r"\([^()]*\)?$")
_LONGEST = 90  # characters of a line with a label; longer ones are prose
_SHORTEST = 4  # characters of a label that may have lost one


@dataclass(frozen=True, slots=True)
class Alike:
    fold: Mapping[int, str]  # character → the one that stands for all that look like it
    lost: str
    marks: re.Pattern[str]  # one of them all
    labels: Mapping[str, str]  # folded label → label
    known: frozenset[str]


def without_misreadings(lines: Sequence[Line]) -> list[Line]:
    return [replace(line, slots=tuple(map(mended, line.slots))) if any(map(is_suspect, line.slots)) else line for line in lines]


def is_suspect(slot: Slot) -> bool:
    return len(slot.text) <= _LONGEST and not slot.text.isascii() and bool(alike().marks.search(slot.text))


def mended(slot: Slot) -> Slot:
    text = as_labels(slot.text) if is_suspect(slot) else slot.text
    return slot if text == slot.text else slot._replace(text=text)


@kept
def as_labels(text: str) -> str:
    return _SEGMENT.sub(lambda found: as_label(found[0]), text)


def as_label(segment: str) -> str:
    """Figures and a bracket behind the label stay."""
    words = _NUMBER_BEHIND.sub("", segment)
    for part in dict.fromkeys((words, _BRACKET.sub("", words))):
        if part and (label := label_of(core_of(part))):
            return rewritten(part, label) + segment[len(part) :]
    return segment


def label_of(core: str) -> str:
    """The label it was taken from, '' for none or several, and for what is a label itself."""
    table = alike()
    if core in table.known:
        return ""
    if label := table.labels.get(core.translate(table.fold), ""):
        return label
    if len(core) < _SHORTEST or sum(character in table.lost for character in core) != 1:
        return ""
    pattern = re.compile("".join("." if character in table.lost else re.escape(character) for character in core.translate(table.fold)))
    found = {label for folded, label in table.labels.items() if pattern.fullmatch(folded)}
    return found.pop() if len(found) == 1 else ""


def rewritten(text: str, label: str) -> str:
    """The text with the characters of the label; its marks and its list number stay."""
    return "".join(spelt(text, label))


def spelt(text: str, label: str) -> Iterator[str]:
    table = alike()
    at = 0
    for character in text:
        meant = label[at : at + 1]
        same = bool(meant) and (character in table.lost or character.translate(table.fold) == meant.translate(table.fold))
        yield meant if same else character
        at += same


@cache
def alike() -> Alike:
    groups, lost = load()
    fold = {ord(character): group[0] for group in groups for character in group}
    tables = [table for form in load_forms().values() for table in form.tables]
    rows = {core_of(text) for table in tables for row in table.rows for text in (row.label, *row.variants)}
    columns = {core_of(text) for table in tables for column in table.columns for text in (column.label, *column.variants)}
    labels = sorted(rows | columns)
    folded = {label.translate(fold): label for label in labels if len(label) > 1}
    marks = re.compile(f"[{re.escape(lost + ''.join(group[1:] for group in groups))}]")
    return Alike(fold, lost, marks, folded, frozenset(labels))


def load() -> tuple[list[str], str]:
    try:
        loaded = read_yaml(_FILE)
        return [str(group) for group in loaded["alike"]], str(loaded["lost"])
    except (KeyError, TypeError) as error:
        raise InvalidData(_FILE.name, "alike", str(error)) from error
