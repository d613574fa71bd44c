"""3715 是哪一项, 710 件是什么数: where a figure that somebody has stands in a report."""

from collections.abc import Iterator
from decimal import Decimal

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measures import label
from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result, one_report, with_unit
from handlers.answering.operations.told_checks import SECTION_NAMES
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.mentions import Figure
from handlers.answering.words.sentences import say
from handlers.answering.words.speech import saying
from index.models import Cell, Fact, StoredReport

_ASKS = saying("asking.what_figure")
_MOST = 8  # places that are told; a figure that stands at more says too little


def asks_where(frame: Frame) -> bool:
    """One number, nothing that is measured, and 是什么数, 是哪一项."""
    return len(frame.figures) == 1 and not (frame.measured() or frame.details or frame.definitions) and bool(_ASKS.search(frame.text))


def where(ask: Ask) -> Result:
    """Every cell and prose figure of the report that is that number; refused when none is, or too many."""
    here = one_report(ask)
    if isinstance(here, Shortfall):
        return here
    (place, report), (_, figure) = here, ask.frame.figures[0]
    found = [*_cells(ask, report, figure), *_facts(ask, report, figure)]
    said = (("agency", place.agency.name), ("year", str(place.year)), ("figure", with_unit(plain(figure.value), figure.unit)), ("count", str(len(found))))
    if not 0 < len(found) <= _MOST:
        return Shortfall("not_in_report", "figure_everywhere" if found else "figure_nowhere", said)
    values, told, sources = zip(*found, strict=True)
    head = f"{place.agency.name} {place.year} 年报告里的 {said[2][1]}：{'；'.join(told)}"
    return Answer(values, head, (), (), tuple(dict.fromkeys(sources)))


Told = tuple[Value, str, str]


def _cells(ask: Ask, report: StoredReport, figure: Figure) -> Iterator[Told]:
    for cell in ask.archive.cells(report.id).values():
        if cell.value is not None and _is(figure, cell.value, cell.unit):
            name = _name(cell)
            section = next((title for key, title in SECTION_NAMES.items() if cell.id.startswith(f"{key}.")), "其他表格")
            value = Value(plain(cell.value), cell.unit, name, report.agency.name, report.year, (cell.id,))
            where = f"{section}，{' › '.join(cell.row_path)} × {cell.column_path[-1]}"
            yield value, name, say("source", agency=report.agency.name, year=str(report.year), where=where)


def _facts(ask: Ask, report: StoredReport, figure: Figure) -> Iterator[Told]:
    for fact in ask.archive.facts(report.id):
        if _is(figure, fact.value, fact.unit):
            value = Value(plain(fact.value), fact.unit, _subject(fact), report.agency.name, report.year, (fact.id,) if fact.id else ())
            yield value, _subject(fact), f"正文：{fact.sentence}"


def _subject(fact: Fact) -> str:
    return f"正文里的{label(fact.id).removeprefix('正文所称')}" if fact.id else f"正文里的“{fact.subject}”"


def _name(cell: Cell) -> str:
    """As people say it; of a table without a form as it is printed."""
    if cell.id.startswith("x."):
        return cell.row_path[-1] + cell.column_path[-1]
    row, at, column = cell.id.partition("@")
    return label(row, column) if at else label(*cell.id.rsplit(".", 1))


def _is(figure: Figure, value: Decimal, unit: str) -> bool:
    """The same number, in the unit said where one is said (40 件 is no 40 项)."""
    return value == figure.value and (not figure.unit or figure.unit == unit or figure.unit == "个")
