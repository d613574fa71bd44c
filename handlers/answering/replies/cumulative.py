"""The column 历年累计 of the old form: 累计 is no sum of what the question names."""

import re
from dataclasses import replace

from handlers.answering.asked.frames import Operand
from handlers.answering.operations.base import Ask
from handlers.answering.replies.scope import Shortfall

_OVER_THE_YEARS = re.compile("(?<!全年)(?<!年内)(?<!当年)(?<!本年)(?<!一年)累[计积加]|历年(?:来|以来)?(?:一共|总共|合计|加起来|的?总数)|(?:从|自)(?:有统计|开始统计|条例[实施]+行?|08年|2008年).{0,6}(?:以来|起|到|至)|cumulative|accumulated|running total|to date")
_THIS_YEAR = re.compile("本年度?|当年|这一年|年度数")
_YEAR_BY_YEAR = re.compile("[每各逐]年|变化|趋势|走势")
_LISTED = re.compile("各|分别|[和与及、]")
_OTHERWISE = ("op.growth", "op.share", "op.ratio", "op.average")
_OLD = {
    "s3.new": "t08.request.total", "s3.result.total": "t08.reply.total", "s3.result.granted": "t08.reply.granted", "s3.result.partial": "t08.reply.partial",
    "s3.result.denied": "t08.reply.denied", "s3.result.other": "t08.reply.other_type", "s4.review": "t08.review", "s4.suit": "t08.suit",
    "n.active_info": "t08.active.total", "n.site_info": "t08.active.website", "n.gazette": "t08.active.gazette",
    "s2.art20_1.normative": "t08.active.total",  # 历年累计公开的文件; 规范性文件 are not counted in that form
}


def accumulated(ask: Ask) -> Ask:
    """平潭2018年行政诉讼累计几件: the second column of that row; any other report is left as it is."""
    found = _OVER_THE_YEARS.search(ask.frame.text)
    between = ask.frame.has("op.difference", "op.than") and not _THIS_YEAR.search(ask.frame.text)
    if not found or _YEAR_BY_YEAR.search(ask.frame.text) or ask.frame.has(*_OTHERWISE) or not ask.frame.rows() or not _old_forms(ask, 2 if between else 1):
        return ask
    if ask.frame.has("op.difference", "op.than") and _THIS_YEAR.search(ask.frame.text):  # 累计的比本年的多多少
        return replace(ask, frame=replace(ask.frame, operands=tuple(replace(o, rows=tuple(_old(r) for r in o.rows), columns=("@cumulative", "@year")) for o in ask.frame.operands[:1])))
    both = _THIS_YEAR.search(ask.frame.text) and _LISTED.search(ask.frame.text)
    columns = ("@year", "@cumulative") if both else ("@cumulative",)
    operands = tuple(replace(o, rows=tuple(_old(r) for r in o.rows), columns=columns) for o in ask.frame.operands if o.rows)
    if "规范" in ask.frame.text or not all(r.startswith("t08.") for o in operands for r in o.rows):
        return ask
    ops = tuple(op for op in ask.frame.ops if not (op.id == "op.sum" and op.text.startswith("累")) and op.id != "op.trend")
    return replace(ask, frame=replace(ask.frame, operands=operands, ops=ops))


def never_accumulated(ask: Ask) -> Shortfall | None:
    """2021年规章历年累计: forms since 2019 have no such column; None when an old form is asked about, or several years."""
    if "@cumulative" not in ask.frame.columns():
        return None
    scopes = [s for s in map(ask.scope, ask.frame.operands) if not isinstance(s, Shortfall)]
    reports = [p.report for s in scopes for p in s.places if p.report]
    newer = bool(reports) and len({r.id for r in reports}) == 1 and reports[0].edition not in ("2008", "2014")
    return Shortfall("not_in_report", "not_counted_so", (("words", "历年累计"),)) if newer else None


def _old(row: str) -> str:
    first = next((r for r in row.split("/") if r.startswith("t08.")), row)
    return _OLD.get(first, first)


def _old_forms(ask: Ask, number: int) -> bool:
    """Are so many reports spoken of, all of the old form?"""
    scopes = [ask.scope(o if o.names or o.years else ask.frame.operands[0]) for o in ask.frame.operands or (Operand(),)]
    places = {p.report.id if p.report else 0: p.report for s in scopes if not isinstance(s, Shortfall) for p in s.places}
    return len(places) == number and all(r is not None and r.edition == "2008" for r in places.values())
