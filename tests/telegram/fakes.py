"""A small answerer, a small index and a transport that records: the doors without Telegram and without the engine."""

import json
import time
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from telegram import Update
from telegram.request import BaseRequest, RequestData

from handlers.answering.models import Choice, Question, Reply, Value
from handlers.application import App, build
from index.adding import Outcome
from index.models import Agency, StoredReport
from tests.telegram.oracle import html_error, utf16

TOKEN = "123456789:AAHtestTESTtestTESTtestTESTtestTEST1"
BOT = {"id": 123456789, "is_bot": True, "first_name": "问年报", "username": "wennianbao_bot"}
DENGZHOU = Agency(1, "邓州市人民政府", ("邓州市人民政府", "邓州市", "邓州"))
USER = {"id": 42, "is_bot": False, "first_name": "甲"}
FIGURES = {"不予公开": "8", "新收": "61", "企业": "1"}


class Answerer:
    """Knows three figures; a follow-up takes the place and year of an earlier question; some words ask for trouble."""

    def __init__(self) -> None:
        self.heard: list[Question] = []

    def answer(self, question: Question) -> Reply:
        self.heard.append(question)
        words = question.text
        if "慢" in words:
            time.sleep(0.5)
        if "出错" in words:
            raise ZeroDivisionError("engine")
        if "其他" in words:
            choices = tuple(Choice(f"其他 {n} <&>", f"邓州市2020年{what}有多少件？") for n, what in enumerate(FIGURES))
            return Reply("choose", "有几种读法：<其他>", choices=choices)
        if "很长" in words:
            return Reply("answered", "答\n" + "\n".join(f"{n}. 不予公开 <{n}> & 其他" for n in range(600)))
        what = next((w for w in FIGURES if w in words), None)
        placed = any("邓州" in text for text in (words, *question.context))
        if what is None or not placed:
            return Reply("refused", f"没有看懂“{words[:60]}”。", "not_understood")
        value = Value(FIGURES[what], "件", what, "邓州市人民政府", 2020, (f"x.{what}",))
        return Reply("answered", f"邓州市人民政府 2020 年{what}：{FIGURES[what]} 件\n来源：第三部分 <总计>", values=(value,))


class Shelf:
    """The index and the inbox in memory."""

    def __init__(self, agencies: Sequence[Agency] = (DENGZHOU,), years: Sequence[int] = (2020,)) -> None:
        self.shelved = [StoredReport(1, agency, year, "2019", "x.txt") for agency in agencies for year in years]
        self.bodies: dict[int, str | None] = {}
        self.kept: dict[tuple[int, int], tuple[str, ...]] = {}

    def version(self) -> int:
        return len(self.shelved)

    def reports(self, agency: int | None = None, year: int | None = None) -> Sequence[StoredReport]:
        return self.shelved

    def remember_update(self, update_id: int, body: str) -> bool:
        new = update_id not in self.bodies
        self.bodies.setdefault(update_id, body)
        return new

    def mark_update(self, update_id: int) -> None:
        self.bodies[update_id] = None

    def open_updates(self) -> Sequence[str]:
        return [body for _, body in sorted(self.bodies.items()) if body]

    def turns(self, chat: int, user: int) -> tuple[str, ...]:
        return self.kept.get((chat, user), ())

    def keep_turns(self, chat: int, user: int, questions: Sequence[str]) -> None:
        self.kept[chat, user] = tuple(questions)


