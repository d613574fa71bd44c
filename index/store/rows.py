"""Rows of the index and the dataclasses they stand for."""

import json
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from enum import IntEnum
from functools import lru_cache
from typing import Any, NamedTuple

from index.models import Agency, Cell, Detail, Fact, Finding, Place, Status, StoredReport

Row = Sequence[Any]
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
SCALE = 6  # decimals of the ranking number
LARGEST = 10**18  # of the ranking number: a sum of nine still fits 64 bits
REPORT = "r.id, r.year, r.edition, r.source, r.editions, a.id, a.name, a.names, a.place, a.kind"
CELL = "heading, value, text, number, at_block, at_page, at_row, at_column, status, readings, remark"
FACT = "value, text, unit, approximate, subject, sentence, section, at_block, at_page, at_row, at_column, meaning"
DETAIL = "key, value, text, at_block, at_page, at_row, at_column"
FINDING = "k.text, c.text, f.status, f.expression, f.left_side, f.right_side, f.message, f.verdict, f.reason"


class Scope(IntEnum):
    """What a finding is made from; findings of one scope are replaced together."""

    REPORT = 0  # the report itself
    FILE = 1  # other files of the same report
    YEARS = 2  # the agency's report of the year before
    BELOW = 3  # the reports of the offices below


class Heading(NamedTuple):
    """What a cell has in common with the same cell of other reports."""

    cell: str
    unit: str
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    edition: str


def plain(value: Decimal) -> str:
    """Without an exponent, with every digit: "4281.8770"."""
    text = str(value)  # three times as fast
    return text if "E" not in text else format(value, "f")


@lru_cache(maxsize=65536)
def millionths(value: str) -> int | None:
    """The whole number that ranks an exact decimal, rounded; None beyond 10**12."""
    number = Decimal(value)
    if not number.is_finite() or abs(number) * 10**SCALE > LARGEST:
        return None
    return int(number.scaleb(SCALE).to_integral_value(ROUND_HALF_EVEN))


@lru_cache(maxsize=16384)
def heading_from(cell: str, unit: str, row_path: str, column_path: str, edition: str) -> Heading:
    """`row_path`, `column_path`: JSON lists."""
    return Heading(cell, unit, texts(row_path), texts(column_path), edition)


def cell_from(row: Row, heading: Heading) -> Cell:
    """`row`: the columns CELL."""
    _, value, text, _, *place, status, readings, remark = row
    return Cell(
        id=heading.cell,
        value=None if value is None else Decimal(value),
        text=(value or "") if text is None else text,
        unit=heading.unit,
        row_path=heading.row_path,
        column_path=heading.column_path,
        place=Place(*place),
        edition=heading.edition,
        status=Status(status or Status.READ),
        readings=tuple(map(Decimal, json.loads(readings))) if readings else (),
        remark=remark or "",
    )


def amended_row(report: int, meaning: int, cell: Cell) -> tuple[object, ...]:
    value = None if cell.value is None else plain(cell.value)
    return report, meaning, value, cell.text, cell.status.value, as_json([plain(reading) for reading in cell.readings])


def as_read(cell: Cell, row: Row) -> Cell:
    """`row`: value, text, status, readings of `amended`."""
    value, text, status, readings = row
    exact = None if value is None else Decimal(value)
    return cell._replace(value=exact, text=text, status=Status(status), readings=tuple(map(Decimal, json.loads(readings))))


def fact_from(row: Row) -> Fact:
    """`row`: the columns FACT."""
    value, text, unit, approximate, subject, sentence, section, *place, meaning = row
    return Fact(Decimal(value), text, unit, bool(approximate), subject, sentence, section, Place(*place), meaning)


def detail_from(row: Row) -> Detail:
    """`row`: the columns DETAIL."""
    key, value, text, *place = row
    return Detail(key, value, text, Place(*place))


def finding_from(row: Row) -> Finding:
    """`row`: the columns FINDING."""
    check, cells, status, expression, left, right, message, verdict, reason = row
    return Finding(check, status, expression, left, right, message, texts(cells), verdict, reason)


def report_from(row: Row) -> StoredReport:
    """`row`: the columns REPORT."""
    number, year, edition, source, editions, *agency = row
    return StoredReport(number, agency_from(*agency), year, edition, source, _editions(editions))


@lru_cache(maxsize=32768)
def agency_from(number: int, name: str, names: str, place: str, kind: str) -> Agency:
    return Agency(number, name, tuple(json.loads(names)), place, kind)


@lru_cache(maxsize=4096)
def table_of(cell: str) -> str:
    """"s3" of "s3.new@total", "s2.art20_1" of "s2.art20_1.rules.new_made"."""
    head, *rest = cell.split("@")[0].split(".")
    return f"{head}.{rest[0]}" if head == "s2" and rest else head


@lru_cache(maxsize=16384)
def texts(labels: str) -> tuple[str, ...]:
    """The strings of a JSON list."""
    return tuple(json.loads(labels))


@lru_cache(maxsize=1024)
def _editions(text: str) -> Mapping[str, str]:
    return dict(json.loads(text))


def as_json(value: object) -> str:
    return _JSON.encode(value)
