"""The made-up reports are what they say they are, and the archive in memory answers as the store does."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from index.models import Cell, Report
from index.store import Entry, Store
from tests.answering.archives import Memory
from tests.answering.support import Asked
from tests.answering.town import baoying, gaoyou, town


def broken(report: Report) -> set[str]:
    return {f.check.split("@")[0] for f in report.findings if f.status == "failed" and f.check.startswith(("s2", "s3", "s4", "t08"))}


@pytest.mark.parametrize("report", [*baoying(), gaoyou()[1]], ids=lambda r: f"{r.agency}{r.year}")
def test_made_up_figures_keep_every_rule(report: Report) -> None:
    assert not broken(report)


def test_the_one_that_does_not_add_up_is_seen() -> None:
    assert any(check.startswith("s4") for check in broken(gaoyou()[0]))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "index.db")
    names = {a.name: a for a in Memory(town()).agencies()}
    for report in town():
        agency = names[report.agency]
        made.save(Entry(report, agency.names, agency.place, agency.kind, "made up"))
    yield made
    made.close()


def figures(cells: Mapping[str, Cell]) -> dict[str, tuple[object, ...]]:
    return {i: (c.value, c.status, c.readings, c.unit, c.row_path) for i, c in cells.items()}


def test_memory_and_store_hold_the_same(store: Store) -> None:
    memory = Memory(town())
    for mine, theirs in zip(memory.reports(), store.reports(), strict=True):
        assert (mine.agency.name, mine.year, mine.edition, mine.editions) == (theirs.agency.name, theirs.year, theirs.edition, theirs.editions)
        assert figures(memory.cells(mine.id)) == figures(store.cells(theirs.id))
        assert [f.check for _, f in memory.findings(mine.id)] == [f.check for _, f in store.findings(theirs.id)]


@pytest.mark.parametrize("ascending", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 9])
def test_memory_ranks_as_the_store_does(store: Store, ascending: bool, limit: int) -> None:
    mine, theirs = (a.top(["s3.result.granted@total"], None, limit, ascending) for a in (Memory(town()), store))
    assert [n for _, n in mine] == [n for _, n in theirs]


def test_an_answer_follows_the_index_at_once(store: Store) -> None:
    asked, question = Asked(store), "宝应县2022年予以公开几件"
    report = next(r for r in store.reports(year=2022) if r.agency.name.startswith("宝应"))
    before, cell = asked.value(question), store.cells(report.id)["s3.result.granted@total"]
    store.amend(report.id, [cell._replace(value=before + 1, text=str(before + 1))])
    assert asked.value(question) == before + 1
