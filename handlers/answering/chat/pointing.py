"""第二个呢, 后者占几成, 剩下的呢: which of the figures spoken of before is meant."""

import re
from dataclasses import replace

from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.measures import TOTAL_COLUMNS, ancestors, children, crosses
from handlers.answering.chat.spoken import REPORT, Spoken, in_order, leaning, spread
from handlers.answering.words.speech import saying

_ORDINAL = re.compile(r"(?:第(?!头)|(?=头一))([一二三四五1-5两]|头一)(?:个|项|种|类|样|条(?<=头一条))(?![季月年半])|(前者|前一[个项种]|前[面头边](?:的?[那这][个项]|的)|上面那[个项])|(后者|后一[个项种]|后[面头边](?:的?[那这][个项]|的)|底下那[个项]|下面那[个项]|最后[一那][个项])")
_OF_REASONS = re.compile("(?:第.|头一)(?:个|项|种|类|样|条)(?:原因|理由|情形)")
_PLACES = {c: i for i, c in enumerate("一二三四五")} | {c: i for i, c in enumerate("12345")} | {"两": 1, "头一": 0}
_REST = saying("follow_ups.the_rest")
_POINTING = ("op.top", "op.back", "op.nth", "op.place")
_NEXT = saying("follow_ups.the_next")
_RECKONING = ("op.share", "op.difference", "op.sum", "op.ratio", "op.than", "op.most", "op.least", "op.growth", "op.average")
_COUNTED = re.compile("[几多少][件个份宗]")
_RESULT = re.compile(r"s3\.result\.[a-z]+")
_AMOUNT = re.compile(r"多少|几[件个份起宗项条]|若干")


def pointed(frame: Frame, spoken: Spoken) -> tuple[Frame, Spoken]:
    """(frame without the pointing words' own meaning, what was spoken of, ending with the one figure pointed at)."""
    found, last = _ORDINAL.search(frame.text), spoken.last
    reasons = _reasons(frame, last) if found else []
    items = (reasons or spoken.listed()) if found and (reasons or not _told_one_by_one(last)) else []
    place = _place(found, len(items)) if found else None
    if place is None or not 0 <= place < len(items):
        listed = _OF_REASONS.search(frame.text) or (found and found[1] and last.has("op.list", "op.which_row"))
        unknown = (found[0],) if found and listed and (frame.has("op.share") or not frame.measured()) else ()
        return replace(frame, unknown=(*frame.unknown, *unknown)), spoken
    gone = ("op.list", "op.and", "op.back") + (("op.define",) if _AMOUNT.search(frame.text) else ())
    meant = replace(last, operands=(items[place],), ops=tuple(o for o in last.ops if o.id not in gone), definitions=() if "op.define" in gone else last.definitions)
    ops = tuple(o for o in frame.ops if o.id not in _POINTING and not (reasons and o.id == "op.which_row"))
    whole = (items[place], replace(last.operands[0], within=True)) if reasons and frame.has("op.share") and not frame.operands else frame.operands
    return replace(frame, operands=whole, ops=ops, figures=()), replace(spoken, past=(*spoken.past, meant))


def _told_one_by_one(last: Frame) -> bool:
    """分别是什么 after 不予公开几件: which parts were told, and in what order, the frames do not say."""
    rows = last.rows()
    return last.has("op.list", "op.which_row") and len(last.operands) == len(rows) == 1 and len(children(rows[0])) > 1


def _reasons(frame: Frame, last: Frame) -> list[Operand]:
    """第二种原因 after 无法提供几件: in the order of the form, unless they were told one by one."""
    group = last.only() if not last.has("op.list", "op.which_row") else Operand()
    parts = children(group.rows[0]) if len(group.rows) == 1 and _OF_REASONS.search(frame.text) else ()
    return [replace(group, rows=(part,), within=False) for part in parts] if len(parts) > 1 else []


def the_pair(frame: Frame, spoken: Spoken) -> Frame | None:
    """前一个比后一个多几件, 第二个是第一个的几倍: both figures pointed at, in the order said."""
    found = list(_ORDINAL.finditer(frame.text))
    items = spoken.listed() if len(found) == 2 and not frame.measured() else []
    places = [_place(one, len(items)) for one in found]
    chosen = [items[p] for p in dict.fromkeys(places) if p is not None and 0 <= p < len(items)]
    if len(chosen) != 2:
        return None
    operands, ops = in_order(chosen), [o for o in frame.ops if o.id not in (*_POINTING, "op.share")]
    if frame.has("op.share"):  # 前者占后者多少
        operands, ops = (*in_order(chosen[:1], -1), *in_order(chosen[1:], 1)), [Op("op.share", 0, f"占{'几成' if '成' in frame.text else ''}"), *ops]
    return leaning(replace(frame, figures=(), unclear=()), operands, ops)


def the_next(frame: Frame, spoken: Spoken) -> Frame | None:
    """第二呢 after 哪条理由最多: the one that comes after the foremost; None when none was asked for."""
    found, last = _NEXT.fullmatch(frame.text), spoken.last
    if not found or not last.has("op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.nth") or frame.measured():
        return None
    place = found["place"] or "二"
    kept = tuple(op for op in last.ops if op.id not in ("op.most", "op.nth", "op.rank", "op.top", "op.difference", "op.share", "op.percent"))
    kept = tuple(replace(op, id="op.rank_up") if op.id == "op.least" else op for op in kept if op.id != "op.rank_up" or found["below"] is None)
    place = f"倒数第{place}" if found["below"] else f"第{place}多"
    asked = frame.text if last.has("op.share") else last.text
    return leaning(replace(last, text=asked), last.operands, (*kept, Op("op.nth", 0, place)), REPORT)


