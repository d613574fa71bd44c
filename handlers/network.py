"""The way to Telegram: patient where a request surely did not arrive, never a blind second try where it may have."""

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine, Iterator
from itertools import chain, repeat
from typing import Any

import httpx
from telegram.error import NetworkError, RetryAfter
from telegram.ext import AIORateLimiter
from telegram.request import HTTPXRequest

log = logging.getLogger(__name__)
os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's coming default; without it every 429 prints a deprecation

# Before these faults nothing was sent, so sending again cannot make two messages of one.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
REFUSED = frozenset({500, 502, 503})  # Telegram says that it failed; 504 is left out: a gateway does not know
REFUSALS = 5  # so often a request that fails at Telegram is sent again
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds, then always the last


class NotSent(NetworkError):
    """The message did not leave, and the program is stopping: the question stays in the inbox."""


class PatientRequest(HTTPXRequest):
    """Waits for Telegram to come back, as long as it takes, when it cannot be reached at all.

    A connection that broke later, or an answer that did not come in time, is raised: the message may have arrived.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._stopping = asyncio.Event()

    def hurry(self) -> None:
        """The program is stopping: what cannot be sent now raises NotSent."""
        self._stopping.set()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        refusals = 0
        for pause in _pauses():
            try:
                code, payload = await super().do_request(*args, **kwargs)
            except NetworkError as fault:
                if not isinstance(fault.__cause__, UNSENT):
                    raise
                problem = type(fault.__cause__).__name__
            else:
                refusals += 1
                if code not in REFUSED or refusals > REFUSALS:
                    return code, payload
                problem = f"HTTP {code}"
            await self._rest(pause, problem)
        raise AssertionError("the pauses never end")

    async def _rest(self, pause: float, problem: str) -> None:
        log.warning("Telegram not reached (%s), next try in %s s", problem, pause)
        try:
            await asyncio.wait_for(self._stopping.wait(), pause)
        except TimeoutError:
            return
        raise NotSent(problem)


def _pauses() -> Iterator[float]:
    return chain(PAUSES, repeat(PAUSES[-1]))


class ChatLimiter(AIORateLimiter):
    """30 messages/s in all, 20/min a group. 429 makes the chat wait that it was said to, and no other.

    The library's own retries halt every chat, so it is left with none and the waiting is done here.
    """

    def __init__(self, max_retries: int = 8) -> None:
        super().__init__(max_retries=0)
        self._tries = max_retries

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        for _ in range(rate_limit_args or self._tries):
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, None)
            except RetryAfter as flood:
                seconds = _seconds(flood)
                log.warning("%s: Telegram asks to wait %s s", endpoint, seconds)
                await asyncio.sleep(seconds + 0.1)
        return await super().process_request(callback, args, kwargs, endpoint, data, None)


def _seconds(flood: RetryAfter) -> float:
    wait = flood.retry_after
    return float(wait if isinstance(wait, int) else wait.total_seconds())
