"""What a clause of the prose speaks of: which words stand around a figure, of which year and of whose office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.checks.knowledge import Knowledge
from index.models import Fact, Section

_CLAUSE = re.compile(r"[，。；、;:：（()]")
_CLAUSES = re.compile(r"[^，。；;！？\n]+[，。；;！？]?")
_BEFORE_ASIDE = "其中"


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
    return knowledge.asides.sub("", f"{fact.subject.rstrip('：: ')}#{behind}".replace(" ", ""))


def figure_at(fact: Fact) -> int:
    at = fact.sentence.find(fact.subject)
    return fact.sentence.find(fact.text, max(at, 0) + len(fact.subject) if at >= 0 else 0)


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
