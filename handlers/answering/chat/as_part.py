"""占全部几成, 是予以公开的百分之几: what was asked before as a part of the whole said now."""

from dataclasses import replace

from handlers.answering.asked.atoms import ENDED
from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.chat.earlier import (
    SUM_FIRST,
    how_many,
    measures,
    parts_of,
    shares_together,
    without_pronoun,
)
from handlers.answering.chat.spoken import MEASURE, Spoken, leaning
from handlers.answering.chat.taking_over import placed
from handlers.answering.words.speech import saying

_CLOSED = "d.closing_rate"
_IS_PART_OF = saying("follow_ups.is_part_of")
_OVER = ("op.which_agency", "op.which_year", "op.trend")


def sum_as_part(frame: Frame, spoken: Spoken) -> Frame | None:
    """加起来占总数几成: what is added up are the figures asked for before."""
    share = frame.op("op.share")
    if not share or not SUM_FIRST.match(frame.text):
        return None
    return shares_together(frame, spoken.past) or _told_of(frame, spoken, share)


def as_part(frame: Frame, spoken: Spoken) -> Frame | None:
    """占全部几成, 在办结的里面占几成: the figure asked for before as a part of the whole said now."""
    frame = _as_of(frame)
    share, within, operands = frame.op("op.share"), frame.op("op.within"), frame.operands
    if not share or not share.text.startswith("占") or not operands:
        return None
    whole_first = within and not spoken.same_message and len(operands) == 1 and operands[0].position < within.position < share.position
    return _told_of(frame, spoken, share) if whole_first or frame.text.startswith("占") or all(o.position > share.position for o in operands) else None


def _as_of(frame: Frame) -> Frame:
    """是予以公开的百分之几, 是办结的几成: 占 in other words."""
    alone = len(frame.operands) == 1 and bool(frame.rows())
    share = frame.op("op.share") or (Op("op.share", 0, "") if frame.rows() == (_CLOSED,) else None)
    if not share or not alone or share.text.startswith("占") or not _IS_PART_OF.match(without_pronoun(frame.text)):
        return frame
    whole = replace(frame.operands[0], rows=("s3.result.total",)) if frame.rows() == (_CLOSED,) else frame.operands[0]
    kept = tuple(op for op in frame.ops if op.id != "op.share")
    return replace(frame, operands=(whole,), ops=(*kept, replace(share, text="占", position=whole.position - 1)))


def _told_of(frame: Frame, spoken: Spoken, share: Op) -> Frame:
    last, sum_first = spoken.last, bool(SUM_FIRST.match(frame.text))
    both = sum_first and measures(last) == 1
    earlier = [o for f in spoken.past[-max(2 if both else 1, how_many(frame, spoken.past)):] for o in parts_of(f)]
    if not all(o.rows for o in earlier):  # a word with two meanings was asked about
        return replace(frame, operands=(), unknown=(share.text,))
    if last.has("op.most", "op.least") and not last.has(*_OVER) and len(earlier) == 1:  # 占不予处理几成 after 不予处理里哪个最多
        return _of_foremost(frame, last, share)
    tops = tuple(replace(o, position=-1, within=False) for o in earlier)
    ended = ENDED.search(frame.text) and all(r.startswith("s4.") for o in tops for r in o.rows)
    whole = (replace(o, rows=tops[0].rows, columns=(".decided",)) if ended and (o.rows == ("s3.result.total",) or (o.columns == (".decided",) and not o.rows)) else o for o in frame.operands if o.rows or not sum_first)
    summed = sum_first or (len(last.operands) > 1 and last.has("op.sum"))
    added = (Op("op.sum", -1, "合计"),) if summed and not frame.has("op.sum") else ()  # 这俩占办结总数的几成; 再加上部分公开呢，占几成
    return leaning(replace(frame, unclear=()), (*tops, *(_behind(placed(o, last), share) for o in whole)), (*frame.ops, *added), MEASURE)


def _of_foremost(frame: Frame, last: Frame, share: Op) -> Frame:
    """The foremost of the group asked about as a part of the whole said now."""
    foremost = tuple(replace(op, position=0) for op in last.ops if op.id not in ("op.within", "op.and", "op.difference", "op.share"))
    ops = (*foremost, *(replace(op, position=1) for op in frame.ops if op.id == "op.share"))
    whole = (replace(placed(o, last), position=2) for o in frame.operands)
    return leaning(replace(frame, unclear=()), (*(replace(o, position=-1, within=False) for o in parts_of(last)), *whole), ops, MEASURE)


def _behind(operand: Operand, share: Op) -> Operand:
    """占全部复议的几成: the whole, also when its body and year were told before."""
    return replace(operand, position=max(operand.position, share.position + 1))
