"""不予处理是不是最多的一类: one figure held against those of its kind."""

import re
from dataclasses import replace

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measures import APPLICANTS, REFUSED, Measure, children, row_parent
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, value_of, who
from handlers.answering.operations.extremes import ALONG
from handlers.answering.operations.lookup import notes_of
from handlers.answering.replies.scope import Place, Shortfall

_GROUPS = ("s3.result.granted", "s3.result.partial", *REFUSED)
_ASKED = re.compile("(?:是不是|是否|算不算)[^,，]{0,6}最[多少]|是[^,，]{0,6}最[多少][^,，]{0,8}[吗么嘛][?？]*$")
_OF_THE_YEARS = re.compile("(?:是不是|是否|算不算|是)[^,，]{0,8}(?:(?:历|各|几|这些|所有)年|[两三四五六七八九]年)(?:[之当]?[里中内间]|来|以来|当中)?(?:的|面|头)?(?:新收|申请)?最(?P<side>[多高大少低小])(?:的|值)?(?:一年|那年)?(?:[吗么嘛吧]|对吗|对吧)?[?？。]*$")


def asks_whether_foremost(frame: Frame) -> bool:
    """Is the one named the largest or smallest?"""
    if frame.has("op.most", "op.least") and _OF_THE_YEARS.search(frame.text):
        return not frame.has("op.which_year", "op.which_agency")
    return frame.has("op.most", "op.least") and bool(_ASKED.search(frame.text)) and not frame.has(*ALONG)


def whether_foremost(ask: Ask) -> Result | None:
    """Yes or no, the figure and the one that leads; None when what is named has nothing of its kind beside it."""
    items = ask.items()
    if isinstance(items, Shortfall) or len(items) != 1:
        return None
    own = ask.read(items[0])
    years = bool(_OF_THE_YEARS.search(ask.frame.text))
    beside = [r for r in map(ask.read, _in_every_year(ask, items[0]) if years else _of_its_kind(items[0])) if r.value is not None]
    beside = [r for r in beside if (r.unit, r.grade) == (own.unit, own.grade)]
    if own.value is None or len(beside) < 2:
        return None
    word, lead = ("最多", max) if ask.frame.has("op.most") else ("最少", min)
    first = lead(beside, key=lambda r: r.value or 0)
    truth = own.value == first.value
    head = f"{'是' if truth else '不是'}。{who(own)}{own.label}：{amount(own)}"
    told = tuple(f"{r.year} 年 {amount(r)}" for r in beside) if years else () if truth else (f"{word}的是{first.label}：{amount(first)}",)
    return Answer((value_of(own),), head, told, notes_of([own, first]), verdict="yes" if truth else "no", readings=(own, first))


def _in_every_year(ask: Ask, item: Item) -> list[Item]:
    """历年里最多的吗: the same figure in every year of that body."""
    years = sorted(ask.directory.years(item.place.agency.id).items())
    return [replace(item, place=Place(item.place.agency, year, report)) for year, report in years]


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
