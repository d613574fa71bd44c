"""What a short wording means by custom: 增加了多少项 of a list of items is its change, 办理结果 as a figure is the total."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.asking import asks_amount
from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.groups import spread_out
from handlers.answering.asked.measures import APPLICANTS, ITEMS, REFUSED, children, columns_of, load_derived
from handlers.answering.asked.summed_wholes import SUMMED
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_THIS_YEAR = saying("asking.this_year")
_HEADING = saying("asking.heading_of_columns")
_HOW_HANDLED = saying("asking.how_handled")
_CHANGED = re.compile(r"增|减|降|涨|跌|升|砍|缩|裁|扩|多了|少了|新增|净")
_PURCHASES = saying("reckoning.purchases")
_MOVED_TO = saying("reckoning.moved_to")
_THAN_IT = saying("reckoning.than_it")
_SETTING_APART = ("op.which_more", "op.which_less", "op.compare", "op.than", "op.difference", "op.ratio", "op.list", "op.consistent")
_LISTING = ("op.list", "op.which_row", "op.most", "op.least", "op.count_kinds", "op.rank", "op.top", "op.nth", "op.zero", "op.nonzero", "op.above", "op.below")


def settled(frame: Frame) -> Frame:
    """The frame with customary readings made plain."""
    frame = _spanned(spread_out(_of_so_many_parts(_every_applicant(_grounds(_interchangeable(_without_heading(_how_handled(_against_it(frame)))))))))
    settled_ones = [_settled(o, frame) for o in _in_one_year(frame)]
    if len({(o.names, o.rows, o.columns) for o in settled_ones}) == 1 and settled_ones[0].columns == (".change",):
        settled_ones = [next((o for o in settled_ones if o.years), settled_ones[0])]
    settled_ones = [_of_one_list(o, settled_ones, frame) for o in settled_ones]
    different = {(o.names, o.years, o.rows, o.columns, o.within and frame.has(SUMMED)): o for o in reversed(settled_ones)}
    operands = tuple(reversed(different.values()))
    return frame if operands == frame.operands else replace(frame, operands=operands)


def of_this_year(frame: Frame) -> Frame:
    """今年新公开了几件 with no year said here or before: the column is called so, but the year of the calendar is meant."""
    if not frame.measured() or any(o.years for o in frame.operands) or not _THIS_YEAR.search(frame.text):
        return frame
    return replace(frame, operands=tuple(replace(o, years=(Years("relative", (0,)),)) for o in frame.operands))


def _against_it(frame: Frame) -> Frame:
    """部分公开9件，予以公开比它多几件: 它 is what was said first, and the other is set against it."""
    found = _THAN_IT.search(frame.text)
    steps = [op.position for op in frame.ops if op.id in ("op.than", "op.ratio", "op.difference", "op.growth")]
    if not found or len(frame.operands) != 2 or not steps or not 0 <= frame.operands[0].position < frame.operands[1].position < max(steps) or "比" in frame.text[: found.start()]:
        return frame
    it, own = frame.operands
    own = replace(own, names=own.names or it.names, years=own.years or it.years)
    return replace(frame, operands=(own, it), figures=tuple(f for f in frame.figures if f[0] > own.position))


def _how_handled(frame: Frame) -> Frame:
    """申请都是怎么处理的, 办理情况怎么样: how many ended in which way, not how many there are."""
    asked = frame.rows() == ("s3.result",) and {op.id for op in frame.ops} <= {"op.all", "op.back"} and _HOW_HANDLED.search(frame.text) and not asks_amount(frame)
    return replace(frame, ops=(Op("op.list", -1, "各"),)) if asked else frame


def _without_heading(frame: Frame) -> Frame:
    """申请人类别里写“商业企业”的: the heading of the columns asks nothing when a column is named."""
    if not frame.columns():
        return frame
    ops = tuple(op for op in frame.ops if op.id != "op.which_column" or not _HEADING.fullmatch(op.text))
    return frame if len(ops) == len(frame.ops) else replace(frame, ops=ops)


def _interchangeable(frame: Frame) -> Frame:
    """主动公开信息总量: figures of the prose of which a report gives one or the other need no choice."""
    instead = load_derived().instead
    for unclear in frame.unclear:
        first, *others = (s.id for s in unclear.senses)
        if others and not frame.rows() and all(other in instead.get(first, ()) for other in others):
            operands = tuple(replace(o, rows=(others[0],)) for o in frame.operands or (Operand(),))
            return replace(frame, operands=operands, unclear=tuple(u for u in frame.unclear if u != unclear))
    return frame


_SO_MANY_PARTS = re.compile("(?<![前哪第这那几])([三五八358])(?:条|项|种|类|个)(?:法定)?的?(?:理由|情形|原因)")
_PARTS = {c: n for n, digits in ((3, "三3"), (5, "五5"), (8, "八8")) for c in digits}


def _of_so_many_parts(frame: Frame) -> Frame:
    """八条理由里有数的几条: the only outcome that has so many reasons."""
    said = _SO_MANY_PARTS.search(frame.text) if frame.figures and not frame.measured() and not frame.unclear else None
    number = _PARTS[said[1]] if said else 0
    groups = [r for r in REFUSED[:-1] if len(children(r)) == number]
    if len(groups) != 1 or frame.has("op.top"):
        return frame
    operands = tuple(replace(o, rows=(groups[0],)) for o in frame.operands or (Operand(),))
    return replace(frame, operands=operands, figures=tuple((at, f) for at, f in frame.figures if f.value != number))


def _grounds(frame: Frame) -> Frame:
    """不予公开的主要原因是什么: the grounds are rows of the form, and their sum is not asked for."""
    asked = any(m.has("why") for m in frame.topics) and bool(_GROUNDS.search(frame.text)) and not asks_amount(frame)
    rows = frame.rows()
    if not asked or not rows or not set(rows) <= set(REFUSED[:-1]) or {op.id for op in frame.ops} - {"op.all", "op.back"}:
        return frame
    return replace(frame, ops=(*frame.ops, Op("op.which_row", -1, "原因")))


def _every_applicant(frame: Frame) -> Frame:
    """六类申请人加起来等于3119吗: what each kind of applicants asked for, added up; 哪类申请人最多 asks it of new requests."""
    added = any(op.id == "op.sum" and _ADDED.search(op.text) for op in frame.ops)
    if frame.has("op.which_column") and frame.has("op.most", "op.least", "op.zero", "op.nonzero") and not (frame.measured() or frame.unclear or frame.has("op.which_row", "op.which_agency", "op.which_year")):
        return replace(frame, operands=tuple(replace(o, rows=("s3.new",)) for o in frame.operands or (Operand(),)))
    makeup = frame.op("op.which_column")
    if makeup and _MADE_UP.search(makeup.text) and not frame.measured() and not frame.unclear:  # 申请人构成情况
        operands = tuple(replace(o, rows=("s3.new",)) for o in frame.operands or (Operand(),))
        return replace(frame, operands=operands, ops=(*(op for op in frame.ops if op is not makeup), Op("op.list", makeup.position, makeup.text)))
    if not added or not frame.has("op.which_column") or frame.measured() or (frame.has("op.consistent", "op.check") and not frame.figures) or frame.has("op.most", "op.least", "op.rank"):
        return frame
    columns = tuple(f"@{a}" for a in APPLICANTS)
    operands = tuple(replace(o, rows=("s3.new",), columns=columns) for o in frame.operands or (Operand(),))
    figures = tuple((at, f) for at, f in frame.figures if f.unit not in ("类", "种", "者"))
    return replace(frame, operands=operands, ops=tuple(op for op in frame.ops if op.id not in ("op.which_column", "op.list")), figures=figures, unclear=())


_GROUNDS = re.compile("(?:原因|理由|缘由|由头)(?!.*(?:为什么|为啥))")
_MADE_UP = re.compile("构成|结构|组成")
_ADDED = re.compile("加|合|总和|之和|相加|累计|归")
_OF_ITEMS = re.compile(r"项|\bitems?\b")
_BEFORE = re.compile("上一?年|去年|原[来有先]|基数|期初|年初")
_APART = ("op.difference", "op.growth", "op.direction", "op.than")
_BETWEEN = re.compile(r"\bbetween\b|之间|年间")


def _spanned(frame: Frame) -> Frame:
    """On average between 2019 and 2022: all the years from the one to the other, unless the two are set against each other; 从2021到2022降到几件: the last."""
    if _MOVED_TO.search(frame.text) and not frame.has("op.trend", "op.list", "op.than", "op.growth", "op.share"):
        still = tuple(op for op in frame.ops if op.id not in ("op.difference", "op.direction"))
        return replace(frame, operands=tuple(replace(o, years=tuple(map(_ended, o.years))) for o in frame.operands), ops=still)
    if not _BETWEEN.search(frame.text) or not frame.has("op.average", "op.sum", "op.trend", "op.most", "op.least", "op.rank", "op.which_year"):
        return frame
    return replace(frame, operands=tuple(replace(o, years=tuple(map(_filled, o.years))) for o in frame.operands))


def _ended(years: Years) -> Years:
    return replace(years, values=years.values[-1:]) if years.kind == "absolute" else years


def _filled(years: Years) -> Years:
    ends = years.values
    return replace(years, values=tuple(range(ends[0], ends[1] + 1))) if years.kind == "absolute" and len(ends) == 2 and ends[0] < ends[1] else years


def _in_one_year(frame: Frame) -> Sequence[Operand]:
    """收费项目2020年比上一年多几项: the year before is printed in the report of the year itself."""
    rows = {r for o in frame.operands for r in o.rows}
    said = [y for o in frame.operands for y in o.years]
    columns = {c for o in frame.operands for c in o.columns}
    items = (_OF_ITEMS.search(frame.text) or (frame.elliptic and columns)) and columns <= {".change", ".prev_items", ".items", ".current_items"}
    own = tuple(dict.fromkeys(y for y in said if not _year_before(y, said, frame.has(*_APART))))
    if len(rows) != 1 or not rows <= ITEMS or not items or len(own) == len(set(said)):
        return frame.operands
    if ".current_items" in columns or (frame.has("op.sum", "op.and") and re.search("(?<![增追])加", frame.text)) or (".change" in columns and _taken_in(frame)):
        return (replace(frame.operands[0], rows=tuple(rows), columns=(".current_items",), years=tuple(y for y in own if y.kind == "absolute")),)
    column = ".change" if frame.has("op.difference", "op.growth", "op.less", "op.more", "op.than", "op.direction") or (".change" in columns and not frame.has("op.list", "op.and")) else ".prev_items"
    return (replace(frame.operands[0], rows=tuple(rows), columns=(column,), years=own),)


def _settled(operand: Operand, frame: Frame) -> Operand:
    if operand.rows == ("s4.all",) and frame.has(*_SETTING_APART) and not frame.has("op.ends") and not (frame.has("op.share") and len(frame.operands) > 1):
        operand = replace(operand, rows=("s4.review", "s4.suit"))
    if operand.rows == ("disclosed",) and len(frame.operands) == 1 and frame.has("op.difference", "op.which_more", "op.which_less", "op.compare", "op.ratio") and "partial" in frame.text:
        operand = replace(operand, rows=load_derived().rows["disclosed"])  # difference between full and partial disclosure
    if operand.rows and set(operand.columns) <= {".prev_items", ".items"} and set(operand.rows) <= ITEMS and _asks_change(operand, frame):
        operand = replace(operand, columns=(".change",), years=tuple(y for y in operand.years if y.kind != "previous"))
    if operand.columns == (".change",) and set(operand.rows) <= ITEMS:  # 上年多少，变化多少: the change is this year's own figure
        operand = replace(operand, years=tuple(y for y in operand.years if y.kind != "previous"))
    if operand.rows and not operand.columns and _place_in_table(frame):
        columns = columns_of(operand.rows[0], "2019") if operand.rows[0].startswith("s2.") else ()
        place = _place_in_table(frame)
        operand = replace(operand, columns=(f".{columns[place - 1]}",)) if place <= len(columns) else operand
    if operand.rows == ("s2.art20_9.procurement",) and not operand.columns and _PURCHASES.search(frame.text):
        operand = replace(operand, columns=(".items",))
    rows = _nth_of_group(_prose_of(operand.rows, frame), frame)
    operand = operand if rows == operand.rows else replace(operand, rows=rows)
    if "s3.result" in operand.rows and not frame.has(*_LISTING):
        operand = replace(operand, rows=tuple("s3.result.total" if r == "s3.result" else r for r in operand.rows))
    return operand


def _year_before(years: Years, said: Sequence[Years], apart: bool) -> bool:
    """上一年, 去年 beside 2020, 前年 beside 去年; 2019 beside 2020 when the two are set `apart`; 去年 alone is the report's own year."""
    if years.kind == "absolute":
        return apart and len(years.values) == 1 and Years("absolute", (years.values[0] + 1,)) in said
    after = [y for y in said if (y.kind == "absolute" and years.values == (-1,)) or (y.kind == "relative" and y.values == (years.values[0] + 1,))] if years.kind == "relative" else []
    return years.kind == "previous" or bool(after)


