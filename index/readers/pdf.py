"""PDF with a text layer: every page is parsed once; ruled tables become grids, all other characters lines."""

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.utils import PDFDocEncoding
from pdfplumber.utils.exceptions import PdfminerException

from index.errors import EncryptedFile, FileTooLarge, UnreadableFile
from index.models import Paragraph
from index.readers.content import Content
from index.readers.guard import parsing
from index.readers.metadata import metadata_of_lines
from index.readers.pdf_flow import Item, Page, to_blocks
from index.readers.pdf_lines import Char, chars_of, lines_of, unmapped_share
from index.readers.pdf_placed import placed_tables
from index.readers.pdf_rules import open_sides
from index.readers.pdf_streams import unpacked
from index.readers.pdf_tables import RuledTable, ruled_table
from index.readers.pdf_turned import turn_of, upright
from index.readers.pdf_words import Rules, Span, is_shade, rules_of

MAX_PAGES = 300
_TAIL = 4096  # bytes; readers look for the end mark in the last 1024, some servers append a little
_MAX_OBJECTS = 100_000
_MAX_UNPACKED = 120 * 1024 * 1024  # bytes of all streams
_REMEDY = "请重新下载，或用浏览器打印为 PDF 后再试"
_MAX_RULES = 6_000  # drawn lines on a page; more is a drawing, and the search for cells grows with their square
_FEW = 25  # characters: a page mark or a stamp
_UNREADABLE = 0.3  # share of characters without a meaning from which the page counts as a picture


@dataclass(frozen=True, slots=True)
class Parsed:
    """A PDF before its pages are put together."""

    pages: tuple[Page, ...]  # those with text
    pictures: tuple[int, ...]  # numbers (1-based) of pages that show a picture instead
    title: str | None


def parse_pdf(data: bytes, file: str) -> Parsed:
    """Raises EncryptedFile, FileTooLarge, UnreadableFile."""
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnreadableFile(file, "PDF 文件不完整（没有结尾）", _REMEDY)
    if data.count(b" obj") > _MAX_OBJECTS or unpacked(data, _MAX_UNPACKED) > _MAX_UNPACKED:
        raise FileTooLarge(file, "PDF 展开后过大", "请只提供年度报告本身")
    with parsing(file, "PDF 文件", _REMEDY), _losses(file):
        try:
            with pdfplumber.open(io.BytesIO(data)) as pdf:
                pages, pictures = _pages(pdf, file)
                title = _title(pdf.metadata.get("Title"))
        except PdfminerException as error:
            if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
                raise EncryptedFile(file, "PDF 有密码", "请去掉密码后再试") from error
            raise
    return Parsed(pages, pictures, title)


def pdf_content(parsed: Parsed, recognised: Sequence[Page], file: str) -> Content:
    """One document of parsed and recognised pages; pages left as pictures are named in the metadata."""
    pages = sorted([*parsed.pages, *recognised], key=lambda page: page.number)
    blocks = to_blocks(pages).items
    if not blocks:
        raise UnreadableFile(file, "PDF 里没有文字", "请提供原文或更清晰的扫描件")
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    left = [str(number) for number in parsed.pictures if number not in {page.number for page in recognised}]
    metadata = (*metadata_of_lines(texts), *([("未识别的页", "、".join(left))] if left else []))
    return Content("pdf", tuple(blocks), parsed.title, metadata, ocr=bool(recognised))


def _pages(pdf: Any, file: str) -> tuple[tuple[Page, ...], tuple[int, ...]]:
    if len(pdf.pages) > MAX_PAGES:
        raise FileTooLarge(file, f"PDF 超过 {MAX_PAGES} 页", "请只提供年度报告本身")
    pages, pictures = [], []
    above: tuple[Span, ...] = ()
    for page in pdf.pages:
        page = _upright(page)
        chars = chars_of(upright(page.chars), float(page.width), float(page.height))
        if _is_picture(page, chars):
            pictures.append(page.page_number)
        else:
            items, above = _items(page, chars, above)
            pages.append(Page(page.page_number, float(page.height), tuple(items)))
        page.close()  # a parsed page holds every character as a dictionary
    return tuple(pages), tuple(pictures)


def _upright(page: Any) -> Any:
    """The page as it is read: a wide table may be written from bottom to top on a page that says nothing of it."""
    turn = turn_of(page.chars)
    if not turn:
        return page
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate
    turned = type(page)(page.pdf, page.page_obj, page.page_number, page.initial_doctop)
    page.close()
    return turned


def _is_picture(page: Any, chars: Sequence[Char]) -> bool:
    """Its characters have no meaning, or a picture covers it and at most a page mark is written."""
    if len(chars) >= _FEW:
        return unmapped_share(chars) > _UNREADABLE
    covered = sum(float(image["width"]) * float(image["height"]) for image in page.images)
    return covered > 0.25 * float(page.width) * float(page.height)


def _items(page: Any, chars: list[Char], above: tuple[Span, ...]) -> tuple[list[Item], tuple[Span, ...]]:
    """(what stands on the page, columns of a table without rules that may go on on the next page)"""
    page = page.filter(lambda drawn: not is_shade(drawn))
    rules = Rules() if _is_drawing(page) else rules_of(page.edges)
    tables = list(_tables(page, chars, rules))
    outside = [char for char in chars if not any(_holds(table, char) for table in tables)]
    placed = placed_tables(outside, rules, page.page_number, above)
    taken = frozenset[Char]().union(*(one.chars for one in placed))
    lines = lines_of((char for char in outside if char not in taken), page.page_number)
    items: list[Item] = [*tables, *(one.table for one in placed), *lines]
    return sorted(items, key=lambda item: (item.top, item.x0)), placed[-1].columns if placed else ()


def _is_drawing(page: Any) -> bool:
    return len(page.rects) + len(page.lines) + len(page.curves) > _MAX_RULES


def _tables(page: Any, chars: list[Char], rules: Rules) -> Iterator[RuledTable]:
    if _is_drawing(page):
        return
    for found in page.find_tables({"explicit_vertical_lines": open_sides(page.edges)}):
        whole = not any(map(rules.cut, found.cells))
        if whole and (table := ruled_table(found.cells, chars, page.page_number)) is not None:
            yield table


def _holds(table: RuledTable, char: Char) -> bool:
    return table.top <= char.middle <= table.bottom and table.x0 <= (char.x0 + char.x1) / 2 <= table.x1


class _Loss(logging.Handler):
    """pdfminer goes on after a stream whose checksum is wrong, and only logs it: a figure may have changed."""

    lost = False

    def emit(self, record: logging.LogRecord) -> None:
        self.lost = self.lost or "Data-loss" in record.getMessage()


@contextmanager
def _losses(file: str) -> Iterator[None]:
    watch, log = _Loss(logging.WARNING), logging.getLogger("pdfminer")
    log.addHandler(watch)
    log.propagate = False  # its other warnings are about fonts, and no business of the user
    try:
        yield
    finally:
        log.removeHandler(watch)
    if watch.lost:
        raise UnreadableFile(file, "PDF 文件已损坏（校验和不符）", _REMEDY)


def _title(text: object) -> str | None:
    """Some writers mark UTF-16 with the bytes of the other order; pdfminer then reads byte by byte."""
    if not isinstance(text, str):
        return None
    if text.startswith("ÿþ"):
        codes = {character: code for code, character in reversed(list(enumerate(PDFDocEncoding)))}
        text = bytes(codes.get(character, 0x3F) for character in text).decode("utf-16", errors="replace")
    return text.strip() or None
