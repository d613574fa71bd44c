"""What an operation gets and what it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import Measure, column_family, family, label
from handlers.answering.models import Value, Verdict
from handlers.answering.replies.readings import Reader
from handlers.answering.replies.scope import Directory, Place, Scope, Shortfall, find_scope
from handlers.answering.words.decimals import plain
from index.archive import Archive
from index.models import StoredReport


@dataclass(frozen=True, slots=True)
class Item:
    """One figure asked for."""

    place: Place
    measure: Measure
    operand: int  # which operand of the frame it comes from


@dataclass(frozen=True, slots=True)
class Answer:
    """An operation's result, before it is worded."""

    values: tuple[Value, ...] = ()
    head: str = ""  # first line: the answer
    lines: tuple[str, ...] = ()  # how it is made up
    notes: tuple[str, ...] = ()  # caveats
    sources: tuple[str, ...] = ()
    also: tuple[Value, ...] = ()
    verdict: Verdict | None = None
    readings: tuple[Reading, ...] = ()  # what it was made from, for checks and sources


@dataclass(frozen=True, slots=True)
class Choices:
    """Several readings and none clearly meant."""

    head: str
    options: tuple[tuple[str, str], ...]  # (label, full question)
    readings: tuple[Reading, ...] = ()


Result = Answer | Choices | Shortfall


@dataclass(frozen=True, slots=True)
class Ask:
    """One sub-question with all that is needed to compute it."""

    frame: Frame
    archive: Archive
    directory: Directory
    reader: Reader
    today: date | None
    defaults: list[str] = field(default_factory=list)  # slots nobody said, collected while scopes are found
    echoes: list[tuple[str, str]] = field(default_factory=list)

    def scope(self, operand: Operand, all_years: bool = False) -> Scope | Shortfall:
        """Reports of an operand; what was taken by default is remembered."""
        found = find_scope(operand, self.directory, self.today, all_years)
        if isinstance(found, Scope):
            self.defaults.extend(d for d in found.by_default if d not in self.defaults)
            self.echoes.extend(e for e in found.echoes if e not in self.echoes)
        return found

    def items(self, all_years: bool = False) -> tuple[Item, ...] | Shortfall:
        """Every operand's reports × measures, in the order said."""
        result: list[Item] = []
        for number, operand in enumerate(self.frame.operands):
            if not operand.rows:
                continue
            scope = self.scope(operand, all_years)
            if isinstance(scope, Shortfall):
                return scope
            for row, column in crossings(operand):
                result += [Item(place, Measure(_turned(row, operand, place, self.today), column), number) for place in scope.places]
        return tuple(dict.fromkeys(result))

    def read(self, item: Item) -> Reading:
        """The figure, or the state that says why there is none."""
        if item.place.report is None:
            return Reading(item.measure, "no_report", label(item.measure.row, item.measure.column), agency=item.place.agency, year=item.place.year)
        return self.reader.read(item.place.report, item.measure)

    def here(self) -> Scope | Shortfall:
        """The reports of the question as a whole."""
        return self.scope(self.frame.operands[0] if self.frame.operands else Operand())


def _turned(row: str, operand: Operand, place: Place, today: date | None) -> str:
    """Requests carried into a year, of which only the report of that year is here: its 上年结转."""
    into = [y for y in operand.years if y.kind.startswith("into")]
    arrivals = {y.values[0] + (today.year if today and y.kind == "into_relative" else 0) for y in into}
    return "s3.carried_in" if row == "s3.carried_out" and place.year in arrivals else row


def crossings(operand: Operand) -> Iterable[tuple[str, str]]:
    """Rows × columns of one operand; a row alone takes the total (s3, s4) or the form's first choice."""
    for row in operand.rows:
        columns = [c[1:] for c in operand.columns if _meant(c, row)] or [_usual(row)]
        for column in columns:
            yield row, column


def _meant(column: str, row: str) -> bool:
    return column_family(column) == family(row) or (family(row) == "rate" and column.startswith("@"))


def _usual(row: str) -> str:
    return {"s3": "total", "s4": "total", "t08": "year"}.get(family(row), "")


# ---------------------------------------------------------------- from readings to values

def value_of(reading: Reading) -> Value:
    """A contract value; percentages with two decimals."""
    return Value(
        reading.words or shown_value(reading.value, reading.unit), reading.unit, reading.label, reading.agency.name if reading.agency else "", reading.year,
        reading.cells, reading.formula.replace(" ", ""),
    )


