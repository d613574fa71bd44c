"""网上公开的那几个数：政务信息、公示公告、微博: what announces a list of rows is none of them."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.clauses.clauses import Clause
from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import saying

ANNOUNCES = saying("telling.announces")
_MEASURES = ("row", "fact")


def without_heading(clause: Clause, following: Sequence[Clause]) -> Clause:
    """The clause without its row, when it announces several and two others at least follow."""
    if not ANNOUNCES.search(clause.text):
        return clause
    own = {s.id for m in clause.mentions if _names(m) for s in m.senses}
    listed = {m.senses for c in following for m in c.mentions if _names(m)} if own else set()
    others = [senses for senses in listed if not own & {s.id for s in senses}]
    kept = tuple(m for m in clause.mentions if not _names(m) and not m.has("op.count_kinds"))
    return replace(clause, mentions=kept, measured=False) if len(others) > 1 else clause


def _names(mention: Mention) -> bool:
    return any(s.kind in _MEASURES for s in mention.senses)
