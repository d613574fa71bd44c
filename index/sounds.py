"""Toneless syllables of Chinese characters, and the ordinary words that sound like a place (data/soundalikes.txt)."""

import os
import sys
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from index.ready_made import cached

_DATA = Path(__file__).parent.parent / "data"


def syllable(character: str) -> str:
    """The usual reading of one character; the character itself when it has none."""
    return _readings().get(character, character)


@cache
def _readings() -> Mapping[str, str]:
    spec = find_spec("pypinyin")
    source = (Path(spec.origin).with_name("pinyin_dict.py"),) if spec and spec.origin else ()
    return cached("syllables", (*source, Path(__file__)), _read, dict)


def _read() -> dict[str, str]:
    """Character → toneless syllable, of every character that has a reading."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # read on import: its phrases cost 40 MB, and only single characters are asked for
    from pypinyin import pinyin_dict
    from pypinyin.contrib.tone_convert import to_normal

    first = ((chr(code), readings.split(",")[0]) for code, readings in pinyin_dict.pinyin_dict.items() if readings)
    return {character: sys.intern(to_normal(reading).replace("ü", "v")) for character, reading in first}


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
