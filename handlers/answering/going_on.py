"""A short question that does something else with what was asked just now: 反过来呢, 结果呢, 那诉讼呢 after a ranking, 跟不予公开比呢, 维持率."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.frames import Frame, Op, Operand
from handlers.answering.measures import ITEMS, TOTAL_COLUMNS, family, load_derived
from handlers.answering.speech import saying

_TURNED_ROUND = saying("follow_ups.turned_round")
_RESULTS = saying("follow_ups.results")
_SET_BESIDE = saying("follow_ups.set_beside")
_WHICH_ONES = saying("follow_ups.which_ones")
_AND_THAT = saying("follow_ups.and_that")
_NOW = saying("follow_ups.by_now")
_AXES = ("op.which_agency", "op.which_year", "op.trend")
_ALONG = ("op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.trend", "op.list", "op.which_more", "op.which_less")
_SIDES = ("op.ratio", "op.share", "op.difference", "op.than")
_OF_ITS_OWN = ("s4.suit_direct", "s4.suit_after_review")  # no rate of theirs has a name
_OTHER_WAY = str.maketrans("多少高低", "少多低高")
_LIST = Op("op.list", 0, "各")


def gone_on(frame: Frame, past: Sequence[Frame]) -> Frame | None:
    """The frame with what was asked before in it; None when it does not go on so."""
    last = past[-1]
    return _by_now(frame, last) or _of_another_applicant(frame, last) or _turned_round(frame, last) or _results(frame, last) or _same_axis(frame, last) or _rate_of_its_own(frame, last) or _same_share(frame, last) or _which_ones(frame, last) or _beside(frame, last) or _spread(frame, past)


def _turned_round(frame: Frame, last: Frame) -> Frame | None:
    """反过来呢 after 处罚是强制的几倍: the other way round; of one figure there is none."""
    if not _TURNED_ROUND.fullmatch(frame.text):
        return None
    if len(last.operands) != 2 or not last.has(*_SIDES):
        return replace(frame, operands=(), unknown=(frame.text.rstrip("?？"),))
    one, other = last.operands
    swapped = (replace(other, position=one.position, within=one.within), replace(one, position=other.position, within=other.within))
    ops = tuple(replace(op, text=op.text.translate(_OTHER_WAY)) if op.id == "op.difference" else op for op in last.ops)
    return replace(last, operands=swapped, ops=ops, text=frame.text, elliptic=True, inherited=("agency", "year"))


def _by_now(frame: Frame, last: Frame) -> Frame | None:
    """现在呢 after the items of last year or their change: last year's number with the change."""
    before = last.operands[0] if len(last.operands) == 1 else Operand()
    if not _NOW.fullmatch(frame.text) or not before.rows or not set(before.rows) <= ITEMS or not set(before.columns) & {".prev_items", ".change"}:
        return None
    return replace(frame, operands=(replace(before, columns=(".current_items",)),), ops=(), unclear=(), unknown=(), elliptic=True, inherited=("agency", "year"))


def _of_another_applicant(frame: Frame, last: Frame) -> Frame | None:
    """企业呢 after 自然人占几成: the part of another kind of applicants in all new requests."""
    rate = load_derived().rates.get(last.rows()[0]) if len(last.rows()) == 1 == len(last.operands) else None
    own = frame.operands[0] if len(frame.operands) == 1 else Operand()
    named = rate is not None and rate.numerator[0].startswith("s3.new@")
    if not named or own.rows or len(own.columns) != 1 or not own.columns[0].startswith("@"):
        return None
    top = replace(last.operands[0], rows=("s3.new",), columns=own.columns, names=own.names or last.operands[0].names, years=own.years or last.operands[0].years)
    tenths = "占几成" if "几成" in last.text else "占"
    return replace(frame, operands=(replace(top, position=-1, within=False),), ops=(*frame.ops, Op("op.share", 0, tenths)), elliptic=True, inherited=("agency", "year"))


def _results(frame: Frame, last: Frame) -> Frame | None:
    """结果呢 after 复议总共几件: how they ended."""
    before = last.operands[0] if len(last.operands) == 1 else Operand()
    if not _RESULTS.fullmatch(frame.text) or frame.rows() not in ((), ("s3.result",), ("s3.result.total",)):
        return None
    whole = set(before.columns) <= TOTAL_COLUMNS or before.rows == ("s3.new",)
    rows = before.rows if before.rows and family(before.rows[0]) == "s4" else ("s3.result",) if before.rows in (("s3.new",), ("s3.result.total",)) else ()
    if not rows or not whole:
        return replace(frame, operands=(), unknown=("结果",)) if before.rows else None
    columns = before.columns if rows == ("s3.result",) else ()
    return replace(frame, operands=(replace(before, rows=rows, columns=columns, within=False),), ops=(_LIST,), unclear=(), elliptic=True, inherited=("agency", "year"))


