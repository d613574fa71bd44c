"""Questions answered yes or no, always with the figure that proves it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.asking import is_range
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import Measure, ancestors, family, label
from handlers.answering.models import Verdict
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, baseless, missing, value_of, who
from handlers.answering.operations.bases import default_base
from handlers.answering.operations.conditions import condition
from handlers.answering.operations.fractions import fraction, passes
from handlers.answering.operations.lookup import distinct_names, made_up, notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.speech import saying

_FALLING = re.compile("减|砍|少了|降|削|缩|跌|\\b(?:fall|fell|fallen|drop|dropped|decrease|decreased|decline|declined|shrink|shrank|cut|reduced)\\b")
_EQUALS_FIRST = re.compile("(?:是不是|是否|会不会|能不能)?(?:刚好|正好|恰好)?等(?:不等)?于")

_CLOSED = ("s3.new", "s3.result.total", "s3.result", "s3.carried_out")  # rows that 都办完了吗 is asked of
_ALL_GRANTED = saying("asking.all_granted")
_EVERY_ONE = saying("asking.of_every_one")
_ALL_ARE = saying("asking.all_are")
_ALL_DONE = re.compile("[都全](?:部)?(?:给|已经?)?(?:办|答|回|处理|审|了结|弄|整|搞)")


def compare(ask: Ask) -> Result:
    """哪个多: the larger one first; 对比: in the order asked."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    compared_ones = [i for i in items if not ask.frame.operands[i.operand].within]  # 复议里，纠正的谁多: the whole is not compared
    readings = [ask.read(i) for i in (compared_ones if len(compared_ones) > 1 else items)]
    short = missing(readings, ask.directory) or baseless(readings) or incomparable(readings)
    if short:
        return short
    if len(readings) < 2:
        return Shortfall("not_understood", "second_operand")
    return compared(ask, readings)


def compared(ask: Ask, readings: Sequence[Reading]) -> Answer:
    """Two figures or more side by side, the larger named."""
    names = dict(zip(map(id, readings), distinct_names(readings), strict=True))
    fewest = ask.frame.has("op.which_less", "op.least") != _cut(ask, readings)
    ordered = sorted(readings, key=lambda r: r.value or Decimal(0), reverse=not fewest)
    tie = ordered[0].value == ordered[1].value
    word = "少" if ask.frame.has("op.which_less", "op.least") else "多" if ordered[0].unit != "%" else "高"
    listed = "，".join(f"{names[id(r)]} {amount(r)}" for r in readings)
    word = f"减得{word}" if _cut(ask, readings) else word
    head = f"一样{word}：{listed}" if tie else f"{names[id(ordered[0])]}更{word}：{listed}"
    years = sorted({r.year for r in readings if r.year})
    notes = (f"年份不同（{'、'.join(map(str, years))}）",) if len(years) > 1 and len({r.agency for r in readings}) > 1 else ()
    values = readings if ask.frame.has("op.compare") and not ask.frame.has("op.which_more", "op.which_less", "op.most", "op.least", "op.rank") else ordered
    lines = tuple(f"{names[id(r)]}：{r.formula} = {amount(r)}" for r in readings if r.formula)
    return Answer(tuple(value_of(r) for r in values), head, lines, (*notes, *notes_of(readings)), readings=tuple(readings))


def _cut(ask: Ask, readings: Sequence[Reading]) -> bool:
    """谁砍得多 of net changes that are all negative: the one that fell furthest."""
    changes = all(r.measure.column == "change" and r.value is not None and r.value <= 0 for r in readings)
    return changes and bool(_FALLING.search(ask.frame.text))


