"""不予处理是不是最多的一类: one figure held against those of its kind."""

import re

from handlers.answering.frames import Frame
from handlers.answering.measures import APPLICANTS, REFUSED, Measure, children, row_parent
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, value_of, who
from handlers.answering.operations.extremes import ALONG
from handlers.answering.operations.lookup import notes_of
from handlers.answering.scope import Shortfall

_GROUPS = ("s3.result.granted", "s3.result.partial", *REFUSED)
_ASKED = re.compile("(?:是不是|是否|算不算)[^,，]{0,6}最[多少]|是[^,，]{0,6}最[多少][^,，]{0,8}[吗么嘛][?？]*$")


def asks_whether_foremost(frame: Frame) -> bool:
    """Is the one named the largest or smallest?"""
    return frame.has("op.most", "op.least") and bool(_ASKED.search(frame.text)) and not frame.has(*ALONG)


def whether_foremost(ask: Ask) -> Result | None:
    """Yes or no, the figure and the one that leads; None when what is named has nothing of its kind beside it."""
    items = ask.items()
    if isinstance(items, Shortfall) or len(items) != 1:
        return None
    own = ask.read(items[0])
    beside = [r for r in map(ask.read, _of_its_kind(items[0])) if r.value is not None]
    if own.value is None or len(beside) < 2:
        return None
    word, lead = ("最多", max) if ask.frame.has("op.most") else ("最少", min)
    first = lead(beside, key=lambda r: r.value or 0)
    truth = own.value == first.value
    head = f"{'是' if truth else '不是'}。{who(own)}{own.label}：{amount(own)}"
    told = () if truth else (f"{word}的是{first.label}：{amount(first)}",)
    return Answer((value_of(own),), head, told, notes_of([own, first]), verdict="yes" if truth else "no", readings=(own, first))


def _of_its_kind(item: Item) -> list[Item]:
    """The other applicants, the other outcomes, the other grounds of the same outcome."""
    row, column = item.measure.row, item.measure.column
    measures = [Measure(r, column) for r in _rows_beside(row)]
    if column in APPLICANTS and row.startswith("s3."):
        measures = [Measure(row, c) for c in APPLICANTS]
    return [Item(item.place, m, item.operand) for m in measures]


def _rows_beside(row: str) -> tuple[str, ...]:
    if row in _GROUPS:
        return _GROUPS
    parent = row_parent(row)
    return children(parent) if parent in _GROUPS else ()
