"""What is to be done with figures, said in other words (翻番了吗, 每百件里几件, 三位数) or signs (新收+结转): data/rephrased.yaml brings it to the words of data/operations.yaml."""

from functools import cache

from handlers.answering.words.dialects import DIALECT
from handlers.answering.words.needed import Sieve
from handlers.answering.words.rewriting import Rewriting, rewritings, rewritten

REPHRASED = DIALECT.with_name("rephrased.yaml")


def rephrased(text: str) -> str:
    """The normalised question with such words as the common ones."""
    return rewritten(text, _patterns())


@cache
def _patterns() -> Sieve[Rewriting]:
    return rewritings(REPHRASED)
