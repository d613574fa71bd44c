"""复议和法院的案子总数: the total of what is listed is one figure, not a list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Op, Operand
from handlers.answering.asked.measures import TOTAL_COLUMNS, family
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.speech import saying

_TOTAL = re.compile(r"总(?:的)?(?:件|案|条|个)?数量?|总[量和计额]|\btotals?\b")
_NAMES = ("总计", "总数", "合计", "总量")
_IN_TOTAL = re.compile("(?:总[数量计]|合计|总件数)$")
_COLUMN = Sense(".total", "column", True)
_RELATING = frozenset({"op.share", "op.than", "op.ratio", "op.difference", "op.within", "op.except"})
_LISTED = re.compile(r"[和与跟及、]|\band\b")
_EACH = re.compile(r"分别|各|逐|哪|谁|比|占|均|还是|差|减|几成|百分|数量?[和与跟及、]|respectively|each|versus|\bvs\b|compare|share|than")
_OR = saying("reckoning.or")
_APART = saying("reckoning.apart")
_OLD_FORM = {"t08.review": "s4.review", "t08.suit": "s4.suit"}  # 复议数 is told of either form
_OWN = frozenset({"s3.new", "s3.carried_in", "s3.carried_out", "s3.result", "s3.result.total", "s4.all"})  # totals in themselves: never parts of one list


def total_of_cases(atoms: Sequence[Atom], ops: Sequence[Op] = ()) -> tuple[Atom, ...]:
    """行政复议总计那格: beside reviews and lawsuits alone the column of the total is theirs, not that of the applicants; a listed 复议总数 has it."""
    rows = [a for a in atoms if a.senses and a.slot() == "row"]
    if not rows or any(family(s.id) != "s4" for a in rows for s in a.senses):
        return tuple(atoms)
    atoms = [replace(a, senses=(replace(a.senses[0], id=".total"),)) if [s.id for s in a.senses] == ["@total"] else a for a in atoms]
    columns = {a.senses[0].id for a in atoms if a.senses and a.slot() == "column"}
    ids = {op.id for op in ops}
    alone = len(rows) == 1 and not columns and not ids  # 复议纠正几件，复议总数几件
    return _with_totals(atoms) if alone or ("op.list" in ids and not ids & _RELATING and columns - {".total"}) else tuple(atoms)


def _with_totals(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """诉讼维持、复议总数: among columns of others a row told in total has the column of the total for its own."""
    return tuple(
        part for a in atoms
        for part in ((a, replace(a, senses=(_COLUMN,), joined=False)) if a.senses and a.slot() == "row" and _IN_TOTAL.search(a.text) else (a,))
    )


def one_of_list(total: Atom, listing: Sequence[int], atoms: Sequence[Atom] = ()) -> bool:
    """维持、纠正、总计; 总计、维持、纠正; 复议维持、诉讼总数: a member of the list whose marks stand at `listing`, or what is told of the row that is one."""
    begins = next((a.start for a in atoms if a.end == total.start and a.senses and family(a.senses[0].id) == "s4" and a.slot() == "row"), total.start)
    return total.text.startswith(_NAMES) and bool({begins - 1, total.end} & set(listing))


def total_of_list(operands: Sequence[Operand], ops: Sequence[Op], text: str) -> tuple[Op, ...]:
    """The operation of a sum when one word of a total stands behind a list of like things."""
    said = list(_TOTAL.finditer(text))
    if len(said) != 1 or any(op.id in ("op.sum", "op.consistent", "op.check", "op.most", "op.least") for op in ops) or _EACH.search(text):
        return ()
    before = text[: said[0].start()] if "total" not in said[0][0] else text
    return (Op("op.sum", -1, said[0][0]),) if _LISTED.search(before) and _parts_alike(operands) else ()


def _parts_alike(operands: Sequence[Operand]) -> bool:
    """Different columns of one row, or rows side by side in one table."""
    items = {(_OLD_FORM.get(r, r), o.columns) for o in operands for r in o.rows}
    rows = {r for r, _ in items}
    columns = {c for o in operands for c in o.columns}
    alike = len({family(r) for r in rows}) == 1 and len({(o.names, o.years) for o in operands}) == 1
    listed = len(rows) > 1 and not rows & _OWN and not any(r.startswith("n.") or family(r) == "rate" for r in rows)
    return alike and (listed or (len(rows) == 1 and len(columns) > 1 and not columns & TOTAL_COLUMNS))


def either_of(ops: Sequence[Op], text: str) -> tuple[Op, ...]:
    """予以公开或部分公开的占办结几成, what percentage ended in full or partial disclosure: one share, of both together."""
    share = any(op.id == "op.share" for op in ops) and not any(op.id == "op.sum" for op in ops)
    either = share and (_OR.search(text) or any(op.id == "op.and" and op.text == "或" for op in ops))  # 法人或其他组织 is one column
    return (Op("op.sum", -1, "或"),) if either and not _APART.search(text) else ()
