"""The prose of a report: sections, and the figures and statements in their sentences.

    read_prose     Document -> (facts, sections)
    split_points   一是…；二是… -> its points
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from index.fact_words import FactWords, load_fact_words
from index.figures import Figure, Sentence, figures_of, sentences_of
from index.flow import lines_of, printed_slice
from index.models import Document, Fact, Section
from index.sections import Chunk, chunks_of, sections_of

_SINCE = re.compile(r"(?<!\d)((?:19|20)\d\d)年(?:以来|以后|之后|至今|起)")
_ORDINALS = "一二三四五六七八九十"
_MARKERS = (
    re.compile(rf"(?:^|(?<=[，。,;；:：\n\s]))(?P<number>[{_ORDINALS}]{{1,3}})是(?!否)"),
    re.compile(rf"(?:^|(?<=[。;；:：\n\s]))[（(](?P<number>[{_ORDINALS}]{{1,3}})[)）]"),
    re.compile(r"(?:^|(?<=[。;；:：\n\s]))[-•·*\s]*(?P<number>\d{1,2})(?:[、．]|\.(?!\d)|\.(?=(?:19|20)\d\d年))"),
    re.compile(rf"(?:^|(?<=[。;；:：\n\s]))第(?P<number>[{_ORDINALS}]{{1,3}})[，,、]"),
)


class Prose(NamedTuple):
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]  # s1 … s6 in order; id '' for what stands before the first heading


def read_prose(document: Document) -> Prose:
    chunks, headings = chunks_of(lines_of(document))
    words = load_fact_words()
    facts = tuple(fact for chunk in chunks for fact in _facts(chunk, words))
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

def _facts(chunk: Chunk, words: FactWords) -> Iterator[Fact]:
    for sentence in sentences_of(chunk.text):
        for figure in figures_of(sentence.text, words.figure):
            yield _fact(chunk, sentence, figure, _meaning(figure, sentence.text, words))
        yield from _since(chunk, sentence, words)
        yield from _none(chunk, sentence, words)
        yield from _texts(chunk, sentence, words)


def _meaning(figure: Figure, sentence: str, words: FactWords) -> str:
    around = f"{figure.subject} {figure.behind}"
    return next((rule.id for rule in words.figures if rule.fits(figure.unit, around, sentence)), "")


def _fact(chunk: Chunk, sentence: Sentence, figure: Figure, known: str) -> Fact:
    start = sentence.start + figure.start
    place = replace(chunk.place, column=(chunk.place.column or 0) + start)
    words = printed_slice(chunk.text, chunk.printed, sentence.start, sentence.start + len(sentence.text))
    return Fact(figure.value, figure.text, figure.unit, figure.approximate, figure.subject, words, chunk.section, place, known)


def _since(chunk: Chunk, sentence: Sentence, words: FactWords) -> Iterator[Fact]:
    for found in _SINCE.finditer(sentence.text):
        for known, groups in words.since:
            if any(all(word in sentence.text for word in group) for group in groups):
                before = sentence.text[: found.start()].rpartition("，")[2]
                yield _fact(chunk, sentence, Figure(*found.span(), Decimal(found[1]), found[1], "年", False, before, ""), known)


def _none(chunk: Chunk, sentence: Sentence, words: FactWords) -> Iterator[Fact]:
    for rule in words.none:
        if found := rule.pattern.search(sentence.text):
            figure = Figure(found.start(), found.end(), Decimal(0), found[0], rule.unit, False, found[0], "")
            yield _fact(chunk, sentence, figure, rule.id)


def _texts(chunk: Chunk, sentence: Sentence, words: FactWords) -> Iterator[Fact]:
    """Statements: `text` is what is stated, `subject` what it is about, value 0."""
    taken: set[str] = set()
    for rule in words.texts:
        for found in rule.pattern.finditer(sentence.text):
            if found["value"] in taken or any(found["value"] in known for known in taken):
                continue
            taken.add(found["value"])
            subject = found.groupdict().get("subject") or ""
            span = (sentence.start + found.start("value"), sentence.start + found.end("value"))
            stated = printed_slice(chunk.text, chunk.printed, *span)
            yield _fact(chunk, sentence, Figure(*found.span(), Decimal(0), stated, "", False, subject, ""), rule.id)
