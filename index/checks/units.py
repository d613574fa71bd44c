"""Units and magnitudes of amounts of money."""

from collections.abc import Iterator, Sequence

from index.checks.knowledge import Knowledge
from index.checks.sums import OPEN, Cells
from index.models import Cell, Detail, Finding


def check_units(cells: Cells, details: Sequence[Detail], knowledge: Knowledge) -> Iterator[Finding]:
    """A whole number beyond what such an office collects was probably given in 元 under a header of 万元."""
    agency = next((detail.value for detail in details if detail.key == "agency"), "")
    small = bool(knowledge.fees.offices.search(agency))
    for cell in (cells[name] for name in knowledge.fees.cells if name in cells):
        if cell.value is not None:
            yield unit_finding(cell, small and too_much(cell, knowledge))


def too_much(cell: Cell, knowledge: Knowledge) -> bool:
    return cell.value is not None and cell.value >= knowledge.fees.most and not cell.value % 1 and "元" not in cell.text


def unit_finding(cell: Cell, wrong: bool) -> Finding:
    if not wrong:
        shown = f"{cell.text} = {cell.value} {cell.unit}" if "元" in cell.text else f"{cell.value} {cell.unit}"
        return Finding(f"units.{cell.id}", "passed", shown, cells=(cell.id,))
    message = f"{cell.row_path[-1]}为 {cell.value} {cell.unit}，数额异常，可能是按元填写"
    return Finding(f"units.{cell.id}", "failed", f"{cell.value} {cell.unit}", str(cell.value), "", message, (cell.id,), OPEN,
                   "表头的单位是万元，填写的单位无法从报告中看出")  # fmt: skip
