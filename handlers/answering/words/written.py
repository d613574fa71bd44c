"""How a wording is written where it is looked up: characters joined, latin words one space apart and without plural s."""

import re

from handlers.answering.words.dialects import common_speech
from handlers.answering.words.english import plain_english
from index.text import normalise

_LATIN = re.compile(r"[\x00-\x7f]")
_WORD = re.compile(r"[a-z]+|\d+|[^\Wa-z\d_]")


def spelling(text: str) -> str:
    """A wording as it is looked up: characters joined, latin words and numbers apart by one space."""
    tokens = _WORD.findall(plain_english(common_speech(normalise(text).lower())))
    return join(tokens)


def join(tokens: list[str]) -> str:
    """Tokens as one spelling."""
    out = "".join(tokens)
    if not _LATIN.search(out):
        return out
    out = ""
    for token in tokens:
        out = joined(out, token)
    return out


def joined(before: str, token: str) -> str:
    """A spelling with one token more."""
    apart = before and before[-1].isascii() and token[0].isascii()
    return f"{before} {stem(token)}" if apart else before + stem(token)


def stem(word: str) -> str:
    """An English word without its plural s; everything else as it is."""
    if len(word) > 3 and word.isascii() and word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word
