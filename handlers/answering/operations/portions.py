"""申请总数的一半是多少, half of the requests: a part of one figure that the question names as a fraction."""

from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import figures_named
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Result,
    amount,
    missing,
    shown_value,
    value_of,
    who,
    with_unit,
)
from handlers.answering.operations.lookup import notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.speech import saying

_DIGITS = " 一二三四五六七八九十"
_HALF = saying("parts.half")
_PART = saying("parts.fraction")
_OTHERWISE = ("op.share", "op.ratio", "op.above", "op.below", "op.yesno", "op.exists", "op.than", "op.most", "op.least", "op.growth")


def fraction_of(text: str) -> Decimal | None:
    """一半是多少 → 0.5, 三分之一是多少 → 1/3; None when no part of a figure is asked for."""
    found = _PART.search(text)
    if found:
        return Decimal(_DIGITS.index(found[2])) / Decimal(_DIGITS.index(found[1]))
    return Decimal("0.5") if _HALF.search(text) else None


def asks_portion(frame: Frame) -> bool:
    """One figure and a fraction of it."""
    return frame.measured() and figures_named(frame) == 1 and not frame.has(*_OTHERWISE) and fraction_of(frame.text) is not None


def portion(ask: Ask) -> Result:
    """The fraction of the figure, beside the figure."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    reading = ask.read(items[0])
    part, short = fraction_of(ask.frame.text), missing([reading], ask.directory)
    if short or reading.value is None or part is None:
        return short or Shortfall("not_understood", "share_of_what")
    words = "一半" if part == Decimal("0.5") else f"{round(part * 100, 2).normalize():f}%"
    shown = shown_value(reading.value * part, reading.unit)
    value = replace(value_of(reading), value=shown, label=f"{reading.label}的{words}", formula=f"{plain(reading.value)}*{round(part, 4).normalize():f}")
    head = f"{who(reading)}{reading.label} {amount(reading)}，它的{words}是 {with_unit(shown, reading.unit)}"
    return Answer((value, value_of(reading)), head, (), notes_of([reading]), readings=(reading,))
