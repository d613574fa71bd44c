"""What part one figure is of several that are added up: of bodies, of years, or of items (占复议加诉讼总数的)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.measured import combined, share
from handlers.answering.asked.measures import Measure
from handlers.answering.asked.summed_wholes import SUMMED
from handlers.answering.operations.alike import incomparable
from handlers.answering.operations.axis import rows_with
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, baseless, missing, value_of, who
from handlers.answering.operations.lookup import distinct_names, listed, notes_of
from handlers.answering.operations.part_units import in_unit, unit_asked
from handlers.answering.replies.scope import Place, Shortfall
from handlers.answering.words.speech import saying

_ITSELF = re.compile("占[了到]?(?:它|其|他|她|自己|本身|这家|自家)?(?:自己|本身)?(?:和|与|跟|加|加上|同|及)|占[了到]?(?:它|他|她|自己|其)")


def of_a_sum(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> bool:
    """占它和上海合计的, 占四年总和的: one part of the same item of several bodies or years added up; 占复议加诉讼总数的 of several items."""
    if ask.frame.has(SUMMED):
        return len(tops) == 1
    if len(tops) == 1 and len(bases) > 1 and any((b.place, b.measure) == (tops[0].place, tops[0].measure) for b in bases) and len({b.operand for b in bases}) == 1:
        return True  # 予以公开、部分公开、不予公开，这里面部分公开占: of all that is listed
    alike = {b.measure for b in bases} == {tops[0].measure} if bases else False
    together = len(bases) > 1 or bool(bases and _ITSELF.search(ask.frame.text))
    return len(tops) == 1 and alike and together and (len(bases) > 1 or ask.frame.has("op.sum"))


_ALL_BODIES = re.compile("(?:全部|所有|全体|收录的|[两三四五六七八九几]|各)(?:的|这些)?[个家座]?(?:收录的)?(?:单位|机关|地方|报告|家|城市|政府|机构|地区)|全库")


def of_all_bodies(ask: Ask, tops: Sequence[Item]) -> bool:
    """占全部单位的: of all the bodies that have a report of that year."""
    named = len({n.agencies for o in ask.frame.operands for n in o.names}) == 1  # 甲、乙、丙三家合计里: those that are listed
    return named and len({t.place for t in tops}) == 1 and ask.frame.has("op.which_agency") and bool(_ALL_BODIES.search(ask.frame.text)) and not ask.directory.is_large()


_ALL_YEARS = re.compile("占[了到]?(?:这|那)?(?:([两三四五六七八])|几|各|历|所有|全部)年(?:里|间)?(?:的)?[^,，。占的]{0,8}?(?:总和|合计|总计|总数|总量|加起来|之和|一共|总共|累计|相加)")
_COUNTED = {c: n for n, c in enumerate("两三四五六七八", 2)}


def of_other_years(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> bool:
    """占四年办结总数的 of 予以公开: over the years, but of another figure."""
    return len(tops) == 1 and bool(_ALL_YEARS.search(ask.frame.text)) and any(b.measure.row != t.measure.row for b in bases for t in tops)


def over_all_years(ask: Ask, tops: Sequence[Item]) -> list[Item]:
    """占四年总和的: the same item of every year there is; [] when that is not asked or there are not so many years."""
    said = _ALL_YEARS.search(ask.frame.text)
    if not said or len(tops) != 1:
        return []
    years = ask.directory.years(tops[0].place.agency.id)
    items = [replace(tops[0], place=Place(tops[0].place.agency, year, report)) for year, report in sorted(years.items())]
    top = ask.read(tops[0])
    found = [i for i in items if (r := ask.read(i)).state == "ok" and (r.unit, r.grade) == (top.unit, top.grade)]
    return found if not said[1] or len(found) == _COUNTED[said[1]] else []


_ALL_DECISIONS = saying("reckoning.all_decisions")
_COUNTED_KINDS = {"两": 2, "三": 3, "四": 4, "五": 5}


def of_all_decisions(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> list[Item]:
    """许可占处理决定总数的, 占三类决定的: the decisions of every row that has them; [] when that is not asked or there are not so many."""
    said = _ALL_DECISIONS.search(ask.frame.text)
    if not said or len(tops) != 1 or bases or tops[0].measure.column not in ("", "decisions") or not tops[0].measure.row.startswith("s2."):
        return []
    items = [replace(tops[0], measure=Measure(row, "decisions")) for row in rows_with(".decisions", tops[0].place)]
    return items if _COUNTED_KINDS.get(said["number"] or "", len(items)) == len(items) else []


def everywhere(ask: Ask, top: Item) -> list[Item]:
    reports = ask.directory.of_year(top.place.year) if any(o.years for o in ask.frame.operands) else ask.directory.newest()
    return [Item(Place(r.agency, r.year, r), top.measure, n) for n, r in enumerate(reports)]


def of_all_together(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> Result:
    """The part of one body or year in the sum of several, itself among them when the question says so."""
    top, own = ask.read(tops[0]), _ITSELF.search(ask.frame.text) and not ask.frame.has(SUMMED)
    readings = [ask.read(i) for i in {(i.place, i.measure): i for i in ((*tops, *bases) if own else bases)}.values()]
    short = missing([top, *readings], ask.directory) or incomparable(readings)
    if short:
        return short
    if len(readings) < 2:  # 占所有单位的, with one report of that year
        return Shortfall("not_understood", "share_of_what")
    whole = combined(readings, tops[0].measure, None)
    name = f"{top.label}占{'、'.join(distinct_names(readings))}合计"
    made = in_unit(share(top, whole, tops[0].place.report, tops[0].measure, name), unit_asked(ask))
    if made.state != "ok":
        return baseless([made]) or Shortfall("not_understood", "share_of_what")
    sums = " + ".join(amount(r) for r in readings)
    return Answer((value_of(made),), f"{who(made)}{made.label}：{amount(made)}", (f"{amount(top)} ÷ ({sums})",), notes_of(readings), readings=(top, *readings))


def each_of_sum(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> Result:
    """占比各多少 after 两家加起来: each of them in the sum."""
    readings = [ask.read(i) for i in bases]
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    whole = combined(readings, tops[0].measure, None)
    made = [in_unit(share(ask.read(t), whole, t.place.report, t.measure, f"{ask.read(t).label}占合计"), unit_asked(ask)) for t in tops]
    return baseless(made) or listed(ask, made)


def pooled(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> Result:
    """两年不予公开合计占两年办结合计的比例: all the parts in all the wholes."""
    parts, wholes = [ask.read(i) for i in tops], [ask.read(i) for i in bases]
    short = missing([*parts, *wholes], ask.directory) or incomparable(parts) or incomparable(wholes)
    if short:
        return short
    top, base = combined(parts, tops[0].measure, None), combined(wholes, bases[0].measure, None)
    made = in_unit(share(top, base, None, tops[0].measure, f"{parts[0].label}合计占{wholes[0].label}合计"), unit_asked(ask))
    if made.state != "ok":
        return baseless([made]) or Shortfall("not_understood", "share_of_what")
    head = f"{'、'.join(distinct_names(parts))}{made.label}：{amount(made)}"
    return Answer((value_of(made),), head, (f"{made.formula} = {amount(made)}",), notes_of([*parts, *wholes]), readings=(*parts, *wholes))


def of_what_is_left(ask: Ask) -> Result:
    """除了予以公开，其余占办结的百分之几: what is left when parts are taken out, in the whole."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    readings = [ask.read(i) for i in items]
    short = missing(readings, ask.directory) or incomparable(readings)
    if short:
        return short
    left = combined(readings, items[0].measure, None, [1, *(-1 for _ in readings[1:])])
    name = f"除去{'、'.join(distinct_names(readings)[1:])}后占{readings[0].label}"
    made = in_unit(share(left, readings[0], items[0].place.report, items[0].measure, name), unit_asked(ask))
    if made.state != "ok":
        return baseless([made]) or Shortfall("not_understood", "share_of_what")
    return Answer((value_of(made),), f"{who(made)}{made.label}：{amount(made)}", (f"({left.formula}) ÷ {amount(readings[0])}",), notes_of(readings), readings=tuple(readings))
