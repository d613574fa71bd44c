"""列一下规章：新发几件、废了几件: what heads a list is no question of its own, and 列一下 asks for the list."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.asking import asks_amount, asks_figure
from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measures import ancestors, row_parent
from handlers.answering.words.speech import saying

_LIST = saying("asking.to_list")
_EACH = saying("asking.each")
_COLONS = ("：", ":")


def without_headings(frames: Sequence[Frame]) -> list[Frame]:
    """The frames, the first one told when it heads the others; 列一下 is taken from a first one that asks for a figure itself."""
    if len(frames) < 2:
        return list(frames)
    first, *rest = frames
    listed = _told_to_list(first)
    if listed and (_names_behind_colon(first) or (asks_figure(first) and all(map(asks_amount, rest)))):
        return [replace(first, ops=tuple(op for op in first.ops if op.id != "op.list")), *rest]
    heads = listed or (first.text.endswith(_COLONS) and not first.has("op.list"))
    return [replace(first, told=first.told or (heads and _heads(first, rest))), *rest]


def _told_to_list(frame: Frame) -> bool:
    said = [op.text for op in frame.ops if op.id == "op.list"]
    return bool(said) and all(_LIST.fullmatch(text) for text in said)


def _names_behind_colon(first: Frame) -> bool:
    """列出两项数据：新收；办结: the first of what is listed."""
    return any(colon in first.text.rstrip("".join(_COLONS)) for colon in _COLONS)


def _heads(first: Frame, rest: Sequence[Frame]) -> bool:
    """Asks nothing itself, and all that follows is of its row or inside it."""
    rows = first.rows()
    return len(rows) == 1 and not asks_figure(first) and not _names_behind_colon(first) and not _EACH.search(first.text) and all(f.measured() and all(_inside(r, rows[0]) for r in f.rows()) for f in rest)


def _inside(row: str, group: str) -> bool:
    return row == group or row_parent(row) == group or group in ancestors(row)
