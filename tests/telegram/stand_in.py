"""A Bot API server for tests, on 127.0.0.1: it refuses what Telegram refuses, and can misbehave as networks do.

    async with StandIn() as telegram:
        answers = await telegram.say("邓州市2020年不予公开多少件？")     # the messages that came back
        telegram.misbehave("sendMessage", "drop")                   # accept the next one, then break the connection
        await telegram.away(); ...; await telegram.back()           # nothing listens for a while
"""

import asyncio
import json
from collections import defaultdict, deque
from typing import Any

import aiohttp
from aiohttp import web

from tests.telegram.fakes import BOT, TOKEN, USER, message
from tests.telegram.rules import Refused, check_call

PATIENCE = 15.0  # seconds that a test waits for the bot


class StandIn:
    def __init__(self) -> None:
        self.updates: deque[dict[str, Any]] = deque()  # not confirmed yet
        self.calls: list[tuple[str, dict[str, Any]]] = []  # all that were accepted, in order
        self.refused: list[str] = []  # why calls were refused
        self.texts: dict[int, tuple[str, Any]] = {}  # message id -> text and buttons as they stand now
        self.presses: set[str] = set()  # callback queries that may be answered
        self.files: dict[str, bytes] = {}  # file id -> content
        self.faults: dict[str, deque[Any]] = defaultdict(deque)
        self.webhook: dict[str, Any] = {}
        self.tls: dict[str, str] = {}  # public address -> where the server before the bot hands it on to
        self.number = 1000  # of the last update, message or query
        self.changed = asyncio.Condition()
        self.port = 0
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> "StandIn":
        await self.back()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.away()

    async def back(self) -> None:
        """Listens; always on the same port."""
        application = web.Application()
        application.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._call)
        application.router.add_get(f"/file/bot{TOKEN}/{{path:.+}}", self._file)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def away(self) -> None:
        """Closes the door and every connection."""
        if self._runner:
            await self._runner.cleanup()
        self._runner = None

    # ---------------------------------------------------------------- what a user does

    async def say(self, text: str, answers: int = 1, chat: int = 42, **more: Any) -> list[dict[str, Any]]:
        """A message in a private chat; the messages that come back."""
        before = len(self.sent(chat))
        await self.deliver(message=self.message(text, chat, **more))
        await self.until(lambda: len(self.sent(chat)) >= before + answers)
        return self.sent(chat)[before:]

    async def press(self, data: str, chat: int = 42) -> list[dict[str, Any]]:
        """A button; nothing of the message is given but its place, as when it is old."""
        self.number += 1
        self.presses.add(str(self.number))
        place = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": "private"}}
        before = len(self.sent(chat))
        await self.deliver(callback_query={"id": str(self.number), "from": USER, "chat_instance": "1", "data": data, "message": place})
        await self.until(lambda: len(self.sent(chat)) > before)
        return self.sent(chat)[before:]

    def message(self, text: str, chat: int = 42, **more: Any) -> dict[str, Any]:
        self.number += 1
        place = {"id": chat, "type": "private" if chat > 0 else "supergroup"}
        return message(text, USER | {"id": abs(chat)}, **{"message_id": self.number, "chat": place} | more)

    async def deliver(self, twice: bool = False, **parts: Any) -> None:
        """An update, by webhook when the bot asked for it, else waiting for getUpdates."""
        self.number += 1
        update = {"update_id": self.number, **parts}
        for _ in range(1 + twice):
            if self.webhook.get("url"):
                await self._push(update)
            else:
                self.updates.append(update)
                await self._tell()

    # ---------------------------------------------------------------- what a test looks at

    def sent(self, chat: int = 42) -> list[dict[str, Any]]:
        return [values for method, values in self.calls if method == "sendMessage" and values["chat_id"] == chat]

    async def until(self, condition: Any, seconds: float = PATIENCE) -> None:
        async with asyncio.timeout(seconds), self.changed:
            await self.changed.wait_for(condition)

    def misbehave(self, method: str, *faults: Any) -> None:
        """For the next calls: an int is a status, ("429", s) flood control, "drop" breaks after accepting, None is fine."""
        self.faults[method].extend(faults)

    # ---------------------------------------------------------------- the Bot API

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, values = request.match_info["method"], await _values(request)
        fault = self.faults[method].popleft() if self.faults[method] else None
        await self._tell()
        if isinstance(fault, int):
            return _no(fault, "Internal Server Error")
        if isinstance(fault, tuple):
            return _no(429, "Too Many Requests: retry later", {"retry_after": fault[1]})
        try:
            check_call(method, values, self.texts, self.presses)
        except Refused as why:
            self.refused.append(f"{method}: {why}")
            return _no(400, f"Bad Request: {why}")
        if method == "getUpdates":
            return _yes(await self._wait_for_updates(values))
        result = self._accept(method, values)
        await self._tell()
        if fault == "drop" and request.transport:
            request.transport.abort()
        return _yes(result)

    def _accept(self, method: str, values: dict[str, Any]) -> Any:
        self.calls.append((method, values))
        if method == "getMe":
            return BOT
        if method in ("setWebhook", "deleteWebhook"):
            self.webhook = values
        if method.startswith("send") or method == "editMessageText":
            self.number += 1
            number, text = values.get("message_id", self.number), values.get("text") or values.get("caption") or ""
            self.texts[number] = (text, values.get("reply_markup"))
            return {"message_id": number, "date": 1, "chat": {"id": values["chat_id"], "type": "private"}, "text": text}
        if method == "getFile":
            return {"file_id": values["file_id"], "file_unique_id": "1", "file_path": f"documents/{values['file_id']}"}
        return True

    async def _wait_for_updates(self, values: dict[str, Any]) -> list[dict[str, Any]]:
        while self.updates and self.updates[0]["update_id"] < values.get("offset", 0):
            self.updates.popleft()
        try:
            async with asyncio.timeout(values.get("timeout", 0)), self.changed:
                await self.changed.wait_for(lambda: self.updates)
        except TimeoutError:
            return []
        return list(self.updates)[: values.get("limit", 100)]

    async def _push(self, update: dict[str, Any]) -> None:
        """Again and again until the bot says 200, as Telegram does."""
        secret = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        url = self.webhook["url"]
        for public, inner in self.tls.items():
            url = url.replace(public, inner)
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.post(url, json=update, headers=secret) as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.1)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return web.Response(body=self.files[request.match_info["path"].rpartition("/")[2]])

    async def _tell(self) -> None:
        async with self.changed:
            self.changed.notify_all()


async def _values(request: web.Request) -> dict[str, Any]:
    """Parameters however they are sent; numbers, lists and objects as such."""
    raw = await request.json() if request.content_type == "application/json" else {**request.query, **await request.post()}
    return {key: _plain(key, value) for key, value in raw.items()}


def _plain(key: str, value: Any) -> Any:
    if not isinstance(value, str) or key in ("text", "caption", "callback_query_id"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _yes(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _no(code: int, description: str, parameters: Any = None) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=code)
