"""Cells of tables that no form knows: asked for by the labels of their row and column, as the report prints them."""

import re
from decimal import Decimal

from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result, with_unit
from handlers.answering.replies.scope import Scope, Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.sentences import say
from index.models import Cell, StoredReport
from index.text import normalise

_SHORTEST = 2
_LISTING = frozenset({"op.and", "op.list", "op.which_row"})
_NOTHING_ELSE = re.compile(  # what may stand beside the labels without changing what is asked
    r"(?:19|20)\d\d|请问|想问|告诉我|查一?下|报告|年报|表格?|平台|账号|数量|总数|多少|分别|一共|总共|共有|什么|[年度的是有几各和与及跟、，,。?？!！:：了呢吗啊个条件篇名人次里中上内为在我]|\s"
)


def of_other_table(ask: Ask) -> Result | None:
    """The cells whose row and column labels make up the question; None when it asks for a cell of a form, or for anything more."""
    frame = ask.frame
    if any(not row.startswith("n.") for row in frame.rows()) or any(op.id.startswith("op.") and op.id not in _LISTING for op in frame.ops):
        return None
    scope = ask.here()
    report = scope.places[0].report if isinstance(scope, Scope) and len(scope.places) == 1 else None
    cells = _asked(ask, report) if report else []
    if not report or not cells or not any(cell.value is not None for cell in cells):
        return _blank(report, cells[0]) if report and cells else None
    return Answer(
        tuple(_value(cell, report) for cell in cells if cell.value is not None),
        "；".join(f"{report.agency.name} {report.year} 年{_label(cell)}：{_shown(cell)}" for cell in cells),
        sources=tuple(dict.fromkeys(_source(cell, report) for cell in cells)),
    )


def _asked(ask: Ask, report: StoredReport) -> list[Cell]:
    """In the order of the report; a label within a longer one that is said as well is not said itself."""
    text = _plain(ask.frame.text)
    others = [cell for cell in ask.reader.others(report.id) if cell.row_path and cell.column_path]
    said = [cell for cell in others if all(len(label) >= _SHORTEST and label in text for label in _labels(cell))]
    rows, columns = ({_labels(cell)[n] for cell in said} for n in (0, 1))
    kept = [cell for cell in said if _is_longest(_labels(cell)[0], rows) and _is_longest(_labels(cell)[1], columns)]
    pairs = [_labels(cell) for cell in kept]
    unique = len(set(pairs)) == len(pairs)  # the same labels in two tables: nobody knows which
    return kept if kept and unique and _is_all(text, rows | columns, ask) else []


def _is_all(text: str, labels: set[str], ask: Ask) -> bool:
    names = [_plain(name.text) for operand in ask.frame.operands for name in operand.names]
    for word in sorted({*labels, *names}, key=len, reverse=True):
        text = text.replace(word, "")
    return not _NOTHING_ELSE.sub("", text)


def _is_longest(label: str, labels: set[str]) -> bool:
    return not any(label != other and label in other for other in labels)


def _labels(cell: Cell) -> tuple[str, str]:
    return _plain(cell.row_path[-1]), _plain(cell.column_path[-1])


def _plain(text: str) -> str:
    return normalise(text).replace(" ", "").lower()


def _label(cell: Cell) -> str:
    return cell.row_path[-1] + cell.column_path[-1]


def _shown(cell: Cell) -> str:
    return "空白" if cell.value is None else with_unit(plain(cell.value), cell.unit, False)


def _value(cell: Cell, report: StoredReport) -> Value:
    return Value(plain(cell.value or Decimal(0)), cell.unit, _label(cell), report.agency.name, report.year, (cell.id,))


def _source(cell: Cell, report: StoredReport) -> str:
    return say("source", agency=report.agency.name, year=str(report.year), where=f"其他表格，{_label(cell)}")


def _blank(report: StoredReport, cell: Cell) -> Shortfall:
    return Shortfall("blank", "blank", (("agency", report.agency.name), ("year", str(report.year)), ("label", _label(cell))))
