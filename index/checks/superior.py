"""A government's report against the reports of the offices below it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from index.checks.sums import OPEN
from index.models import Cell, Finding

SUMMED = ("s3.new@total", "s3.result.total@total", "s4.review.total", "s4.suit_direct.total", "s4.suit_after_review.total")


def check_superior(
    superior: Iterable[Cell], subordinates: Mapping[str, Sequence[Cell]], own_only: bool = False
) -> tuple[Finding, ...]:
    """Of one year. `subordinates`: cells by agency; some may be missing from the index, so a sum can only be too large.

    `own_only`: the superior says that it counts its own office alone (本级, 本机关): nothing is judged.
    """
    cells = {cell.id: cell for cell in superior}
    parts = {name: {cell.id: cell.value for cell in group} for name, group in subordinates.items()}
    return tuple(one_figure(name, cells[name], parts, own_only) for name in SUMMED if name in cells)


def one_figure(
    name: str, cell: Cell, parts: Mapping[str, Mapping[str, Decimal | None]], own_only: bool
) -> Finding:
    values = [values[name] for values in parts.values() if values.get(name) is not None]
    total = sum((value for value in values if value is not None), Decimal(0))
    if cell.value is None or not values or own_only:
        return Finding(f"superior.{name}", "not_assessable", "", message="只统计本级，或没有可比的下级数字", cells=(name,))
    kept = cell.value >= total
    expression = f"{cell.value} {'≥' if kept else '<'} {total}（{len(values)} 家下级之和）"
    if kept:
        return Finding(f"superior.{name}", "passed", expression, str(cell.value), str(total), "", (name,))
    return Finding(f"superior.{name}", "failed", expression, str(cell.value), str(total), f"上级报告的数字小于所收下级之和：{expression}",
                   (name,), OPEN, "上级报告可能只统计本级")  # fmt: skip
