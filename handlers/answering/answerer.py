"""The second walk: question → frames → operation → reply."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.answering.asked.asking import asks_figure
from handlers.answering.asked.defaults import of_this_year, settled
from handlers.answering.asked.frames import Frame
from handlers.answering.asked.in_prose import in_prose
from handlers.answering.asked.leftovers import asked_first, asks_number, needed_first
from handlers.answering.asked.measures import crosses, family
from handlers.answering.asked.parts_of_others import against_part
from handlers.answering.asked.undecided import asks_of_both, left_in_list, still_open, taken_in
from handlers.answering.chat.dialogue import follow
from handlers.answering.chat.picking import written_out
from handlers.answering.clauses.headings import without_headings
from handlers.answering.models import Question, Reply
from handlers.answering.operations.base import Answer, Ask, Choices, Result
from handlers.answering.operations.basis import basis
from handlers.answering.operations.documents import numbered
from handlers.answering.operations.other_tables import of_other_table
from handlers.answering.operations.parts_told import part_told
from handlers.answering.operations.prose import figure as prose_figure
from handlers.answering.operations.prose import lacking, mentioned, quote, told_of_topic
from handlers.answering.operations.where_stands import asks_where
from handlers.answering.operations.year_before import against_year_before, printed_change
from handlers.answering.replies.asked_for import contact_passed_over, passed_over
from handlers.answering.replies.choices import (
    agency_choices,
    column_choices,
    overview,
    row_of,
    total_choices,
    unclear_choices,
)
from handlers.answering.replies.cumulative import accumulated, never_accumulated
from handlers.answering.replies.readings import Reader
from handlers.answering.replies.scope import Directory, Shortfall
from handlers.answering.replies.topics import blocking, declined, flagged, only_talks
from handlers.answering.replies.units import asked_unit, converted
from handlers.answering.replies.wording import answer_id, join, word
from handlers.answering.select import first_rule, perform, tolerant
from handlers.answering.understand import families_of, understand
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.plain import LONGEST
from handlers.answering.words.sentences import say
from index.archive import Archive
from index.places import load_places
from index.ready_made import keep_loaded
from index.vocabulary import AgencyIndex

Trace = Callable[[str, str], None]
_TABLES = frozenset({"s2", "s4", "rate"})  # not counted by applicants, but for the rates of requests
_APPLICANTS = frozenset(("@natural", "@enterprise", "@research", "@welfare", "@legal_service", "@other_org", "@legal_person"))
_PEOPLE = re.compile("民众|群众|老?百姓|公民|市民|人民")
_OF_THESE = re.compile("(?:这|那)?(?:其中|里面|里头|当中|这里面|这里头|之中)")
_LISTED = re.compile("[?？哪谁各]|分别|怎么|如何|是不是|列")
_CONTEXT = 6  # earlier questions that are read again


class Answerer:
    """Answers questions over one archive. Same archive, same question, same reply."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lexicon = load_lexicon()
        self._version = -1
        self._refresh()
        keep_loaded()

    def _refresh(self) -> None:
        """Names, years and figures again after the archive changed."""
        version = self._archive.version()
        if version != self._version:
            self._directory = Directory(self._archive)
            self._names = AgencyIndex(tuple(self._directory.agencies.values()), load_places())
            self._reader = Reader(self._archive)
            self._version = version
            self._warm()

    def _warm(self) -> None:
        """Tables that are made on first use are made now, so that no question waits for them."""
        agency = next(iter(self._directory.agencies.values()), None)
        if agency:
            self._answer(Question(f"{agency.name}{max(self._directory.years(agency.id))}年不与公开的有几件 pinyin"), None)

    def answer(self, question: Question, trace: Trace | None = None) -> Reply:
        """Never raises for what a user may type; shortfalls are replies with a reason."""
        self._refresh()
        reply = self._answer(written_out(replace(question, context=question.context[-_CONTEXT:]), lambda asked: self._answer(asked, None)), trace)
        return replace(reply, id=answer_id("\n".join((*question.context, question.text, str(question.today))), self._version))

    def _answer(self, question: Question, trace: Trace | None) -> Reply:
        text = question.text.strip()
        if not text:
            return Reply("refused", say("empty", samples=self._samples()), "not_understood")
        if len(text) > LONGEST:
            return Reply("refused", say("too_long", limit=str(LONGEST)), "too_long")
        if not self._directory.agencies:
            return Reply("refused", say("empty_index"), "no_agency")
        history = self._history(question.context)
        replies: list[Reply] = []
        frames = _asking(understand(text, self._lexicon, self._names.find, _expected(history), trace))
        for frame in frames:
            leaning = bool(replies) and _without_figure(replies[-1], frame) and not frame.measured() and _of_the_same(frame, history[-1])
            frame = of_this_year(in_prose(settled(follow(frame if replies else still_open(frame, history), history, same_message=bool(replies))), text if len(frames) == 1 else ""))
            if trace:
                trace("query", _shown(frame))
            history = [*history, frame]
            if not frame.told and not (leaning and frame.elliptic):
                replies.append(self._one(frame, question, trace))
        return join(asked_first(frames, replies), needed_first(frames))

    def _history(self, context: Sequence[str]) -> list[Frame]:
        history: list[Frame] = []
        for earlier in context:
            frames = understand(earlier[:LONGEST], self._lexicon, self._names.find, _expected(history))
            for frame in frames:
                history.append(in_prose(settled(follow(still_open(frame, history), history)), earlier if len(frames) == 1 else ""))
        return history

    def _one(self, frame: Frame, question: Question, trace: Trace | None) -> Reply:
        ask = printed_change(against_year_before(accumulated(Ask(frame, self._archive, self._directory, self._reader, question.today))))
        result = self._result(replace(ask, frame=against_part(ask.frame)), trace)
        if isinstance(result, Shortfall) and result.key == "which_agency":
            result = agency_choices(ask)
        if isinstance(result, Answer):
            result = passed_over(frame, result) or converted(result, asked_unit(frame.text))
        if trace:
            trace("result", str(result))
        return word(ask, result)

    def _result(self, ask: Ask, trace: Trace | None) -> Result:
        frame = ask.frame
        part = basis(ask) or mentioned(ask) or numbered(ask) or part_told(ask) or of_other_table(ask) or never_accumulated(ask)
        if part:
            return part
        refused = declined(ask)
        if refused:
            return told_of_topic(ask, refused) or refused
        rule = first_rule(frame)
        if tolerant(rule) and not contact_passed_over(frame):
            return perform(ask, trace, rule)
        if frame.unclear and asks_of_both(frame):
            frame = taken_in(frame)
            ask, rule = replace(ask, frame=frame), first_rule(frame)
        if frame.unclear and (not frame.rows() or (set(frame.rows()) == {"s3.new"} and _only_rows(frame) and (not frame.strong or frame.unclear[0].text.endswith("了")))):  # 企业申请的公开了多少
            return (quote(ask) if blocking(frame) else None) or unclear_choices(ask, frame.unclear[0])
        way = contact_passed_over(frame)
        if way:
            return Shortfall("not_in_report", "not_counted_so", (("words", way),))
        words = blocking(frame)
        if words:
            return (None if _of_a_table(frame) else prose_figure(ask, words)) or quote(ask) or lacking(ask) or Shortfall("not_understood", "not_understood", (("words", "、".join(words)),))
        if frame.unclear and (left_in_list(frame) or (not any(o.rows and o.columns for o in frame.operands) and _needed(frame))):
            return unclear_choices(ask, frame.unclear[0])
        if any(o.columns and not o.rows for o in frame.operands):
            return self._columns_only(ask, trace)
        if not _says_something(frame):
            return self._nothing(ask)
        return perform(ask, trace, rule)

    def _columns_only(self, ask: Ask, trace: Trace | None) -> Result:
        """A column without a row: applicants are asked about new requests, other columns need a row."""
        frame = ask.frame
        if frame.columns() == ("@total",) and not frame.rows() and not frame.elliptic:
            return total_choices(ask)
        if _crowd(frame):
            return perform(replace(ask, frame=replace(frame, operands=tuple(o for o in frame.operands if o.rows))), trace)
        applicants = _APPLICANTS & set(frame.columns())
        if frame.rows() and applicants and all(family(r) in _TABLES and not crosses(r, c) for r in frame.rows() for c in applicants):
            return Shortfall("not_in_report", "not_counted_so", (("words", "申请人类别"),))
        row = row_of(frame)
        if row:
            operands = tuple(replace(o, rows=(row,)) if o.columns and not o.rows else o for o in frame.operands)
            return perform(replace(ask, frame=replace(frame, operands=operands)), trace)
        if frame.has("op.most", "op.least", "op.rank", "op.top", "op.nth", "op.which_row", "op.above", "op.below"):
            return perform(ask, trace)
        return column_choices(ask, lambda chosen: perform(replace(ask, frame=chosen), trace))

    def _nothing(self, ask: Ask) -> Result:
        told = quote(ask)
        if told:
            return told
        if ask.frame.has("op.sum") and not ask.frame.elliptic and not ask.frame.unknown:
            return total_choices(ask)
        named = any(o.names or o.years for o in ask.frame.operands)
        if named and not ask.frame.unknown:
            return overview(ask)
        return Shortfall("not_understood", "nothing_understood", (("samples", self._samples()),))

    def _samples(self) -> str:
        agency = next(iter(self._directory.agencies.values()), None)
        if agency is None:
            return "收到多少件政府信息公开申请？"
        year = max(self._directory.years(agency.id), default="")
        name = min(agency.names, key=len)
        return f"{name}{year}年收到多少件申请？　{name}{year}年不予公开多少件？"


