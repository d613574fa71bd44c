"""What every door needs, in one place, and the way from a question to its reply."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeVar, cast

from telegram.ext import ContextTypes

from handlers.answering.models import Question, Reply
from handlers.catalogue import Catalogue
from handlers.inbox import Inbox
from handlers.links import Answering, code_of
from handlers.metrics import Metrics
from index.errors import StoreFault

if TYPE_CHECKING:
    from index.adding import Outcome

Context = ContextTypes.DEFAULT_TYPE
T = TypeVar("T")
log = logging.getLogger(__name__)

TURNS = 5  # earlier questions that a follow-up may lean on
CHINA = timezone(timedelta(hours=8))
NO_TURN = frozenset({"not_understood", "out_of_scope", "too_long"})  # refusals that nothing can follow up


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it came through a door."""

    text: str
    chat: int
    user: int
    moment: datetime  # when it was sent; 去年 is counted from its day in China
    cited: str | None = None  # what the message replied to was about


@dataclass(frozen=True, slots=True)
class Answered:
    reply: Reply
    code: str | None  # of the link to the figure
    turns: tuple[str, ...]  # what the next question may lean on


def _one_thread(name: str) -> Executor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)


@dataclass(frozen=True)
class Desk:
    answerer: Answering
    catalogue: Catalogue
    inbox: Inbox
    admins: frozenset[int] = frozenset()
    add: "Callable[[str, bytes], list[Outcome]] | None" = None  # (file name, content): puts its reports into the index; blocks
    metrics: Metrics = field(default_factory=Metrics)
    thinking: Executor = field(default_factory=lambda: _one_thread("answer"))
    receiving: Executor = field(default_factory=lambda: _one_thread("inbox"))
    closing: Executor = field(default_factory=lambda: _one_thread("done"))  # apart: what was just sent is marked without waiting

    async def think(self, call: Callable[..., T], *values: Any) -> T:
        """Runs what reads the index beside the loop, one after the other."""
        return await asyncio.get_running_loop().run_in_executor(self.thinking, call, *values)

    async def write(self, call: Callable[..., T], *values: Any) -> T:
        """Runs what is written after an answer beside the loop, in order."""
        return await asyncio.get_running_loop().run_in_executor(self.closing, call, *values)

    def answer(self, asked: Asked) -> Answered:
        """Blocking: call it through think()."""
        earlier = self.inbox.turns(asked.chat, asked.user) + ((asked.cited,) if asked.cited else ())
        with self.metrics.seconds.time():
            reply = self.answerer.answer(Question(asked.text, earlier, china_day(asked.moment)))
        turns = earlier if reply.reason in NO_TURN else (*earlier, asked.text)
        return Answered(reply, code_of(self.answerer, reply, asked.text), turns[-TURNS:])

    async def keep_turns(self, asked: Asked, turns: Sequence[str]) -> None:
        """A context that cannot be kept is a loss for the next follow-up, none for the answer just sent."""
        try:
            await self.write(self.inbox.keep_turns, asked.chat, asked.user, turns)
        except StoreFault as fault:
            log.error("context not kept: %s", fault)

    def close(self) -> None:
        for thread in (self.receiving, self.thinking, self.closing):
            thread.shutdown(wait=True)


def china_day(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()


def now() -> datetime:
    return datetime.now(UTC)


def desk_of(context: Context) -> Desk:
    """The desk that application.build() laid out."""
    return cast(Desk, context.bot_data["desk"])
