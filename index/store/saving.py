"""What may change in the index: one transaction a report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from index.models import Cell, Finding
from index.store.contents import Contents
from index.store.inbox import Inbox
from index.store.packing import Entry, Packed, pack, unpack_cells
from index.store.rows import Scope
from index.store.schema import YEAR
from index.store.twins import compare, fuller

_NO_FINDINGS: Mapping[Scope, Sequence[Finding]] = MappingProxyType({})
_BULK = 1000  # reports
_BULK_CACHE = 128 * 1024  # KiB: the ends of every figure's stretch in the index of figures, all being written to
Outcome = Literal["added", "unchanged", "replaced"]


class Store(Contents, Inbox):
    """The index. One process writes at a time, any number read."""

    def __init__(self, path: str | Path, create: bool = True, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`now` tells the time added of a version. StoreFault when the file cannot be an index, or is missing and not to be created."""
        self._now = now
        self.forget()
        super().__init__(path, create)

    def save(self, entry: Entry | Packed) -> Outcome:
        """A changed file replaces its report. Of two files for one report the fuller stays; how they differ is a finding."""
        with self.transaction():
            self.same_segmenter()
            outcome = self._put(entry if isinstance(entry, Packed) else pack(entry))
            if outcome != "unchanged":
                self._count_change()
            return outcome

    def save_many(self, entries: Iterable[Entry]) -> int:
        """For many made reports: a transaction each _BULK of them. How many were added or replaced."""
        self.connection.execute(f"PRAGMA cache_size = -{_BULK_CACHE}")
        left, count = iter(entries), 0
        while some := list(islice(left, _BULK)):
            with self.transaction():
                self.same_segmenter()
                count += sum(self._put(pack(entry)) != "unchanged" for entry in some)
                self._count_change()
        return count

    def amend(self, report: int, cells: Sequence[Cell] = (), findings: Mapping[Scope, Sequence[Finding]] = _NO_FINDINGS) -> None:
        """Puts `cells` in the place of those with their ids, and `findings` in the place of those of their scopes."""
        with self.transaction():
            self.amend_cells(report, cells)
            for scope, found in findings.items():
                self.write_findings(report, scope, found)
            self._count_change()

    def remember(self, questions: Iterable[tuple[str, str]]) -> None:
        """Keeps (answer id, question as JSON), so that an answer can be shown again."""
        with self.transaction() as connection:
            connection.executemany("INSERT OR IGNORE INTO asked VALUES (?, ?)", questions)

    # ------------------------------------------------------------ one report

    def _put(self, packed: Packed) -> Outcome:
        number = packed.year * YEAR + self.agency(packed.agency, packed.key)
        held = self.connection.execute("SELECT sha256, source FROM report WHERE id = ?", (number,)).fetchone()
        if held is None:
            return self._take(number, packed, "replaced", "added")
        seen = self.known(packed.sha256, packed.reader)
        if seen and seen.id == number:
            return "unchanged"
        if packed.sha256 == held[0] or packed.source == held[1]:
            return self._take(number, packed, "replaced", "replaced")
        return self._twin(number, packed, held[1])

    def _take(self, number: int, packed: Packed, before: str, outcome: Outcome) -> Outcome:
        """The entry becomes the report; what stood there before is `before`."""
        self.connection.execute("UPDATE version SET state = ? WHERE report = ? AND (state = 'current' OR ? = 'replaced')", (before, number, before))
        self.erase(number)
        self._withdraw(number, packed)
        self.write(number, packed)
        self._record(number, packed, "current")
        return outcome

    def _withdraw(self, number: int, packed: Packed) -> None:
        """What another reader took this very file for: it is of this agency and year now."""
        other = self.connection.execute(
            "SELECT v.report FROM version v JOIN report r ON r.id = v.report AND r.sha256 = v.sha256"
            " WHERE v.sha256 = ? AND v.source = ? AND v.reader <> ? AND v.state = 'current' AND v.report <> ?",
            (packed.sha256, packed.source, packed.reader, number),
        ).fetchall()
        for (misread,) in other:
            self.connection.execute("UPDATE version SET state = 'replaced' WHERE report = ? AND state = 'current'", (misread,))
            self.erase(misread)

    def _twin(self, number: int, packed: Packed, source: str) -> Outcome:
        """Another file of a report that is held."""
        new, held = unpack_cells(packed), self.cells(number)
        wins = fuller(new, held.values())
        finding = compare(new, packed.source, held, source, keeps_new=wins)
        if wins:
            self._take(number, packed, "other", "replaced")
        else:
            self._record(number, packed, "other")
        kept = [f for _, f in self.findings(number, scope=Scope.FILE) if f.expression != finding.expression]
        self.write_findings(number, Scope.FILE, [*kept, finding])
        return "replaced" if wins else "unchanged"

    def _record(self, number: int, packed: Packed, state: str) -> None:
        self.connection.execute(
            "INSERT INTO version (report, source, sha256, reader, added, state) VALUES (?, ?, ?, ?, ?, ?)",
            (number, packed.source, packed.sha256, packed.reader, self._now().isoformat(timespec="seconds"), state),
        )

    def _count_change(self) -> None:
        self.connection.execute("UPDATE setting SET value = value + 1 WHERE key = 'version'")
