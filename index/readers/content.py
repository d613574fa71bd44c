"""What every reader hands back, and the builder that numbers the blocks as they come."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from index.errors import WennianbaoError
from index.forms import load_forms
from index.models import Grid, GridCell, Paragraph, Place
from index.text import label_key, list_number

_PROSE = re.compile(r"[。；：，！？]$|^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）|公开.*(?:报告|年报)(?:[（(]?(?:数据|统计|明细|汇总|台账|底稿|附)+表?[）)]?)?$")
_ROWS_OF_PROSE = 3  # of a table from which it is the page of a spreadsheet: running text in rows between tables
_LONG = 28  # characters: no caption of a table is longer
_SPACE = " \t\r\n\f\v\xa0\u3000\u200b\ufeff"


_new = tuple.__new__  # a named tuple made so takes half the time
MAX_TEXTS = 60_000  # paragraphs and cells of a document; the fullest report has 2,000
MAX_CHARACTERS = 3_000_000


class TooMuch(WennianbaoError):
    """A document beyond the limits above; read_document tells it with the file's name."""


@dataclass(frozen=True, slots=True)
class Content:
    """A Document without its source and hash."""

    media: str
    blocks: tuple[Paragraph | Grid, ...]
    title: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    ocr: bool = False


class Drawn(NamedTuple):
    """A cell of a table before the table has its place in the document."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Blocks:
    """Paragraphs and grids in reading order."""

    items: list[Paragraph | Grid] = field(default_factory=list)
    texts: int = 0
    characters: int = 0

    def paragraph(self, text: str, page: int | None = None, heading: bool = False, row: bool = False) -> None:
        """Blank text is no paragraph. Leading tabs stay: they are empty cells in a flattened table; of a `row` all do."""
        text = text if row else text.rstrip(_SPACE) if text.startswith("\t") else text.strip(_SPACE)
        if text.strip(_SPACE):
            self._count(text)
            self.items.append(Paragraph(text, Place(len(self.items), page), heading))

    def grid(self, cells: Iterable[Drawn], page: int | None = None) -> None:
        """A table of one column is a box around text: its cells become paragraphs."""
        drawn = sorted(cells, key=itemgetter(0, 1))
        columns = max((cell.column + cell.column_span for cell in drawn), default=0)
        if len({cell.column for cell in drawn}) < 2:
            self.lines("\n".join(cell.text for cell in drawn), page)
            return
        self._count(*(cell.text for cell in drawn))
        block = len(self.items)
        printed = tuple([
            _new(GridCell, (text.strip(_SPACE), row, column, _new(Place, (block, page, row, column)), height, width))
            for row, column, text, height, width in drawn
        ])
        rows = max(cell.row + cell.row_span for cell in drawn)
        self.items.append(Grid(printed, rows, columns, Place(block, page)))

    def sheet(self, cells: Iterable[Drawn], page: int | None = None) -> None:
        """A table that may hold a whole report, as spreadsheets save one: its rows of running text become paragraphs."""
        drawn = list(cells)
        alone = rows_of_one_text(drawn)
        if sum(is_prose(text) for text in alone.values()) < _ROWS_OF_PROSE:
            self.grid(drawn, page)
            return
        for text, run in groupby(sorted(drawn, key=itemgetter(0, 1)), key=lambda cell: alone.get(cell.row)):
            held = list(run)
            if text is not None:
                self.lines(text, page)
            elif any(cell.text for cell in held):
                self.grid((cell._replace(row=cell.row - held[0].row) for cell in held), page)

    def _count(self, *texts: str) -> None:
        self.texts += len(texts)
        self.characters += sum(map(len, texts))
        if self.texts > MAX_TEXTS or self.characters > MAX_CHARACTERS:
            raise TooMuch

    def lines(self, text: str, page: int | None = None) -> None:
        """Every line a paragraph of its own."""
        for line in text.splitlines():
            self.paragraph(line, page)


def rows_of_one_text(cells: Iterable[Drawn]) -> dict[int, str]:
    """Row → its only text, where that is running text or covers the whole row: a label with blank cells behind it is none."""
    rows: dict[int, list[Drawn]] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + (cell.row_span if cell.text else 1)):
            rows.setdefault(row, []).append(cell)
    found = {}
    for row, held in rows.items():
        texts = [cell for cell in held if cell.text.strip(_SPACE)]
        if len(texts) == 1 and texts[0].row_span == 1 and (len(held) == 1 or is_prose(texts[0].text)):
            found[row] = texts[0].text
    return found


def is_prose(text: str) -> bool:
    """Whether the only text of a row is running text or a section's heading, not a caption inside a table nor the label of a row."""
    return (len(text) > _LONG or bool(_PROSE.search(text))) and row_labels().isdisjoint((label_key(text), list_number(text)[1]))


@cache
def row_labels() -> frozenset[str]:
    tables = (table for form in load_forms().values() for table in form.tables)
    labels = [label for table in tables for row in table.rows for label in (row.label, *row.variants)]
    return frozenset((*map(label_key, labels), *(list_number(label)[1] for label in labels)))
