"""The figures spoken of earlier in a chat: which they are, and how a follow-up reckons with them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.words.mentions import Years

SEVERAL = ("前几问",)  # taken from several questions before
REPORT = ("agency", "year")  # taken from the last: whose report
MEASURE = ("measure",)  # taken from the last: what was measured


@dataclass(frozen=True, slots=True)
class Spoken:
    """What earlier questions asked for."""

    past: tuple[Frame, ...]  # the questions that asked for something, oldest first; never empty
    same_message: bool = False  # they stand in the message of the follow-up itself

    @property
    def last(self) -> Frame:
        return self.past[-1]

    def figures(self, questions: int = 1) -> list[Operand]:
        """Each figure of the last `questions`, an operand of its own."""
        return [figure for frame in self.past[-questions:] for figure in spread(frame)]

    def summands(self) -> list[Operand]:
        """The figures that the last question added up; [] when it added none."""
        return self.figures() if self.last.has("op.sum") else []

    def listed(self) -> list[Operand]:
        """The figures of the last question that named several, or the one of each question before."""
        last = self.figures()
        if len(last) > 1:
            return last
        several = next((found for frame in reversed(self.past) if len(found := spread(frame)) > 1), [])
        if last and any(_alike(last[0], figure) for figure in several):
            return several
        return [figure for frame in self.past if len(found := spread(frame)) == 1 for figure in found]

    def bodies(self) -> list[Operand]:
        """The last figure of each body, in the order in which they were first spoken of."""
        return list({tuple(n.agencies for n in o.names): o for o in self.figures(len(self.past)) if o.names}.values())

    def years(self) -> list[int]:
        """The years that the last body was asked about, in order."""
        figures = self.figures(len(self.past))
        return sorted({v for o in figures if o.names == figures[-1].names for y in o.years if y.kind == "absolute" for v in y.values})

    def two(self, kind: str) -> list[Operand]:
        """The last two figures that differ in their "body", "year" or "row" alone (bodies with any year); [] when there are no two."""
        found: dict[object, Operand] = {}
        last = self.figures()[-1:] or [Operand()]
        for figure in (o for frame in reversed(self.past) for o in reversed(spread(frame))):
            key = {"body": tuple(n.agencies for n in figure.names), "year": tuple(y.values for y in figure.years), "row": figure.rows}[kind]
            alike = {"body": True, "year": figure.names == last[0].names, "row": (figure.names, figure.years) == (last[0].names, last[0].years)}[kind]
            if key and alike:
                found.setdefault(key, figure)
            if len(found) == 2:
                return list(reversed(found.values()))
        return []


Rule = tuple[str, Callable[[Frame, Spoken], Frame | None]]  # what the follow-up does, how it is then read


def first_that_fits(rules: Iterable[Rule], frame: Frame, spoken: Spoken) -> Frame | None:
    return next((found for _, rule in rules if (found := rule(frame, spoken))), None)


def spread(frame: Frame) -> list[Operand]:
    """Each figure as an operand of its own."""
    return [
        replace(o, names=(n,) if n else (), years=(y,) if y else (), rows=(r,) if r else (), columns=(c,) if c else ())
        for o in frame.operands for n in o.names or (None,) for y in _single(o.years) or (None,) for r in o.rows or (None,) for c in o.columns or (None,)
    ]


def in_order(figures: Iterable[Operand], first: int = 0) -> tuple[Operand, ...]:
    """Side by side, said one after another from token `first` on."""
    return tuple(replace(o, position=n, within=False) for n, o in enumerate(figures, first))


def of_all(parts: Iterable[Operand], wholes: Iterable[Operand]) -> tuple[Operand, ...]:
    """Parts and what they are measured against, before the words of the follow-up."""
    return said_before((*(replace(o, within=False) for o in parts), *(replace(o, within=True) for o in wholes)))


def said_before(figures: Iterable[Operand]) -> tuple[Operand, ...]:
    """Before the words of the follow-up."""
    said = tuple(figures)
    return tuple(replace(o, position=n) for n, o in enumerate(said, -len(said)))


def leaning(frame: Frame, operands: Sequence[Operand], ops: Sequence[Op], inherited: tuple[str, ...] = SEVERAL) -> Frame:
    """`frame` asking `ops` of `operands`, with what it took from the questions before."""
    return replace(frame, operands=tuple(operands), ops=tuple(ops), elliptic=True, inherited=inherited)


def _alike(one: Operand, other: Operand) -> bool:
    return (one.rows, one.columns, one.names) == (other.rows, other.columns, other.names)


def _single(years: Sequence[Years]) -> list[Years]:
    return [Years("absolute", (v,)) for y in years if y.kind == "absolute" for v in y.values] or list(years)
