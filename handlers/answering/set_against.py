"""A short question that sets one figure against that of the question before: 超过自然人了吗, 自然人是它的几倍, 总数减去企业的呢, 办结呢 after a difference."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.exclusion import LEFT
from handlers.answering.frames import Frame, Op, Operand
from handlers.answering.measures import TOTAL_COLUMNS, ancestors, children, family, load_derived
from handlers.answering.pointing import spread
from handlers.answering.speech import saying
from handlers.answering.summed_wholes import SUMMED

_PASSES = saying("follow_ups.passes")
_OF_IT = saying("follow_ups.of_it")
_THAN_IT = saying("follow_ups.than_it")
_THAT_FIGURE = saying("follow_ups.that_figure")
_LESS = saying("follow_ups.less")
_ON_THE_SAME = ("op.difference", "op.ratio", "op.growth", "op.direction", "op.which_more", "op.which_less", "op.sum", "op.average", "op.than")
_LAST_YEAR = saying("reckoning.of_last_year")
_ADDS = saying("follow_ups.adds")
_TOO = saying("follow_ups.too")
_AND_THAT = saying("follow_ups.and_that")
_OTHER_SIDE = saying("follow_ups.other_side")
_IN_THESE = saying("follow_ups.in_these")
_OF_ALL_RESULTS = saying("follow_ups.of_all_results")
_SHORT = 9  # characters of 那办结的呢


def against_last(frame: Frame, last: Frame) -> Frame | None:
    """The frame with the earlier figure as one of its two sides; None when it sets nothing against it."""
    if of_last := _applicants_of(frame, last) or _each_of(frame, last):
        return _made(replace(frame, ops=(Op("op.share", -1, frame.text), *(op for op in frame.ops if op.id == "op.list"))), of_last, ("measure",))
    if each := _each_summed(frame, last):
        return _made(replace(frame, ops=(*frame.ops, Op(SUMMED, -1, "合计"))), each, ("measure",))
    if frame.has("op.share") and not frame.rows() and last.columns() == (".change",) and last.rows() and _LAST_YEAR.search(frame.text):  # 占原来的百分之几
        return _made(replace(frame, unclear=()), last.operands, ("measure",))
    if len(frame.operands) == 1 and _adds_another(frame, last):
        return _made(frame, (last.operands[0], _completed(frame.operands[0], last.operands[0])), ("measure",))
    if (left := _left_of_it(frame, last)) is not None:
        return left
    if frame.measured() and not frame.figures and (added := _added_to(frame, last)) is not None:
        return added
    if len(frame.operands) != 1 or not frame.measured() or frame.figures:
        return None
    if _same_for_another(frame, last):
        operands = tuple(replace(o, rows=frame.operands[0].rows or o.rows, columns=frame.operands[0].columns or o.columns) for o in last.operands)
        return _made(replace(frame, ops=(*frame.ops, *last.ops)), operands, ("agency", "year"))
    if _another_share(frame, last):
        top = replace(last.operands[0], rows=frame.operands[0].rows or last.operands[0].rows, columns=frame.operands[0].columns or last.operands[0].columns)
        own_whole = len(last.operands) == 2 and last.operands[1].rows == last.operands[0].rows  # 诉讼里的呢 after 其他结果占复议
        wholes = tuple(replace(o, rows=top.rows) if own_whole else o for o in last.operands[1:])
        return replace(frame, operands=(top, *wholes), ops=(*frame.ops, *last.ops), elliptic=True, inherited=("agency", "year"))
    if _other_side(frame, last):
        return _made(replace(frame, ops=last.ops), (last.operands[0], _completed(frame.operands[0], last.operands[1])), ("measure",))
    if (of_cases := _of_all_cases(frame, last)):
        return _made(frame, of_cases, ("measure",))
    whole = _summed_before(frame, last)
    if whole:
        ops = (*(op for op in frame.ops if op.id not in ("op.within", "op.sum")), Op(SUMMED, -1, "合计"))
        return _made(replace(frame, ops=ops), (_completed(frame.operands[0], last.operands[0]), *whole), ("measure",))
    if len(last.operands) != 1 or not last.operands[0].rows:
        return None
    before, own = replace(last.operands[0], within=False), _completed(frame.operands[0], last.operands[0])
    if _PASSES.match(frame.text):
        return _made(frame, (before, own), ("measure",))
    if _OF_IT.search(frame.text) or (_THAN_IT.search(frame.text) and frame.has("op.difference", "op.than") and own != before):
        return _made(frame, (own, before), ("measure",))
    if frame.has("op.difference") and _THAT_FIGURE.match(frame.text) and own != before:  # 刚才那个数减去不予处理的
        return _made(frame, (before, own), ("measure",))
    if frame.has("op.difference") and _LESS.match(frame.text) and _inside(own, before) and own.columns != (".change",):  # 减了多少: the list's own change
        return _made(frame, (before, own), ("measure",))
    if _part_of_it(frame, own, before):
        return _made(frame, (own, replace(before, within=True)), ("measure",))
    return None


def _applicants_of(frame: Frame, last: Frame) -> tuple[Operand, ...]:
    """个人占几成 after 不掌握的几件: the applicant's part of what was asked just now, no rate of all requests."""
    rate = load_derived().rates.get(frame.rows()[0]) if len(frame.rows()) == 1 == len(frame.operands) else None
    applicant = rate.numerator[0].removeprefix("s3.new") if rate and len(rate.numerator) == 1 and rate.numerator[0].startswith("s3.new@") else ""
    before = last.operands[0] if len(last.operands) == 1 and not last.has("op.share") else Operand()
    if not applicant or len(before.rows) != 1 or family(before.rows[0]) != "s3" or before.rows == ("s3.new",) or frame.operands[0].names:
        return ()
    top = replace(before, columns=(applicant,), years=frame.operands[0].years or before.years, within=False)
    return top, replace(top, columns=("@total",), within=True)


