"""A row of a table as it is printed: every column of it."""

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measures import Measure, columns_of
from handlers.answering.operations.base import Ask, Item, Result
from handlers.answering.operations.lookup import listed
from handlers.answering.replies.readings import edition_of
from handlers.answering.replies.scope import Shortfall

_SUMMED = frozenset({"legal_person"})  # heads the columns of its kinds


def asks_row(frame: Frame) -> bool:
    """行政强制那一行的三个数, 从左到右: one row, and none of its columns named."""
    return frame.has("op.whole_row") and len(frame.rows()) == 1 and not frame.columns()


def row(ask: Ask) -> Result | None:
    """The figures of one row in the order of the form's columns; None for a row without several columns."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    readings = [ask.read(part) for item in items for part in _across(item)]
    return listed(ask, readings) if len(readings) > len(items) else None


def _across(item: Item) -> tuple[Item, ...]:
    report, name = item.place.report, item.measure.row
    columns = columns_of(name, edition_of(report, name)) if report else ()
    return tuple(Item(item.place, Measure(name, column), 0) for column in columns if column not in _SUMMED) or (item,)
