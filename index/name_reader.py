"""Reads place and organ names out of a question, before anything is looked up in the index of agencies."""

import re
from dataclasses import dataclass, replace

from index.organ_words import load_organ_words
from index.organs import leading_places
from index.places import Places, Region
from index.prefixes import prefix_at

_GOVERNMENT = re.compile(
    r"(?:[省市县区州]?人民政府|[省市县区州]?政府)(?!信息|资讯|集中|采购|网|公报|规章|购买|部门|公开|文件|投资|办)"
)
_OFFICE = re.compile(r"(?:[省市县区州]?人民政府|[省市县区州]?政府|府)办(?:公[室厅])?")
_COMMITTEE = re.compile(r"管委会|管理委员会|管委")
GENERIC = re.compile(
    r"(?:[^\W\da-zA-Z_的了多少几哪公开申请予不年各全某有和与跟比及加较在是这那我你您他被给把对从向到去来做收办]{2,7}?"
    r"(?:局|厅|委员会|管委会|医院|大学|学院|中学|小学|街道|镇|乡)|大学|医院)(?:人民政府|政府|办事处)?"
)
_CONJUNCTIONS = frozenset("和与跟同比及")
_LEADS = frozenset("年的查问看下跟与比对")
_JOINING = frozenset({"加上", "算上", "还有", "以及"})  # their last character begins no name: 加上|杭州
_BEFORE_THAN = frozenset("当等大小高低多少属位关对由至")  # 相当于|洪泽, no 于洪
_LONGEST_BODY = 22


@dataclass(frozen=True, slots=True)
class Reading:
    start: int
    end: int
    regions: tuple[Region, ...]  # the innermost place; several of the same name
    body: str  # "" the place alone · government · committee · a department as written
    short: bool  # the place is named without its kind: 邓州
    prefix: str = ""  # what stands before the place of a branch: 国家税务总局


def exact_readings(text: str, places: Places) -> list[Reading]:
    """Every name spelt right, from left to right, the longest first, without overlaps."""
    found: list[Reading] = []
    start = 0
    while start < len(text) - 1:
        reading = reading_at(text, start, places)
        if reading and (text[start] in _CONJUNCTIONS or text[max(0, start - 1) : start + 1] in _JOINING or _says_than(text, start)):
            after = reading_at(text, start + 1, places)
            reading = after if after and after.end > reading.end else reading
        if reading:
            found.append(reading)
        start = reading.end if reading else start + 1
    return found


def _says_than(text: str, start: int) -> bool:
    return text[start] == "于" and start > 0 and text[start - 1] in _BEFORE_THAN


def reading_at(text: str, start: int, places: Places) -> Reading | None:
    """A branch of another office with that office's name, if it stands there: 国家税务总局|邓州市|税务局."""
    prefix = prefix_at(text, start)
    if not prefix and not places.begins(text[start : start + 2]):
        return None
    branch = _place_at(text, start + len(prefix), places) if prefix else None
    if branch and branch.body not in ("", "committee"):
        return replace(branch, start=start, prefix=prefix)
    return _place_at(text, start, places)


def _place_at(text: str, start: int, places: Places) -> Reading | None:
    if start >= len(text) or not "\u4e00" <= text[start] <= "\u9fff":
        return None
    regions, end = leading_places(text[start: start + 40], places)
    if not regions:
        return None
    reading = with_body(text, start, start + end, regions, text[start: start + end])
    own = _is_place(text[start: start + end]) or (reading.body and _begins_thought(text, start))
    return reading if own else None


def with_body(text: str, start: int, end: int, regions: tuple[Region, ...], name: str) -> Reading:
    """A place together with 人民政府, 管委会 or a department that follows it."""
    body, end = _body_at(text, end)
    return Reading(start, end, regions, body, not any(name.endswith(r.name) for r in regions))


def _is_place(name: str) -> bool:
    """城区 and 和县 are ordinary words more often than places, where no body follows."""
    return name not in load_organ_words().ordinary


def _begins_thought(text: str, start: int) -> bool:
    """和县人民政府2021年, not 各市和县人民政府."""
    before = text[start - 1: start] if start else ""
    return not "\u4e00" <= before <= "\u9fff" or before in _LEADS


def _body_at(text: str, end: int) -> tuple[str, int]:
    after = end + 1 if text[end: end + 1] == "的" else end  # 邓州的教育局
    if department := department_at(text, after):
        return department
    if found := _OFFICE.match(text, end):
        return "人民政府办公" + ("厅" if found[0].endswith("厅") else "室"), found.end()
    if found := _GOVERNMENT.match(text, end):
        return "government", found.end()
    if found := _COMMITTEE.match(text, end):
        return "committee", found.end()
    words = load_organ_words()
    generic = GENERIC.match(text, end)
    if generic and not generic[0].endswith(words.never) and not _mid_word(text, generic.end()):
        return generic[0], generic.end()
    return "", end


def department_at(text: str, start: int) -> tuple[str, int] | None:
    """The longest known department at `start`, as written, and its end."""
    words = load_organ_words()
    for stop in range(min(len(text), start + _LONGEST_BODY), start + 1, -1):
        name = text[start:stop]
        if (name in words.shorts or name in words.fulls) and not _mid_word(text, stop):
            return name, stop
    return None


def _mid_word(text: str, stop: int) -> bool:
    """科委|托: the ending belongs to the next word."""
    return text[stop - 1: stop + 1] in {"委托", "局面", "局部", "局势", "办理", "办结", "办公", "办件", "办完", "办了", "委员", "乡镇", "镇办", "乡村"}