def shown_value(value: Decimal | None, unit: str) -> str:
    """Exact; a quotient to four decimals, a percentage to two."""
    if value is None:
        return ""
    if unit in ("%", "‰", "个百分点"):
        return f"{value:.2f}"
    return plain(value if value == round(value, 8) else round(value, 4))


def amount(reading: Reading) -> str:
    """8 件, 39.34%, 50 余人次 as a reader sees it."""
    if reading.words:
        return reading.words
    if reading.value is None:
        return {"blank": "空白", "ambiguous": "无法确定", "no_report": "没有收录", "zero_base": "无法计算"}.get(reading.state, "没有这一项")
    return with_unit(shown_value(reading.value, reading.unit), reading.unit, reading.approximate)


def with_unit(value: str, unit: str, approximate: bool = False) -> str:
    """A figure with its unit; 余 between them where the report says so."""
    if unit in ("%", "‰"):
        return f"{value}{unit}"
    return f"{value} {'余' if approximate else ''}{unit}".strip()


def who(reading: Reading) -> str:
    """邓州市人民政府 2020 年."""
    return f"{reading.agency.name if reading.agency else ''} {reading.year} 年"


def common(readings: Sequence[Reading]) -> str:
    """邓州市人民政府 2020 年：, as far as all figures share it."""
    first = readings[0]
    place = first.agency.name if len({r.agency for r in readings}) == 1 and first.agency else ""
    year = f"{first.year} 年" if len({r.year for r in readings}) == 1 else ""
    return " ".join(p for p in (place, year) if p) + ("：" if place or year else "")


def ok(readings: Sequence[Reading]) -> bool:
    return all(r.state == "ok" for r in readings)


def missing(readings: Sequence[Reading], directory: Directory) -> Shortfall | None:
    """The first shortfall among readings, said with what is there instead."""
    for reading in readings:
        if reading.state not in ("ok", "zero_base"):
            return shortfall(reading, directory)
    return None


def baseless(readings: Sequence[Reading]) -> Shortfall | None:
    """A rate whose base is 0: it can be neither compared nor denied."""
    zero = next((r for r in readings if r.state == "zero_base"), None)
    return Shortfall("not_comparable", "zero_base", (("label", zero.label), ("notes", ""), ("source", ""))) if zero else None


_REASONS = {"no_report": "no_year", "not_in_form": "not_in_report", "not_printed": "not_in_report", "blank": "blank", "ambiguous": "ambiguous_cell", "zero_base": "not_comparable"}


def shortfall(reading: Reading, directory: Directory) -> Shortfall:
    """Absent, blank and unreadable are different sentences."""
    agency = reading.agency
    years = tuple(directory.years(agency.id)) if agency else ()
    values = (
        ("agency", agency.name if agency else ""), ("year", str(reading.year)), ("label", reading.label),
        ("years", "、".join(map(str, years))), ("near", str(nearest(years, reading.year))),
        ("readings", "、".join(plain(r) for r in reading.readings) or "多种读法"),
        ("source", reading.sources[0] if reading.sources else ""), ("notes", "".join(f"（{n}）" for n in reading.notes)),
    )
    return Shortfall(_REASONS[reading.state], reading.state, values)


def nearest(years: Sequence[int], year: int | None) -> int | None:
    """The year there is that is closest to the one asked for; the later of two."""
    return min(years, key=lambda y: (abs(y - (year or 0)), -y)) if years else None


def plus_note(answer: Answer, *notes: str) -> Answer:
    """The answer with more caveats."""
    return replace(answer, notes=tuple(dict.fromkeys((*answer.notes, *notes))))


def not_here(ask: Ask, place: Place) -> Shortfall:
    """The archive has no report of that year; the years it has are named."""
    years = tuple(ask.directory.years(place.agency.id))
    near = nearest(years, place.year)
    return Shortfall("no_year", "no_report", (("agency", place.agency.name), ("year", str(place.year)), ("years", "、".join(map(str, years))), ("near", str(near))))


def one_report(ask: Ask) -> tuple[Place, StoredReport] | Shortfall:
    """The report a question about a whole report speaks of."""
    scope = ask.here()
    if isinstance(scope, Shortfall):
        return scope
    place = scope.places[0]
    return (place, place.report) if place.report else not_here(ask, place)