def _same_axis(frame: Frame, last: Frame) -> Frame | None:
    """那诉讼呢 after 哪家新收最多, 这几年新收的走势: the same question of another row."""
    own = frame.operands[0] if len(frame.operands) == 1 else Operand()
    bare = own.rows and not (own.names or own.years or frame.figures or frame.unclear or frame.unknown) and not any(op.id.startswith("op.") and op.id not in ("op.and",) for op in frame.ops)
    if not bare or not _AND_THAT.search(frame.text) or len(last.operands) != 1 or not last.has(*_AXES) or not last.has(*_ALONG) or last.has("op.share"):
        return None
    return replace(frame, operands=(replace(own, names=last.operands[0].names, years=last.operands[0].years),), ops=last.ops, elliptic=True, inherited=("agency", "year"))


def _rate_of_its_own(frame: Frame, last: Frame) -> Frame | None:
    """维持率 after 直接起诉几件: of that kind of lawsuits it is a share of its own cases."""
    rate = load_derived().rates.get(frame.rows()[0]) if len(frame.rows()) == 1 == len(frame.operands) else None
    blocks = [o for o in last.operands if o.rows and o.rows[0] in _OF_ITS_OWN]
    own = frame.operands[0] if frame.operands else Operand()
    if rate is None or not rate.id.startswith("d.suit_") or len(blocks) != 1 or own.names or own.years or "诉讼" in frame.text:
        return None
    top = replace(blocks[0], columns=(f".{rate.numerator[0].rpartition('.')[2]}",), within=False)
    return replace(frame, operands=(top,), ops=(*frame.ops, Op("op.share", top.position, "率")), elliptic=True, inherited=("agency", "year"))


def _same_share(frame: Frame, last: Frame) -> Frame | None:
    """个人呢 after 申请里企业占几成: the part of another in the same whole."""
    own = frame.operands[0] if len(frame.operands) == 1 else Operand()
    tops = [o for o in last.operands if not o.within]
    alone = bool(own.rows) != bool(own.columns) and not (own.names or own.years or frame.figures or frame.unclear or frame.unknown or frame.ops)
    if not alone or not _AND_THAT.search(frame.text) or not last.has("op.share") or last.has("op.most", "op.least", "op.rank", *_AXES) or len(tops) != 1:
        return None
    other = replace(tops[0], columns=own.columns) if own.columns else replace(tops[0], rows=own.rows)
    alike = {family(r) for r in own.rows} == {family(r) for r in tops[0].rows} if own.rows else own.columns[0][:1] == "".join(tops[0].columns)[:1]
    return replace(last, operands=tuple(other if o is tops[0] else o for o in last.operands), text=frame.text, elliptic=True, inherited=("agency", "year")) if alike else None


def _which_ones(frame: Frame, last: Frame) -> Frame | None:
    """是哪几家 after 超过一千件的有几家: those that were counted."""
    counted = last.has("op.above", "op.below", "op.zero", "op.nonzero") and not frame.measured()
    return replace(last, elliptic=True, inherited=("agency", "year")) if counted and _WHICH_ONES.fullmatch(frame.text) else None


def _beside(frame: Frame, last: Frame) -> Frame | None:
    """跟不予公开比呢 after 部分公开几件: both, side by side."""
    own = frame.operands[0] if len(frame.operands) == 1 else Operand()
    before = last.operands[0] if len(last.operands) == 1 else Operand()
    if not _SET_BESIDE.fullmatch(frame.text) or not own.rows or not before.rows or last.has("op.share", *_AXES):
        return None
    other = replace(own, names=own.names or before.names, years=own.years or before.years, position=1, within=False)
    kept = tuple(op for op in frame.ops if op.id not in ("op.than", "op.and"))
    return replace(frame, operands=(replace(before, position=0, within=False), other), ops=(*kept, Op("op.compare", 0, "比")), elliptic=True, inherited=("measure",))


def _spread(frame: Frame, past: Sequence[Frame]) -> Frame | None:
    """相差多少 after 哪年最多 and 最少呢: between the two ends."""
    ends = [f for f in past[-2:] if f.has("op.most") != f.has("op.least")]
    both = len(ends) == 2 and ends[0].rows() == ends[1].rows() and {f.has("op.most") for f in ends} == {True, False}
    if not both or frame.operands or not frame.has("op.difference") or any(op.id not in ("op.difference", "op.back", "op.percent", "op.share") for op in frame.ops):
        return None
    ops = tuple({op.id: op for f in (*ends, frame) for op in f.ops if op.id not in ("op.percent", "op.share")}.values())
    return replace(past[-1], ops=ops, text=frame.text, elliptic=True, inherited=("agency", "year"))
