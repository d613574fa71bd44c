"""The forms as data: rows, columns, units, sums. Loaded from data/forms/*.yaml and checked there."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    id: str  # "s3.result.denied.third_party", "s2.art20_5.license", "s4.review"
    label: str  # as the official form prints it
    variants: tuple[str, ...]  # other spellings of the label seen in reports
    parent: str | None  # id of the group it stands in
    parts: tuple[str, ...]  # rows that add up to it; () for a leaf
    printed: bool  # False: a group that the form prints without figures
    unit: str
    meaning: str  # short explanation, '' for none
    basis: str  # article of the 条例


@dataclass(frozen=True, slots=True)
class Column:
    id: str  # "natural", "decisions", "upheld", "year"
    label: str
    variants: tuple[str, ...]
    parts: tuple[str, ...]  # columns that add up to it
    printed: bool
    unit: str  # '' when the row decides
    meaning: str


@dataclass(frozen=True, slots=True)
class FormTable:
    id: str  # "s2.art20_5", "s3", "s4", "t08"
    section: str  # "s2"
    caption: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one cell of a form means, whatever report it stands in."""

    id: str  # cell id
    table: str  # "s3"
    row: str
    column: str
    unit: str
    row_labels: tuple[str, ...]  # outermost first: ("三、本年度办理结果", "（三）不予公开", "4.保护第三方合法权益")
    column_labels: tuple[str, ...]  # ("法人或其他组织", "商业企业")
    parts: tuple[str, ...]  # cell ids that add up to it; () when printed as one figure
    printed: bool  # False: derived, the form has no such cell


@dataclass(frozen=True, slots=True)
class Form:
    edition: str  # 2008 | 2014 | 2019 | 2021
    name: str  # 国办公开办函〔2019〕60号 …
    tables: tuple[FormTable, ...]
    meanings: Mapping[str, Meaning]  # by cell id; s3 ids always with "@column"; derived groups included


def load_forms() -> Mapping[str, Form]:
    """Every form of data/forms by edition, newest last."""
    raise NotImplementedError
