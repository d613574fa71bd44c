"""Small words of dialects as the common ones (咗 → 了, 唔 → 不): the list of data/dialect.yaml, laid over questions and wordings alike."""

import re
from functools import cache
from pathlib import Path

from handlers.answering.words.needed import Sieve
from handlers.answering.words.rewriting import Rewriting, rewritings, rewritten
from index.data_files import read_yaml

DIALECT = Path(__file__).parents[3] / "data" / "dialect.yaml"


def common_speech(text: str) -> str:
    """The text with small words of dialects as the common ones; a text without any is left as it is."""
    words, known = _words()
    return rewritten(known.sub(lambda found: words[found[0]], text), _patterns())


def common_pattern(pattern: str) -> str:
    """The same for the words of a regular expression; 几多? is 几 or 几多, and stays; in [几多] they are two characters."""
    words, known = _words()
    single = re.compile("|".join(w for w in words if len(w) == 1))
    one_of = r"\[(?:\\.|[^\]\\])*\]"
    return re.sub(f"{one_of}|(?:{known.pattern})(?![?*+{{])|{single.pattern}", lambda found: words.get(found[0]) or single.sub(lambda one: words[one[0]], found[0]), pattern)


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    words = {str(written): str(common) for written, common in read_yaml(DIALECT)["words"].items()}
    return words, re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


@cache
def _patterns() -> Sieve[Rewriting]:
    return rewritings(DIALECT)
