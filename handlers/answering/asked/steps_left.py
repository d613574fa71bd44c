"""Steps of a reckoning that a rule would pass over: an answer that leaves one out is none."""

import re
from collections.abc import Callable

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import MORE_TIMES, against_mean, compares_shares, figures_named
from handlers.answering.asked.measures import family
from handlers.answering.words.decimals import plain
from handlers.answering.words.speech import saying, words

_HEAVY = frozenset({
    "op.most", "op.least", "op.rank", "op.place", "op.ratio", "op.share", "op.growth", "op.average", "op.difference", "op.direction", "op.half",
    "op.top", "op.except", "op.first", "op.last", "op.which_year", "op.which_more", "op.which_less", "op.than", "op.trend",
})
_CHOOSING = frozenset({"op.which_more", "op.which_less", "op.which_year"})
_EXTREME = _CHOOSING | {"op.most", "op.least", "op.than", "op.trend"}
_MOVING = frozenset({"op.growth", "op.direction", "op.than", "op.trend", "op.difference"})
_USED = {
    "lookup": frozenset({"op.trend"}), "exception": frozenset({"op.except"}), "breakdown": frozenset({"op.trend"}), "sum": frozenset({"op.trend"}),
    "average": frozenset({"op.average", "op.trend", "op.share"}), "compare": _CHOOSING | {"op.than", "op.half"}, "most": _EXTREME | {"op.top"}, "least": _EXTREME,
    "share": _EXTREME | {"op.share", "op.half", "op.rank", "op.top"}, "multiple": frozenset({"op.ratio", "op.than", "op.growth"}),
    "difference": _MOVING | _CHOOSING | {"op.except"}, "growth": _MOVING | {"op.share"}, "compared years": _MOVING | _CHOOSING, "steadily": _MOVING, "trend": _MOVING,
    "ranking": _EXTREME | {"op.rank", "op.top", "op.place"}, "yes or no": (_MOVING - {"op.trend"}) | {"op.half", "op.share"},
    "threshold": frozenset({"op.which_year", "op.except", "op.trend"}), "which agencies": frozenset({"op.except"}), "others": frozenset({"op.except"}), "count": frozenset({"op.which_year"}),
    "expression": frozenset({"op.difference"}), "left over": frozenset({"op.difference", "op.except"}), "gap": frozenset({"op.difference"}), "years moved": _MOVING | _CHOOSING | {"op.which_year"}, "since when": frozenset({"op.which_year", "op.trend", "op.first", "op.coverage"}), "spread": _EXTREME | {"op.difference"}, "place": frozenset({"op.place", "op.rank", "op.trend", "op.which_year"}),
}
_UNBOUNDED = frozenset({"lookup", "breakdown", "sum", "average", "compare", "trend", "difference", "growth", "multiple", "share", "exception", "others", "left over", "expression", "spread"})
_OF_THE_FOREMOST = saying("reckoning.of_the_foremost")
_AND_HOW_MUCH = saying("reckoning.and_how_much")
_THE_SECOND = saying("reckoning.the_second")
_SUM_AND_MEAN = saying("reckoning.sum_and_mean")
_ANOTHER_ITEM = saying("reckoning.another_item")
_ADDING = words("reckoning.adding")
_ALL_THE_YEARS = frozenset({"这几年", "这些年", "那几年"})
_NO_SPAN = 100  # years that nobody counts back
_AND_THE_REST = saying("reckoning.and_the_rest")
_NEXT_TO = saying("reckoning.next_to")
_TOP_ADDED = saying("reckoning.top_added")
_GROWTH_RATE = re.compile("[幅速率]$")
_DIVIDED = re.compile(r"[)）] ?[/÷]")  # (2022新收-2021新收)/2021新收
_EITHER = re.compile(r"还是|\bor\b")
Left = tuple[str, ...]  # words of the question


def unused(frame: Frame, rule: str) -> Left:
    """Words of operations that the rule would pass over; () when it uses them all."""
    if _points_of_nothing(frame):
        return ("百分点",)
    used = _USED.get(rule)
    if used is None or (rule == "lookup" and _told_as_it_is(frame)):
        return ()
    passed_over = next((left for looked in _LOOKED_FOR if (left := looked(frame, rule))), ())
    if passed_over:
        return passed_over
    used |= _also_used(frame, rule)
    heavy = (op.text for op in frame.ops if op.id in _HEAVY and op.id not in used and op.text not in ("", "谁"))
    return tuple(dict.fromkeys((*heavy, *_bound(frame, rule))))


def _also_used(frame: Frame, rule: str) -> frozenset[str]:
    """What a rule uses beyond its own when the question is put like this."""
    foremost = rule in ("most", "least")
    uses = (
        ({"op.difference"}, foremost and _AND_HOW_MUCH.search(frame.text) and (not frame.has("op.than") or _THE_SECOND.search(frame.text))),  # 谁多，多几件
        ({"op.difference", "op.more"}, rule == "multiple" and MORE_TIMES.search(frame.text)),  # 许可比处罚多几倍
        ({"op.direction"}, foremost and frame.columns() == (".change",)),  # 涨得最多 of 本年增/减 is no second step
        ({"op.share"}, compares_shares(frame)),
        ({"op.average"}, rule == "difference" and against_mean(frame)),
        ({"op.except"}, frame.has("op.which_agency") or "@legal_person" in frame.columns()),  # 除淮安外，最多的是哪家; 除了个人以外 is a column of its own
    )
    return frozenset(op for ops, said in uses if said for op in ops)


