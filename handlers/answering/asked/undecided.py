"""A word that nothing decides: what was left open by the question before stays open; beside things that are added up it is one of their kind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.leftovers import figures_named
from handlers.answering.asked.measures import column_family, crosses

_SET_APART = ("op.which_more", "op.which_less", "op.compare", "op.difference", "op.ratio")
_WITHHELD = frozenset({"s3.result.denied", "not_public"})


def still_open(frame: Frame, history: Sequence[Frame]) -> Frame:
    """`frame` with the undecided word of the last question, when it names no measure but an applicant, a body or a year."""
    last = history[-1] if history else Frame()
    open_word = last.unclear and not last.rows() and any(s.kind != "column" for s in last.unclear[0].senses)
    own = frame.rows() or frame.unclear or frame.unknown or frame.details or frame.definitions or frame.topics or any(op.id != "op.correct" for op in frame.ops)
    applicants = all(c.startswith("@") for c in frame.columns())
    return replace(frame, unclear=last.unclear, strong=False) if open_word and not own and applicants and frame.operands else frame


def asks_of_both(frame: Frame) -> bool:
    """公开的多还是不公开的多, 公开的占几成, 公开的和部分公开的合计: the word that nothing decides is a side of what is asked."""
    sides = frame.has(*_SET_APART) and bool(frame.rows()) and set(frame.rows()) <= _WITHHELD
    return frame.has("op.share") or sides or (frame.has("op.sum") and figures_named(frame) > 1)


def left_in_list(frame: Frame) -> bool:
    """给公开的、说不掌握的、部分公开的，各几件: the word that nothing decides is a member of a list, which would be told without it."""
    word = re.escape(frame.unclear[0].text)
    if frame.has("op.and") and f"and{word}" in re.sub("[^a-z]", "", frame.text):  # new requests and carried-over requests
        return True
    if frame.has("op.and") and re.search(f"[和与跟及]{word}[量数]?(?:[?？]|$|各|分别)|(?:^|[年的，,]){word}[量数]?[和与跟及]", frame.text):  # 申请量和公开量
        return True
    if not frame.ops and len(frame.rows()) > 1 and re.search(f"(?:^|[，,、/；]){word}(?:[，,、/；]|$)|[结收理开供]{word}$", frame.text):  # 公开，部分公开，不予公开; 新收 办结 结转
        return True
    return frame.has("op.list") and bool(re.search(f"(?:^|、)[^、，,]{{0,12}}{word}、|、[^、，,]{{0,3}}{word}(?=[，,各]|分别|$)", frame.text))


def cleared(frame: Frame, last: Frame) -> Frame:
    """项目有几个 after 政府集中采购: of the columns the word may mean, the one that row has; 有没有结转的 after one of the two."""
    if frame.measured() or not frame.unclear:
        return frame
    spoken_of = [s.id for s in frame.unclear[0].senses if s.id in last.rows()]
    if len(spoken_of) == 1 and not frame.text.rstrip("?？").endswith("呢"):
        return replace(frame, operands=(replace(frame.operands[0] if frame.operands else Operand(), rows=(spoken_of[0],)),), unclear=())
    fitting = [s.id for s in frame.unclear[0].senses if s.kind == "column" and all(crosses(r.split("/")[-1], s.id) for r in last.rows())]
    if len(fitting) != 1 or not last.rows():
        return frame
    return replace(frame, operands=(replace(frame.operands[0] if frame.operands else Operand(), columns=(fitting[0],)),), unclear=())


def taken_in(frame: Frame) -> Frame:
    """商业企业、公益组织和其他加在一起: what is added up with things of one kind is the one of that kind; other words nothing decides are dropped."""
    word, first = frame.unclear[0], next((o for o in frame.operands if o.measured()), None)
    if frame.has("op.share") and set(frame.rows()) == {"s3.result.total"} and any(s.id == "disclosed" for s in word.senses) and first:  # 公开的占办结的几成
        return replace(frame, operands=(replace(first, rows=("disclosed",), position=-1, within=False), *frame.operands), unclear=())
    if first and frame.has(*_SET_APART) and set(frame.rows()) <= _WITHHELD and any(s.id == "disclosed" for s in word.senses):  # 公开的多还是不公开的多
        return replace(frame, operands=(replace(first, rows=("disclosed",), position=-1, within=False), *frame.operands), unclear=())
    if not frame.has("op.sum") or first is None or not word.text.startswith(("其他", "其它")):
        return replace(frame, unclear=())
    kind, named = ("column", first.columns) if len(first.columns) > 1 else ("row", first.rows)
    fitting = [s.id for s in word.senses if s.kind == kind and s.id not in named and any(_alike(s.id, n) for n in named)]
    if len(fitting) != 1:
        return frame
    widened = replace(first, columns=(*first.columns, fitting[0])) if kind == "column" else replace(first, rows=(*first.rows, fitting[0]))
    return replace(frame, operands=tuple(widened if o is first else o for o in frame.operands), unclear=())


def _alike(one: str, other: str) -> bool:
    """Columns of one table, rows of one group."""
    return column_family(one) == column_family(other) if one[:1] in "@." else one.rpartition(".")[0] == other.rpartition(".")[0]
