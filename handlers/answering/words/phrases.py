"""Phrases of English with many free words (data/lexicon/phrases.yaml), each as one pattern instead of thousands of wordings."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from index.data_files import read_yaml

PHRASES = Path(__file__).parents[3] / "data" / "lexicon" / "phrases.yaml"
_WORD = re.compile(r"[a-z]{4,}")
_CHOICE = re.compile(r"\(([^()]*)\)")
_BETWEEN = r"[ '\"()-]*"


def phrase_patterns() -> Iterator[tuple[str, str]]:
    """(what it means, regular expression), in the order of the file."""
    for key, templates in _content().items():
        yield from ((key, phrase_pattern(template)) for template in templates)


def phrase_pattern(template: str) -> str:
    """(a|b|) as in the other files: spaces are free, a plural s is, and it begins and ends with a word."""
    longest_first = _CHOICE.sub(lambda group: f"({'|'.join(sorted(group[1].split('|'), key=len, reverse=True))})", template)
    words = _WORD.sub(lambda word: word[0].removesuffix("s") + "s?", longest_first)
    return f"(?<![a-z])(?:{words.replace('(', '(?:').replace(' ', _BETWEEN)})(?<=[a-z0-9])(?![a-z0-9])"


@cache
def _content() -> dict[str, list[str]]:
    content: dict[str, list[str]] = read_yaml(PHRASES)
    return content
