"""我说的是正文里的那个数: what both the form and the prose tell is meant as the prose tells it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.speech import saying

_MEANT = saying("asking.prose_meant")
_ALONE = saying("asking.prose_alone")
_WRITTEN = saying("asking.prose_written")
_MADE = saying("asking.prose_made")
_WHOLE = frozenset({".total_disclosed"})


@cache
def told_in_both() -> Mapping[str, str]:
    """What the prose tells → the row of the form that counts the same."""
    return {fact: str(entry["table"]) for fact, entry in load_lexicon().concepts.items() if "table" in entry}


def in_prose(frame: Frame, message: str = "") -> Frame:
    """`frame` of the prose when it or the one-question `message` says so; a figure of the form is not given in its stead."""
    alone = _ALONE.search(message) or _ALONE.search(frame.text)
    if not frame.rows() or not _MEANT.search(message if alone and message else frame.text):
        return frame
    operands = tuple(_told(o) for o in frame.operands)
    rows = {r for o in operands for r in o.rows}
    parted = rows & set(told_in_both().values()) or (rows & set(told_in_both()) and _MADE.search(frame.text))
    told = alone or _WRITTEN.search(frame.text)
    unknown = ("正文",) if parted or (told and any(r.startswith(("s2.", "s3.", "s4.")) for r in rows)) else ()
    return replace(frame, operands=operands, unknown=(*frame.unknown, *unknown))


def _told(operand: Operand) -> Operand:
    facts = {row: fact for fact, row in told_in_both().items()}
    if not set(operand.columns) <= _WHOLE or not any(r in facts for r in operand.rows):
        return operand
    return replace(operand, rows=tuple(facts.get(r, r) for r in operand.rows), columns=())
