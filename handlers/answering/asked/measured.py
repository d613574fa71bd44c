"""One figure of one report, and figures made into one: sums and shares that keep the way back to their cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from handlers.answering.asked.measures import Measure, label
from handlers.answering.words.decimals import percentage, plain
from index.models import Agency, StoredReport

State = Literal["ok", "blank", "ambiguous", "not_in_form", "not_printed", "no_report", "zero_base"]

_WORST: tuple[State, ...] = ("no_report", "not_in_form", "not_printed", "ambiguous", "blank", "zero_base", "ok")

_BLANKS_COUNT_AS_ZERO = frozenset({"ok", "blank"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of one report."""

    measure: Measure
    state: State
    label: str
    unit: str = ""
    agency: Agency | None = None
    year: int | None = None
    report: StoredReport | None = None
    value: Decimal | None = None
    cells: tuple[str, ...] = ()
    formula: str = ""  # "6 + 2"; '' when printed as one figure
    approximate: bool = False  # the report says 余 or 约
    sources: tuple[str, ...] = ()  # section, row and column as printed
    notes: tuple[str, ...] = ()  # sentences that belong to the figure
    readings: tuple[Decimal, ...] = ()  # of an ambiguous cell
    summed: bool = False  # the form prints no such cell
    words: str = ""  # a fact that is no figure: 市档案局
    grade: str = "identical"  # how it compares with the measure asked for


def combined(parts: Sequence[Reading], measure: Measure, report: StoredReport | None, signs: Sequence[int] = ()) -> Reading:
    """The sum of readings; blanks count as nothing as long as one part has a figure, and that is said."""
    signs = signs or [1] * len(parts)
    states = {part.state for part in parts}
    state = next(s for s in _WORST if s in states)
    if states == _BLANKS_COUNT_AS_ZERO:
        state = "ok"
    first = parts[0]
    total = sum((s * p.value for s, p in zip(signs, parts, strict=True) if p.value is not None), Decimal(0)) if state == "ok" else None
    blanks = ("有的格子空白，按 0 相加",) if states == _BLANKS_COUNT_AS_ZERO else ()
    return Reading(
        measure, state, label(measure.row, measure.column), first.unit, first.agency, first.year, report, total,
        tuple(c for p in parts for c in p.cells), _formula(parts, signs) if state == "ok" else "",
        sources=tuple(dict.fromkeys(s for p in parts for s in p.sources)),
        notes=tuple(dict.fromkeys((*blanks, *(n for p in parts for n in p.notes)))), summed=True,
        grade="not_comparable" if any(p.grade == "not_comparable" for p in parts) else first.grade,
    )


def _formula(parts: Sequence[Reading], signs: Sequence[int]) -> str:
    terms = [(s, p) for s, p in zip(signs, parts, strict=True) if p.value is not None]
    written = "".join(f" {'+' if s > 0 else '−'} {_operand(p)}" for s, p in terms)
    return written[3:] if written.startswith(" + ") else written.strip()


def _operand(part: Reading) -> str:
    return f"({plain(part.value)})" if part.value is not None and part.value < 0 else plain(part.value)


def share(top: Reading, base: Reading, report: StoredReport | None, measure: Measure, name: str) -> Reading:
    """top ÷ base in percent; a base of zero is a state of its own."""
    states = {top.state, base.state}
    state = next(s for s in _WORST if s in states)
    if state == "ok" and not base.value:
        state = "zero_base"
    value = percentage(top.value, base.value) if state == "ok" and top.value is not None and base.value else None
    return Reading(
        measure, state, name, "%", top.agency, top.year, report, value, (*top.cells, *base.cells),
        f"{_bracketed(top)} ÷ {_bracketed(base)}" if value is not None else "",
        sources=tuple(dict.fromkeys((*top.sources, *base.sources))), notes=tuple(dict.fromkeys((*top.notes, *base.notes))), summed=True,
    )


def _bracketed(part: Reading) -> str:
    return f"({part.formula})" if part.formula else plain(part.value)
