"""Yes or no about a figure that has to be made first: 加起来超过三十件吗, 比…多十件以上吗, 占比超过两成吗."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import figures_named
from handlers.answering.asked.measures import family
from handlers.answering.models import Verdict
from handlers.answering.operations import averages, differences, multiples, over_years, shares, sums
from handlers.answering.operations.base import Answer, Ask, Result
from handlers.answering.operations.conditions import condition
from handlers.answering.operations.than_figure import bound
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.mentions import Figure
from handlers.answering.words.speech import saying

_AS_MANY_AS = re.compile("有没有|有无|(?<!没)有[^,，。]{1,16}的[一二两三四五六七八九十\\d.]+[倍成]")
_FEWER = re.compile("少(?!于)|低(?!于)|减|降|跌|fewer|less")
_MOVED_BY = saying("reckoning.moved_by")
_PARTS = {"成": Decimal(10), "%": Decimal(1)}
_NEAR_TENTH = Decimal("2.5")  # points: 40.98% is four tenths
_ADDING = re.compile("加|合|总|共|累|之和|一块|一起|combined|together|sum|altogether")


def on_made_figure(frame: Frame) -> bool:
    """The bound is set on a sum, a difference, a multiple or a share, not on a printed figure."""
    return (bool(frame.figures) or frame.has(LEFT)) and _operation(frame) is not None


def _operation(frame: Frame) -> str | None:
    if frame.has(LEFT):
        return "left over"
    unit, several = frame.figures[0][1].unit if frame.figures else "", figures_named(frame) > 1
    rates = any(family(r) == "rate" for r in frame.rows())
    if unit == "倍" and not frame.has("op.growth"):
        return "multiple"
    if _MOVED_BY.search(frame.text) and not frame.has("op.than", "op.sum", "op.all") and _one_over_years(frame):
        return "growth" if unit in _PARTS else "difference"
    if frame.has("op.average") or (frame.has("op.per_each") and any(r.endswith("procurement") for r in frame.rows())):
        return "average"
    if unit in _PARTS and not rates:
        return "growth" if frame.has("op.growth") else "share"
    if unit in _PARTS:
        return None
    if frame.has("op.sum") and several and any(_ADDING.search(op.text) for op in frame.ops if op.id == "op.sum") and not frame.has("op.than", "op.all"):
        return "sum"
    return "difference" if several and frame.has("op.than") and not frame.has("op.sum") else None


def _one_over_years(frame: Frame) -> bool:
    """2021到2022信息不存在多了12件: one item in two years."""
    return len(frame.rows()) == 1 and len(frame.columns()) < 2 and len({v for o in frame.operands for y in o.years if y.kind == "absolute" for v in y.values}) == 2


_MADE = {"multiple": multiples.multiple, "growth": over_years.growth, "share": shares.percentage_of, "sum": sums.total, "difference": differences.difference, "left over": sums.left_over, "average": averages.average}


def yes_or_no(ask: Ask) -> Result | None:
    """The verdict on the figure made, with how it was made."""
    name = _operation(ask.frame)
    made = _MADE[name](ask) if name else None
    if not isinstance(made, Answer) or not made.values:
        return made
    value = Decimal(made.values[0].value) * (10 if made.values[0].unit == "成" else 1)
    if name == "growth" and _asked_to_fall(ask.frame) and (made.readings[-1].value or 0) > (made.readings[0].value or 0):
        return replace(made, head=f"否。{made.head}", verdict="no")
    figures = tuple((at, _in_percent(f)) for at, f in ask.frame.figures)
    if name == "sum" and len(ask.frame.figures) > 1 and not ask.frame.has("op.above", "op.below"):
        return _as_claimed(ask.frame, made)
    test, words = condition(replace(ask, frame=replace(ask.frame, figures=figures)), made.values[0].unit)
    if words.startswith("等于") and made.values[0].unit in ("%", "成") and ask.frame.figures[0][1].unit in _PARTS:
        test, words = _rounded(figures[0][1], tenths=ask.frame.figures[0][1].unit == "成")
    if words.startswith("等于") and _AS_MANY_AS.search(ask.frame.text):
        test, words = bound("op.above", "至少", figures[0][1])
    falls = name == "difference" and not ask.frame.has("op.difference") and _FEWER.search(ask.frame.text)
    verdict: Verdict = "yes" if test(-value if falls else value) else "no"
    if not figures:  # 除了维持，有没有别的结果
        return replace(made, head=f"{'有' if verdict == 'yes' else '没有'}。{made.head}", verdict=verdict)
    return replace(made, head=f"{'是' if verdict == 'yes' else '否'}。{made.head}（问的是{words}）", verdict=verdict)


def _asked_to_fall(frame: Frame) -> bool:
    return any(_FEWER.search(op.text) for op in frame.ops if op.id == "op.growth")


def _rounded(claimed: Figure, tenths: bool) -> tuple[Callable[[Decimal], bool], str]:
    """四成, 41%: a share is told rounded to what it is told in."""
    room = _NEAR_TENTH if tenths else Decimal(1).scaleb(min(int(claimed.value.as_tuple().exponent), 0)) / 2
    return (lambda v: abs(v - claimed.value) <= room), f"约 {plain(claimed.value)}%"


def _as_claimed(frame: Frame, made: Answer) -> Result:
    """复议41加诉讼19，总共60对不对: each part and the sum as they are put forward; what goes with none of them is not understood."""
    claimed, parts = sorted(f.value for _, f in frame.figures), [r.value or Decimal(0) for r in made.readings]
    known = sorted([*parts, Decimal(made.values[0].value)] if len(claimed) > len(parts) else parts)
    shown = "、".join(f"{f.value.normalize():f}" for _, f in frame.figures)
    if len(claimed) != len(known):
        return Shortfall("not_understood", "steps_left", (("words", shown),))
    return replace(made, head=f"{'是' if claimed == known else '否'}。{made.head}（问的是{shown}）", verdict="yes" if claimed == known else "no")


def _in_percent(figure: Figure) -> Figure:
    return Figure(figure.value * _PARTS[figure.unit], "%", figure.room * _PARTS[figure.unit]) if figure.unit in _PARTS else figure
