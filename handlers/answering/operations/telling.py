"""What a report tells of its problems, its plans and other matters: the sentences of that part."""

import re
from collections.abc import Sequence
from itertools import pairwise

from handlers.answering.asked.frames import Frame
from handlers.answering.models import Value
from handlers.answering.operations.about import name_of
from handlers.answering.operations.base import Answer, Ask, Result, not_here
from handlers.answering.replies.scope import Place, Shortfall
from handlers.answering.replies.topics import blocking, flagged
from handlers.answering.words.speech import saying
from index.models import Section
from index.prose import split_points

_SECTIONS = {"n.problems": "s5", "n.improvements": "s5", "n.other_matters": "s6"}
_PLANS = re.compile(r"针对|下一步|今后|改进|将继续|将从|措施|整改")
_OF_WHAT = "([\u4e00-\u9fff]{{0,3}}?{word}[\u4e00-\u9fff]?)的?(?:问题|难题|困难|管理)"  # 养老问题: a subject that only one character of is not known
_FIRST = "^([\u4e00-\u9fff]{{1,5}}{word})"  # 菜市场管理存在哪些问题
_MEETS = saying("asking.meets")
_PLANNED = saying("asking.plans")
_TROUBLES = saying("asking.troubles")
_OWNS_UP = saying("asking.owns_up")
_ALIKE = (saying("asking.staff"), saying("asking.funds"), saying("asking.web_sites"), saying("asking.answering"))


def tell(ask: Ask) -> Result | None:
    """Problems, improvements, other matters: the report's own sentences."""
    topics = [r for r in ask.frame.rows() if r in _SECTIONS]
    if not topics:
        return None
    place = _telling_place(ask)
    if isinstance(place, Shortfall):
        return place
    if place.report is None:
        return not_here(ask, place)
    sections = {s.id: s for s in ask.archive.sections(place.report.id)}
    section = sections.get(_SECTIONS[topics[0]])
    if section is None or not section.paragraphs:
        return Shortfall("not_in_report", "no_section", (("agency", place.agency.name), ("year", str(place.year)), ("label", name_of(topics[0]))))
    elsewhere = _not_written(_subjects(ask.frame), "\n".join(section.paragraphs))
    if elsewhere:
        return Shortfall("not_in_report", "not_told", (("agency", place.agency.name), ("year", str(place.year)), ("label", section.title), ("words", "、".join(elsewhere))))
    return _told(ask, place, section, topics)


def _telling_place(ask: Ask) -> Place | Shortfall:
    """The report; plans for a year stand in the report of the year before."""
    scope = ask.here()
    if isinstance(scope, Shortfall):
        return scope
    place = scope.places[0]
    if place.report is None and place.year and "n.improvements" in ask.frame.rows():
        known = ask.directory.years(place.agency.id)
        return Place(place.agency, place.year - 1, known.get(place.year - 1))
    return place


def _subjects(frame: Frame) -> tuple[str, ...]:
    """Words that nothing explains and the words for plans and troubles leave: 停车难 of 打算怎么解决停车难."""
    left = _TROUBLES.pattern.sub(_blanked, _PLANNED.pattern.sub(_blanked, frame.text))
    places = ((frame.text.find(w), len(w)) for w in (*blocking(frame), *(m.text for m in frame.topics if not any(flagged(s.id, "alone") for s in m.senses))))
    named = (found[1] for w in frame.unknown for how in (_OF_WHAT, _FIRST) for found in re.finditer(how.format(word=re.escape(w)), left))
    return (*(rest for at, long in places if at >= 0 for rest in left[at : at + long].split()), *named)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _not_written(words: Sequence[str], text: str) -> tuple[str, ...]:
    """Those of the words that the part does not speak of: 停车难, housing; single characters and 检讨 are no subject."""
    return tuple(w for w in words if len(w) > 1 and not _OWNS_UP.search(w) and not _spoken_of(w, text))


def _spoken_of(word: str, text: str) -> bool:
    """More than a third of its pairs of characters stand in the text, or it is named there in another word: 人手 of 人员."""
    pairs = [a + b for a, b in pairwise(word)]
    return 3 * sum(pair in text for pair in pairs) > len(pairs) or any(one.search(word) and one.search(text) for one in _ALIKE)


def _told(ask: Ask, place: Place, section: Section, topics: Sequence[str]) -> Answer:
    if _MEETS.search(ask.frame.text):
        topics = [t for t in topics if t == "n.improvements"] or topics
    told = [(topic, _wanted(section, topic, _number_asked(ask))) for topic in dict.fromkeys(topics)]
    values = tuple(Value(text, "", name_of(topic), place.agency.name, place.year) for topic, text in told)
    return Answer(values, f"{place.agency.name} {place.year} 年报告“{section.title}”：" + "\n".join(text for _, text in told), sources=(section.title,))


def _wanted(section: Section, topic: str, number: int) -> str:
    """The text of one topic, or its point of that number; 0 for all of it."""
    text = "\n".join(section.paragraphs)
    problems, plans = _halves(section.paragraphs)
    wanted = {"n.problems": problems, "n.improvements": plans}.get(topic, text) or text
    points = split_points(wanted)
    return points[number - 1] if 0 < number <= len(points) else wanted


def _halves(paragraphs: Sequence[str]) -> tuple[str, str]:
    """Problems first, plans after: the paragraph that turns to what will be done."""
    for index, paragraph in enumerate(paragraphs):
        if _PLANS.search(paragraph[:30]) and index:
            return "\n".join(paragraphs[:index]), "\n".join(paragraphs[index:])
    return "\n".join(paragraphs), ""


def paragraphs_of(sections: Sequence[Section], part: str) -> tuple[str, ...]:
    """Of the part on problems or plans, of the whole report when `part` is ''."""
    if not part:
        return tuple(p for s in sections for p in s.paragraphs)
    problems, plans = _halves(next((s.paragraphs for s in sections if s.id == _SECTIONS[part]), ()))
    return tuple((plans if part == "n.improvements" else problems).split("\n"))


def _number_asked(ask: Ask) -> int:
    op = ask.frame.op("op.nth")
    return next(("一二三四五六七八九十".index(c) + 1 for c in op.text if c in "一二三四五六七八九十"), 0) if op else 0
