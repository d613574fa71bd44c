"""What follows a name and belongs to it: an end that is misspelt (洪泽曲, 上海市科为, 沭阳县发改居), its place misspelt (平谭综合实验区), another name of it in brackets (上海市科委（科学技术委员会）)."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from index.sounds import sound_key

if TYPE_CHECKING:
    from index.vocabulary import NameHit

Tail = tuple[int, str, int]  # (where the name ends, the name meant, whose it is)

_LONGEST = 8
_MOST = 40  # agencies of one place that are looked at
_BRACKETS = re.compile(r"\s*[(（]([^()（）]{3,24})[)）]")
_EVERYDAY = frozenset("是时事世市式十使实试去取全和或与向想相象县先现线")  # said behind a name, and sound like 市, 区, 县


def tail_heard(text: str, start: int, end: int, said: str, names: Iterable[tuple[int, str]]) -> Tail | None:
    """The longest name that begins with what is `said` from `start` to `end` and goes on as the text sounds; None when none does. `names`: (owner, name)."""
    found = ((owner, name, text[end : end + len(name) - len(said)]) for owner, name in names if name.startswith(said) and 0 < len(name) - len(said) <= _LONGEST)
    misspelt = text[start:end] != said
    heard = [(end + len(typed), name, owner) for owner, name, typed in found if _sounds(typed, name[len(said) :], misspelt)]
    return max(heard, key=lambda tail: tail[0], default=None)


def _sounds(typed: str, meant: str, misspelt: bool) -> bool:
    """The same sound; the same characters behind a beginning that is `misspelt`."""
    if len(typed) != len(meant) or not all("\u4e00" <= c <= "\u9fff" for c in typed):
        return False
    if typed == meant:
        return misspelt and len(meant) > 1
    alike = any(one == other for one, other in zip(typed, meant, strict=True))
    return (alike or (len(typed) == 1 and typed not in _EVERYDAY)) and sound_key(typed) == sound_key(meant)


def with_tails(text: str, hits: Collection["NameHit"], names: Callable[[int], Iterable[str]]) -> Iterator["NameHit"]:
    """The hits, each with the end of its name that is misspelt. `names`: of an agency by its id."""
    begins = sorted(hit.start for hit in hits)
    for hit in hits:
        ids = dict.fromkeys((*hit.agencies, *hit.beside))
        tail = tail_heard(text, hit.start, hit.end, hit.said or hit.text, ((i, name) for i in ids for name in names(i))) if len(ids) <= _MOST else None
        if tail and not any(hit.end <= other < tail[0] for other in begins):
            end, name, owner = tail
            yield replace(hit, end=end, text=text[hit.start : end], agencies=(owner,), how="pinyin", said=name, beside=(), inside=())
        else:
            yield hit


def with_brackets(text: str, hits: Collection["NameHit"], names: Callable[[int], Iterable[str]]) -> Iterator["NameHit"]:
    """The hits, each with the brackets behind it that only name the same agency by another name, or by the end of one."""
    swallowed = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        beside = _BRACKETS.match(text, hit.end) if len(hit.agencies) == 1 else None
        same = beside and any(name.endswith(beside[1]) for name in names(hit.agencies[0]))
        if hit.start < swallowed:
            continue
        swallowed = beside.end() if beside and same else swallowed
        yield replace(hit, end=beside.end(), text=text[hit.start : beside.end()]) if beside and same else hit
