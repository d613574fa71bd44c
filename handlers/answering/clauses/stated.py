"""Figures that are stated before the question (通报发了十二期，那直接起诉的几件): they only tell; what is asked is asked by the last clause."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.answering.asked.in_prose import told_in_both
from handlers.answering.clauses.clauses import NUMBER, Clause
from handlers.answering.words.lexicon import Sense, kind_of
from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import saying

_THINGS = frozenset({"row", "fact", "metric"})
_TELLING = frozenset({"op.exists", "op.same", "op.sum", "op.all", "op.table", "op.within", "op.back", "op.list"})  # words of operations that a statement, or a question on its own, may hold
_LEANS = saying("asking.leans_on_before")
_AND_THAT = saying("follow_ups.and_that")
_OF_TABLE = saying("asking.of_the_table")
_OF_PROSE = saying("asking.of_the_prose")


def without_statements(kept: Sequence[Clause]) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """(clauses that ask, clauses that only state a figure); a row stated before a column is kept for it."""
    asking = kept[-1] if kept else None
    stated = [c for c in kept[:-1] if asking and _states(c) and not _names_applicant(c, asking)]
    if asking is None or not stated or not _asks_alone(asking):
        return tuple(kept), ()
    if _has(_THINGS, asking) or all(_applicants(c) and not _has(_THINGS, c) for c in (asking, *stated)):
        return tuple(c for c in kept if c not in stated), tuple(stated)
    counterparts = _counterparts(asking.text)
    columns = any("column" in m.kinds() for m in asking.mentions)
    return tuple(_heading(c, columns, counterparts) if c in stated else c for c in kept), ()


def _asks_alone(clause: Clause) -> bool:
    asks = NUMBER.search(clause.text) or _AND_THAT.search(clause.text)
    return bool(asks) and not clause.unknown and not _LEANS.search(clause.text) and _operations(clause) <= _TELLING


def _states(clause: Clause) -> bool:
    """规范性文件有七百多件: a thing and its number, no bound, no part and no question."""
    counted = any(m.figure and m.figure.unit not in ("年", "%", "成", "倍", "分之") for m in clause.mentions)
    return counted and clause.measured and not clause.asks and not clause.text.endswith("的") and _operations(clause) <= _TELLING


def _operations(clause: Clause) -> frozenset[str]:
    return frozenset(s.id for m in clause.mentions for s in m.senses if s.kind == "op" and s.strong)


def _has(kinds: frozenset[str], clause: Clause) -> bool:
    return any(s.kind in kinds and s.strong for m in clause.mentions for s in m.senses)


def _names_applicant(clause: Clause, asking: Clause) -> bool:
    """企业申请1件，予以公开几件: of the enterprises."""
    return _applicants(clause) and not _applicants(asking)


def _applicants(clause: Clause) -> bool:
    return any(s.id.startswith("@") for m in clause.mentions for s in m.senses)


def _heading(clause: Clause, columns: bool, counterparts: Mapping[str, str]) -> Clause:
    """The clause as what heads the question: without its column when another is asked, the row of the table when the table is asked."""
    mentions = (_meant(m, counterparts) for m in clause.mentions)
    return replace(clause, mentions=tuple(m for m in mentions if not (columns and m.kinds() <= {"column", "definition"} and m.senses)))


def _counterparts(text: str) -> Mapping[str, str]:
    """正文说规范性文件710件，表里几件: what the prose tells → the row of the form, and the other way round; {} when neither place is asked."""
    rows = told_in_both()
    if _OF_TABLE.search(text):
        return rows
    return {row: fact for fact, row in rows.items()} if _OF_PROSE.search(text) else {}


def _meant(mention: Mention, counterparts: Mapping[str, str]) -> Mention:
    senses = tuple(Sense(counterparts[s.id], kind_of(counterparts[s.id]), True) if s.id in counterparts else s for s in mention.senses)
    return replace(mention, senses=senses) if counterparts else mention
