"""What the words of a question leave open against the figures that were named: how many, of which section, of which bodies."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Frame, Operand, Unclear
from handlers.answering.asked.measures import children, column_family, columns_of, crosses, family
from handlers.answering.models import Reply
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_SAID_OF_ALL = ("s3.new", "s3.result.total", "s4.all", "s2.art20_1.normative", "n.")  # 申请, 处理, 案子, 文件, 网站: everyday words that go with any section
_LEFT_OUT = saying("telling.left_out")  # 复议不算; 老百姓告的: who sues goes without saying
_OF_ANY_SECTION = frozenset({"rate", "t08", "t14"})  # the old forms count channels and the like in one table
MORE_TIMES = saying("reckoning.more_times")
_KINDS_OF_LEGAL_PERSONS = 5
_COUNTED = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_EACH_BODY = saying("reckoning.each_body")
_THESE = saying("reckoning.these")
_EACH = saying("reckoning.each")
_COUNTS = saying("reckoning.counts")
_AMOUNT = saying("reckoning.amount")
_PUT_FORWARD = saying("asking.put_forward")
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
