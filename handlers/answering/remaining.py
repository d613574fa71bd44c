"""除了维持，哪种结果最多; 其余各有多少: what stands beside the parts that are left out, one by one."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.answering.frames import Op, Operand
from handlers.answering.measures import APPLICANTS, OUTCOMES, REFUSED, children

GROUPS = ("s3.result.granted", "s3.result.partial", *REFUSED)
_RANKING = frozenset({"op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.which_more", "op.which_less", "op.count_kinds"})


def asks_each(ops: Sequence[Op]) -> bool:
    """What is left is ranked or told one by one, not added up."""
    if any(op.id in _RANKING for op in ops):
        return True
    listed = any(op.id == "op.list" or (op.id == "op.which_row" and op.text.startswith("哪")) for op in ops)
    return listed and not any(op.id == "op.sum" for op in ops)


def remaining(whole: Operand, out: Collection[str]) -> Operand | None:
    """The whole with the rows or columns of its kind that are not left out; None when it has no parts."""
    if all(c.startswith("@") for c in out):
        return replace(whole, columns=tuple(f"@{c}" for c in APPLICANTS if f"@{c}" not in out))
    if all(c.startswith(".") for c in out):
        return replace(whole, columns=tuple(f".{c}" for c in OUTCOMES if f".{c}" not in out))
    row = "s3.result" if whole.rows == ("s3.result.total",) else whole.rows[0]
    parts = GROUPS if row == "s3.result" and set(out) <= set(GROUPS) else children(row)
    gone = {part for o in out for part in (o, *children(o))}
    rows = tuple(p for p in parts if p not in gone)
    return replace(whole, rows=rows) if rows else None
