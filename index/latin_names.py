"""Names of places in latin letters: Dengzhou, deng zhou, Huai'an, Shanghai Science and Technology Commission, denzhou."""

import re
import string
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from index.name_reader import Reading
from index.organ_words import load_organ_words
from index.places import Places, Region
from index.sounds import is_pinyin, soundalikes

_WORD = re.compile(r"[a-z]+(?:'(?!s\b)[a-z]+)*")
_KIND_OF_PLACE = re.compile(
    r"\s+(?:city|county|district|province|municipality|municipal|(?:comprehensive\s+)?(?:experimental|pilot|development|new)\s+(?:zone|area))\b"
)
# A misspelt name stands at the beginning, beside a year or after one of these.
_NAME_BEFORE = re.compile(r"(?:^|\b(?:in|of|for|from|about|does|did|has|is|was|to|average|mean|total|than|and|with|vs|versus|between|were|rank|show|list|give|me|how|for|across|by|at|against|before|within|near|around|under|had|have|should|can|could|will|would|into|like|as|over|than|beside|besides|only|just|or|then|also|han|he|gen|bi|na|kan|cha)\s+|\d{4}\s*年?\s*|[\u4e00-\u9fff])$")
_NAME_AFTER = re.compile(r"\s*(?:'s\b|\d{4}|[\u4e00-\u9fff])")
# Beside these pingtan is 平摊, what falls to each.
_SPREAD_BEFORE = re.compile(r"(?:mei|yue|nian|jia|ge|tian|an|jidu|jun|dou)\s*$")
_SPREAD_AFTER = re.compile(r"\s*(?:xia|dao|mei|gei|yi)")
_GOVERNMENT = re.compile(r"(?:'s)?\s+(?:people's\s+)?government\b")
_MOST_WORDS = 3
_SURE = 5  # letters from which a word that is a place is no syllable or English word
_NEAR = range(6, 25)  # letters of a word that may be a misspelt place


def latin_words(text: str) -> list[tuple[int, int, str]]:
    """(start, end, letters) of each word."""
    return [(word.start(), word.end(), word[0].replace("'", "")) for word in _WORD.finditer(text)]


def spelt_places(text: str, places: Places, known: Callable[[Region], bool]) -> Iterator[tuple[int, int, tuple[Region, ...]]]:
    """Places written in pinyin, as one word or syllable by syllable; wen deng zhou is 邓州 when that is `known` and 文登 is not."""
    words = latin_words(text)
    number = 0
    while number < len(words):
        more, regions = _longest_from(text, words, number, places, known)
        rivals = (_longest_from(text, words, later, places, known)[1] for later in range(number + 1, number + more))
        if regions and (any(map(known, regions)) or not any(known(r) for rival in rivals for r in rival)):
            yield words[number][0], words[number + more - 1][1], regions
            number += more - 1
        number += 1


def _longest_from(text: str, words: Sequence[tuple[int, int, str]], number: int, places: Places, known: Callable[[Region], bool]) -> tuple[int, tuple[Region, ...]]:
    """(words, places) of the longest name that begins with that word; (1, ()) when none does."""
    for more in range(min(_MOST_WORDS, len(words) - number), 0, -1):
        if regions := _spelt(text, words[number][0], words[number + more - 1][1], places, known):
            return more, regions
    return 1, ()


def _spelt(text: str, start: int, end: int, places: Places, known: Callable[[Region], bool]) -> tuple[Region, ...]:
    key = re.sub(r"[ '-]", "", text[start:end])
    regions = _named_today(places.by_pinyin(key), places) if key.isalpha() else ()
    if not regions or "'" in text[start:end] or _KIND_OF_PLACE.match(text, end):
        return regions
    if len(key) < _SURE:
        return ()
    if key not in soundalikes():
        return regions
    stands = " " in text[start:end] and _NAME_AFTER.match(text, end) and not _SPREAD_BEFORE.search(text[:start])  # ping tan 2022
    return tuple(r for r in regions if r.level in ("province", "city") or (stands and known(r)))


def _named_today(regions: Sequence[Region], places: Places) -> tuple[Region, ...]:
    """Huaiyin is the district of that name, not the city that had it once; a name nobody bears today is its successor."""
    bearers = tuple(r for r in regions if places.today(r) == r)
    return tuple(dict.fromkeys(bearers or map(places.today, regions)))


def english_body(text: str, start: int, end: int, regions: tuple[Region, ...]) -> Reading:
    """A place together with the English words for its kind, its government or a department of it."""
    if kind := _KIND_OF_PLACE.match(text, end):
        end = kind.end()
    if government := _GOVERNMENT.match(text, end):
        return Reading(start, government.end(), regions, "government", True)
    if department := _departments().match(text, end):
        stem = load_organ_words().english[re.sub(r"\s?(?:&|\band\b)\s?", " and ", department["stem"])]
        kind_word = {"commission": "委员会", "committee": "委员会", "office": "办公室"}.get(department["kind"], "局")
        return Reading(start, department.end(), regions, stem + kind_word, True)
    return Reading(start, end, regions, "", True)


@cache
def _departments() -> re.Pattern[str]:
    stems = sorted(load_organ_words().english, key=len, reverse=True)
    names = "|".join(re.escape(stem).replace("and", "(?:and|&)").replace(r"\ (?:and|&)\ ", r"\s?(?:and|&)\s?") for stem in stems)
    return re.compile(rf"(?:'s)?\s+(?:municipal\s+)?(?P<stem>{names})\s+(?P<kind>bureau|commission|committee|department|office)\b")


def latin_near(text: str, start: int, end: int, places: Places, known: Callable[[Region], bool]) -> tuple[Region, ...]:
    """Places of the index one letter away from a word in pinyin that is no place: denzhou, hangzou."""
    word = text[start:end].replace("'", "")
    before = text[max(0, start - 14): start]
    sure = any(known(places.today(r)) for r in places.by_pinyin(word)) and not (_SPREAD_BEFORE.search(before) or _SPREAD_AFTER.match(text, end))
    stands = sure or _NAME_BEFORE.search(before) or _NAME_AFTER.match(text, end)
    if len(word) not in _NEAR or not stands or not is_pinyin(word):
        return ()
    found = (places.today(r) for spelling in sorted(set(_one_letter_off(word))) for r in places.by_pinyin(spelling))
    return tuple(dict.fromkeys(r for r in found if known(r)))


def _one_letter_off(word: str) -> Iterator[str]:
    for i in range(len(word) + 1):
        before, after = word[:i], word[i:]
        yield from (before + letter + after for letter in string.ascii_lowercase)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in string.ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
