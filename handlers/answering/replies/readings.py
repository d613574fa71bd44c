"""A measure in a report: its value, the cells it comes from, and what must be said with it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from handlers.answering.asked.measured import Reading, State, combined, share
from handlers.answering.asked.measures import (
    Measure,
    Rate,
    cell_id,
    chosen,
    columns_of,
    family,
    label,
    load_derived,
    meanings,
)
from index.archive import Archive
from index.comparability import comparability
from index.forms import load_forms
from index.models import Cell, Fact, Finding, Status, StoredReport

_CELLS = 16_384  # kept, of all reports together
_REPORTS = 256  # of which the latest facts and checks are kept
_OLD_FORMS = frozenset({"2008", "2014"})


class Reader:
    """Reads measures out of an archive as it stands: what was asked for lately is not fetched again. Another one is needed when the archive has changed."""

    def __init__(self, archive: Archive) -> None:
        self._stored = lru_cache(_CELLS)(lambda report, cell: archive.cells(report, (cell,)).get(cell))
        self._facts = lru_cache(_REPORTS)(archive.facts)
        self._failed = lru_cache(_REPORTS)(lambda report: archive.findings(report, "failed"))
        self._others = lru_cache(_REPORTS)(lambda report: [cell for cell in archive.cells(report).values() if cell.id.startswith("x.")])

    def read(self, report: StoredReport, measure: Measure) -> Reading:
        """The measure in that report; a shortfall is a state, not an error."""
        if "/" in measure.row:
            old, new = measure.row.split("/")
            if family(new) == "t14":  # two old forms that print one label: the report decides
                return self.read(report, replace(measure, row=new if report.edition == "2014" else old))
            measure = measure if report.edition in _OLD_FORMS else Measure(new, "" if family(new) == "prose" else measure.column)
            measure = replace(measure, row=old) if report.edition in _OLD_FORMS else measure
        kind = family(measure.row)
        if kind == "prose":
            return self._fact(report, measure)
        if kind == "rate":
            return self._rate(report, measure, load_derived().rates[measure.row])
        if measure.row in load_derived().rows:
            parts = [Measure(part, measure.column or "total") for part in load_derived().rows[measure.row]]
            return self._sum(report, measure, parts)
        if measure.column in load_derived().columns:
            columns = load_derived().columns[measure.column]
            signs = [-1 if c.startswith("-") else 1 for c in columns]
            readings = [self.read(report, Measure(measure.row, c.lstrip("-"))) for c in columns]
            return combined(readings, measure, report, signs)
        return self._cell(report, measure)

    def _cell(self, report: StoredReport, measure: Measure) -> Reading:
        column = measure.column or self.default_column(report, measure.row)
        column = chosen(column, measure.row, edition_of(report, measure.row))
        cell = cell_id(measure.row, column)
        edition = edition_of(report, measure.row)
        known = meanings(cell)
        if edition in known:
            return self._printed(report, replace(measure, column=column), cell, edition)
        if not known:
            return _short(report, measure, "not_in_form")
        return self._counterpart(report, replace(measure, column=column), cell, tuple(known)[-1], edition)

    def _counterpart(self, report: StoredReport, measure: Measure, cell: str, asked: str, edition: str) -> Reading:
        """The same figure under another edition's name, when the two may be compared."""
        other = comparability(cell, asked, edition)
        if other.grade == "not_comparable" or not other.cells:
            return replace(_short(report, measure, "not_in_form"), notes=(other.reason,) if other.cells else ())
        found = [self._printed(report, measure, name, edition) for name in other.cells]
        total = found[0] if len(found) == 1 else combined(found, measure, report)
        notes = (*total.notes, *((other.reason,) if other.grade == "approximate" and other.reason else ()))
        return replace(total, notes=notes, grade=other.grade)

    def _printed(self, report: StoredReport, measure: Measure, cell: str, edition: str) -> Reading:
        meaning = load_forms()[edition].meanings[cell]
        stored = self._stored(report.id, cell)
        if stored is not None:
            return _of_cell(report, measure, stored)
        if not meaning.parts:
            return _short(report, measure, "not_printed")
        parts = [self._printed(report, measure, part, edition) for part in meaning.parts]
        return combined(parts, measure, report)

    def _sum(self, report: StoredReport, measure: Measure, parts: Sequence[Measure]) -> Reading:
        return combined([self.read(report, part) for part in parts], measure, report)

    def _rate(self, report: StoredReport, measure: Measure, rate: Rate) -> Reading:
        top = self._terms(report, measure, rate.numerator)
        base = self._terms(report, measure, rate.denominator)
        name = label(measure.row, measure.column) if measure.column not in ("", "total") and "@" not in rate.numerator[0] else rate.label
        reading = share(top, base, report, measure, name)
        return replace(reading, notes=(f"算法：{rate.words}", *reading.notes))

    def _terms(self, report: StoredReport, measure: Measure, terms: Sequence[str]) -> Reading:
        parts = [self.read(report, Measure(*split_term(term.lstrip("-"), measure.column))) for term in terms]
        signs = [-1 if term.startswith("-") else 1 for term in terms]
        return combined(parts, measure, report, signs) if len(parts) > 1 else parts[0]

    def _fact(self, report: StoredReport, measure: Measure) -> Reading:
        ids = (measure.row, *load_derived().instead.get(measure.row, ()))
        found = [f for i in ids for f in self.facts(report.id) if f.id == i]
        if not found:
            return _short(report, measure, "not_printed")
        fact = found[0]
        measure = replace(measure, row=fact.id)
        words = "" if fact.unit or not any(c.isalpha() for c in fact.text.rstrip("余多")) else fact.text
        return Reading(
            measure, "ok", label(measure.row), fact.unit, report.agency, report.year, report, fact.value,
            (measure.row,), words=words, approximate=fact.approximate, sources=(f"正文：{fact.sentence}",),
            notes=(f"报告写作“{fact.text}{fact.unit}”，是约数",) if fact.approximate else (),
        )

    def facts(self, report: int) -> Sequence[Fact]:
        """Prose figures of one report."""
        return self._facts(report)

    def failed(self, report: int) -> Sequence[Finding]:
        """Checks of one report that failed."""
        return [finding for _, finding in self._failed(report)]

    def others(self, report: int) -> Sequence[Cell]:
        """Cells of tables that no form knows."""
        return self._others(report)

    @staticmethod
    def default_column(report: StoredReport, row: str) -> str:
        """The column meant when none is named."""
        if family(row) in ("s3", "s4"):
            return "total"
        if family(row) == "t08":
            return "year"
        known = columns_of(row, edition_of(report, row)) or columns_of(row, "2019")
        for preferred in ("decisions", "amount_wan", "total_disclosed", "in_force"):
            if preferred in known:
                return preferred
        return known[0] if known else "total"


