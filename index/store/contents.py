"""The rows of one report: put in, taken out."""
# ruff: noqa: S608 (what is put into a statement is a constant of this package; every value is a parameter)

from collections.abc import Iterable, Sequence
from operator import itemgetter

from index.errors import StoreFault
from index.models import Cell, Finding
from index.search import pairs, segmenter_id, words
from index.store import rows
from index.store.packing import Packed, PackedCell, PackedFinding, pack_cell, pack_finding
from index.store.rows import Scope
from index.store.schema import YEAR
from index.store.searching import Searching

_KEPT_LABELS = 100_000
_REPORT, _CELL, _FACT, _SECTION, _DETAIL, _AMENDED, _FINDING = (
    f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"
    for table, columns in (("report", 8), ("cell", 13), ("fact", 14), ("section", 8), ("detail", 9), ("amended", 6), ("finding", 12))
)


class Contents(Searching):
    """Every method wants to be called inside a transaction."""

    _labels: dict[str, int]  # numbers given to texts
    _given: dict[tuple[str, ...], tuple[int, int]]  # numbers given to the cell ids of headings, and to these

    def forget(self) -> None:
        super().forget()
        self._labels, self._given = {}, {}

    # ------------------------------------------------------------ reports

    def write(self, number: int, packed: Packed) -> None:
        run, agency = self.connection.executemany, number % YEAR
        run(_REPORT, [(number, agency, packed.year, packed.edition, packed.source, packed.sha256, packed.editions, packed.names)])
        self._name(agency, packed)
        self._write_cells(number, packed.cells)
        for sql, found in ((_FACT, packed.facts), (_DETAIL, packed.details), (_SECTION, packed.sections)):
            run(sql, [(number, position, *row) for position, row in enumerate(found)])
        self._write_passages(number, packed)
        self._write_findings(number, Scope.REPORT, packed.findings)

    def erase(self, number: int) -> None:
        """The report and all that hangs on it; its versions stay."""
        held = self.connection.execute("SELECT id, text FROM passage WHERE report = ?", (number,)).fetchall()
        self.connection.executemany(
            "INSERT INTO passage_words (passage_words, rowid, words, pairs) VALUES ('delete', ?, ?, ?)",
            [(key, words(text), pairs(text)) for key, text in held],
        )
        self.connection.execute("DELETE FROM report WHERE id = ?", (number,))

    def amend_cells(self, number: int, cells: Sequence[Cell]) -> None:
        """Puts the cells in the place of those with their ids; how those were read is kept."""
        read, held = self.as_read(number), self.cells(number)
        change = [(number, self.label(cell.id)) for cell in cells]
        self.connection.executemany("DELETE FROM amended WHERE report = ? AND meaning = ?", change)
        self.connection.executemany("DELETE FROM cell WHERE report = ? AND meaning = ?", change)
        self._write_cells(number, map(pack_cell, cells))
        before = [read[cell.id] for cell in cells if cell.id in held and cell != read[cell.id]]
        self.connection.executemany(_AMENDED, [rows.amended_row(number, self.label(cell.id), cell) for cell in before])

    def write_findings(self, number: int, scope: Scope, findings: Iterable[Finding]) -> None:
        """In the place of those of that scope."""
        self.connection.execute("DELETE FROM finding WHERE report = ? AND scope = ?", (number, scope))
        self._write_findings(number, scope, map(pack_finding, findings))

    def _write_findings(self, number: int, scope: Scope, findings: Iterable[PackedFinding]) -> None:
        known, label = self._labels.get, self.label
        self.connection.executemany(_FINDING, [
            (number, scope, position, known(check) or label(check), known(cells) or label(cells), *row)
            for position, (check, cells, row) in enumerate(findings)
        ])

    def _write_cells(self, number: int, cells: Iterable[PackedCell]) -> None:
        given = self._given
        found = [(number, *(given.get(heading) or self._heading(heading)), *row) for heading, row in cells]
        self.connection.executemany(_CELL, sorted(found, key=itemgetter(1)))  # in the order of the table they go in faster

    def agency(self, name: str, key: str = "") -> int:
        """The number of an agency; the one with the same key is known by another spelling."""
        held = self.connection.execute("SELECT id FROM agency WHERE name = ?", (name,)).fetchone()
        if held is None and key:
            held = self.connection.execute("SELECT id FROM agency WHERE key = ? ORDER BY id", (key,)).fetchone()
        number = held[0] if held else self._insert("INSERT INTO agency (name, names, place, kind) VALUES (?, '[]', '', '')", name)
        if number >= YEAR:
            raise StoreFault(str(self.path), f"索引最多容纳 {YEAR - 1} 个机关", "把报告分到几个索引文件")
        return int(number)

    def _name(self, agency: int, packed: Packed) -> None:
        """Place and kind are those said last; the name is that of the latest report; the names are those of all that are held."""
        held = self.connection.execute("SELECT year, names FROM report WHERE agency = ? ORDER BY year", (agency,)).fetchall()
        [shown] = self.connection.execute("SELECT name FROM agency WHERE id = ?", (agency,)).fetchone()
        name = packed.agency if packed.year == held[-1][0] else shown
        names = dict.fromkeys([name, packed.agency, *(name for _, some in held for name in rows.texts(some))])
        self.connection.execute(
            "UPDATE agency SET name = ?, names = ?, place = ?, kind = ?, key = ? WHERE id = ?",
            (name, rows.as_json(list(names)), packed.place, packed.kind, packed.key, agency),
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

    def _path(self, text: str) -> int:
        """The number of a header path; a new one goes into the full text."""
        number = self._number(text)
        if number is None:
            number = self.label(text)
            self._index("label_words", number, " ".join(rows.texts(text)))
        return number

    def _heading(self, heading: tuple[str, str, str, str, str]) -> tuple[int, int]:
        """The numbers of its cell id and of itself, looked up or given."""
        if len(self._given) > _KEPT_LABELS:
            self._given.clear()
        cell, unit, row_path, column_path, edition = heading
        row = (self.label(cell), self.label(unit), self._path(row_path), self._path(column_path), self.label(edition))
        held = self.connection.execute(
            "SELECT id FROM heading WHERE (cell, unit, row_path, column_path, edition) = (?, ?, ?, ?, ?)", row
        ).fetchone()
        sql = "INSERT INTO heading (cell, unit, row_path, column_path, edition) VALUES (?, ?, ?, ?, ?)"
        numbers = self._given[heading] = row[0], held[0] if held else self._insert(sql, *row)
        return numbers

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

    def _write_passages(self, number: int, packed: Packed) -> None:
        for section, paragraph, text, in_words, in_pairs in packed.passages:
            key = self._insert("INSERT INTO passage (report, section, paragraph, text) VALUES (?, ?, ?, ?)", number, section, paragraph, text)
            self.connection.execute("INSERT INTO passage_words (rowid, words, pairs) VALUES (?, ?, ?)", (key, in_words, in_pairs))

    def _index(self, table: str, key: int, text: str) -> None:
        self.connection.execute(f"INSERT INTO {table} (rowid, words, pairs) VALUES (?, ?, ?)", (key, words(text), pairs(text)))

    def _insert(self, sql: str, *values: object) -> int:
        return self.connection.execute(sql, values).lastrowid or 0