def _each_of(frame: Frame, last: Frame) -> tuple[Operand, ...]:
    """各占多少 after 不予公开有哪些理由: each part of the group asked about, in the group."""
    before = last.operands[0] if len(last.operands) == 1 else Operand()
    parts = children(before.rows[0]) if len(before.rows) == 1 else ()
    bare = frame.has("op.share") and frame.has("op.list") and not frame.operands and not frame.unclear
    return (replace(before, rows=tuple(parts), within=False), replace(before, within=True)) if bare and len(parts) > 1 else ()


def _each_summed(frame: Frame, last: Frame) -> tuple[Operand, ...]:
    """占比各多少 after 两家加起来: each part of the sum, in the sum."""
    parts = spread(last) if last.has("op.sum") and not last.has("op.share", "op.difference") else []
    bare = frame.has("op.share") and frame.has("op.list") and not frame.operands and not frame.unclear
    return (*(replace(p, within=False) for p in parts), *(replace(p, within=True) for p in parts)) if bare and len(parts) > 1 else ()


def _adds_another(frame: Frame, last: Frame) -> bool:
    """把淮安2024的也算进来，两家加一块多少: the figure of another body or year is added to the last one."""
    own = frame.operands[0]
    other = (own.names and own.names != last.operands[0].names) or (own.years and own.years != last.operands[0].years) if last.operands else False
    return bool(other) and not frame.measured() and frame.has("op.sum") and len(last.operands) == 1 and bool(last.operands[0].rows) and bool(_TOO.search(frame.text))


def _added_to(frame: Frame, last: Frame) -> Frame | None:
    """和予以公开合起来呢, 再加上不予公开呢, 再减去无法提供呢: with all that was asked for, or added up, just now."""
    own, parts = spread(frame), spread(last) if len(last.operands) == 1 or last.has("op.sum") else []
    parts = [replace(p, within=False) for p in parts if p.rows]
    takes = frame.has("op.difference") and _LESS.match(frame.text) and len(parts) > 1
    adds = _ADDS.match(frame.text) and (frame.has("op.sum") or not any(op.id.startswith("op.") and op.id != "op.and" for op in frame.ops))
    again = any((p.rows, p.columns) == (o.rows, o.columns) for p in parts for o in own)
    if not parts or not all(o.rows for o in own) or frame.has("op.share", "op.than", "op.ratio", "op.average", "op.yesno") or not (takes or adds) or again:
        return None
    sign = Op("op.difference", -1, "减去") if takes else Op("op.sum", -1, "加上")
    operands = (*(replace(p, position=n - len(parts) - 1) for n, p in enumerate(parts)), *(replace(_completed(o, parts[-1]), position=n) for n, o in enumerate(own)))
    ops = (*(op for op in frame.ops if op.id not in ("op.difference", "op.sum", "op.and", "op.back")), Op("op.sum", -len(parts) - 2, "合计"), sign)
    return replace(frame, operands=operands, ops=ops, elliptic=True, inherited=("measure",))


def _left_of_it(frame: Frame, last: Frame) -> Frame | None:
    """去掉信访还剩几件 after 不予处理几件: of what was asked just now, when it holds what is taken out."""
    base, *parts = frame.operands or (Operand(),)
    before = last.operands[0] if len(last.operands) == 1 else Operand()
    default = frame.has(LEFT) and base.rows == ("s3.result.total",) and not _OF_ALL_RESULTS.search(frame.text)
    inside = bool(parts) and len(before.rows) == 1 and all(before.rows[0] in ancestors(r) for p in parts for r in p.rows)
    if not default or not inside or base.names or base.years:
        return None
    operands = (replace(before, position=-1, within=False), *(replace(_completed(p, before), columns=before.columns, position=n) for n, p in enumerate(parts)))
    return replace(frame, operands=operands, elliptic=True, inherited=("measure",))


