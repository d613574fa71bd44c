"""How a figure of one edition compares with another: data/forms/*.yaml, `comparability`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from index.form_relations import GRADES
from index.forms import Form, Relation, load_forms

NOT_IN_FORM = "其中一种格式没有这一指标"


@dataclass(frozen=True, slots=True)
class Comparison:
    grade: str  # identical | after_sum | approximate | not_comparable
    cells: tuple[str, ...]  # cells of the other edition, to be added up; () when it has none
    reason: str  # Chinese sentence, '' for identical


def comparability(cell: str, from_edition: str, to_edition: str) -> Comparison:
    """How `cell` of one edition compares with the other edition, whichever is older."""
    forms = load_forms()
    if cell not in forms[from_edition].meanings:
        return Comparison("not_comparable", (), NOT_IN_FORM)
    if from_edition == to_edition:
        return Comparison("identical", (cell,), "")
    direct = step(forms, cell, from_edition, to_edition)
    if direct is not None:
        return direct
    way = sorted({from_edition, to_edition})
    between = [edition for edition in forms if way[0] < edition < way[1]]
    return through(forms, cell, from_edition, to_edition, between)


def step(forms: Mapping[str, Form], cell: str, start: str, end: str) -> Comparison | None:
    """What the files say of these two editions, None when they say nothing."""
    newer, older = forms[max(start, end)], min(start, end)
    if older not in newer.relations:
        return None
    known = forms[end].meanings
    for relation in newer.relations[older]:
        cells = counterpart(relation, cell, forward=start > end)
        if cells is not None and all(name in known for name in cells):
            return Comparison(relation.grade, cells, relation.reason)
    return Comparison("not_comparable", (), NOT_IN_FORM)


def counterpart(relation: Relation, cell: str, forward: bool) -> tuple[str, ...] | None:
    """Cells on the other side, () for a relation that names none, None when it does not speak of `cell`."""
    for name, others in relation.pairs:
        if forward and fnmatchcase(cell, name):
            return tuple(filled(other, cell, name) for other in others)
        if not forward and not others and fnmatchcase(cell, name):
            return ()
        if not forward and any(fnmatchcase(cell, other) for other in others):
            return (filled(name, cell, next(other for other in others if fnmatchcase(cell, other))),)
    return None


def filled(pattern: str, cell: str, matched: str) -> str:
    """The `*` of a pattern takes what it stood for in the cell that matched."""
    if "*" not in pattern:
        return pattern
    head, tail = matched.split("*")
    return pattern.replace("*", cell[len(head) : len(cell) - len(tail)])


def through(forms: Mapping[str, Form], cell: str, start: str, end: str, between: list[str]) -> Comparison:
    """By way of an edition between the two; the weaker grade holds."""
    for edition in between:
        first = step(forms, cell, start, edition)
        if first is None or first.grade == "not_comparable":
            continue
        seconds = [step(forms, name, edition, end) for name in first.cells]
        if any(second is None for second in seconds):
            continue
        steps = [first, *(second for second in seconds if second)]
        worst = max(steps, key=lambda one: GRADES.index(one.grade))
        reasons = dict.fromkeys(one.reason for one in steps if one.reason)
        cells = tuple(name for second in seconds if second for name in second.cells)
        return Comparison(worst.grade, cells, "；".join(reasons))
    return Comparison("not_comparable", (), NOT_IN_FORM)
