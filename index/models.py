"""The types of the first walk, in walk order: file -> Document -> Cell, Fact, Section -> Report -> Finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

# ---------------------------------------------------------------- as printed

class Place(NamedTuple):
    """Where in the file something stood."""

    block: int  # 0-based position of the paragraph or grid in the document
    page: int | None = None  # 1-based page; None where the file has no pages
    row: int | None = None  # 0-based grid row or text line inside the block
    column: int | None = None  # 0-based grid column, or character offset inside a text line


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str  # as printed; line ends inside a paragraph are kept
    place: Place
    heading: bool = False  # the file marks it as a heading


class GridCell(NamedTuple):
    text: str  # as printed, '' for an empty cell
    row: int  # 0-based
    column: int  # 0-based, spans counted
    place: Place
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as the file draws it; a merged cell stands once."""

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read, before anything is understood."""

    source: str  # file name or address as given
    media: str  # text | html | docx | rtf | pdf | xlsx | image
    blocks: tuple[Paragraph | Grid, ...]
    sha256: str  # of the bytes read
    title: str | None = None  # <title>, document property or first heading
    metadata: tuple[tuple[str, str], ...] = ()  # (name, value) pairs of a metadata table around the report
    ocr: bool = False  # the characters were recognised from a picture


# ---------------------------------------------------------------- understood

class Status(StrEnum):
    READ = "read"
    REPAIRED = "repaired"  # one reading is left after the arithmetic
    AMBIGUOUS = "ambiguous"  # several readings are left: value is None


class Cell(NamedTuple):
    id: str  # as in data/forms: "s3.new@total", "s2.art20_5.license.decisions", "s4.review.total", "t08.review@year", "x.3.2"
    value: Decimal | None  # None: blank, masked or ambiguous
    text: str  # the characters printed
    unit: str  # 件, 项, 万元 …; the unit the value is in
    row_path: tuple[str, ...]  # labels from the outermost group to the row, as printed
    column_path: tuple[str, ...]  # header labels from the outermost to the column, as printed
    place: Place
    edition: str = ""  # form of the table it stands in: 2008 | 2014 | 2019 | 2021 | "" (no form)
    status: Status = Status.READ
    readings: tuple[Decimal, ...] = ()  # the possible values of an ambiguous cell
    remark: str = ""  # "其中修订16件", "OCR"; '' for none


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure in a sentence."""

    value: Decimal
    text: str  # as printed, with 余 or 约: "50余"
    unit: str  # 条, 件, 人次 …
    approximate: bool  # 余, 约, 近, 多
    subject: str  # the words before the figure that say what is counted: "政府网站共公开信息"
    sentence: str  # the whole sentence
    section: str  # s1 … s6, "" outside
    place: Place
    id: str = ""  # known meaning (data/facts.yaml): "n.training"; "" for none


@dataclass(frozen=True, slots=True)
class Section:
    id: str  # s1 … s6
    title: str  # heading as printed
    paragraphs: tuple[str, ...]  # prose as printed; tables left out
    place: Place


@dataclass(frozen=True, slots=True)
class Detail:
    """A statement about the report itself."""

    key: str  # agency | year | period_start | period_end | phone | email | address | postcode | published | url | compiler | contact
    value: str  # normalised: "2020", "2021-12-31", "0377-62287056"
    text: str  # the words that prove it
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and how it came out."""

    check: str  # "s3.balance@natural", "period", "prose.normative" …
    status: str  # passed | failed | not_assessable
    expression: str  # with numbers: "59 + 0 = 59 + 0"
    left: str = ""  # decimal as text, '' when not assessable
    right: str = ""
    message: str = ""  # one Chinese sentence for people
    cells: tuple[str, ...] = ()  # ids of the cells that take part
    verdict: str = ""  # 源表有误 | 解析存疑 | 无法判定 | ""
    reason: str = ""  # why that verdict


@dataclass(frozen=True, slots=True)
class Report:
    """One annual report, read: what ingest hands to the store."""

    agency: str  # canonical name: 邓州市人民政府
    year: int
    edition: str  # of its section III (else II, IV) table
    source: str
    sha256: str
    cells: tuple[Cell, ...]
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    details: tuple[Detail, ...] = ()
    findings: tuple[Finding, ...] = ()
    names: tuple[str, ...] = ()  # other names of the agency printed in the report


# ---------------------------------------------------------------- as stored

@dataclass(frozen=True, slots=True)
class Agency:
    id: int
    name: str  # 邓州市人民政府
    names: tuple[str, ...]  # every name a question may use, the canonical one first: 邓州市人民政府, 邓州市政府, 邓州市, 邓州
    place: str = ""  # gazetteer code, '' for none
    kind: str = "government"  # government | department | zone


@dataclass(frozen=True, slots=True)
class StoredReport:
    id: int
    agency: Agency
    year: int
    edition: str
    source: str
    editions: Mapping[str, str] = field(default_factory=dict, compare=False)  # table id → edition, where tables differ ("s2.art20_1", "s3", "s4")
