"""Figures as they stand: one, or several in the order asked."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.answering.asked.asking import asks_parts_of_each
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import (
    APPLICANTS,
    OUTCOMES,
    Measure,
    children,
    columns_of,
    family,
    label,
    load_derived,
)
from handlers.answering.operations.base import (
    Answer,
    Ask,
    Choices,
    Item,
    Result,
    amount,
    missing,
    plus_note,
    shortfall,
    value_of,
    who,
)
from handlers.answering.operations.part_units import in_unit, restated, unit_asked
from handlers.answering.replies.readings import Reader, edition_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.sentences import say
from index.vocabulary import NameHit

_BESIDE = re.compile("[和与跟同及、,，;；/&+]|还有|另外|以及|还是|或|vs|and|or")


def lookup(ask: Ask) -> Result:
    """The figures asked for. Several parts of which one is missing: what there is, and what is missing is named."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return _of_those_here(ask) or items
    readings = [ask.read(item) for item in {(i.place, i.measure): i for i in reversed(items)}.values()][::-1]
    if not readings:
        return Shortfall("not_understood", "nothing_to_rank")
    return listed(ask, readings) if len(readings) > 1 else single(ask, readings[0])


def _of_those_here(ask: Ask) -> Result | None:
    """温州和杭州各多少: the body that is here, with the other one named; None when none or all are here."""
    gone = [n for o in ask.frame.operands for n in o.names if not n.agencies]
    here = [n for o in ask.frame.operands for n in o.names if len(n.agencies) == 1]
    if not gone or not here or ask.frame.has("op.sum") or not _named_beside(ask.frame.text, gone, here):
        return None
    operands = tuple(replace(o, names=tuple(n for n in o.names if n not in gone)) for o in ask.frame.operands if not o.names or set(o.names) - set(gone))
    result = lookup(replace(ask, frame=replace(ask.frame, operands=operands)))
    missing_ones = dict.fromkeys(say("no_agency", name=n.text) for n in gone)
    return plus_note(result, *missing_ones) if isinstance(result, Answer) else result


def _named_beside(text: str, gone: Sequence[NameHit], here: Sequence[NameHit]) -> bool:
    """温州和杭州 are two bodies; 西湖区 of 杭州2025年西湖区 narrows the first."""
    first, last = sorted((gone[0], here[0]), key=lambda name: name.start)
    between = text[text.find(first.text) + len(first.text) : text.rfind(last.text)]
    return bool(_BESIDE.search(between))


_CUT = re.compile("(?<!增)(?:减|砍|裁|取消|撤|少|精简|缩)(?:少|掉|去|了|销)*(?:的项目)?(?:多少|几)")


def single(ask: Ask, reading: Reading) -> Result:
    """One figure with what else its name may mean."""
    if reading.state != "ok":
        return shortfall(reading, ask.directory)
    reading = fallen(ask, in_unit(reading, unit_asked(ask)) if reading.unit == "%" and restated(ask) else reading)
    answer = Answer((value_of(reading),), f"{who(reading)}{reading.label}：{amount(reading)}", made_up(reading), reading.notes, readings=(reading,))
    return with_others(ask, answer, reading)


def fallen(ask: Ask, reading: Reading) -> Reading:
    """减了多少项 of a net change that is negative: its size, the printed figure beside it; of one that is not, that it grew."""
    if reading.measure.column == "change" and (reading.value or 0) > 0 and _CUT.search(ask.frame.text):
        return replace(reading, label=f"{reading.label}（增加）")
    asked = "".join(op.text for op in ask.frame.ops if op.id in ("op.difference", "op.growth", "op.less"))
    if reading.measure.column != "change" or reading.value is None or reading.value >= 0 or not re.search("减|少|降", asked) or "增" in asked:
        return reading
    note = f"报告印作 {amount(reading)}"
    return replace(reading, value=-reading.value, label=f"{reading.label}（减少）", notes=(*reading.notes, note))


def made_up(reading: Reading) -> tuple[str, ...]:
    """How a summed figure is made up; nothing for a printed one."""
    if not reading.formula:
        return ()
    printed = "" if reading.unit == "%" or reading.measure.row not in _GROUPS_WITHOUT_ROW else "（表中没有这一行的合计，由各子项相加）"
    return (f"{reading.formula} = {amount(reading)}{printed}",)


