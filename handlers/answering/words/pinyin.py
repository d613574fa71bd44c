"""A question typed in pinyin → characters: "dengzhou 2020 buyu gongkai jijian" → "dengzhou 2020 不予公开几件".

The cheapest way through the syllables: words of the lexicon first, then the segmenter's common words, then single characters.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.answering.words.lexicon import Lexicon
from handlers.answering.words.slips import without_slips
from handlers.answering.words.sounds import sound
from index.data_files import read_yaml
from index.nouns import dictionary
from index.ready_made import cached
from index.sounds import is_pinyin

PINYIN = Path(__file__).parents[3] / "data" / "pinyin.yaml"
_LATIN = re.compile(r"[a-zü]+(?:'[a-zü]+)*")
_RUN = re.compile(r"[a-zü']+(?: +[a-zü']+)*")
_COMMON = 200  # times the segmenter's list has seen a word
_ALL_SEEN = 6e7  # words the segmenter's list was counted over
_OF_FORM, _PER_CHARACTER = 6.5, 0.9  # cost of a wording of the lexicon: log scale, like that of other words
_ORDINARY = 10  # cost up to which a word is rather meant than a place that sounds like it
_APART = 2.5  # what a word costs for every space inside, when words are typed with spaces between
_RAREST, _KNOWN = 15.0, 12.0  # cost of a character that is hardly ever written alone; up to which it is no rare one
_TENS = [f"{ten}十" for ten in "二三四五六七八九"]
_HAN = r"[\u3400-\u9fff]"
_LEVEL = re.compile(r"(?:shi|xian|qu)\b")  # dengzhoushi: of the name
_THAT = re.compile("哪(?=个(?!.*[最更谁排])[^?？]*(?:多少|几[件个条项种]))")  # na ge shou fei, zeng jian ji xiang: one question word is enough
_SPACES = re.compile(f"(?<={_HAN}) +| +(?={_HAN})")
_PER_WORD = 4.2  # letters between two spaces from which the spaces part words, not syllables
_OF_NUMBERS = 7.5  # cost of a numeral, in data/pinyin.yaml
_FEWEST = 3  # syllables; one or two may be a name or an English word
_TYPED = 1.5  # what a word is cheaper by when it is typed as a word of its own


@dataclass(frozen=True, slots=True)
class Sounds:
    """Pinyin without spaces → (word, cost) of everyday words and single characters."""

    words: Mapping[str, tuple[str, float]]
    characters: Mapping[str, float]  # what each costs alone
    longest: int


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    text: str


def in_characters(text: str, kept: Sequence[tuple[int, int]], lexicon: Lexicon) -> str:
    """The text with its pinyin in characters; unchanged when its latin words are not all pinyin. `kept`: spans of names."""
    runs = list(_outside(text, kept))
    words = [w for run in runs for w in _LATIN.findall(run[0])]
    if not words or len(re.findall(_HAN, text)) > 1 or not all(is_pinyin(w.replace("ü", "v").replace("'", "")) for w in words) or sum(map(_syllables, words)) < _FEWEST:
        return text
    for run in reversed(runs):
        written = _read(run[0], lexicon)
        if written:
            text = text[: run.start()] + written + text[run.end() :]
    return _THAT.sub("那", _SPACES.sub("", text))


def ordinary(word: str) -> bool:
    """yiyang is rather 一样 than 益阳."""
    found = _sounds().words.get(word)
    return found is not None and len(found[0]) > 1 and found[1] < _ORDINARY


def _outside(text: str, kept: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    at = 0
    for start, end in [*sorted(kept), (len(text), len(text))]:
        yield from _RUN.finditer(text, at, start)
        level = _LEVEL.match(text, end)
        at = max(at, level.end() if level else end)


def _syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouvü]+", word)))


def _read(run: str, lexicon: Lexicon) -> str:
    """The cheapest words that sound like the run; '' when some of it is no word's sound."""
    letters, starts = "", set[int]()
    for part in run.replace("ü", "v").split():
        starts.add(len(letters))
        letters += part.replace("'", "")
    starts.add(len(letters))
    apart = _APART if len(letters) > _PER_WORD * (len(starts) - 1) else 0.0
    ways: dict[int, _Way] = {0: _Way(0.0, "")}
    for at in range(len(letters)):
        if at not in ways:
            continue
        for end, word, cost in _words_at(letters, at, starts, lexicon):
            typed = _TYPED if at in starts and end in starts else 0.0
            total = ways[at].cost + cost - typed + apart * sum(at < s < end for s in starts)
            if end not in ways or total < ways[end].cost:
                ways[end] = _Way(total, ways[at].text + word)
    return ways[len(letters)].text if len(letters) in ways else ""


def _words_at(letters: str, at: int, starts: set[int], lexicon: Lexicon) -> Iterator[tuple[int, str, float]]:
    everyday = _sounds()
    for key in lexicon.spelt.beginning(letters[at:]):
        _, rare, word = min((without_slips(w) != w, max(everyday.characters.get(c, _RAREST) for c in w), w) for w in lexicon.spelt[key])
        if len(word) > 1 and _fits(word, at, at + len(key), starts):
            yield at + len(key), word, _OF_FORM + _PER_CHARACTER * len(word) + max(0.0, rare - _KNOWN)
    for end in range(at + 1, min(at + everyday.longest, len(letters)) + 1):
        found = everyday.words.get(letters[at:end])
        if found and _fits(found[0], at, end, starts):
            yield end, *found


def _fits(word: str, at: int, end: int, starts: set[int]) -> bool:
    """Every space typed inside falls between two syllables."""
    inside = {s for s in starts if at < s < end}
    if not inside:
        return True
    ends, place = set[int](), at
    for syllable in sound(word).split():
        place += len(syllable)
        ends.add(place)
    return inside <= ends


@cache
def _sounds() -> Sounds:
    return cached("pinyin", (PINYIN, Path(__file__), dictionary()), _made, Sounds)


def _made() -> Sounds:
    words: dict[str, tuple[str, float]] = {}
    characters: dict[str, float] = {}
    for line in dictionary().read_text(encoding="utf-8").splitlines():
        word, seen, _ = line.split()
        if int(seen) >= _COMMON and len(word) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in word):
            key, cost = sound(word).replace(" ", ""), math.log(_ALL_SEEN / int(seen)) + (2 if len(word) == 1 else 0)
            if len(word) == 1:
                characters[word] = cost
            if key not in words or cost < words[key][1]:
                words[key] = (word, cost)
    for written, cost in read_yaml(PINYIN)["words"].items():
        for word in [*str(written).split(), *(_counted() if cost == _OF_NUMBERS else ())]:
            key = sound(word).replace(" ", "")
            if key not in words or float(cost) < words[key][1]:
                words[key] = (word, float(cost))
    return Sounds(words, characters, max(map(len, words)))


def _counted() -> Iterator[str]:
    """十件 … 九十九个, 三万件, 五百条."""
    small = [f"{ten}{one}" for ten in ("十", *_TENS) for one in ("", *"一二三四五六七八九")]
    large = [f"{one}{power}" for one in "一二两三四五六七八九" for power in "百千万亿"]
    yield from (f"{number}{of}" for number in (*"一两三四五六七八九", *small, *large) for of in ("件", "个", "条", "项"))
