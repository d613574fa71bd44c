"""A link to one figure: a question that stands alone and was just seen to give this very answer."""

from collections.abc import Iterator
from typing import Protocol

from telegram import Message

from handlers.answering.models import Question, Reply
from handlers.codes import pack, unpack


class Answering(Protocol):
    def answer(self, question: Question) -> Reply: ...


def code_of(answerer: Answering, reply: Reply, text: str) -> str | None:
    """Code of a question without context or clock that is answered with the same values; None when there is none."""
    if reply.status != "answered" or not reply.values:
        return None
    for question in _wordings(reply, text):
        code = pack(question)
        if code and answerer.answer(Question(question)).values == reply.values:
            return code
    return None


def _wordings(reply: Reply, text: str) -> Iterator[str]:
    first = reply.values[0]
    if len(reply.values) == 1 and first.agency and first.year and first.label:
        yield f"{first.agency}{first.year}年{first.label}是多少？"
    yield text


def address(username: str, code: str | None) -> str:
    """"" when there is no code."""
    return f"https://t.me/{username}?start={code}" if code else ""


def cited_question(message: Message) -> str | None:
    """What the message replied to was about: the question behind its link, else its first line or, of a user, its text."""
    for entity, _ in message.parse_entities().items():
        code = (entity.url or "").partition("?start=")[2]
        if code and (question := unpack(code)):
            return question
    text = message.text or message.caption or ""
    return text.strip().split("\n")[0][:200] or None
