"""The index: what is stored comes back, whoever asks, and nothing is ever half there."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.archive import Archive
from index.errors import StoreFault
from index.models import Cell, Detail, Fact, Finding, Place, Report, Section, Status
from index.store import Entry, Scope, Store
from index.store.schema import VERSION

AGENCY = "邓州市人民政府"
WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**11), max_value=10**11, places=4)
PLACES = st.builds(Place, st.integers(0, 999), *[st.none() | st.integers(0, 99)] * 3)
PATHS = st.lists(WORDS, max_size=3).map(tuple)
CELLS = st.builds(
    Cell, id=st.from_regex(r"s[234]\.[a-z]{1,9}@[a-z]{1,4}", fullmatch=True), value=st.none() | NUMBERS, text=WORDS, unit=st.sampled_from(["件", "项", "万元"]),
    row_path=PATHS, column_path=PATHS, place=PLACES, edition=st.sampled_from(["2019", "2021", ""]), status=st.sampled_from(Status),
    readings=st.lists(NUMBERS, max_size=2).map(tuple), remark=WORDS,
)
FACTS = st.builds(Fact, NUMBERS, WORDS, WORDS, st.booleans(), WORDS, WORDS, WORDS, PLACES, WORDS)
SECTIONS = st.builds(Section, WORDS, WORDS, st.lists(st.text("政府信息公开。；\n12", min_size=1, max_size=700), max_size=3).map(tuple), PLACES)
FINDINGS = st.builds(Finding, WORDS, st.sampled_from(["passed", "failed", "not_assessable"]), *[WORDS] * 4, PATHS, WORDS, WORDS)
REPORTS = st.builds(
    Report, st.just(AGENCY), st.integers(2008, 2030), st.just("2019"), st.just("a.txt"), st.just("00"),
    st.lists(CELLS, max_size=6, unique_by=lambda cell: cell.id).map(tuple), st.lists(FACTS, max_size=3).map(tuple), st.lists(SECTIONS, max_size=3).map(tuple),
    st.lists(st.builds(Detail, WORDS, WORDS, WORDS, PLACES), max_size=3).map(tuple), st.lists(FINDINGS, max_size=3).map(tuple),
)


def cell(name: str, value: str | None, row: int = 0) -> Cell:
    return Cell(name, None if value is None else Decimal(value), value or "", "件", ("三、本年度办理结果", name), ("总计",), Place(1, None, row, 0), "2019")


def report(agency: str = AGENCY, year: int = 2020, source: str = "a.txt", sha256: str = "1", **figures: str | None) -> Report:
    cells = tuple(cell(f"s3.{name}@total", value, row) for row, (name, value) in enumerate(figures.items()))
    return Report(agency, year, "2019", source, sha256, cells)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db", now=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    yield opened
    opened.close()


def test_store_is_an_archive(store: Store) -> None:
    archive: Archive = store
    assert list(archive.agencies()) == list(archive.reports()) == list(archive.search("公开")) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=REPORTS)
def test_what_is_stored_is_read(store: Store, made: Report) -> None:
    # the same report again and again: each time the one before has to go without a trace
    store.save(Entry(replace(made, sha256=str(store.version()))))
    number = store.reports(year=made.year)[0].id
    order = sorted(made.cells, key=lambda c: (c.place.block, c.place.row or 0, c.place.column or 0))
    assert list(store.cells(number).values()) == order
    assert [str(c.value) for c in store.cells(number).values()] == [str(c.value) if c.value is None else format(c.value, "f") for c in order]
    assert tuple(store.facts(number)) == made.facts
    assert tuple(store.sections(number)) == made.sections
    assert tuple(store.details(number)) == made.details
    assert tuple(f for _, f in store.findings(number)) == made.findings
    assert whole(store.path) == []


def whole(path: Path) -> list[str]:
    """What is wrong with an index: with SQLite's pages, with its full text, with rows that belong to nothing."""
    db = sqlite3.connect(path)
    faults = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
    faults += [str(row) for row in db.execute("PRAGMA foreign_key_check")]
    indexed = {row[0] for row in db.execute("SELECT id FROM passage_words_docsize")}
    if indexed != {row[0] for row in db.execute("SELECT id FROM passage")}:
        faults.append("full text and passages differ")
    db.execute("INSERT INTO passage_words (passage_words) VALUES ('integrity-check')")
    db.close()
    return faults


