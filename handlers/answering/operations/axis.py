"""Along what a question looks: applicants, kinds of result, years, bodies, or the items it names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.answering.asked.asking import asks_parts_of_each
from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import (
    APPLICANTS,
    NEWEST,
    OUTCOMES,
    REFUSED,
    Measure,
    children,
    column_family,
    family,
)
from handlers.answering.asked.remaining import names_reasons
from handlers.answering.operations.base import Ask, Item, crossings
from handlers.answering.operations.bodies import over_agencies
from handlers.answering.replies.readings import edition_of
from handlers.answering.replies.scope import Place, Shortfall
from index.forms import load_forms

_PARTS_OF_BODY = re.compile("各个?(?:[区县市镇乡](?!域|级|政府)|部门|科室|处室|委办局|下属|区县|县区|乡镇|街道)|(?:哪|每)[一个]*(?:部门|科室|处室|委办局|乡镇|街道)|(?:部门|局|委办|乡镇|街道)[之当]?[中里间]面?[头]?[,，]?(?:谁|哪)")
_KINDS = re.compile("(?:[五5几哪各][一个大种]?|这些)类|类[别型]|各[是占多几]|哪[几]?种(?:单位|组织|机构|申请人|主体)")
_S2_ROWS = tuple(
    row.id for form in ("2019", "2021") for table in load_forms()[form].tables if table.id.startswith("s2") for row in table.rows
)


def along(ask: Ask) -> tuple[Item, ...] | Shortfall:
    """The items that are compared, ranked or counted."""
    frame = ask.frame
    if _PARTS_OF_BODY.search(frame.text) and any(o.names for o in frame.operands) and not frame.has("op.except"):
        return Shortfall("not_in_report", "within_one_body")
    if len({o.names for o in frame.operands if o.names}) > 1:
        return ask.items(all_years=_spans_years(ask))
    if _who_applied(ask):
        return _over_applicants(ask)
    if (frame.has("op.which_agency") and not _which_part(ask)) or _no_body_but_many(ask):
        return over_agencies(ask)
    if frame.has("op.which_year"):
        return ask.items(all_years=True)
    if frame.has("op.which_column"):
        return _over_applicants(ask)
    if frame.has("op.count_kinds") and frame.columns() == ("@legal_person",):
        return _among_legal_persons(ask)
    if (not frame.measured() and frame.has("op.which_row", "op.count_kinds")) or _outcomes_of_requests(frame):
        rows = REFUSED[:-1] if not frame.rows() and names_reasons(frame.ops) else ("s3.result",)
        operand = replace(frame.operands[0] if frame.operands else Operand(), rows=rows)
        ask = replace(ask, frame=replace(frame, operands=(operand,)))
    items = ask.items(all_years=_spans_years(ask))
    if isinstance(items, Shortfall):
        return items
    if not items and frame.columns():
        return _over_rows(ask)
    if len(items) == 1 or ((frame.has("op.parts") or asks_parts_of_each(frame) or names_reasons(frame.ops)) and _all_groups(items)):
        return tuple(part for item in items for part in inside(ask, item))
    return items


def _who_applied(ask: Ask) -> bool:
    """邓州申请最多的是谁, 法人里垫底的是谁: of one body the kinds of applicants are meant."""
    op = ask.frame.op("op.which_agency")
    one = any(o.names for o in ask.frame.operands) or bool(ask.directory.only())
    kinds = ask.frame.columns() == ("@legal_person",)
    asked = kinds or set(ask.frame.rows()) == {"s3.new"} or (not ask.frame.rows() and ask.frame.has("op.which_column"))
    return bool(op and op.text in ("谁", "是谁")) and one and asked and (kinds or not ask.frame.columns())


def _among_legal_persons(ask: Ask) -> tuple[Item, ...] | Shortfall:
    """法人或其他组织里不为零的有几类: its kinds one by one."""
    kinds = tuple(f"@{a}" for a in APPLICANTS if a != "natural")
    operands = tuple(replace(o, rows=o.rows or ("s3.new",), columns=kinds) for o in ask.frame.operands if o.columns or o.rows)
    return replace(ask, frame=replace(ask.frame, operands=operands)).items()


def _which_part(ask: Ask) -> bool:
    """邓州办理结果前三名是谁: of one body the parts of what is named are meant."""
    op = ask.frame.op("op.which_agency")
    one = any(o.names for o in ask.frame.operands) or bool(ask.directory.only())
    return bool(op and op.text in ("谁", "是谁")) and one and (_is_group(ask) or len(ask.frame.rows()) > 1 or (not ask.frame.rows() and bool(ask.frame.columns())))


def _outcomes_of_requests(frame: Frame) -> bool:
    """Which outcome was the most common for requests: the results are compared, not the applicants."""
    op = frame.op("op.which_row")
    return bool(op and re.search("outcome|result|结果", op.text) and frame.rows() and set(frame.rows()) <= {"s3.new"} and not frame.columns())


def _spans_years(ask: Ask) -> bool:
    return ask.frame.has("op.trend") and not any(o.years for o in ask.frame.operands)


def _no_body_but_many(ask: Ask) -> bool:
    """Nobody named, many bodies, one item: the bodies are compared."""
    operands = ask.frame.operands
    if any(o.names for o in operands) or ask.directory.only():
        return False
    return len([1 for o in operands for _ in crossings(o)]) == 1 and not _is_group(ask) and not ask.frame.has("op.which_row")


def _all_groups(items: Sequence[Item]) -> bool:
    """不予公开和无法提供的各条理由里: the parts of each are meant."""
    return all(len(children(i.measure.row)) > 1 for i in items)


def _is_group(ask: Ask) -> bool:
    return any(len(children(r)) > 1 for r in ask.frame.rows())


def _over_applicants(ask: Ask) -> tuple[Item, ...] | Shortfall:
    operand = next((o for o in ask.frame.operands if o.rows), Operand(rows=("s3.new",)))
    if not any(o.rows for o in ask.frame.operands) and ask.frame.operands:
        operand = replace(ask.frame.operands[0], rows=("s3.new",), columns=())
    scope = ask.scope(operand)
    if isinstance(scope, Shortfall):
        return scope
    row = operand.rows[0] if family(operand.rows[0]) == "s3" else "s3.new"
    bodies = "@legal_person" in ask.frame.columns()  # 撇开个人，哪类单位最多
    return tuple(Item(p, Measure(row, c), 0) for p in scope.places for c in (APPLICANTS[1:] if bodies else APPLICANTS))


def _over_rows(ask: Ask) -> tuple[Item, ...] | Shortfall:
    """Only a column was named (项目数增加最多的事项): every row that has it."""
    scope = ask.here()
    if isinstance(scope, Shortfall):
        return scope
    found: list[Item] = []
    for place in scope.places:
        for column in ask.frame.columns():
            found += [Item(place, Measure(row, column[1:]), 0) for row in rows_with(column, place)]
    return tuple(found)


def rows_with(column: str, place: Place) -> Iterable[str]:
    """Rows of section II that have a column in that report's form; blocks of section IV for an outcome."""
    if column_family(column) == "s4":
        return ("s4.review", "s4.suit_direct", "s4.suit_after_review")
    edition = edition_of(place.report, "s2.art20_5") if place.report else NEWEST
    form = load_forms()[edition]
    return tuple(dict.fromkeys(r for r in _S2_ROWS if f"{r}.{column[1:]}" in form.meanings))


