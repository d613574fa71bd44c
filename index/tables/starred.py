"""Stars behind a figure, 498**: digits that are hidden, unless a note of the document begins with as many."""

import re
from collections.abc import Sequence

from index.tables.lines import Line, Slot, texts_in
from index.text import kept

_STARRED = re.compile(r"(?P<figure>[+-]?\d[\d,]*(?:\.\d+)?[件项条元]?)\s*(?P<mark>\*{2,4})")
_NOTE = re.compile(r"(?:^|[\s.。;，,、:(])(?P<mark>\*{2,4})[):.]?\s*(?=[\u4e00-\u9fff])(?![^*]{0,60}[^*\s。](?P=mark)(?!\*))")  # with as many behind it, it is set in bold


def without_stars(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, such figures alone where the note is there."""
    if not any(text.endswith("**") and starred(text) for text in texts_in(lines)):
        return lines
    notes = {found["mark"] for line in lines for slot in line.slots for found in _NOTE.finditer(slot.text)}

    def bare(slot: Slot) -> Slot:
        found = starred(slot.text) if slot.text.endswith("**") else None
        return slot._replace(text=found[0]) if found and found[1] in notes else slot

    return [line.changed(bare) for line in lines] if notes else lines


@kept
def starred(text: str) -> tuple[str, str] | None:
    """(figure, stars)"""
    found = _STARRED.fullmatch(text)
    return (found["figure"], found["mark"]) if found else None
