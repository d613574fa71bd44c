"""One character of an everyday word written with another that sounds the same (身请, 几剑), twice (申请请) or in the other order (讼诉)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from handlers.answering.words import needed, programs, rewriting
from handlers.answering.words.needed import Sieve
from handlers.answering.words.rewriting import Rewriting, rewritings, rewritten
from handlers.answering.words.sounds import syllable
from index.data_files import read_yaml
from index.nouns import dictionary
from index.ready_made import cached

SLIPS = Path(__file__).parents[3] / "data" / "slips.yaml"
_COMMON = 50  # times the segmenter's list has seen a word that a reader would see in the characters
_RARE = 8600  # times it has seen a character alone, up to which two of them side by side are hardly two words
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_TWICE = re.compile(r"([\u4e00-\u9fff])(?<![零〇一二三四五六七八九十百千万])\1")


@dataclass(frozen=True, slots=True)
class Slips:
    """What is written → what is meant, the everyday words, all that may be seen in the characters beside, and those of one character twice."""

    meant: Mapping[str, str]
    everyday: frozenset[str]
    words: frozenset[str]
    twice: frozenset[str]
    kept: frozenset[str]
    patterns: Sieve[Rewriting]


def without_slips(text: str) -> str:
    """The text with such slips set right; a text without any is left as it is."""
    known = _slips()
    return _HAN.sub(lambda run: _set_right(_once(run[0], known), known), rewritten(text, known.patterns))


def said_twice(pair: str) -> bool:
    """看看, 市市: one character twice on purpose."""
    return pair in _slips().twice


def everyday(word: str) -> bool:
    """A word of data/slips.yaml."""
    return word in _slips().everyday


def kept(pair: str) -> bool:
    """里哪: looks like a slip and is none."""
    return pair in _slips().kept


def seen(word: str) -> bool:
    """A word of two characters that a reader would see in them."""
    return word in _slips().words


def _once(run: str, known: Slips) -> str:
    """部部分, 政务务信息: a character that only one of its neighbours goes with was typed twice; 处理理由 are two words."""
    for found in reversed(list(_TWICE.finditer(run))):
        before, after = run[max(found.start() - 1, 0) : found.start() + 1], run[found.end() - 1 : found.end() + 1]
        if found[0] not in known.twice and (before in known.words) != (after in known.words):
            run = run[: found.start()] + run[found.start() + 1 :]
    return run


def _set_right(run: str, known: Slips) -> str:
    if known.meant.keys().isdisjoint(map(add, run, run[1:])):
        return run
    for at in range(len(run) - 1):
        meant = known.meant.get(run[at : at + 2])
        turned = meant and meant[::-1] == run[at : at + 2]
        if meant and not any(len(b) > 1 and b[0] != "年" and (b in known.words or (turned and b in known.everyday)) for b in (run[max(at - 1, 0) : at + 1], run[at + 1 : at + 3])):
            run = run[:at] + meant + run[at + 2 :]  # not where the words beside end or begin in it; 2020年|节转: the year is no 年节
    return run


@cache
def _slips() -> Slips:
    return cached("slips", (SLIPS, Path(__file__), Path(rewriting.__file__), Path(needed.__file__), Path(programs.__file__), dictionary()), _made, Slips)


def _made() -> Slips:
    content = read_yaml(SLIPS)
    seen = {word: int(times) for word, times, _ in map(str.split, dictionary().read_text(encoding="utf-8").splitlines()) if len(word) <= 2}
    pairs = {word: times for word, times in seen.items() if len(word) == 2}
    words, kept = dict.fromkeys(str(content["words"]).split()), str(content["kept"]).split()
    meant: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for written in (*_written(word), *_turned(word, seen, str(content["steady"]))):
            if written not in pairs and written not in words and written not in kept:
                meant[written].append(word)
    common = frozenset(w for w, times in pairs.items() if times >= _COMMON)
    twice = frozenset(w for w, times in pairs.items() if w[0] == w[1] and times >= 2 * _COMMON) | frozenset(str(content["twice"]).split())
    return Slips({w: m[0] for w, m in meant.items() if len(m) == 1}, frozenset((*words, *str(content["longer"]).split())), common, twice, frozenset(kept), rewritings(SLIPS))


def _written(word: str) -> Iterator[str]:
    """The word with one character that sounds the same."""
    alike = _alike()
    yield from (other + word[1] for other in alike[syllable(word[0])] if other != word[0])
    yield from (word[0] + other for other in alike[syllable(word[1])] if other != word[1])


def _turned(word: str, seen: Mapping[str, int], steady: str) -> Iterator[str]:
    """The word with its characters in the other order, when one of them hardly stands alone."""
    if min(seen.get(c, 0) for c in word) <= _RARE and not set(word) & set(steady):
        yield word[1] + word[0]


@cache
def _alike() -> Mapping[str, list[str]]:
    """Characters of GB 2312 by sound."""
    sounds: dict[str, list[str]] = defaultdict(list)
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            character = bytes((high, low)).decode("gb2312", "ignore")
            if character:
                sounds[syllable(character)].append(character)
    return sounds
