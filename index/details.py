"""What a report says about itself: period, phone, e-mail, address, who compiled it, where and when it was published."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from index.flow import Line
from index.models import Detail, Place
from index.stream import Stream
from index.text import kept

_MOST = 12  # mentions of one kind that are looked at
_DATE = r"(20\d\d)\s*年?\s*[-/.]?\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?"
_DAY = re.compile(_DATE)
_PERIOD = re.compile(
    r"(?:统计(?:数据)?的?(?:期限|时限|时间|周期|区间|年限|时段|范围)|报告期(?:限|间)?|数据的?(?:期限|时限|时间|起止)|起止时间|时间范围)"
    rf"[^\d。]{{0,12}}?{_DATE}\s*(?:零时|0时)?起?\s*(?:至|到|—+|-+|~)\s*"
    r"(?:(20\d\d)\s*年?\s*[-/.]?\s*)?(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?"
)
_ORGAN = r"[\u4e00-\u9fff()、]{3,30}?"
_PATTERNS = {
    "phone": re.compile(
        r"(?:电\s*话(?:号码)?|致电|拨打|热线|联系方式|总机)\s*[:为是]?\s*"
        r"(\(?(?:\+?86-?)?0\d{2,3}\)?\s*[-—]?\s*\d{7,8}(?:[-转]\d{1,5})?|1\d{10}|400-?\d{3}-?\d{4}|\d{7,8})(?!\d)"
        r"|(?<!传真)(?<!传真:)(?<!传真号码:)(?<![\d.-])(0\d{2,3}-\d{7,8})(?!\d)"
    ),
    "email": re.compile(r"((?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.(?:com|cn|net|org|gov))"),
    "address": re.compile(r"地\s*址\s*[:为]\s*([^，,;。)\n]{4,50})"),
    "postcode": re.compile(r"邮\s*政?\s*编\s*码?\s*[:为]?\s*(\d{6})(?!\d)"),
    "compiler": re.compile(
        rf"(?:由|是)({_ORGAN})(?:根据|依据|按照|按|汇总|负责|组织|牵头|结合|综合|编制|编写|编纂|编撰)|"
        rf"(?:[，。,;\s]|^)({_ORGAN})(?:组织|汇总|负责|牵头)?(?:编制|编写|编纂|编撰)(?:完成|发布)?了?(?:本|此|《|\d{{4}}|而)"
    ),
    "contact": re.compile(
        r"请(?:直接|及时|您|你)*(?:与|和|同|向|联系|致电|咨询):?([\u4e00-\u9fff()、]{3,40}?)(?:联系|联络|咨询|反映|反馈|\(|，|,|。)"
    ),
}
_PUBLISHED = re.compile(r"^(?:发布|公开|成文|生成|印发|制发|发文)?(?:日期|时间|时\s*间)\s*[:]?\s*$")
_HEADER_DATE = re.compile(rf"(?:发布|公开|成文|生成|印发|发文)(?:日期|时间)\s*[:：]?\s*({_DATE})")
_URL = re.compile(r"(?:原文链接|来源网址|链接|网址|url)\s*[:：]?\s*(https?://[^\s，。）)<>\"]+)", re.IGNORECASE)
_AFTER_OWN = re.compile(r"^(?:本报告|报告|本年度报告|并|现由|现|由)+")


def details_of(stream: Stream, pairs: Iterable[tuple[str, str, Place]]) -> Iterator[Detail]:
    """Every statement that is found, the first of each kind first. `pairs`: the metadata table around the report."""
    yield from _period(stream)
    for key, pattern in _PATTERNS.items():
        for found in islice(pattern.finditer(stream.text), _MOST):
            value = next(group for group in found.groups() if group)
            if value := _VALUES.get(key, _plain)(value):
                yield Detail(key, value, stream.printed(*found.span()).strip(), stream.place_at(found.start()))
    yield from _published(stream.lines, pairs)


def first_of(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """One detail a key and value, in order; one address, period and compiler, but every phone number."""
    kept: dict[tuple[str, str], Detail] = {}
    seen: set[str] = set()
    for detail in details:
        if detail.key in seen and detail.key not in ("phone", "email"):
            continue
        seen.add(detail.key)
        kept.setdefault((detail.key, detail.value), detail)
    return tuple(kept.values())


def _period(stream: Stream) -> Iterator[Detail]:
    found = _PERIOD.search(stream.text)
    if not found:
        return
    year, month, day, last_year, last_month, last_day = found.groups()
    words, place = stream.printed(*found.span()), stream.place_at(found.start())
    dates = (("period_start", iso(year, month, day)), ("period_end", iso(last_year or year, last_month, last_day)))
    yield from (Detail(key, value, words, place) for key, value in dates if value)


def iso(year: str, month: str, day: str) -> str:
    """2020-12-31; '' for a day that no calendar has."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _published(lines: Iterable[Line], pairs: Iterable[tuple[str, str, Place]]) -> Iterator[Detail]:
    for line in lines:
        dated = _HEADER_DATE.search(line.text) if "日期" in line.text or "时间" in line.text else None
        if (found := dated) and (value := iso(*found.groups()[1:])):
            yield Detail("published", value, found[0], line.place)
        if "://" in line.text and (found := _URL.search(line.text)):
            yield Detail("url", found[1], found[0], line.place)
    for label, value, place in pairs:
        day = _DAY.search(value) if _dates(label) else None
        if day and (known := iso(*day.groups())):
            yield Detail("published", known, f"{label} {value}", place)


@kept
def _dates(label: str) -> bool:
    """It stands before the day of publication."""
    return bool(_PUBLISHED.match(label.replace(" ", "")))


def _phone(text: str) -> str:
    digits = re.sub(r"[^\d-]", "", text.replace("—", "-").replace("转", "-")).removeprefix("86-").removeprefix("86")
    plain = digits.replace("-", "")
    if plain.startswith("0") and len(plain) >= 10:
        area = 3 if plain[1] in "12" else 4
        extension = digits.rsplit("-", 1)[1] if re.search(r"\d{7,8}-\d{1,5}$", digits) else ""
        number = plain[area: len(plain) - len(extension)] if extension else plain[area:]
        return f"{plain[:area]}-{number}" + (f"-{extension}" if extension else "")
    return digits


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _organ(text: str) -> str:
    name = _AFTER_OWN.sub("", _plain(text))
    return "" if re.search(r"信息|条例|规定|要求|报告|疑问", name) and "办" not in name else name


_VALUES = {"phone": _phone, "compiler": _organ, "contact": _organ}
