"""Largest, smallest, rankings, thresholds and counts: always over all items, ties and missing ones said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from handlers.answering.asked.asking import is_exact, is_range
from handlers.answering.asked.leftovers import asks_number, compares_shares, figures_named
from handlers.answering.asked.measured import Reading
from handlers.answering.models import Value, Verdict
from handlers.answering.operations.axis import along, read_all
from handlers.answering.operations.base import Answer, Ask, Result, amount, shortfall, shown_value, value_of, with_unit
from handlers.answering.operations.conditions import condition, spaced
from handlers.answering.operations.lookup import distinct_names, listed, lookup, notes_of, shortfall_note
from handlers.answering.operations.shares_along import shares_along
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying
from index.numerals import parse_number

_PLACINGS = saying("reckoning.placings")
_FALLS_MOST = saying("reckoning.falls_most")
_EACH = saying("reckoning.each")
_ROUND = 10  # smaller numbers without a unit count kinds
_REPORTS = re.compile("[几多]少?份|reports?")  # 有几份报告…: one body has several
_CITED = 60  # figures named beside the answer at most


ALONG = ("op.which_year", "op.which_agency", "op.which_row", "op.which_column", "op.trend")  # one figure is the largest of what there is


def known_along(ask: Ask) -> tuple[list[Reading], list[Reading]] | Shortfall:
    """(figures, items without one) along the axis of the question."""
    readings = _each(ask)
    if isinstance(readings, Shortfall):
        return readings
    found = [r for r in readings if r.state == "ok"]
    if not found:
        return shortfall(readings[0], ask.directory) if readings else Shortfall("not_understood", "nothing_to_rank")
    return found, [r for r in readings if r.state not in ("ok", "not_in_form", "not_printed")]


def _each(ask: Ask) -> list[Reading] | Shortfall:
    if compares_shares(ask.frame):
        return shares_along(ask)
    items = along(ask)
    return items if isinstance(items, Shortfall) else read_all(ask, items)


def _nonzero(ask: Ask, found: list[Reading]) -> list[Reading]:
    """不为零的里面: zeros are left out when the question says so."""
    return [r for r in found if r.value] or found if ask.frame.has("op.nonzero") else found


def most(ask: Ask) -> Result:
    """The largest; all of them when several tie."""
    return _extreme(ask, largest=not _falls_most(ask))


def _falls_most(ask: Ask) -> bool:
    """减得最多: of 本年增/减 the lowest, as long as it is below nought."""
    return ask.frame.columns() == (".change",) and bool(_FALLS_MOST.search(ask.frame.text))


def superlative(largest: bool, unit: str) -> str:
    """A rate is high or low, everything else many or few."""
    return ("最高" if largest else "最低") if unit == "%" else ("最多" if largest else "最少")


def least(ask: Ask) -> Result:
    """The smallest; zeros are said apart from the smallest that is not zero."""
    return _extreme(ask, largest=False)


def _extreme(ask: Ask, largest: bool) -> Result:
    known = known_along(ask)
    if isinstance(known, Shortfall):
        return known
    found, absent = _nonzero(ask, known[0]), known[1]
    if len(known[0]) == 1 and _stands_alone(ask):
        return Shortfall("not_understood", "nothing_to_rank")
    names = dict(zip(map(id, found), _only_one(ask, found) or distinct_names(found), strict=True))
    ordered = _ordered(found, largest)
    best = [r for r in ordered if r.value == ordered[0].value]
    if _falls_most(ask) and (best[0].value or 0) >= 0:
        return Shortfall("not_understood", "nothing_to_rank")
    word = superlative(largest, best[0].unit)
    second = next((r for r in ordered if r.value != ordered[0].value), None)
    who = "、".join(names[id(r)] for r in best)
    head = f"{_where(found)}{word}的是{who}：{amount(best[0])}" + ("（并列）" if len(best) > 1 else "")
    lines = [f"其次：{names[id(second)]} {amount(second)}"] if second else []
    if second and ask.frame.has("op.difference"):
        lines.insert(0, f"相差 {with_unit(shown_value(abs((best[0].value or Decimal(0)) - (second.value or Decimal(0))), best[0].unit), best[0].unit)}")
    if not largest and not best[0].value and second:
        lines.append(f"不为 0 的里面{word}的是{names[id(second)]}：{amount(second)}")
    rest = [r for r in ordered if r not in best][:8]
    every = len(rest) if _EACH.search(ask.frame.text) and len(ordered) == len(best) + len(rest) else 1  # 许可、处罚、强制各多少，哪个最多
    lines += [f"{names[id(r)]}：{amount(r)}" for r in rest[1:every]]
    others = tuple(value_of(r) for r in ordered if r not in best and r not in rest[:every])[:_CITED]
    return Answer(_named(best + rest[:every], names), head, tuple(lines), (*_absent(absent), *notes_of(best)), also=others, readings=tuple(best + rest))


def _only_one(ask: Ask, found: Sequence[Reading]) -> list[str]:
    """哪个单位2025年许可最多, with one report of that year: the body, no item, is what was asked for; [] when there are several."""
    if len(found) > 1 or not ask.frame.has("op.which_agency") or found[0].agency is None:
        return []
    return [f"{found[0].agency.name}（收录的报告里只有这一家有这个数）"]


def _stands_alone(ask: Ask) -> bool:
    """最大的一笔罚款: nothing that the one figure could be the largest of."""
    named = ask.frame.has(*ALONG) and not (ask.frame.elliptic and {op.id for op in ask.frame.ops} & set(ALONG) == {"op.which_row"})  # 哪类最多 after 科研机构几件
    return not named and figures_named(ask.frame) == 1


def _ordered(found: Sequence[Reading], largest: bool) -> list[Reading]:
    return sorted(found, key=lambda r: r.value or Decimal(0), reverse=largest)


def _named(readings: Sequence[Reading], names: dict[int, str]) -> tuple[Value, ...]:
    return tuple(replace(value_of(r), label=r.label) for r in readings)


def _where(found: Sequence[Reading]) -> str:
    first = found[0]
    place = first.agency.name if first.agency and len({r.agency for r in found}) == 1 else ""
    year = f"{first.year} 年" if len({r.year for r in found}) == 1 else ""
    what = first.label if len({r.label for r in found}) == 1 else ""
    return " ".join(p for p in (place, year) if p) + what


def _absent(absent: Sequence[Reading]) -> tuple[str, ...]:
    if not absent:
        return ()
    return ("没有计入：" + "；".join(shortfall_note(n, r) for n, r in zip(distinct_names(absent), absent, strict=True)),)


def ranking(ask: Ask) -> Result:
    """All items in order, or the first few."""
    known = known_along(ask)
    if isinstance(known, Shortfall):
        return known
    found, absent = _nonzero(ask, known[0]), known[1]
    ordered = _ordered(found, largest=not _from_below(ask))
    names = dict(zip(map(id, found), distinct_names(found), strict=True))
    place = _place_asked(ask)
    if place:
        return _at_place(ordered, names, place, absent, superlative(not _from_below(ask), ordered[0].unit)[1:])
    limit = _limit(ask) or len(ordered)
    shown = [r for r in ordered if len(ordered) <= limit or (r.value or 0) >= (ordered[limit - 1].value or 0)] if limit else ordered
    lines = tuple(f"{i}. {names[id(r)]}：{amount(r)}" for i, r in enumerate(shown[:50], 1))
    head = f"{_where(found)}排序：" + "，".join(f"{names[id(r)]} {amount(r)}" for r in shown[:5]) + ("……" if len(shown) > 5 else "")
    values = _named(shown, names)
    years = _years_ranked(ask, shown)
    return Answer(years or values, head, lines, (*_absent(absent), *_different_years(shown), *notes_of(shown)), also=values if years else (), readings=tuple(shown[:50]))


def _from_below(ask: Ask) -> bool:
    """从少到多, 倒数第二: the smallest first."""
    return ask.frame.has("op.rank_up", "op.least") or any(op.text.startswith("倒数") for op in ask.frame.ops if op.id == "op.nth")


def _years_ranked(ask: Ask, shown: Sequence[Reading]) -> tuple[Value, ...]:
    """2019 至 2022 四年给个名次: of one figure of one body the years are what is placed; () of anything else, and when amounts are asked for."""
    one = len({(r.agency, r.label) for r in shown}) == 1 and len({r.year for r in shown}) == len(shown) > 1
    return tuple(replace(value_of(r), value=str(r.year), unit="年") for r in shown) if one and _PLACINGS.search(ask.frame.text) and not asks_number(ask.frame.text) else ()


def _different_years(shown: Sequence[Reading]) -> tuple[str, ...]:
    years = sorted({r.year for r in shown if r.year})
    return ("各份报告的年份不同：" + "、".join(map(str, years)),) if len(years) > 1 and len({r.agency for r in shown}) > 1 else ()


def _at_place(ordered: Sequence[Reading], names: dict[int, str], place: int, absent: Sequence[Reading], word: str) -> Result:
    steps = list(dict.fromkeys(r.value for r in ordered))
    if place > len(steps):
        return Shortfall("not_understood", "nothing_to_rank")
    tied = [r for r in ordered if r.value == steps[place - 1]]
    head = f"{_where(ordered)}第 {place} {word}的是{'、'.join(names[id(r)] for r in tied)}：{amount(tied[0])}" + ("（并列）" if len(tied) > 1 else "")
    return Answer(_named(tied, names), head, (), (*_absent(absent), *notes_of(tied)), readings=tuple(tied))


def _place_asked(ask: Ask) -> int:
    op = ask.frame.op("op.nth")
    return _digit(op.text) if op and (any(c in op.text for c in "多高大名位的") or op.text[0] in "排数列居位倒") else 0


def _limit(ask: Ask) -> int:
    op = ask.frame.op("op.top")
    return _digit(op.text) if op else 0


def _digit(text: str) -> int:
    for character in text:
        found = parse_number(character.replace("甲", "三")) if character not in "第前" else None
        if found:
            return int(found[0])
    return 0


def others(ask: Ask) -> Result:
    """除了宝应，其他单位各多少: every body but the ones named."""
    items = along(ask)
    return items if isinstance(items, Shortfall) else listed(ask, read_all(ask, items))


def each(ask: Ask) -> Result:
    """各单位新收多少: every body, of the year that is named or of its latest report."""
    newest = (Years("newest", ()),)
    operands = tuple(replace(o, years=o.years or newest) for o in ask.frame.operands)
    readings = _each(replace(ask, frame=replace(ask.frame, operands=operands)))
    return readings if isinstance(readings, Shortfall) else listed(ask, readings)


# ---------------------------------------------------------------- thresholds and counts

def threshold(ask: Ask) -> Result:
    """The items above or below a figure; zero and not zero included."""
    known = known_along(ask)
    if isinstance(known, Shortfall):
        return known
    found, absent = known
    test, words = condition(ask, found[0].unit)
    kept = [r for r in _ordered(found, True) if r.value is not None and test(r.value)]
    names = dict(zip(map(id, found), distinct_names(found), strict=True))
    listed = "、".join(f"{names[id(r)]} {amount(r)}" for r in kept) or "没有"
    counted = f"（共 {len(kept)} 项）" if len(kept) > 1 else ""
    values = _named(kept, names) or (Value("0", "项", f"{spaced(words)}的"),)
    verdict: Verdict | None = ("yes" if kept else "no") if _ASKS_IF_ANY.search(ask.frame.text) else None
    return Answer(values, f"{_where(found)}{spaced(words)}的：{listed}{counted}", (), (*_absent(absent), *notes_of(kept)), verdict=verdict, readings=tuple(kept[:50]))


_ASKS_IF_ANY = re.compile("有没有(?:一|哪)|有没有(?=超|过|大|多|少|低|不|够|满|达)|有没有哪|有无哪|有没有(?:单位|地方|一家|任何)|是否有|有[^,，?？]{0,30}[吗么嘛][?？]?$|did any|is there any|are there any")


def count(ask: Ask) -> Result:
    """How many kinds are not zero (or pass the threshold)."""
    known = known_along(ask)
    if isinstance(known, Shortfall):
        return known
    found, absent = known
    bounded = (ask.frame.has("op.above", "op.below", "op.zero") and (ask.frame.figures or ask.frame.has("op.zero"))) or is_range(ask.frame) or is_exact(ask.frame)
    if len(found) == 1 and not absent and not bounded:  # 规章有几种: how many of the one thing named
        return lookup(ask)
    over = [f for _, f in ask.frame.figures if f.unit == found[0].unit or (not f.unit and f.value >= _ROUND)]
    if over and not bounded:  # 有几种上到一百: a bound that was not understood
        return Shortfall("not_understood", "steps_left", (("words", f"{plain(over[0].value)}{over[0].unit}"),))
    test, words = condition(ask, found[0].unit) if bounded else ((lambda v: v != 0), "不为 0")
    kept = [r for r in _ordered(found, True) if r.value is not None and test(r.value)]
    names = dict(zip(map(id, found), distinct_names(found), strict=True))
    bodies = ask.frame.has("op.which_agency")
    reports = any(op.id == "op.which_agency" and _REPORTS.search(op.text) for op in ask.frame.ops)
    number = len({(r.agency, r.year) for r in kept} if reports else {r.agency for r in kept}) if bodies else len(kept)
    unit = "类" if ask.frame.has("op.which_column") else "年" if ask.frame.has("op.which_year") else "份" if bodies and reports else "个" if bodies else "种"
    listed = "、".join(f"{names[id(r)]} {amount(r)}" for r in kept)
    head = f"{_where(found)}{spaced(words)}的有 {number} {unit}" + (f"：{listed}" if kept else "")
    value = Value(str(number), unit, f"{spaced(words)}的种类", found[0].agency.name if found[0].agency else "", found[0].year, tuple(c for r in found for c in r.cells))
    return Answer((value,), head, (), (*_absent(absent), *notes_of(kept)), also=_named(kept, names), readings=tuple(kept))