def inside(ask: Ask, item: Item) -> tuple[Item, ...]:
    """The parts of the one thing named."""
    row, column = item.measure.row, item.measure.column
    if column == "legal_person" and (len(children(row)) == 1 or _KINDS.search(ask.frame.text)):
        return tuple(replace(item, measure=Measure(row, c)) for c in APPLICANTS[1:])
    if family(row) == "s4" and column == "total":
        return tuple(replace(item, measure=Measure(row, c)) for c in OUTCOMES)
    if row in ("s3.new", "s3.carried_in", "s3.carried_out", "s3.result.total") and column == "total":
        return tuple(replace(item, measure=Measure(row, c)) for c in APPLICANTS) if row != "s3.result.total" else _leaves(item, "s3.result")
    if family(row) == "s3":
        return _leaves(item, row)
    return (item,)


def _leaves(item: Item, row: str) -> tuple[Item, ...]:
    edition = edition_of(item.place.report, "s3.result") if item.place.report else NEWEST
    return tuple(replace(item, measure=Measure(leaf, item.measure.column)) for leaf in children(row, edition))


def read_all(ask: Ask, items: Sequence[Item]) -> list[Reading]:
    """Readings of many items; those without a figure are kept, the caller says what is missing."""
    return [ask.read(i) for i in items]
