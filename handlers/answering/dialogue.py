"""Follow-ups: what a short question leaves out comes from the questions before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.both_before import in_turn, of_both, one_of_both
from handlers.answering.earlier import (
    COMPARING,
    COUNTS,
    ON_TWO,
    has_operation,
    measures,
    said,
    sum_first,
    told_of,
    with_its_year,
    without_measure,
)
from handlers.answering.frames import Frame, Op, Operand
from handlers.answering.going_on import gone_on
from handlers.answering.mentions import Years
from handlers.answering.pointing import of_what_is_left, pointed, the_next, the_pair, the_rest
from handlers.answering.set_against import against_last
from handlers.answering.speech import saying
from handlers.answering.taking_over import (
    completed,
    fee_again,
    moved,
    of_another_table,
    placed,
    same_detail,
    up_to,
)
from handlers.answering.undecided import cleared
from handlers.answering.wholes import whole_asked

_AGAINST_LAST = re.compile("(?:那|那么)?(?:它|其|这个|这|前面那个|前者)?(?:是|有)?(?:不是)?(?:比|较|跟|和|与|是).{2,}(?:多|少|高|低|倍|差)")  # 那它比部分公开多几件
_SET_AGAINST = re.compile("(?:又|还|要|则)?(?:比(?![例重值率如])|较)")  # 罚了多少件，比强制多多少: what stands before 比 was asked just now
_AGAIN_SET = re.compile("(?:又|还|也|再|则|同时|而)(?:又|还)?(?:是|为|比|相当于)")
_PRONOUN = re.compile("比(?:它|那年|那个|上面|前面|前者|这个|这年)")
_ADDING = ("再加上", "加上", "再加", "连同", "算上", "连上", "再算上", "加埋", "跟它加", "和它加")
_BARE_NUMBER = saying("follow_ups.bare_number")


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
    frame = frame if same_message else in_turn(frame, past)
    rest = None if same_message else of_both(frame, past) or one_of_both(frame, past) or the_rest(frame, past) or the_next(frame, past) or the_pair(frame, past) or whole_asked(frame, past) or gone_on(frame, past) or against_last(frame, past[-1])
    if rest:
        return rest
    frame, past = (frame, past) if same_message else pointed(frame, past)
    if not same_message and _BARE_NUMBER.fullmatch(frame.text):
        return replace(frame, unknown=(frame.text,))
    frame = _of_the_same(frame, past[-1]) if same_message else frame
    frame = _back_to_both(cleared(up_to(frame, past[-1]), past[-1]), past)
    spoken = tuple(dict.fromkeys(v for f in past for o in f.operands for y in o.years if y.kind == "absolute" for v in y.values))
    past = [_open_to_all_of(f, frame, spoken) for f in past]
    last, share = past[-1], frame.op("op.share")
    if share and sum_first(frame):
        return told_of(frame, past, share)
    bare = not frame.unclear or frame.has("op.share", "op.sum", "op.difference")
    if not has_operation(frame) and (same := same_detail(frame, last)):
        return replace(same, elliptic=True, inherited=said(frame, last))
    frame = fee_again(frame, last)
    if not frame.measured() and not frame.details and not frame.definitions and not frame.topics and bare:
        return _against_it(without_measure(replace(frame, unclear=()), past), last)
    if not frame.measured() and not frame.operands and any(s.id.startswith("why") for m in frame.topics for s in m.senses):
        return without_measure(frame, past)
    within = frame.op("op.within")
    whole_first = share and within and not same_message and len(frame.operands) == 1 and frame.operands[0].position < within.position < share.position  # 在办结的里面占几成
    if share and share.text.startswith("占") and frame.operands and (whole_first or frame.text.startswith("占") or all(o.position > share.position for o in frame.operands)):
        return told_of(frame, past, share)
    if frame.details or frame.topics or (frame.definitions and not frame.measured()):
        return replace(frame, operands=tuple(placed(o, last) for o in frame.operands or (Operand(),)))
    operands = tuple(completed(with_its_year(o, past), last, frame, same_message) for o in frame.operands)
    if not same_message and any(of_another_table(o, last) for o in operands):
        operands = (*(moved(o, frame) for o in last.operands), *operands)
    if not same_message and not has_operation(frame) and (rest := of_what_is_left(frame, last)):
        return rest
    if same_message and _AGAIN_SET.match(frame.text) and frame.has(*COMPARING) and len(operands) == 1 and len(last.operands) == 2 and last.has(*COMPARING):
        operands = (replace(last.operands[0], position=-1, within=False), *operands)  # 处罚是许可的几倍，又是强制的几倍
    if _AGAINST_LAST.match(frame.text) and frame.has(*COMPARING) and len(operands) == len(last.operands) == 1 and (not same_message or _SET_AGAINST.match(frame.text)):
        operands = (replace(moved(last.operands[0], Frame()), position=-1, within=False), *operands)
    both = not same_message and frame.has("op.sum") and any("者" in op.text for op in frame.ops if op.id == "op.back") and measures(frame) == measures(last) == 1  # 不是，是诉讼，两者合计
    if (both or (frame.text.startswith(_ADDING) and frame.has("op.sum", "op.and"))) and len(operands) == 1:
        operands = (*(replace(moved(o, Frame()), position=-1, within=False) for o in last.operands), *operands)
        frame = replace(frame, ops=(*frame.ops, Op("op.sum", -1, "加上")))
    operands = operands or ((placed(Operand(), last),) if frame.unclear else ())  # 其中公开的: of the body and year asked about
    return replace(frame, operands=operands, elliptic=True, inherited=said(frame, last))


def _of_the_same(frame: Frame, last: Frame) -> Frame:
    """复议几件？诉讼几件？差多少: body and year go without saying when they are those of the question before."""
    same = {(o.names, o.years) for o in frame.operands} == {(o.names, o.years) for o in last.operands}
    return replace(frame, operands=()) if same and not frame.measured() and frame.has(*ON_TWO, "op.share") else frame


def _named_from(frame: Frame, history: Sequence[Frame]) -> Frame:
    """Nothing was measured before, but a body or a year may have been named."""
    for earlier in reversed(history):
        if earlier.operands and earlier.operands[-1].names and frame.operands:
            return replace(frame, operands=tuple(placed(o, earlier) for o in frame.operands))
    return frame


def _back_to_both(frame: Frame, past: Sequence[Frame]) -> Frame:
    """两家合计 after two bodies were asked about means those two."""
    bodies = {a for f in (*past[-3:], frame) for o in f.operands for n in o.names for a in n.agencies}
    if len(bodies) < 2:
        return frame
    ops = tuple(replace(op, id="op.back") if op.id == "op.which_agency" and op.text[0] in COUNTS else op for op in frame.ops)
    return replace(frame, ops=ops)


def _open_to_all_of(earlier: Frame, frame: Frame, spoken: tuple[int, ...]) -> Frame:
    """哪家最多, 哪年最多 look at all of them: the body or the year of earlier questions is not meant; 这三年哪年 at those spoken of."""
    agency, year = frame.has("op.which_agency"), frame.has("op.which_year", "op.which_agency")
    if not year:
        return earlier
    back = not agency and any("年" in op.text for op in frame.ops if op.id == "op.back") and len(spoken) > 1
    years = (Years("absolute", spoken),) if back else ()
    return replace(earlier, operands=tuple(replace(o, names=() if agency else o.names, years=years) for o in earlier.operands))
