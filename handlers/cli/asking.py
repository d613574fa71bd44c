"""Questions in, replies out, one after the other."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.answering import Answerer, Question, Reply
from handlers.faults import WrongUse
from index.errors import StoreFault, WennianbaoError
from index.store import Store

Trace = Callable[[str, str], None]
_KEPT_AT_ONCE = 200  # questions that are remembered together


class WrongLine(WrongUse):
    """A line of a batch that is no question."""


class UnknownAnswer(WennianbaoError):
    """An answer id that this index has not given out."""


@dataclass(frozen=True, slots=True)
class Asked:
    name: object  # id of the batch line as it stands there; None: it has none
    question: Question


@dataclass(frozen=True, slots=True)
class Answered:
    name: object
    reply: Reply
    milliseconds: float


def read_line(number: int, text: str, today: date | None) -> Asked:
    """A line of a batch: {"id", "context", "question", "now"}; `today` where it has no "now". Raises WrongLine."""
    try:
        fields = json.loads(text)
        name, question, context, now = (fields.get(key) for key in ("id", "question", "context", "now"))
        day = date.fromisoformat(now) if now else today
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise WrongLine(f"第 {number} 行不是问题：每行应为 JSON 对象，now 应为 2021-06-01 这样的日期。") from error
    if not isinstance(question, str) or not isinstance(context or [], list):
        raise WrongLine(f"第 {number} 行不是问题：question 应为字符串，context 应为字符串的列表。")
    return Asked(name, question_of(question, [str(turn) for turn in context or ()], day))


def question_of(text: str, context: Iterable[str] = (), today: date | None = None) -> Question:
    """Half a character, which JSON and a terminal can give, becomes a question mark."""
    whole, *earlier = (part.encode("utf-8", "replace").decode("utf-8") for part in (text, *context))
    return Question(whole, tuple(earlier), today)


def read_lines(lines: Iterable[str], today: date | None) -> Iterator[Asked]:
    """The questions of a batch, as they come; empty lines are passed over. Raises WrongLine."""
    for number, text in enumerate(lines, 1):
        if text.strip():
            yield read_line(number, text, today)


class Asking:
    """Answers one question after the other and remembers them, so that an answer can be shown again by its id."""

    def __init__(self, store: Store, trace: Trace | None = None) -> None:
        self._store, self._answerer, self._trace = store, Answerer(store), trace
        self._unkept: dict[str, str] = {}

    def answer(self, asked: Asked) -> Answered:
        start = time.perf_counter()
        reply = self._answerer.answer(asked.question, trace=self._trace)
        spent = (time.perf_counter() - start) * 1000
        self._unkept[reply.id] = _as_json(asked.question)
        if len(self._unkept) >= _KEPT_AT_ONCE:
            self.keep()
        return Answered(asked.name, reply, spent)

    def answer_all(self, asked: Iterable[Asked]) -> Iterator[Answered]:
        try:
            yield from map(self.answer, asked)
        finally:
            self.keep()

    def recall(self, answer: str) -> Asked:
        """The question behind an answer id. Raises UnknownAnswer."""
        kept = self._store.recall(answer)
        if kept is None:
            raise UnknownAnswer(f"这个索引没有给出过编号为 {answer} 的答复。")
        return read_line(1, kept, None)

    def keep(self) -> None:
        """An index that cannot be written to still answers."""
        with suppress(StoreFault):
            self._store.remember(self._unkept.items())
        self._unkept = {}


def _as_json(question: Question) -> str:
    fields: dict[str, Any] = {"question": question.text, "context": question.context, "now": question.today and question.today.isoformat()}
    return json.dumps(fields, ensure_ascii=False)