def _of_one_list(operand: Operand, operands: Sequence[Operand], frame: Frame) -> Operand:
    """上一年的项目数加上本年增减, 项目数比上一年多几项: both stand in one report and make one figure."""
    columns = {c for o in operands for c in o.columns}
    rows = {r for o in operands for r in o.rows}
    if not rows <= ITEMS or not columns <= {".change", ".prev_items", ".items", ".current_items"}:
        return operand
    if len(rows) > 1:  # 处罚和强制的项目数分别增了多少
        changed = columns == {".change", ".prev_items"} and frame.has("op.list") and not _BEFORE.search(frame.text)
        return replace(operand, columns=(".change",)) if changed else operand
    together = (frame.has("op.sum") and ".prev_items" in columns) or _taken_in(frame)
    if ".current_items" in columns or (".change" in columns and together):
        return replace(operand, columns=(".current_items",))
    if ".change" in columns and len(columns) > 1 and not frame.has("op.list", "op.and"):
        return replace(operand, columns=(".change",))
    return operand


def _taken_in(frame: Frame) -> bool:
    """上一年的再算上增减: one figure is to be counted with the other."""
    return bool(re.search("算上|连上|加上|连同|算进|计入", frame.text))


def _place_in_table(frame: Frame) -> int:
    """第三个数 → 3."""
    op = frame.op("op.nth")
    return "一二三四五六七八九十".index(op.text[1]) + 1 if op and op.text.endswith("数") else 0


