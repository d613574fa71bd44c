"""Which of the things a message names it asks for, and which it only tells of."""

from collections.abc import Sequence

from handlers.answering.clauses.clauses import ASKS, Clause
from handlers.answering.clauses.somebody import SAID, TELLS
from handlers.answering.words.reasons import ASKED_KINDS
from handlers.answering.words.speech import saying

_REQUEST = saying("telling.request")
_LONG = 60  # characters from which a message is taken for a story around a question


def requested(groups: Sequence[Sequence[Clause]], length: int) -> frozenset[int]:
    """Numbers of the groups that are to be answered: all of a short message, those that ask outright of a long one."""
    telling = [n for n, group in enumerate(groups) if any(m.kinds() & ASKED_KINDS for c in group for m in c.mentions)]
    requests = [n for n in telling if any(_REQUEST.search(c.text) for c in groups[n])]
    questions = [n for n in telling if any(c.outright for c in groups[n])]
    outright = [n for n in questions if requests and n > requests[0]] + requests if requests else questions
    listed = [n for n in telling if requests and n > requests[-1] and any(c.text.endswith((":", "：")) for c in groups[requests[-1]])]  # 请告知：一、…；二、…
    outright = sorted({*outright, *listed})
    asked = frozenset(outright if outright and length > _LONG else range(len(groups)))
    return frozenset(n for n in asked if not _reported(groups, n) and not _only_several(groups[n])) or asked


_AT_A_LOSS = saying("telling.at_a_loss")
_ANSWERED = saying("telling.answered")


def _only_several(group: Sequence[Clause]) -> bool:
    """跑了好几趟, 有好几种理由: tells of several and asks nothing."""
    return any("好几" in c.text for c in group) and any(c.asks for c in group) and not any(ASKS.search(c.text.replace("好几", "")) for c in group)


def _reported(groups: Sequence[Sequence[Clause]], number: int) -> bool:
    """朋友笑我说一年办几万件许可呢，邓州2020年…多少: what somebody said before the question that names whom and when."""
    group, later = groups[number], groups[number + 1 :]
    placed = [g for g in later if g[-1].sentence == group[0].sentence and _placed(g) and any(c.measured for c in g)]
    if not placed or _placed(group) or any(_REQUEST.search(c.text) for c in group):
        return False
    says = any(_AT_A_LOSS.search(c.text) for c in group) or any(TELLS.match(c.text) and SAID.search(c.text) for c in group)
    return says or bool(_ANSWERED.match(later[0][0].text))


def _placed(group: Sequence[Clause]) -> bool:
    return any(m.name or m.years for c in group for m in c.mentions)
