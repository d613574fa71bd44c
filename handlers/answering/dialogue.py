"""Follow-ups: what a short question leaves out comes from the questions before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.atoms import ENDED
from handlers.answering.frames import Frame, Op, Operand
from handlers.answering.going_on import gone_on
from handlers.answering.measures import family
from handlers.answering.mentions import Years
from handlers.answering.pointing import of_what_is_left, pointed, the_next, the_pair, the_rest
from handlers.answering.set_against import against_last
from handlers.answering.speech import saying
from handlers.answering.taking_over import (
    completed,
    fee_again,
    grows_itself,
    moved,
    of_another_table,
    placed,
    same_detail,
    up_to,
)
from handlers.answering.undecided import cleared
from handlers.answering.wholes import whole_asked

_REACHING_BACK = ("op.back",)
_ON_TWO = ("op.difference", "op.growth", "op.direction", "op.which_more", "op.which_less", "op.ratio", "op.sum", "op.average", "op.most", "op.least", "op.rank", "op.than", "op.consistent")
_ON_ALL = ("op.sum", "op.average", "op.most", "op.least", "op.rank")
_COMPARING = ("op.than", "op.which_more", "op.which_less", "op.compare", "op.difference", "op.ratio")
_BESIDE = ("和", "跟", "与", "同", "比", "较", "那和", "那跟", "那比", "相比", "是", "为", "相当于", "折合", "也就是", "大约是", "差不多是", "约是", "正好是", "抵", "顶", "等于")
_VERBS = ("是", "为", "相当于", "折合", "也就是", "大约是", "差不多是", "约是", "正好是", "等于")
_AGAINST_LAST = re.compile("(?:那|那么)?(?:它|其|这个|这|前面那个|前者)?(?:是|有)?(?:不是)?(?:比|较|跟|和|与|是).{2,}(?:多|少|高|低|倍|差)")  # 那它比部分公开多几件
_SET_AGAINST = re.compile("(?:又|还|要|则)?(?:比(?![例重值率如])|较)")  # 罚了多少件，比强制多多少: what stands before 比 was asked just now
_AGAIN_SET = re.compile("(?:又|还|也|再|则|同时|而)(?:又|还)?(?:是|为|比|相当于)")
_PRONOUN = re.compile("比(?:它|那年|那个|上面|前面|前者|这个|这年)")
_ENGLISH_THAN = re.compile(r"\b(?:than|compared (?:to|with)|versus|vs)\b")  # how many more than the year before
_ADDING = ("再加上", "加上", "再加", "连同", "算上", "连上", "再算上", "加埋", "跟它加", "和它加")
_SUM_FIRST = re.compile("(?:那|那么|它们|它俩|这?[两三四五六]个|这?[两二三四五]者|俩|这[两三四五][项样种]|这俩|这些|上面的?|前面的?)?(?:的?总?之?和|的和|加起来|加一起|加在一起|加一块儿?|合计|合起来|合一起|相加|凑一起|总共加起来)[,，]?(?:一?共|总共|是|又|能)?占|(?:那|那么)?(?:这俩|这两[个项样]|它俩|它们俩|两者|二者|两个|俩)(?:一?共|总共)?占(?!.*(?:各|分别))")
_BARE_NUMBER = saying("follow_ups.bare_number")
_COUNTS = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4}


def _against_it(frame: Frame, last: Frame) -> Frame:
    """那2022年比它多几件: 它 is what was asked just now."""
    it = [replace(o, position=1000) for o in last.operands]
    alike = [(o.names, o.years) for o in it] == [(o.names, o.years) for o in frame.operands]
    one = _PRONOUN.search(frame.text) and len(it) == len(frame.operands) == 1 and not alike
    return replace(frame, operands=(*frame.operands, *it)) if one else frame


def follow(frame: Frame, history: Sequence[Frame], same_message: bool = False) -> Frame:
    """`frame` with its gaps filled from `history` (oldest first)."""
    if frame.has("op.coverage") and not frame.measured():
        return frame
    past = [f for f in history if f.measured() or f.definitions or f.details]
    if not past:
        return _named_from(frame, history)
    rest = None if same_message else the_rest(frame, past) or the_next(frame, past) or the_pair(frame, past) or whole_asked(frame, past) or gone_on(frame, past) or against_last(frame, past[-1])
    if rest:
        return rest
    if not same_message:
        frame, past = pointed(frame, past)
    if not same_message and _BARE_NUMBER.fullmatch(frame.text):
        return replace(frame, unknown=(frame.text,))
    frame = _of_the_same(frame, past[-1]) if same_message else frame
    frame = _back_to_both(cleared(up_to(frame, past[-1]), past[-1]), past)
    spoken = tuple(dict.fromkeys(v for f in past for o in f.operands for y in o.years if y.kind == "absolute" for v in y.values))
    past = [_open_to_all_of(f, frame, spoken) for f in past]
    last, share = past[-1], frame.op("op.share")
    if share and _sum_first(frame):
        return _told_of(frame, past, share)
    bare = not frame.unclear or frame.has("op.share", "op.sum", "op.difference")
    if not _has_operation(frame) and (same := same_detail(frame, last)):
        return replace(same, elliptic=True, inherited=_said(frame, last))
    frame = fee_again(frame, last)
    if not frame.measured() and not frame.details and not frame.definitions and not frame.topics and bare:
        return _against_it(_without_measure(replace(frame, unclear=()), past), last)
    if not frame.measured() and not frame.operands and any(s.id.startswith("why") for m in frame.topics for s in m.senses):
        return _without_measure(frame, past)
    within = frame.op("op.within")
    whole_first = share and within and not same_message and len(frame.operands) == 1 and frame.operands[0].position < within.position < share.position  # 在办结的里面占几成
    if share and share.text.startswith("占") and frame.operands and (whole_first or frame.text.startswith("占") or all(o.position > share.position for o in frame.operands)):
        return _told_of(frame, past, share)
    if frame.details or frame.topics or (frame.definitions and not frame.measured()):
        return replace(frame, operands=tuple(placed(o, last) for o in frame.operands or (Operand(),)))
    operands = tuple(completed(_with_its_year(o, past), last, frame, same_message) for o in frame.operands)
    if not same_message and any(of_another_table(o, last) for o in operands):
        operands = (*(moved(o, frame) for o in last.operands), *operands)
    if not same_message and not _has_operation(frame) and (rest := of_what_is_left(frame, last)):
        return rest
    if same_message and _AGAIN_SET.match(frame.text) and frame.has(*_COMPARING) and len(operands) == 1 and len(last.operands) == 2 and last.has(*_COMPARING):
        operands = (replace(last.operands[0], position=-1, within=False), *operands)  # 处罚是许可的几倍，又是强制的几倍
    if _AGAINST_LAST.match(frame.text) and frame.has(*_COMPARING) and len(operands) == len(last.operands) == 1 and (not same_message or _SET_AGAINST.match(frame.text)):
        operands = (replace(moved(last.operands[0], Frame()), position=-1, within=False), *operands)
    both = not same_message and frame.has("op.sum") and any("者" in op.text for op in frame.ops if op.id == "op.back") and _measures(frame) == _measures(last) == 1  # 不是，是诉讼，两者合计
    if (both or (frame.text.startswith(_ADDING) and frame.has("op.sum", "op.and"))) and len(operands) == 1:
        operands = (*(replace(moved(o, Frame()), position=-1, within=False) for o in last.operands), *operands)
        frame = replace(frame, ops=(*frame.ops, Op("op.sum", -1, "加上")))
    return replace(frame, operands=operands, elliptic=True, inherited=_said(frame, last))


def _of_the_same(frame: Frame, last: Frame) -> Frame:
    """复议几件？诉讼几件？差多少: body and year go without saying when they are those of the question before."""
    same = [(o.names, o.years) for o in frame.operands] == [(o.names, o.years) for o in last.operands]
    return replace(frame, operands=()) if same and not frame.measured() and frame.has(*_ON_TWO) else frame


def _sum_first(frame: Frame) -> bool:
    """加起来占总数几成: what is added up are the figures asked for before."""
    return bool(_SUM_FIRST.match(frame.text))


def _told_of(frame: Frame, past: Sequence[Frame], share: Op) -> Frame:
    """占全部几成, 加起来占几成: the figures asked for before as parts of the whole said now."""
    both = _sum_first(frame) and _measures(past[-1]) == 1
    earlier = [o for f in past[-max(2 if both else 1, _how_many(frame)):] for o in _parts(f)]
    if not all(o.rows for o in earlier):  # a word with two meanings was asked about
        return replace(frame, operands=(), unknown=(share.text,))
    if past[-1].has("op.most", "op.least") and not past[-1].has(*_OVER) and len(earlier) == 1:  # 占不予处理几成 after 不予处理里哪个最多
        return _of_foremost(frame, past[-1], share)
    tops = tuple(replace(moved(o, Frame()), position=-1, within=False) for o in earlier)
    ended = ENDED.search(frame.text) and all(r.startswith("s4.") for o in tops for r in o.rows)
    whole = (replace(o, rows=tops[0].rows, columns=(".decided",)) if ended and (o.rows == ("s3.result.total",) or (o.columns == (".decided",) and not o.rows)) else o for o in frame.operands if o.rows or not _sum_first(frame))
    summed = _sum_first(frame) or (len(past[-1].operands) > 1 and past[-1].has("op.sum"))
    added = (Op("op.sum", -1, "合计"),) if summed and not frame.has("op.sum") else ()  # 这俩占办结总数的几成; 再加上部分公开呢，占几成
    return replace(frame, operands=(*tops, *(_behind(placed(o, past[-1]), share) for o in whole)), ops=(*frame.ops, *added), unclear=(), elliptic=True, inherited=("measure",))


_OVER = ("op.which_agency", "op.which_year", "op.trend")


def _parts(frame: Frame) -> list[Operand]:
    """What was asked about; of a share the part and not its whole."""
    share = next((op for op in frame.ops if op.id == "op.share" and op.text.startswith("占")), None)
    parts = [o for o in frame.operands if share is None or o.position < share.position]
    return parts or list(frame.operands)


def _of_foremost(frame: Frame, last: Frame, share: Op) -> Frame:
    """The foremost of the group asked about as a part of the whole said now."""
    foremost = tuple(replace(op, position=0) for op in last.ops if op.id not in ("op.within", "op.and", "op.difference", "op.share"))
    ops = (*foremost, *(replace(op, position=1) for op in frame.ops if op.id == "op.share"))
    whole = (replace(placed(o, last), position=2) for o in frame.operands)
    return replace(frame, operands=(*(replace(o, position=-1, within=False) for o in _parts(last)), *whole), ops=ops, unclear=(), elliptic=True, inherited=("measure",))


def _behind(operand: Operand, share: Op) -> Operand:
    """占全部复议的几成: the whole, also when its body and year were told before."""
    return replace(operand, position=max(operand.position, share.position + 1))


def _named_from(frame: Frame, history: Sequence[Frame]) -> Frame:
    """Nothing was measured before, but a body or a year may have been named."""
    for earlier in reversed(history):
        if earlier.operands and earlier.operands[-1].names and frame.operands:
            return replace(frame, operands=tuple(placed(o, earlier) for o in frame.operands))
    return frame


def _without_measure(frame: Frame, past: Sequence[Frame]) -> Frame:
    """那2021年呢, 两个加起来, 占比多少, 换成元: the measure comes from before."""
    last = past[-1]
    count = _how_many(frame) or (_chained(past) if frame.has(*_ON_ALL) and not frame.has("op.share") and not frame.operands else 0)
    if not count and frame.has(*_ON_TWO) and not frame.has("op.share") and not frame.operands and len(last.operands) == 1 and len(past) > 1 and _alike(past[-2], last) and not grows_itself(frame, last):
        count = 2
    if not count and frame.has("op.share") and frame.text.startswith("各") and not frame.operands and len(past) > 1 and _measures(last) == 1 and _alike(past[-2], last):
        count = max(2, _chained(past))  # 各占几成
    if not count and frame.has("op.sum") and not frame.has("op.share") and not frame.operands and len(past) > 1 and _measures(last) == 1:
        count = 2
    if count > 1 and len(past) > 1 and _measures(last) < count:
        return _over(frame, past[-count:])
    again = last.has("op.share") and not frame.operands and {op.id for op in frame.ops} == {"op.share"}  # 用千分比表示
    ops = frame.ops if _has_operation(frame) and not again else (*frame.ops, *_kept_ops(last))
    if frame.has("op.share") and not frame.operands:  # 它占几成 after 最多的理由是哪条
        foremost = tuple(replace(op, position=0) for op in last.ops if op.id in ("op.most", "op.least"))
        ops = (*foremost, *(replace(op, position=1) for op in ops)) if foremost else ops
    if frame.has("op.growth") and not frame.operands and len(last.operands) == 2:  # 少百分之几 after 比予以公开少几件
        ops = (*ops, *(replace(op, position=1) for op in last.ops if op.id == "op.than"))
    if frame.has("op.difference") and not frame.operands:  # 多几件 after 哪家多
        ops = (*ops, *(op for op in last.ops if op.id in ("op.which_more", "op.which_less")))
    operands = last.operands if again else _carried(frame, past)
    if frame.has("op.share") and _without_pronoun(frame.text).startswith(_VERBS) and len(operands) == 2:  # 邓州收了几件，是平潭的百分之几
        ops = (*(op for op in ops if op.text != "占"), Op("op.share", 0, "占"))
    return replace(frame, operands=operands, ops=ops, elliptic=True, figures=frame.figures, inherited=_said(frame, last))


def _carried(frame: Frame, past: Sequence[Frame]) -> tuple[Operand, ...]:
    """The last measures under each body and year said now; 和淮安比 sets them beside the last ones."""
    last = past[-1]
    said = [_with_its_year(o, past) for o in frame.operands] or [Operand()]
    carried = [moved(o, replace(frame, operands=(s,))) for s in said for o in last.operands]
    both = any(op.text[:1] in _COUNTS for op in frame.ops if op.id in ("op.back", "op.which_agency"))
    beside = (frame.has(*_COMPARING) or (frame.has("op.share") and _without_pronoun(frame.text).startswith(_VERBS))) and len(said) == 1 and bool(frame.operands) and (both or _without_pronoun(frame.text).startswith(_BESIDE) or _ENGLISH_THAN.search(frame.text))
    together = [*(last.operands[:1] if last.has("op.than") else last.operands), *carried] if beside else carried  # 跟2020比呢: in place of the other side
    return tuple(replace(o, position=i) for i, o in enumerate(dict.fromkeys(together))) if len(together) > 1 else tuple(together)


_PRONOUN_FIRST = re.compile("(?:那|那么)?(?:它|其|这个?数?|那个?数?|该数)(?=.)")


def _without_pronoun(text: str) -> str:
    """相当于… of 这相当于…: 这 is what was asked just now."""
    return _PRONOUN_FIRST.sub("", text, count=1) if _PRONOUN_FIRST.match(text) else text


def _with_its_year(operand: Operand, past: Sequence[Frame]) -> Operand:
    """杭州比淮安多几件 after 杭州2025年 and 淮安2024年: each body with the year it was asked about."""
    if operand.years or not operand.names:
        return operand
    for earlier in (o for f in reversed(past) for o in reversed(f.operands)):
        if earlier.years and {a for n in earlier.names for a in n.agencies} == {a for n in operand.names for a in n.agencies}:
            return replace(operand, years=earlier.years)
    return operand


def _measures(frame: Frame) -> int:
    """How many rows under how many columns are named."""
    return sum(max(1, len(o.rows) * max(1, len(o.columns))) for o in frame.operands)


def _over(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """An operation over the operands of the last frames."""
    operands = [moved(o, frame) for f in frames for o in f.operands]
    spaced = tuple(replace(o, position=i, within=False) for i, o in enumerate(operands))
    return replace(frame, operands=spaced, elliptic=True, inherited=("前几问",), back=tuple(frames))


def _how_many(frame: Frame) -> int:
    op = frame.op(*_REACHING_BACK)
    if not op:
        return 0
    return next((n for word, n in _COUNTS.items() if word in op.text), 2)


def _chained(past: Sequence[Frame]) -> int:
    """2019年几件, 2020呢, 2021呢: how many questions in a row asked for one figure each of one kind; 0 unless three or more."""
    count = 1
    for frame, later in zip(reversed(past[:-1]), reversed(past), strict=False):
        if not (later.elliptic and _alike(frame, later) and len(later.operands) == _measures(later) == 1 and not _has_operation(later)):
            break
        count += 1
    return count if count > 2 else 0


def _alike(one: Frame, other: Frame) -> bool:
    return {family(r) for r in one.rows()} == {family(r) for r in other.rows()}


def _has_operation(frame: Frame) -> bool:
    return any(op.id not in ("op.and", "op.within", "op.correct", "op.same", "op.yesno", "op.exists", "op.all", "op.back", "op.define", "op.consistent") for op in frame.ops)


def _kept_ops(last: Frame) -> tuple[Op, ...]:
    return tuple(op for op in last.ops if op.id not in ("op.within", "op.correct", "op.same", "op.back", "op.and", "op.yesno", "op.exists", "op.all"))


def _back_to_both(frame: Frame, past: Sequence[Frame]) -> Frame:
    """两家合计 after two bodies were asked about means those two."""
    bodies = {a for f in (*past[-3:], frame) for o in f.operands for n in o.names for a in n.agencies}
    if len(bodies) < 2:
        return frame
    ops = tuple(replace(op, id="op.back") if op.id == "op.which_agency" and op.text[0] in _COUNTS else op for op in frame.ops)
    return replace(frame, ops=ops)


def _open_to_all_of(earlier: Frame, frame: Frame, spoken: tuple[int, ...]) -> Frame:
    """哪家最多, 哪年最多 look at all of them: the body or the year of earlier questions is not meant; 这三年哪年 at those spoken of."""
    agency, year = frame.has("op.which_agency"), frame.has("op.which_year", "op.which_agency")
    if not year:
        return earlier
    back = not agency and any("年" in op.text for op in frame.ops if op.id == "op.back") and len(spoken) > 1
    years = (Years("absolute", spoken),) if back else ()
    return replace(earlier, operands=tuple(replace(o, names=() if agency else o.names, years=years) for o in earlier.operands))


def _said(frame: Frame, last: Frame) -> tuple[str, ...]:
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
