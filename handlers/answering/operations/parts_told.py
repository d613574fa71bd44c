"""What the prose tells of a part: 行政许可类信息69条, 各乡镇主动公开政府信息613条."""

import re
from itertools import pairwise

from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result, with_unit
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from index.models import Fact

_AMOUNTS = ("多少", "几", "占", "条数", "件数", "数量", "总数", "how many")
_KIND = re.compile(r"(?P<kind>[\u4e00-\u9fff、]{2,24}?)(?:类|方面)的?(?:政府|政务)?(?:信息|的|公开|有|多少|几|一共|发|占)|(?P<plain>[\u4e00-\u9fff、]{2,24}?)信息(?:(?:条数|数量|数|一共|公开了|公布了|有)*(?:多少|几)|(?:公开|公布)?(?:的)?(?:条数|数量|总数)$)")
_WHOSE = re.compile("其他应?当?(?:主动)?公开|(?:乡镇|区直|市直|县直|各部门|管委会及)(?!办?的?(?:网站|公告|公示|查阅|规范性|申请)).{0,12}?(?:公开|公布|发布|信息|占了?(?:多少|百分|几成|比))|(?:公开|公布|发布)[^。;；]{0,8}?(?:里|中)[^。;；]{0,4}?(?:乡镇|区直|市直|县直)")
_FRAME = re.compile("其中|政府信息|信息|主动公开|公布|各类|应当|[类应各的和及与、]")
_SHARE = re.compile("占(?!了?(?:多少|几)[条件份])|百分|比例|比重|几成")
_AGAINST = re.compile("[比跟].{0,12}[多少高低]|平均|加起来|合计|各是|分别|最[多少]|哪[个类种]")
_NO_ROW = re.compile(r"[\u4e00-\u9fff]类的?(?:政府|政务)?(?:信息|资讯)|(?:乡镇|区直|市直|县直)(?!办).{0,6}(?:主动公开|公布信息|发布信息)")
_ALIKE = 0.6  # share of the character pairs of the part's name that the question holds


def part_told(ask: Ask) -> Result | None:
    """The figure of the part that is named, a refusal when only the whole is told; None when the question names no part."""
    text = ask.frame.text
    said = _KIND.search(text) or _WHOSE.search(text)
    if not said or _AGAINST.search(text) or not any(w in text for w in _AMOUNTS):
        return None
    scope = ask.here()
    if isinstance(scope, Shortfall) or len(scope.places) != 1 or scope.places[0].report is None:
        return None
    facts = ask.reader.facts(scope.places[0].report.id)
    found = [(i, f) for i, f in enumerate(facts) if not f.id and f.unit == "条" and _named(f.subject, text, whole=not _KIND.search(text))]
    if len(found) != 1:
        part = _NO_ROW.search(text)
        whole = all(r.startswith(("s2.", "n.active", "n.site", "t08.active")) for r in ask.frame.rows()) and not ("乡镇" in text and "部门" in text)
        return Shortfall("not_in_report", "not_counted_so", (("words", part[0]),)) if part and whole and ask.frame.rows() else None
    at, fact = found[0]
    share = facts[at + 1] if at + 1 < len(facts) and facts[at + 1].unit == "%" and facts[at + 1].sentence == fact.sentence else None
    told = (share, fact) if share and _SHARE.search(text) else (fact,)
    place = scope.places[0]
    values = tuple(Value(plain(f.value), f.unit, fact.subject, place.agency.name, place.year, ()) for f in told)
    return Answer(values, f"{place.agency.name} {place.year} 年{fact.subject}：{_shown(told)}", (f"正文：{fact.sentence}",))


def _shown(facts: tuple[Fact, ...]) -> str:
    return "，".join(with_unit(plain(f.value), f.unit, f.approximate) for f in facts)


def _named(subject: str, text: str, whole: bool) -> bool:
    """Enough of the part's name stands in the question: 扶贫救灾社保就业类 of 民政扶贫救灾社会保障就业类信息."""
    pieces = [p for p in _FRAME.split(subject) if len(p) > 1]
    if not pieces or "信息" not in subject:
        return False
    if whole:
        return any(_short(p) in text for p in pieces)
    if any(_within(_KIND.search(text), p) for p in pieces):
        return True
    wanted = {a + b for p in pieces for a, b in pairwise(p)}
    return len({w for w in wanted if w in text}) >= max(1, min(2, len(wanted)), _ALIKE * min(len(wanted), 6))


def _within(said: re.Match[str] | None, piece: str) -> bool:
    """科教文卫类 of 科教文体卫生: four characters or more before 类, all of the name and in its order."""
    kind = (said["kind"] or said["plain"]) if said else ""
    for start in range(max(0, len(kind) - 3)):
        rest = iter(piece)
        if all(c in rest for c in kind[start:]):
            return True
    return False


def _short(piece: str) -> str:
    """区直部门, 区管委会 → the two characters that tell it."""
    return next((w for w in ("乡镇", "区直", "市直", "县直") if w in piece), piece)
