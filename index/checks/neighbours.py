"""A report against the one of the year before: what is carried over, stocks, totals since 2008, copies."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from index.checks.sums import DOUBTFUL, OPEN, Cells, book_of, evaluate, is_doubtful, printed_tables
from index.forms import Constraint, load_forms
from index.models import Cell, Finding

_TELLING = 5  # figures other than 0 from which two equal reports are copies
_LEAP = 100  # times by which an amount may differ from the year before


def check_neighbours(this: Iterable[Cell], previous: Iterable[Cell]) -> tuple[Finding, ...]:
    """Both of one agency, `previous` of the year before. Links that a form does not have in both years are left out."""
    cells, before = ({cell.id: cell for cell in group} for group in (this, previous))
    return (*linked(cells, before), *leaps(cells, before), copied(cells, before))


def linked(cells: Cells, before: Cells) -> Iterator[Finding]:
    book, earlier = book_of(cells), book_of(before)
    for table in printed_tables(cells, load_forms()):
        for constraint in table.neighbours:
            if has_both(constraint, cells, before):
                yield told(evaluate(constraint, book, earlier), cells, before)


def has_both(constraint: Constraint, cells: Cells, before: Cells) -> bool:
    terms = (*constraint.left, *constraint.right)
    return all(term.cell in (before if term.before else cells) for term in terms)


def told(finding: Finding, cells: Cells, before: Cells) -> Finding:
    if finding.status != "failed":
        return finding
    doubtful = [name for name in finding.cells for side in (cells, before) if name in side and is_doubtful(side[name])]
    verdict = DOUBTFUL if doubtful else OPEN
    reason = "其中有的数字由连写或识别得来，可能拆错" if doubtful else "机构改革、口径调整也会造成差异"
    return replace(finding, verdict=verdict, reason=reason)


def leaps(cells: Cells, before: Cells) -> Iterator[Finding]:
    """An amount of money a hundred times that of the year before was probably given in another unit."""
    for cell in cells.values():
        earlier = before.get(cell.id)
        if "元" not in cell.unit or not earlier or not cell.value or not earlier.value:
            continue
        factor = max(cell.value / earlier.value, earlier.value / cell.value)
        shown = f"{cell.value} {cell.unit}，上年 {earlier.value} {earlier.unit}"
        if abs(factor) < _LEAP:
            yield Finding(f"magnitude.{cell.id}", "passed", shown, str(cell.value), str(earlier.value), "", (cell.id,))
        else:
            message = f"{cell.row_path[-1] if cell.row_path else cell.id}与上年相差悬殊：{shown}，可能单位不同"
            yield Finding(f"magnitude.{cell.id}", "failed", shown, str(cell.value), str(earlier.value), message, (cell.id,), OPEN,
                          "两年填写的单位可能不同")  # fmt: skip


def copied(cells: Cells, before: Cells) -> Finding:
    """Two years with the same figures throughout are one report under two years."""
    values = figures(cells)
    telling = sum(bool(value) for value in values.values())
    if telling < _TELLING or values != figures(before):
        return Finding("duplicate", "passed", "与上年报告的数字不完全相同")
    return Finding("duplicate", "failed", f"{telling} 个非零数字与上年报告全部相同", message="各表数字与上年报告全部相同，可能误用了上年的报告",
                   verdict=OPEN, reason="两年数字全部相同极为少见")  # fmt: skip


def figures(cells: Cells) -> Mapping[str, object]:
    return {name: cell.value for name, cell in cells.items() if cell.value is not None}
