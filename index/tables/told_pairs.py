"""Pairs of a label and its figure in running text, and the rows they make.

A row may begin with its sum: "予以公开 30 件（其中，自然人 27 件；法人或其他组织中，商业企业 0 件…）", and may say of all others
that they are 0: "（各类申请人均为 0 件）", "其余为 0".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from index.forms import load_forms
from index.text import normalise

TOTAL = "总计"
_SEPARATOR = r"[\s;，,、。()|/:—-]"
_GROUP = r"(?:法人(?:或|和|及)?(?:其他|其它)组织|企业和组织)中?"
_MEASURE = r"[件项条个次宗起]"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\s?[年月日号时%‰/]|[\d,]*\.?\d)"
_FIGURE = rf"(?P<figure>(?:[+-]|增加? ?|减少? ?)?{_NUMBER}(?:\s?[万亿]?元)?)(?:\s?[件项条个次](?![\u4e00-\u9fff]))?"
_BLANK = r":\s*(?=[;，,、)])|[\s:]\s*(?P<mark>[-—/*]+|无|空白?|未填)(?=\s*(?:[;，,、)。\n]|$))|\s*(?P<none>\((?:[-—/*]+|无|空白?|未填)\))"
_AMONG = r"[(,，;:]*\s*其中"
_ALL_ARE = r"[^\d。;，,、:\n()]{0,14}?\s*0(?![\d.,])"
_REST = rf"(?:各|其余|其它(?=[各均都])|其他(?=[各均都申]))(?P<rest>{_ALL_ARE})\s*{_MEASURE}?"
_PARTS = rf"{_AMONG}|[(,，]\s*各{_ALL_ARE}"  # behind the sum of a row
_LEAD = r"(?:[\s:为有是]|共计?|合计|(?<=[\u4e00-\u9fff])总计)*"
_SUBTOTAL = rf"{_GROUP}[\s:为共计有]*{_NUMBER}\s*{_MEASURE}?(?=\s*[(,，;:、])"
_NUMBERED = re.compile(r"[\s;，,、。):]*(?:\(?[一二三四五六七八九十\d]{1,2}\)?[、.]?)?\s*")  # nothing but a list number


@dataclass(frozen=True, slots=True)
class Pair:
    label: str
    figure: str
    start: int  # of the label in the text
    at: int  # of the figure
    end: int
    first: bool = False  # the sum of a row, said before its parts


@dataclass(frozen=True, slots=True)
class Told:
    """A row: its words begin behind the row before it."""

    start: int
    pairs: tuple[Pair, ...]
    rest: Pair | None = None  # the figure of all columns that have none of their own


class Patterns(NamedTuple):
    mark: re.Pattern[str]  # label and figure, sum before its parts, figure of the rest
    between: re.Pattern[str]  # all that may stand between two of a row


@cache
def patterns() -> Patterns:
    columns = [c for form in load_forms().values() for t in form.tables if t.section != "s6" for c in t.columns if c.printed]
    labels = {normalise(label) for column in columns for label in (column.label, *column.variants)}
    any_label = "|".join(r"\s?".join(map(re.escape, label.replace(" ", ""))) for label in sorted(labels, key=lambda one: (-len(one), one)))
    parts = rf"\s*(?:{_PARTS}|\((?:{any_label})[\s:为]*\d)"
    pair = rf"(?P<label>{any_label})(?:\s*\((?:单位:)?(?P<unit>[万亿]?元)\))?(?:[\s:为(]*{_FIGURE}(?!{_MEASURE}?{parts})|{_BLANK})"
    measured = rf"\s*{_MEASURE}\s*[,，:;]\s*(?:{_GROUP})?(?:{any_label})[\s:为]*\d"
    total = rf"{_LEAD}(?<![\d.,+-])(?P<total>{_NUMBER})(?=\s?{_MEASURE}?{parts}|{measured})\s?{_MEASURE}?"
    mark = f"(?P<subtotal>{_SUBTOTAL})|{_REST}|{pair}|{total}"
    gap = rf"{_SEPARATOR}|其中|分别|{_SUBTOTAL}|{_GROUP}|[件项条个](?=[;，,。\s])|(?<![^\s;，,、(—-])(?:{any_label})(?=[\s:;，,、)])"
    return Patterns(re.compile(mark), re.compile(f"(?:{gap})*"))


def pairs_of(text: str) -> Iterator[Pair]:
    """The figure of the rest has no label."""
    for found in patterns().mark.finditer(text):
        if found["label"]:
            label = f"{found['label']}({found['unit']})" if found["unit"] else found["label"]
            at = max(found.start("figure"), found.start("mark"), found.end("label"))  # of (空白) nothing is kept
            yield Pair(label, found["figure"] or found["mark"] or "", found.start(), at, found.end())
        elif found["rest"]:
            yield Pair("", "0", found.start(), found.end("rest") - 1, found.end())
        elif found["total"]:
            yield Pair(TOTAL, found["total"], found.start(), found.start("total"), found.end(), True)


def rows_of(text: str) -> Iterator[Told]:
    """A row ends where words stand before the next pair, or where its first column comes again."""
    row: list[Pair] = []
    start = end = 0
    for pair in pairs_of(text):
        if row and begins(pair, row, text[end : pair.start]):
            yield from row_of(start, row, text)
            row = []
        start = start if row else end
        row.append(pair)
        end = pair.end
    yield from row_of(start, row, text)


def begins(pair: Pair, row: list[Pair], gap: str) -> bool:
    known = any(pair.label == other.label for other in row)
    return pair.first or known or not patterns().between.fullmatch(gap)


def row_of(start: int, row: list[Pair], text: str) -> Iterator[Told]:
    """Where nothing stands before 总计 of the first pair, it is the label of the row: "(七)总计 69 件，自然人 63 件"."""
    pairs = [pair for pair in row if pair.label]
    rest = next((pair for pair in row if not pair.label), None)
    if len(pairs) > 1 and pairs[0].label == TOTAL and _NUMBERED.fullmatch(text, start, pairs[0].start):
        pairs[0] = replace(pairs[0], start=pairs[0].at, first=True)
    if pairs:
        yield Told(start, tuple(pairs), rest)