def _made(frame: Frame, operands: Sequence[Operand], inherited: tuple[str, ...]) -> Frame:
    placed = tuple(replace(o, position=n) for n, o in enumerate(operands, -len(operands)))
    return replace(frame, operands=placed, elliptic=True, inherited=inherited)


def _completed(own: Operand, before: Operand) -> Operand:
    rows = own.rows or before.rows
    columns = own.columns or (before.columns if {family(r) for r in rows} == {family(r) for r in before.rows} else ())
    return replace(own, rows=rows, columns=columns, names=own.names or before.names, years=own.years or before.years, within=False)


def _same_for_another(frame: Frame, last: Frame) -> bool:
    """办结呢 after 新收2022年比2021年多几件: the same step for another item."""
    items = {(o.rows, o.columns) for o in last.operands}
    return _alone(frame, last) and len(last.operands) > 1 and len(items) == 1 and last.has(*_ON_THE_SAME)


def _alone(frame: Frame, last: Frame) -> bool:
    """Nothing but another item of the kind that was asked about."""
    own = frame.operands[0]
    plain = not any(op.id.startswith("op.") and op.id not in ("op.and", "op.within", "op.correct") for op in frame.ops)
    rows = own.rows or (last.operands[0].rows if last.operands and all(c[0] in "@." for c in own.columns) and len(own.columns) == 1 else ())
    bare = bool(rows) and not own.names and not own.years and len(rows) == 1 and bool(_AND_THAT.search(frame.text)) and len(frame.text) <= _SHORT
    return plain and bare and bool(last.rows()) and {family(r) for r in rows} == {family(last.operands[0].rows[0])} if last.operands and last.operands[0].rows else False


def _another_share(frame: Frame, last: Frame) -> bool:
    """部分公开呢 after 予以公开占办结的百分比: of the same whole."""
    parts = [o for o in last.operands if len(o.rows) == 1]
    return _alone(frame, last) and last.has("op.share") and len(parts) == len(last.operands) <= 2 and not last.operands[0].within and not last.has("op.than", "op.most", "op.least", "op.difference")


def _other_side(frame: Frame, last: Frame) -> bool:
    """比企业呢 after 自然人比律所多几件: the first side stays."""
    return bool(_OTHER_SIDE.fullmatch(frame.text)) and len(last.operands) == 2 and last.has("op.difference", "op.ratio") and last.has("op.than")


def _inside(part: Operand, whole: Operand) -> bool:
    by_row = all(any(w in ancestors(r) or (w == "s3.result.total" and r.startswith("s3.result.") and r != w) for w in whole.rows) for r in part.rows)
    return by_row or (part.rows == whole.rows and part.columns != whole.columns)


def _of_all_cases(frame: Frame, last: Frame) -> tuple[Operand, ...]:
    """其中维持的占几成 after reviews and lawsuits together: the end of both in all of both; () of anything else."""
    own, parts = frame.operands[0], spread(last) if last.has("op.sum") and frame.has("op.share") else []
    both = {p.rows for p in parts} == {("s4.review",), ("s4.suit",)} and all(set(p.columns) <= TOTAL_COLUMNS for p in parts)
    if not both or own.rows or not own.columns or not _IN_THESE.match(frame.text):
        return ()
    top = replace(_completed(own, parts[0]), rows=("s4.all",), columns=own.columns)
    return top, replace(top, columns=(".total",), within=True)


def _summed_before(frame: Frame, last: Frame) -> tuple[Operand, ...]:
    """这里面复议的占几成 after 复议加诉讼维持的一共几件: the figures that were added up; () when the part is none of them."""
    own = frame.operands[0]
    decisions = all(r.startswith("s2.") for r in (*own.rows, *last.rows())) and len(frame.rows()) == 1  # 处罚占多少 after three kinds of decisions: of no other whole
    parts = spread(last) if last.has("op.sum") and frame.has("op.share") and (decisions or _IN_THESE.match(frame.text)) and not own.within else []
    among = any(set(own.rows or p.rows) == set(p.rows) and set(own.columns or p.columns) == set(p.columns) for p in parts)
    return tuple(replace(p, within=True) for p in parts) if len(parts) > 1 and among else ()


def _part_of_it(frame: Frame, own: Operand, before: Operand) -> bool:
    """本机关没有的占多大比例 after 无法提供几件: of what was asked just now."""
    share = frame.op("op.share")
    if share and _IN_THESE.match(frame.text) and len(before.rows) == 1 and set(own.rows) < set(load_derived().rows.get(before.rows[0], ())):
        return True  # 其中部分公开占多少 after both together
    groups = len(before.rows) == 1 and len(own.rows) == 1 and len(children(before.rows[0])) > 1 and before.rows[0] in ancestors(own.rows[0])
    return bool(share) and groups and not before.columns and before.rows[0].count(".") > 1 and not any(o.within for o in frame.operands)
