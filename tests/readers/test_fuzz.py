"""Damaged files of every kind on the way of `add`: each is added or refused in one line, nothing else."""

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from index import readers
from index.adding import Intake, Outcome, Source
from index.ingest import ingest, settle
from index.store import Entry, Store
from tests.readers.make_docx import docx, p, tbl, tc
from tests.readers.make_pdf import Sheet, pdf, rows
from tests.readers.test_xlsx import book
from tests.rendering import render
from tests.rendering.figures import random_figures
from tests.test_store import whole

ROOT = Path(__file__).parent.parent.parent

TEXT = "某市2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\t制发\t废止\n规章\t3\t0\n（七）总计\t1,086\t-5\n" * 3
HTML = (
    "<html><head><meta charset='utf-8'><title>年报</title></head><body><h1>某市2023年政府信息公开工作年度报告</h1>"
    "<table><tr><td>索引号<td>1<td>发布机构<td>某局</table><p>一、总体情况<br>甲。</p><!--[if x]-->"
    "<table border=1><tr><td rowspan=2 colspan='2'>项目<td>自然人<tr><td>总计</td></tr><tr><td><span>2</span><sup>1</sup>"
    "<td><table><tr><td>5</table><td>&nbsp;&#19977;</table></body></html>"
)
MHTML = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n" + HTML + "\n--b--\n"


def _page(sheet: Sheet) -> None:
    sheet.text(80, 60, "二、主动公开政府信息情况")
    sheet.table([80, 200, 300, 400], [100, 120, 140, 160], rows("信息内容|制发|废止", "规章|3|0", "规范性文件|12|5"))


DOCX = docx(p("一、总体情况", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
            + tbl(tc("规章", '<w:vMerge w:val="restart"/>') + tc("3", '<w:gridSpan w:val="2"/>'), tc("", "<w:vMerge/>") + tc("5")))
XLSX = book(["信息内容", "制发", "废止"], ["规章", 3, None], ["总计", "=SUM(B2)", 1.5], merged="A1:B1")
RTF = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 x;}}\uc1 \u35268?\'d5\'c2\par{\trowd\clvmgf\cellx900\cellx1800\intbl a\cell 3\cell\row}\pard b\par}"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU"
SEEDS: dict[str, tuple[bytes, int]] = {
    "text": (TEXT.encode(), 400), "gb18030": (TEXT.encode("gb18030"), 250), "utf-16": (TEXT.encode("utf-16"), 150),
    "html": (HTML.encode(), 400), "mhtml": (MHTML.encode(), 130), "docx": (DOCX, 200), "xlsx": (XLSX, 100),
    "pdf": (pdf(_page), 200), "ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 200, 20), "rtf": (RTF, 150),
    "png": (PNG, 20), "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 60, 20),
}
WHOLE = {"tab": 30, "html": 25, "docx": 15, "xlsx": 10, "pdf": 10}  # layouts of a whole report
SEEDS |= {f"whole_{layout}": (render(random_figures(Random(1), "2021", "邓州市人民政府", 2022), layout, Random(1))[0], count) for layout, count in WHOLE.items()}
SHIPPED = ROOT / "data" / "reports" / "dengzhou_2020.txt"
SEEDS["shipped"] = (SHIPPED.read_bytes(), 40)
ZIPPED = ("docx", "xlsx", "whole_docx", "whole_xlsx")
Mutation = Callable[[bytes, random.Random], bytes]


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _flip(data: bytes, dice: random.Random) -> bytes:
    flipped = bytearray(data)
    for _ in range(dice.choice((1, 1, 3, 20))):
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
    return bytes(flipped)


def _remove(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randrange(1, 60):]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start:start + dice.randrange(1, 40)] * dice.choice((2, 30)) + data[start:]


def _insert(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    odd = dice.choice((b"\0" * 9, b"\xff" * 9, b"<table>" * 5, b"</td>", b"%PDF-1.4", b"9" * 30, dice.randbytes(16)))
    return data[:start] + odd + data[start:]


MUTATIONS: tuple[Mutation, ...] = (_cut, _flip, _flip, _flip, _remove, _repeat, _insert)


def _damaged_inside(data: bytes, dice: random.Random) -> bytes:
    """A whole zip with one damaged member: gets past the container."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, dice.choice(MUTATIONS)(part, dice) if name == chosen and part else part)
    return stream.getvalue()


def _mutated(kind: str) -> Iterator[bytes]:
    data, count = SEEDS[kind]
    dice = random.Random(f"20201231 {kind}")
    for n in range(count):
        if n % 2 and kind in ZIPPED:
            yield _damaged_inside(data, dice)
        else:
            yield dice.choice(MUTATIONS)(data, dice)


def test_there_are_enough() -> None:
    assert sum(count for _, count in SEEDS.values()) >= 2_000


def read(source: Source) -> tuple[Entry, ...]:
    """The first walk without recognition, which takes seconds a page and has tests of its own."""
    readers._scan = lambda: None  # type: ignore[assignment]
    return ingest(source)


@pytest.mark.parametrize("half", [0, 1])
def test_added_or_refused_and_the_index_stays_whole(half: int, tmp_path: Path) -> None:
    """The way of `add`: in a process of its own, into an index that a refused file leaves as it was."""
    kinds, statuses, version = tuple(SEEDS)[half::2], Counter[str](), 0
    with closing(Store(tmp_path / "index.db")) as store:
        sources = (Source(f"{kind}{n}", data=data or b" ") for kind in kinds for n, data in enumerate(_mutated(kind)))
        for outcome in Intake(store, read, settle, count=1).add(sources):
            statuses[outcome.status] += 1
            assert outcome.status != "rejected" or (store.version() == version and _is_told(outcome)), outcome
            version = store.version()
        held = {report.id: len(store.cells(report.id)) for report in store.reports()}
    assert set(statuses) <= {"added", "replaced", "unchanged", "rejected"}
    assert min(statuses["rejected"], sum(held.values())) > 0
    assert whole(tmp_path / "index.db") == []


_MISTAKES = re.compile("读取时出错|意外终止|超过")


def _is_told(outcome: Outcome) -> bool:
    """One line with the file's name, and no mistake of the program."""
    return bool(re.fullmatch(f"{outcome.source}：.+", outcome.error or "")) and not _MISTAKES.search(outcome.error or "")
