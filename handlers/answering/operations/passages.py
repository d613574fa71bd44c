"""The passage of a report's prose that speaks of what is asked: rare pairs of characters weigh more than common ones."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log

from handlers.answering.operations.telling import paragraphs_of
from index.models import Section
from index.prose import split_points

_ENOUGH, _FEWEST = 0.45, 2  # weight of the question's pairs that a sentence must hold, and how many of them
_ENOUGH_IN_PART, _FEWEST_IN_PART = 0.35, 1  # the same where only the problems or the plans are looked through
_CLOSE = 0.9  # part of the best score beyond which another is as likely meant
_POINTS = 2  # points of the problems or plans that are told together
_UNSEEN = 0.3  # weight of a pair that the report does not use, often one across two words
_LONG = 240  # characters of a point that is told whole; of a longer one the sentence
_TABLE = 1500  # characters of a paragraph that is a table in disguise
_SENTENCE = re.compile("[^。！？!?；;]+[。！？!?；;]?")


def passage(sections: Sequence[Section], asked: str, part: str) -> str | None:
    """The point or sentence that holds most of `asked`, of the part on problems or plans when `part` is its row; None when none holds enough or several do."""
    every = [p for p in paragraphs_of(sections, "") if len(p) < _TABLE]
    weights = _weights(asked, [pairs(s) for p in every for s in _SENTENCE.findall(p)])
    whole = sum(weights.values())
    enough, fewest = (_ENOUGH_IN_PART, _FEWEST_IN_PART) if part else (_ENOUGH, _FEWEST)
    scores: dict[str, float] = {}
    for sentence, point in _sentences(paragraphs_of(sections, part) if part else every):
        held = weights.keys() & pairs(sentence)
        if len(held) >= fewest:
            told = point if len(point) < _LONG else sentence
            scores[told] = max(scores.get(told, 0.0), sum(weights[pair] for pair in held) / whole)
    top = max(scores.values(), default=0.0)
    nearest = [told for told, score in scores.items() if score > _CLOSE * top]
    if top < enough or len(nearest) > (_POINTS if part else 1):
        return None
    return "\n".join(nearest)


def holding(sections: Sequence[Section], words: Sequence[str]) -> str | None:
    """The one point or sentence in which all of the words stand as they are; None when none or several do."""
    every = [p for p in paragraphs_of(sections, "") if len(p) < _TABLE]
    told = {point if len(point) < _LONG else sentence for sentence, point in _sentences(every) if all(w in sentence for w in words)}
    return told.pop() if len(told) == 1 else None


def _sentences(paragraphs: Sequence[str]) -> list[tuple[str, str]]:
    """Every sentence with the point of the enumeration, or paragraph, that it stands in."""
    points = (point for paragraph in paragraphs for point in split_points(paragraph) or (paragraph,))
    return [(sentence.strip(), point) for point in points for sentence in _SENTENCE.findall(point)]


def _weights(asked: str, sentences: Sequence[set[str]]) -> dict[str, float]:
    """Each pair of the question: the fewer sentences hold it, the more it tells, unless none does."""
    counts = Counter(pair for sentence in sentences for pair in sentence)
    return {pair: log((len(sentences) + 1) / (counts[pair] + 0.5)) * (1 if counts[pair] else _UNSEEN) for pair in pairs(asked)}


def pairs(text: str) -> set[str]:
    """Neighbouring Chinese characters."""
    return {a + b for a, b in pairwise(text) if "\u3400" <= a <= "\u9fff" and "\u3400" <= b <= "\u9fff"}
