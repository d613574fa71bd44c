"""What a question says, before any report is looked at: operands and the operation on them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Figure, Mention, Years
from index.vocabulary import NameHit

Slot = Literal["agency", "year", "row", "column"]


@dataclass(frozen=True, slots=True)
class Operand:
    """One thing measured: whose, when, what. Several values in a slot are a list, in the order said."""

    names: tuple[NameHit, ...] = ()
    years: tuple[Years, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()  # "@natural", ".decisions", ".upheld"
    position: int = 0  # first token, to know what stood before 占 and what after
    within: bool = False  # said as the whole that something is taken from: …里, …中, 其中

    def measured(self) -> bool:
        return bool(self.rows or self.columns)


@dataclass(frozen=True, slots=True)
class Op:
    """An operation word and where it stood."""

    id: str
    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """A word with several meanings that nothing else decides."""

    text: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Frame:
    """One sub-question; what its words say is asked again and again and worked out once."""

    operands: tuple[Operand, ...] = ()
    ops: tuple[Op, ...] = ()
    figures: tuple[tuple[int, Figure], ...] = ()  # position, number
    unclear: tuple[Unclear, ...] = ()
    unknown: tuple[str, ...] = ()  # words nobody understood
    topics: tuple[Mention, ...] = ()  # things no report can answer
    definitions: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()  # (as written, as understood)
    text: str = ""
    inherited: tuple[str, ...] = ()  # words for what was taken from earlier questions
    elliptic: bool = False  # leans on an earlier question
    told: bool = False  # background of a long message: kept for what it names, not answered
    strong: bool = True  # False: only everyday words name the measure
    back: tuple["Frame", ...] = field(default=(), repr=False)  # earlier frames it speaks of: 这两个

    def has(self, *ids: str) -> bool:
        return not self._ids.isdisjoint(ids)

    def op(self, *ids: str) -> Op | None:
        return next(op for op in self.ops if op.id in ids) if self.has(*ids) else None

    def measured(self) -> bool:
        return bool(self._rows or self._columns)

    def only(self) -> Operand:
        """The one thing it is about; an empty one when there are several or none."""
        return self.operands[0] if len(self.operands) == 1 else Operand()

    def rows(self) -> tuple[str, ...]:
        return self._rows

    def columns(self) -> tuple[str, ...]:
        return self._columns

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset([op.id for op in self.ops])

    @cached_property
    def _rows(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(r for o in self.operands for r in o.rows))

    @cached_property
    def _columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for o in self.operands for c in o.columns))
