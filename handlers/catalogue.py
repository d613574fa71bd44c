"""What is indexed, as /start, /reports and /about tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.archive import Archive


@dataclass(frozen=True, slots=True)
class Entry:
    name: str  # canonical name of the agency
    names: tuple[str, ...]  # all its names, for finding it
    years: tuple[int, ...]  # of its reports, ascending


@dataclass(frozen=True, slots=True)
class Overview:
    entries: tuple[Entry, ...]  # by name, as the archive orders them
    reports: int

    @property
    def years(self) -> str:
        return spans(sorted({year for entry in self.entries for year in entry.years}))

    def sample(self) -> tuple[str, int] | None:
        """Agency and year that the sample questions are asked of: the newest report of the first agency."""
        return (self.entries[0].name, self.entries[0].years[-1]) if self.entries else None

    def found(self, word: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if any(word in name for name in entry.names))


class Catalogue:
    """The overview, read again only when the index has changed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._version: int | None = None
        self._overview = Overview((), 0)

    def overview(self) -> Overview:
        version = self._archive.version()
        if version != self._version:
            self._overview, self._version = _read(self._archive), version
        return self._overview


def _read(archive: Archive) -> Overview:
    reports = archive.reports()
    entries = []
    for agency, group in groupby(reports, key=lambda report: report.agency):
        entries.append(Entry(agency.name, agency.names, tuple(sorted({report.year for report in group}))))
    return Overview(tuple(entries), len(reports))


def spans(years: Sequence[int]) -> str:
    """2017, 2018, 2019, 2021 -> "2017—2019、2021"."""
    runs = [[year for _, year in run] for _, run in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0])]
    return "、".join(f"{run[0]}—{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
