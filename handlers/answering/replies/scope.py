"""Whose report and which year: names and years of a question → reports of the archive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.answering.asked.frames import Operand
from handlers.answering.words.mentions import Years
from index.archive import Archive
from index.models import Agency, StoredReport
from index.vocabulary import NameHit

_FEW = 400
_OFFERED = 5
NOT_HERE = frozenset({"foreign", "department"})


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why there is no figure; the same exit for every stage."""

    reason: str  # as in the contract
    key: str  # sentence in data/replies.yaml
    values: tuple[tuple[str, str], ...] = ()  # placeholders of that sentence
    choices: tuple[tuple[str, str], ...] = ()  # (label, full question) to offer


@dataclass(frozen=True, slots=True)
class Place:
    """One report asked for, there or not."""

    agency: Agency
    year: int | None
    report: StoredReport | None  # None: the archive has no report of that year


@dataclass(frozen=True, slots=True)
class Scope:
    """The reports an operand speaks of, in the order said."""

    places: tuple[Place, ...]
    by_default: tuple[str, ...] = ()  # "agency", "year" when nobody said them
    echoes: tuple[tuple[str, str], ...] = ()  # (as written, canonical name) when they differ in more than form


class Directory:
    """Agencies and years of the archive, kept until the archive changes."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.agencies = {a.id: a for a in archive.agencies()}
        self._reports: dict[int, dict[int, StoredReport]] = {}
        self._count = len(self.agencies)

    def is_large(self) -> bool:
        """More bodies than are read one by one."""
        return self._count > _FEW

    def only(self) -> Agency | None:
        """The one agency of the archive."""
        return next(iter(self.agencies.values())) if self._count == 1 else None

    def years(self, agency: int) -> dict[int, StoredReport]:
        """Year → report of one agency, oldest first."""
        if agency not in self._reports:
            found = self._archive.reports(agency=agency)
            self._reports[agency] = {r.year: r for r in sorted(found, key=lambda r: r.year)}
        return self._reports[agency]

    def newest(self) -> Sequence[StoredReport]:
        """The latest report of every body, in the order of the bodies; not for archives that are large."""
        return [r for agency in self.agencies for r in list(self.years(agency).values())[-1:]]

    def of_year(self, year: int | None) -> Sequence[StoredReport]:
        """All reports, or those of one year."""
        return self._archive.reports(year=year)

    def some_of_year(self, year: int | None, most: int) -> Sequence[StoredReport]:
        """A few reports of a year, so that thousands need not be looked at to offer five."""
        return self._archive.reports(year=year, limit=most)


def find_scope(operand: Operand, directory: Directory, today: date | None, all_years: bool = False) -> Scope | Shortfall:
    """Reports an operand speaks of. `all_years`: no year said means every year (trends, extremes)."""
    agencies = _agencies(operand, directory)
    if isinstance(agencies, Shortfall):
        return agencies
    places: list[Place] = []
    defaults = () if operand.names else ("agency",)
    for agency in agencies:
        known = directory.years(agency.id)
        years = _years(operand.years, tuple(known), today)
        if isinstance(years, Shortfall):
            return years
        if not years:
            years = tuple(known) if all_years else tuple(known)[-1:]
            defaults = (*defaults, *(() if all_years else ("year",)))
        places += [Place(agency, year, known.get(year)) for year in years]
    return Scope(tuple(places), tuple(dict.fromkeys(defaults)), _echoes(operand.names, directory))


def _agencies(operand: Operand, directory: Directory) -> tuple[Agency, ...] | Shortfall:
    found: list[Agency] = []
    for name in operand.names:
        if name.how in NOT_HERE or not name.agencies:
            return not_held(name, directory)
        if len(name.agencies) > 1:
            return _which(name, directory)
        found.append(directory.agencies[name.agencies[0]])
    if found:
        return tuple(dict.fromkeys(found))
    only = directory.only()
    if only:
        return (only,)
    named = _only_of_year(operand, directory)
    return named or Shortfall("no_agency", "which_agency")


def _only_of_year(operand: Operand, directory: Directory) -> tuple[Agency, ...]:
    """The one agency that has a report of the year asked for."""
    if len(operand.years) != 1 or operand.years[0].kind != "absolute" or len(operand.years[0].values) != 1:
        return ()
    agencies = {r.agency.id: r.agency for r in directory.some_of_year(operand.years[0].values[0], 2)}
    return tuple(agencies.values()) if len(agencies) == 1 else ()


def not_held(name: NameHit, directory: Directory) -> Shortfall:
    """A body without a report here; others of the same place are told: 沭阳县 is not its bureau, 平潭县 not 平潭综合实验区."""
    if name.beside:
        return _told("no_agency", "only_within", name, name.beside, directory)
    return Shortfall("no_agency", "no_agency", (("name", name.text),))


def _which(name: NameHit, directory: Directory) -> Shortfall:
    return _told("ambiguous_agency", "ambiguous_agency", name, name.agencies, directory)


def _told(reason: str, key: str, name: NameHit, agencies: Sequence[int], directory: Directory) -> Shortfall:
    names = [directory.agencies[agency].name for agency in agencies][:_OFFERED]
    return Shortfall(reason, key, (("name", name.text), ("names", "、".join(names))), tuple((n, n) for n in names))


def _years(said: Iterable[Years], known: Sequence[int], today: date | None) -> tuple[int, ...] | Shortfall:
    result: list[int] = []
    for years in said:
        found = resolve_years(years, known, today)
        if isinstance(found, Shortfall):
            return found
        result += found
    return tuple(dict.fromkeys(result))


def resolve_years(years: Years, known: Sequence[int], today: date | None) -> tuple[int, ...] | Shortfall:
    """Calendar years; 去年 is counted from `today`, 以来 from the years there are."""
    if years.kind == "absolute":
        return years.values
    if years.kind in ("into", "into_relative"):
        return _turn(years, known, today)
    if years.kind == "broken":
        return Shortfall("no_year", "broken_year", (("year", str(years.values[0])), ("years", _listed(known))))
    if years.kind == "since":
        return tuple(y for y in known if y >= years.values[0])
    if years.kind == "but":
        return tuple(y for y in known if y not in years.values)
    if years.kind == "newest":
        return tuple(known)[-1:]
    if years.kind in ("last", "before"):
        last = today.year if today else (max(known, default=0) + 1)
        return tuple(range(last - years.values[0], last))
    if years.kind in ("relative", "previous", "next"):
        if today is None:
            return Shortfall("no_year", "no_today")
        offset = years.values[0] if years.values else {"previous": -1, "next": 1}[years.kind]
        return (today.year + offset,)
    return ()


def _turn(years: Years, known: Sequence[int], today: date | None) -> tuple[int, ...] | Shortfall:
    """The year that requests were carried out of; the one they arrived in when only that is here."""
    if years.kind == "into_relative" and today is None:
        return Shortfall("no_year", "no_today")
    arrived = years.values[0] + (today.year if today and years.kind == "into_relative" else 0)
    return (arrived,) if arrived - 1 not in known and arrived in known else (arrived - 1,)


def _listed(years: Sequence[int]) -> str:
    return "、".join(str(y) for y in years)


def _echoes(names: Iterable[NameHit], directory: Directory) -> tuple[tuple[str, str], ...]:
    return tuple((n.text, directory.agencies[n.agencies[0]].name) for n in names if n.agencies and n.how != "exact")
