"""A short question that sets one figure against that of the question before: 超过自然人了吗, 自然人是它的几倍, 总数减去企业的呢, 办结呢 after a difference."""

from dataclasses import replace

from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.measures import TOTAL_COLUMNS, ancestors, children, family, load_derived
from handlers.answering.asked.summed_wholes import SUMMED
from handlers.answering.chat.spoken import MEASURE, REPORT, Rule, Spoken, in_order, leaning, of_all, said_before, spread
from handlers.answering.words.speech import saying

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
_ONCE_MORE = saying("follow_ups.once_more")
_SHORT = 9  # characters of 那办结的呢


def _part_of_applicants(frame: Frame, spoken: Spoken) -> Frame | None:
    """个人占几成 after 不掌握的几件: the applicant's part of what was asked just now, no rate of all requests."""
    own, before = frame.only(), spoken.last.only()
    rate = load_derived().rates.get(own.rows[0]) if len(own.rows) == 1 else None
    applicant = rate.numerator[0].removeprefix("s3.new") if rate and len(rate.numerator) == 1 and rate.numerator[0].startswith("s3.new@") else ""
    if not applicant or len(before.rows) != 1 or spoken.last.has("op.share") or family(before.rows[0]) != "s3" or before.rows == ("s3.new",) or own.names:
        return None
    top = replace(before, columns=(applicant,), years=own.years or before.years)
    return _as_share(frame, of_all([top], [replace(top, columns=("@total",))]))


def _each_part(frame: Frame, spoken: Spoken) -> Frame | None:
    """各占多少 after 不予公开有哪些理由: each part of the group asked about, in the group."""
    group = spoken.last.only()
    parts = children(group.rows[0]) if _each_share(frame) and len(group.rows) == 1 else ()
    return _as_share(frame, of_all([replace(group, rows=tuple(parts))], [group])) if len(parts) > 1 else None


def _each_summand(frame: Frame, spoken: Spoken) -> Frame | None:
    """占比各多少 after 两家加起来: each part of the sum, in the sum."""
    parts = spoken.summands() if _each_share(frame) and not spoken.last.has("op.share", "op.difference") else []
    return leaning(frame, of_all(parts, parts), (*frame.ops, Op(SUMMED, -1, "合计")), MEASURE) if len(parts) > 1 else None


def _as_share(frame: Frame, operands: tuple[Operand, ...]) -> Frame:
    return leaning(frame, operands, (Op("op.share", -1, frame.text), *(op for op in frame.ops if op.id == "op.list")), MEASURE)


def _each_share(frame: Frame) -> bool:
    return frame.has("op.share") and frame.has("op.list") and not frame.operands and not frame.unclear


def _of_last_year(frame: Frame, spoken: Spoken) -> Frame | None:
    """占原来的百分之几 after a change."""
    last = spoken.last
    said = frame.has("op.share") and not frame.rows() and last.columns() == (".change",) and last.rows() and _LAST_YEAR.search(frame.text)
    return leaning(replace(frame, unclear=()), said_before(last.operands), frame.ops, MEASURE) if said else None


def _with_another(frame: Frame, spoken: Spoken) -> Frame | None:
    """把淮安2024的也算进来，两家加一块多少; 和2022年的加起来: the figure of another body or year is added to the last one."""
    own, before = frame.only(), spoken.last.only()
    other = (own.names and own.names != before.names) or (own.years and own.years != before.years)
    same = len(frame.operands) == 1 and own.rows in ((), before.rows) and own.columns in ((), before.columns)
    if not other or not before.rows or not same or not frame.has("op.sum") or not (_TOO.search(frame.text) or _ADDS.match(frame.text)):
        return None
    return leaning(frame, said_before([before, _completed(own, before)]), frame.ops, MEASURE)


def _left_of_it(frame: Frame, spoken: Spoken) -> Frame | None:
    """去掉信访还剩几件 after 不予处理几件: of what was asked just now, when it holds what is taken out, or 减去 says so."""
    base, *parts = frame.operands or (Operand(),)
    before = spoken.last.only()
    default = frame.has(LEFT) and base.rows == ("s3.result.total",) and not _OF_ALL_RESULTS.search(frame.text)
    of_it = bool(parts) and len(before.rows) == 1 and (bool(_LESS.match(frame.text)) or all(before.rows[0] in ancestors(r) for p in parts for r in p.rows))
    if not default or not of_it or base.names or base.years:
        return None
    taken = (replace(_completed(p, before), columns=before.columns) for p in parts)
    return leaning(frame, in_order([before, *taken], -1), frame.ops, MEASURE)


