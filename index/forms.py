"""The forms as data: rows, columns, units, sums. Loaded from data/forms/*.yaml and checked there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FORMS = Path(__file__).parent.parent / "data" / "forms"


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One object each, as tables are."""

    id: str  # "s3.result.denied.third_party", "s2.art20_5.license", "s4.review"
    label: str  # as the official form prints it
    variants: tuple[str, ...]  # other spellings of the label seen in reports
    parent: str | None  # id of the group it stands in
    parts: tuple[str, ...]  # rows that add up to it; () for a leaf
    printed: bool  # False: a group that the form prints without figures
    unit: str
    meaning: str  # short explanation, '' for none
    basis: str  # article of the 条例
    decimals: bool = False  # its figures may have a fraction
    confirmed: bool = True  # False: the row was not seen in an official print

    @property
    def is_heading(self) -> bool:
        """A group without figures of its own and without a sum."""
        return not self.printed and not self.parts


@dataclass(frozen=True, slots=True)
class Column:
    id: str  # "natural", "decisions", "upheld", "year"
    label: str
    variants: tuple[str, ...]
    parts: tuple[str, ...]  # columns that add up to it
    printed: bool
    unit: str  # '' when the row decides
    meaning: str
    signed: bool = False  # its figures may be negative
    decimals: bool = False  # its figures may have a fraction


@dataclass(frozen=True, slots=True)
class Term:
    sign: int  # 1 or -1
    cell: str  # cell id
    before: bool = False  # the cell of the same agency's report of the year before


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """What must hold between cells: the sum of `left` stands in `relation` to the sum of `right`. One object each, as tables are."""

    id: str  # check id: "s3.balance@natural"
    left: tuple[Term, ...]
    relation: str  # "=" or ">="
    right: tuple[Term, ...]  # () is 0
    hard: bool  # False: may be broken for a good reason, so that a break is a hint
    message: str  # Chinese sentence for a break
    kept: str  # what it says when it holds: 六类申请人之和等于总计
    optional: bool = False  # absent cells on the left count as 0: the sum of the rows that are printed


@dataclass(frozen=True, slots=True, eq=False)
class FormTable:
    """Every table is one object, compared as such: what follows from it can be kept beside it (`@cache`)."""

    id: str  # "s2.art20_5", "s3", "s4", "t08"
    section: str  # "s2"
    caption: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    cell: str = "{row}.{column}"  # pattern of its cell ids
    captions: tuple[str, ...] = ()  # other spellings of the caption
    constraints: tuple[Constraint, ...] = ()  # within one report
    neighbours: tuple[Constraint, ...] = ()  # between a report and the one of the year before

    def cell_id(self, row: str, column: str) -> str:
        return _cell_id(self.cell, row, column)


@cache
def _cell_id(pattern: str, row: str, column: str) -> str:
    return pattern.format(row=row, column=column)


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
class Relation:
    """How cells of one edition compare with an earlier one: data/forms/*.yaml, `comparability`."""

    grade: str  # identical | after_sum | approximate | not_comparable
    reason: str  # Chinese sentence, '' for identical
    pairs: tuple[tuple[str, tuple[str, ...]], ...]  # (cell id or pattern, cells of the other edition to be summed)


@dataclass(frozen=True, slots=True)
class Form:
    edition: str  # 2008 | 2014 | 2019 | 2021
    name: str  # 国办公开办函〔2019〕60号 …
    tables: tuple[FormTable, ...]
    meanings: Mapping[str, Meaning]  # by cell id; s3 ids always with "@column"; derived groups included
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)  # by earlier edition; first match


@cache
def load_forms(folder: Path = FORMS) -> Mapping[str, Form]:
    """Every form of data/forms by edition, newest last. Raises InvalidData."""
    from index.form_files import read_forms  # the reader builds the types of this page

    return read_forms(folder)
