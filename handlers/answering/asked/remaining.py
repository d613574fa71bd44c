"""除了维持，哪种结果最多; 其余各有多少: what stands beside the parts that are left out, one by one."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Op, Operand
from handlers.answering.asked.measures import APPLICANTS, OUTCOMES, REFUSED, children, crosses
from handlers.answering.words.speech import saying

GROUPS = ("s3.result.granted", "s3.result.partial", *REFUSED)
_REST_NAMED = saying("reckoning.rest_named")
_OF_REASONS = saying("asking.of_reasons")
_NAMED = {"@": "@other_org", ".": ".other"}
_RANKING = frozenset({"op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.which_more", "op.which_less", "op.count_kinds"})


def asks_each(ops: Sequence[Op]) -> bool:
    """What is left is ranked or told one by one, not added up."""
    if any(op.id in _RANKING for op in ops):
        return True
    listed = any(op.id == "op.list" or (op.id == "op.which_row" and op.text.startswith("哪")) for op in ops)
    return listed and not any(op.id == "op.sum" for op in ops)


def names_reasons(ops: Sequence[Op]) -> bool:
    """哪些理由: which of the grounds of a refusal, no other outcome."""
    return any(op.id == "op.which_row" and _OF_REASONS.search(op.text) for op in ops)


def remaining(whole: Operand, out: Collection[str]) -> Operand | None:
    """The whole with the rows or columns of its kind that are not left out; None when it has no parts."""
    if all(c.startswith("@") for c in out):
        kinds = APPLICANTS[1:] if whole.columns == ("@legal_person",) else APPLICANTS
        return replace(whole, columns=tuple(f"@{c}" for c in kinds if f"@{c}" not in out))
    if all(c.startswith(".") for c in out):
        return replace(whole, columns=tuple(f".{c}" for c in OUTCOMES if f".{c}" not in out))
    row = "s3.result" if whole.rows == ("s3.result.total",) else whole.rows[0]
    parts = GROUPS if row == "s3.result" and set(out) <= set(GROUPS) else children(row)
    gone = {part for o in out for part in (o, *children(o))}
    rows = tuple(p for p in parts if p not in gone)
    return replace(whole, rows=rows) if rows else None


def rest_named(operands: Sequence[Operand], atoms: Sequence[Atom], text: str) -> Operand | None:
    """除开企业、科研、公益和律所，剩下那类“其他”: columns are left out and what is left bears the name of one; None when it bears none."""
    said = [a.senses[0].id for a in atoms if a.senses]
    out = [i for i in said if (i.startswith("@") and i[1:] in APPLICANTS) or (i.startswith(".") and i[1:] in OUTCOMES)]
    named = _NAMED[out[0][0]] if out and _REST_NAMED.search(text) else ""
    inside = any(a.text.startswith("除") for a in atoms if a.senses and a.senses[0].id == "@legal_person")  # 除去个人、企业
    if not named or len(set(out) - {named}) + inside < 2 or {i[0] for i in out} != {named[0]}:
        return None
    rows = tuple(dict.fromkeys(i for i in said if i[0] not in "@." and not i.endswith(".other") and crosses(i, named)))
    names, years = (next((v for o in operands if (v := getattr(o, slot))), ()) for slot in ("names", "years"))
    return Operand(names, years, rows[:1], (named,), 0) if len(rows) < 2 else None
