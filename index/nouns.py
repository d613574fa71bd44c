"""Common nouns of Chinese, from the word list of the segmenter; read as text, without loading the segmenter."""

from collections.abc import Iterator
from importlib.resources import files

_TAGS = frozenset({"n", "nt", "nz", "vn", "j", "ng"})  # nouns, bodies, other names, nouns of verbs, short forms
_LENGTHS = range(2, 6)  # characters; one character alone is no evidence


def common_nouns() -> Iterator[str]:
    """Every noun of two to five characters, in the order of the list. Source: dict.txt of jieba, "word frequency tag"."""
    with (files("jieba") / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.split()
            if tag in _TAGS and len(word) in _LENGTHS:
                yield word
