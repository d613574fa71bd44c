"""Sentences against the cells they speak of: figures, percentages, and words that say none or all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from index.checks.knowledge import NO_TOPIC, Knowledge, ProseRule, RatioRule, StatementRule, Sums
from index.checks.reasons import ReasonRule, reason_in
from index.checks.spoken import Prose, Spoken, clauses_of, context_of, figure_at, is_elsewhere, part_before, scope_of
from index.checks.sums import OPEN, Cells
from index.forms import Form
from index.models import Fact, Finding, Status

_ORDER = ("failed", "not_assessable", "passed")
_CASES, _OF_REQUESTS = ("件", "宗", "份", "条"), ("request", NO_TOPIC)
_REASON = "两处口径可能不同，也可能有一处写错"
Totals = dict[tuple[str, ...], Decimal]


def check_prose(cells: Cells, prose: Prose, forms: Mapping[str, Form], knowledge: Knowledge) -> Iterator[Finding]:
    """One finding for every rule that the prose speaks to: failed where a figure equals none of the sums it may be."""
    here = [fact for fact in prose.facts if not fact.approximate and not of_others(fact, prose, knowledge)]
    spoken_of = [Spoken(fact, context, prose, knowledge) for fact in here if not knowledge.differences.search(context := context_of(fact, knowledge))]
    for rule in knowledge.prose:
        spoken = [one.fact for one in spoken_of if one.fact.unit in rule.units and one.fits(rule)]
        if sums := known_sums(rule.cells, cells, forms) if spoken else {}:
            yield from worst(compared(rule, fact, sums, knowledge) for fact in spoken)
    yield from check_reasons(spoken_of, cells, forms, knowledge)
    for ratio in knowledge.ratios:
        spoken = [one.fact for one in spoken_of if one.fact.unit == "%" and one.fits(ratio)]
        shares = [(fact, shares_of(ratio, cells, forms, part_before(fact, prose.facts))) for fact in spoken]
        if shares:
            yield from worst(compared(ratio, fact, share, knowledge) for fact, share in shares if share)
    yield from check_statements(cells, prose, forms, knowledge)


def check_reasons(spoken: Sequence[Spoken], cells: Cells, forms: Mapping[str, Form], knowledge: Knowledge) -> Iterator[Finding]:
    """Of the rows that the prose names by their labels."""
    named = [(rule, one) for one in spoken if one.fact.unit in _CASES and (rule := reason_in(one.context)) and one.topic in _OF_REQUESTS]
    for rule in dict.fromkeys(rule for rule, _ in named):
        sums = known_sums(rule.cells, cells, forms)
        yield from worst(compared(rule, one.fact, sums, knowledge) for other, one in named if other == rule and sums)


def worst(findings: Iterable[Finding]) -> Iterator[Finding]:
    found = sorted(findings, key=lambda finding: _ORDER.index(finding.status))
    yield from found[:1]


def of_others(fact: Fact, prose: Prose, knowledge: Knowledge) -> bool:
    return is_elsewhere(fact.sentence[: max(figure_at(fact), 0)], prose, knowledge)


# ---------------------------------------------------------------- sums of cells


def known_sums(groups: Sums, cells: Cells, forms: Mapping[str, Form]) -> Totals:
    """The sums whose cells are all printed with a figure; a group that is not printed is the sum of its rows."""
    found = {}
    for names in groups:
        leaves = [leaf for name in names for leaf in leaves_of(name, cells, forms)]
        values = [cells[leaf].value for leaf in leaves if leaf in cells and cells[leaf].status is not Status.AMBIGUOUS]
        if leaves and len(values) == len(leaves) and any(value is not None for value in values):
            found[names] = sum((value for value in values if value is not None), Decimal(0))
    return found


def leaves_of(name: str, cells: Cells, forms: Mapping[str, Form]) -> tuple[str, ...]:
    if name in cells:
        return (name,)
    editions = {cell.edition for cell in cells.values()}
    parts = [forms[e].meanings[name].parts for e in sorted(editions) if e in forms and name in forms[e].meanings]
    return next((group for group in parts if group and all(part in cells for part in group)), ())


def shares_of(rule: RatioRule, cells: Cells, forms: Mapping[str, Form], said: Decimal | None) -> Totals:
    """Percentages, to more places than any report prints; of a rule without cells those of the count `said` before."""
    wholes = {names: total for names, total in known_sums(rule.of, cells, forms).items() if total}
    if not rule.cells:
        return {} if said is None else {names: share(said, total) for names, total in wholes.items() if said <= total}
    whole = next(iter(wholes.values()), None)
    return {names: share(total, whole) for names, total in known_sums(rule.cells, cells, forms).items()} if whole else {}


def share(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(Decimal("0.0001"))


# ---------------------------------------------------------------- a figure


def compared(rule: ProseRule | RatioRule | ReasonRule, fact: Fact, sums: Totals, knowledge: Knowledge) -> Finding:
    ids = tuple(dict.fromkeys(cell for names in sums for cell in names))
    equal = next((names for names, total in sums.items() if is_written(total, fact.value)), None)
    if equal:
        shown = " + ".join(equal)
        return Finding(rule.id, "passed", f"正文 {fact.text}{fact.unit} = 表格 {sums[equal]}（{shown}）", str(fact.value), str(sums[equal]), "", equal)
    table = "、".join(str(total) for total in dict.fromkeys(sums.values()))
    expression, right = f"正文 {fact.text}{fact.unit} ≠ 表格 {table}", str(next(iter(sums.values())))
    scope = scope_of(fact, knowledge)
    if scope:
        message = f"正文“{rule.name}”为 {fact.text}，表格为 {table}；正文写明“{scope}”，口径不同，不能直接比较"
        return Finding(rule.id, "not_assessable", expression, str(fact.value), right, message, ids)
    message = f"正文“{rule.name}”为 {fact.text}{fact.unit}，表格为 {table}"
    return Finding(rule.id, "failed", expression, str(fact.value), right, message, ids, OPEN, _REASON)


def is_written(total: Decimal, figure: Decimal) -> bool:
    """A sentence may round or cut: 4282万元 of 4281.8773."""
    places = Decimal(1).scaleb(min(int(figure.as_tuple().exponent), 0))
    return figure in (total, total.quantize(places, ROUND_HALF_UP), total.quantize(places, ROUND_DOWN))


# ---------------------------------------------------------------- words


def check_statements(cells: Cells, prose: Prose, forms: Mapping[str, Form], knowledge: Knowledge) -> Iterator[Finding]:
    clauses = clauses_of(prose.sections)
    for rule in knowledge.statements:
        said = [(before, clause) for before, clause in clauses if rule.said.search(clause) and not (rule.unless and rule.unless.search(clause))]
        if not said:
            continue
        sums = known_sums(rule.cells, cells, forms)
        whole = next(iter(known_sums(rule.whole, cells, forms).values()), None) if rule.whole else Decimal(0)
        if sums and whole is not None:
            yield from worst(stated(rule, clause, sums, whole, knowledge) for clause in heard(said, prose, knowledge))


def heard(said: Sequence[tuple[str, str]], prose: Prose, knowledge: Knowledge) -> list[str]:
    return [clause for before, clause in said if not is_elsewhere(before + clause, prose, knowledge)]


def stated(rule: StatementRule, clause: str, sums: Totals, whole: Decimal, knowledge: Knowledge) -> Finding:
    names, total = next(iter(sums.items()))
    words = clause.rstrip("，。；;")
    sign, status = ("=", "passed") if total == whole else ("≠", "not_assessable" if knowledge.scopes.search(clause) else "failed")
    expression = f"正文“{words}” {sign} 表格 {total}" + (f" / {whole}" if rule.whole else "")
    message = "" if status == "passed" else f"正文写“{words}”，表格“{rule.name}”为 {total}" + (f"，共 {whole}" if rule.whole else "")
    verdict, reason = (OPEN, _REASON) if status == "failed" else ("", "")
    return Finding(rule.id, status, expression, str(whole), str(total), message, names, verdict, reason)