def edition_of(report: StoredReport, row: str) -> str:
    """The form that a row's table follows in that report."""
    table = ".".join(row.split(".")[:2]) if row.startswith("s2.") else row.split(".")[0]
    if row in load_derived().rows:
        table = "s3"
    return report.editions.get(table) or report.edition


def split_term(term: str, column: str) -> tuple[str, str]:
    """(row, column) of a term of a rate; rows of section III take the column asked for."""
    if "@" in term:
        row, _, named = term.partition("@")
        return row, named
    if term.startswith("s4."):
        row, _, named = term.rpartition(".")
        return row, named
    return term, column or "total"


def _short(report: StoredReport, measure: Measure, state: State) -> Reading:
    return Reading(measure, state, label(measure.row, measure.column), agency=report.agency, year=report.year, report=report)


def _of_cell(report: StoredReport, measure: Measure, cell: Cell) -> Reading:
    state: State = "ok" if cell.value is not None else "ambiguous" if cell.status is Status.AMBIGUOUS else "blank"
    remark = (f"该格注明：{cell.remark}",) if cell.remark else ()
    return Reading(
        measure, state, label(measure.row, measure.column), cell.unit, report.agency, report.year, report, cell.value,
        (cell.id,), sources=(source(cell),), notes=remark, readings=cell.readings,
    )


def source(cell: Cell) -> str:
    """Section, row and column as printed."""
    rows = " › ".join(p for p in cell.row_path if p)
    columns = " › ".join(p for p in cell.column_path if p)
    return f"{rows} × {columns}" if columns else rows
