"""The constraints of the forms, evaluated on the cells of a report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from index.forms import Constraint, Form, FormTable, Term
from index.models import Cell, Finding, Status
from index.tables.figures import is_mark, plain

Cells = Mapping[str, Cell]
WRONG_SOURCE, DOUBTFUL, OPEN = "源表有误", "解析存疑", "无法判定"
_SIGNS = {("=", True): "=", ("=", False): "≠", (">=", True): "≥", (">=", False): "<"}
_NOTHING = Decimal(0)
_FEW = 4  # terms of a sum from which those that are 0 are not spelt out


def check_sums(cells: Cells, tables: Iterable[FormTable]) -> list[Finding]:
    """Every constraint of the tables that the report prints."""
    book = book_of(cells)
    constraints = [one for table in tables for one in table.constraints]
    findings = [evaluate(one, book) for one in constraints]
    hard = {one.id for one in constraints if one.hard}
    proven = {cell for finding in findings if finding.status == "passed" for cell in finding.cells}
    return [judged(finding, finding.check in hard, cells, proven) for finding in findings]


def printed_tables(cells: Cells, forms: Mapping[str, Form]) -> list[FormTable]:
    """Of a report, each by the edition it was read in."""
    found: dict[str, FormTable] = {}
    for name, cell in cells.items():
        form = forms.get(cell.edition)
        if form and (meaning := form.meanings.get(name)) and meaning.table not in found:
            found[meaning.table] = next(table for table in form.tables if table.id == meaning.table)
    return [found[table] for table in sorted(found)]


# ---------------------------------------------------------------- one constraint


class Book(NamedTuple):
    """The cells of a report, and the figures of those that can be told: None for a blank."""

    cells: Cells
    figures: Mapping[str, Decimal | None]


_NO_BOOK = Book({}, {})


def book_of(cells: Cells) -> Book:
    return Book(cells, {name: cell.value for name, cell in cells.items() if is_told(cell)})


def is_told(cell: Cell) -> bool:
    return cell.status is not Status.AMBIGUOUS and (cell.value is not None or is_mark(cell.text)) and "*" not in cell.text


class Side(NamedTuple):
    """One side of a constraint."""

    total: Decimal
    text: str  # its figures with their signs; of a long sum only those that are not 0
    blank: bool  # no cell has a figure


def evaluate(constraint: Constraint, book: Book, before: Book = _NO_BOOK) -> Finding:
    """`before`: the report of the same agency of the year before."""
    left = side(constraint.left, book, before, constraint.optional)
    right = side(constraint.right, book, before, False)
    ids = ids_of(constraint)
    if isinstance(left, str) or isinstance(right, str):
        missing = left if isinstance(left, str) else right
        return Finding(constraint.id, "not_assessable", "", message=f"{missing}，无法核对", cells=ids)
    if left.blank or (right.blank and constraint.right):
        return Finding(constraint.id, "not_assessable", "", message="表中为空白，无法核对", cells=ids)
    one, other = left.total, right.total
    kept = one == other if constraint.relation == "=" else one >= other
    sign = _SIGNS[constraint.relation, kept]
    message = "" if kept else f"{constraint.message}：{one} {sign} {other}"
    return Finding(constraint.id, "passed" if kept else "failed", f"{left.text} {sign} {right.text}", str(one), str(other), message, ids)


@cache
def ids_of(constraint: Constraint) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.cell for term in (*constraint.left, *constraint.right)))


def side(terms: Sequence[Term], book: Book, before: Book, optional: bool) -> Side | str:
    """The figures of one side, or why they cannot be had."""
    if optional and not (terms := [term for term in terms if term.cell in (before if term.before else book).cells]):
        return "没有分项"
    try:
        values = [(book if not term.before else before).figures[term.cell] for term in terms]
    except KeyError:
        asked = [(term.cell, before if term.before else book) for term in terms]
        return next(why_not(name, held) for name, held in asked if name not in held.figures)
    return summed(terms, values)


def summed(terms: Sequence[Term], values: Sequence[Decimal | None]) -> Side:
    """`values`: None for a blank cell."""
    total, parts, few = _NOTHING, [], len(terms) < _FEW
    for term, value in zip(terms, values, strict=True):
        if value:
            total = total + value if term.sign > 0 else total - value
        if value or few:
            parts.append(f"{'+' if term.sign > 0 else '-'} {value or 0}")
    text = " ".join(parts).removeprefix("+ ") or "0"
    return Side(plain(total), text, not total and all(value is None for value in values))


def why_not(name: str, book: Book) -> str:
    cell = book.cells.get(name)
    if cell is None:
        return f"没有 {name}"
    return f"{name} 有多种读法" if cell.status is Status.AMBIGUOUS else f"{name} 被遮盖或无法辨认"


# ---------------------------------------------------------------- verdict


def judged(finding: Finding, hard: bool, cells: Cells, proven: Iterable[str]) -> Finding:
    """Whose mistake a broken sum is: of the report, of the reading, or not to be told."""
    if finding.status != "failed":
        return finding
    if not hard:
        return replace(finding, verdict=OPEN, reason="这类数字可能因口径或年内变动而不相等")
    if any(cell not in cells for cell in finding.cells):
        return replace(finding, verdict=DOUBTFUL, reason="表中有的行没有读到，差额可能就是它的数字，或者它的数字记在了别的行")
    doubtful = [cell for cell in finding.cells if is_doubtful(cells[cell])]
    if not doubtful:
        return replace(finding, verdict=WRONG_SOURCE, reason="各格界限清楚，数字照印读出")
    if all(cell in set(proven) for cell in doubtful):
        return replace(finding, verdict=WRONG_SOURCE, reason="数字虽是推断出来的，但另有合计成立，可以互证")
    return replace(finding, verdict=DOUBTFUL, reason="其中有的数字由连写或识别得来，可能拆错")


def is_doubtful(cell: Cell) -> bool:
    return cell.status is not Status.READ or "OCR" in cell.remark


# ---------------------------------------------------------------- counts


@cache
def counts_of(table: FormTable) -> tuple[str, ...]:
    """Ids of the cells whose figures are counts."""
    odd = {table.cell_id(r.id, c.id) for r in table.rows for c in table.columns if c.signed or c.decimals or r.decimals}
    return tuple(sorted({table.cell_id(r.id, c.id) for r in table.rows for c in table.columns} - odd))


def check_counts(cells: Cells, tables: Iterable[FormTable]) -> Iterator[Finding]:
    """Counts are whole and not negative, table by table."""
    for table in tables:
        counted = [cells[cell] for cell in counts_of(table) if cell in cells and cells[cell].value is not None]
        wrong = [cell for cell in counted if cell.value is not None and (cell.value < 0 or cell.value % 1)]
        if not counted:
            continue
        named = "、".join(f"{cell.id} = {cell.value}" for cell in wrong[:3])
        yield Finding(
            f"counts.{table.id}", "failed" if wrong else "passed", named or f"{len(counted)} 个计数都是非负整数",
            message=f"计数应为非负整数：{named}" if wrong else "", cells=tuple(cell.id for cell in wrong),
            verdict=WRONG_SOURCE if wrong else "", reason="照印读出" if wrong else "",
        )  # fmt: skip