class RecordingRequest(BaseRequest):
    """Accepts everything that Telegram accepts, and remembers it. `faults`: exceptions or (code, answer) for the next sends."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.faults: list[Any] = []

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any) -> tuple[int, bytes]:
        if "/file/bot" in url:
            return 200, b"content of " + url.rsplit("/", 1)[-1].encode()
        call, values = url.rsplit("/", 1)[-1], dict(request_data.parameters) if request_data else {}
        self.calls.append((call, values))
        if call == "sendMessage":
            assert html_error(values["text"]) is None
            assert 0 < utf16(values["text"]) <= 4096
        if call != "getMe" and self.faults and (fault := self.faults.pop(0)):
            if isinstance(fault, Exception):
                raise fault
            return fault[0], json.dumps(fault[1]).encode()
        return 200, json.dumps({"ok": True, "result": _result(call, values, len(self.calls))}).encode()

    @property
    def sent(self) -> list[dict[str, Any]]:
        return [values for call, values in self.calls if call == "sendMessage"]

    @property
    def texts(self) -> list[str]:
        return [values["text"] for values in self.sent]


def _result(call: str, values: dict[str, Any], number: int) -> Any:
    if call == "getMe":
        return BOT
    if call in ("sendMessage", "editMessageText"):
        return {"message_id": number, "date": 1700000000, "chat": {"id": values["chat_id"], "type": "private"}, "text": "x"}
    if call == "getFile":
        return {"file_id": "1", "file_unique_id": "1", "file_path": "documents/1.txt"}
    return True


def settings(**changes: Any) -> Any:
    base = {
        "bot_token": TOKEN, "telegram_base_url": "http://127.0.0.1:9/bot", "telegram_base_file_url": "http://127.0.0.1:9/file/bot",
        "proxy_url": None, "webhook_url": None, "webhook_port": 8443, "webhook_secret": None, "database": ":none:",
        "admin_ids": frozenset({7}), "log_level": "INFO", "metrics_port": None,
    }  # fmt: skip
    return SimpleNamespace(**base | changes)


class House:
    """An application whose doors can be knocked on."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self.answerer, self.shelf, self.request = Answerer(), shelf or Shelf(), RecordingRequest()
        self.app: App = build(settings(), self.answerer, self.shelf, self.request, self.add)  # type: ignore[arg-type]
        self.outcomes: list[Outcome] = []
        self.added: list[tuple[str, bytes]] = []
        self.number = 100

    async def __aenter__(self) -> "House":
        await self.app.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.app.shutdown()
        self.app.bot_data["desk"].close()

    async def take(self, **parts: Any) -> list[str]:
        """One update through the doors; the texts sent because of it."""
        self.number += 1
        before = len(self.request.texts)
        update = Update.de_json({"update_id": self.number, **parts}, self.app.bot)
        await self.app.process_update(update)
        return self.request.texts[before:]

    def add(self, name: str, data: bytes) -> list[Outcome]:
        self.added.append((name, data))
        return self.outcomes

    async def say(self, text: str, **more: Any) -> list[str]:
        return await self.take(message=message(text, **more))

    async def press(self, data: str, chat: str = "private") -> list[str]:
        where = message("选择", sender=BOT, chat=chat)
        return await self.take(callback_query={"id": "1", "from": USER, "chat_instance": "1", "data": data, "message": where})

    def buttons(self) -> list[dict[str, str]]:
        """Of the last message or edit."""
        values = next(v for call, v in reversed(self.request.calls) if call in ("sendMessage", "editMessageText"))
        markup = values.get("reply_markup") or {"inline_keyboard": []}
        rows = (json.loads(markup) if isinstance(markup, str) else markup)["inline_keyboard"]
        return [button for row in rows for button in row]


def message(text: str, sender: dict[str, Any] = USER, chat: str | dict[str, Any] = "private", **more: Any) -> dict[str, Any]:
    """A Message as Telegram writes it; commands and mentions get their entities."""
    kinds = {"/": "bot_command", "@": "mention"}
    entities, at = [], 0
    for word in text.split(" "):
        if word[:1] in kinds and len(word) > 1 and (word[0] == "@" or at == 0):
            entities.append({"type": kinds[word[0]], "offset": at, "length": utf16(word)})
        at += utf16(word) + 1
    place = chat if isinstance(chat, dict) else {"id": 42 if chat == "private" else -100, "type": chat}
    return {"message_id": 5, "date": 1700000000, "from": sender, "chat": place, "text": text, "entities": entities} | more
