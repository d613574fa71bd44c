"""Sums of figures, and what is left when some are taken away."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measured import Reading, combined
from handlers.answering.asked.measures import TOTAL_COLUMNS
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.axis import along
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Item,
    Result,
    common,
    missing,
    shown_value,
    value_of,
    with_unit,
)
from handlers.answering.operations.lookup import distinct_names, lookup, notes_of, single
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.speech import saying

_BRACKETED = re.compile("(?:减|扣|刨|去掉|除去)[^()（）]*[(（][^()（）]*(?:加|和|与|、)[^()（）]*[)）]")
_REMAINS = saying("reckoning.leaves")
_TAKES = re.compile("(?<!增)减|扣|刨|去掉|砍掉|除去|minus|less")


def total(ask: Ask) -> Result:
    """The sum of the figures asked for; of one figure, that figure."""
    items = total_items(ask)
    if isinstance(items, Shortfall):
        return items
    named = [ask.read(i) for i in items]
    readings = _apart(named)
    if len(readings) < 2:
        return single(ask, readings[0]) if len(readings) < len(named) else lookup(ask)
    if incomparable(readings) and not any(len(op.text) > 2 for op in ask.frame.ops if op.id == "op.sum"):
        return lookup(ask)
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    if ask.frame.has("op.difference") and len({i.operand for i in items}) > 1:
        return missing(named, ask.directory) or _expression(ask, items, named)
    whole = combined(readings, replace(readings[0].measure), None)
    return answer_of(ask, readings, whole.value or Decimal(0), unit_of(readings), "合计", " + ")


def _apart(readings: Sequence[Reading]) -> list[Reading]:
    """公司、律所这些非个人的: parts named beside their whole are not counted twice, nor is one figure told in two ways."""
    once = {(r.report, r.cells) if r.cells else n: r for n, r in enumerate(readings)}
    return [r for r in once.values() if not any(_inside(r, other) for other in readings)]


def _inside(part: Reading, whole: Reading) -> bool:
    return bool(part.cells) and part.report == whole.report and set(part.cells) < set(whole.cells)


def _expression(ask: Ask, items: Sequence[Item], readings: Sequence[Reading]) -> Result:
    """予以公开加部分公开减不予公开: each figure with the sign of the word before it."""
    takes = [op.position for op in ask.frame.ops if op.id == "op.difference" and _TAKES.search(op.text)]
    if not takes or len({(r.report, r.cells) for r in readings}) < len(readings):
        return Shortfall("not_understood", "steps_left", (("words", "、".join(op.text for op in ask.frame.ops if op.id == "op.difference")),))
    places = [o.position for o in ask.frame.operands]
    sticks = bool(_BRACKETED.search(ask.frame.text))  # 办结扣掉给了的（全给加半给）: what is taken away is told in brackets
    signs = []
    for item in items:
        position = places[item.operand]
        before = max((p for p in places if p < position), default=-1)
        signs.append(-1 if any((sticks or before < t) and t < position for t in takes) else 1)
    whole = combined(readings, readings[0].measure, None, signs)
    answer = answer_of(ask, readings, whole.value or Decimal(0), readings[0].unit, "相加减", " + ")
    value = replace(answer.values[0], formula=whole.formula.replace(" ", "").replace("−", "-"))
    return replace(answer, values=(value,), lines=(f"{whole.formula} = {plain(whole.value)}",))


def takes_several(frame: Frame) -> bool:
    """办结减掉A、B和C: one figure before the word that takes away, several behind it."""
    takes = next((op.position for op in frame.ops if op.id == "op.difference" and _TAKES.search(op.text)), None)
    if takes is None or frame.has("op.than", "op.sum", "op.share", "op.ratio", "op.growth"):
        return False
    counts = [(o.position > takes, max(1, len(o.rows)) * max(1, len(o.columns))) for o in frame.operands if o.measured()]
    same = len({(o.names, o.years) for o in frame.operands if o.measured()}) == 1
    return same and sum(n for behind, n in counts if not behind) == 1 and sum(n for behind, n in counts if behind) > 1


def left_over(ask: Ask) -> Result:
    """The first figure less all the others: 除了自然人以外的申请."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    readings = [ask.read(i) for i in items]
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    whole = combined(readings, readings[0].measure, None, [1, *(-1 for _ in readings[1:])])
    plainly = not ask.frame.has(LEFT) and not _REMAINS.search(ask.frame.text)  # A减B再减C
    if ((whole.value or 0) < 0 and not plainly) or len(readings) == 1:  # nothing is left of less than what is taken away; 去掉新增的: of what is not told apart
        return Shortfall("not_understood", "steps_left", (("words", next((op.text for op in ask.frame.ops if op.id in (LEFT, "op.difference")), "")),))
    taken = "、".join(distinct_names(readings)[1:])
    value = replace(value_of(readings[0]), value=shown_value(whole.value, readings[0].unit), label=f"{readings[0].label}除去{taken}", cells=tuple(c for r in readings for c in r.cells), formula=whole.formula.replace(" ", "").replace("−", "-"))
    head = f"{common(readings)}{readings[0].label}除去{taken}：{with_unit(shown_value(whole.value, readings[0].unit), readings[0].unit)}"
    return Answer((value,), head, (f"{whole.formula} = {plain(whole.value)}",), notes_of(readings), readings=tuple(readings))


def total_items(ask: Ask) -> tuple[Item, ...] | Shortfall:
    """The figures named; every body when the question speaks of all of them."""
    named = any(o.names for o in ask.frame.operands)
    if ask.frame.has("op.which_agency") and (not named or ask.frame.has("op.except")):
        return along(ask)
    items = ask.items(all_years=ask.frame.has("op.trend") and not any(o.years for o in ask.frame.operands))
    if isinstance(items, Shortfall):
        return items
    return tuple(i for i in items if not (_is_whole(ask.frame.operands[i.operand]) and _beside_its_parts(i, items)))


def _is_whole(operand: Operand) -> bool:
    """直接起诉里未审结跟维持合计: a part that stands behind 里 is none."""
    return operand.within and set(operand.columns) <= TOTAL_COLUMNS


def _beside_its_parts(item: Item, items: Sequence[Item]) -> bool:
    """直接起诉里纠正的加其他结果的: the whole is not added."""
    return any(o is not item and o.place == item.place and o.measure.row == item.measure.row for o in items)


def unit_of(readings: Sequence[Reading]) -> str:
    """The unit of the row asked for; older forms may count its nearest kin in another (条)."""
    return next((r.unit for r in readings if r.grade == "identical"), readings[0].unit)


def answer_of(ask: Ask, readings: Sequence[Reading], value: Decimal, unit: str, word: str, sign: str, tail: str = "") -> Answer:
    """One figure made of several, with how it was made."""
    terms = sign.join(shown_value(r.value, r.unit) if r.unit == "%" else plain(r.value) for r in readings)
    formula = f"({terms}){tail}" if tail else terms
    computed = replace(value_of(readings[0]), value=shown_value(value, unit), unit=unit, label=f"{'、'.join(dict.fromkeys(r.label for r in readings))}{word}", cells=tuple(c for r in readings for c in r.cells), formula=formula.replace(" ", ""))
    names = "、".join(distinct_names(readings))
    head = f"{common(readings)}{names}{word}：{with_unit(shown_value(value, unit), unit)}"
    return Answer((computed,), head, (f"{formula} = {shown_value(value, unit)}",), notes_of(readings), readings=tuple(readings))
