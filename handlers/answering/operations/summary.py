"""What a report says in figures: 总结一下, 主要数据."""

from dataclasses import replace

from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measures import load_derived
from handlers.answering.operations.base import Answer, Ask, Result, not_here
from handlers.answering.operations.lookup import listed
from handlers.answering.replies.scope import Shortfall


def summary(ask: Ask) -> Result:
    """The leading figures of a report, as far as its form holds them. Source: `summary` of data/derived.yaml."""
    operand = replace(ask.frame.operands[0] if ask.frame.operands else Operand(), rows=load_derived().summary, columns=())
    items = replace(ask, frame=replace(ask.frame, operands=(operand,))).items()
    if isinstance(items, Shortfall):
        return items
    gone = next((item.place for item in items if item.place.report is None), None)
    if gone:
        return not_here(ask, gone)
    result = listed(ask, [reading for reading in map(ask.read, items) if reading.state not in ("not_in_form", "not_printed")])
    return replace(result, lines=()) if isinstance(result, Answer) else result
