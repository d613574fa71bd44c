"""Damaged files of every kind: each becomes a Document or one UnreadableFile of one line, nothing else."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator

import pytest

from index import readers
from index.errors import UnreadableFile
from index.models import Document
from index.readers import read_document
from tests.readers.make_docx import docx, p, tbl, tc
from tests.readers.make_pdf import Sheet, pdf, rows
from tests.readers.test_xlsx import book

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
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU"
SEEDS: dict[str, tuple[bytes, int]] = {
    "text": (TEXT.encode(), 500), "gb18030": (TEXT.encode("gb18030"), 300), "utf-16": (TEXT.encode("utf-16"), 200),
    "html": (HTML.encode(), 500), "mhtml": (MHTML.encode(), 150), "docx": (DOCX, 250), "xlsx": (XLSX, 120),
    "pdf": (pdf(_page), 250), "ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 200, 30), "rtf": (rb"{\rtf1 x}", 30),
    "png": (PNG, 30), "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 60, 30),
}
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
        if n % 2 and kind in ("docx", "xlsx"):
            yield _damaged_inside(data, dice)
        else:
            yield dice.choice(MUTATIONS)(data, dice)


def test_there_are_enough() -> None:
    assert sum(count for _, count in SEEDS.values()) >= 2_000


def _outcome(data: bytes) -> Document | UnreadableFile:
    try:
        return read_document(data, "样本")
    except UnreadableFile as refused:
        return refused


@pytest.mark.parametrize("kind", SEEDS)
def test_read_or_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_scan", lambda: None)  # recognition takes seconds a page, and has tests of its own
    for data in _mutated(kind):
        outcome = _outcome(data)
        assert isinstance(outcome, Document) or re.fullmatch("样本：.+", str(outcome))
