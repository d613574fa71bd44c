"""Figures in sentences against the cells they speak of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from index.checks.knowledge import Knowledge, ProseRule
from index.checks.sums import OPEN, Cells
from index.forms import Form
from index.models import Fact, Finding, Status

_CLAUSE = re.compile(r"[，。；、;:：（()]")


def check_prose(
    cells: Cells, facts: Sequence[Fact], forms: Mapping[str, Form], knowledge: Knowledge
) -> Iterator[Finding]:
    """One finding for every rule that the prose speaks to: failed where a figure equals none of the sums it may be."""
    for rule in knowledge.prose:
        spoken = [fact for fact in facts if speaks_of(rule, fact)]
        sums = known_sums(rule, cells, forms) if spoken else {}
        if sums:
            findings = [compared(rule, fact, sums, knowledge) for fact in spoken]
            order = ["failed", "not_assessable", "passed"]
            yield min(findings, key=lambda finding: order.index(finding.status))


def speaks_of(rule: ProseRule, fact: Fact) -> bool:
    if fact.unit not in rule.units or fact.approximate:
        return False
    context = context_of(fact)
    return bool(rule.figure.search(context)) and not (rule.unless and rule.unless.search(context))


def context_of(fact: Fact) -> str:
    """The words before the figure, #, and the rest of its clause."""
    at = fact.sentence.find(fact.subject)
    figure = fact.sentence.find(fact.text, max(at, 0) + len(fact.subject) if at >= 0 else 0)
    behind = fact.sentence[figure + len(fact.text) :] if figure >= 0 else ""
    behind = _CLAUSE.split(behind.removeprefix(fact.unit))[0]
    return f"{fact.subject.rstrip('：: ')}#{behind}".replace(" ", "")


def known_sums(rule: ProseRule, cells: Cells, forms: Mapping[str, Form]) -> dict[tuple[str, ...], Decimal]:
    """The sums whose cells are all printed with a figure; a group that is not printed is the sum of its rows."""
    found = {}
    for names in rule.cells:
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


def compared(rule: ProseRule, fact: Fact, sums: Mapping[tuple[str, ...], Decimal], knowledge: Knowledge) -> Finding:
    ids = tuple(dict.fromkeys(cell for names in sums for cell in names))
    equal = next((names for names, total in sums.items() if total == fact.value), None)
    if equal:
        shown = " + ".join(equal)
        return Finding(rule.id, "passed", f"正文 {fact.text}{fact.unit} = 表格 {sums[equal]}（{shown}）", str(fact.value), str(sums[equal]), "", equal)
    table = "、".join(str(total) for total in dict.fromkeys(sums.values()))
    expression, right = f"正文 {fact.text}{fact.unit} ≠ 表格 {table}", str(next(iter(sums.values())))
    scope = knowledge.scopes.search(fact.sentence)
    if scope:
        message = f"正文“{rule.name}”为 {fact.text}，表格为 {table}；正文写明“{scope[0]}”，口径不同，不能直接比较"
        return Finding(rule.id, "not_assessable", expression, str(fact.value), right, message, ids)
    message = f"正文“{rule.name}”为 {fact.text}{fact.unit}，表格为 {table}"
    return Finding(rule.id, "failed", expression, str(fact.value), right, message, ids, OPEN, "两处口径可能不同，也可能有一处写错")
