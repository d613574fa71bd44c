"""What the reports beside a report say of it, worked out after it was stored, whatever order they came in.

    open cells are settled by the stock figures of the years beside them, then by the prose of their own report
    a year is checked against the year before, a government against the offices below it
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from index.checks import check_neighbours, check_report, check_superior
from index.checks.superior import SUMMED
from index.models import Cell, StoredReport
from index.places import load_places
from index.repair.settle import settle as settled_by
from index.store import Scope, Store

_WHOLE = re.compile("汇总|全省|全市|全县|全区|全州|各县|各区|各乡镇|各市|所属")  # what the report of a whole region says of its figures
# what the report of an office alone says; 其中本级17件, 本机关按照要求公开数据 say nothing of that
_OWN = re.compile(
    "(?:仅|只)(?:统计|包[括含]|反映|限于?|为|是|含|涉及)[^，。]{0,6}本(?:级|机关|单位)|不(?:含|包[括含])[^，。]{0,8}(?:下级|乡镇|街道|县区?|区县?|部门|所属)"
    "|(?:数据|统计(?:范围|口径))(?:仅?为|是|指|均为)[^，。]{0,8}本级|[省市县区州]本级(?:的)?(?:数据|统计|情况)|本机关(?:自身|本身|自己)?的?数据"
)
IDENTITY = "identity."  # checks of whose report it is; made when the file is read, and by nothing else


def settle(store: Store, number: int) -> None:
    """Call it when a report was added or replaced: its neighbours are settled and checked with it."""
    report = store.report(number)
    if report is None:
        return
    run = years_around(report, store.reports(report.agency.id))
    changed = {number} | settle_years(store, run)
    for year, held in run.items():
        before = run.get(year - 1)
        if before and not changed.isdisjoint((held.id, before.id)):
            found = check_neighbours(store.cells(held.id).values(), store.cells(before.id).values())
            store.amend(held.id, findings={Scope.YEARS: found})
    for superior, below in superiors(store, report):
        parts = {office.agency.name: tuple(store.cells(office.id, SUMMED).values()) for office in below}
        found = check_superior(store.cells(superior.id, SUMMED).values(), parts, own_only=not speaks_for_all(store, superior.id))
        store.amend(superior.id, findings={Scope.BELOW: found})


# ---------------------------------------------------------------- years


def years_around(report: StoredReport, held: Sequence[StoredReport]) -> dict[int, StoredReport]:
    """The unbroken run of years that the report stands in, ascending."""
    by_year = {other.year: other for other in held}
    first = last = report.year
    while first - 1 in by_year:
        first -= 1
    while last + 1 in by_year:
        last += 1
    return {year: by_year[year] for year in range(first, last + 1)}


def settle_years(store: Store, run: Mapping[int, StoredReport]) -> set[int]:
    """Settles what is open in a run of years, anew from what their files say; the reports in which a cell changed."""
    doubted = store.in_doubt([held.id for held in run.values()])
    if not doubted:
        return set()
    cells = {year: tuple(store.as_read(held.id).values()) for year, held in run.items()}
    prose = {year: [fact.value for fact in store.facts(held.id)] for year, held in run.items() if held.id in doubted}
    cells = settled_run(settled_run(cells, {year: [] for year in prose}), prose)
    return {held.id for year, held in run.items() if held.id in doubted and renew(store, held, cells[year])}


def settled_run(cells: Mapping[int, tuple[Cell, ...]], prose: Mapping[int, list[Decimal]]) -> dict[int, tuple[Cell, ...]]:
    """By year; again and again, for a year that is settled can settle the next. Only the years of `prose` are open."""
    held = dict(cells)
    for _ in held:
        following = {year: settled_by(held[year], held.get(year - 1), held.get(year + 1), prose[year]) for year in prose}
        if following.items() <= held.items():
            break
        held |= following
    return held


def renew(store: Store, held: StoredReport, cells: Sequence[Cell]) -> bool:
    """Stores the cells that differ, and the checks of the report with them; whether any did."""
    stored = store.cells(held.id)
    differ = [cell for cell in cells if cell != stored.get(cell.id)]
    if differ:
        kept = [finding for _, finding in store.findings(held.id, scope=Scope.REPORT) if finding.check.startswith(IDENTITY)]
        checked = check_report(cells, store.facts(held.id), store.sections(held.id), store.details(held.id), held.year, held.edition)
        store.amend(held.id, differ, {Scope.REPORT: [*kept, *checked]})
    return bool(differ)


# ---------------------------------------------------------------- above and below


def superiors(store: Store, report: StoredReport) -> Iterator[tuple[StoredReport, list[StoredReport]]]:
    """(report of a government, reports of the offices below it) of the same year, where `report` is one of them."""
    region = load_places().by_code(report.agency.place)
    if region is None:
        return
    codes = [region.code] if report.agency.kind == "department" else [region.code, region.parent]
    for code in filter(None, codes):
        there = store.reports_at([code, *parts_of().get(code, ())], report.year)
        government = next((held for held in there if held.agency.kind == "government" and held.agency.place == code), None)
        below = [held for held in there if is_below(held, code)]
        if government and below:
            yield government, below


def is_below(held: StoredReport, code: str) -> bool:
    """An office of the place itself, or a government of one of its parts."""
    return (held.agency.kind == "department") == (held.agency.place == code)


def speaks_for_all(store: Store, report: int) -> bool:
    """The report says that its figures are those of the whole region."""
    prose = " ".join(text for section in store.sections(report) for text in section.paragraphs)
    return bool(_WHOLE.search(prose)) and not _OWN.search(prose)


@cache
def parts_of() -> Mapping[str, list[str]]:
    """Codes of the places directly below a place."""
    found: dict[str, list[str]] = {}
    for region in load_places().regions:
        found.setdefault(region.parent, []).append(region.code)
    return found
