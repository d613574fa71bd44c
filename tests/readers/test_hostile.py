"""Files made to hang or to grow: refused before a parser sees them, each with its own reason."""

import time
import zlib
from collections.abc import Callable

import pytest

from index.errors import FileTooLarge, UnreadableFile
from index.readers import MAX_BYTES, pdf, read_document
from tests.readers.make_docx import docx, p
from tests.readers.make_pdf import pdf as make_pdf
from tests.readers.test_xlsx import book

MAIL = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
TOO_LARGE: dict[str, Callable[[], bytes]] = {
    "more than 20 MB": lambda: b"x" * (MAX_BYTES + 1),
    "one endless line": lambda: "年".encode() * 3_100_000,
    "endless lines": lambda: "年报\n".encode() * 70_000,
    "endless tags": lambda: b"<html><body>" + b"<p>x" * 310_000,
    "formatting opened again in every paragraph": lambda: b"<html>" + b"".join(b"<font size=%d><p>x" % n for n in range(2_000)),
    "endless drawings of corners": lambda: (b"+-" * 100 + b"+\n" + (b"+1" * 100 + b"+\n") * 20 + b"\n") * 300,
    "endless parts": lambda: MAIL + b"--b\n\n" * 21_000,
    "endless mail header": lambda: b"MIME-Version: 1.0\n" + b"a: b\n" * 20_000,
    "endless paragraphs": lambda: docx("<w:p><w:r><w:t>5</w:t></w:r></w:p>" * 61_000),
    "endless cells": lambda: book(*[[1] * 100] * 1_001),
    "endless objects": lambda: b"%PDF-1.4\n" + b"1 0 obj<<>>endobj\n" * 110_000 + b"%%EOF",
}


@pytest.mark.parametrize("made", TOO_LARGE)
def test_refused_as_too_large(made: str) -> None:
    with pytest.raises(FileTooLarge):
        read_document(TOO_LARGE[made](), "大")


def test_a_pdf_that_unpacks_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MAX_UNPACKED", 100_000)
    packed = zlib.compress(b" " * 3_000_000)
    bomb = b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + packed + b"\nendstream endobj\n%%EOF"
    with pytest.raises(FileTooLarge, match="展开"):
        read_document(bomb, "弹.pdf")


def test_a_stream_with_a_wrong_checksum_is_not_trusted() -> None:
    whole = bytearray(make_pdf(lambda sheet: sheet.text(80, 100, "行政许可 5")))
    start = whole.index(b"stream\n") + 7
    whole[whole.index(b"endstream", start) - 3] ^= 1
    with pytest.raises(UnreadableFile, match=r"校验和|PdfminerException"):
        read_document(bytes(whole), "坏.pdf")


@pytest.mark.parametrize("cut", [
    b"<html><body><table><tr><td>\xe8\xa7\x84\xe7\xab\xa0<td>13",  # 136 perhaps
    MAIL + b"--b\nContent-Type: text/html\n\n<html><table><tr><td>5</td></tr></table>",
    b"%PDF-1.4\n1 0 obj",
])
def test_a_file_cut_inside_a_figure_is_not_trusted(cut: bytes) -> None:
    with pytest.raises(UnreadableFile, match="不完整"):
        read_document(cut, "断")


def test_nested_word_tables_are_read() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 50 + p("深") + "</w:tc></w:tr></w:tbl>" * 50
    assert len(read_document(docx(deep), "深.docx").blocks) == 1


@pytest.mark.parametrize("text", [
    "+-" * 150 + "+\n" + ("+ " * 150 + "+\n") * 300,  # a drawing of corners that are none
    "{|\n|" + ' a="b"' * 50_000 + "\n|}",
    "|===\n" + "1 " * 50_000 + "\n|===",
    "* - a\n" * 30_000,
    "\\begin{tabular}{c}\n" + "\\multicolumn{3}{c}{" * 20_000 + "\n\\end{tabular}",
])  # fmt: skip
def test_drawn_tables_that_are_none_cost_little(text: str) -> None:
    start = time.monotonic()
    read_document(text.encode(), "x.txt")
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("table", [
    "+--+--+\n|  |  |\n+--+--+\n\n",
    "+" + "-" * 100 + "+\n" + ("|" + " " * 100 + "|\n") * 10 + "+" + "-" * 100 + "+\n\n",
    "+-" * 100 + "+\n" + ("+ " * 100 + "+\n") * 20 + "\n",
    "┌──┬──┐\n│  │  │\n└──┴──┘\n\n",
    "{|\n",
    "\\begin{tabular}{l}\n",
])  # fmt: skip
def test_thousands_of_empty_tables_cost_little(table: str) -> None:
    start = time.monotonic()
    blocks = read_document(("行政许可 5\n" + table * 4000).encode(), "x.txt").blocks
    assert time.monotonic() - start < 5
    assert blocks[0].text == "行政许可 5"


@pytest.mark.parametrize(
    "text",
    ["<style>" + "/*" * 200_000 + "</style>", "<style>" + "a" * 400_000 + "</style>", "<style>" + "@media x{" * 50_000 + "</style>"],
)
def test_styles_of_a_page_are_read_in_one_go(text: str) -> None:
    page = f"<html><head>{text}</head><body><p role='cell' style='display:table-cell'>规章</p></body></html>"
    assert read_document(page.encode(), "x.html").blocks


@pytest.mark.parametrize("line", ["<ref>" * 100_000, "{{formatnum:" * 50_000, "[fn:" * 100_000, "- 规章" + " " * 200_000 + "x", "&nbsp" * 100_000])
def test_marks_without_their_end_cost_no_time(line: str) -> None:
    assert read_document(f"规章\n{line}".encode(), "x.txt").blocks