_FEW = 4  # parts of a group that are all listed, noughts too, when each is asked for
_ONE_BY_ONE = re.compile("各|分别|每|逐|[三四][个项种类样条块小]|包[括含](?:的|了)?(?:是|有)?哪|分(?:为|成)?哪")
_GROUPS_WITHOUT_ROW = frozenset({
    "s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "s3.result.other", "s4.suit", "s4.all", "not_public", "disclosed",
})


def exception(ask: Ask) -> Result:
    """What is left when a part is taken out cannot be said of these figures: refused, never answered with the part."""
    said = next(op.text for op in ask.frame.ops if op.id == "op.except")
    return Shortfall("not_understood", "not_understood", (("words", said),))


def listed(ask: Ask, readings: Sequence[Reading]) -> Result:
    """Several figures, in the order asked."""
    found = [r for r in readings if r.state == "ok"]
    if not found:
        return shortfall(readings[0], ask.directory) if readings else Shortfall("not_understood", "nothing_to_rank")
    names = distinct_names(readings)
    lines = tuple(f"{name}：{amount(r)}" for name, r in zip(names, readings, strict=True))
    absent = [shortfall_note(n, r) for n, r in zip(names, readings, strict=True) if r.state != "ok"]
    notes = tuple(dict.fromkeys([*absent, *(n for r in readings for n in r.notes)]))
    return Answer(tuple(value_of(r) for r in found), _head(readings), lines, notes, readings=tuple(found))


def shortfall_note(name: str, reading: Reading) -> str:
    """Why one of several figures is missing."""
    words = {
        "no_report": "没有收录这一年的报告", "blank": "报告里是空白，不等于 0", "ambiguous": "数字粘连，有多种读法",
        "not_in_form": "这一格式没有这一项", "not_printed": "报告没有印出这一项", "zero_base": "分母为 0，无法计算",
    }[reading.state]
    options = f"（{'、'.join(map(str, reading.readings))}）" if reading.readings else ""
    return f"{name}：{words}{options}"


_TELLING_APART: tuple[Callable[[Reading], object], ...] = (lambda r: r.agency, lambda r: r.year, lambda r: r.label)


def distinct_names(readings: Sequence[Reading]) -> list[str]:
    """What tells the figures apart: body, year, item."""
    agencies, years, labels = ({f(r) for r in readings} for f in _TELLING_APART)
    names = []
    for reading in readings:
        parts = [reading.agency.name if len(agencies) > 1 and reading.agency else "", f"{reading.year} 年" if len(years) > 1 or len(agencies) > 1 else ""]
        if len(labels) > 1 or not any(parts):
            parts.append(reading.label)
        names.append(" ".join(p for p in parts if p))
    return names


def _head(readings: Sequence[Reading]) -> str:
    first = readings[0]
    place = first.agency.name if len({r.agency for r in readings}) == 1 and first.agency else ""
    year = f"{first.year} 年" if len({r.year for r in readings}) == 1 else ""
    what = first.label if len({r.label for r in readings}) == 1 else ""
    joined = "，".join(f"{n} {amount(r)}" for n, r in zip(distinct_names(readings), readings, strict=True))
    return f"{' '.join(p for p in (place, year) if p)}{what}：{joined}" if place or year or what else joined


# ---------------------------------------------------------------- other readings of the same word

def with_others(ask: Ask, answer: Answer, reading: Reading) -> Answer:
    """Other common readings of an everyday word, each with its figure."""
    others = _other_readings(ask, reading)
    found = [ask.reader.read(reading.report, m) for m in others] if reading.report else []
    kept = [r for r in found if r.state == "ok"]
    if not kept:
        return answer
    words = "；".join(f"{r.label} {amount(r)}" for r in kept)
    return plus_note(Answer(
        answer.values, answer.head, answer.lines, answer.notes, answer.sources, (*answer.also, *(value_of(r) for r in kept)), answer.verdict, answer.readings,
    ), f"另有：{words}")


_FORMAL = re.compile(r"不予公开|不公开|不同意公开|non-?disclosure|exempt|占|比")


