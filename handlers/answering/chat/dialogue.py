"""Follow-ups: what a short question leaves out comes from the questions before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.undecided import cleared
from handlers.answering.chat import both_before, going_on, pointing, set_against, with_it
from handlers.answering.chat.as_part import as_part, sum_as_part
from handlers.answering.chat.bodies_before import with_bodies_before
from handlers.answering.chat.earlier import (
    COMPARING,
    COUNTS,
    ON_TWO,
    has_operation,
    measures,
    said,
    with_its_year,
    without_measure,
    years_in_a_row,
)
from handlers.answering.chat.spoken import Rule, Spoken, first_that_fits, in_order, leaning
from handlers.answering.chat.taking_over import (
    completed,
    fee_again,
    in_other_unit,
    moved,
    of_another_table,
    of_them,
    placed,
    same_detail,
    up_to,
)
from handlers.answering.chat.wholes import whole_asked
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_AGAINST_LAST = re.compile("(?:那|那么)?(?:它|其|这个|这|前面那个|前者)?(?:是|有)?(?:不是)?(?:比|较|跟|和|与|是).{2,}(?:多|少|高|低|倍|差)")  # 那它比部分公开多几件
_SET_AGAINST = re.compile("(?:又|还|要|则)?(?:比(?![例重值率如])|较)")  # 罚了多少件，比强制多多少: what stands before 比 was asked just now
_AGAIN_SET = re.compile("(?:又|还|也|再|则|同时|而)(?:又|还)?(?:是|为|比|相当于)")
_PRONOUN = re.compile("比(?:它|那年|那个|上面|前面|前者|这个|这年)")
_ADDING = ("再加上", "加上", "再加", "连同", "算上", "连上", "再算上", "加埋", "跟它加", "和它加")
_BARE_NUMBER = saying("follow_ups.bare_number")


def follow(frame: Frame, history: Sequence[Frame], same_message: bool = False) -> Frame:
    """`frame` with its gaps filled from `history` (oldest first)."""
    if frame.has("op.coverage") and not frame.measured():
        return frame
    frame = with_bodies_before(frame, history)
    past = tuple(f for f in history if f.measured() or f.definitions or f.details)
    left = _left_unclear(frame, history) if past and not same_message else ""
    if left:
        return replace(frame, operands=(), unknown=(left,))
    if not past:
        return _named_from(frame, history)
    spoken = Spoken(past, same_message)
    if same_message:
        return _completed_from(_of_the_same(frame, spoken.last), spoken)
    frame = both_before.that_body(both_before.in_turn(frame, spoken), spoken)
    return first_that_fits(_OF_WHAT_WAS_SAID, frame, spoken) or _completed_from(*pointing.pointed(frame, spoken))


def _left_unclear(frame: Frame, history: Sequence[Frame]) -> str:
    """加一起呢 after 公开几件, 那不公开呢: the word of one of the two that nothing decided; 占多少 after a question that nobody understood; '' when all is known."""
    reckons = frame.has("op.sum", "op.share", "op.difference", "op.ratio", "op.average") and not (frame.operands or frame.unclear)
    open_words = (f.unclear[0].text for f in history[-2:] if f.unclear and not f.rows() and not frame.has("op.share"))
    unheard = (f.unknown[0] for f in history[-1:] if f.unknown and not (f.measured() or f.topics or f.details or f.definitions))
    return next(iter((*open_words, *unheard)), "") if reckons else ""


def _completed_from(frame: Frame, spoken: Spoken) -> Frame:
    """The words that mean something else after what was spoken of, then what the question lacks."""
    frame = of_them(in_other_unit(up_to(frame, spoken.last), spoken.last), spoken.last)
    frame = _back_to_both(cleared(frame, spoken.last), spoken)
    in_turn = years_in_a_row(spoken.past) if frame.has("op.most", "op.least") else 0  # 哪年最多 after 2019年几件, 2020年呢, 2021年呢
    years = tuple(dict.fromkeys(v for f in spoken.past[-in_turn:] for o in f.operands for y in o.years if y.kind == "absolute" for v in y.values))
    spoken = replace(spoken, past=tuple(_open_to_all_of(f, frame, years, bool(in_turn)) for f in spoken.past))
    frame = fee_again(frame, spoken.last)
    return first_that_fits(_WITH_GAPS, frame, spoken) or _with_a_measure(frame, spoken)


def _bare_number(frame: Frame, spoken: Spoken) -> Frame | None:
    """7, 三个: a number that says nothing of what."""
    return replace(frame, unknown=(frame.text,)) if _BARE_NUMBER.fullmatch(frame.text) else None


def _same_detail(frame: Frame, spoken: Spoken) -> Frame | None:
    """那淮安的呢 after a telephone number."""
    same = None if has_operation(frame) else same_detail(frame, spoken.last)
    return replace(same, elliptic=True, inherited=said(frame, spoken.last)) if same else None


def _without_measure(frame: Frame, spoken: Spoken) -> Frame | None:
    """那2021年呢, 那2022年比它多几件: the measure and 它 are what was asked just now."""
    bare = not frame.unclear or frame.has("op.share", "op.sum", "op.difference")
    if frame.measured() or frame.details or frame.definitions or frame.topics or not bare:
        return None
    found = without_measure(replace(frame, unclear=()), spoken)
    it = [replace(o, position=1000) for o in spoken.last.operands]
    alike = [(o.names, o.years) for o in it] == [(o.names, o.years) for o in found.operands]
    one = _PRONOUN.search(frame.text) and len(it) == len(found.operands) == 1 and not alike
    return replace(found, operands=(*found.operands, *it)) if one else found


def _why(frame: Frame, spoken: Spoken) -> Frame | None:
    """为什么这么多 after a figure."""
    asked = any(s.id.startswith("why") for m in frame.topics for s in m.senses)
    return without_measure(frame, spoken) if asked and not frame.measured() and not frame.operands else None


def _not_measured(frame: Frame, spoken: Spoken) -> Frame | None:
    """A telephone number, a term, a topic: only body and year are taken over."""
    if not (frame.details or frame.topics or (frame.definitions and not frame.measured())):
        return None
    return replace(frame, operands=tuple(placed(o, spoken.last) for o in frame.operands or (Operand(),)))


def _of_what_is_left(frame: Frame, spoken: Spoken) -> Frame | None:
    return None if spoken.same_message or has_operation(frame) else pointing.of_what_is_left(frame, spoken)


_OF_WHAT_WAS_SAID: tuple[Rule, ...] = (  # in a message of its own: from the most particular to the most common
    *both_before.RULES,
    *going_on.OF_ENDS,
    ("the rest", pointing.the_rest),
    ("the next", pointing.the_next),
    ("the pair", pointing.the_pair),
    ("the whole of the parts", whole_asked),
    *going_on.RULES,
    *with_it.RULES,
    *set_against.RULES,
    ("bare number", _bare_number),
)
_WITH_GAPS: tuple[Rule, ...] = (
    ("the sum as a part", sum_as_part),
    ("same detail", _same_detail),
    ("without a measure", _without_measure),
    ("why", _why),
    ("as a part", as_part),
    ("not measured", _not_measured),
    ("of what is left", _of_what_is_left),
)


def _with_a_measure(frame: Frame, spoken: Spoken) -> Frame:
    """Measures of its own; what else they lack, and the other side of what is asked, comes from the last question."""
    last, same_message = spoken.last, spoken.same_message
    operands = tuple(completed(with_its_year(o, spoken.past), last, frame, same_message) for o in frame.operands)
    if (not same_message or any(c.startswith("@") for c in last.columns())) and any(of_another_table(o, last) for o in operands):  # 许可里企业几件，个人几件
        operands = (*(moved(o, frame) for o in last.operands), *operands)
    operands = (*in_order(_other_side(frame, operands, spoken), -1), *operands)
    if added := _added_to(frame, operands, spoken):
        operands, frame = (*added, *operands), replace(frame, ops=(*frame.ops, Op("op.sum", -1, "加上")))
    operands = operands or ((placed(Operand(), last),) if frame.unclear else ())  # 其中公开的: of the body and year asked about
    return leaning(frame, operands, frame.ops, said(frame, last))


def _other_side(frame: Frame, operands: Sequence[Operand], spoken: Spoken) -> tuple[Operand, ...]:
    """那它比部分公开多几件; 处罚是许可的几倍，又是强制的几倍: the side that was said before; () when it is said now."""
    last = spoken.last
    if len(operands) != 1 or not frame.has(*COMPARING):
        return ()
    again = spoken.same_message and _AGAIN_SET.match(frame.text) and len(last.operands) == 2 and last.has(*COMPARING)
    against = _AGAINST_LAST.match(frame.text) and len(last.operands) == 1 and (not spoken.same_message or _SET_AGAINST.match(frame.text))
    return last.operands[:1] if again or against else ()


def _added_to(frame: Frame, operands: Sequence[Operand], spoken: Spoken) -> tuple[Operand, ...]:
    """再加上部分公开; 不是，是诉讼，两者合计: what was asked just now, to be added up with it; () when nothing is."""
    both = not spoken.same_message and frame.has("op.sum") and any("者" in op.text for op in frame.ops if op.id == "op.back") and measures(frame) == measures(spoken.last) == 1
    adds = both or (frame.text.startswith(_ADDING) and frame.has("op.sum", "op.and"))
    return tuple(replace(o, position=-1, within=False) for o in spoken.last.operands) if adds and len(operands) == 1 else ()


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


def _back_to_both(frame: Frame, spoken: Spoken) -> Frame:
    """两家合计 after two bodies were asked about means those two."""
    bodies = {a for f in (*spoken.past[-3:], frame) for o in f.operands for n in o.names for a in n.agencies}
    if len(bodies) < 2:
        return frame
    ops = tuple(replace(op, id="op.back") if op.id == "op.which_agency" and op.text[0] in COUNTS else op for op in frame.ops)
    return replace(frame, ops=ops)


def _open_to_all_of(earlier: Frame, frame: Frame, spoken: tuple[int, ...], in_turn: bool) -> Frame:
    """哪家最多, 哪年最多 look at all of them: the body or the year of earlier questions is not meant; 这三年哪年, and 哪年 after years asked in turn, at those spoken of."""
    agency, year = frame.has("op.which_agency"), frame.has("op.which_year", "op.which_agency")
    if not year:
        return earlier
    back = not agency and (in_turn or any("年" in op.text for op in frame.ops if op.id == "op.back")) and len(spoken) > 1
    told = {v for o in earlier.operands for y in o.years if y.kind == "absolute" for v in y.values}
    if not agency and len(told) > 1:  # 最高是哪年 after 2019到2022年的变化
        return earlier
    years = (Years("absolute", spoken),) if back else ()
    return replace(earlier, operands=tuple(replace(o, names=() if agency else o.names, years=years) for o in earlier.operands))
