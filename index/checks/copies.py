"""A table that one file prints twice must say the same both times."""

from collections.abc import Iterable

from index.cells import CONTRADICTED
from index.checks.sums import OPEN
from index.models import Cell, Finding

_SHOWN = 3  # differences spelt out


def check_copies(cells: Iterable[Cell]) -> tuple[Finding, ...]:
    """Nothing is said of what stands in a file once."""
    differ = [cell for cell in cells if CONTRADICTED in cell.remark and cell.value is None]
    if not differ:
        return ()
    shown = "，".join(f"{''.join(cell.row_path[-1:])}{''.join(cell.column_path[-1:])} {' / '.join(map(str, cell.readings))}" for cell in differ[:_SHOWN])
    told = f"同一张表在文件中印了两次，有 {len(differ)} 处不同：{shown}{' 等' if len(differ) > _SHOWN else ''}"
    return (Finding("copies", "failed", told, message=told, cells=tuple(cell.id for cell in differ), verdict=OPEN, reason="两处各执一词"),)