def _left_again(frame: Frame, spoken: Spoken) -> Frame | None:
    """再除了第三方 after 办结除了信访, 再除了企业 after 除了个人: taken out of what was left just now."""
    last, (_, *parts) = spoken.last, frame.operands or (Operand(),)
    before = last.has(LEFT) or last.only().columns == ("@legal_person",)
    if not (_ONCE_MORE.match(frame.text) and frame.has(LEFT) and before and parts) or any(o.names or o.years for o in frame.operands):
        return None
    whole, *gone = last.operands
    more = [replace(p, rows=p.rows or whole.rows, columns=p.columns or whole.columns, names=whole.names, years=whole.years) for p in parts]
    alike = len({len(o.rows) for o in (whole, *gone, *more)}) == 1 and len({o.columns == whole.columns for o in (*gone, *more)}) == 1
    return leaning(frame, in_order([whole, *gone, *more], -1), frame.ops, MEASURE) if alike else replace(frame, operands=(), unknown=(frame.text,))


def _added(frame: Frame, spoken: Spoken) -> Frame | None:
    """和予以公开合起来呢, 再加上不予公开呢, 再减去无法提供呢: with all that was asked for, or added up, just now."""
    if not frame.measured() or frame.figures or frame.has("op.share", "op.than", "op.ratio", "op.average", "op.yesno"):
        return None
    parts = [p for p in (spoken.figures() if len(spoken.last.operands) == 1 else spoken.summands()) if p.rows]
    takes = frame.has("op.difference") and _LESS.match(frame.text) and len(parts) > 1
    adds = _ADDS.match(frame.text) and (frame.has("op.sum") or not any(op.id.startswith("op.") and op.id != "op.and" for op in frame.ops))
    own = spread(frame) if parts and (takes or adds) else []
    again = any((p.rows, p.columns) == (o.rows, o.columns) for p in parts for o in own)
    if not own or again or not all(o.rows for o in own):
        return None
    operands = (*in_order(parts, -1 - len(parts)), *in_order(_completed(o, parts[-1]) for o in own))
    kept = (op for op in frame.ops if op.id not in ("op.difference", "op.sum", "op.and", "op.back"))
    sign = Op("op.difference", -1, "减去") if takes else Op("op.sum", -1, "加上")
    return leaning(frame, operands, (*kept, Op("op.sum", -len(parts) - 2, "合计"), sign), MEASURE)


def _same_for_another(frame: Frame, spoken: Spoken) -> Frame | None:
    """办结呢 after 新收2022年比2021年多几件: the same step for another item."""
    own, last = frame.only(), spoken.last
    items = {(o.rows, o.columns) for o in last.operands}
    if not _alone(frame, last) or len(last.operands) < 2 or len(items) != 1 or not last.has(*_ON_THE_SAME):
        return None
    other = (replace(o, rows=own.rows or o.rows, columns=own.columns or o.columns) for o in last.operands)
    return leaning(frame, said_before(other), (*frame.ops, *last.ops), REPORT)


def _another_share(frame: Frame, spoken: Spoken) -> Frame | None:
    """部分公开呢 after 予以公开占办结的百分比: of the same whole; 诉讼里的呢 after 其他结果占复议: of its own."""
    own, last = frame.only(), spoken.last
    parts = [o for o in last.operands if len(o.rows) == 1]
    if not _alone(frame, last) or not last.has("op.share") or not len(parts) == len(last.operands) <= 2 or last.operands[0].within or last.has("op.than", "op.most", "op.least", "op.difference"):
        return None
    top = replace(last.operands[0], rows=own.rows or last.operands[0].rows, columns=own.columns or last.operands[0].columns)
    own_whole = len(last.operands) == 2 and last.operands[1].rows == last.operands[0].rows
    wholes = (replace(o, rows=top.rows) if own_whole else o for o in last.operands[1:])
    return leaning(frame, (top, *wholes), (*frame.ops, *last.ops), REPORT)


def _alone(frame: Frame, last: Frame) -> bool:
    """Nothing but another item of the kind that was asked about."""
    own = frame.only()
    plain = not any(op.id.startswith("op.") and op.id not in ("op.and", "op.within", "op.correct") for op in frame.ops)
    rows = own.rows or (last.operands[0].rows if last.operands and all(c[0] in "@." for c in own.columns) and len(own.columns) == 1 else ())
    bare = bool(rows) and not own.names and not own.years and len(rows) == 1 and bool(_AND_THAT.search(frame.text)) and len(frame.text) <= _SHORT
    return _one_item(frame) and plain and bare and bool(last.rows()) and {family(r) for r in rows} == {family(last.operands[0].rows[0])} if last.operands and last.operands[0].rows else False


def _other_side(frame: Frame, spoken: Spoken) -> Frame | None:
    """比企业呢 after 自然人比律所多几件: the first side stays."""
    last = spoken.last
    if not _one_item(frame) or not _OTHER_SIDE.fullmatch(frame.text) or len(last.operands) != 2 or not last.has("op.difference", "op.ratio") or not last.has("op.than"):
        return None
    return leaning(frame, said_before([last.operands[0], _completed(frame.only(), last.operands[1])]), last.ops, MEASURE)


