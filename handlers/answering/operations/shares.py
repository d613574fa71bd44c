"""What part one figure is of another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measured import Reading, combined, share
from handlers.answering.asked.measures import Measure, ancestors, children, family
from handlers.answering.asked.summed_wholes import SUMMED
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Item,
    Result,
    amount,
    baseless,
    crossings,
    missing,
    value_of,
    who,
)
from handlers.answering.operations.bases import at_large, default_base, everywhere_compared, widened
from handlers.answering.operations.lookup import listed
from handlers.answering.operations.part_and_whole import sides
from handlers.answering.operations.part_of_sum import (
    each_of_sum,
    everywhere,
    of_a_sum,
    of_all_bodies,
    of_all_decisions,
    of_all_together,
    of_other_years,
    of_what_is_left,
    over_all_years,
    pooled,
)
from handlers.answering.operations.part_units import in_unit, unit_asked
from handlers.answering.operations.verdicts import compared
from handlers.answering.replies.scope import Shortfall
from handlers.answering.replies.units import FACTORS
from handlers.answering.words.speech import saying


def percentage_of(ask: Ask) -> Result:
    """What part one figure is of another, in percent (几成: in tenths)."""
    if ask.frame.has(LEFT):
        return of_what_is_left(ask)
    if _two_wholes(ask):
        return Shortfall("not_understood", "share_of_what")
    tops, bases = _top_and_base(ask)
    bases = [] if _is_itself(tops, bases) and (not ask.frame.has("op.sum") or bases[0].measure.row.startswith("s3.result.")) else bases
    bases = [] if _parts_only(ask, tops, bases) else bases
    bases = [widened(ask, tops, b) for b in bases]
    tops = everywhere_compared(ask, tops if bases or not ask.frame.figures else [at_large(ask, t) for t in tops], bases)
    if not tops:
        return _nowhere(ask) or Shortfall("not_understood", "share_of_what")
    together = _of_sums(ask, tops, bases)
    if together:
        return together
    if len(tops) < len({b.measure for b in bases}):  # one part, several wholes: none of them is left out
        return Shortfall("not_understood", "share_of_what")
    made: list[Reading] = []
    spread = len({t.place for t in tops}) > 1
    for number, top in enumerate(tops):
        base = _base_of(top, number, bases, spread)
        if base is None:
            return Shortfall("not_understood", "share_of_what")
        if _no_whole(top, base) or (base.measure.row != top.measure.row and base.place.agency != top.place.agency):
            return Shortfall("not_understood", "share_of_what")  # 予以公开 of one body is no part of what another one closed
        if _of_other_things(ask, top, base):
            return Shortfall("not_understood", "share_of_what")
        made.append(share_of(ask, top, base))
    either = _EITHER.search(ask.frame.text) and not ask.frame.has("op.which_more", "op.which_less", "op.compare", "op.than")
    if (ask.frame.has("op.sum") or either or _AS_ONE.search(ask.frame.text)) and len(tops) > 1:
        if ask.frame.has("op.sum") and len({t.measure for t in tops}) == 1 and len({t.place for t in tops}) == len(tops) == len(bases):
            return pooled(ask, tops, bases)
        places = dict.fromkeys(t.place for t in tops)
        made = [_together(ask, [t for t in tops if t.place == place], bases, made) for place in places]
    short = missing([m for m in made if m.state != "zero_base"], ask.directory)
    if short:
        return short
    zero = baseless(made)
    if zero:
        return zero
    return _shares(ask, made, tops, bool(bases))


def _of_sums(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> Result | None:
    """The part of something added up: over bodies, years or items; None when nothing is."""
    if of_all_bodies(ask, tops):
        return of_all_together(ask, tops[:1], everywhere(ask, tops[0]))
    if of_other_years(ask, tops, bases):
        return Shortfall("not_understood", "share_of_what")
    if _each_in_sum(ask, tops, bases):
        return each_of_sum(ask, tops, tops)
    if years := over_all_years(ask, tops):
        return of_all_together(ask, tops, years)
    if ask.frame.has(SUMMED) and len(tops) > 1:
        return each_of_sum(ask, tops, bases)
    if decisions := of_all_decisions(ask, tops, bases):
        return of_all_together(ask, tops, decisions)
    if of_a_sum(ask, tops, bases):
        return of_all_together(ask, tops, bases)
    return None


def _each_in_sum(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> bool:
    """两家的新收各占合计的多少: one item of several bodies or years, each in their sum."""
    alike = len({t.measure for t in tops}) == 1 and len({t.place for t in tops}) == len(tops) > 1
    return alike and bool(_EACH_IN_SUM.search(ask.frame.text)) and all(b.measure == tops[0].measure for b in bases)


def _nowhere(ask: Ask) -> Shortfall | None:
    """The body or the year that is missing, when the figures are named."""
    scopes = (ask.scope(o) for o in ask.frame.operands if o.rows)
    return next((s for s in scopes if isinstance(s, Shortfall)), None)


def _two_wholes(ask: Ask) -> bool:
    """A占X和B占Y: two shares in one breath that nothing sets against each other."""
    if ask.frame.has("op.than", "op.which_more", "op.which_less", "op.difference", "op.compare", "op.most", "op.least", "op.rank"):
        return False
    first, *later = [op.position for op in ask.frame.ops if op.id == "op.share" and op.text.startswith("占") and op.position >= 0] or [0]
    said = [o.position for o in ask.frame.operands if o.rows]
    return any(any(first < p < other for p in said) and sum(p > first for p in said) > 1 for other in later)


def _of_other_things(ask: Ask, top: Item, base: Item) -> bool:
    """处罚占收费, 处罚占全部案件: decisions are no part of an amount of money, nor of requests, reviews and lawsuits."""
    money = [ask.read(i).unit in FACTORS for i in (top, base)]
    decisions = [family(i.measure.row) == "s2" for i in (top, base)]
    return money[0] != money[1] or decisions[0] != decisions[1]


def _is_itself(tops: Sequence[Item], bases: Sequence[Item]) -> bool:
    """信访类的占 total: the one whole said is the total of that very row, so the whole of all rows is meant."""
    return len(bases) == 1 and any((t.place, t.measure) == (bases[0].place, bases[0].measure) for t in tops)


def _no_whole(top: Item, base: Item) -> bool:
    """Nothing is a part of itself, or of what is a part of it."""
    column, whole = ((i.measure.column or "total") for i in (top, base))
    same = top.place == base.place and column == whole and base.measure.row != "d.workload"  # all that was to be done is no part of what was done
    return same and (top.measure.row == base.measure.row or top.measure.row in ancestors(base.measure.row)) and top.measure.row.startswith(("s3.result.", "not_public", "disclosed"))


_EACH_IN_SUM = saying("reckoning.each_in_sum")
_ALL_COUNTED = re.compile("[都全](?:算|计|包括|包含|加|含|在内)")


def _parts_only(ask: Ask, tops: Sequence[Item], bases: Sequence[Item]) -> bool:
    """没公开的占多少，不予公开、无法提供都算: what follows says what the part is made of, no whole."""
    return bool(tops) and bool(_ALL_COUNTED.search(ask.frame.text)) and all(_no_whole(t, b) for t in tops for b in bases)


def _together(ask: Ask, tops: Sequence[Item], bases: Sequence[Item], made: Sequence[Reading]) -> Reading:
    """两个加起来占…: the parts added up, of one whole."""
    parts = [ask.read(t) for t in tops]
    whole = combined(parts, tops[0].measure, tops[0].place.report)
    base = _base_of(tops[0], 0, bases, True) or default_base(tops[0])
    name = f"{'与'.join(p.label for p in parts)}合计占{ask.read(base).label}" if base else made[0].label
    return share(whole, ask.read(base), tops[0].place.report, tops[0].measure, name) if base else made[0]


_EITHER = re.compile(r"\bor\b|(?<!或者是)(?<!还)或者?(?!是)")  # in full or partial disclosure
_AS_ONE = re.compile("(?:合|共|总共|一共|合计|合起来|加起来|一起|一块儿?|两者|三者)占(?!.{0,6}各)")
def _shares(ask: Ask, made: Sequence[Reading], tops: Sequence[Item], based: bool) -> Result:
    if len(made) > 1:
        shown = [in_unit(m, unit_asked(ask)) for m in made]
        return compared(ask, shown) if ask.frame.has("op.which_more", "op.which_less", "op.compare", "op.most", "op.least", "op.rank", "op.top", "op.which_year") else listed(ask, shown)
    reading = in_unit(made[0], unit_asked(ask))
    answer = Answer((value_of(reading),), f"{who(reading)}{reading.label}：{amount(reading)}", (f"{reading.formula} = {amount(made[0])}",), reading.notes, readings=tuple(made))
    return _also_decided(ask, answer, tops[0]) if family(tops[0].measure.row) == "s4" else answer


def _base_of(top: Item, number: int, bases: Sequence[Item], spread: bool) -> Item | None:
    """The whole of one part: in the same report when several are compared."""
    if not bases:
        return default_base(top)
    base = bases[min(number, len(bases) - 1)]
    return replace(base, place=top.place) if spread else base


def _also_decided(ask: Ask, answer: Answer, item: Item) -> Answer:
    """The share of decided cases beside the share of all cases; what is called a rate (直接起诉的纠正率) is of those decided, as for all lawsuits."""
    row, column = item.measure.row, item.measure.column
    if column not in ("upheld", "corrected", "other") or not item.place.report:
        return answer
    top = ask.read(item)
    decided = combined([ask.read(replace(item, measure=Measure(row, c))) for c in ("total", "pending")], item.measure, item.place.report, (1, -1))
    other = share(top, decided, item.place.report, item.measure, f"{top.label}占已审结")
    if other.state != "ok":
        return answer
    if "率" in ask.frame.text:
        head, note = f"{who(other)}{other.label}：{amount(other)}", f"占全部案件：{answer.lines[0]}"
        return replace(answer, values=(value_of(other),), head=head, lines=(f"{other.formula} = {amount(other)}",), also=answer.values, notes=(*answer.notes, note))
    return replace(answer, also=(value_of(other),), notes=(*answer.notes, f"按已审结案件计：{other.formula} = {amount(other)}"))


def share_of(ask: Ask, top: Item, base: Item) -> Reading:
    """One figure as a part of another, named by both."""
    one, other = ask.read(top), ask.read(base)
    place = top.place.report
    body = other.agency.name if other.agency and one.agency != other.agency else ""
    when = f"{other.year} 年" if body or one.year != other.year else ""
    name = f"{one.label}占{body}{f' {when}' if body else when}{other.label}"
    return _either_whole(ask, share(one, other, place, top.measure, name), base, other)


_WHOLES = {"s3.new": "s3.result.total", "s3.result.total": "s3.new"}


def _either_whole(ask: Ask, made: Reading, base: Item, whole: Reading) -> Reading:
    """占总数: requests received and those answered are both a total; where they are as many, the share is of both, and that is said."""
    twin = ask.read(replace(base, measure=Measure(_WHOLES[base.measure.row], base.measure.column))) if base.measure.row in _WHOLES else None
    if twin is None or twin.value != whole.value or made.state != "ok" or not _OF_TOTAL.search(ask.frame.text):
        return made
    return replace(made, cells=(*made.cells, *twin.cells), notes=(*made.notes, f"{twin.label}也是 {amount(twin)}，占比相同"))


_OF_TOTAL = re.compile("总[数量计]|(?<!新收)申请|全部|所有|total|requests|applications", re.I)


def _top_and_base(ask: Ask) -> tuple[list[Item], list[Item]]:
    tops, bases = sides(ask)
    if ask.frame.has("op.parts") and not ask.frame.has("op.sum") and len(tops) == 1 and len(children(tops[0].rows[0])) > 1:  # 不予公开各理由占…
        tops, bases = [replace(tops[0], rows=children(tops[0].rows[0]))], bases or tops
    return _expanded(ask, tops), _expanded(ask, bases)


def _expanded(ask: Ask, operands: Sequence[Operand]) -> list[Item]:
    items: list[Item] = []
    for number, operand in enumerate(operands):
        scope = ask.scope(operand)
        if not isinstance(scope, Shortfall):
            items += [Item(p, Measure(_whole(row), column), number) for row, column in crossings(operand) for p in scope.places]
    return items


def _whole(row: str) -> str:
    return "s3.result.total" if row == "s3.result" else row
