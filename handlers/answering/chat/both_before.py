"""两家各是多少, 这两年的予以公开, 后一年是前一年的几倍: the two bodies, years or rows that were asked about before."""

from dataclasses import replace

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.asked.measures import crosses
from handlers.answering.asked.summed_wholes import SUMMED
from handlers.answering.chat.spoken import Rule, Spoken, in_order, leaning, of_all
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_BOTH = saying("follow_ups.both")
_WHO = saying("follow_ups.who_of_them")
_TURN = saying("follow_ups.year_in_turn")
_OF_BOTH = saying("follow_ups.share_of_both")
_MORE_OR_LESS = saying("follow_ups.more_or_less_of_them")
_POINTING = ("op.back", "op.which_agency", "op.which_year")
_WHICH = saying("follow_ups.which_of_bodies")
_THAT_BODY = "op.that_body"
_PLACES = {"第一年": 0, "头一年": 0, "第二年": 1}
_OVER_PARTS = ("op.which_row", "op.which_column", "op.nonzero", "op.count_kinds")


def _of_both(frame: Frame, spoken: Spoken) -> Frame | None:
    """A measure asked now of the two spoken of before, each with its own body and year; None when it is not said of both."""
    pair = _pair(frame, spoken)
    share = frame.op("op.share")
    wholes = tuple(o for o in frame.operands if o.within or (share and o.position > share.position))
    parts = [o for o in frame.operands if o not in wholes]
    made = [_of(o, p) for p in pair for o in parts]
    if not made or any(o is None for o in made) or any(o.names or o.years for o in frame.operands):
        return None
    placed = in_order((o for o in made if o), min(o.position for o in parts) - len(made))
    operands = (*placed, *(replace(o, names=pair[-1].names, years=pair[-1].years) for o in wholes))
    return leaning(frame, operands, [op for op in frame.ops if op.id not in _POINTING])


def _the_greater(frame: Frame, spoken: Spoken) -> Frame | None:
    """少的那家是多少 after two figures."""
    items, picked = spoken.figures(2), _MORE_OR_LESS.match(frame.text)
    if not picked or not _two_rows(items) or frame.measured():
        return None
    return leaning(replace(frame, figures=()), in_order(items), [Op("op.which_less" if picked["less"] else "op.which_more", 0, picked[0])])


def _part_of_both(frame: Frame, spoken: Spoken) -> Frame | None:
    """前者占两家合计的百分之几 after two figures; years in their order."""
    items, share = spoken.figures(2), _OF_BOTH.match(frame.text)
    if not share or not _two_rows(items) or frame.measured():
        return None
    ordered = sorted(items, key=lambda o: [y.values for y in o.years]) if "年" in share[0].partition("占")[0] else items
    ops = (Op("op.share", -2, "占几成" if "成" in frame.text else "占"), Op(SUMMED, -1, "合计"))
    return leaning(replace(frame, figures=(), unclear=()), of_all([ordered[1 if share["second"] else 0]], items), ops)


def _two_rows(items: list[Operand]) -> bool:
    return len(items) == 2 and all(i.rows for i in items)


def _pair(frame: Frame, spoken: Spoken) -> list[Operand]:
    """The two last spoken of that differ in what the words name; [] when the words name none, or there are no two."""
    said, who = _BOTH.search(frame.text), _WHO.search(frame.text) if frame.has("op.which_more", "op.which_less") else None
    if not frame.measured() or frame.has(*_OVER_PARTS) or not (said or who) or (said and "占" in frame.text[: said.start()]):
        return []
    kinds = ["year" if who and who["year"] else "body"] if not said else [k for k in ("body", "year", "row") if said[k] or said["any"]]
    return next((pair for kind in kinds if (pair := spoken.two(kind))), [])


def _of(own: Operand, before: Operand) -> Operand | None:
    """What is asked now of one that was spoken of; None when its column does not fit the row."""
    rows = own.rows or before.rows
    fits = bool(own.rows) or all(crosses(r, c) for r in rows for c in own.columns)
    return replace(own, rows=rows, names=before.names, years=before.years) if fits else None


def in_turn(frame: Frame, spoken: Spoken) -> Frame:
    """后一年, 头一年 after several years of one body: the year meant by order, none counted on from them."""
    said = {m[0]: m.lastgroup for m in _TURN.finditer(frame.text)}
    last = sorted({v for o in (spoken.two("year") if said else []) for y in o.years if y.kind == "absolute" for v in y.values})
    if len(last) != 2 or not (frame.measured() or len(said) == 2):
        return frame
    every, pair = spoken.years(), dict(zip(("previous", "next"), last, strict=True))
    meant = {group or "": every[_PLACES[word]] if word in _PLACES else pair[group or ""] for word, group in said.items()}
    only = (Years("absolute", tuple(meant.values())),) if len(said) == 1 else ()  # 第一年 is no year to the lexer
    placed = tuple(replace(o, years=tuple(Years("absolute", (meant[y.kind],)) if y.kind in meant else y for y in o.years) or only) for o in frame.operands)
    return replace(frame, operands=placed)


def that_body(frame: Frame, spoken: Spoken) -> Frame:
    """前面那家, 第一家 after several bodies: those meant, each with the year it was asked about; no other body is named."""
    said, bodies = [op for op in frame.ops if op.id == _THAT_BODY], spoken.bodies()
    meant = [bodies[place] for op in said if (place := _place_of(op.text, len(bodies))) is not None]
    if not said or not bodies or any(o.names for o in frame.operands):
        return frame
    kept = tuple(op for op in frame.ops if op.id != _THAT_BODY)
    if len(meant) != len(said) or (len(said) > 1 and frame.operands):
        return replace(frame, ops=kept, unknown=(*frame.unknown, *(op.text for op in said)))
    share = frame.op("op.share")
    if len(said) == 2 and share and not frame.operands and said[0].position < share.position < said[1].position:  # 后一家占前一家几成
        sides = [replace(o, within=False, position=op.position) for o, op in zip(meant, said, strict=True)]
        ops = (Op("op.share", share.position, f"占{'几成' if '成' in frame.text else ''}"), *(op for op in kept if op.id != "op.share"))
        return leaning(replace(frame, figures=(), unclear=()), sides, ops)
    if len(said) > 1:
        operands = tuple(Operand(names=o.names, years=o.years, position=op.position) for o, op in zip(meant, said, strict=True))
    else:
        operands = tuple(replace(o, names=meant[0].names, years=o.years or meant[0].years) for o in frame.operands or (Operand(),))
    return replace(frame, operands=operands, ops=kept, figures=())


def _place_of(word: str, count: int) -> int | None:
    """Where it stands in the order of asking; None when there is no such place among `count`."""
    found = _WHICH.search(word)
    if not found:
        return None
    middle = 1 if count == 3 else count  # one stands in the middle of three alone
    place = {"nth": "一二三四五".find(found["nth"] or ""), "first": 0, "before": max(0, count - 2), "middle": middle, "last": count - 1}[found.lastgroup or ""]
    return place if place < count else None


RULES: tuple[Rule, ...] = (("of both", _of_both), ("the greater of both", _the_greater), ("part of both", _part_of_both))
