"""How a rate is made (公开率是怎么算的): answered from the definition when no report is named."""

import re

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measures import family, label
from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.lexicon import load_lexicon

_HOW = re.compile(r"(?:怎么|怎样|如何|咋|点样)(?:计)?(?:算|得)(?:出来|来|出)?的?|算法|公式|计算(?:方法|方式|口径|办法)|分子.{0,4}分母|\bhow (?:is|are|was|do you) .*(?:calculated|computed|worked out|defined)|formula")


def asks_formula(frame: Frame) -> bool:
    """Rates alone are named, and how they are reckoned is asked."""
    rows = frame.rows()
    return bool(rows) and all(family(r) == "rate" for r in rows) and bool(_HOW.search(frame.text)) and not re.search("多少|几", frame.text)


def formula(ask: Ask) -> Answer | None:
    """The formula of each rate; None when a report is there to be reckoned with, whose figure comes with it."""
    if not isinstance(ask.here(), Shortfall):
        return None
    entries = [(row, load_lexicon().concepts.get(row, {}).get("formula")) for row in dict.fromkeys(ask.frame.rows())]
    known = [(label(row), str(how)) for row, how in entries if how]
    if not known:
        return None
    return Answer(tuple(Value(how, "", f"{name}的算法") for name, how in known), "；".join(f"{name} = {how}" for name, how in known))
