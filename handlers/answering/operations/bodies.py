"""Along all bodies, in the years that are meant; of very many the foremost."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measures import (
    Measure,
    cell_id,
    family,
    load_derived,
)
from handlers.answering.operations.base import Ask, Item, crossings
from handlers.answering.replies.readings import split_term
from handlers.answering.replies.scope import Place, Shortfall, resolve_years
from index.forms import load_forms

_FOREMOST = 30  # reports that are read of a national ranking
_FOREMOST_ASKED = ("op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.which_more", "op.which_less")
_ALL_ASKED = ("op.place", "op.sum", "op.average", "op.difference", "op.count_kinds", "op.above", "op.below", "op.zero")  # the foremost are not enough
_MANY = 200  # with all that tie


def over_agencies(ask: Ask) -> tuple[Item, ...] | Shortfall:
    """The first row that is named, in every report that is meant."""
    operand = next((o for o in ask.frame.operands if o.rows), Operand())
    if _within_one_body(ask):
        return Shortfall("not_in_report", "within_one_body")
    said = _years_of_all(ask, operand)
    if isinstance(said, Shortfall):
        return said
    years: Sequence[int | None] = said or (None,)
    unheard = tuple(n.text for n in operand.names if not n.agencies) if ask.frame.has("op.except") else ()
    if unheard:  # 不算沭阳: no body of that name is here to be left out
        return Shortfall("not_understood", "not_understood", (("words", "、".join(unheard)),))
    excluded = {n.agencies[0] for n in operand.names if n.agencies} if ask.frame.has("op.except") else set()
    newest = any(y.kind == "newest" for o in ask.frame.operands for y in o.years)
    if ask.directory.is_large() and not operand.names:
        if newest or len(said) > 1 or not ask.frame.has(*_FOREMOST_ASKED) or ask.frame.has(*_ALL_ASKED):
            return Shortfall("not_understood", "too_many_bodies")
        return national(ask, operand, years[0])
    named = set() if ask.frame.has("op.except") else {a for o in ask.frame.operands for n in o.names for a in n.agencies}
    held = ask.directory.newest() if newest else [r for year in years for r in ask.directory.of_year(year)]
    reports = [r for r in held if r.agency.id not in excluded and (not named or r.agency.id in named)]
    return tuple(
        Item(Place(r.agency, r.year, r), Measure(row, column), 0) for row, column in crossings(operand) for r in reports
    )


def _years_of_all(ask: Ask, operand: Operand) -> tuple[int, ...] | Shortfall:
    """2023年以后各单位…, 去年哪家…: the years that are meant, () for all of them; none of them here is a shortfall."""
    told = [y for y in operand.years if y.kind != "newest"]
    if all(y.kind == "absolute" for y in told):
        return tuple(v for y in told for v in y.values)
    bodies = {a for o in ask.frame.operands for n in o.names for a in n.agencies}
    if ask.directory.is_large() and not bodies and any(y.kind == "since" for y in told):
        return Shortfall("not_understood", "too_many_bodies")
    known = _known_years(ask, bodies)
    found: list[int] = []
    for one in told:
        resolved = resolve_years(one, known, ask.today)
        if isinstance(resolved, Shortfall):
            return resolved
        found += resolved
    return tuple(dict.fromkeys(found)) or Shortfall("no_year", "no_reports_of_year", (("year", "、".join(str(v) for y in told for v in y.values)),))


def _known_years(ask: Ask, bodies: Collection[int]) -> list[int]:
    """Of these bodies, of all when there are none; of very many they are not looked through."""
    if bodies:
        return sorted({year for a in bodies for year in ask.directory.years(a)})
    return [] if ask.directory.is_large() else sorted({r.year for r in ask.directory.of_year(None)})


def _within_one_body(ask: Ask) -> bool:
    """邓州哪个部门办得最多: a report tells nothing of the offices of its body."""
    named = {a for o in ask.frame.operands for n in o.names for a in n.agencies}
    parts = any(op.id == "op.which_agency" and any(w in op.text for w in ("部门", "机关", "单位", "机构")) for op in ask.frame.ops)
    return len(named) == 1 and parts and not ask.frame.has("op.except", "op.than")


def national(ask: Ask, operand: Operand, year: int | None) -> tuple[Item, ...]:
    """Thousands of reports: the store ranks them, and only the foremost are read."""
    ascending = ask.frame.has("op.least", "op.rank_up", "op.which_less")
    found: list[Item] = []
    for row, column in crossings(operand):
        numbers = _best_rates(ask, row, column, ascending) if family(row) == "rate" else _best(ask, row, column, year, ascending)
        reports = [r for r in map(ask.archive.report, numbers) if r and year in (None, r.year)]
        found += [Item(Place(r.agency, r.year, r), Measure(row, column), 0) for r in reports[:_MANY]]
    return tuple(found)


def _best(ask: Ask, row: str, column: str, year: int | None, ascending: bool) -> list[int]:
    numbers: dict[int, None] = {}
    for parts in parts_by_edition(row, column):
        numbers |= dict.fromkeys(number for number, _ in ask.archive.top(parts, year, _FOREMOST, ascending)[:_MANY])
    return list(numbers)


def _best_rates(ask: Ask, row: str, column: str, ascending: bool) -> list[int]:
    """Reports by a rate: numerator and denominator of every report, set against each other."""
    rate = load_derived().rates[row]
    sums: dict[int, list[Decimal]] = {}
    for place, terms in enumerate((rate.numerator, rate.denominator)):
        for term in terms:
            sign = -1 if term.startswith("-") else 1
            ids = dict.fromkeys(c for way in parts_by_edition(*split_term(term.lstrip("-"), column)) for c in way)
            for report, _, value in ask.archive.figures(tuple(ids)):
                sums.setdefault(report, [Decimal(0), Decimal(0)])[place] += sign * (value or 0)
    rates = {report: top / base for report, (top, base) in sums.items() if base > 0}
    return sorted(rates, key=lambda report: (rates[report] if ascending else -rates[report], report))


def parts_by_edition(row: str, column: str) -> tuple[tuple[str, ...], ...]:
    """The cells that add up to a measure, once for each way the forms print it."""
    rows = load_derived().rows.get(row, (row,))
    ways: dict[tuple[str, ...], None] = {}
    for form in load_forms().values():
        cells = [cell_id(r, column or "total") for r in rows]
        if all(c in form.meanings for c in cells):
            ways[tuple(part for c in cells for part in (form.meanings[c].parts or (c,)))] = None
    return tuple(ways)
