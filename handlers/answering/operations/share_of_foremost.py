"""最多的那类占多少: the largest of its kind, and what part of the whole it is."""

import re
from dataclasses import replace

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measured import share
from handlers.answering.asked.measures import Measure, ancestors
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, baseless, missing, value_of, who
from handlers.answering.operations.bases import default_base
from handlers.answering.operations.extremes import known_along
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.operations.part_units import in_unit, unit_asked
from handlers.answering.replies.scope import Place, Shortfall

_ACROSS = ("op.which_year", "op.which_agency", "op.trend", "op.rank", "op.top", "op.half")
_THEN = re.compile("[哪谁][^。]{0,12}最[多少大小高低][^。占]{0,12}[,，]")  # 哪种最多，占几成: the one, then its share
_OF_ITS_KIND = re.compile("占[了到]?(?:该|这|此|本|同)[类种块些]")
_WHOLES = ("s3.result.total", "s3.result", "s3.new")


def asks_share_of_foremost(frame: Frame) -> bool:
    """最多 is said before 占, of the parts of one whole."""
    most, taken = frame.op("op.most", "op.least"), next((op for op in frame.ops if op.id == "op.share" and op.text.startswith("占")), None)
    parts = [o for o in frame.operands if o.measured()]
    if taken and sum(o.position < taken.position for o in parts) > 1:  # 办结的单子里信访类霸榜了吧，占百分之多少: one is named
        return False
    return bool(most and taken and 0 <= most.position < taken.position and (parts or frame.has("op.which_row", "op.which_column")) and not frame.figures) and not frame.has(*_ACROSS) and len(parts) <= 2


def share_of_foremost(ask: Ask) -> Result | None:
    """The share, and the figure beside it; None when there is nothing that one could be the largest of."""
    taken = next(op.position for op in ask.frame.ops if op.id == "op.share" and op.text.startswith("占"))
    before = tuple(o for o in ask.frame.operands if o.position < taken and o.measured()) or ask.frame.operands
    ops = tuple(op for op in ask.frame.ops if op.id not in ("op.share", "op.percent", "op.which_column") or (op.id == "op.which_column" and "s3.new" in ask.frame.rows()))
    inner = replace(ask, frame=replace(ask.frame, operands=before, ops=ops))
    known = known_along(inner)
    if isinstance(known, Shortfall) or len(known[0]) < 2 or len({r.report for r in known[0]}) > 1:
        return known if isinstance(known, Shortfall) else None
    lead = max if ask.frame.has("op.most") else min
    best = lead(known[0], key=lambda r: r.value or 0)
    if best.report is None or best.agency is None or sum(r.value == best.value for r in known[0]) > 1:
        return None
    place = Place(best.agency, best.year, best.report)
    base = _base(ask, Item(place, best.measure, 0), taken, before[0].rows if before else ())
    whole = ask.read(base) if base else None
    short = missing([whole], ask.directory) if whole else Shortfall("not_understood", "share_of_what")
    if short or whole is None:
        return short
    made = in_unit(share(best, whole, best.report, best.measure, f"{distinct_names([best, whole])[0]}占{whole.label}"), unit_asked(ask))
    if made.state != "ok":
        return baseless([made]) or Shortfall("not_understood", "share_of_what")
    values = (value_of(best), value_of(made)) if _THEN.search(ask.frame.text) else (value_of(made), value_of(best))
    head = f"{who(best)}最{'多' if lead is max else '少'}的是{best.label} {amount(best)}，占{whole.label} {amount(whole)} 的 {amount(made)}"
    return Answer(values, head, (), notes_of([best, whole]), readings=(best, whole))


def _base(ask: Ask, best: Item, taken: int, within: tuple[str, ...]) -> Item | None:
    """What is said behind 占, else the group that was looked into, else the custom."""
    said = [] if _OF_ITS_KIND.search(ask.frame.text) else [o for o in ask.frame.operands if o.position > taken and o.rows]
    if said:
        row = "s3.result.total" if said[0].rows[0] == "s3.result" else said[0].rows[0]
        return replace(best, measure=Measure(row, said[0].columns[0][1:] if said[0].columns else "total")) if row in (*ancestors(best.measure.row), best.measure.row, *_WHOLES) else None
    group = next((r for r in within if r in ancestors(best.measure.row) and r not in _WHOLES), None)
    return replace(best, measure=Measure(group, best.measure.column)) if group else default_base(best)
