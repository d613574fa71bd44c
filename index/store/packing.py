"""A report as rows: what a reading process hands to the one that stores. Shared texts have no numbers yet.

Plain tuples travel between processes in a tenth of the time that dataclasses take.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.models import Cell, Fact, Finding, Report, Status
from index.search import Passage, passages
from index.store import rows

_READ = Status.READ


@dataclass(frozen=True, slots=True)
class Entry:
    """A report and whose it is, ready to be stored."""

    report: Report
    names: tuple[str, ...] = ()  # other names a question may use for the agency
    place: str = ""  # gazetteer code, '' for none
    kind: str = "government"  # government | department | zone …
    reader: str = ""  # which reader made it; a file is read again by another one
    passages: tuple[Passage, ...] | None = None  # of report.sections; None: made when it is packed
    key: str = ""  # the same for all spellings of one agency, '' where its name alone tells


PackedCell = tuple[tuple[str, str, str, str, str], tuple[object, ...]]  # heading (paths as JSON), columns CELL without it
PackedFinding = tuple[str, str, tuple[object, ...]]  # check, its cells as JSON, the other columns


@dataclass(frozen=True, slots=True)
class Packed:
    """An entry as rows."""

    agency: str
    year: int
    edition: str
    source: str
    sha256: str
    names: str  # JSON list
    place: str
    kind: str
    reader: str
    editions: str  # JSON object
    cells: list[PackedCell]
    facts: list[tuple[object, ...]]
    details: list[tuple[object, ...]]
    sections: list[tuple[object, ...]]
    passages: list[tuple[int, int, str, str, str]]  # section, paragraph, text, words, pairs
    findings: list[PackedFinding]
    key: str


def pack(entry: Entry, reader: str = "") -> Packed:
    """`reader`, where the entry has none."""
    report = entry.report
    once: dict[str, Cell] = {}
    for cell in report.cells:
        once.setdefault(cell.id, cell)  # of two cells with one id the first stays
    found = passages(report.sections) if entry.passages is None else entry.passages
    return Packed(
        agency=report.agency,
        year=report.year,
        edition=report.edition,
        source=report.source,
        sha256=report.sha256,
        names=rows.as_json((*entry.names, *report.names)),
        place=entry.place,
        kind=entry.kind,
        reader=entry.reader or reader,
        editions=rows.as_json({table: cell.edition for cell in report.cells if (table := rows.table_of(cell.id)) and cell.edition}),
        cells=[pack_cell(cell) for cell in once.values()],
        facts=[_fact(fact) for fact in report.facts],
        details=[(d.key, d.value, d.text, *d.place) for d in report.details],
        sections=[(s.id, s.title, *s.place) for s in report.sections],
        passages=[(p.section, p.paragraph, p.text, p.words, p.pairs) for p in found],
        findings=[pack_finding(finding) for finding in report.findings],
        key=entry.key,
    )


def unpack_cells(packed: Packed) -> list[Cell]:
    """The cells of the entry."""
    return [rows.cell_from((0, *row), rows.heading_from(*heading)) for heading, row in packed.cells]


def pack_cell(cell: Cell) -> PackedCell:
    name, figure, text, unit, row_path, column_path, place, edition, status, readings, remark = cell  # of every figure: one by one it takes twice as long
    value = None if figure is None else rows.plain(figure)
    row = (
        value,
        None if text == (value or "") else text,
        value and rows.millionths(value),
        *place,
        None if status is _READ else status.value,
        rows.as_json([rows.plain(reading) for reading in readings]) if readings else None,
        remark or None,
    )
    return (name, unit, _path(row_path), _path(column_path), edition), row


def pack_finding(f: Finding) -> PackedFinding:
    return f.check, _path(f.cells), (f.status, f.expression, f.left, f.right, f.message, f.verdict, f.reason)


def _fact(fact: Fact) -> tuple[object, ...]:
    return (
        rows.plain(fact.value), fact.text, fact.unit, int(fact.approximate), fact.subject, fact.sentence, fact.section, *fact.place, fact.id
    )


@lru_cache(maxsize=16384)
def _path(texts: Sequence[str]) -> str:
    return rows.as_json(texts)
