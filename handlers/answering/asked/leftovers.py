"""What an operation would leave out of a question: an answer that passes over a step or picks its figures together is none."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Frame, Operand, Unclear
from handlers.answering.asked.measures import children, column_family, columns_of, crosses, family
from handlers.answering.models import Reply
from handlers.answering.words.decimals import plain
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying, words

_HEAVY = frozenset({
    "op.most", "op.least", "op.rank", "op.place", "op.ratio", "op.share", "op.growth", "op.average", "op.difference", "op.direction", "op.half",
    "op.top", "op.except", "op.first", "op.last", "op.which_year", "op.which_more", "op.which_less", "op.than", "op.trend",
})
_CHOOSING = frozenset({"op.which_more", "op.which_less", "op.which_year"})
_EXTREME = _CHOOSING | {"op.most", "op.least", "op.than", "op.trend"}
_MOVING = frozenset({"op.growth", "op.direction", "op.than", "op.trend", "op.difference"})
_USED = {
    "lookup": frozenset({"op.trend"}), "exception": frozenset({"op.except"}), "breakdown": frozenset({"op.trend"}), "sum": frozenset({"op.trend"}),
    "average": frozenset({"op.average", "op.trend", "op.share"}), "compare": _CHOOSING | {"op.than", "op.half"}, "most": _EXTREME | {"op.top"}, "least": _EXTREME,
    "share": _EXTREME | {"op.share", "op.half", "op.rank", "op.top"}, "multiple": frozenset({"op.ratio", "op.than", "op.growth"}),
    "difference": _MOVING | _CHOOSING | {"op.except"}, "growth": _MOVING | {"op.share"}, "compared years": _MOVING | _CHOOSING, "steadily": _MOVING, "trend": _MOVING,
    "ranking": _EXTREME | {"op.rank", "op.top", "op.place"}, "yes or no": (_MOVING - {"op.trend"}) | {"op.half", "op.share"},
    "threshold": frozenset({"op.which_year", "op.except", "op.trend"}), "which agencies": frozenset({"op.except"}), "others": frozenset({"op.except"}), "count": frozenset({"op.which_year"}),
    "expression": frozenset({"op.difference"}), "left over": frozenset({"op.difference", "op.except"}), "gap": frozenset({"op.difference"}), "years moved": _MOVING | _CHOOSING | {"op.which_year"}, "since when": frozenset({"op.which_year", "op.trend", "op.first", "op.coverage"}), "spread": _EXTREME | {"op.difference"}, "place": frozenset({"op.place", "op.rank", "op.trend", "op.which_year"}),
}
_UNBOUNDED = frozenset({"lookup", "breakdown", "sum", "average", "compare", "trend", "difference", "growth", "multiple", "share", "exception", "others", "left over", "expression", "spread"})
_SAID_OF_ALL = ("s3.new", "s3.result.total", "s4.all", "s2.art20_1.normative", "n.")  # 申请, 处理, 案子, 文件, 网站: everyday words that go with any section
_LEFT_OUT = saying("telling.left_out")  # 复议不算; 老百姓告的: who sues goes without saying
_OF_ANY_SECTION = frozenset({"rate", "t08", "t14"})  # the old forms count channels and the like in one table
_OF_THE_FOREMOST = saying("reckoning.of_the_foremost")
_AND_HOW_MUCH = saying("reckoning.and_how_much")
_THE_SECOND = saying("reckoning.the_second")
MORE_TIMES = saying("reckoning.more_times")
_SUM_AND_MEAN = saying("reckoning.sum_and_mean")
_ANOTHER_ITEM = saying("reckoning.another_item")
_ADDING = words("reckoning.adding")
_ALL_THE_YEARS = frozenset({"这几年", "这些年", "那几年"})
_NO_SPAN = 100  # years that nobody counts back
_KINDS_OF_LEGAL_PERSONS = 5
_COUNTED = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_EACH_BODY = saying("reckoning.each_body")
_THESE = saying("reckoning.these")
_EACH = saying("reckoning.each")
_COUNTS = saying("reckoning.counts")
_AMOUNT = saying("reckoning.amount")
_AND_THE_REST = saying("reckoning.and_the_rest")
_NEXT_TO = saying("reckoning.next_to")
_TOP_ADDED = saying("reckoning.top_added")
_PUT_FORWARD = saying("asking.put_forward")
_GROWTH_RATE = re.compile("[幅速率]$")
_DIVIDED = re.compile(r"[)）] ?[/÷]")  # (2022新收-2021新收)/2021新收
_EITHER = re.compile(r"还是|\bor\b")
_OF_THIS = saying("follow_ups.of_this")


def asks_number(text: str) -> bool:
    """多少, 几, how many: the words ask for a figure."""
    return bool(_AMOUNT.search(text))


def against_mean(frame: Frame) -> bool:
    """2022年比前三年平均高多少: one figure against the mean of those behind 比."""
    than, mean = frame.op("op.than"), frame.op("op.average")
    return than is not None and mean is not None and 0 <= than.position < mean.position


def needed_first(frames: Sequence[Frame]) -> bool:
    """The first question asks for a figure, reckons with figures, or is what a later one speaks of: no small talk to be passed over."""
    first, *later = frames
    return asks_number(first.text) or (first.measured() and first.has("op.average", "op.ratio", "op.difference")) or any(_OF_THIS.search(f.text) for f in later)


def asked_first(frames: Sequence[Frame], replies: Sequence[Reply]) -> Sequence[Reply]:
    """差不多翻了一番吧？涨幅到底多少: what is only put forward stands behind the figure that is asked for."""
    leads_in = len(frames) == len(replies) == 2 and _PUT_FORWARD.search(frames[0].text) and asks_number(frames[1].text) and not asks_number(frames[0].text)
    plain_figures = all(r.status == "answered" and r.verdict is None for r in replies)
    return replies[::-1] if leads_in and plain_figures else replies


def unused(frame: Frame, rule: str) -> tuple[str, ...]:
    """Words of operations that the rule would pass over; () when it uses them all."""
    if _points_of_nothing(frame):
        return ("百分点",)
    used = _USED.get(rule)
    if used is None or (rule == "lookup" and _told_as_it_is(frame)):
        return ()
    if rule in ("most", "least") and _AND_HOW_MUCH.search(frame.text) and (not frame.has("op.than") or _THE_SECOND.search(frame.text)):
        used |= {"op.difference"}  # 谁多，多几件
    if rule in ("lookup", "breakdown", "sum") and figures_named(frame) == 1 and not frame.elliptic and not _told_as_it_is(frame):  # 新收的加上转来的: what is added was not understood
        added = tuple(op.text for op in frame.ops if op.id == "op.sum" and op.text in _ADDING and op.position > min(o.position for o in frame.operands if o.measured()))
        if added:
            return added
    if rule == "difference" and not frame.has("op.than") and (added := tuple(op.text for op in frame.ops if op.id == "op.sum" and op.text in _ADDING)):
        return added  # 复议加诉讼总量，再减掉维持的
    if rule == "compare" and frame.has("op.which_year") and len(frame.rows()) > 1 and not any(o.years for o in frame.operands):  # 哪年诉讼比复议多
        return tuple(op.text for op in frame.ops if op.id == "op.which_year")
    if rule == "yes or no" and frame.has("op.than") and (rates := tuple(op.text for op in frame.ops if op.id == "op.growth" and _GROWTH_RATE.search(op.text))):
        return rates  # 2021年处罚的增幅比2022年大吗
    if rule == "multiple" and MORE_TIMES.search(frame.text):  # 许可比处罚多几倍
        used |= {"op.difference", "op.more"}
    if rule == "average" and _SUM_AND_MEAN.search(frame.text):
        return ("合计", "平均")
    nested = _OF_THE_FOREMOST.search(frame.text)
    if rule in ("most", "least") and nested and (len(frame.rows()) > 1 or _ANOTHER_ITEM.search(frame.text[nested.end():])):  # 收得最多的年份里办结了多少: two steps
        return (nested[0],)
    if rule in ("lookup", "ranking") and not frame.elliptic and (over := _step_over(frame, rule)):
        return (over,)
    if rule in ("most", "least") and frame.columns() == (".change",):  # 涨得最多 of 本年增/减 is no second step
        used |= {"op.direction"}
    if compares_shares(frame):
        used |= {"op.share"}
    if rule == "difference" and against_mean(frame):
        used |= {"op.average"}
    if frame.has("op.which_agency"):  # 除淮安外，最多的是哪家
        used |= {"op.except"}
    if "@legal_person" in frame.columns():  # 除了个人以外 is a column of its own
        used |= {"op.except"}
    if no_years := tuple(f"{plain(f.value)} 年" for _, f in frame.figures if f.unit == "年" and f.value > _NO_SPAN):
        return no_years  # 零二二零年: a year mistyped
    if rule in _UNBOUNDED and (years := _years_untold(frame)) and not (rule == "trend" and set(years) <= _ALL_THE_YEARS):
        return years
    if rule == "lookup" and figures_named(frame) > 1 and _DIVIDED.search(frame.text):
        return ("/",)
    either = _EITHER.search(frame.text) if rule == "lookup" and frame.has("op.more", "op.less") else None
    if either:
        return (either[0],)
    left = (op.text for op in frame.ops if op.id in _HEAVY and op.id not in used and op.text not in ("", "谁"))
    return tuple(dict.fromkeys((*left, *_bound(frame, rule))))


def _points_of_nothing(frame: Frame) -> bool:
    """部分公开比予以公开低十来个百分点吗: numbers of cases are no shares, and one rate lies no points below nothing."""
    shares = frame.has("op.share", "op.growth", "op.trend", "op.average") or frame.elliptic
    rates = any(family(r) == "rate" for r in frame.rows())
    held = bool(frame.figures) and "百分点" in frame.text and frame.measured() and not shares
    return held and (not rates or (frame.has("op.than") and figures_named(frame) < 2))


def compares_shares(frame: Frame) -> bool:
    """哪家不予公开占办结的比例最高, 部分公开占办结的比例逐年怎么变: one share in every body or every year."""
    bodies = frame.has("op.which_agency") and not any(o.names for o in frame.operands)
    years = frame.has("op.which_year", "op.trend") and not frame.has("op.which_agency") and not any(y.kind != "absolute" or len(y.values) == 1 for o in frame.operands for y in o.years)
    sets = of_each_body(frame) or frame.has("op.most", "op.least", "op.rank", "op.rank_up", "op.top", "op.nth", "op.which_more", "op.which_less", "op.above", "op.below", "op.trend")
    return frame.has("op.share") and (bodies or years) and sets and frame.measured() and not any(family(r) == "rate" for r in frame.rows())


def of_each_body(frame: Frame) -> bool:
    """2024年各单位新收各多少, 各家的公开率: the figure of every body there is."""
    every = any(op.id == "op.which_agency" and _EACH_BODY.match(op.text) for op in frame.ops)
    return every and frame.measured() and not any(o.names for o in frame.operands) and not frame.has("op.except", "op.zero", "op.nonzero", "op.exists", "op.sum", "op.above", "op.below", "op.difference", "op.ratio", "op.average", "op.growth", "op.than")


def _step_over(frame: Frame, rule: str) -> str:
    """其余几件 of which nothing was taken out, 一成新收, 前三名合计: a step that the rule would not take; '' for none."""
    rest = _AND_THE_REST.search(frame.text) if not {"@other_org", ".other", "@legal_person"} & set(frame.columns()) else None
    part = next((f"{plain(f.value)}{f.unit}" for _, f in frame.figures if f.unit in ("成", "%")), "")
    found = _TOP_ADDED.search(frame.text) if rule == "ranking" else rest or _NEXT_TO.search(frame.text)
    return found[0] if found else part if rule == "lookup" else ""


def _bound(frame: Frame, rule: str) -> tuple[str, ...]:
    """过了 of 过了100件的有几个, where the rule gives a figure whatever the bound."""
    if rule not in _UNBOUNDED or not frame.figures:
        return ()
    return tuple(op.text for op in frame.ops if op.id in ("op.above", "op.below"))


def _years_untold(frame: Frame) -> tuple[str, ...]:
    """平潭四年的总数: so many years, and nobody said which."""
    if frame.elliptic or frame.back or any(o.years for o in frame.operands):
        return ()
    back = (op.text for op in frame.ops if op.id == "op.back" and "年" in op.text)
    return (*back, *(f"{plain(f.value)} 年" for _, f in frame.figures if f.unit == "年" and f.value > 1))


def of_other_sections(said: Iterable[Atom | Unclear], operands: Sequence[Operand], text: str) -> tuple[str, ...]:
    """许可申请没批下来的, 被拒后起诉的, 收费取消了: words of another section than the figures asked for, or of a column that their row has not."""
    rows = {r for o in operands for r in o.rows}
    sections = {_section(r) for r in rows} | {column_family(c) for o in operands for c in o.columns}
    if not rows or sections & _OF_ANY_SECTION:
        return ()
    decisions = sections == {"s2"} and not any(r.startswith("s2.art20_1.") for r in rows)  # 处罚决定公开了多少; 公开 itself is what reviews and documents are about
    weighty = (a for a in said if a.senses and (decisions if isinstance(a, Unclear) else not a.faint and (a.strong() or not a.senses[0].id.startswith(_SAID_OF_ALL))))
    return tuple(a.text for a in weighty if all(_outside(s, rows, sections) for s in a.senses) and not _LEFT_OUT.said_of(a.text, text))


def _outside(sense: Sense, rows: Iterable[str], sections: AbstractSet[str]) -> bool:
    if sense.kind != "column":
        return sections.isdisjoint((_section(sense.id), family(sense.id))) and family(sense.id) not in _OF_ANY_SECTION and sense.id != "s4.all"
    if sense.id.startswith("@") and all(family(r) in ("s2", "s4") for r in rows):  # said by name: not counted by applicants
        return False
    return sense.id != ".amount_wan" and not any(crosses(r, sense.id) or family(r) == column_family(sense.id) != "s2" for r in rows)


def _section(row: str) -> str:
    """s2, s3 and so on; of section IV s4.review or s4.suit, and s4 for both."""
    return ".".join(row.split("_")[0].split(".")[:2]) if family(row) == "s4" and row != "s4.all" else family(row)


def short_by(frame: Frame) -> tuple[int, int] | None:
    """(figures asked for, figures named) when fewer are named: 这三样各有几件 of which two were understood."""
    told = _THESE.search(frame.text)
    asked = _COUNTED[told[1]] if told and not frame.back else 0
    if len(frame.rows()) == 1 and asked in (len(children(frame.rows()[0])), _parts_across(frame), _KINDS_OF_LEGAL_PERSONS if frame.columns() == ("@legal_person",) else 0):  # 不予处理五项合计, 复议四项合计
        asked = 0
    if _EACH.search(frame.text):
        asked = max(asked, 2)
    asked = max(asked, len(_COUNTS.findall(frame.text)))
    named = figures_named(frame)
    several = frame.has("op.list", "op.sum", "op.and") or "各自" in frame.text or len(_COUNTS.findall(frame.text)) > 1
    return (asked, named) if named < asked and frame.measured() and not frame.elliptic and several else None


def _parts_across(frame: Frame) -> int:
    """How many columns of the row are added up in its total; 0 where it has none, or no sum is asked."""
    columns = columns_of(frame.rows()[0], "2019") if frame.has("op.sum") and not frame.columns() else ()
    return sum(c not in ("total", "legal_person") for c in columns) if "total" in columns else 0


def figures_named(frame: Frame) -> int:
    """How many figures the operands speak of, years without a number counted as two."""
    return sum(
        max(1, len(o.names)) * max(1, _years(o.years)) * max(1, len(o.rows)) * max(1, len(o.columns)) for o in frame.operands if o.measured()
    )


def _years(years: Iterable[Years]) -> int:
    return sum(len(y.values) if y.kind == "absolute" else 2 if y.kind in ("since", "last", "before") else 1 for y in years)


def _told_as_it_is(frame: Frame) -> bool:
    """Rates, changes and sentences hold the operation in themselves: 申请成功率几成, 增减多少, 哪年起的."""
    rows = frame.rows()
    return bool({".change", ".current_items"} & set(frame.columns())) or (bool(rows) and all(family(r) in ("rate", "prose") for r in rows))


def scattered(frame: Frame) -> bool:
    """Several figures are named, but one is asked for and nothing sets them side by side: 民众直接起诉维持的有多少."""
    measures = {(o.rows, o.columns) for o in frame.operands if o.measured()}
    whole = {_section(r) for o in frame.operands if o.within for r in o.rows}
    parts = {_section(r) for o in frame.operands if not o.within for r in o.rows}
    if whole and whole.isdisjoint(parts) and "s4" not in parts and not frame.has("op.share", "op.ratio", "op.than", "op.difference"):
        return len(measures) > 1  # 收费项目里不予公开的几项: no table has such a part
    listed = frame.has("op.and", "op.list", "op.consistent", "op.back") or any(mark in frame.text for mark in "/;；+&")
    listed = listed or ("、" in frame.text and len({family(r) for r in frame.rows()}) == 1)
    kinds = {family(r) for r in frame.rows()}
    if len(measures) > 1 and not listed and kinds in ({"s2", "rate"}, {"prose", "rate"}):
        return True  # 规范性文件公开比例: no rate is of documents or decisions
    return len(measures) > 1 and not listed and (len(_AMOUNT.findall(frame.text)) == 1 or (frame.text.isascii() and not _AMOUNT.search(frame.text)))