def the_rest(frame: Frame, spoken: Spoken) -> Frame | None:
    """剩下的呢 after a whole and one of its parts, or their share: the whole less the part; None when nothing like that was asked."""
    last, share = spoken.last, spoken.last.op("op.share")
    if not _REST.fullmatch(frame.text):
        return None
    several = [] if share or frame.has("op.share") else _whole_and_parts(spoken)
    if len(several) > 2:
        return leaning(replace(frame, unclear=(), unknown=(), definitions=()), in_order(several), (Op(LEFT, 0, "其余"),))
    pair = _of_share(last) if share else _part_of_row(last) or _whole_and_part(*spoken.past[-2:])
    if pair:
        told = (op for op in (frame if frame.has("op.share") else last).ops if op.id in ("op.share", "op.percent"))
        part = frame.has("op.share") or (share and not _COUNTED.search(frame.text))
        ops = (*told, Op(LEFT, 0, "其余")) if part else (Op("op.difference", 0, "减去"),)
        return leaning(replace(frame, unclear=(), unknown=(), definitions=()), in_order(pair), ops)
    return replace(frame, operands=(), unknown=(*frame.unknown, "剩下")) if share or "剩" in frame.text or "余" in frame.text else None


def _of_share(last: Frame) -> tuple[Operand, Operand] | None:
    """办结里予以公开占几成: the whole and its one part."""
    parts, share = spread(last), last.op("op.share")
    behind = [o for o in parts if o.within] or [o for o in parts if share and o.position > share.position]
    before = [o for o in parts if o not in behind]
    if len(before) == 1 and not behind and len(before[0].rows) == 1 and _RESULT.fullmatch(before[0].rows[0]):  # 予以公开占几成: of all that was handled
        behind = [replace(before[0], rows=("s3.result.total",))]
    if len(before) != 1 or len(behind) != 1:
        return None
    whole, part = behind[0], before[0]
    part = replace(part, rows=part.rows or whole.rows, names=part.names or whole.names, years=part.years or whole.years)
    alike = "s3.new" not in whole.rows or whole.rows == part.rows  # what was done with requests is no part of the new ones alone
    return _whole_and_part(Frame(operands=(replace(whole, names=part.names, years=part.years),)), Frame(operands=(part,))) if alike else None


def _part_of_row(last: Frame) -> tuple[Operand, Operand] | None:
    """部分公开里自然人几件: the row and its part for one applicant, asked in one question."""
    alone = last.only()
    if len(alone.rows) != 1 or len(alone.columns) != 1 or not alone.columns[0].startswith("@") or alone.columns[0] in TOTAL_COLUMNS or last.has(*_RECKONING):
        return None
    return replace(alone, columns=("@total",)), alone


def _whole_and_parts(spoken: Spoken) -> list[Operand]:
    """办结多少, 个人的, 企业的: the whole and its parts asked for in a row; of one row under several applicants the whole goes without saying; [] when they are not of one kind."""
    parts: list[Operand] = []
    for frame in reversed(spoken.past):
        if parts and all(_whole_and_part(frame, Frame(operands=(p,))) for p in parts):
            return [frame.only(), *parts]
        items = spread(frame)
        if frame.has(*_RECKONING) or not all(_beside(i, (parts or items)[0]) for i in items):
            break
        parts = [*(i for i in items if i not in parts), *parts]
    applicants = len({p.rows for p in parts}) == 1 and all(len(p.columns) == 1 and p.columns[0].startswith("@") for p in parts)
    return [replace(parts[0], columns=("@total",)), *parts] if applicants else []


def _beside(one: Operand, other: Operand) -> bool:
    """Told of one report, alike in row or in column, and neither a total."""
    same = (one.names, one.years) == (other.names, other.years) and (one.rows == other.rows or one.columns == other.columns)
    return same and bool(one.rows) and not (set(one.columns) & TOTAL_COLUMNS) and (one.rows == other.rows or not any(a in ancestors(b) for a, b in ((*one.rows, *other.rows), (*other.rows, *one.rows))))


def _whole_and_part(one: Frame, other: Frame | None = None) -> tuple[Operand, Operand] | None:
    whole, part = one.only(), other.only() if other else Operand()
    if len(whole.rows) != 1 or len(part.rows) != 1 or not set(whole.columns) <= TOTAL_COLUMNS or (whole.names, whole.years) != (part.names, part.years):
        return None
    result = whole.rows[0] == "s3.result.total" and _RESULT.match(part.rows[0]) is not None and part.rows != whole.rows
    inside = result or whole.rows[0] in ancestors(part.rows[0]) or (whole.rows == part.rows and set(part.columns) - TOTAL_COLUMNS and not part.rows[0].startswith("s2."))
    return (whole, part) if inside else None


def _place(found: re.Match[str], count: int) -> int | None:
    if found[1]:
        return _PLACES[found[1]]
    return count - 1 if found[3] else count - 2 if count > 1 else None


def of_what_is_left(frame: Frame, spoken: Spoken) -> Frame | None:
    """维持的呢 after 诉讼里不算复议后的: said of the whole and of what is taken out of it; None when nothing was."""
    last, said = spoken.last, frame.only()
    left, slot = last.op(LEFT), "columns" if said.columns else "rows"
    new = getattr(said, slot)
    own = {tuple(c for c in getattr(o, slot) if c not in TOTAL_COLUMNS) for o in last.operands}
    if not left or len(new) != 1 or (said.rows and said.columns) or said.names or len(own) > 1:
        return None
    operands = [replace(o, rows=said.rows or o.rows, columns=said.columns or o.columns, years=said.years or o.years) for o in last.operands]
    fits = all(crosses(r, c) for o in operands for r in o.rows for c in o.columns)
    return leaning(frame, operands, (*frame.ops, left), REPORT) if fits else None
