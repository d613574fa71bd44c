"""Stories of a row with other words between (先走过复议再去告的): the patterns of data/lexicon/shapes.yaml, laid over a question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import yaml

from handlers.answering.lexicon import DATA, LexiconError, Sense, kind_of
from handlers.answering.mentions import Mention, Token

_WITHIN = {"~": "[^,，。;；:：、?？!！]{0,6}?", "…": "[^。;；?？!！]{0,12}?"}

Shapes = tuple[tuple[tuple[Sense, ...], re.Pattern[str]], ...]


@cache
def load_shapes() -> Shapes:
    """(rows and columns, pattern) in the order of the file. Raises LexiconError with the row and the reason."""
    content = yaml.safe_load((DATA / "lexicon" / "shapes.yaml").read_text(encoding="utf-8"))
    parts = content.pop("parts", {})
    return tuple((_senses(key), _compiled(key, pattern, parts)) for key, patterns in content.items() for pattern in patterns)


def _senses(key: str) -> tuple[Sense, ...]:
    """"s4.suit+.corrected": a row and its column at once."""
    return tuple(Sense(identifier, kind_of(identifier), True) for identifier in key.split("+"))


def _compiled(row: str, pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    for name, words in reversed(parts.items()):
        pattern = pattern.replace(f"<{name}>", words)
    for sign, words in _WITHIN.items():
        pattern = pattern.replace(sign, words)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise LexiconError(f"shapes.yaml: {row}: {error} in {pattern!r}") from error


def shaped(text: str, tokens: Sequence[Token], others: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of the rows told that way, each with all its words; names, years and numbers are never swallowed."""
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tokens)}
    told = [m for m in others if m.name or m.years or (m.figure and m.text[0].isdigit())]
    for senses, pattern in load_shapes():
        for found in filter(None, (pattern.match(text, at) for at in starts)):
            start, end = starts[found.start()], ends.get(found.end())
            if end is not None and start < end and not any(m.start < end and start < m.end for m in told):
                yield Mention(start, end, found[0], senses)
