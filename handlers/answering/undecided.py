"""A word that was left open by the question before stays open: 企业公开了几件, then 个人的呢."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.frames import Frame


def still_open(frame: Frame, history: Sequence[Frame]) -> Frame:
    """`frame` with the undecided word of the last question, when it names no measure but an applicant, a body or a year."""
    last = history[-1] if history else Frame()
    open_word = last.unclear and not last.rows() and any(s.kind != "column" for s in last.unclear[0].senses)
    own = frame.rows() or frame.unclear or frame.unknown or frame.details or frame.definitions or frame.topics or frame.ops
    applicants = all(c.startswith("@") for c in frame.columns())
    return replace(frame, unclear=last.unclear, strong=False) if open_word and not own and applicants and frame.operands else frame
