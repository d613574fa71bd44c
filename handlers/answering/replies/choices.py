"""When a question has several readings: full questions to pick from, at most five."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Frame, Operand, Unclear
from handlers.answering.asked.measures import BLOCKS, Measure, column_family, family, label
from handlers.answering.operations.axis import rows_with
from handlers.answering.operations.base import Ask, Choices, Result, crossings, not_here
from handlers.answering.replies.scope import Place, Scope, Shortfall
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.sentences import say
from handlers.answering.words.speech import saying

MOST = 5
_IN_COURT = saying("asking.in_court")
_BY_SUPERIORS = saying("asking.by_superiors")
_OVERVIEW = (("s3.new", "total"), ("s3.result.granted", "total"), ("s3.result.denied", "total"), ("s4.review", "total"), ("s4.suit", "total"))
_TOTALS = ("s3.new", "s3.result.total", "s4.review", "s4.suit")
_APPLICANT_WORD = {"other_org": "“其他”类法人或组织新收申请"}


def unclear_choices(ask: Ask, unclear: Unclear) -> Choices | Shortfall:
    """Every meaning of a word that nothing decides."""
    pairs = [pair for sense in unclear.senses for pair in _pairs(ask, sense.kind, sense.id)]
    return _choices(ask, say("unclear", word=unclear.text), pairs)


def total_choices(ask: Ask) -> Choices | Shortfall:
    """总计是多少, of nothing that is named: the totals of the tables."""
    return unclear_choices(ask, Unclear("总计", tuple(Sense(i, "row", True) for i in _TOTALS)))


def column_choices(ask: Ask, go_on: Callable[[Frame], Result]) -> Result:
    """A column without a row (项目数量, 维持): the rows that have it; the only one is taken."""
    bare = dict.fromkeys(c for o in ask.frame.operands if not o.rows for c in o.columns)
    pairs = [pair for column in bare for pair in _pairs(ask, "column", column)]
    rows = tuple(dict.fromkeys(row for row, _ in pairs))
    if len(rows) == 1:
        return go_on(replace(ask.frame, operands=tuple(replace(o, rows=o.rows or rows) for o in ask.frame.operands)))
    return _choices(ask, say("choose_measure"), pairs)


def row_of(frame: Frame) -> str:
    """The row that columns alone are asked of: new requests of applicants, 法院站政府这边的 of lawsuits, 上级说下面没错的 of reviews; "" for none."""
    families = {column_family(c) for o in frame.operands if not o.rows for c in o.columns}
    if families == {"s3"}:
        return "s3.new"
    said = ("s4.suit", _IN_COURT), ("s4.review", _BY_SUPERIORS)
    return next((row for row, saying in said if saying.search(frame.text)), "") if families == {"s4"} else ""


def named_choices(ask: Ask) -> Choices | Shortfall:
    """Several things are named and one is asked for: each of them, as a question of its own."""
    return _choices(ask, say("choose_measure"), [pair for o in ask.frame.operands if o.rows for pair in crossings(o)])


def overview(ask: Ask) -> Choices | Shortfall:
    """A body or a year and nothing else: the figures most asked for."""
    return _choices(ask, say("choose_measure"), _OVERVIEW)


def agency_choices(ask: Ask) -> Choices:
    """No body named among several: those that have the year asked for, newest first."""
    operand = ask.frame.operands[0] if ask.frame.operands else Operand()
    years = [v for y in operand.years if y.kind == "absolute" for v in y.values]
    wanted: Sequence[int | None] = years or (None,)
    large = ask.directory.is_large()
    reports = [r for year in wanted for r in (ask.directory.some_of_year(year, MOST) if large else ask.directory.of_year(year))]
    newest: dict[str, int] = {}
    for report in reports:
        newest[report.agency.name] = max(report.year, newest.get(report.agency.name, 0))
    what = _asked(ask.frame)
    options = tuple((f"{name} {year} 年", f"{name}{year}年{what}？") for name, year in list(newest.items())[:MOST])
    return Choices(say("choose_agency"), options)


_SPOKEN = re.compile(r"(?:19|20)\d\d ?年?|^[,，.。;；:：\s]+|[?？。\s]+$")


def _asked(frame: Frame) -> str:
    """The question as it was asked, the year left out; its measure when it leans on one before."""
    said = _SPOKEN.sub("", frame.text)
    own = said and not frame.elliptic and (not frame.operands or (frame.details or frame.ops)) and not frame.has("op.back", "op.same")
    return said if own else f"{_words(frame)}多少"


def _words(frame: Frame) -> str:
    for operand in frame.operands:
        for row in operand.rows:
            return label(row, operand.columns[0][1:] if operand.columns else "")
    return "新收申请"


def _pairs(ask: Ask, kind: str, identifier: str) -> Iterable[tuple[str, str]]:
    if kind != "column":
        yield identifier, "total" if family(identifier) in ("s3", "s4") else ""
        return
    column = identifier[1:]
    if identifier.startswith("@"):
        yield ("s3.result.total" if column == "total" else "s3.new"), column
        return
    scope = ask.here()
    place = scope.places[0] if isinstance(scope, Scope) else None
    rows = BLOCKS if place is None else rows_with(identifier, place)
    for row in rows:
        yield row, column


def _printed(ask: Ask, place: Place, pairs: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Only what that report prints is offered, as long as that leaves a choice."""
    if place.report is None:
        return pairs
    report = place.report
    kept = [p for p in pairs if ask.reader.read(report, Measure(*p)).state not in ("not_in_form", "not_printed")]
    return kept if len(kept) > 1 else pairs


def _choices(ask: Ask, head: str, pairs: Iterable[tuple[str, str]]) -> Choices | Shortfall:
    scope = ask.here()
    if isinstance(scope, Shortfall):
        return scope
    gone = next((p for p in scope.places if p.report is None), None)
    if gone is not None:
        return not_here(ask, gone)
    place = scope.places[0]
    options = []
    for row, column in _printed(ask, place, list(dict.fromkeys(pairs))):
        name = _APPLICANT_WORD.get(column) or label(row, column)
        options.append((name, f"{place.agency.name}{place.year}年{name}多少？"))
    if not options:
        return Shortfall("not_understood", "not_understood", (("words", ask.frame.text),))
    return Choices(head, tuple(dict.fromkeys(options))[:MOST])