def _addend(frame: Frame, rule: str) -> Left:
    """新收的加上转来的: what is added was not understood."""
    if rule not in ("lookup", "breakdown", "sum") or figures_named(frame) != 1 or frame.elliptic or _told_as_it_is(frame):
        return ()
    first = min(o.position for o in frame.operands if o.measured())
    return tuple(op.text for op in frame.ops if op.id == "op.sum" and op.text in _ADDING and op.position > first)


def _sum_before_difference(frame: Frame, rule: str) -> Left:
    """复议加诉讼总量，再减掉维持的."""
    if rule != "difference" or frame.has("op.than"):
        return ()
    return tuple(op.text for op in frame.ops if op.id == "op.sum" and op.text in _ADDING)


def _which_year_of_two(frame: Frame, rule: str) -> Left:
    """哪年诉讼比复议多."""
    asked = rule == "compare" and len(frame.rows()) > 1 and not any(o.years for o in frame.operands)
    return tuple(op.text for op in frame.ops if asked and op.id == "op.which_year")


def _rate_of_growth(frame: Frame, rule: str) -> Left:
    """2021年处罚的增幅比2022年大吗."""
    asked = rule == "yes or no" and frame.has("op.than")
    return tuple(op.text for op in frame.ops if asked and op.id == "op.growth" and _GROWTH_RATE.search(op.text))


def _sum_and_mean(frame: Frame, rule: str) -> Left:
    return ("合计", "平均") if rule == "average" and _SUM_AND_MEAN.search(frame.text) else ()


def _foremost_of_foremost(frame: Frame, rule: str) -> Left:
    """收得最多的年份里办结了多少: two steps."""
    nested = _OF_THE_FOREMOST.search(frame.text) if rule in ("most", "least") else None
    return (nested[0],) if nested and (len(frame.rows()) > 1 or _ANOTHER_ITEM.search(frame.text[nested.end() :])) else ()


def _no_year(frame: Frame, rule: str) -> Left:
    """零二二零年: a year mistyped."""
    return tuple(f"{plain(f.value)} 年" for _, f in frame.figures if f.unit == "年" and f.value > _NO_SPAN)


def _years_not_said(frame: Frame, rule: str) -> Left:
    years = _years_untold(frame) if rule in _UNBOUNDED else ()
    return () if rule == "trend" and set(years) <= _ALL_THE_YEARS else years


def _one_by_another(frame: Frame, rule: str) -> Left:
    return ("/",) if rule == "lookup" and figures_named(frame) > 1 and _DIVIDED.search(frame.text) else ()


def _one_or_other(frame: Frame, rule: str) -> Left:
    either = _EITHER.search(frame.text) if rule == "lookup" and frame.has("op.more", "op.less") else None
    return (either[0],) if either else ()


def _points_of_nothing(frame: Frame) -> bool:
    """部分公开比予以公开低十来个百分点吗: numbers of cases are no shares, and one rate lies no points below nothing."""
    shares = frame.has("op.share", "op.growth", "op.trend", "op.average") or frame.elliptic
    rates = any(family(r) == "rate" for r in frame.rows())
    held = bool(frame.figures) and "百分点" in frame.text and frame.measured() and not shares
    return held and (not rates or (frame.has("op.than") and figures_named(frame) < 2))


def _step_over(frame: Frame, rule: str) -> Left:
    """其余几件 of which nothing was taken out, 一成新收, 前三名合计: a step that the rule would not take."""
    if rule not in ("lookup", "ranking") or frame.elliptic:
        return ()
    rest = _AND_THE_REST.search(frame.text) if not {"@other_org", ".other", "@legal_person"} & set(frame.columns()) else None
    part = next((f"{plain(f.value)}{f.unit}" for _, f in frame.figures if f.unit in ("成", "%")), "")
    found = _TOP_ADDED.search(frame.text) if rule == "ranking" else rest or _NEXT_TO.search(frame.text)
    return (found[0],) if found else (part,) if part and rule == "lookup" else ()


def _bound(frame: Frame, rule: str) -> tuple[str, ...]:
    """过了 of 过了100件的有几个, where the rule gives a figure whatever the bound."""
    if rule not in _UNBOUNDED or not frame.figures:
        return ()
    return tuple(op.text for op in frame.ops if op.id in ("op.above", "op.below"))


def _years_untold(frame: Frame) -> tuple[str, ...]:
    """平潭四年的总数: so many years, and nobody said which."""
    if frame.elliptic or frame.back or any(o.years for o in frame.operands):
        return ()
    back = (op.text for op in frame.ops if op.id == "op.back" and "年" in op.text)
    return (*back, *(f"{plain(f.value)} 年" for _, f in frame.figures if f.unit == "年" and f.value > 1))


def _told_as_it_is(frame: Frame) -> bool:
    """Rates, changes and sentences hold the operation in themselves: 申请成功率几成, 增减多少, 哪年起的."""
    rows = frame.rows()
    return bool({".change", ".current_items"} & set(frame.columns())) or (bool(rows) and all(family(r) in ("rate", "prose") for r in rows))


_LOOKED_FOR: tuple[Callable[[Frame, str], Left], ...] = (
    _addend, _sum_before_difference, _which_year_of_two, _rate_of_growth, _sum_and_mean, _foremost_of_foremost, _step_over,
    _no_year, _years_not_said, _one_by_another, _one_or_other,
)
