"""The prose of a report: sections, and the figures and statements in their sentences.

    read_prose     Document -> (facts, sections)
    split_points   一是…；二是… -> its points
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from index.fact_words import FactWords, load_fact_words
from index.figures import Figure, Sentence, figures_of, sentences_of
from index.flow import Alignment, Line, lines_of
from index.models import Document, Fact, Section
from index.sections import Chunk, chunks_of, sections_of

_SINCE = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?:以来|以后|之后|至今|起)")
_MOST_STATEMENTS = 20  # in one sentence
_ORDINALS = "一二三四五六七八九十"
_MARKERS = (
    re.compile(rf"(?:^|(?<=[，。,;；:：\n\s]))(?P<number>[{_ORDINALS}]{{1,3}})是(?!否)"),
    re.compile(rf"(?:^|(?<=[。;；:：\n\s]))[（(](?P<number>[{_ORDINALS}]{{1,3}})[)）]"),
    re.compile(r"(?:^|(?<=[。;；:：\n\s]))[-•·*\s]{0,6}(?P<number>\d{1,2})(?:[、．]|\.(?!\d)|\.(?=(?:19|20)\d\d年))"),
    re.compile(rf"(?:^|(?<=[。;；:：\n\s]))第(?P<number>[{_ORDINALS}]{{1,3}})[，,、]"),
)


class Prose(NamedTuple):
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]  # s1 … s6 in order; id '' for what stands before the first heading


def read_prose(document: Document, lines: tuple[Line, ...] = ()) -> Prose:
    """`lines`: of the document, where they are at hand."""
    chunks, headings = chunks_of(lines or lines_of(document))
    words = load_fact_words()
    facts = tuple(fact for chunk in chunks for fact in _Paragraph(chunk, words).facts())
    return Prose(facts, sections_of(chunks, headings))


def split_points(text: str) -> tuple[str, ...]:
    """The points of an enumeration without their numbers: 一是…；二是…, （一）…（二）…, 1.… 2.…; () when there is none.

    Several enumerations one after the other (problems, then plans) give all their points in order. A point of the kind
    一是 ends with its paragraph.
    """
    runs = [(pattern, _run(pattern, text)) for pattern in _MARKERS]
    pattern, marks = min(((p, m) for p, m in runs if len(m) >= 2), key=lambda run: run[1][0].start(), default=(None, []))
    if pattern is None:
        return ()
    stops = [mark.start() for mark in marks[1:]] + [len(text)]
    points = (text[mark.end(): stop] for mark, stop in zip(marks, stops, strict=True))
    if pattern is _MARKERS[0]:
        points = (point.split("\n")[0] for point in points)
    return tuple(point.strip().rstrip("；;，,、 \n-") for point in points)


def _run(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Marks that count on from one another; a new enumeration begins at one again."""
    marks: list[re.Match[str]] = []
    expected = 1
    for mark in pattern.finditer(text):
        number = int(mark["number"]) if mark["number"].isdigit() else _ordinal(mark["number"])
        if number in (1, expected):
            marks.append(mark)
            expected = number + 1
    return marks


def _ordinal(text: str) -> int:
    """1 of 一, 12 of 十二."""
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _ORDINALS.find(text) + 1
    return (_ORDINALS.find(tens) + 1 if tens else 1) * 10 + (_ORDINALS.find(ones) + 1 if ones else 0)


# ---------------------------------------------------------------- facts

class _Paragraph:
    """One paragraph of prose and the facts in it."""

    def __init__(self, chunk: Chunk, words: FactWords) -> None:
        self._chunk, self._words = chunk, words
        self._alignment = Alignment(chunk.text, chunk.printed)

    def facts(self) -> Iterator[Fact]:
        for sentence in sentences_of(self._chunk.text):
            for figure in figures_of(sentence.text, self._words.figure):
                yield self._fact(sentence, figure, self._meaning(figure, sentence.text))
            yield from self._since(sentence)
            yield from self._none(sentence)
            yield from self._texts(sentence)

    def _meaning(self, figure: Figure, sentence: str) -> str:
        around = f"{figure.subject} {figure.behind}"
        return next((rule.id for rule in self._words.figures if rule.fits(figure.unit, around, sentence)), "")

    def _fact(self, sentence: Sentence, figure: Figure, known: str) -> Fact:
        place = self._chunk.place
        there = place._replace(column=(place.column or 0) + sentence.start + figure.start)
        words = self._alignment.printed(sentence.start, sentence.start + len(sentence.text))
        return Fact(
            figure.value, figure.text, figure.unit, figure.approximate, figure.subject, words, self._chunk.section, there, known
        )

    def _since(self, sentence: Sentence) -> Iterator[Fact]:
        for found in _SINCE.finditer(sentence.text):
            for known, groups in self._words.since:
                if any(all(word in sentence.text for word in group) for group in groups):
                    before = sentence.text[: found.start()].rpartition("，")[2]
                    yield self._fact(sentence, Figure(*found.span(), Decimal(found[1]), found[1], "年", False, before, ""), known)

    def _none(self, sentence: Sentence) -> Iterator[Fact]:
        for rule in self._words.none:
            if found := rule.pattern.search(sentence.text):
                yield self._fact(sentence, Figure(*found.span(), Decimal(0), found[0], rule.unit, False, found[0], ""), rule.id)

    def _texts(self, sentence: Sentence) -> Iterator[Fact]:
        """Statements: `text` is what is stated, `subject` what it is about, value 0."""
        taken: set[str] = set()
        for rule in self._words.texts:
            for found in islice(rule.pattern.finditer(sentence.text), _MOST_STATEMENTS):
                if any(found["value"] in known for known in taken):
                    continue
                taken.add(found["value"])
                subject = found.groupdict().get("subject") or ""
                stated = self._alignment.printed(sentence.start + found.start("value"), sentence.start + found.end("value"))
                yield self._fact(sentence, Figure(*found.span(), Decimal(0), stated, "", False, subject, ""), rule.id)
