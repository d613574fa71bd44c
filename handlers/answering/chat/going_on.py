"""A short question that does something else with what was asked just now: 反过来呢, 结果呢, 那诉讼呢 after a ranking, 跟不予公开比呢, 维持率."""

from dataclasses import replace

from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Frame, Op
from handlers.answering.asked.measures import ITEMS, TOTAL_COLUMNS, TOTALS, ancestors, family, load_derived
from handlers.answering.chat.spoken import MEASURE, REPORT, Rule, Spoken, in_order, leaning
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_TURNED_ROUND = saying("follow_ups.turned_round")
_RESULTS = saying("follow_ups.results")
_SET_BESIDE = saying("follow_ups.set_beside")
_WHICH_ONES = saying("follow_ups.which_ones")
_AND_THAT = saying("follow_ups.and_that")
_ONE_BODY = saying("follow_ups.one_body")
_COURSE = ("op.trend", "op.which_year")
_THE_OTHERS = saying("follow_ups.the_others")
_NOW = saying("follow_ups.by_now")
_BACK_TO_TOTAL = saying("follow_ups.back_to_total")
_WHO_IS_LEFT = saying("follow_ups.who_is_left")
_PLACE_IN = saying("follow_ups.place_in")
_AXES = ("op.which_agency", "op.which_year", "op.trend")
_ALONG = ("op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.trend", "op.list", "op.which_more", "op.which_less")
_SIDES = ("op.ratio", "op.share", "op.difference", "op.than")
_OF_ITS_OWN = ("s4.suit_direct", "s4.suit_after_review")  # no rate of theirs has a name
_OTHER_WAY = str.maketrans("多少高低", "少多低高")
_LIST = Op("op.list", 0, "各")


def _turned_round(frame: Frame, spoken: Spoken) -> Frame | None:
    """反过来呢 after 处罚是强制的几倍: the other way round; of one figure there is none."""
    last = spoken.last
    if not _TURNED_ROUND.fullmatch(frame.text):
        return None
    if len(last.operands) != 2 or not last.has(*_SIDES):
        return replace(frame, operands=(), unknown=(frame.text.rstrip("?？"),))
    one, other = last.operands
    swapped = (replace(other, position=one.position, within=one.within), replace(one, position=other.position, within=other.within))
    ops = (replace(op, text=op.text.translate(_OTHER_WAY)) if op.id == "op.difference" else op for op in last.ops)
    return leaning(replace(last, text=frame.text), swapped, tuple(ops), REPORT)


def _by_now(frame: Frame, spoken: Spoken) -> Frame | None:
    """现在呢 after the items of last year or their change: last year's number with the change."""
    before = spoken.last.only()
    counted = set(before.columns) & {".prev_items", ".items", ".change"} or "项" in spoken.last.text
    if not _NOW.fullmatch(frame.text) or not before.rows or not set(before.rows) <= ITEMS or not counted:
        return None
    return leaning(replace(frame, unclear=(), unknown=()), [replace(before, columns=(".current_items",))], (), REPORT)


def _in_total(frame: Frame, spoken: Spoken) -> Frame | None:
    """回到总数 after 新收几件, 企业: what was asked just now in total."""
    before = spoken.last.only()
    total = TOTALS.get(family(before.rows[0])) if len(before.rows) == 1 else None
    if total is None or not _BACK_TO_TOTAL.fullmatch(frame.text):
        return None
    return leaning(replace(frame, unclear=(), unknown=()), [replace(before, columns=(total,))], (), REPORT)


def _who_is_left(frame: Frame, spoken: Spoken) -> Frame | None:
    """是谁 after 新收去掉个人剩几件: what is left has no name."""
    found = _WHO_IS_LEFT.fullmatch(frame.text)
    return replace(frame, operands=(), unknown=(frame.text,)) if found and (found["left"] or spoken.last.has(LEFT)) else None


def _placed_in(frame: Frame, spoken: Spoken) -> Frame | None:
    """在办结里排第几 after 予以公开几件: the place of what was asked just now, no place of the whole."""
    own, before = frame.only(), spoken.last.only()
    if not frame.has("op.place") or len(own.rows) != 1 or len(before.rows) != 1 or not _PLACE_IN.match(frame.text):
        return None
    inside = own.rows[0] in ancestors(before.rows[0]) or (own.rows == ("s3.result.total",) and before.rows[0].startswith("s3.result."))
    whole = replace(own, names=own.names or before.names, years=own.years or before.years)
    return leaning(frame, in_order([before, whole]), frame.ops, MEASURE) if inside else replace(frame, operands=(), unknown=(frame.text.rstrip("?？"),))