def test_a_cell_by_id_and_an_absent_one(store: Store) -> None:
    store.save(Entry(report(a="1", b=None, c="-50.5000")))
    number = store.reports()[0].id
    found = store.cells(number, ["s3.b@total", "s3.c@total", "s3.zzz@total"])
    assert {key: c.value for key, c in found.items()} == {"s3.b@total": None, "s3.c@total": Decimal("-50.5")}
    assert found["s3.c@total"].text == "-50.5000"
    assert store.cells(12345) == {}


def test_reports_by_agency_and_year(store: Store) -> None:
    for agency, year in (("乙县人民政府", 2021), ("甲县人民政府", 2020), ("甲县人民政府", 2019)):
        store.save(Entry(report(agency, year, a="1"), names=(agency[:2],), place="41", kind="government"))
    assert [(r.agency.name, r.year) for r in store.reports()] == [("乙县人民政府", 2021), ("甲县人民政府", 2019), ("甲县人民政府", 2020)]
    first, second = store.agencies()
    assert (first.name, first.names, first.place) == ("乙县人民政府", ("乙县人民政府", "乙县"), "41")
    assert [r.year for r in store.reports(agency=second.id)] == [2019, 2020]
    assert [r.agency.name for r in store.reports(year=2021)] == ["乙县人民政府"]
    assert store.reports(agency=second.id, year=2021) == []


def test_names_of_an_agency_are_those_of_its_reports(store: Store) -> None:
    store.save(Entry(report(year=2019, a="1"), names=("邓州市", "邓州")))
    store.save(Entry(replace(report(year=2020, a="1"), names=("邓州市政府",)), names=("邓州",)))
    assert store.agencies()[0].names == (AGENCY, "邓州市", "邓州", "邓州市政府")
    store.save(Entry(report(year=2020, sha256="2", a="1"), names=("邓州",)))
    assert store.agencies()[0].names == (AGENCY, "邓州市", "邓州")


def test_editions_of_the_tables(store: Store) -> None:
    mixed = (cell("s2.art20_1.rules.new", "1"), cell("s3.new@total", "1")._replace(edition="2021"))
    store.save(Entry(replace(report(), cells=mixed)))
    assert store.reports()[0].editions == {"s2.art20_1": "2019", "s3": "2021"}


# ---------------------------------------------------------------- files and versions

def test_the_same_file_changes_nothing(store: Store) -> None:
    assert store.save(Entry(report(a="1"))) == "added"
    before = store.version()
    assert store.save(Entry(report(a="1"))) == "unchanged"
    assert store.version() == before
    assert store.known("1", "") == store.reports()[0]


def test_a_changed_file_replaces_its_report(store: Store) -> None:
    store.save(Entry(report(a="1", b="2")))
    before = store.version()
    assert store.save(Entry(report(sha256="2", a="3"))) == "replaced"
    number = store.reports()[0].id
    assert {key: c.value for key, c in store.cells(number).items()} == {"s3.a@total": 3}
    assert store.version() > before
    time = "2026-01-02T03:04:05+00:00"
    assert store.versions(number) == [("a.txt", "1", time, "replaced"), ("a.txt", "2", time, "current")]
    assert store.known("1", "") is None


def test_another_reader_reads_the_same_file_again(store: Store) -> None:
    store.save(Entry(report(a="1"), reader="old"))
    assert store.known("1", "new") is None
    assert store.save(Entry(report(a="2"), reader="new")) == "replaced"
    assert store.known("1", "new")


