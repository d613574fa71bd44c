"""What somebody holds to be so before the question: 她说部分公开比予以公开多。两样各几件？"""

from collections.abc import Sequence

from handlers.answering.clauses.clauses import Clause
from handlers.answering.words.speech import saying

_HOLDS = saying("telling.holds")
_AMOUNTS = saying("telling.amounts")
_COMPARING = ("op.than", "op.which_more", "op.which_less", "op.difference", "op.more", "op.less", "op.most", "op.least")


def claims(said: Sequence[Clause]) -> frozenset[int]:
    """Where the comparing words of a claim stand, when the question after it asks for the figures alone."""
    if len(said) < 2 or not _AMOUNTS.search(said[-1].text) or _compares(said[-1]):
        return frozenset()
    told = [c for c in said[:-1] if not c.asks and _HOLDS.search(c.text)]
    return frozenset(m.start for c in told for m in c.mentions if m.has(*_COMPARING) and not m.kinds() & {"row", "column"})


def _compares(clause: Clause) -> bool:
    return any(m.has(*_COMPARING) for m in clause.mentions)
