"""What the answering side may ask of the store. index/store.py is the one engine; a test may bring its own."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from index.models import Agency, Cell, Detail, Fact, Finding, Section, StoredReport


class Archive(Protocol):
    def version(self) -> int:
        """Changes whenever a report was added or replaced, by any process."""
        ...

    def agencies(self) -> Sequence[Agency]:
        """Every agency with at least one report, by name."""
        ...

    def reports(self, agency: int | None = None, year: int | None = None, limit: int | None = None) -> Sequence[StoredReport]:
        """Reports by agency name, then year; with a limit, the first ones by number."""
        ...

    def report(self, number: int) -> StoredReport | None:
        """The report of that id."""
        ...

    def cells(self, report: int, ids: Sequence[str] | None = None) -> Mapping[str, Cell]:
        """Cells of one report by id; an id the report does not print is absent."""
        ...

    def top(
        self, parts: Sequence[str], year: int | None, limit: int, ascending: bool = False
    ) -> Sequence[tuple[int, Decimal]]:
        """(report id, sum of the cells `parts`), best first, ties at the limit all included. A report in which a part is absent or not a number is left out."""
        ...

    def figures(self, ids: Sequence[str], reports: Sequence[int] | None = None) -> Iterable[tuple[int, str, Decimal | None]]:
        """(report id, cell id, value) for many reports at once."""
        ...

    def facts(self, report: int) -> Sequence[Fact]: ...

    def sections(self, report: int) -> Sequence[Section]: ...

    def details(self, report: int) -> Sequence[Detail]: ...

    def findings(self, report: int | None = None, status: str | None = None) -> Sequence[tuple[int, Finding]]:
        """(report id, finding)."""
        ...

    def search(self, words: str, report: int | None = None, limit: int = 5) -> Sequence[tuple[int, str, str]]:
        """(report id, section id, passage) by full text, best first."""
        ...