def _of_another_applicant(frame: Frame, spoken: Spoken) -> Frame | None:
    """企业呢 after 自然人占几成: the part of another kind of applicants in all new requests."""
    last, before, own = spoken.last, spoken.last.only(), frame.only()
    rate = load_derived().rates.get(before.rows[0]) if len(before.rows) == 1 else None
    named = rate is not None and rate.numerator[0].startswith("s3.new@")
    if not named or own.rows or len(own.columns) != 1 or not own.columns[0].startswith("@"):
        return None
    top = replace(before, rows=("s3.new",), columns=own.columns, names=own.names or before.names, years=own.years or before.years)
    return leaning(frame, in_order([top], -1), (*frame.ops, Op("op.share", 0, "占几成" if "几成" in last.text else "占")), REPORT)


def _results(frame: Frame, spoken: Spoken) -> Frame | None:
    """结果呢 after 复议总共几件: how they ended."""
    before = spoken.last.only()
    if not _RESULTS.fullmatch(frame.text) or frame.rows() not in ((), ("s3.result",), ("s3.result.total",)):
        return None
    whole = set(before.columns) <= TOTAL_COLUMNS or before.rows == ("s3.new",)
    rows = before.rows if before.rows and family(before.rows[0]) == "s4" else ("s3.result",) if before.rows in (("s3.new",), ("s3.result.total",)) else ()
    if not rows or not whole:
        return replace(frame, operands=(), unknown=("结果",)) if before.rows else None
    columns = before.columns if rows == ("s3.result",) else ()
    return leaning(replace(frame, unclear=()), [replace(before, rows=rows, columns=columns, within=False)], [_LIST], REPORT)


def _same_axis(frame: Frame, spoken: Spoken) -> Frame | None:
    """那诉讼呢 after 哪家新收最多, 这几年新收的走势: the same question of another row."""
    own, last = frame.only(), spoken.last
    bare = own.rows and not (own.names or own.years or frame.figures or frame.unclear or frame.unknown) and not any(op.id.startswith("op.") and op.id not in ("op.and",) for op in frame.ops)
    if not bare or not _AND_THAT.search(frame.text) or len(last.operands) != 1 or not last.has(*_AXES) or not last.has(*_ALONG) or last.has("op.share"):
        return None
    return leaning(frame, [replace(own, names=last.only().names, years=last.only().years)], last.ops, REPORT)


def _rate_of_its_own(frame: Frame, spoken: Spoken) -> Frame | None:
    """维持率 after 直接起诉几件: of that kind of lawsuits it is a share of its own cases."""
    own = frame.only()
    rate = load_derived().rates.get(own.rows[0]) if len(own.rows) == 1 else None
    blocks = [o for o in spoken.last.operands if o.rows and o.rows[0] in _OF_ITS_OWN]
    if rate is None or not rate.id.startswith("d.suit_") or len(blocks) != 1 or own.names or own.years or "诉讼" in frame.text:
        return None
    top = replace(blocks[0], columns=(f".{rate.numerator[0].rpartition('.')[2]}",), within=False)
    return leaning(frame, [top], (*frame.ops, Op("op.share", top.position, "率")), REPORT)


def _same_share(frame: Frame, spoken: Spoken) -> Frame | None:
    """个人呢 after 申请里企业占几成: the part of another in the same whole."""
    own, last = frame.only(), spoken.last
    tops = [o for o in last.operands if not o.within]
    alone = bool(own.rows) != bool(own.columns) and not (own.names or own.years or frame.figures or frame.unclear or frame.unknown or frame.ops)
    if not alone or not _AND_THAT.search(frame.text) or not last.has("op.share") or last.has("op.most", "op.least", "op.rank", *_AXES) or len(tops) != 1:
        return None
    other = replace(tops[0], columns=own.columns) if own.columns else replace(tops[0], rows=own.rows)
    alike = {family(r) for r in own.rows} == {family(r) for r in tops[0].rows} if own.rows else own.columns[0][:1] == "".join(tops[0].columns)[:1]
    return leaning(replace(last, text=frame.text), [other if o is tops[0] else o for o in last.operands], last.ops, REPORT) if alike else None


def _which_ones(frame: Frame, spoken: Spoken) -> Frame | None:
    """是哪几家 after 超过一千件的有几家: those that were counted."""
    last = spoken.last
    counted = last.has("op.above", "op.below", "op.zero", "op.nonzero") and not frame.measured()
    return leaning(last, last.operands, last.ops, REPORT) if counted and _WHICH_ONES.fullmatch(frame.text) else None


