"""哪家不予公开占办结的比例最高: one share of every body or every year, to be ranked, bounded or told in a row."""

from dataclasses import replace

from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import Measure
from handlers.answering.operations.base import Ask, Item, crossings
from handlers.answering.operations.bases import default_base
from handlers.answering.operations.bodies import over_agencies
from handlers.answering.operations.part_and_whole import sides
from handlers.answering.operations.part_units import in_unit, unit_asked
from handlers.answering.operations.shares import share_of
from handlers.answering.replies.scope import Shortfall


def shares_along(ask: Ask) -> list[Reading] | Shortfall:
    """The share in each report, in the order of the archive; a shortfall when it is not clear what is a part of what."""
    tops, bases = sides(ask)
    if len(tops) != 1 or len(list(crossings(tops[0]))) != 1 or len(bases) > 1:
        return Shortfall("not_understood", "share_of_what")
    items = _items(ask, tops[0])
    if isinstance(items, Shortfall):
        return items
    made: list[Reading] = []
    for item in items:
        base = _base(item, bases[0]) if bases else default_base(item)
        if base is None or base.measure == item.measure:
            return Shortfall("not_understood", "share_of_what")
        made.append(in_unit(share_of(ask, item, base), unit_asked(ask)))
    return made


def _items(ask: Ask, top: Operand) -> tuple[Item, ...] | Shortfall:
    alone = replace(ask, frame=replace(ask.frame, operands=(top,)))
    if not ask.frame.has("op.which_agency"):
        return alone.items(all_years=True)
    return Shortfall("not_understood", "too_many_bodies") if ask.directory.is_large() else over_agencies(alone)


def _base(item: Item, whole: Operand) -> Item:
    row, column = next(iter(crossings(whole)))
    return replace(item, measure=Measure("s3.result.total" if row == "s3.result" else row, column))