def _nth_of_group(rows: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    """不予公开下面第四小项: the fourth row of that group, in the order of the form."""
    op = frame.op("op.nth")
    parts = children(rows[0]) if len(rows) == 1 else ()
    if not op or not op.text.endswith("小项") or len(parts) < 2:
        return rows
    digit = op.text[1]
    place = int(digit) if digit.isdigit() else "一二三四五六七八九".find(digit) + 1
    return (parts[place - 1],) if 0 < place <= len(parts) else rows


def _prose_of(rows: tuple[str, ...], frame: Frame) -> tuple[str, ...]:
    """规范性文件 in a list of figures of the prose is the prose's own figure."""
    listed = sum(r.startswith("n.") for r in frame.rows())
    return tuple("n.normative" if r == "s2.art20_1.normative" and listed > 1 else r for r in rows)


def _asks_change(operand: Operand, frame: Frame) -> bool:
    """One year's list of items grew or shrank: the net change row."""
    words = "".join(op.text for op in frame.ops if op.id in ("op.difference", "op.growth", "op.direction", "op.less", "op.more"))
    years = {v for o in frame.operands for y in o.years if y.kind == "absolute" for v in y.values}
    rows = {r for o in frame.operands for r in o.rows}
    bodies = frame.has("op.list") and len({n for o in frame.operands for n in o.names}) > 1 and not frame.has("op.than")  # 平潭、邓州收费各减少多少
    of_items = "项" in frame.text or bodies or (frame.elliptic and (bool(operand.columns) or "year" in frame.inherited or not years))
    return bool(_CHANGED.search(words)) and len(years) <= 1 and len(rows) == 1 and not frame.has("op.trend") and of_items
