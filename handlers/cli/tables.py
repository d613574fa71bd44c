"""What the commands show to people: rich tables. Scripts take --json."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from handlers.cli.shapes import counts
from index.models import Cell, Finding, Status, StoredReport
from index.store import table_of

if TYPE_CHECKING:
    from index.adding import Outcome

STATUS = {"added": "新增", "unchanged": "未变", "replaced": "已更新", "rejected": "未收"}
CHECK = {"passed": "通过", "failed": "不通过", "not_assessable": "无法核对"}
_PAPER = 200  # columns where there is no terminal to ask
_BLANK = "（空白）"


def screen(error: bool = False) -> Console:
    """Standard output, or standard error; markup in a report is text."""
    console = Console(stderr=error, markup=False, highlight=False, emoji=False)
    return console if console.is_terminal else Console(stderr=error, markup=False, highlight=False, emoji=False, width=_PAPER)


def outcome_line(outcome: "Outcome") -> str:
    """One file of `add`."""
    report = outcome.report
    if report is None:
        return f"{STATUS[outcome.status]}  {outcome.error or outcome.source}"
    checked = counts(outcome.findings)
    parts = [f"{outcome.cells} 格", f"勾稽 {checked['passed']} 项通过、{checked['failed']} 项不通过"]
    parts += [f"{outcome.ambiguous} 格有多种读法"] if outcome.ambiguous else []
    return f"{STATUS[outcome.status]}  {report.agency.name} {report.year} 年（{'，'.join(parts)}）  {outcome.source}"


def summary(tally: Mapping[str, int], rejected: Sequence[str]) -> Group:
    """The end of `add`: how many came in, and the first of those that did not."""
    table = _table("结果", "文件数")
    for status, name in STATUS.items():
        table.add_row(name, str(tally.get(status, 0)))
    table.add_row("合计", str(sum(tally.values())))
    return Group(table, *(Text(f"未收：{line}") for line in rejected))


def report_tables(report: StoredReport, cells: Iterable[Cell]) -> Group:
    """`show`: every cell of a report."""
    table = _table("编号", "行", "列", "值", "单位", title=_title(report))
    for cell in cells:
        table.add_row(cell.id, " › ".join(cell.row_path), " › ".join(cell.column_path), shown(cell), cell.unit)
    return Group(table)


def shown(cell: Cell) -> str:
    """The characters printed, and what they can mean when that is not plain."""
    if cell.status is Status.AMBIGUOUS:
        return f"{cell.text}（{' 或 '.join(format(reading, 'f') for reading in cell.readings)}）"
    return (cell.text or _BLANK) + (f"（{cell.remark}）" if cell.remark else "")


def grids(report: StoredReport, cells: Iterable[Cell]) -> Group:
    """`show --grid`: the tables as they stand in the file, rows and columns in their order."""
    tables = [_grid(list(some)) for _, some in groupby(cells, key=lambda cell: table_of(cell.id))]
    return Group(Text(_title(report)), *tables)


def _grid(cells: Sequence[Cell]) -> Table:
    columns = list(dict.fromkeys(cell.column_path for cell in cells))
    rows: dict[tuple[str, ...], dict[tuple[str, ...], Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row_path, {})[cell.column_path] = cell
    table = _table("", *(" ".join(path) for path in columns), title=table_of(cells[0].id))
    for path, row in rows.items():
        table.add_row(" › ".join(path), *(shown(row[column]) if column in row else "" for column in columns))
    return table


def checks(report: StoredReport, findings: Sequence[Finding]) -> Group:
    """`check`: how many passed, and every one that did not."""
    told = "，".join(f"{CHECK[status]} {number}" for status, number in counts(findings).items())
    table = _table("检查", "结果", "算式", "说明")
    for finding in findings:
        if finding.status != "passed":
            verdict = f"（{finding.verdict}）" if finding.verdict else ""
            table.add_row(finding.check, CHECK[finding.status], finding.expression, finding.message + verdict)
    return Group(Text(f"{_title(report)}：{told}"), *([table] if table.row_count else []))


def _table(*headers: str, title: str | None = None) -> Table:
    """Long texts are folded, never cut."""
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def _title(report: StoredReport) -> str:
    return f"{report.agency.name} {report.year} 年（{report.edition or '无格式'}，{report.source}）"
