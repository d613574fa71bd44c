"""Every update is stored before Telegram is told that it arrived, so a crash loses none and a repeated one is seen.

Polling confirms, and the webhook answers 200, only after put() has returned: that is where the storing stands.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Any, Protocol
from weakref import WeakValueDictionary

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from index.errors import StoreFault

log = logging.getLogger(__name__)


class Inbox(Protocol):
    """What the doors keep in the index file; index/store does it."""

    def remember_update(self, update_id: int, body: str) -> bool:
        """Stores an update as JSON; False when that id was seen before."""
        ...

    def mark_update(self, update_id: int) -> None:
        """It was answered: only its id is kept, and ids far behind are forgotten."""
        ...

    def open_updates(self) -> Sequence[str]:
        """JSON of the updates not answered yet, oldest first."""
        ...

    def turns(self, chat: int, user: int) -> tuple[str, ...]:
        """The last questions of one person in one chat, oldest first."""
        ...

    def keep_turns(self, chat: int, user: int, questions: Sequence[str]) -> None:
        """Replaces them; () forgets them."""
        ...


class InboxQueue(asyncio.Queue[object]):
    """The queue between Telegram and the handlers; what enters has been stored."""

    def __init__(self, inbox: Inbox, thread: Executor) -> None:
        super().__init__()
        self._inbox, self._thread = inbox, thread

    async def put(self, item: object) -> None:
        if isinstance(item, Update) and not await self._is_new(item):
            log.info("question %s came twice and was dropped", item.update_id)
            return
        await super().put(item)

    async def _is_new(self, update: Update) -> bool:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, self._inbox.remember_update, update.update_id, update.to_json())
        except StoreFault as fault:
            log.error("question %s is handled without being stored: %s", update.update_id, fault)
            return True

    async def reopen(self, bot: Bot) -> int:
        """Queues what was not answered before the last stop; how many."""
        bodies = await asyncio.get_running_loop().run_in_executor(self._thread, self._inbox.open_updates)
        for body in bodies:
            await super().put(Update.de_json(json.loads(body), bot))
        return len(bodies)


class OrderedProcessor(BaseUpdateProcessor):
    """Chats side by side, the updates of one chat one after the other; each is marked when it has been handled."""

    def __init__(self, done: Callable[[int], None], thread: Executor, at_once: int = 64) -> None:
        super().__init__(max_concurrent_updates=100_000)  # waiting updates hold no place, see _places
        self._done, self._thread = done, thread
        self._places = asyncio.Semaphore(at_once)
        self._lanes: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._open: set[int] = set()

    def leave_open(self, update: Update) -> None:
        """This one was not answered: it is not marked, and answered after the next start."""
        self._open.add(update.update_id)

    async def do_process_update(self, update: object, coroutine: Any) -> None:
        async with self._lane(update), self._places:
            await coroutine
        if isinstance(update, Update) and update.update_id not in self._open:
            await self._mark(update.update_id)

    def _lane(self, update: object) -> asyncio.Lock:
        chat = getattr(update, "effective_chat", None) or getattr(update, "effective_user", None)
        return self._lanes.setdefault(chat.id if chat else 0, asyncio.Lock())

    async def _mark(self, update_id: int) -> None:
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._done, update_id)
        except StoreFault as fault:
            log.error("question %s could not be marked as answered: %s", update_id, fault)

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""
