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


def check_sums(cells: Cells, forms: Mapping[str, Form]) -> list[Finding]:
    """Every constraint of every table that the report prints, each table by the edition it was read in."""
    constraints = [one for table in printed_tables(cells, forms) for one in table.constraints]
    findings = [evaluate(one, cells) for one in constraints]
    hard = {one.id for one in constraints if one.hard}
    proven = {cell for finding in findings if finding.status == "passed" for cell in finding.cells}
    return [judged(finding, finding.check in hard, cells, proven) for finding in findings]


def printed_tables(cells: Cells, forms: Mapping[str, Form]) -> list[FormTable]:
    found: dict[str, FormTable] = {}
    for cell in cells.values():
        form = forms.get(cell.edition)
        meaning = form.meanings.get(cell.id) if form else None
        if form and meaning and meaning.table not in found:
            found[meaning.table] = next(table for table in form.tables if table.id == meaning.table)
    return [found[table] for table in sorted(found)]


# ---------------------------------------------------------------- one constraint


class Side(NamedTuple):
    """One side of a constraint with its figures."""

    terms: tuple[Term, ...]
    values: tuple[Decimal | None, ...]  # None: blank

    @property
    def total(self) -> Decimal:
        signed = [value if term.sign > 0 else -value for term, value in zip(self.terms, self.values, strict=True) if value]
        return plain(sum(signed, Decimal(0)))

    @property
    def blank(self) -> bool:
        return all(value is None for value in self.values)

    def __str__(self) -> str:
        """Figures with their signs; of a long sum only those that are not 0."""
        few = len(self.terms) < 4
        pairs = zip(self.terms, self.values, strict=True)
        parts = [f"{'-' if term.sign < 0 else '+'} {value or 0}" for term, value in pairs if value or few]
        return " ".join(parts).removeprefix("+ ") or "0"


def evaluate(constraint: Constraint, cells: Cells, before: Cells | None = None) -> Finding:
    """`before`: the cells of the same agency's report of the year before."""
    left = side(constraint.left, cells, before, constraint.optional)
    right = side(constraint.right, cells, before, False)
    ids = ids_of(constraint)
    if isinstance(left, str) or isinstance(right, str):
        missing = left if isinstance(left, str) else right
        return Finding(constraint.id, "not_assessable", "", message=f"{missing}，无法核对", cells=ids)
    if left.blank or (right.blank and right.terms):
        return Finding(constraint.id, "not_assessable", "", message="表中为空白，无法核对", cells=ids)
    one, other = left.total, right.total
    kept = one == other if constraint.relation == "=" else one >= other
    sign = constraint.relation if kept else {"=": "≠", ">=": "<"}[constraint.relation]
    sign = "≥" if sign == ">=" else sign
    message = "" if kept else f"{constraint.message}：{one} {sign} {other}"
    return Finding(
        constraint.id, "passed" if kept else "failed", f"{left} {sign} {right}", str(one), str(other), message, ids
    )


@cache
def ids_of(constraint: Constraint) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.cell for term in (*constraint.left, *constraint.right)))


def side(terms: Sequence[Term], cells: Cells, before: Cells | None, optional: bool) -> Side | str:
    """The figures of one side, or why they cannot be had."""
    kept: list[Term] = []
    values: list[Decimal | None] = []
    for term in terms:
        cell = (before or {} if term.before else cells).get(term.cell)
        if cell is None:
            if optional:
                continue
            return f"没有 {term.cell}"
        if cell.status is Status.AMBIGUOUS:
            return f"{term.cell} 有多种读法"
        if (cell.value is None and not is_mark(cell.text)) or "*" in cell.text:
            return f"{term.cell} 被遮盖或无法辨认"
        kept.append(term)
        values.append(cell.value)
    return Side(tuple(kept), tuple(values)) if kept or not terms else "没有分项"


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


def check_counts(cells: Cells, forms: Mapping[str, Form]) -> Iterator[Finding]:
    """Counts are whole and not negative, table by table."""
    for table in printed_tables(cells, forms):
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
