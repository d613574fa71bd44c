"""Figures that no body of that level can have: an amount given in another unit, digits that ran together."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from index.checks.knowledge import Knowledge
from index.checks.sums import OPEN, Cells
from index.models import Cell, Detail, Finding
from index.organs import parse_organ
from index.places import load_places

_BELOW = {"province": "city", "city": "county"}  # a department counts as much as a government one level down
_ENDINGS = (("省", "province"), ("县", "county"), ("区", "county"), ("旗", "county"))
_SURE = 10  # times the limit from which a figure with decimals is too much as well


def check_magnitudes(cells: Cells, details: Sequence[Detail], knowledge: Knowledge) -> Iterator[Finding]:
    agency = next((detail.value for detail in details if detail.key == "agency"), "")
    level = level_of(agency)
    for rule in knowledge.magnitudes:
        for cell in (cells[name] for name in rule.cells if name in cells):
            if cell.value is not None:
                yield finding_of(rule.check, cell, rule.most[level])


def level_of(agency: str) -> str:
    """township | department | county | city | province: how much such a body can have to do with."""
    organ = parse_organ(agency, load_places())
    level = organ.place.level if organ.place else next((level for ending, level in _ENDINGS if ending in agency[:6]), "city")
    level = "city" if level == "zone" else level
    if organ.kind == "township":
        return "township"
    return level if organ.kind in ("government", "zone") else _BELOW.get(level if organ.place else "", "department")


def finding_of(check: str, cell: Cell, most: Decimal) -> Finding:
    if not is_too_much(cell, most):
        shown = f"{cell.text} = {cell.value} {cell.unit}" if "元" in cell.text else f"{cell.value} {cell.unit}"
        return Finding(f"{check}.{cell.id}", "passed", f"{shown}，不到 {most}", cells=(cell.id,))
    money = "元" in cell.unit
    message = f"{'，'.join((*cell.row_path[-1:], *cell.column_path[-1:]))}为 {cell.value} {cell.unit}，数额异常，可能{'是按元填写' if money else '有误'}"
    reason = "表头的单位是万元，填写的单位无法从报告中看出" if money else "超出这一级机关常见的数量"
    return Finding(f"{check}.{cell.id}", "failed", f"{cell.value} {cell.unit}", str(cell.value), "", message, (cell.id,), OPEN, reason)


def is_too_much(cell: Cell, most: Decimal) -> bool:
    """What was printed with its own unit is no slip of the unit; nor is a figure with decimals, as long as it is near the limit."""
    value = cell.value
    if value is None or value < most or ("元" in cell.text and "元" in cell.unit):
        return False
    return not value % 1 or value >= most * _SURE
