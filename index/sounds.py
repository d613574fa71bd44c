"""Toneless syllables of Chinese characters, and the ordinary words that sound like a place (data/soundalikes.txt)."""

import os
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # read on import: its phrases cost 40 MB, and only single characters are asked for

from pypinyin import pinyin_dict
from pypinyin.contrib.tone_convert import to_normal

_DATA = Path(__file__).parent.parent / "data"


@cache
def syllable(character: str) -> str:
    """The usual reading of one character; the character itself when it has none."""
    readings = pinyin_dict.pinyin_dict.get(ord(character))
    return to_normal(readings.split(",")[0]).replace("ü", "v") if readings else character


def sound_key(word: str) -> str:
    """The key a word is heard under: "deng zhou"."""
    return " ".join(map(syllable, word))


@cache
def soundalikes() -> Mapping[str, tuple[str, ...]]:
    """Ordinary words by the pinyin they share with a place: gongyi -> (公益, 工艺), for 巩义."""
    lines = (line.split() for line in (_DATA / "soundalikes.txt").read_text(encoding="utf-8").splitlines())
    return {key: tuple(words) for key, *words in lines}


@cache
def soundalike_words() -> frozenset[str]:
    """Words that are never a misspelt place."""
    return frozenset(word for words in soundalikes().values() for word in words)


@lru_cache(maxsize=4096)
def is_pinyin(word: str) -> bool:
    """Whether a latin word is made of syllables of Mandarin."""
    return not word or any(word.startswith(s) and is_pinyin(word[len(s):]) for s in _syllables())


@cache
def _syllables() -> tuple[str, ...]:
    return tuple((_DATA / "syllables.txt").read_text(encoding="utf-8").split())
