"""An index in memory, made from reports; and made-up reports whose figures keep the rules of their form."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from index.agency_names import agency_names
from index.checks import check_report
from index.forms import Meaning, load_forms
from index.models import Agency, Cell, Detail, Fact, Finding, Place, Report, Section, Status, StoredReport
from index.places import load_places
from index.store import table_of

APPLICANTS = ("natural", "enterprise", "research", "welfare", "legal_service", "other_org")
BLOCKS = ("s4.review", "s4.suit_direct", "s4.suit_after_review")
OUTCOMES = ("upheld", "corrected", "other", "pending")
Figures = dict[str, Decimal | None]


class Memory:
    """The Archive of index/archive.py without a file, each question answered in the plainest way."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._version = 0
        self.put(*reports)

    def put(self, *reports: Report) -> None:
        """These reports and no others."""
        self._version += 1
        self._agencies = {name: _agency(number, name) for number, name in enumerate(sorted({r.agency for r in reports}), 1)}
        ordered = sorted(reports, key=lambda r: (r.agency, r.year))
        self._held = {number: (self._stored(number, r), r) for number, r in enumerate(ordered, 1)}
        self._cells = {number: {c.id: c for c in r.cells} for number, (_, r) in self._held.items()}

    def _stored(self, number: int, report: Report) -> StoredReport:
        editions = {table_of(c.id): c.edition for c in report.cells if c.edition}
        return StoredReport(number, self._agencies[report.agency], report.year, report.edition, report.source, editions)

    def version(self) -> int:
        return self._version

    def agencies(self) -> Sequence[Agency]:
        return list(self._agencies.values())

    def reports(self, agency: int | None = None, year: int | None = None, limit: int | None = None) -> Sequence[StoredReport]:
        return [s for s, _ in self._held.values() if agency in (None, s.agency.id) and year in (None, s.year)][:limit]

    def report(self, number: int) -> StoredReport | None:
        return self._held[number][0] if number in self._held else None

    def cells(self, report: int, ids: Sequence[str] | None = None) -> Mapping[str, Cell]:
        held = self._cells[report]
        return held if ids is None else {i: held[i] for i in ids if i in held}

    def top(self, parts: Sequence[str], year: int | None, limit: int, ascending: bool = False) -> Sequence[tuple[int, Decimal]]:
        sums = []
        for stored in self.reports(year=year):
            found = self.cells(stored.id, parts)
            values = [found[p].value for p in parts if p in found]
            if len(values) == len(parts) and None not in values:
                sums.append((stored.id, sum((v for v in values if v is not None), Decimal(0))))
        ordered = sorted(sums, key=lambda pair: (pair[1] if ascending else -pair[1], pair[0]))
        return [pair for n, pair in enumerate(ordered) if n < limit or pair[1] == ordered[limit - 1][1]]

    def figures(self, ids: Sequence[str], reports: Sequence[int] | None = None) -> Iterable[tuple[int, str, Decimal | None]]:
        return [(n, c.id, c.value) for n in self._held if reports is None or n in reports for c in self.cells(n, ids).values()]

    def facts(self, report: int) -> Sequence[Fact]:
        return self._held[report][1].facts

    def sections(self, report: int) -> Sequence[Section]:
        return self._held[report][1].sections

    def details(self, report: int) -> Sequence[Detail]:
        return self._held[report][1].details

    def findings(self, report: int | None = None, status: str | None = None) -> Sequence[tuple[int, Finding]]:
        return [(n, f) for n, (_, r) in self._held.items() if report in (None, n) for f in r.findings if status in (None, f.status)]

    def search(self, words: str, report: int | None = None, limit: int = 5) -> Sequence[tuple[int, str, str]]:
        found = [(n, s.id, p) for n in self._held if report in (None, n) for s in self.sections(n) for p in s.paragraphs if words in p]
        return found[:limit]


def _agency(number: int, name: str) -> Agency:
    known = agency_names(name, load_places())
    return Agency(number, name, known.names, known.place_code, known.kind)


def printed(edition: str) -> tuple[Meaning, ...]:
    """Every cell that the form prints."""
    return tuple(m for m in load_forms()[edition].meanings.values() if m.printed)


def complete(edition: str, given: Mapping[str, int | str]) -> Figures:
    """Every cell of the form: those given, the sums they make, 0 for the rest.

    Given of section III are the applicants' cells of the outcomes and of the two 结转; 新收 is what balances them.
    """
    cells: Figures = {m.id: Decimal(given.get(m.id, 0)) for m in printed(edition)}
    leaves = [m.row for m in printed(edition) if m.row.startswith("s3.result.") and m.id.endswith("@natural") and m.row != "s3.result.total"]
    for column in APPLICANTS if leaves else ():
        closed = _sum(cells, (f"{row}@{column}" for row in leaves))
        cells[f"s3.result.total@{column}"] = closed
        cells[f"s3.new@{column}"] = closed + _sum(cells, [f"s3.carried_out@{column}"]) - _sum(cells, [f"s3.carried_in@{column}"])
    for row in {c.split("@")[0] for c in cells if c.startswith("s3.")}:
        cells[f"{row}@total"] = _sum(cells, (f"{row}@{c}" for c in APPLICANTS))
    for block in BLOCKS if leaves else ():
        cells[f"{block}.total"] = _sum(cells, (f"{block}.{o}" for o in OUTCOMES))
    return cells


def _sum(cells: Mapping[str, Decimal | None], ids: Iterable[str]) -> Decimal:
    return sum((cells[i] or Decimal(0) for i in ids), Decimal(0))


def report(
    agency: str, year: int, edition: str, figures: Mapping[str, Decimal | None], readings: Mapping[str, Sequence[int]] | None = None,
    facts: Sequence[Fact] = (), sections: Sequence[Section] = (), details: Sequence[Detail] = (), check: bool = True,
) -> Report:
    """A report with those figures, checked like a read one. None is a blank; `readings`: cells that admit several values."""
    doubtful = readings or {}
    cells = tuple(_cell(m, edition, figures.get(m.id), doubtful.get(m.id, ())) for m in printed(edition) if m.id in figures)
    findings = tuple(check_report(cells, facts, sections, details, year, edition)) if check else ()
    source = f"{agency}{year}.txt"
    return Report(agency, year, edition, source, source, cells, tuple(facts), tuple(sections), tuple(details), findings)


def _cell(meaning: Meaning, edition: str, value: Decimal | None, readings: Sequence[int]) -> Cell:
    text = "".join(map(str, readings[:1])) if readings else "" if value is None else f"{value:f}"
    status = Status.AMBIGUOUS if readings else Status.READ
    return Cell(
        meaning.id, None if readings else value, text, meaning.unit, meaning.row_labels, meaning.column_labels, Place(1), edition, status,
        tuple(map(Decimal, readings)),
    )
