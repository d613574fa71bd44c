"""The rows of one report: put in, taken out."""
# ruff: noqa: S608 (what is put into a statement is a constant of this package; every value is a parameter)

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.errors import StoreFault
from index.models import Cell, Finding, Report
from index.search import Passage, pairs, passages, segmenter_id, words
from index.store import rows
from index.store.reading import Reading
from index.store.rows import Scope
from index.store.schema import YEAR

_KEPT_LABELS = 100_000
_REPORT, _CELL, _FACT, _SECTION, _DETAIL, _AMENDED, _FINDING = (
    f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"
    for table, columns in (("report", 8), ("cell", 13), ("fact", 14), ("section", 8), ("detail", 9), ("amended", 6), ("finding", 12))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A report and whose it is, ready to be stored."""

    report: Report
    names: tuple[str, ...] = ()  # other names a question may use for the agency
    place: str = ""  # gazetteer code, '' for none
    kind: str = "government"  # government | department | zone
    reader: str = ""  # which reader made it; a file is read again by another one
    passages: tuple[Passage, ...] | None = None  # of report.sections; None: made when it is stored


class Contents(Reading):
    """Every method wants to be called inside a transaction."""

    _labels: dict[str, int]  # numbers given to texts
    _given: dict[rows.Heading, int]  # numbers given to headings

    def forget(self) -> None:
        super().forget()
        self._labels, self._given = {}, {}

    # ------------------------------------------------------------ reports

    def write(self, number: int, entry: Entry) -> None:
        report, run = entry.report, self.connection.executemany
        editions = {table: cell.edition for cell in report.cells if (table := rows.table_of(cell.id)) and cell.edition}
        shared = rows.as_json(editions), rows.as_json((*entry.names, *report.names))
        run(_REPORT, [(number, number % YEAR, report.year, report.edition, report.source, report.sha256, *shared)])
        self._name(number % YEAR, entry)
        self.write_cells(number, report.cells)
        run(_FACT, [rows.fact_row(number, n, fact) for n, fact in enumerate(report.facts)])
        run(_DETAIL, [(number, n, d.key, d.value, d.text, *rows.place_columns(d.place)) for n, d in enumerate(report.details)])
        run(_SECTION, [(number, n, s.id, s.title, *rows.place_columns(s.place)) for n, s in enumerate(report.sections)])
        self._write_passages(number, passages(report.sections) if entry.passages is None else entry.passages)
        self.write_findings(number, Scope.REPORT, report.findings)

    def erase(self, number: int) -> None:
        """The report and all that hangs on it; its versions stay."""
        held = self.connection.execute("SELECT id, text FROM passage WHERE report = ?", (number,)).fetchall()
        self.connection.executemany(
            "INSERT INTO passage_words (passage_words, rowid, words, pairs) VALUES ('delete', ?, ?, ?)",
            [(key, words(text), pairs(text)) for key, text in held],
        )
        self.connection.execute("DELETE FROM report WHERE id = ?", (number,))

    def write_cells(self, number: int, cells: Iterable[Cell]) -> None:
        """Of two cells with one id the first stays."""
        once: dict[str, Cell] = {}
        for cell in cells:
            once.setdefault(cell.id, cell)
        self.connection.executemany(_CELL, [rows.cell_row(number, self.label(c.id), self._heading(c), c) for c in once.values()])

    def amend_cells(self, number: int, cells: Sequence[Cell]) -> None:
        """Puts the cells in the place of those with their ids; how those were read is kept."""
        read, held = self.as_read(number), self.cells(number)
        change = [(number, self.label(cell.id)) for cell in cells]
        self.connection.executemany("DELETE FROM amended WHERE report = ? AND meaning = ?", change)
        self.connection.executemany("DELETE FROM cell WHERE report = ? AND meaning = ?", change)
        self.write_cells(number, cells)
        before = [read[cell.id] for cell in cells if cell.id in held and cell != read[cell.id]]
        self.connection.executemany(_AMENDED, [rows.amended_row(number, self.label(cell.id), cell) for cell in before])

    def write_findings(self, number: int, scope: Scope, findings: Sequence[Finding]) -> None:
        """In the place of those of that scope."""
        self.connection.execute("DELETE FROM finding WHERE report = ? AND scope = ?", (number, scope))
        self.connection.executemany(_FINDING, [
            (number, scope, n, self.label(f.check), f.status, f.expression, f.left, f.right, f.message, self.label(rows.as_json(f.cells)),
             f.verdict, f.reason)
            for n, f in enumerate(findings)
        ])

    def agency(self, name: str) -> int:
        """The number of an agency."""
        held = self.connection.execute("SELECT id FROM agency WHERE name = ?", (name,)).fetchone()
        number = held[0] if held else self._insert("INSERT INTO agency (name, names, place, kind) VALUES (?, '[]', '', '')", name)
        if number >= YEAR:
            raise StoreFault(str(self.path), f"索引最多容纳 {YEAR - 1} 个机关", "把报告分到几个索引文件")
        return int(number)

    def _name(self, agency: int, entry: Entry) -> None:
        """Place and kind are those said last; the names are those of the reports that are held."""
        held = self.connection.execute("SELECT names FROM report WHERE agency = ? ORDER BY year", (agency,))
        names = dict.fromkeys([entry.report.agency, *(name for row in held for name in rows.texts(row[0]))])
        self.connection.execute(
            "UPDATE agency SET names = ?, place = ?, kind = ? WHERE id = ?", (rows.as_json(list(names)), entry.place, entry.kind, agency)
        )

    # ------------------------------------------------------------ shared texts

    def label(self, text: str) -> int:
        """The number of a text."""
        number = self._number(text)
        if number is None:
            number = self._labels[text] = self._insert("INSERT INTO label (text) VALUES (?)", text)
        return number

    def _number(self, text: str) -> int | None:
        number = self._labels.get(text)
        if number is None:
            held = self.connection.execute("SELECT id FROM label WHERE text = ?", (text,)).fetchone()
            if len(self._labels) > _KEPT_LABELS:
                self._labels.clear()
            if held:
                number = self._labels[text] = held[0]
        return number

    def _path(self, path: tuple[str, ...]) -> int:
        """The number of a header path; a new one goes into the full text."""
        text = rows.as_json(path)
        number = self._number(text)
        if number is None:
            number = self.label(text)
            self._index("label_words", number, " ".join(path))
        return number

    def _heading(self, cell: Cell) -> int:
        heading = rows.Heading(cell.id, cell.unit, cell.row_path, cell.column_path, cell.edition)
        number = self._given.get(heading)
        if number is None:
            if len(self._given) > _KEPT_LABELS:
                self._given.clear()
            row = (self.label(cell.id), self.label(cell.unit), self._path(cell.row_path), self._path(cell.column_path), self.label(cell.edition))
            held = self.connection.execute(
                "SELECT id FROM heading WHERE (cell, unit, row_path, column_path, edition) = (?, ?, ?, ?, ?)", row
            ).fetchone()
            sql = "INSERT INTO heading (cell, unit, row_path, column_path, edition) VALUES (?, ?, ?, ?, ?)"
            number = self._given[heading] = held[0] if held else self._insert(sql, *row)
        return number

    # ------------------------------------------------------------ full text

    def same_segmenter(self) -> None:
        """A full text made by another segmenter, or with another dictionary, is made anew."""
        present = segmenter_id()
        if present == self.setting("segmenter"):
            return
        for table in ("passage_words", "label_words"):
            self.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
        for key, text in self.connection.execute("SELECT id, text FROM passage"):
            self._index("passage_words", key, text)
        paths = "SELECT id, text FROM label WHERE id IN (SELECT row_path FROM heading UNION SELECT column_path FROM heading)"
        for key, path in self.connection.execute(paths):
            self._index("label_words", key, " ".join(rows.texts(path)))
        self.connection.execute("INSERT OR REPLACE INTO setting VALUES ('segmenter', ?)", (present,))

    def _write_passages(self, number: int, found: Iterable[Passage]) -> None:
        for p in found:
            key = self._insert("INSERT INTO passage (report, section, paragraph, text) VALUES (?, ?, ?, ?)", number, p.section, p.paragraph, p.text)
            self.connection.execute("INSERT INTO passage_words (rowid, words, pairs) VALUES (?, ?, ?)", (key, p.words, p.pairs))

    def _index(self, table: str, key: int, text: str) -> None:
        self.connection.execute(f"INSERT INTO {table} (rowid, words, pairs) VALUES (?, ?, ?)", (key, words(text), pairs(text)))

    def _insert(self, sql: str, *values: object) -> int:
        return self.connection.execute(sql, values).lastrowid or 0