def yes_or_no(ask: Ask) -> Result:
    """有没有, 是不是, 超过…吗, 比…多吗, 都是…吗."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    if ask.frame.has("op.share") and len(ask.frame.figures) > 1 and not is_range(ask.frame):  # 1362件，占办结四成多吧: two claims
        return Shortfall("not_understood", "steps_left", (("words", "占"),))
    part_of = fraction(ask)
    if part_of and items:
        return passes(ask, items, part_of)
    if items and _of_all(ask) and (whole := _of_whole(ask, items[0])):
        return whole
    parts = [i for i in items if not ask.frame.operands[i.operand].within]  # 直接起诉里维持的比纠正的多吗: the whole is not compared
    readings = [ask.read(i) for i in (parts if len(parts) > 1 else items)]
    short = missing(readings, ask.directory) or baseless(readings)
    if short or not readings:
        return short or Shortfall("not_understood", "nothing_to_rank")
    unbounded = ask.frame.has("op.above", "op.below") and not ask.frame.figures
    if len(readings) == 2 and (unbounded or ask.frame.has("op.than", "op.more", "op.less", "op.consistent")):
        return _one_against_other(ask, readings)
    if len(readings) > 2 and ask.frame.has("op.than", "op.consistent") and not ask.frame.figures:
        return Shortfall("not_understood", "second_operand")
    if ask.frame.has("op.direction") or (items and items[0].measure.column == "change" and not ask.frame.figures):
        return changed(ask, readings[0])
    return _holds(ask, readings)


def _of_all(ask: Ask) -> bool:
    """都办完了吗, 是不是所有申请都给了."""
    return ask.frame.has("op.all") or any(pattern.search(ask.frame.text) for pattern in (_ALL_GRANTED, _EVERY_ONE))


def _of_whole(ask: Ask, item: Item) -> Result | None:
    """都办完了吗; 不予处理的25件全是信访吗, also when 25 were not all; None when neither part nor whole is that many."""
    if ask.frame.figures and (len(ask.frame.figures) > 1 or ask.frame.has("op.above", "op.below", "op.zero")):
        return None
    made = _all_of(ask, item)
    said = ask.frame.figures[0][1].value if ask.frame.figures else None
    return made if said is None or (isinstance(made, Answer) and any(r.value == said for r in made.readings)) else None


def _holds(ask: Ask, readings: Sequence[Reading]) -> Result:
    reading = readings[0]
    if reading.words:
        return _named(ask, reading)
    if ask.frame.has("op.negative") and reading.value is not None:
        return _below_zero(reading)
    bounded = bool(ask.frame.figures) or ask.frame.has("op.zero", "op.nonzero")
    if reading.unit != "倍" and any(f.unit == "倍" for _, f in ask.frame.figures):  # 翻一番了吗: of what nobody said
        return Shortfall("not_understood", "second_operand")
    test, words = condition(ask, reading.unit) if bounded else ((lambda v: v > 0), "")
    holds = [r.value is not None and test(-r.value if _fallen(ask, r) else r.value) for r in readings]
    truth = all(holds) if bounded and ask.frame.has("op.all") else any(holds)
    verdict: Verdict = "yes" if truth else "no"
    if bounded:
        head = f"{'是' if truth else '否'}。{who(reading)}{reading.label}：{amount(reading)}（问的是{words}）"
    else:
        listed = "，".join(f"{r.label} {amount(r)}" for r in readings)
        head = f"{'有' if truth else '没有'}。{who(reading)}{listed}"
    lines = (*made_up(reading), *_whole(ask, reading))
    readings = [*readings, *_printed_total(ask, reading), *_total_of_all(ask, reading)]
    return Answer(tuple(value_of(r) for r in readings), head, lines, notes_of(readings), verdict=verdict, readings=tuple(readings))


def _named(ask: Ask, reading: Reading) -> Answer:
    """查阅场所是不是档案局: yes where the question says what the report names; of anything else the report's words alone."""
    said = reading.words in ask.frame.text or (reading.words[0] in "省市区县" and reading.words[1:] in ask.frame.text)
    head = f"{'是。' if said else ''}{who(reading)}{reading.label}：{reading.words}"
    return Answer((value_of(reading),), head, (), notes_of([reading]), verdict="yes" if said else None, readings=(reading,))


def _fallen(ask: Ask, reading: Reading) -> bool:
    """减少了五十项，对不对 of a net change: how far it fell."""
    return reading.measure.column == "change" and bool(_FALLING.search(ask.frame.text.replace("增减", "").replace("增/减", ""))) and any(f.value > 0 for _, f in ask.frame.figures)


def _below_zero(reading: Reading) -> Answer:
    """是负数吗: with the figure."""
    truth = reading.value is not None and reading.value < 0
    head = f"{'是' if truth else '否'}。{who(reading)}{reading.label}：{amount(reading)}"
    return Answer((value_of(reading),), head, (), reading.notes, verdict="yes" if truth else "no", readings=(reading,))


def _printed_total(ask: Ask, reading: Reading) -> list[Reading]:
    """Beside the sum of all results the total that the report prints."""
    if reading.measure.row != "details_sum" or reading.report is None:
        return []
    total = ask.reader.read(reading.report, Measure("s3.result.total", reading.measure.column))
    return [total] if total.state == "ok" else []


def _whole(ask: Ask, reading: Reading) -> tuple[str, ...]:
    """How many cases there were in all, when one outcome is asked about."""
    return tuple(f"{total.label} {amount(total)}" for total in _cases(ask, reading))


def _cases(ask: Ask, reading: Reading) -> list[Reading]:
    if family(reading.measure.row) != "s4" or reading.measure.column == "total" or reading.report is None:
        return []
    total = ask.reader.read(reading.report, Measure(reading.measure.row, "total"))
    return [total] if total.state == "ok" else []


def _total_of_all(ask: Ask, reading: Reading) -> list[Reading]:
    """那41件都维持了吗: of all cases, whose number proves it."""
    return _cases(ask, reading) if _of_all(ask) else []