def test_of_two_files_the_fuller_stays(store: Store) -> None:
    store.save(Entry(report(source="part.txt", sha256="1", a="1")))
    assert store.save(Entry(report(source="full.pdf", sha256="2", a="1", b="2"))) == "replaced"
    assert store.save(Entry(report(source="part.txt", sha256="1", a="1"))) == "unchanged"
    assert store.save(Entry(report(source="third.html", sha256="3", a="7"))) == "unchanged"
    held = store.reports()[0]
    assert held.source == "full.pdf"
    assert [(source, state) for source, _, _, state in store.versions(held.id)] == [("part.txt", "other"), ("full.pdf", "current"), ("third.html", "other")]
    same, other = (finding for _, finding in store.findings(held.id))
    assert (same.status, same.message) == ("passed", "同一机关同一年度另有文件 part.txt，共有的数字相同，采用较完整的 full.pdf。")
    assert (other.status, other.cells, other.verdict) == ("failed", ("s3.a@total",), "无法判定")
    assert "third.html，数字有 1 处不同（s3.a@total总计 1 / 7）" in other.message


def test_of_two_files_as_full_the_later_stays_and_that_is_said(store: Store) -> None:
    store.save(Entry(report(source="one.txt", sha256="1", a="1")))
    assert store.save(Entry(report(source="two.txt", sha256="2", a="2"))) == "replaced"
    (finding,) = (finding for _, finding in store.findings(store.reports()[0].id))
    assert finding.message.endswith("两份一样完整，采用后收录的 two.txt。")


def test_a_twin_is_compared_again_after_a_change(store: Store) -> None:
    store.save(Entry(report(source="full.pdf", sha256="2", a="1", b="2")))
    store.save(Entry(report(source="part.txt", sha256="1", a="9")))
    store.save(Entry(report(source="full.pdf", sha256="3", a="9", b="2")))
    assert store.findings() == []
    store.save(Entry(report(source="part.txt", sha256="1", a="9")))
    assert [finding.status for _, finding in store.findings()] == ["passed"]


def test_amend_settles_a_cell_and_renews_findings(store: Store) -> None:
    in_doubt = cell("s2.x@total", None)._replace(text="693665", status=Status.AMBIGUOUS, readings=(Decimal(3), Decimal(36)))
    made = replace(report(), cells=(in_doubt, cell("s3.a@total", "1", 1)), findings=(Finding("s3.sum", "passed", ""),))
    store.save(Entry(made))
    number = store.reports()[0].id
    assert store.in_doubt([number, 5]) == {number}
    settled = in_doubt._replace(value=Decimal(3), text="3", status=Status.REPAIRED, readings=())
    store.amend(number, [settled], {Scope.YEARS: [Finding("year", "passed", "3 = 3")]})
    assert store.cells(number)["s2.x@total"] == settled
    assert tuple(store.as_read(number).values()) == made.cells
    assert store.in_doubt([number]) == {number}
    store.amend(number, [in_doubt], {Scope.YEARS: [Finding("year", "failed", "3 = 4")], Scope.REPORT: []})
    assert tuple(store.cells(number).values()) == tuple(store.as_read(number).values()) == made.cells
    assert [(f.check, f.status) for _, f in store.findings(number)] == [("year", "failed")]


def test_many_at_once_and_none_by_half(store: Store) -> None:
    assert store.save_many(Entry(report(f"{n}县人民政府", a=str(n))) for n in range(5)) == 5
    void = cell("s3.new_label@total", "1")._replace(place=Place(None))  # type: ignore[arg-type]
    with pytest.raises(StoreFault):
        store.save_many([Entry(report("又一县人民政府", a="1")), Entry(replace(report("坏县人民政府"), cells=(void,)))])
    assert len(store.agencies()) == 5
    assert store.save(Entry(replace(report("又一县人民政府", a="1"), cells=(void._replace(place=Place(0)),)))) == "added"  # no number of the failed ones is used
    assert len(store.cells(store.reports(agency=store.agencies()[-1].id)[0].id)) == 1
    assert whole(store.path) == []


