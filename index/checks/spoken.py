"""What a clause of the prose speaks of: which words stand around a figure, of which year and of whose office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from index.checks.knowledge import NO_TOPIC, Knowledge, ProseRule, RatioRule
from index.models import Fact, Section

_CLAUSE = re.compile(r"[，。；、;:：（()]")
_CLAUSES = re.compile(r"[^，。；;！？\n]+[，。；;！？]?")
_BEHIND = re.compile(r"[^，。；、;:：（()\d]*")  # the words that belong to a figure: 70件申请
_BEFORE_ASIDE = "其中"
_REQUESTS = {"s3": "request"}  # what a section speaks of where its sentence does not say it
_HEADING = 24  # characters of a paragraph that is but the heading of the next


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of a report, and who speaks of which year in them."""

    facts: Sequence[Fact]
    sections: Sequence[Section]
    agency: str
    year: int


def context_of(fact: Fact, knowledge: Knowledge) -> str:
    """The words before the figure, #, and the rest of its clause; without what says no more than "whoever it was"."""
    at = figure_at(fact)
    behind = fact.sentence[at + len(fact.text) :] if at >= 0 else ""
    behind = _CLAUSE.split(behind.removeprefix(fact.unit))[0]
    clause = _CLAUSE.split(fact.sentence[: max(at, 0)])[-1]
    before = knowledge.changes.sub("", clause)
    words = before if before != clause else fact.subject.rstrip("：: ")
    return knowledge.asides.sub("", f"{words}#{behind}".replace(" ", ""))


def topic_of(fact: Fact, prose: Prose, knowledge: Knowledge) -> str:
    """What the sentence speaks of where the figure stands; else its paragraph before it, else its section."""
    at = max(figure_at(fact), 0)
    behind = _BEHIND.match(fact.sentence, at + len(fact.text))
    said = topic_in(fact.sentence[: behind.end() if behind else at], knowledge)
    return said or topic_in(before_sentence(fact, prose), knowledge) or _REQUESTS.get(fact.section, NO_TOPIC)


def topic_in(text: str, knowledge: Knowledge) -> str:
    """The one named last; of names that end together the longest."""
    plain = text.replace(" ", "")
    found = ((match.end(), -match.start(), topic) for topic, words in knowledge.topics.items() for match in words.finditer(plain))
    return max(found, default=(0, 0, ""))[2]


def before_sentence(fact: Fact, prose: Prose) -> str:
    """The paragraph up to the sentence, with a heading of its own above it."""
    for section in prose.sections:
        for above, text in zip(("", *section.paragraphs), section.paragraphs, strict=False):
            if section.id == fact.section and (at := text.find(fact.sentence)) >= 0:
                return (above if len(above) <= _HEADING else "") + text[:at]
    return ""


def figure_at(fact: Fact) -> int:
    """-1 where the sentence as printed does not show it."""
    close = fact.sentence.find(fact.subject + fact.text)
    if close >= 0:
        return close + len(fact.subject)
    at = fact.sentence.find(fact.subject)
    return fact.sentence.find(fact.text, max(at, 0) + len(fact.subject) if at >= 0 else 0)


@dataclass(frozen=True)
class Spoken:
    """A figure and the words around it."""

    fact: Fact
    context: str
    prose: Prose
    knowledge: Knowledge

    @cached_property
    def topic(self) -> str:
        return topic_of(self.fact, self.prose, self.knowledge)

    def fits(self, rule: ProseRule | RatioRule) -> bool:
        said = bool(rule.figure.search(self.context)) and not (rule.unless and rule.unless.search(self.context))
        behind = not rule.after or rule.after.search(self.fact.sentence[: max(figure_at(self.fact), 0)])
        return said and bool(behind) and (not rule.topics or self.topic in rule.topics)


def part_before(fact: Fact, facts: Sequence[Fact]) -> Decimal | None:
    """The count that the sentence tells just before its percentage: 予以公开60件，占…的21.5%."""
    before = [one for one in facts if one.sentence == fact.sentence and one.section == fact.section and figure_at(one) < figure_at(fact)]
    return before[-1].value if before and before[-1].unit != "%" and not before[-1].approximate else None


def scope_of(fact: Fact, knowledge: Knowledge) -> str:
    """The word that gives the figure another scope than the tables; not one of a part told after it: 61件，其中本级17件."""
    at = max(figure_at(fact), 0)
    found = knowledge.scopes.search(fact.sentence[:at] + fact.sentence[at:].split(_BEFORE_ASIDE)[0])
    return found[0] if found else ""


def is_elsewhere(before: str, prose: Prose, knowledge: Knowledge) -> bool:
    """`before`: the sentence up to the figure. The last year and the last office named there are others than the report's."""
    times = list(knowledge.times.finditer(before))
    if times and (times[-1]["other"] or (times[-1]["year"] and int(times[-1]["year"]) != prose.year)):
        return True
    offices = [found["who"] for found in knowledge.bodies.finditer(before.replace(" ", ""))]
    return bool(offices) and not knowledge.everybody.search(offices[-1]) and not is_named(offices[-1], prose.agency)


def is_named(said: str, agency: str) -> bool:
    """县发改局 is 沭阳县发展和改革局: its characters stand there in that order."""
    rest = iter(agency)
    return all(character in rest for character in re.sub("^(?:本|我)?[省市县区州]", "", said))


def clauses_of(sections: Sequence[Section]) -> list[tuple[str, str]]:
    """(sentence up to the clause, clause) of all the prose."""
    texts = [text.replace(" ", "") for section in sections for text in section.paragraphs]
    return [(text[max(text.rfind("。", 0, found.start()), text.rfind("\n", 0, found.start())) + 1 : found.start()], found[0])
            for text in texts for found in _CLAUSES.finditer(text)]
