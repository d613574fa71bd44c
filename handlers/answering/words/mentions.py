"""The words of a question and what they may mean: the types of the first half of understanding."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from handlers.answering.words.lexicon import Sense
from index.vocabulary import NameHit

How = Literal["exact", "homophone", "pinyin", "near", "form"]


@dataclass(frozen=True, slots=True)
class Token:
    """One character, latin word, number or mark."""

    text: str  # lower case, normalised
    start: int  # character offset in the normalised question
    end: int
    kind: Literal["han", "latin", "number", "mark"]


@dataclass(frozen=True, slots=True)
class Years:
    """A year, several, or a way to find them."""

    kind: Literal["absolute", "relative", "last", "since", "before", "same", "previous", "next", "broken", "into", "into_relative", "newest", "but"]
    values: tuple[int, ...]  # absolute: the years; relative: offsets from today's year; last: how many; before: how many before the year spoken of; since: first year; into: the year that carried requests arrive in; newest: that of each body's latest report; but: all there are except these


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the question that is no year."""

    value: Decimal
    unit: str  # 件, %, 万元 …; '' for none
    room: Decimal = Decimal(0)  # how far past it the number that is meant may be: 1000 万 of 四千多万, 2 of 七八件


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that was understood."""

    start: int  # first token
    end: int  # token after the last
    text: str  # the words of the question
    senses: tuple[Sense, ...] = ()  # lexicon meanings; () for names, years and numbers
    how: How = "exact"
    word: str = ""  # the lexicon's spelling; differs from text when it was misspelt
    name: NameHit | None = None
    years: Years | None = None
    figure: Figure | None = None

    def has(self, *ids: str) -> bool:
        for sense in self.senses:  # noqa: SIM110 (half the time of any(…))
            if sense.id in ids:
                return True
        return False

    def kinds(self) -> frozenset[str]:
        return frozenset([sense.kind for sense in self.senses])
