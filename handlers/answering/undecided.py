"""A word that was left open by the question before stays open: 企业公开了几件, then 个人的呢."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.frames import Frame, Operand
from handlers.answering.measures import crosses


def still_open(frame: Frame, history: Sequence[Frame]) -> Frame:
    """`frame` with the undecided word of the last question, when it names no measure but an applicant, a body or a year."""
    last = history[-1] if history else Frame()
    open_word = last.unclear and not last.rows() and any(s.kind != "column" for s in last.unclear[0].senses)
    own = frame.rows() or frame.unclear or frame.unknown or frame.details or frame.definitions or frame.topics or frame.ops
    applicants = all(c.startswith("@") for c in frame.columns())
    return replace(frame, unclear=last.unclear, strong=False) if open_word and not own and applicants and frame.operands else frame


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
