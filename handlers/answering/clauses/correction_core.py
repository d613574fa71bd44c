"""前面表述有误，实际所指为行政诉讼总计: the one thing that somebody puts right, without all that is told around it."""

import re
from collections.abc import Sequence

from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.speech import saying

_CORRECTS = saying("telling.corrects")
_ASKS = saying("telling.asks_more")
_LONGEST = 50  # characters of a message that only puts something right
_OFFICIAL = 4  # characters from which a term is surely what is meant, and not told
_SMALL = re.compile("[ 的“”\"]*(?:结果)?")
_PLAIN = frozenset({"op.correct", "op.yesno", "op.and", "op.back"})  # 换成不予处理，再算一遍占比 does more than put right
_TERMS = frozenset({"row", "column", "fact", "metric"})


def correction_core(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> str:
    """“换成上海市科委” or “我问的是行政诉讼总计” of a message that corrects one body or one row; "" for any other."""
    if len(plain) > _LONGEST or not _CORRECTS.search(plain) or _ASKS.search(plain) or any(m.years or m.figure for m in mentions):
        return ""
    if any(s.strong and s.kind == "op" and s.id not in _PLAIN for m in mentions for s in m.senses):
        return ""
    bodies = {m.name.agencies: m.text for m in mentions if m.name}
    runs = [r for r in _runs(plain, tokens, mentions) if not r.isascii()]
    official = [r for r in runs if len(r) >= _OFFICIAL]
    if len(bodies) == 1 and not official:
        return f"换成{next(iter(bodies.values()))}"
    return f"我问的是{official[0]}" if len(runs) == len(official) == 1 and not bodies else ""


def _runs(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[str]:
    """Stretches of terms that follow one another: 行政诉讼|总计."""
    runs: list[list[Mention]] = []
    for mention in (m for m in mentions if m.kinds() & _TERMS):
        if runs and _SMALL.fullmatch(plain[tokens[runs[-1][-1].end - 1].end : tokens[mention.start].start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    sure = (r for r in runs if any(s.strong and s.kind in _TERMS for m in r for s in m.senses))
    return [plain[tokens[r[0].start].start : tokens[r[-1].end - 1].end] for r in sure]
