"""Sentences of a report that answer a question which no table answers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result, amount, with_unit
from handlers.answering.operations.passages import holding, passage
from handlers.answering.replies.scope import Place, Shortfall
from handlers.answering.replies.topics import blocking
from handlers.answering.words.decimals import plain
from handlers.answering.words.sentences import say
from handlers.answering.words.speech import saying
from index.models import Section, StoredReport
from index.prose import split_points

_ASKS_TEXT = ("什么", "哪个", "哪些", "怎么", "怎样", "如何", "哪", "啥", "何", "讲", "咋", "what", "how", "which")
_AMOUNTS = ("多少", "几", "how many")
_AMOUNT = re.compile("多少|(?<!哪)几|how many")
_ALIKE = ("条件篇项份张则个", "场次期届回轮", "人名位")  # units said for one another
_ASKED_IN = re.compile(r"(?:多少|几)([条件篇项份张则个场次期届回轮人名位])")
_MENTIONED = saying("asking.told_in_text")
_BETWEEN = re.compile("[、,，和及与或]|以及|还是")
_PARTS = (("n.improvements", saying("asking.plans")), ("n.problems", saying("asking.troubles")))
_ASKING = re.compile(rf"(?:19|20)\d\d年?|[多少几哪]|什么|怎么|怎样|如何|请问|[干做搞]些?点?(?=[啥什])|[干做搞弄][点些]|讲|是|的|啥|咋|吗|呢|一下|年报|报告|该|{_PARTS[0][1].program.written}|{_PARTS[1][1].program.written}")
_SHORTEST_IN_PART = 2
_TERM = 3  # characters of a word that is looked for as it is: 传帮带
_SHORTEST = 4  # content characters a question needs before prose is searched


def quote(ask: Ask) -> Result | None:
    """What the report's prose says to a question that asks for words; None when no sentence holds enough of what is asked."""
    text = ask.frame.text
    if not any(w in text for w in _ASKS_TEXT) or _AMOUNT.search(text):
        return None
    place = _place(ask)
    if place is None or place.report is None:
        return None
    part = next((p for p, said in _PARTS if said.search(text)), "")
    asked = _content(text, ask)
    words = [w for w in (_ASKING.sub("", w) for w in blocking(ask.frame)) if len(w) > 1]
    named = words if any(len(w) >= _TERM for w in words) else []
    if not named and len(asked.replace(" ", "")) < (_SHORTEST_IN_PART if part else _SHORTEST):
        return None
    sections = ask.archive.sections(place.report.id)
    found = (holding(sections, named) if named else None) or passage(sections, asked, part)
    if found is None or (place.year != place.report.year and part != "n.improvements" and str(place.year) not in found):
        return None
    return quoted(place.report, sections, found)


def quoted(report: StoredReport, sections: Sequence[Section], found: str) -> Answer:
    """A passage of the report in its own words, with the section that holds it."""
    title = next((s.title for s in sections if any(found in p for p in s.paragraphs)), "")
    source = say("source", agency=report.agency.name, year=str(report.year), where=f"正文“{title}”")
    return Answer((Value(found, "", "原文", report.agency.name, report.year),), f"{report.agency.name} {report.year} 年报告写道：{found}", sources=(source,) if title else ())


def not_held(report: StoredReport, words: Sequence[str]) -> Shortfall:
    """The prose holds none of the words."""
    return Shortfall("not_in_report", "prose_lacks", (("agency", report.agency.name), ("year", str(report.year)), ("words", "、".join(words))))


def _place(ask: Ask) -> Place | None:
    """The report asked; what is to be done in a year stands in the report of the year before."""
    scope = ask.here()
    if isinstance(scope, Shortfall):
        return None
    place = scope.places[0]
    earlier = place.year - 1 if place.report is None and place.year else 0
    return replace(place, report=ask.directory.years(place.agency.id).get(earlier)) if earlier else place


def figure(ask: Ask, words: Sequence[str]) -> Result | None:
    """The prose figure whose own words hold one of `words`; None unless there is exactly one."""
    scope = ask.here()
    long = [w for w in words if len(w) > 1 and not w.isascii()]
    if isinstance(scope, Shortfall) or scope.places[0].report is None or not long or not any(w in ask.frame.text for w in _AMOUNTS):
        return None
    place = scope.places[0]
    facts = [f for f in ask.reader.facts(scope.places[0].report.id) if all(w in f.subject for w in long) and _fits(f.unit, ask.frame.text)]
    if len({(f.value, f.unit) for f in facts}) != 1:
        return None
    fact = facts[0]
    shown = with_unit(plain(fact.value), fact.unit, fact.approximate)
    value = Value(plain(fact.value), fact.unit, fact.subject, place.agency.name, place.year, (fact.id,) if fact.id else ())
    return Answer((value,), f"{place.agency.name} {place.year} 年{fact.subject}：{shown}", (f"正文：{fact.sentence}",))


def told_of_topic(ask: Ask, refused: Shortfall) -> Result | None:
    """The figure of the prose on a topic that no table holds, or what it says of it."""
    if ask.frame.measured():
        return None
    return figure(ask, [m.text for m in ask.frame.topics]) if refused.reason == "out_of_scope" else quote(ask)


def mentioned(ask: Ask) -> Result | None:
    """正文有没有提到滥用申请: the point of the prose that holds the words, with what the table counts; None when nothing asks so or none holds them."""
    words, place = _sought(ask)
    if not words or place is None or place.report is None:
        return None
    points = (x for s in ask.archive.sections(place.report.id) for p in s.paragraphs for x in split_points(p) or (p,))
    found = next((x for x in points if any(w in x for w in words)), "")
    value = Value(found, "", "原文", place.agency.name, place.year)
    return Answer((value,), f"有。{place.agency.name} {place.year} 年报告写道：{found}", _counted(ask, place.report), verdict="yes") if found else None


def lacking(ask: Ask) -> Shortfall | None:
    """正文有没有提到人工智能: that the prose does not hold the words; None when nothing asks so."""
    words, place = _sought(ask)
    if not words or place is None or place.report is None:
        return None
    return not_held(place.report, words)


def _sought(ask: Ask) -> tuple[list[str], Place | None]:
    """The words that 有没有提到 asks for, and the report to look in."""
    asked = _MENTIONED.search(ask.frame.text)
    words = [w for w in _BETWEEN.split(asked["what"]) if len(w) > 1] if asked else []
    scope = ask.here() if words else None
    return words, None if scope is None or isinstance(scope, Shortfall) else scope.places[0]


def _counted(ask: Ask, report: StoredReport) -> tuple[str, ...]:
    """What the table counts of it, told beside the words of the prose."""
    items = ask.items()
    readings = [] if isinstance(items, Shortfall) else [ask.reader.read(report, i.measure) for i in items]
    return tuple(f"表格：{r.label} {amount(r)}" for r in readings if r.state == "ok")


def _fits(unit: str, text: str) -> bool:
    """A figure without a unit (a document number) or in years counts nothing; 几次 may be of 场, never of 条."""
    asked = _ASKED_IN.search(text)
    kinds = [kind for kind in _ALIKE if unit[:1] in kind]
    return bool(unit) and unit != "年" and (not asked or not kinds or asked[1] in kinds[0] or asked[1] in "个多")


def _content(text: str, ask: Ask) -> str:
    """The question without names, years and asking words."""
    for operand in ask.frame.operands:
        for name in operand.names:
            text = text.replace(name.text, " ")
    return _ASKING.sub(" ", text)
