"""A bureau behind its place by less than its name: 沭阳发改, Shanghai STCSM, shanghai kewei."""

import re
from collections.abc import Iterator
from functools import cache

from index.models import Agency
from index.organ_words import load_organ_words, stem_of
from index.sounds import syllable

_LATIN = re.compile(r"\s*([a-z]+(?: [a-z]+)?)\b")
_KINDS = "[bcdo]"  # bureau, commission, department, office
_SHORTEST = 2


def bureau_behind(text: str, end: int, place: tuple[str, ...], bureau: Agency) -> int:
    """Where the words of the bureau end that follow its place at `end`; `end` itself when none do. `place`: every name of the place."""
    bodies = _bodies(bureau.names or (bureau.name,), place)
    said = max((body for body in bodies if text.startswith(body, end)), key=len, default="")
    latin = _LATIN.match(text, end)
    if said or latin is None:
        return end + len(said)
    words = latin[1]
    for heard in (words, words.split(" ")[0]):
        if heard.replace(" ", "") in _spelt(bodies) or _is_initials(heard, bureau.name):
            return latin.start(1) + len(heard)
    return end


def _bodies(names: tuple[str, ...], place: tuple[str, ...]) -> frozenset[str]:
    """发展和改革局, 发改局, 发改, 发展和改革."""
    found = {name.removeprefix(outer) for name in names for outer in place if name.startswith(outer)}
    found |= {stem_of(body) for body in found} | {body.removesuffix("委") for body in found}
    return frozenset(body for body in found if len(body) >= _SHORTEST)


@cache
def _spelt(bodies: frozenset[str]) -> frozenset[str]:
    return frozenset("".join(map(syllable, body)) for body in bodies)


def _is_initials(word: str, name: str) -> bool:
    """STCSM, ST + Commission + Shanghai Municipality: the first letters of what the bureau deals with, then of its kind and place."""
    return any(re.fullmatch(rf"{letters}{_KINDS}[a-z]?[mcp]?", word) for letters in _initials(name))


def _initials(name: str) -> Iterator[str]:
    for english, stem in load_organ_words().english.items():
        letters = "".join(word[0] for word in re.split("[ -]", english) if word != "and")
        if stem in name and len(letters) >= _SHORTEST:
            yield letters
