"""前面表述有误，实际所指为行政诉讼总计: the one thing that somebody puts right, without all that is told around it."""

from collections.abc import Sequence

from handlers.answering.clauses.terms import TERMS, runs_of_terms
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.speech import saying

_CORRECTS = saying("telling.corrects")
_ASKS = saying("telling.asks_more")
_LONGEST = 50  # characters of a message that only puts something right
_OFFICIAL = 4  # characters from which a term is surely what is meant, and not told
_PLAIN = frozenset({"op.correct", "op.yesno", "op.and", "op.back"})  # 换成不予处理，再算一遍占比 does more than put right


def correction_core(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> str:
    """“换成上海市科委” or “我问的是行政诉讼总计” of a message that corrects one body or one row; "" for any other."""
    if len(plain) > _LONGEST or not _CORRECTS.search(plain) or _ASKS.search(plain) or any(m.years or m.figure or _reckons(m) for m in mentions):
        return ""
    bodies = {m.name.agencies: m.text for m in mentions if m.name}
    terms = _terms(plain, tokens, mentions)
    official = [t for t in terms if len(t) >= _OFFICIAL]
    if len(bodies) == 1 and not official:
        return f"换成{next(iter(bodies.values()))}"
    return f"我问的是{official[0]}" if len(terms) == len(official) == 1 and not bodies else ""


def _reckons(mention: Mention) -> bool:
    return any(s.strong and s.kind == "op" and s.id not in _PLAIN for s in mention.senses)


def _terms(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[str]:
    """The Chinese terms that are surely named, as they are written."""
    sure = (r for r in runs_of_terms(plain, tokens, mentions) if any(s.strong and s.kind in TERMS for m in r for s in m.senses))
    written = (plain[tokens[r[0].start].start : tokens[r[-1].end - 1].end] for r in sure)
    return [term for term in written if not term.isascii()]
