"""Which characters and pairs of them a regular expression cannot do without: most patterns are ruled out by a look at those of a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import add
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from handlers.answering.words.programs import Program, program_of

Needs = tuple[frozenset[str], ...]

_MANY = 4  # sets kept of one pattern: the smallest
_WIDE = 40  # characters or pairs of a set that rules out little
_SELDOM = 0.2  # of a pair, against one of its characters


@dataclass(frozen=True)
class Pattern:
    """A regular expression, loaded when a text first has the characters that it needs."""

    program: Program
    needs: Needs  # of each set one character or pair stands in every text that fits

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return self.program.loaded()


P = TypeVar("P", bound=Pattern)


class Sieve(Generic[P]):
    """Patterns in their order; a text is held only against those that ask for one of its characters."""

    def __init__(self, patterns: Iterable[P]) -> None:
        self.patterns: Sequence[P] = tuple(patterns)
        self._enough: dict[str, int] = {}  # character or pair → the needs that it meets: bit k · number of patterns + n is need k of pattern n
        self._none = 0  # the needs that are none
        for bit, need in enumerate(pattern.needs[k : k + 1] for k in range(_MANY) for pattern in self.patterns):
            self._none |= (not need) << bit
            for sign in need[0] if need else ():
                self._enough[sign] = self._enough.get(sign, 0) | 1 << bit
        self._asked = frozenset(self._enough)

    def fitting(self, text: str, since: int = 0) -> Iterator[tuple[int, P]]:
        """The patterns that the text may fit, from number `since` on, each with its number."""
        met = self._none
        for sign in self._asked & _signs(text):
            met |= self._enough[sign]
        count = len(self.patterns)
        left = (1 << count) - 1 >> since << since
        for k in range(_MANY):
            left &= met >> k * count
        while left:
            number = (left & -left).bit_length() - 1
            yield number, self.patterns[number]
            left &= left - 1


@lru_cache(maxsize=64)
def _signs(text: str) -> frozenset[str]:
    """Its characters and pairs: several lists are held against one text."""
    return frozenset((*text, *map(add, text, text[1:])))


def prepared(written: str) -> tuple[Program, Needs]:
    """What a Pattern is made of. Raises re.error for a pattern that is none."""
    return program_of(written), needs_of(written)


def needs_of(pattern: str) -> Needs:
    """Sets of characters and pairs: a text that fits the pattern has one of each. Raises re.error for a pattern that is none."""
    found = sorted(set(_of_sequence(parser.parse(pattern))), key=lambda need: (_telling(need), min(need)))
    return tuple(need for need in found if len(need) <= _WIDE)[:_MANY]


def _telling(need: frozenset[str]) -> float:
    """How little it rules out: a pair is said more seldom than a character."""
    return sum(1 if len(sign) == 1 else _SELDOM for sign in need)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    listed = list(items)
    single = [_single(*item) for item in listed]
    pairs = [frozenset(a + b for a in one for b in other) for one, other in pairwise(single) if len(one) * len(other) <= _WIDE]
    return [need for item in listed for need in _of_item(*item)] + [pair for pair in pairs if pair]


def _single(operation: Any, argument: Any) -> frozenset[str]:
    """The characters of which one stands there; none for anything longer, or of any kind."""
    if operation is sre.LITERAL:
        return frozenset(chr(argument))
    return next(iter(_of_class(argument)), frozenset()) if operation is sre.IN else frozenset()


def _of_item(operation: Any, argument: Any) -> list[frozenset[str]]:
    if operation in (sre.LITERAL, sre.IN):
        return [one for one in (_single(operation, argument),) if one]
    if operation is sre.SUBPATTERN:
        return _of_sequence(argument[3])
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _of_sequence(argument[2]) if argument[0] else []
    return _of_branches([_of_sequence(branch) for branch in argument[1]]) if operation is sre.BRANCH else []


def _of_class(members: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """[改纠撤]: one of them; a class that is denied, or of kinds or ranges of characters, needs nothing."""
    listed = list(members)
    return [frozenset(chr(value) for _, value in listed)] if all(kind is sre.LITERAL for kind, _ in listed) else []


def _of_branches(branches: list[list[frozenset[str]]]) -> list[frozenset[str]]:
    """What stands in one branch or another: the smallest need of each, together."""
    if not all(branches):
        return []
    return [frozenset().union(*(min(branch, key=_telling) for branch in branches))]
