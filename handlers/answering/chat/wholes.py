"""Follow-ups that add up what was asked part by part: 八条全加起来, 一共维持几件."""

from dataclasses import replace

from handlers.answering.asked.frames import Frame, Op
from handlers.answering.asked.measures import ancestors, children, family
from handlers.answering.chat.spoken import MEASURE, Spoken, in_order, leaning
from handlers.answering.words.speech import saying

_PARTS = saying("follow_ups.parts")
_TOGETHER = saying("follow_ups.together")


def whole_asked(frame: Frame, spoken: Spoken) -> Frame | None:
    """The frame with the whole that the questions before asked parts of; None when none is meant."""
    last = spoken.last
    told = _PARTS.search(frame.text)
    row = last.rows()[0].rpartition(".")[0] if told and last.rows() and not frame.measured() else ""
    if told and row and len(children(row)) == "四五六七八九".index(told[1]) + 4:
        return leaning(frame, [replace(o, rows=(row,)) for o in last.operands[:1]], (), MEASURE)
    return _both_blocks(frame, spoken) if len(spoken.past) > 1 and _TOGETHER.search(frame.text) else None


def _both_blocks(frame: Frame, spoken: Spoken) -> Frame | None:
    """一共维持几件 after 直接起诉维持几件, 复议后起诉的呢; 两边维持的一共几件 after reviews and lawsuits."""
    asked = [o for f in spoken.past[-2:] for o in f.operands]
    same = {o.columns for o in (*asked, *frame.operands)}
    rows = {r for o in asked for r in o.rows}
    apart = len(rows) == 2 and all(family(r) == "s4" for r in rows) and not any(r in ancestors(other) for r in rows for other in rows)
    if frame.rows() or len(frame.operands) != 1 or len(same) != 1 or not apart or len(asked) != 2:
        return None
    return leaning(replace(frame, back=spoken.past[-2:]), in_order(asked), (*frame.ops, Op("op.sum", -1, "加起来")))
