"""Files go in: in order, each whole or not at all, whatever happens to the others or to the one who adds."""

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index.adding import Intake, Outcome, Source, sources
from index.errors import NotAReport, UnreadableFile
from index.models import Finding, Place, Section, StoredReport
from index.store import Entry, Scope, Store
from tests.rendering import render
from tests.rendering.figures import random_figures
from tests.test_store import report, whole

ROOT = Path(__file__).parent.parent


def read(source: Source) -> tuple[Entry, ...]:
    """A stand-in for the first walk: a file holds "agency year a=1 b=2"."""
    if source.path and not source.path.exists():
        raise UnreadableFile(source.name, "打不开文件")
    data = source.path.read_bytes() if source.path else source.data
    agency, year, *figures = data.decode().replace("\\ud800", "\ud800").split()
    if agency == "诗":
        raise NotAReport(source.name, "没有标题")
    if agency == "慢":
        time.sleep(0.3)
    made = report(agency, int(year), source.name, hashlib.sha256(data).hexdigest(), **dict(figure.split("=") for figure in figures))
    prose = (Section("s1", "一、总体情况", (f"{agency}公开信息{year}条。" * 20,), Place(0)),)
    return (Entry(replace(made, sections=prose, findings=(Finding("s3.sum", "passed", ""),))),)


def settle(store: Store, number: int) -> None:
    """A stand-in for the checks between years."""
    store.amend(number, findings={Scope.YEARS: [Finding("year", "passed", "")]})


def intake(store: Store) -> Intake:
    return Intake(store, read, settle, count=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db")
    yield opened
    opened.close()


def write(folder: Path, *texts: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{number:03}.txt") for number in range(len(texts))]


def told(outcomes: Iterator[Outcome]) -> list[str]:
    return [outcome.status for outcome in outcomes]


def test_files_go_in_in_their_order(store: Store, tmp_path: Path) -> None:
    files = write(tmp_path / "in", "慢 2020 a=1", "诗 1", "甲县 2021 a=1 b=2", "甲县 2020 a=3")
    outcomes = list(intake(store).add(sources([str(tmp_path / "in")])))
    assert [(o.source, o.status) for o in outcomes] == list(zip(files, ["added", "rejected", "added", "added"], strict=True))
    third = outcomes[2]
    assert isinstance(third.report, StoredReport)
    assert (third.report.agency.name, third.report.year, third.cells, third.ambiguous) == ("甲县", 2021, 2, 0)
    assert [finding.check for finding in third.findings] == ["s3.sum", "year"]
    assert outcomes[1].error == f"{files[1]}：没有标题。"
    assert [agency.name for agency in store.agencies()] == ["慢", "甲县"]


def test_what_is_stored_is_passed_over_in_its_place(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "in", "甲县 2020 a=1", "慢 2020 a=1", "乙县 2020 a=1")
    assert told(intake(store).add(sources([str(tmp_path / "in")]))) == ["added"] * 3
    version = store.version()
    assert told(intake(store).add(sources([str(tmp_path / "in")]))) == ["unchanged"] * 3
    assert store.version() == version
    write(tmp_path / "in", "甲县 2020 a=1", "慢 2020 a=2", "乙县 2020 a=1", "诗 1", "丙县 2020 a=1")
    assert told(intake(store).add(sources([str(tmp_path / "in")]))) == ["unchanged", "replaced", "unchanged", "rejected", "added"]


def test_a_rejected_file_leaves_the_index_as_it_was(store: Store, tmp_path: Path) -> None:
    list(intake(store).add([Source("a", data="甲县 2020 a=1".encode())]))
    version, before = store.version(), store.cells(store.reports()[0].id)
    outcomes = list(intake(store).add([Source("b", data="诗 1".encode()), Source("c", data=b"\xff"), *sources([str(tmp_path / "none.txt")])]))
    assert [o.status for o in outcomes] == ["rejected"] * 3
    assert outcomes[1].error
    assert outcomes[1].error.startswith("c：读取时出错（UnicodeDecodeError：")
    assert outcomes[2].error == f"{tmp_path}/none.txt：打不开文件。"
    assert (store.version(), store.cells(store.reports()[0].id), len(store.reports())) == (version, before, 1)


def test_a_folder_gives_its_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/1.pdf", ".git/x.txt", ".hidden", "a/README.md", "manifest.json", "noext"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [str(s.path.relative_to(tmp_path)) for s in sources([str(tmp_path)]) if s.path] == ["b.txt", "noext", "a/1.pdf", "a/2.html"]
    named = [str(tmp_path / "manifest.json"), "https://a.cn/b.html", str(tmp_path / "none")]
    assert [s.name for s in sources(named)] == named


def test_names_and_texts_that_are_no_text(store: Store, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode("甲县".encode("gbk"))
    file.write_text("甲县 2020 a=1", encoding="utf-8")
    [outcome] = intake(store).add(sources([str(tmp_path)]))
    assert (outcome.status, outcome.source) == ("added", f"{tmp_path}/????")
    [outcome] = intake(store).add([Source("b", data=b"\\ud800 2020 a=1")])
    assert (outcome.status, outcome.error) == ("rejected", "b：文件里有无法存储的字符。")
    assert whole(store.path) == []


def test_another_reader_reads_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    item = Source("a", data="甲县 2020 a=1".encode())
    assert told(intake(store).add([item])) == ["added"]
    monkeypatch.setattr("index.adding.reader_id", lambda: "newer")
    assert told(intake(store).add([item])) == ["replaced"]
    assert told(intake(store).add([item])) == ["unchanged"]


def test_the_reader_id_is_the_same_in_every_process() -> None:
    script = "from index.adding import reader_id; print(reader_id())"
    ids = {subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout.strip() for seed in "12"}
    assert len(ids) == 1


def test_killed_at_any_moment_the_index_is_whole(tmp_path: Path) -> None:
    """`bot.py add` itself, on reports of several years: each round is killed after a random while, the last one may end."""
    chance = random.Random(20201231)
    index, folder = tmp_path / "index.db", tmp_path / "in"
    expected = dict(real_reports(folder))
    command = [sys.executable, "bot.py", "add", "--json", "--db", str(index), str(folder)]
    for _ in range(4):
        adding = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert adding.stdout
        for _ in range(chance.randrange(3)):
            adding.stdout.readline()
        time.sleep(chance.random() * 0.3)
        adding.kill()
        adding.wait()
        assert_whole(index, expected)
    finished = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert len(finished.stdout.splitlines()) == len(expected)
    assert assert_whole(index, expected) == len(expected)


def real_reports(folder: Path) -> Iterator[tuple[int, int]]:
    """(year, cells) of the reports written."""
    folder.mkdir()
    for year in range(2021, 2026):
        figures = random_figures(random.Random(year), "2021", "邓州市人民政府", year)
        data, name = render(figures, "tab", random.Random(year))
        (folder / f"{year}_{name}").write_bytes(data)
        yield year, len(figures["cells"])


def assert_whole(index: Path, expected: Mapping[int, int]) -> int:
    """Every report that is there is there with all its cells and checks; how many are."""
    if not index.exists() or not index.stat().st_size:
        return 0
    assert whole(index) == []
    with closing(Store(index)) as store:
        held = store.reports()
        assert {report.year: len(store.cells(report.id)) for report in held} == {report.year: expected[report.year] for report in held}
        assert all(len(store.findings(report.id)) > 50 for report in held)
        assert all([state for *_, state in store.versions(report.id)].count("current") == 1 for report in held)
    return len(held)
