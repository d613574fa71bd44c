"""Results → replies: first line the answer, then how it is made up, caveats, source."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.measured import Reading
from handlers.answering.models import Choice, Reply
from handlers.answering.operations.base import Answer, Ask, Choices, Result
from handlers.answering.operations.told_checks import SECTION_NAMES, finding_words
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.sentences import say

_SHOWN_SOURCES = 3
_YEAR_BEHIND_WORD = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d{4} 年)")


def caveats(ask: Ask, answer: Answer) -> tuple[str, ...]:
    """What belongs to the answer: defaults, corrections, failed checks that touch its cells, other readings."""
    notes = [say("corrected", written=w, meant=m) for w, m in (*ask.echoes, *_respelt(ask)) if w != m]
    notes += _defaults(ask, answer)
    notes += answer.notes
    notes += _failed(ask, answer.readings)
    return tuple(dict.fromkeys(notes))


def _respelt(ask: Ask) -> tuple[tuple[str, str], ...]:
    return ask.frame.corrected


def _defaults(ask: Ask, answer: Answer) -> list[str]:
    if not answer.values:
        return []
    first = answer.values[0]
    notes = []
    if "agency" in ask.defaults and first.agency:
        notes.append(say("by_default_agency", agency=first.agency))
    if "year" in ask.defaults and first.year:
        notes.append(say("by_default_year", year=str(first.year)))
    return notes


def _failed(ask: Ask, readings: Sequence[Reading]) -> list[str]:
    """Failed checks that the figures take part in, with both sides."""
    found: list[str] = []
    reports = {r.report.id: r.report for r in readings if r.report}
    for number, report in list(reports.items())[:12]:
        cells = {c for r in readings if r.report and r.report.id == number for c in r.cells}
        for finding in ask.reader.failed(number):
            if cells & set(finding.cells):
                place = f"{report.agency.name} {report.year} 年 " if len(reports) > 1 else ""
                found.append(say("checks_failed", words=place + finding_words(finding)))
    return found[:4]


def sources(answer: Answer) -> tuple[str, ...]:
    """Report, section, row and column of the figures."""
    lines: dict[str, list[str]] = {}
    for reading in answer.readings:
        if reading.agency and reading.year:
            title = say("source", agency=reading.agency.name, year=str(reading.year), where="")
            lines.setdefault(title, []).extend(_where(reading))
    return tuple(title + _few(list(dict.fromkeys(places))) for title, places in list(lines.items())[:6])


def _where(reading: Reading) -> list[str]:
    section = next((name for key, name in SECTION_NAMES.items() if reading.cells and reading.cells[0].startswith(f"{key}.")), "")
    return [f"{section}，{s}" if section and not s.startswith("正文") else s for s in reading.sources]


def _few(places: Sequence[str]) -> str:
    more = f" 等 {len(places)} 处" if len(places) > _SHOWN_SOURCES else ""
    return "；".join(places[:_SHOWN_SOURCES]) + more


def word(ask: Ask, result: Result) -> Reply:
    """One sub-question's reply."""
    if isinstance(result, Shortfall):
        return Reply("refused", shortfall_text(result), result.reason, choices=tuple(Choice(*c) for c in result.choices))
    if isinstance(result, Choices):
        lines = [result.head, *(f"{i}. {label}" for i, (label, _) in enumerate(result.options, 1))]
        return Reply("choose", "\n".join(lines), choices=tuple(Choice(*o) for o in result.options))
    inherited = _inherited(ask, result)
    head, *lines = map(_spaced, (result.head, *result.lines)) if all(v.cells for v in result.values) else (result.head, *result.lines)
    parts = [head, *lines, *inherited, *caveats(ask, result), *sources(result), *result.sources]
    return Reply("answered", "\n".join(dict.fromkeys(p for p in parts if p)), None, result.values, result.also, result.verdict)


def _spaced(line: str) -> str:
    """比2020 年 → 比 2020 年: a year of our own making; what a report says is left as it is printed."""
    return _YEAR_BEHIND_WORD.sub(" ", line)


def _inherited(ask: Ask, answer: Answer) -> tuple[str, ...]:
    taken = ask.frame.inherited
    if not taken or not answer.values:
        return ()
    first = answer.values[0]
    words = {"agency": first.agency, "year": f"{first.year} 年" if first.year else "", "measure": first.label}
    said = "、".join(w for w in (words.get(t, t) for t in taken) if w)
    return (say("inherited", what=said),) if said else ()


def shortfall_text(shortfall: Shortfall) -> str:
    """The sentence of a shortfall."""
    return say(shortfall.key, **dict(shortfall.values))


def answer_id(text: str, version: int) -> str:
    """A short id that the same question and data always give."""
    return hashlib.sha256(f"{version}\n{text}".encode("utf-8", "replace")).hexdigest()[:12]


def join(replies: Sequence[Reply], first_asks: bool = False) -> Reply:
    """Several sub-questions in one reply: figures in the order asked, what is missing is named; a beginning that asks for no number may be small talk."""
    if len(replies) == 1:
        return replies[0]
    answered = [r for r in replies if r.status == "answered"]
    if not answered:
        return next((r for r in replies if r.status == "choose"), replies[0])
    shown = replies if first_asks else [r for r in replies if not (r.reason == "not_understood" and r.status == "refused" and r is replies[0])]
    if first_asks and _open(shown[0]):
        return _left_open(shown)
    in_order = shown if first_asks and shown[0].status != "answered" else sorted(shown, key=lambda r: r.status != "answered")
    text = "\n\n".join(r.text for r in in_order)
    verdict = next((r.verdict for r in answered if r.verdict), None)
    values = tuple(v for r in answered for v in r.values)
    return Reply("answered", text, None, values, tuple(v for r in answered for v in r.also), verdict)


def _open(reply: Reply) -> bool:
    """What it was asked is not known: another part's figure is no answer to it."""
    return reply.status == "choose" or reply.reason == "not_understood"


def _left_open(replies: Sequence[Reply]) -> Reply:
    """The first part was not understood: it stays the reply, the figures of the other parts stand beside."""
    beside = tuple(v for r in replies[1:] for v in (*r.values, *r.also))
    return replace(replies[0], text="\n\n".join(r.text for r in replies), also=(*replies[0].also, *beside))