def _crowd(frame: Frame) -> bool:
    """民众告上法院的: who sues the government goes without saying, no applicant is asked for."""
    said = bool(_PEOPLE.search(frame.text)) and "个人" not in frame.text
    return said and bool(frame.rows()) and all(family(r) == "s4" for r in frame.rows()) and all(o.columns == ("@natural",) for o in frame.operands if not o.rows)


def _without_figure(reply: Reply, frame: Frame) -> bool:
    """Nothing in it that the next part could be a share of, or be set against."""
    return (bool(reply.choices) and frame.has("op.sum", "op.difference", "op.share", "op.ratio", "op.average")) or reply.reason in ("not_understood", "not_in_report", "out_of_scope")


def _of_the_same(frame: Frame, before: Frame) -> bool:
    """Names no body and no year that the part before did not."""
    own, said = ([*(n.text for o in f.operands for n in o.names), *(y for o in f.operands for y in o.years)] for f in (frame, before))
    return all(one in said for one in own)


def _asking(frames: Sequence[Frame]) -> Sequence[Frame]:
    """Small talk beside a question is passed over; a cause that is asked for stands for what it explains."""
    apart = [f for f in frames if any(flagged(op.id, "outweighs") for op in f.ops) and not asks_number(f.text)]  # …发了几条，单算微信
    kept = apart or without_headings(_without_background([f for f in frames if not only_talks(f)])) or frames
    bodies = any(f.has("op.which_agency", "op.coverage") for f in kept)  # 哪些报告…，把单位名字给我
    asking = [f for f in kept if any(flagged(s.id, "asks", bodies) and (s.strong or not f.measured()) for m in f.topics for s in m.senses)]
    asked = [replace(f, told=f.told and f not in asking) for f in kept if f in asking or asks_figure(f)] if asking else kept
    return asked if any(not f.told for f in asked) else [replace(f, told=False) for f in asked]


