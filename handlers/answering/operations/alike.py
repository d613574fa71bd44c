"""Figures that may be set against each other or added: one unit, one quantity, comparable editions."""

from collections.abc import Sequence

from handlers.answering.asked.measured import Reading
from handlers.answering.operations.base import (
    amount,
    baseless,
)
from handlers.answering.operations.lookup import distinct_names
from handlers.answering.replies.readings import edition_of
from handlers.answering.replies.scope import Shortfall
from index.comparability import comparability


def incomparable(readings: Sequence[Reading]) -> Shortfall | None:
    """Different quantities under one name are not set against each other, nor is a rate that has no base."""
    if baseless(readings):
        return baseless(readings)
    units = {r.unit for r in readings if r.state == "ok" and r.grade != "approximate"}
    if (len(units) > 1 and not units <= {"元", "万元", "亿元"}) or _other_quantity(readings):
        both = "；".join(f"{n} {amount(r)}" for n, r in zip(distinct_names(readings), readings, strict=True))
        return Shortfall("not_comparable", "not_comparable", (("label", readings[0].label), ("both", both)))
    return None


def _other_quantity(readings: Sequence[Reading]) -> bool:
    """One item of section II under forms that count different things of it."""
    if _approximately_one(readings):
        return False
    rows = {r.measure.row for r in readings}
    columns = {r.cells[0].rpartition(".")[2] for r in readings if r.cells}
    editions = {edition_of(r.report, r.measure.row) for r in readings if r.report}
    if len(rows) > 1 or len(editions) < 2 or not next(iter(rows)).startswith("s2.") or len(columns) < 2:
        return False
    return not all(r.grade == "approximate" or (r.measure.column == readings[0].measure.column and "/" in r.measure.column) for r in readings[1:])


def _approximately_one(readings: Sequence[Reading]) -> bool:
    """新制作 of one form and 制发 of the other are set against each other, with a remark."""
    if len(readings) != 2 or not all(len(r.cells) == 1 and r.report for r in readings):
        return False
    one, other = readings
    if one.report is None or other.report is None:
        return False
    known = comparability(one.cells[0], edition_of(one.report, one.measure.row), edition_of(other.report, other.measure.row))
    return known.grade != "not_comparable" and other.cells[0] in known.cells
