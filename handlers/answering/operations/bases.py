"""What a share is taken of when nobody says."""

from dataclasses import replace

from handlers.answering.measures import Measure, family
from handlers.answering.operations.base import Item


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
