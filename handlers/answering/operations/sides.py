"""予以公开加部分公开等于不予处理吗: two sides held against each other, each added up."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measured import Reading, combined
from handlers.answering.asked.measures import TOTAL_COLUMNS
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, missing, value_of
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.operations.verdicts import compared
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.speech import saying, words

_BETWEEN = ("op.consistent", "op.than", "op.above", "op.below", "op.less", "op.more", "op.check")
_AND = words("reckoning.and")
_PLUS = words("reckoning.plus")
_ASKS = saying("reckoning.english_yes_or_no")
_FEWER = saying("reckoning.fewer")


def sets_sums_side_by_side(frame: Frame) -> bool:
    """A sum, nothing but sides to hold it against, and no number."""
    bound = frame.has("op.above", "op.below", "op.less", "op.more") and (frame.has("op.yesno") or _ASKS.match(frame.text))
    compares = bound or frame.has("op.consistent", "op.than") or _chooses(frame)
    return frame.has("op.sum") and bool(compares) and not frame.figures and not frame.has("op.share", "op.ratio", "op.difference", "op.all", "op.half") and "分之" not in frame.text and _parting(frame) is not None


def _chooses(frame: Frame) -> bool:
    """不予处理和予以公开加部分公开，哪个多."""
    return frame.has("op.which_more", "op.which_less") and any(op.id == "op.sum" and op.text in _PLUS for op in frame.ops)


def _parting(frame: Frame) -> int | None:
    """Where one side ends: at 等于, 比, 多于, else at the one 和 that adds nothing up."""
    places = [o.position for o in frame.operands if o.measured() and not o.within]
    between = [op.position for op in frame.ops if op.id in _BETWEEN and places and min(places) < op.position <= max(places)]
    if between:
        return between[0]
    if not frame.has("op.consistent", "op.check") and not _chooses(frame):
        return None
    ands = [op.position for op in frame.ops if op.id == "op.and" and op.text in _AND and places and min(places) < op.position <= max(places)]
    adding = [op.position for op in frame.ops if op.id == "op.sum"]
    behind_sum = [a for a in ands if any(0 < a - s <= _SUM_WORD for s in adding) and any(p < s for s in adding for p in places)]
    parting = ands if len(ands) == 1 else [a for a in behind_sum if sum(p < a for p in places) > 1][:1]
    return parting[0] if len(parting) == 1 else None


_SUM_WORD = 4  # tokens from a word of the sum (之和, 加起来的) to the 和 behind it


def verdict(ask: Ask) -> Result | None:
    """Yes or no with both sums; None when there are no two sides."""
    at = _parting(ask.frame)
    items = ask.items()
    if isinstance(items, Shortfall) or at is None:
        return items if isinstance(items, Shortfall) else None
    sides = [_side(ask, items, at, behind) for behind in (False, True)]
    if not all(sides) or sum(map(len, sides)) < 3:
        return None
    short = missing([r for side in sides for r in side], ask.directory) or incomparable([r for side in sides for r in side])
    if short:
        return short
    one, other = map(_added, sides)
    return compared(ask, [one, other]) if _chooses(ask.frame) else _answer(ask, one, other)


def _side(ask: Ask, items: Sequence[Item], at: int, behind: bool) -> list[Reading]:
    own = [i for i in items if (ask.frame.operands[i.operand].position > at) == behind and not ask.frame.operands[i.operand].within]
    narrow = [i for i in own if f".{i.measure.column}" not in TOTAL_COLUMNS]
    rows = {i.measure.row for i in narrow}
    whole_said_of_parts = len(narrow) > 1 and rows <= {i.measure.row for i in own} and rows and all(r.startswith("s4.") for r in rows)
    return [ask.read(i) for i in (narrow if whole_said_of_parts else own)]


def _added(side: Sequence[Reading]) -> Reading:
    if len(side) == 1:
        return side[0]
    return replace(combined(side, side[0].measure, side[0].report), label=f"{'、'.join(distinct_names(side))}合计")


def _answer(ask: Ask, one: Reading, other: Reading) -> Answer:
    a, b = one.value or 0, other.value or 0
    held = ask.frame.has("op.than", "op.more", "op.less", "op.above", "op.below")  # …比部分公开多，对不对
    truth = a == b if ask.frame.has("op.consistent") or (ask.frame.has("op.check") and not held) else a < b if _FEWER.search(ask.frame.text) else a > b
    head = f"{'是' if truth else '否'}。{one.label} {amount(one)}，{other.label} {amount(other)}"
    lines = tuple(f"{r.formula} = {amount(r)}" for r in (one, other) if r.summed and r.formula)
    return Answer((value_of(one), value_of(other)), head, lines, notes_of([one, other]), verdict="yes" if truth else "no", readings=(one, other))
