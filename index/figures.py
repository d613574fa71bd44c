"""Figures in a sentence: 50余人次, 1.2万余条, 约300件, 71.11%; never years, dates, list or document numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.numerals import parse_number

_HAN = "零一二两三四五六七八九十百千"
_LIST_NUMBER = re.compile(r"^\s*[-•·*]*\s*(?:\d{1,2}(?:[、)]|\.(?!\d)|\.(?=(?:19|20)\d\d年))|\(\d{1,2}\)|[①-⑳])\s*")
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
_ASIDE = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(r"[\u4e00-\u9fff]{2,12}")
_EDGE = " 、，,;；:：(（)）和及与"
_LONGEST_SUBJECT = 60


@dataclass(frozen=True, slots=True)
class Figure:
    start: int  # offset in the sentence
    end: int  # after the unit
    value: Decimal  # 万 and 亿 multiplied out, except in 万元 and 亿元
    text: str  # "50余", "约300", "1.2万余"
    unit: str
    approximate: bool
    subject: str  # the words before it that say what is counted; those behind it when there are none
    behind: str  # the words behind it up to the next mark: 收到70件|申请


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str  # without its list number
    start: int  # offset in the paragraph


def sentences_of(paragraph: str) -> Iterator[Sentence]:
    for found in _SENTENCE.finditer(paragraph):
        number = _LIST_NUMBER.match(found[0])
        skip = number.end() if number else len(found[0]) - len(found[0].lstrip())
        if found[0][skip:].strip():
            yield Sentence(found[0][skip:].rstrip(), found.start() + skip)


def figure_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    """Longest unit first."""
    unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    return re.compile(
        r"(?:(?P<about>大约|约|将近|近|超过|逾)\s*)?"
        rf"(?P<number>(?<![\dA-Za-z.第/〔\[年月-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|(?<![第{_HAN}])[{_HAN}]+)"
        rf"\s*(?P<scale>[万亿](?!元))?(?P<more>[余多来])?(?P<late>[万亿](?!元))?\s*(?P<unit>{unit})(?P<after>左右|以上)?"
    )


def figures_of(sentence: str, pattern: re.Pattern[str]) -> list[Figure]:
    found: list[Figure] = []
    for match in pattern.finditer(sentence):
        figure = _figure(sentence, match, found[-1].end if found else 0)
        if figure:
            found.append(figure)
    return found


def _figure(sentence: str, match: re.Match[str], after: int) -> Figure | None:
    number, unit = match["number"], match["unit"]
    scale = (match["scale"] or "") + (match["late"] or "")
    if number[0] in _HAN and not _is_count(number, unit, scale):
        return None
    if unit == "元" and scale:
        unit, scale = scale + unit, ""  # 4281.88万余元
    parsed = parse_number(number.replace(",", "") + scale)
    if parsed is None:
        return None
    approximate = any(match[name] for name in ("about", "more", "after"))
    text = (match["about"] or "") + sentence[match.start("number"): match.start("unit")].strip()
    behind = _CLAUSE.match(sentence, match.end())
    words = behind[0] if behind else ""
    subject = _subject(sentence[after: match.start()]) or words
    return Figure(match.start("number"), match.end(), parsed.value, text, unit, approximate, subject, words)


def _is_count(number: str, unit: str, scale: str) -> bool:
    """两次, 五十余人次; not 一个, 三类, 四个季度."""
    return number != "一" and (len(number) > 1 or bool(scale) or unit in ("次", "场", "期", "篇", "份", "人次", "场次", "件", "条"))


def _subject(before: str) -> str:
    """The last clause before the figure; the one before it too when it is a bare word (占, 共)."""
    clauses = [part.strip(_EDGE) for part in re.split(r"[，,;；:：。]", _ASIDE.sub("", before))]
    clauses = [part for part in clauses if part]
    if not clauses:
        return ""
    last = clauses[-1]
    if len(last) < 3 and len(clauses) > 1:
        last = clauses[-2] + "，" + last
    return last[-_LONGEST_SUBJECT:]
