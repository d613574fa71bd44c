"""What a follow-up without a measure of its own reckons with: the figures asked for before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.measures import TOTAL_COLUMNS, ancestors, family
from handlers.answering.chat.spoken import Spoken, in_order, leaning
from handlers.answering.chat.taking_over import (
    grows_itself,
    moved,
)
from handlers.answering.words.speech import saying

_ADDS_UP = saying("follow_ups.adds_up")
_REACHING_BACK = ("op.back",)
ON_TWO = ("op.difference", "op.growth", "op.direction", "op.which_more", "op.which_less", "op.ratio", "op.sum", "op.average", "op.most", "op.least", "op.rank", "op.than", "op.consistent")
_ON_ALL = ("op.sum", "op.average", "op.most", "op.least", "op.rank")
COMPARING = ("op.than", "op.which_more", "op.which_less", "op.compare", "op.difference", "op.ratio")
_BESIDE = ("和", "跟", "与", "同", "比", "较", "那和", "那跟", "那比", "相比", "是", "为", "相当于", "折合", "也就是", "大约是", "差不多是", "约是", "正好是", "抵", "顶", "等于")
_VERBS = ("是", "为", "相当于", "折合", "也就是", "大约是", "差不多是", "约是", "正好是", "等于")
_ENGLISH_THAN = re.compile(r"\b(?:than|compared (?:to|with)|versus|vs)\b")  # how many more than the year before
SUM_FIRST = re.compile("(?:那|那么|它们|它俩|这?[两三四五六]个|这?[两二三四五]者|俩|这[两三四五][项样种]|这俩|这些|上面的?|前面的?)?(?:的?总?之?和|的和|加起来|加一起|加在一起|加一块儿?|一起|一块儿?|合计|合起来|合一起|相加|凑一起|总共加起来)[,，]?(?:一?共|总共|是|又|能)?占|(?:那|那么)?(?:这俩|这两[个项样]|它俩|它们俩|两者|二者|两个|俩)(?:一?共|总共)?占(?!.*(?:各|分别))")
COUNTS = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4}
_EACH = re.compile("各|分别|依次|每|逐")
_ONE_BY_ONE = ("各", "分别", "每")
_PRONOUN_FIRST = re.compile("(?:那|那么)?(?:它|其|这个?数?|那个?数?|该数)(?=.)")


def parts_of(frame: Frame) -> list[Operand]:
    """What was asked about; of a share the part and not its whole."""
    share = next((op for op in frame.ops if op.id == "op.share" and op.text.startswith("占")), None)
    parts = [o for o in frame.operands if share is None or o.position < share.position]
    return parts or list(frame.operands)


def without_measure(frame: Frame, spoken: Spoken) -> Frame:
    """那2021年呢, 两个加起来, 占比多少, 换成元: the measure comes from before."""
    past, last = spoken.past, spoken.last
    count = how_many(frame, past) or (_chained(past) if frame.has(*_ON_ALL) and not frame.has("op.share") and not frame.operands else 0)
    if not count and frame.has(*ON_TWO) and not frame.has("op.share") and not frame.operands and len(last.operands) == 1 and len(past) > 1 and _alike(past[-2], last) and not grows_itself(frame, last):
        count = 2
    if not count and frame.has("op.trend") and not frame.operands:
        count = years_in_a_row(past)
    if not count and not frame.operands and any(figure.unit == "倍" for _, figure in frame.figures) and len(past) > 1 and measures(last) == 1 and _alike(past[-2], last):
        count = 2  # 翻番了没
    if not count and frame.has("op.share") and frame.text.startswith("各") and not frame.operands and len(past) > 1 and measures(last) == 1 and _alike(past[-2], last):
        count = max(2, _chained(past))  # 各占几成
    if not count and frame.has("op.sum") and not frame.has("op.share") and not frame.operands and len(past) > 1 and measures(last) == 1:
        count = 2
    if frame.has("op.sum") and not frame.has("op.share") and not frame.operands and last.has("op.share") and len(past) > 1:
        return shares_together(frame, past) or replace(frame, operands=(), unknown=(frame.text.rstrip("?？"),))
    if count > 1 and len(past) > 1 and measures(last) < count:
        return _over(frame, past[-count:])
    again = last.has("op.share") and not frame.operands and {op.id for op in frame.ops} == {"op.share"}  # 用千分比表示
    ops = frame.ops if has_operation(frame) and not again else (*frame.ops, *_kept_ops(last))
    if frame.has("op.share") and not frame.operands:  # 它占几成 after 最多的理由是哪条
        foremost = tuple(replace(op, position=0) for op in last.ops if op.id in ("op.most", "op.least"))
        ops = (*foremost, *(replace(op, position=1) for op in ops)) if foremost else ops
    if frame.has("op.share") and not frame.operands and last.has("op.sum") and not last.has("op.share") and not frame.text.startswith(_ONE_BY_ONE):  # 合起来几件，占几成
        ops = (*ops, *(() if frame.has("op.sum") else (Op("op.sum", -1, "合计"),)))
    if frame.has("op.growth") and not frame.operands and len(last.operands) == 2:  # 少百分之几 after 比予以公开少几件
        ops = (*ops, *(replace(op, position=1) for op in last.ops if op.id == "op.than"))
    if frame.has("op.difference") and not frame.operands:  # 多几件 after 哪家多
        ops = (*ops, *(op for op in last.ops if op.id in ("op.which_more", "op.which_less")))
        if last.has("op.which_more", "op.which_less") and not any(o.names for o in last.operands):  # 2023年谁的申请多
            ops = (*ops, Op("op.which_agency", -1, "两家"))
    operands = last.operands if again else _carried(frame, past)
    if frame.has("op.share") and without_pronoun(frame.text).startswith(_VERBS) and len(operands) == 2:  # 邓州收了几件，是平潭的百分之几
        ops = (*(op for op in ops if op.text != "占"), Op("op.share", 0, "占"))
    return leaning(frame, operands, ops, said(frame, last))


def _carried(frame: Frame, past: Sequence[Frame]) -> tuple[Operand, ...]:
    """The last measures under each body and year said now; 和淮安比 sets them beside the last ones."""
    last = past[-1]
    said = [with_its_year(o, past) for o in frame.operands] or [Operand()]
    carried = [moved(o, replace(frame, operands=(s,))) for s in said for o in last.operands]
    both = any(op.text[:1] in COUNTS for op in frame.ops if op.id in ("op.back", "op.which_agency"))
    beside = (frame.has(*COMPARING) or (frame.has("op.share") and without_pronoun(frame.text).startswith(_VERBS))) and len(said) == 1 and bool(frame.operands) and (both or without_pronoun(frame.text).startswith(_BESIDE) or _ENGLISH_THAN.search(frame.text))
    together = [*(last.operands[:1] if last.has("op.than") else last.operands), *carried] if beside else carried  # 跟2020比呢: in place of the other side
    return tuple(replace(o, position=i) for i, o in enumerate(dict.fromkeys(together))) if len(together) > 1 else tuple(together)


def without_pronoun(text: str) -> str:
    """相当于… of 这相当于…: 这 is what was asked just now."""
    return _PRONOUN_FIRST.sub("", text, count=1) if _PRONOUN_FIRST.match(text) else text


def with_its_year(operand: Operand, past: Sequence[Frame]) -> Operand:
    """杭州比淮安多几件 after 杭州2025年 and 淮安2024年: each body with the year it was asked about."""
    if operand.years or not operand.names:
        return operand
    for earlier in (o for f in reversed(past) for o in reversed(f.operands)):
        if earlier.years and {a for n in earlier.names for a in n.agencies} == {a for n in operand.names for a in n.agencies}:
            return replace(operand, years=earlier.years)
    return operand


def measures(frame: Frame) -> int:
    """How many rows under how many columns are named."""
    return sum(max(1, len(o.rows) * max(1, len(o.columns))) for o in frame.operands)


def _over(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """An operation over the operands of the last frames; parts of a whole are not added with it."""
    if frame.has("op.sum") and not frame.has("op.share") and any(f.has("op.share") for f in frames):
        return replace(frame, operands=(), unknown=(frame.text.rstrip("?？"),))
    operands = [moved(o, frame) for f in frames for o in f.operands]
    whole = _whole_of(operands) if frame.has("op.sum") and len(frames) == 2 else None
    if whole and _ADDS_UP.search(frame.text):  # a whole and its part make no sum
        return replace(frame, operands=(), unknown=(frame.text.rstrip("?？"),))
    if whole:  # 总共呢 after 信访几件, 个人呢
        return leaning(replace(frame, back=tuple(frames)), in_order([whole]), tuple(op for op in frame.ops if op.id != "op.sum"))
    ops = (op for op in frame.ops if op.id != "op.list" or not frame.has("op.sum") or _EACH.search(frame.text))  # 三个数一共多少
    return leaning(replace(frame, back=tuple(frames)), in_order(operands), tuple(ops))


def _whole_of(operands: Sequence[Operand]) -> Operand | None:
    """The first of two, when the other is its part for one applicant or one outcome, or one of its rows."""
    if len(operands) != 2 or any(len(o.rows) != 1 for o in operands):
        return None
    one, other = operands
    part = one.rows == other.rows and set(one.columns) <= TOTAL_COLUMNS and bool(set(other.columns) - TOTAL_COLUMNS) and not one.rows[0].startswith("s2.")
    inner = one.rows != ("s3.new",) and one.rows[0] in ancestors(other.rows[0]) and set(one.columns) <= TOTAL_COLUMNS
    return one if (one.names, one.years) == (other.names, other.years) and (part or inner) else None


def how_many(frame: Frame, past: Sequence[Frame]) -> int:
    """两个, 这三年; 它们, 这些 of what is reckoned together are all that were asked in a row."""
    op = frame.op(*_REACHING_BACK)
    if not op:
        return 0
    every = _chained(past) if frame.has(*_ON_ALL) or SUM_FIRST.match(frame.text) else 0
    return next((n for word, n in COUNTS.items() if word in op.text), max(2, every))


def _chained(past: Sequence[Frame]) -> int:
    """2019年几件, 2020呢, 2021呢: how many questions in a row asked for one figure each of one kind; 0 unless three or more."""
    count = 1
    for frame, later in zip(reversed(past[:-1]), reversed(past), strict=False):
        if not (later.elliptic and _alike(frame, later) and len(later.operands) == measures(later) == 1 and not has_operation(later)):
            break
        count += 1
    return count if count > 2 else 0


def years_in_a_row(past: Sequence[Frame]) -> int:
    """走势呢 after 2019年几件, 2020呢: how many questions in a row asked the same of one body in other years; 0 unless several."""
    last = past[-1].only()
    same = list(takewhile(lambda f: (f.only().rows, f.only().columns, f.only().names) == (last.rows, last.columns, last.names) and not has_operation(f), reversed(past)))
    return len(same) if last.rows and len(same) == len({f.only().years for f in same}) > 1 else 0


def shares_together(frame: Frame, past: Sequence[Frame]) -> Frame | None:
    """两个加起来呢 after two shares of one whole: both parts in it; None of other wholes, and of a whole not named."""
    share = past[-1].op("op.share")
    parts = [[o for o in parts_of(f) if not o.within] for f in past[-2:] if f.has("op.share")]
    wholes = [[o for o in f.operands if o not in own] for f, own in zip(past[-2:], parts, strict=False)]
    alike = len(parts) == 2 and [_said(o) for o in wholes[0]] == [_said(o) for o in wholes[1]] != []
    if share is None or frame.operands or not alike or any(len(own) != 1 for own in parts):
        return None
    tops = in_order((o for own in parts for o in own), share.position - 3)
    return leaning(frame, (*tops, *wholes[1]), (share, Op("op.sum", share.position - 1, "合计")))


def _said(operand: Operand) -> Operand:
    """What it names, wherever it stood."""
    return replace(operand, position=0, within=False)


def _alike(one: Frame, other: Frame) -> bool:
    return _families(one) == _families(other)


def _families(frame: Frame) -> set[str]:
    """Kinds of rows; what may stand in an older form or in the prose (网站公开多少条) is of the prose."""
    kinds = {family(r) for row in frame.rows() for r in row.split("/")}
    return kinds - {"t08", "t14"} or kinds


def has_operation(frame: Frame) -> bool:
    return any(op.id not in ("op.and", "op.within", "op.correct", "op.same", "op.yesno", "op.exists", "op.all", "op.back", "op.define", "op.consistent") for op in frame.ops)


def _kept_ops(last: Frame) -> tuple[Op, ...]:
    return tuple(op for op in last.ops if op.id not in ("op.within", "op.correct", "op.same", "op.back", "op.and", "op.yesno", "op.exists", "op.all"))


def said(frame: Frame, last: Frame) -> tuple[str, ...]:
    """Which slots were taken over."""
    mine = frame.operands[0] if frame.operands else Operand()
    theirs = last.operands[-1] if last.operands else Operand()
    taken = []
    if theirs.names and not any(o.names for o in frame.operands):
        taken.append("agency")
    if theirs.years and not any(o.years for o in frame.operands):
        taken.append("year")
    if theirs.rows and not mine.rows:
        taken.append("measure")
    return tuple(taken)