def _beside(frame: Frame, spoken: Spoken) -> Frame | None:
    """跟不予公开比呢 after 部分公开几件: both, side by side."""
    own, before = frame.only(), spoken.last.only()
    if not _SET_BESIDE.fullmatch(frame.text) or not own.rows or not before.rows or spoken.last.has("op.share", *_AXES):
        return None
    other = replace(own, names=own.names or before.names, years=own.years or before.years)
    kept = (op for op in frame.ops if op.id not in ("op.than", "op.and"))
    return leaning(frame, in_order([before, other]), (*kept, Op("op.compare", 0, "比")), MEASURE)


def _spread(frame: Frame, spoken: Spoken) -> Frame | None:
    """相差多少 after 哪年最多 and 最少呢: between the two ends."""
    ends = [f for f in spoken.past[-2:] if f.has("op.most") != f.has("op.least")]
    both = len(ends) == 2 and ends[0].rows() == ends[1].rows() and {f.has("op.most") for f in ends} == {True, False}
    own = [op for op in frame.ops if op.id != "op.back" and not op.text.startswith("两")]  # 两家相差多少
    if not both or frame.operands or not frame.has("op.difference") or any(op.id not in ("op.difference", "op.percent", "op.share") for op in own):
        return None
    ops = {op.id: op for op in (*ends[0].ops, *ends[1].ops, *own) if op.id not in ("op.percent", "op.share")}
    return leaning(replace(spoken.last, text=frame.text), spoken.last.operands, tuple(ops.values()), REPORT)


def _which_of_one(frame: Frame, spoken: Spoken) -> Frame | None:
    """哪家多 after one body, in one year or several: there is no other to set it against."""
    bodies = frame.has("op.which_more", "op.which_less") and not frame.has("op.most", "op.least")
    word = next((op.text for op in frame.ops if bodies and op.id in ("op.which_more", "op.which_less", "op.which_agency") and _ONE_BODY.search(op.text)), None)
    alone = len(spoken.bodies()) == 1 and not frame.operands
    return replace(frame, unknown=(*frame.unknown, word)) if word and alone else None


def _of_the_course(frame: Frame, spoken: Spoken) -> Frame | None:
    """最高是多少, 最低呢 after 这几年的走势: of the years told, not of what one year is made of."""
    before = spoken.last.only()
    years = {v for y in before.years for v in (y.values if y.kind == "absolute" else (0, 1))}
    over = (spoken.last.has(*_COURSE) or len(years) > 1) and not spoken.last.has("op.share", "op.which_agency", "op.which_row", "op.which_column")
    alone = frame.has("op.most") != frame.has("op.least") and not (frame.operands or frame.unclear or frame.figures)
    if not alone or not over or len(before.rows) != 1 or len(before.names) > 1 or frame.has("op.share", "op.sum", "op.which_agency", "op.which_row", "op.which_column", "op.which_year", "op.difference"):
        return None
    return leaning(frame, [before], (*frame.ops, Op("op.which_year", -1, "")), REPORT)


def _the_others(frame: Frame, spoken: Spoken) -> Frame | None:
    """其他几家呢 after one body: every other one, of its latest report; 另一家呢: of that year."""
    found, before = _THE_OTHERS.fullmatch(frame.text), spoken.last.only()
    if not found or len(before.names) != 1 or len(before.rows) != 1 or spoken.last.has(*_AXES, *_SIDES):
        return None
    years = before.years if found["one"] and before.years else (Years("newest", ()),)
    ops = (Op("op.except", -2, "其他"), Op("op.which_agency", -1, "其他单位"), _LIST)
    return leaning(replace(frame, figures=(), unclear=(), unknown=()), [replace(before, years=years, within=False)], ops, REPORT)


OF_ENDS: tuple[Rule, ...] = (("spread", _spread), ("of the course", _of_the_course), ("the others", _the_others))
RULES: tuple[Rule, ...] = (
    ("which of one", _which_of_one),
    ("by now", _by_now),
    ("in total", _in_total),
    ("placed in", _placed_in),
    ("who is left", _who_is_left),
    ("of another applicant", _of_another_applicant),
    ("turned round", _turned_round),
    ("results", _results),
    ("same axis", _same_axis),
    ("rate of its own", _rate_of_its_own),
    ("same share", _same_share),
    ("which ones", _which_ones),
    ("beside", _beside),
)
