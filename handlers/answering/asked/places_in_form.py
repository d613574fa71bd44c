"""Rows called by their place in the printed form: 不予公开第4项, 无法提供1、2、3小项, 第三部分（四）2, 表三第（七）行."""

import re
from collections.abc import Iterator
from functools import cache

from handlers.answering.asked.measures import children, label

_GROUPS = tuple(f"s3.result.{g}" for g in ("granted", "partial", "denied", "unable", "unprocessed", "other", "total"))  # (一) to (七)
_HAN = "一二三四五六七八九"
_ONE = f"[1-9{_HAN}]"
_UNIT = "(?:小?(?:项|条|款|点|种|类)|行)"
_OF = "(?:里[面头]?|中|当中|下面|底下|项下|的|[,，: ])*"
_LISTED = f"(?:第?{_ONE}{_UNIT}?[至到~—-]第?{_ONE}|第?{_ONE}{_UNIT}?(?:[、,，和与及跟]第?{_ONE}{_UNIT}?)*)"
_NUMBERED = re.compile("第|[、,，至到~—-]")
_RANGE = re.compile("[至到~—-]")
_TABLE = "(?:第三部分|第三张表|表三|(?<![第一二三四五六七八九十])三)(?:[的里中,， ]|第?三[、,])*"


def named_by_place(text: str) -> str:
    """The normalised question with the labels of the rows in the place of their numbers."""
    of_group, of_table = _patterns()
    text = of_group.sub(lambda found: (_NUMBERED.search(found["listed"]) and _named(found["group"], found["listed"])) or found[0], text)  # 不予公开的八条理由 are counted
    return of_table.sub(lambda found: _in_table(found) or found[0], text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(label(g) for g in _GROUPS[:-1])
    return (
        re.compile(f"(?:第?[(]?[{_HAN}][)]?(?:大?项|[、.])?)?(?P<group>{names}){_OF}(?P<listed>{_LISTED}){_UNIT}(?!多(?!少)|以|之)"),
        re.compile(f"{_TABLE}第?[(](?P<place>[{_HAN}])[)](?:大?项|行|栏)?(?:{_OF}(?P<listed>{_LISTED})(?:{_UNIT}|(?![\\d{_HAN}万千百十年月件份])))?"),
    )


def _in_table(found: re.Match[str]) -> str:
    at = _HAN.index(found["place"])
    if at >= len(_GROUPS):
        return ""
    return _named(label(_GROUPS[at]), found["listed"]) if found["listed"] else f"{label(_GROUPS[at])}"


def _named(group: str, listed: str) -> str:
    """不予公开, 4 → 保护第三方合法权益; "" where the form has no such row."""
    row = next(g for g in _GROUPS if label(g) == group)
    parts, places = children(row), list(_places(listed))
    if not places or max(places) > len(parts) or len(parts) < 2:
        return ""
    return "、".join(label(parts[place - 1]) for place in places)


def _places(listed: str) -> Iterator[int]:
    found = [int(d) if d.isdigit() else _HAN.index(d) + 1 for d in re.findall(_ONE, listed)]
    yield from range(found[0], found[-1] + 1) if _RANGE.search(listed) else found