# ---------------------------------------------------------------- many reports

@settings(max_examples=40, deadline=None)
@given(
    figures=st.lists(st.tuples(st.integers(2019, 2021), st.lists(st.none() | st.sampled_from(["0", "1", "2.5", "-3", "0.000001"]), min_size=3, max_size=3)), max_size=12),
    parts=st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True), year=st.none() | st.integers(2019, 2021), limit=st.integers(0, 4), ascending=st.booleans(),
)
def test_top_against_the_plain_way(tmp_path_factory: pytest.TempPathFactory, figures: list[tuple[int, list[str | None]]], parts: list[str], year: int | None, limit: int, ascending: bool) -> None:
    opened = Store(tmp_path_factory.mktemp("top") / "index.db")
    opened.save_many(Entry(report(f"{n}县", when, **dict(zip("abc", values, strict=True)))) for n, (when, values) in enumerate(figures))
    sums: dict[int, Decimal] = {}
    for held in opened.reports(year=year):
        values = [c.value for c in opened.cells(held.id, [f"s3.{part}@total" for part in parts]).values()]
        if None not in values:
            sums[held.id] = sum(filter(None, values), Decimal(0))
    ordered = sorted(sums.items(), key=lambda item: (item[1] if ascending else -item[1], item[0]))
    last = ordered[:limit][-1][1] if limit and ordered else None
    within = (lambda x: x <= last) if ascending else (lambda x: x >= last)
    assert opened.top([f"s3.{part}@total" for part in parts], year, limit, ascending) == [item for item in ordered if last is not None and within(item[1])]
    opened.close()


def test_figures_of_many_reports(store: Store) -> None:
    store.save_many([Entry(report("甲县", 2020, a="1", b=None)), Entry(report("乙县", 2020, a="10.50")), Entry(report("乙县", 2021, c="3"))])
    numbers = {(r.agency.name, r.year): r.id for r in store.reports()}
    first, second = numbers["甲县", 2020], numbers["乙县", 2020]
    assert store.figures(["s3.a@total", "s3.b@total"]) == [(first, "s3.a@total", 1), (first, "s3.b@total", None), (second, "s3.a@total", Decimal("10.5"))]
    assert store.figures(["s3.a@total"], [second, 99]) == [(second, "s3.a@total", Decimal("10.5"))]
    assert store.figures([], None) == store.figures(["s3.a@total"], []) == []


def test_findings_by_status(store: Store) -> None:
    store.save_many(Entry(replace(report(f"{n}县"), findings=(Finding("a", "passed", ""), Finding("b", "failed", "1 = 2")))) for n in range(3))
    assert [f.check for _, f in store.findings(status="failed")] == ["b"] * 3
    assert [f.check for _, f in store.findings(store.reports()[0].id)] == ["a", "b"]
    assert len(store.findings()) == 6


def test_an_answer_can_be_shown_again(store: Store) -> None:
    before = store.version()
    store.remember([("k7", '{"question":"邓州"}')])
    store.remember([("k7", '{"question":"邓州"}')])
    assert (store.recall("k7"), store.recall("no"), store.version()) == ('{"question":"邓州"}', None, before)


def test_what_came_in_is_kept_until_it_is_answered(store: Store) -> None:
    assert [store.remember_update(n, f"{{{n}}}") for n in (7, 5, 7)] == [True, True, False]
    assert store.open_updates() == ["{5}", "{7}"]
    store.mark_update(5)
    assert store.open_updates() == ["{7}"]
    assert not store.remember_update(5, "again")
    store.mark_update(20_000)
    assert store.remember_update(5, "so late that it is another one")
    assert store.open_updates() == ["so late that it is another one", "{7}"]