def _other_readings(ask: Ask, reading: Reading) -> list[Measure]:
    row, column = reading.measure.row, reading.measure.column
    named = bool(ask.frame.columns())
    if row == "s3.result.denied" and not _FORMAL.search(ask.frame.text):
        return [Measure(r, column) for r in ("s3.result.unable", "s3.result.unprocessed", "s3.result.other", "not_public")]
    if row == "not_public":
        return [Measure(r, column) for r in ("s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "s3.result.other")]
    if row == "s3.result.granted" and not ask.frame.strong:
        return [Measure("s3.result.partial", column), Measure("disclosed", column)]
    if family(row) == "s2" and not named and reading.report:
        return [Measure(row, c) for c in _other_columns(reading, column)]
    if family(row) == "rate":
        return [Measure(other, column) for other in load_derived().rates[row].also]
    if row == "s4.all":
        return [Measure(r, column) for r in ("s4.review", "s4.suit")]
    if row == "s4.suit" and column == "corrected" and not ask.frame.strong:
        return [Measure("s4.review", "corrected")]
    return []


def _other_columns(reading: Reading, column: str) -> list[str]:
    if not reading.report:
        return []
    chosen = column or Reader.default_column(reading.report, reading.measure.row)
    return [c for c in columns_of(reading.measure.row, edition_of(reading.report, reading.measure.row)) if c != chosen]


# ---------------------------------------------------------------- a group and what it is made of

def breakdown(ask: Ask) -> Result:
    """The parts of a group that are not zero, with how many are; of a few all."""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    parts = members(ask, items)
    if len(parts) < 2:
        return lookup(ask)
    readings = [ask.read(i) for i in parts]
    short = missing([r for r in readings if r.state in ("no_report", "ambiguous")], ask.directory)
    if short:
        return short
    few = len(readings) <= _FEW and bool(_ONE_BY_ONE.search(ask.frame.text))
    kept = [r for r in readings if r.value or (few and r.value is not None)]
    zero = [r for r in readings if r.value is not None and r not in kept]
    blank = [r for r in readings if r.value is None]
    if not kept and not zero:
        return shortfall(readings[0], ask.directory)
    first = readings[0]
    group = "、".join(dict.fromkeys(label(i.measure.row) for i in items))
    head = f"{who(first)}{group}：" + ("，".join(f"{r.label} {amount(r)}" for r in kept) if any(r.value for r in kept) else "各项均为 0")
    rest = (f"其余 {len(zero)} 项为 0：{'、'.join(r.label for r in zero)}",) if zero and kept else ()
    blanks = (f"空白（不等于 0）：{'、'.join(r.label for r in blank)}",) if blank else ()
    return Answer(tuple(value_of(r) for r in kept or zero), head, rest, (*blanks, *notes_of(kept)), readings=tuple(kept or zero))


def notes_of(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Caveats of several figures, each once."""
    return tuple(dict.fromkeys(n for r in readings for n in r.notes))


def members(ask: Ask, items: Sequence[Item]) -> tuple[Item, ...]:
    """The leaves of the groups asked about; figures asked one by one stay as they are."""
    if len(items) > 1 and asks_parts_of_each(ask.frame):
        return tuple(part for item in items for part in members(ask, [item]))
    if len(items) != 1:
        return tuple(items)
    item = items[0]
    row, column = item.measure.row, item.measure.column
    if ask.frame.has("op.which_column") or row == "s3.new" or (column == "legal_person" and len(children(row)) == 1):
        return tuple(Item(item.place, Measure(row, c), 0) for c in (APPLICANTS[1:] if column == "legal_person" else APPLICANTS))
    if family(row) == "s4" and column == "total":
        return tuple(Item(item.place, Measure(row, c), 0) for c in OUTCOMES)
    if family(row) != "s3" or not item.place.report:
        return (item,)
    leaves = children(row, edition_of(item.place.report, "s3.result"))
    return tuple(Item(item.place, Measure(leaf, column), 0) for leaf in leaves)


def choose(head: str, options: Sequence[tuple[str, str]]) -> Choices:
    """At most five full questions."""
    return Choices(head, tuple(options[:5]))
