"""What a share is taken of: when nobody says, or says it in everyday words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.measures import REFUSED, Measure, ancestors, family
from handlers.answering.operations.base import Ask, Item

_GOT_NOTHING = re.compile("[没未](?:有|能)?(?:拿|要|得|获|看|讨|弄)[到得着]")
_NAMED_REFUSAL = re.compile("不予公开")


def default_base(top: Item) -> Item | None:
    """What a share is taken of when nobody says."""
    row, column = top.measure.row, top.measure.column
    if column == "change":
        return replace(top, measure=Measure(row, "prev_items"))
    if row in ("s3.new", "s3.carried_in", "s3.carried_out", "s3.result.total", "d.workload"):
        return replace(top, measure=Measure(row, "total")) if column != "total" else None
    if family(row) == "s3":
        return replace(top, measure=Measure("s3.result.total", column))
    if family(row) == "s4":
        return replace(top, measure=Measure(row if column != "total" else "s4.all", "total"))
    if family(row) == "prose" and row != "n.site_info":
        return replace(top, measure=Measure("n.site_info"))
    return None


def widened(ask: Ask, tops: Sequence[Item], base: Item) -> Item:
    """没拿到东西的人里因为信访的: refusals told in everyday words are all that got nothing; 官司输了的占了结的: of the cases that have ended."""
    row, column = base.measure.row, base.measure.column
    outside = all(t.measure.row.startswith("s3.result.") and row not in ancestors(t.measure.row) and t.measure.row != row for t in tops)
    if row == "s3.result.denied" and tops and outside and all(t.measure.row.startswith(REFUSED) for t in tops) and not _NAMED_REFUSAL.search(ask.frame.text):
        return replace(base, measure=Measure("not_public", column))
    ends = {t.measure.column for t in tops} <= {"upheld", "corrected", "other"} and len({t.measure.row for t in tops}) == 1
    return replace(base, measure=Measure(tops[0].measure.row, "decided")) if tops and ends and row == "s3.result.total" and tops[0].measure.row.startswith("s4.") else base


def at_large(ask: Ask, item: Item) -> Item:
    """六成没拿到信息, 过半没公开成: in a part of all, everyday words for having got nothing mean all that was not disclosed."""
    loose = item.measure.row == "s3.result.denied" and (not ask.frame.strong or _GOT_NOTHING.search(ask.frame.text)) and not _NAMED_REFUSAL.search(ask.frame.text)
    return replace(item, measure=Measure("not_public", item.measure.column)) if loose else item


def everywhere_compared(ask: Ask, tops: list[Item], bases: Sequence[Item]) -> list[Item]:
    """予以公开除以办结，杭州和淮安谁高: the parts are those of every body (year) whose whole is named; 邓州的予以公开占杭州和淮安办结的 is of 邓州 alone."""
    places = list(dict.fromkeys(b.place for b in bases)) or [t.place for t in tops]
    compared = ask.frame.has("op.which_more", "op.which_less", "op.compare", "op.than", "op.list") and len(places) > 1 and len({b.measure for b in bases}) == 1
    lacking = len({t.place for t in tops}) == 1 and (len({t.measure for t in tops}) > 1 or tops[0].place == places[0])
    return [replace(t, place=p) for p in places for t in tops] if compared and lacking else tops