def _of_all_cases(frame: Frame, spoken: Spoken) -> Frame | None:
    """其中维持的占几成 after reviews and lawsuits together: the end of both in all of both; None of anything else."""
    own, parts = frame.only(), spoken.summands() if frame.has("op.share") else []
    both = {p.rows for p in parts} == {("s4.review",), ("s4.suit",)} and all(set(p.columns) <= TOTAL_COLUMNS for p in parts)
    if not _one_item(frame) or not both or own.rows or not own.columns or not _IN_THESE.match(frame.text):
        return None
    top = replace(_completed(own, parts[0]), rows=("s4.all",), columns=own.columns)
    return leaning(frame, of_all([top], [replace(top, columns=(".total",))]), frame.ops, MEASURE)


def _of_the_sum(frame: Frame, spoken: Spoken) -> Frame | None:
    """这里面复议的占几成 after 复议加诉讼维持的一共几件: in the figures that were added up; None when the part is none of them."""
    own, last = frame.only(), spoken.last
    decisions = all(r.startswith("s2.") for r in (*own.rows, *last.rows())) and len(frame.rows()) == 1  # 处罚占多少 after three kinds of decisions: of no other whole
    parts = spoken.summands() if frame.has("op.share") and (decisions or _IN_THESE.match(frame.text)) and not own.within else []
    among = any(set(own.rows or p.rows) == set(p.rows) and set(own.columns or p.columns) == set(p.columns) for p in parts)
    if not _one_item(frame) or len(parts) < 2 or not among:
        return None
    ops = (*(op for op in frame.ops if op.id not in ("op.within", "op.sum")), Op(SUMMED, -1, "合计"))
    return leaning(frame, of_all([_completed(own, last.operands[0])], parts), ops, MEASURE)


def _against_it(frame: Frame, spoken: Spoken) -> Frame | None:
    """超过自然人了吗, 自然人是它的几倍, 总数减去企业的呢: one side is the figure of the question before."""
    before = replace(spoken.last.only(), within=False)
    if not _one_item(frame) or not before.rows:
        return None
    own = _completed(frame.only(), before)
    apart = own != before
    if _PASSES.match(frame.text):
        sides = [before, own]
    elif _OF_IT.search(frame.text) or (apart and _THAN_IT.search(frame.text) and frame.has("op.difference", "op.than")):
        sides = [own, before]
    elif frame.has("op.difference") and ((apart and _THAT_FIGURE.match(frame.text)) or _takes_from(frame, own, before)):
        sides = [before, own]
    else:
        return None
    return leaning(frame, said_before(sides), frame.ops, MEASURE)


def _takes_from(frame: Frame, own: Operand, before: Operand) -> bool:
    """减去企业的呢; 减了多少 is the list's own change."""
    return bool(_LESS.match(frame.text)) and _inside(own, before) and own.columns != (".change",)


def _inside(part: Operand, whole: Operand) -> bool:
    by_row = all(any(w in ancestors(r) or (w == "s3.result.total" and r.startswith("s3.result.") and r != w) for w in whole.rows) for r in part.rows)
    return by_row or (part.rows == whole.rows and part.columns != whole.columns)


def _part_of_it(frame: Frame, spoken: Spoken) -> Frame | None:
    """本机关没有的占多大比例 after 无法提供几件: of what was asked just now."""
    before = replace(spoken.last.only(), within=False)
    if not _one_item(frame) or not frame.has("op.share") or len(before.rows) != 1:
        return None
    own, row = _completed(frame.only(), before), before.rows[0]
    summand = _IN_THESE.match(frame.text) and set(own.rows) < set(load_derived().rows.get(row, ()))  # 其中部分公开占多少 after both together
    group = len(own.rows) == 1 and row in ancestors(own.rows[0]) and len(children(row)) > 1 and (row == "s4.suit" or row.count(".") > 1) and not before.columns
    return leaning(frame, of_all([own], [before]), frame.ops, MEASURE) if summand or (group and not frame.only().within) else None


def _one_item(frame: Frame) -> bool:
    return len(frame.operands) == 1 and frame.measured() and not frame.figures


def _completed(own: Operand, before: Operand) -> Operand:
    rows = own.rows or before.rows
    columns = own.columns or (before.columns if {family(r) for r in rows} == {family(r) for r in before.rows} else ())
    return replace(own, rows=rows, columns=columns, names=own.names or before.names, years=own.years or before.years, within=False)


RULES: tuple[Rule, ...] = (
    ("part of the applicants", _part_of_applicants),
    ("each part", _each_part),
    ("each summand", _each_summand),
    ("of last year", _of_last_year),
    ("with another", _with_another),
    ("left again", _left_again),
    ("left of it", _left_of_it),
    ("added", _added),
    ("same for another", _same_for_another),
    ("another share", _another_share),
    ("other side", _other_side),
    ("of all cases", _of_all_cases),
    ("of the sum", _of_the_sum),
    ("against it", _against_it),
    ("part of it", _part_of_it),
)
