"""English as the lexicon has it: one way to negate (wasn't given → not given), one spelling, and another form of a verb for one that is not known."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from handlers.answering.words.needed import Sieve
from handlers.answering.words.rewriting import Rewriting, rewritings, rewritten
from index.data_files import read_yaml

ENGLISH = Path(__file__).parents[3] / "data" / "english.yaml"
_LATIN = re.compile("[a-z]{3}")
_MEMBER = r"(?!(?:how|what|which|who|when|where|why|did|does|do|is|are|was|were|has|have|i|we|it|they|please|tell|give|show|can|could|and|or|but|then|so|not counting|if)\b)[a-z'/-]+(?: [a-z'/-]+){0,3}"
_LISTED = re.compile(rf"(?<=[a-z\"]), (?={_MEMBER}(?:, {_MEMBER}){{0,4}},? (?:and|or|&|plus) (?!how\b|what\b|which\b))", re.ASCII)
_LAST = re.compile(r"(、[^,.?!;、]+), (?=(?:and|or|plus) )")
_SHORTEST = 3  # letters of a verb


def plain_english(text: str) -> str:
    """Lower-case text with its English in plain form; a text without any is left as it is."""
    if _LATIN.search(text):
        text = _LAST.sub(r"\1 ", _LISTED.sub("、", rewritten(text, _patterns())))  # refused, not held or not processed: one list
    return text


def forms_of(word: str) -> Iterator[str]:
    """Other forms of the verb that the word may be one of: refusing → refuse, refused."""
    found = dict.fromkeys(_irregular().get(word, ()))
    for base in _bases(word):
        found |= dict.fromkeys((base, *_irregular().get(base, _regular(base))))
    return (form for form in found if form != word)


def _bases(word: str) -> list[str]:
    """What may stand before -ed, -ing and -s; the word itself first."""
    cut = [word[: -len(e)] for e in ("ing", "ed", "es", "s") if word.endswith(e) and len(word) - len(e) >= _SHORTEST]
    doubled = [c[:-1] for c in cut if c[-1] == c[-2]]
    return [b for b in (word, *cut, *(c + "e" for c in cut), *doubled, *(c[:-1] + "y" for c in cut if c[-1] == "i")) if len(b) >= _SHORTEST]


def _regular(base: str) -> tuple[str, ...]:
    stem = base.removesuffix("e")
    past = base[:-1] + "ied" if base.endswith("y") and base[-2:-1] not in "aeou" else stem + "ed"
    return (past, stem + "ing", stem + stem[-1] + "ed", stem + stem[-1] + "ing")


@cache
def _patterns() -> Sieve[Rewriting]:
    return rewritings(ENGLISH, ascii_only=True)


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    lines = [tuple(line.split()) for line in read_yaml(ENGLISH)["verbs"]]
    return {form: line for line in lines for form in line}