def _without_background(frames: list[Frame]) -> list[Frame]:
    """复议加诉讼一共那么多案子，其中复议占几成: what comes before 其中 and asks nothing is the whole, no question of its own."""
    whole = [f for f, g in pairwise(frames) if f.measured() and g.has("op.within") and _OF_THESE.match(g.text) and asks_figure(g) and not (asks_figure(f) or _LISTED.search(f.text))]
    return [replace(f, told=True) if f in whole else f for f in frames]


def _expected(history: Sequence[Frame]) -> frozenset[str]:
    return families_of(history[-1].operands) if history else frozenset()


def _of_a_table(frame: Frame) -> bool:
    """规章…让公众看的几部: what a table counts is not answered by a sentence that holds one of the words."""
    return any(r.startswith(("s2.", "s4.", "s3.result", "s3.carried")) or (r == "s3.new" and frame.strong) for r in frame.rows())


def _only_rows(frame: Frame) -> bool:
    """The unclear word would name a row of its own: 给公开了的申请."""
    return all(s.kind != "column" for s in frame.unclear[0].senses) and not frame.has("op.share", "op.sum")


def _needed(frame: Frame) -> bool:
    """An unclear word is a column that no row has taken, or the other way round."""
    return any(s.kind == "column" for s in frame.unclear[0].senses) and not frame.columns()


def _says_something(frame: Frame) -> bool:
    return bool(frame.measured() or asks_where(frame) or frame.details or frame.definitions or frame.has("op.coverage", "op.check", "op.summary", "op.which_agency", "op.which_column", "op.which_row", "op.count_kinds"))


def _shown(frame: Frame) -> str:
    operands = "; ".join(
        f"{'/'.join(n.text for n in o.names) or '-'} {','.join(str(y.values or y.kind) for y in o.years) or '-'} "
        f"{'/'.join(o.rows) or '-'} × {'/'.join(o.columns) or '-'}{' (whole)' if o.within else ''}" for o in frame.operands
    )
    return f"{operands} | {' '.join(op.id for op in frame.ops)} | unknown {frame.unknown} | unclear {[u.text for u in frame.unclear]}"


__all__ = ["Answerer", "Choices"]
