"""Terms that follow one another and name one thing: 行政诉讼|总计, 行政复议|结果|维持."""

import re
from collections.abc import Iterable, Sequence

from handlers.answering.words.mentions import Mention, Token

TERMS = frozenset({"row", "column", "fact", "metric"})
_BETWEEN = re.compile("[ 的“”\"]*(?:结果)?")


def runs_of_terms(plain: str, tokens: Sequence[Token], mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Every stretch of such terms, in order."""
    runs: list[list[Mention]] = []
    for mention in (m for m in mentions if m.kinds() & TERMS):
        if runs and _BETWEEN.fullmatch(plain[tokens[runs[-1][-1].end - 1].end : tokens[mention.start].start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs
