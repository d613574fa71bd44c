"""Reports beside a report: the order they come in does not matter, and what one of them said is taken back when it goes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from index.beside import settle, years_around
from index.models import Cell, Fact, Place, Report, Section, Status
from index.store import Entry, Scope, Store

ROW = ("issued", "repealed", "in_force")
OPEN = tuple(tuple(map(Decimal, sorted(values))) for values in ((6, 69), (3, 36, 366, 9366, 93, 936), (5, 65, 665)))
# year -> (issued, repealed, in force); None: printed as 693665, of which 69|3|665 leads from the stock of 2020 to that of 2022
STOCK = {2020: (100, 1, 599), 2021: None, 2022: (88, 55, 698)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db")
    yield opened
    opened.close()


def normative(figures: tuple[int, int, int] | None) -> Iterator[Cell]:
    for place, column in enumerate(ROW):
        cell = Cell(f"s2.art20_1.normative.{column}", None, "693665", "件", ("行政规范性文件",), (column,), Place(1, None, 1, place), "2021")
        if figures is None:
            yield cell._replace(status=Status.AMBIGUOUS, readings=OPEN[place])
        else:
            yield cell._replace(value=Decimal(figures[place]), text=str(figures[place]))


def report(year: int, figures: tuple[int, int, int] | None, sha256: str = "", prose: Sequence[int] = ()) -> Report:
    facts = tuple(Fact(Decimal(n), str(n), "件", False, "", "", "s1", Place(0)) for n in prose)
    return Report("平潭综合实验区管委会", year, "2021", f"{year}.txt", sha256 or str(year), tuple(normative(figures)), facts)


def save(store: Store, made: Report, place: str = "350128z1", kind: str = "zone") -> None:
    before = {held.id for held in store.reports()}
    store.save(Entry(made, place=place, kind=kind))
    number = next((held.id for held in store.reports(year=made.year) if held.agency.name == made.agency), None)
    assert number
    assert number in before or len(store.reports()) == len(before) + 1
    settle(store, number)


def read(store: Store, year: int) -> list[Decimal | None]:
    return [cell.value for cell in store.cells(store.reports(year=year)[0].id).values()]


def told(store: Store) -> list[tuple[int, str, str, str]]:
    return [(number, f.check, f.status, f.expression) for number, f in store.findings()]


def test_the_order_does_not_matter(tmp_path: Path) -> None:
    seen = []
    for number, years in enumerate(permutations(STOCK)):
        store = Store(tmp_path / f"{number}.db")
        for year in years:
            save(store, report(year, STOCK[year]))
        seen.append(([read(store, year) for year in STOCK], told(store)))
        store.close()
    assert all(other == seen[0] for other in seen)
    assert seen[0][0][1] == [69, 3, 665]
    assert any(check.startswith("s2.") and status == "passed" for _, check, status, _ in seen[0][1])


def test_a_cell_is_open_again_when_its_witness_changes(store: Store) -> None:
    for year, figures in STOCK.items():
        save(store, report(year, figures))
    assert read(store, 2021) == [69, 3, 665]
    version = store.version()
    save(store, report(2022, (1, 2, 3), sha256="other"))
    save(store, report(2020, (1, 2, 3), sha256="another"))
    assert read(store, 2021) == [None] * 3
    assert [cell.readings for cell in store.cells(store.reports(year=2021)[0].id).values()] == list(OPEN)
    assert store.version() > version


def test_prose_settles_only_what_no_year_does(store: Store) -> None:
    save(store, report(2021, None, prose=[6, 936, 65]))
    assert read(store, 2021) == [6, 936, 65]
    for year in (2020, 2022):
        save(store, report(year, STOCK[year]))
    assert read(store, 2021) == [69, 3, 665]


def test_checks_follow_the_settled_cells(store: Store) -> None:
    save(store, report(2021, None))
    before = {f.check: f.status for _, f in store.findings(scope=Scope.REPORT)}
    for year in (2020, 2022):
        save(store, report(year, STOCK[year]))
    number = store.reports(year=2021)[0].id
    assert before.get("s2.stock@normative", "not_assessable") == "not_assessable"
    assert ("s2.stock@normative", "passed") in {(f.check, f.status) for _, f in store.findings(number)}


def test_years_around_a_gap(store: Store) -> None:
    for year in (2017, 2019, 2020, 2021, 2023):
        save(store, report(year, (1, 1, 1)))
    held = store.reports()
    assert list(years_around(held[2], held)) == [2019, 2020, 2021]
    assert list(years_around(held[0], held)) == [2017]


# ---------------------------------------------------------------- above and below

def city(agency: str, new: int, prose: str = "", year: int = 2024) -> Report:
    cell = Cell("s3.new@total", Decimal(new), str(new), "件", ("一、本年新收",), ("总计",), Place(1), "2021")
    return Report(agency, year, "2021", agency, agency, (cell,), sections=(Section("s1", "一、总体情况", (prose,), Place(0)),))


@pytest.mark.parametrize(("prose", "expected"), [
    ("本报告汇总全市数据。", [("superior.s3.new@total", "failed")]), ("本报告仅统计本级数据，不含各县区。", [("superior.s3.new@total", "not_assessable")]),
    ("", [("superior.s3.new@total", "not_assessable")]), ("本报告汇总全市数据，共100件，其中市本级17件。本机关按照要求公开数据。", [("superior.s3.new@total", "failed")]),
    ("全市政务公开有序推进，本报告反映市本级数据。", [("superior.s3.new@total", "not_assessable")]),
])
def test_a_city_against_its_districts_and_offices(store: Store, prose: str, expected: list[tuple[str, str]]) -> None:
    save(store, city("淮安市洪泽区人民政府", 95), "320813", "government")
    save(store, city("淮安市教育局", 10), "320800", "department")
    save(store, city("淮安市人民政府", 100, prose), "320800", "government")
    save(store, city("盱眙县人民政府", 900, year=2023), "320830", "government")
    save(store, city("沭阳县人民政府", 900), "321322", "government")
    number = next(held.id for held in store.reports() if held.agency.name == "淮安市人民政府")
    assert [(f.check, f.status) for _, f in store.findings(scope=Scope.BELOW)] == expected
    assert {report for report, _ in store.findings(scope=Scope.BELOW)} == {number}
