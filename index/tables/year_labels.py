"""Labels that name a year, or say this year's or last year's: is it the report's own?"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from index.forms import load_forms
from index.tables.figures import UNREAD, is_figure
from index.tables.glosses import bare
from index.tables.labels import core_of, label_index
from index.tables.lines import Line, Slot
from index.text import label_key

_LONGEST = 60  # characters of a label that names a year, its translation counted
YEAR = re.compile(r"(?<![\d\[〔])((?:19|20)\d\d)(?:年度?(?!\d{1,2}月)|(?<=^....)$)")
_WHOLE = re.compile(r"\(?(?:(?:19|20)\d\d(?:年度?)?|本年度?|今年|(?:上一?|去|前)年度?|(?:上年|去年)?同期)(?:情况|数据?|数量|件数|统计数)?(?:\((?:单位:?)?[件条项]\))?\)?")
_OWN = re.compile(r"(?:本年|今年)")
OTHER = re.compile(r"(?<![比较与同和跟])(?:上年|去年|前年|上一年|往年|同期)")  # 比上年减少12项 is a figure of this year
_CARRIED = "结转"  # from one year into another: the year in it is not that of the figure
_PARTS = re.compile(r"[\s/\\>→|_·:-]+")  # between a row and its column
_LABEL = "本年"  # a column or row of the report's own year


def named_years(text: str) -> frozenset[int]:
    """结转2023年度继续办理 is of no other year, 2021年(七)总计 is."""
    found = YEAR.findall(text) if len(text) <= _LONGEST else []
    return frozenset(map(int, found)) if found and (_CARRIED not in text or is_label(YEAR.sub("", text))) else frozenset()


def is_telling(text: str) -> bool:
    """It may name a year; most texts do not."""
    return ("年" in text and len(text) <= _LONGEST) or (len(text) == 4 and text.isdecimal()) or "同期" in text


@dataclass(frozen=True, slots=True)
class Own:
    """The year of the report, None where nobody knows it."""

    year: int | None

    def says(self, text: str) -> bool | None:
        """Is it the label of the report's own year? None: it names no year."""
        return said(text, self.year) if is_telling(text) else None


@lru_cache(maxsize=2048)
def said(text: str, own: int | None) -> bool | None:
    text = bare(text)
    if is_own_year(text):
        return True
    if is_label(text) or any(OTHER.search(part) and is_label(part) for part in _PARTS.split(text)):  # 行政许可 上一年项目数量
        return None
    if years := named_years(text):
        return years == {own}
    return False if _CARRIED not in text and OTHER.search(text) else None


@cache
def is_label(text: str) -> bool:
    """A label of the forms as it stands: 上一年项目数量."""
    return {label_key(text), core_of(text)} & all_labels() != set()


@cache
def all_labels() -> frozenset[str]:
    columns = (column for form in load_forms().values() for table in form.tables for column in table.columns)
    rows = {core for row in label_index().rows for core in row.cores}
    return frozenset(rows | {label_key(label) for column in columns for label in (column.label, *column.variants)})


def is_year(text: str) -> bool:
    """2021年, 上年度, and nothing else."""
    return is_telling(text) and bool(_WHOLE.fullmatch(label_key(text)))


def is_own_year(text: str) -> bool:
    """本年, 本年度数据: a column or row of the report's own year and of nothing else."""
    return is_year(text) and bool(_OWN.match(label_key(text)))


# ---------------------------------------------------------------- lines


def is_number(slot: Slot) -> bool:
    return bool(slot.text) and is_figure(slot.text)


def is_figured(line: Line) -> bool:
    return bool(line.numbers)


def own_label(line: Line) -> Line:
    """2022年处理决定数量 is the label 处理决定数量, 2022年 alone says 本年."""
    return replace(line, slots=tuple(slot._replace(text=without_year(slot.text)) for slot in line.slots))


def named_own(slot: Slot) -> Slot:
    """The same of a slot beside figures, where 1962 is one of them."""
    return slot if is_number(slot) else slot._replace(text=without_year(slot.text))


def without_year(text: str) -> str:
    if (is_figure(text) and not YEAR.fullmatch(text)) or not named_years(text) or is_label(text):
        return text
    text = bare(text)
    rest = YEAR.sub("", text).replace("()", "").strip(" :-")
    return rest if rest and not is_year(text) else _LABEL


def unread(line: Line) -> Line:
    return replace(line, slots=tuple(slot._replace(text=UNREAD) if is_number(slot) else slot for slot in line.slots))