def _less(ask: Ask) -> bool:
    """比…少, 不如…多."""
    behind = any(op.id == "op.less" and len(op.text) > 1 for op in ask.frame.ops) or bool(re.search("[变减降]?[少低]了(?:吗|没|么|，|[?？]|$)", ask.frame.text))
    return behind or (ask.frame.has("op.less", "op.below") and not ask.frame.has("op.more", "op.above"))


def _one_against_other(ask: Ask, readings: Sequence[Reading]) -> Result:
    short = incomparable(readings)
    if short:
        return short
    if _EQUALS_FIRST.match(ask.frame.text):  # 是不是等于办结加结转: of what nobody said
        return Shortfall("not_understood", "second_operand")
    one, other = readings
    a, b = one.value or Decimal(0), other.value or Decimal(0)
    as_much = any(op.id == "op.than" and "有" in op.text for op in ask.frame.ops)
    truth = a == b if ask.frame.has("op.consistent") else a < b if _less(ask) else a > b or (as_much and a == b)
    names = distinct_names(readings)
    same = "一样多：" if as_much and a == b else ""
    head = f"{'是' if truth else '否'}。{same}{names[0]} {amount(one)}，{names[1]} {amount(other)}"
    return Answer((value_of(one), value_of(other)), head, (), notes_of(readings), verdict="yes" if truth else "no", readings=tuple(readings))


def changed(ask: Ask, reading: Reading) -> Result:
    falls = ask.frame.has("op.less") or bool(re.search("(?<!增)[少降减砍缩]|走低|往下|下滑|回落", ask.frame.text))
    value = reading.value or Decimal(0)
    truth = value < 0 if falls else value > 0
    word = "减少" if value < 0 else "增加"
    head = f"{'是' if truth else '否'}。{who(reading)}{reading.label}：{amount(reading)}（{word} {plain(abs(value))} {reading.unit}）"
    return Answer((value_of(reading),), head, (), reading.notes, verdict="yes" if truth else "no", readings=(reading,))


def _all_of(ask: Ask, item: Item) -> Result:
    """都办完了吗, 个人的都办完了吗: nothing carried over, nothing pending; 都是自然人的吗: the column equals the total."""
    row, column = item.measure.row, item.measure.column
    if row in _CLOSED and (column in ("", "total") or _ALL_DONE.search(ask.frame.text)):
        return _all_closed(ask, item)
    of_applicant = column not in ("", "total") and not _ALL_ARE.search(ask.frame.text)  # 个人的都没给吧: of all that was decided for them
    if (row.startswith("s3.result.") and (of_applicant or _ALL_GRANTED.search(ask.frame.text))) or (row == "not_public" and of_applicant):
        pair = [ask.read(item), ask.read(replace(item, measure=Measure("s3.result.total", column)))]
    elif column == "decided":
        pair = [ask.read(replace(item, measure=Measure(row, c))) for c in ("pending", "total")]
    elif (family(row) == "s3" and column not in ("", "total")) or (family(row) == "s4" and column not in ("", "total")):
        pair = [ask.read(item), ask.read(replace(item, measure=Measure(row, "total")))]
    else:
        base = replace(item, measure=Measure("s4.suit", "total")) if row.startswith("s4.suit_") else _group_of(ask, item) or default_base(item)
        pair = [ask.read(item), *([ask.read(base)] if base else [])]
    short = missing(pair, ask.directory)
    if short:
        return short
    truth = not pair[0].value if column == "decided" else len(pair) == 2 and pair[0].value == pair[1].value
    head = f"{'是' if truth else '否'}。{who(pair[0])}" + "，".join(f"{r.label} {amount(r)}" for r in pair)
    return Answer(tuple(value_of(r) for r in pair), head, (), notes_of(pair), verdict="yes" if truth else "no", readings=tuple(pair))


def _group_of(ask: Ask, item: Item) -> Item | None:
    """不予处理的都是信访吗: the outcome that the reason belongs to, unless it is asked of all requests."""
    groups = [a for a in ancestors(item.measure.row) if a.startswith("s3.result.") and a.count(".") == 2 and a != item.measure.row]
    asked_of_all = re.search("申请|办结|办理结果|案件|答复", ask.frame.text) and not any(label(g) in ask.frame.text for g in groups)
    return replace(item, measure=Measure(groups[0], "total")) if groups and not asked_of_all else None


def _all_closed(ask: Ask, item: Item) -> Result:
    rows = ("s3.result.total", "s3.carried_out", "s3.new", "s3.carried_in")
    readings = [ask.read(replace(item, measure=Measure(r, item.measure.column or "total"))) for r in rows]
    short = missing(readings[:2], ask.directory)
    if short:
        return short
    truth = not readings[1].value
    head = f"{'是' if truth else '否'}。{who(readings[0])}" + "，".join(f"{r.label} {amount(r)}" for r in readings)
    return Answer(tuple(value_of(r) for r in readings if r.state == "ok"), head, (), notes_of(readings), verdict="yes" if truth else "no", readings=tuple(readings))
