"""Questions to the index: the Archive of index/archive.py."""
# ruff: noqa: S608 (what is put into a statement is a constant of this package; every value is a parameter)

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from index.models import Agency, Cell, Detail, Fact, Finding, Place, Section, StoredReport
from index.store import rows
from index.store.connection import Connections
from index.store.rows import Scope
from index.store.schema import YEAR

_LABELS = "(SELECT id FROM label WHERE text IN (SELECT value FROM json_each(?)))"
_KEPT_HEADINGS = 50_000  # more than every form has; a table that no form knows adds its own


class Reading(Connections):
    """Reading is safe from several threads and beside a writer."""

    _headings: dict[int, rows.Heading]  # of every report that was looked at

    def forget(self) -> None:
        self._headings = {}

    def version(self) -> int:
        """Changes whenever a report was added or replaced, by any process."""
        return int(self.setting("version"))

    def setting(self, key: str) -> str:
        """What the index says of itself; '' for nothing."""
        found = self.connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    # ------------------------------------------------------------ reports

    def agencies(self) -> Sequence[Agency]:
        """Every agency with at least one report, by name."""
        found = self.connection.execute(
            "SELECT id, name, names, place, kind FROM agency a WHERE EXISTS (SELECT 1 FROM report WHERE agency = a.id) ORDER BY name"
        )
        return [rows.agency_from(*row) for row in found]

    def reports(self, agency: int | None = None, year: int | None = None, limit: int | None = None) -> Sequence[StoredReport]:
        """Reports by agency name, then year; with a limit, the first ones by number, which costs the same however many there are."""
        sql = f"SELECT {rows.REPORT} FROM report r JOIN agency a ON a.id = r.agency WHERE r.id BETWEEN ? AND ?"
        parameters = [*_span(year)]
        if agency is not None:
            sql += " AND r.agency = ?"
            parameters.append(agency)
        if limit is not None:
            found = self.connection.execute(sql + " ORDER BY r.id LIMIT ?", [*parameters, limit])
        else:
            found = self.connection.execute(sql + " ORDER BY a.name, r.year", parameters)
        return [rows.report_from(row) for row in found]

    def report(self, number: int) -> StoredReport | None:
        """The report of that number."""
        found = self.connection.execute(f"SELECT {rows.REPORT} FROM report r JOIN agency a ON a.id = r.agency WHERE r.id = ?", (number,)).fetchone()
        return rows.report_from(found) if found else None

    def reports_at(self, places: Sequence[str], year: int) -> Sequence[StoredReport]:
        """Reports of a year by agencies at any of the places (gazetteer codes), by agency name."""
        found = self.connection.execute(
            f"SELECT {rows.REPORT} FROM agency a JOIN report r ON r.agency = a.id AND r.year = ?"
            " WHERE a.place IN (SELECT value FROM json_each(?)) ORDER BY a.name",
            (year, rows.as_json(list(places))),
        )
        return [rows.report_from(row) for row in found]

    def known(self, sha256: str, reader: str) -> StoredReport | None:
        """The report that was read from this very file by this reader, if it is still the last word on it."""
        found = self.connection.execute(
            f"SELECT {rows.REPORT} FROM version v JOIN report r ON r.id = v.report JOIN agency a ON a.id = r.agency"
            " WHERE v.sha256 = ? AND v.reader = ? AND v.state <> 'replaced'",
            (sha256, reader),
        ).fetchone()
        return rows.report_from(found) if found else None

    def versions(self, report: int) -> Sequence[tuple[str, str, str, str]]:
        """(source, sha256, time added, current | replaced | other) of every file read for the report, oldest first."""
        return self.connection.execute(
            "SELECT source, sha256, added, state FROM version WHERE report = ? ORDER BY id", (report,)
        ).fetchall()

    # ------------------------------------------------------------ figures

    def cells(self, report: int, ids: Sequence[str] | None = None) -> Mapping[str, Cell]:
        """Cells of one report by id, in the order of the file; an id the report does not print is absent."""
        sql = f"SELECT {rows.CELL} FROM cell WHERE report = ?"
        if ids is None:
            found = self.connection.execute(sql, (report,)).fetchall()
        else:
            found = self.connection.execute(f"{sql} AND meaning IN {_LABELS}", (report, rows.as_json(list(ids)))).fetchall()
        headings = self._headings_of({row[0] for row in found})
        cells = [rows.cell_from(row, headings[row[0]]) for row in found]
        return {cell.id: cell for cell in sorted(cells, key=lambda cell: _in_file(cell.place))}

    def count_cells(self, report: int) -> tuple[int, int]:
        """How many cells, and how many of them are ambiguous."""
        sql = "SELECT COUNT(*), COALESCE(SUM(status = 'ambiguous'), 0) FROM cell WHERE report = ?"
        cells, ambiguous = self.connection.execute(sql, (report,)).fetchone()
        return cells, ambiguous

    def as_read(self, report: int) -> Mapping[str, Cell]:
        """Cells as the file alone was read, before other years settled any."""
        amended = self.connection.execute(
            "SELECT l.text, a.value, a.text, a.status, a.readings FROM amended a JOIN label l ON l.id = a.meaning WHERE a.report = ?", (report,)
        )
        cells = dict(self.cells(report))
        return cells | {cell: rows.as_read(cells[cell], row) for cell, *row in amended if cell in cells}

    def in_doubt(self, reports: Sequence[int]) -> set[int]:
        """Those of the reports that have ambiguous cells, or had them before other years settled them."""
        found = self.connection.execute(
            "SELECT j.value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM amended a WHERE a.report = j.value)"
            " OR EXISTS (SELECT 1 FROM cell c WHERE c.report = j.value AND c.status = 'ambiguous')",
            (rows.as_json(list(reports)),),
        )
        return {row[0] for row in found}

    def top(self, parts: Sequence[str], year: int | None, limit: int, ascending: bool = False) -> Sequence[tuple[int, Decimal]]:
        """(report, sum of the cells `parts`), best first, ties at the limit all included, equal sums by report.

        A report in which a part is absent or not a number is left out.
        """
        ids = list(dict.fromkeys(parts))
        order, beyond = ("ASC", "<=") if ascending else ("DESC", ">=")
        found = self.connection.execute(
            "WITH sums AS MATERIALIZED (SELECT report, SUM(number) AS total FROM cell INDEXED BY cell_of_meaning"
            f" WHERE meaning IN {_LABELS} AND report BETWEEN ? AND ? AND number IS NOT NULL GROUP BY report HAVING COUNT(*) = ?)"
            f" SELECT report, total FROM sums WHERE total {beyond} COALESCE((SELECT total FROM sums ORDER BY total {order}"
            f" LIMIT 1 OFFSET ? - 1), total) ORDER BY total {order}, report",
            (rows.as_json(ids), *_span(year), len(ids), limit),
        )
        return [(report, Decimal(total).scaleb(-rows.SCALE).normalize() + 0) for report, total in found] if limit > 0 else []

    def figures(self, ids: Sequence[str], reports: Sequence[int] | None = None) -> Iterable[tuple[int, str, Decimal | None]]:
        """(report, cell id, value) for many reports at once, by report, then id; absent cells are absent."""
        sql = f"SELECT c.report, l.text, c.value FROM cell c JOIN label l ON l.id = c.meaning WHERE c.meaning IN {_LABELS}"
        parameters = [rows.as_json(list(ids))]
        if reports is not None:
            sql += " AND c.report IN (SELECT value FROM json_each(?))"
            parameters.append(rows.as_json(list(reports)))
        found = self.connection.execute(sql + " ORDER BY c.report, l.text", parameters)
        return [(report, cell, None if value is None else Decimal(value)) for report, cell, value in found]

    # ------------------------------------------------------------ words

    def facts(self, report: int) -> Sequence[Fact]:
        found = self.connection.execute(f"SELECT {rows.FACT} FROM fact WHERE report = ? ORDER BY position", (report,))
        return [rows.fact_from(row) for row in found]

    def details(self, report: int) -> Sequence[Detail]:
        found = self.connection.execute(f"SELECT {rows.DETAIL} FROM detail WHERE report = ? ORDER BY position", (report,))
        return [rows.detail_from(row) for row in found]

    def sections(self, report: int) -> Sequence[Section]:
        passages = self.connection.execute(
            "SELECT section, paragraph, text FROM passage WHERE report = ? ORDER BY section, paragraph, id", (report,)
        )
        paragraphs: dict[int, list[str]] = {}
        for (section, _), pieces in groupby(passages, key=lambda row: row[:2]):
            paragraphs.setdefault(section, []).append("".join(row[2] for row in pieces))
        found = self.connection.execute(
            "SELECT position, section, title, at_block, at_page, at_row, at_column FROM section WHERE report = ? ORDER BY position", (report,)
        )
        return [Section(section, title, tuple(paragraphs.get(n, ())), Place(*place)) for n, section, title, *place in found]

    def findings(self, report: int | None = None, status: str | None = None, scope: Scope | None = None) -> Sequence[tuple[int, Finding]]:
        """(report, finding), by report, in the order they were made."""
        asked = (("f.report = ?", report), ("f.status = ?", status), ("f.scope = ?", scope))
        conditions = [name for name, given in asked if given is not None]
        if status and status != "passed":
            conditions.append("f.status <> 'passed'")  # says to SQLite that its index of these will do
        found = self.connection.execute(
            f"SELECT f.report, {rows.FINDING} FROM finding f JOIN label k ON k.id = f.kind JOIN label c ON c.id = f.cells"
            f"{' WHERE ' if conditions else ''}{' AND '.join(conditions)} ORDER BY f.report, f.scope, f.position",
            [given for _, given in asked if given is not None],
        )
        return [(row[0], rows.finding_from(row[1:])) for row in found]

    def recall(self, answer: str) -> str | None:
        """The question (JSON) behind an answer id."""
        found = self.connection.execute("SELECT question FROM asked WHERE id = ?", (answer,)).fetchone()
        return str(found[0]) if found else None

    def _headings_of(self, numbers: set[int]) -> Mapping[int, rows.Heading]:
        """Headings by number; kept, for every report of an edition has the same."""
        held = self._headings
        missing = numbers - held.keys()
        if missing and len(held) + len(missing) > _KEPT_HEADINGS:
            held, missing = {}, numbers
        if missing:
            found = self.connection.execute(
                "SELECT h.id, m.text, u.text, r.text, c.text, e.text FROM heading h JOIN label m ON m.id = h.cell JOIN label u ON u.id = h.unit"
                " JOIN label r ON r.id = h.row_path JOIN label c ON c.id = h.column_path JOIN label e ON e.id = h.edition"
                " WHERE h.id IN (SELECT value FROM json_each(?))",
                (rows.as_json(sorted(missing)),),
            )
            held.update({number: rows.heading_from(*parts) for number, *parts in found})
            self._headings = held
        return held


def _span(year: int | None) -> tuple[int, int]:
    """First and last number that a report of the year can have."""
    return (0, 2**62) if year is None else (year * YEAR, year * YEAR + YEAR - 1)


def _in_file(place: Place) -> tuple[int, int, int]:
    return place.block, place.row or 0, place.column or 0