def test_the_last_questions_of_a_person(store: Store) -> None:
    assert store.turns(1, 2) == ()
    store.keep_turns(1, 2, ["邓州2020年不予公开多少", "那企业呢"])
    store.keep_turns(1, 3, ["别人"])
    assert store.turns(1, 2) == ("邓州2020年不予公开多少", "那企业呢")
    store.keep_turns(1, 2, ())
    assert (store.turns(1, 2), store.turns(1, 3)) == ((), ("别人",))


# ---------------------------------------------------------------- threads and processes

def test_a_writer_beside_readers(store: Store) -> None:
    faults: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                for held in store.reports():
                    assert len(store.cells(held.id)) == 2  # a report is there whole or not at all
        except BaseException as fault:  # noqa: BLE001 (a thread's fault is reported below)
            faults.append(fault)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for thread in readers:
        thread.start()
    for n in range(40):
        store.save(Entry(report(f"{n % 7}县", source=str(n), sha256=str(n), a=str(n), b="1")))
    done.set()
    for thread in readers:
        thread.join()
    assert faults == []


def test_another_process_is_noticed(store: Store) -> None:
    before = store.version()
    script = "import sys; from tests.test_store import *; Store(sys.argv[1]).save(Entry(report(a='1')))"
    subprocess.run([sys.executable, "-c", script, str(store.path)], check=True, cwd=Path(__file__).parent.parent)
    assert store.version() > before
    assert store.cells(store.reports()[0].id)["s3.a@total"].value == 1


def test_spellings_of_one_agency_are_one_by_its_latest_name(store: Store) -> None:
    store.save(Entry(report("芜湖市经开区管委会", 2021, a="1"), key="340200 经开"))
    store.save(Entry(report("芜湖经济技术开发区管委会", 2023, sha256="3", a="3"), names=("芜湖经开区",), key="340200 经开"))
    store.save(Entry(report("芜湖市经开区管委会", 2022, sha256="2", a="2"), key="340200 经开"))
    [agency] = store.agencies()
    assert (agency.name, agency.names) == ("芜湖经济技术开发区管委会", ("芜湖经济技术开发区管委会", "芜湖市经开区管委会", "芜湖经开区"))
    assert [r.year for r in store.reports(agency.id)] == [2021, 2022, 2023]


def test_a_file_that_is_read_for_another_agency_leaves_the_first(store: Store) -> None:
    store.save(Entry(report("长宁区市国家税务局", a="1"), reader="old"))
    store.save(Entry(report("长宁市国家税务局", a="1"), reader="new"))
    assert [agency.name for agency in store.agencies()] == ["长宁市国家税务局"]


# ---------------------------------------------------------------- files that are no index

def test_a_missing_index_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match=r"none\.db：没有这个索引文件"):
        Store(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "poem.db").write_text("床前明月光，疑是地上霜。" * 400)
    with pytest.raises(StoreFault, match=r"poem\.db：索引无法读写"):
        Store(tmp_path / "poem.db")
    with pytest.raises(StoreFault):
        Store(tmp_path)


def test_an_index_of_a_newer_version(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "new.db")
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    with pytest.raises(StoreFault, match="更新程序"):
        Store(tmp_path / "new.db")


def test_an_index_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    Store(tmp_path / "old.db").save(Entry(report(a="1")))
    db = sqlite3.connect(tmp_path / "old.db")
    for statement in ("DROP TABLE inbox", "DROP TABLE turns", "DROP INDEX agency_of_key", "ALTER TABLE agency DROP COLUMN key",
                      "DELETE FROM _sqlite_migrations WHERE name > '001_first'", "PRAGMA user_version = 1"):
        db.execute(statement)
    db.commit()
    db.close()
    opened = Store(tmp_path / "old.db", create=False)
    assert (opened.open_updates(), [r.year for r in opened.reports()]) == ([], [2020])


def test_opening_loads_no_dictionary(store: Store) -> None:
    script = "import sys; from index.store import Store; Store(sys.argv[1]).search('公开'); print({'jieba', 'sqlite_utils', 'yaml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script, str(store.path)], check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    assert done.stdout.strip() == "set()"
