"""Tables that find a word of the lexicon by its sound, or written with a character wrong or left out."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from handlers.answering.words.sounds import blurred, sound

if TYPE_CHECKING:
    from handlers.answering.words.lexicon import Sense

_HAN = re.compile(r"[\u3400-\u9fff]")
_Table = dict[str, list[str]]
_HEARD_KINDS = frozenset({"row", "column", "fact", "metric", "detail", "definition", "op", "filler"})
_LONGEST_HEARD = 8  # characters; longer wordings are made of shorter ones
_SHORTEST_NEAR = 4
_SHORTEST_CUT = 3  # characters of a word that is known without one of them


def by_sound(words: Mapping[str, tuple["Sense", ...]]) -> tuple[_Table, _Table, _Table]:
    """(by sound, by coarse sound, by pinyin without spaces)."""
    tables: tuple[_Table, _Table, _Table] = ({}, {}, {})
    for word, senses in words.items():
        if len(word) > _LONGEST_HEARD or not all(map(_HAN.match, word)):
            continue
        key = sound(word)
        if not all(s.kind == "topic" for s in senses):
            tables[2].setdefault(key.replace(" ", ""), []).append(word)
        if len(word) > 1 and any(s.kind in _HEARD_KINDS for s in senses):
            tables[0].setdefault(key, []).append(word)
            tables[1].setdefault(blurred(key), []).append(word)
    return tables


def nearly(plain: Iterable[str]) -> _Table:
    """Spelling with one character left out → spellings: two that differ by one character share a key."""
    table: _Table = {}
    for word in plain:
        if len(word) >= _SHORTEST_NEAR + word.isascii():
            for key in near_keys(word):
                table.setdefault(key, []).append(word)
    return table


def shortened(words: Iterable[str]) -> _Table:
    """Spelling without one of its characters → the words: 自人 → 自然人."""
    table: _Table = {}
    for word in words:
        if _SHORTEST_CUT <= len(word) <= _LONGEST_HEARD and all(map(_HAN.match, word)):
            for key in near_keys(word) - {word}:
                table.setdefault(key, []).append(word)
    return table


def near_keys(word: str) -> set[str]:
    """The word and all ways to leave one character out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
