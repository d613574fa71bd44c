"""它和部分公开相加, 比部分公开多几件, 折成总计的百分之几: the figure given just now with the one that is named, whatever word points at it."""

from dataclasses import replace

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.leftovers import asks_number
from handlers.answering.asked.measures import TOTAL_COLUMNS, ancestors, family
from handlers.answering.chat.spoken import MEASURE, Rule, Spoken, leaning, of_all, said_before
from handlers.answering.chat.taking_over import OF_LISTS
from handlers.answering.words.speech import saying

_IT = saying("follow_ups.it")
_JOINS = saying("follow_ups.joins")
_ADDS_UP = saying("follow_ups.adding_up")
_SETS = saying("follow_ups.sets_against")
_TAKES = saying("follow_ups.takes_off")
_THAN_IT = saying("follow_ups.than_it")
_AS_PART = saying("follow_ups.as_part_of")
_RECKONS = ("op.share", "op.ratio", "op.average", "op.growth", "op.most", "op.least", "op.rank", "op.which_more", "op.which_less")
_MADE = ("op.most", "op.least", "op.rank", "op.top", "op.share", "op.difference", "op.ratio", "op.than", "op.average")  # no plain figure was given
_ALL_REQUESTS = frozenset({("s3.new",), ("s3.result.total",), ("d.workload",)})


def _pair(frame: Frame, spoken: Spoken) -> tuple[Operand, Operand] | None:
    """(the one figure given just now, the one figure named now); None when there are more, or they are the same."""
    if spoken.last.has(*_MADE) or (frame.has("op.yesno") and not asks_number(frame.text)):  # 是好多嘛 asks how many
        return None
    given, named = spoken.figures(), [o for o in frame.operands if o.measured()]
    if len(given) != 1 or not given[0].rows or len(named) != 1 or len(named[0].rows) > 1 or len(named[0].columns) > 1 or frame.unclear or OF_LISTS & {*named[0].columns, *given[0].columns} or named[0].columns == ("@legal_person",):
        return None
    before, own = given[0], named[0]
    rows = own.rows or before.rows
    columns = own.columns or (before.columns if family(rows[0]) == family(before.rows[0]) and set(before.columns) <= TOTAL_COLUMNS else ())
    own = replace(own, rows=rows, columns=columns, names=own.names or before.names, years=own.years or before.years, within=False)
    return (replace(before, within=False), own) if (own.rows, own.columns, own.names, own.years) != (before.rows, before.columns, before.names, before.years) else None


def _sum(frame: Frame, spoken: Spoken) -> Frame | None:
    pair = _pair(frame, spoken)
    told = _ADDS_UP.search(frame.text) and (_IT.search(frame.text) or _JOINS.search(frame.text))
    if not pair or not told or frame.has(*_RECKONS, "op.difference", "op.than") or frame.figures or _is_whole(*pair) or _is_whole(*pair[::-1]):
        return None
    kept = (op for op in frame.ops if op.id not in ("op.sum", "op.and", "op.back", "op.list"))
    return leaning(frame, said_before(pair), (*kept, Op("op.sum", -3, "合计")), MEASURE)


def _difference(frame: Frame, spoken: Spoken) -> Frame | None:
    pair = _pair(frame, spoken)
    told = _SETS.match(frame.text) or (_IT.search(frame.text) and (frame.has("op.difference", "op.than") or _TAKES.search(frame.text)))
    if not pair or not told or frame.has(*_RECKONS):
        return None
    sides = pair[::-1] if _THAN_IT.search(frame.text) else pair
    return leaning(replace(frame, figures=()), said_before(sides), (Op("op.difference", 0, "多几件"),), MEASURE)


def _share(frame: Frame, spoken: Spoken) -> Frame | None:
    pair = _pair(frame, spoken)
    asks = frame.has("op.share") or _AS_PART.search(frame.text)
    if not pair or not asks or not _is_whole(pair[1], pair[0]) or frame.has("op.most", "op.least", "op.list", "op.than", "op.difference", "op.sum", "op.back"):
        return None
    return leaning(replace(frame, figures=()), of_all([pair[0]], [pair[1]]), (Op("op.share", -1, "占几成" if "成" in frame.text else "占"),), MEASURE)


def _is_whole(whole: Operand, part: Operand) -> bool:
    """Does the figure named now hold the one given just now?"""
    inside = whole.rows[0] in ancestors(part.rows[0]) or (whole.rows in _ALL_REQUESTS and part.rows[0].startswith("s3.result.") and part.rows != ("s3.result.total",))
    of_row = whole.rows == part.rows and set(whole.columns) <= TOTAL_COLUMNS and bool(set(part.columns) - TOTAL_COLUMNS)
    return inside or of_row


RULES: tuple[Rule, ...] = (("sum with it", _sum), ("difference with it", _difference), ("share of it", _share))
