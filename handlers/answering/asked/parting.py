"""Where the figures of a question part: two sides of a comparison, a part and its whole, items one by one."""

import re
from collections.abc import Sequence

from handlers.answering.asked.frames import Op
from handlers.answering.words.mentions import Mention

_BINARY = ("op.share", "op.ratio", "op.than", "op.which_more", "op.which_less", "op.difference")
_BETWEEN = ("op.above", "op.below", "op.less", "op.more", "op.which_more", "op.which_less", "op.consistent", "op.exists", "op.ratio", "op.sum")
_BOUNDING = ("op.above", "op.below", "op.less")
_PARTING = ("op.than", "op.share", "op.and")
_TAKING = re.compile(r"减|扣")
_HOW_MANY = re.compile("(?:一共|总共|拢共|统共|合共|共)(?:有|是)?(?:多少|几)")  # 企业加其他组织一共几件申请: parts nothing
TAKEN_OF = ("占", "除以")  # before the whole that a share is taken of
_ADDING = frozenset({"加", "加上", "再加上", "plus"})


def two_sided(ops: Sequence[Op], with_figures: bool) -> bool:
    """Two things are set against each other; a bound without a number sets them so too."""
    unbounded = not with_figures and any(op.id in (*_BOUNDING, "op.consistent") and len(op.text) > 1 for op in ops)
    return adds_up(ops) or unbounded or any(op.id in _BINARY or op.text in _ADDING for op in ops)


def adds_up(ops: Sequence[Op]) -> bool:
    """加起来对不对: a sum that is set against what is printed."""
    ids = {op.id for op in ops}
    return "op.sum" in ids and bool(ids & {"op.consistent", "op.check"})


def parted_at(mentions: Sequence[Mention], ops: Sequence[Op], binary: bool) -> list[int]:
    """Where operands part: 比, 占, 减去, 在…中 and, between unlike things, 和."""
    parting = [op.position for op in ops if op.id in _PARTING or (op.id == "op.difference" and _TAKING.search(op.text))]
    parting += [op.position for op in ops if op.id == "op.sum" and op.text in _ADDING]
    if binary:
        parting += [op.position for op in ops if op.id in _BETWEEN and op.position >= 0 and not _HOW_MANY.match(op.text)]
    ratio = [m.start for m in mentions if binary and m.text in ("是", "为") and any(op.id == "op.ratio" for op in ops)]
    outer = [m.start for m in mentions if binary and m.text == "在" and within(ops)]
    return sorted({*parting, *ratio, *outer})


def one_by_one(ops: Sequence[Op]) -> bool:
    ids = {op.id for op in ops}
    parted = any(op.id == "op.than" and op.text not in ("vs", "versus") for op in ops)
    return "op.share" in ids and not parted and not {"op.difference", "op.ratio", "op.growth"} & ids


def shares_at(ops: Sequence[Op]) -> int | None:
    """Where 占 stands, when what follows is the whole and nothing else is set against it."""
    found = [op.position for op in ops if op.id == "op.share" and op.text.startswith(TAKEN_OF)]
    return found[0] if len(found) == 1 and not any(op.id in ("op.than", "op.ratio", "op.which_more", "op.which_less", "op.list") for op in ops) else None


def within(ops: Sequence[Op]) -> list[int]:
    return [op.position for op in ops if op.id == "op.within"]


def adds_parts(ops: Sequence[Op]) -> bool:
    """企业加其他组织: a sum and nothing that sets the parts against a whole."""
    return any(op.id == "op.sum" and op.text in _ADDING for op in ops) and not any(op.id in (*_BINARY, "op.consistent", "op.check") or (op.id in _BOUNDING and len(op.text) > 1) for op in ops)
