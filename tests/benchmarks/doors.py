"""What answering costs on top of Telegram itself: the bot beside one that only echoes, both over a transport that only notes."""

import asyncio
import logging
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from handlers.answering import Answerer, Question
from handlers.application import build
from index.store import Store
from tests.benchmarks.scale import ITEMS
from tests.benchmarks.synthetic import entries
from tests.benchmarks.table import Line, at_most, percentile
from tests.telegram.fakes import TOKEN, RecordingRequest, message, settings

MESSAGES = 200
PACE = 0.04  # seconds between messages: Telegram takes thirty a second, and the bot keeps to that


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    await update.message.reply_text(update.message.text or "")


async def times(application: Application[Any, Any, Any, Any, Any, Any], texts: list[str]) -> list[float]:
    """Milliseconds from an update to what is sent because of it; every message from another chat."""
    found = []
    await application.initialize()
    for number, text in enumerate(texts):
        who = {"id": 1000 + number, "is_bot": False, "first_name": "甲"}
        update = Update.de_json({"update_id": number, "message": message(text, who, {"id": 1000 + number, "type": "private"})}, application.bot)
        start = time.perf_counter()
        await application.process_update(update)
        found.append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(PACE)
    await application.shutdown()
    return found


def lines(folder: Path) -> Iterator[Line]:
    logging.disable()
    store = Store(folder / "doors.db")
    store.save_many(entries(100))
    agencies = store.agencies()
    items = list(ITEMS)
    texts = [f"{agencies[n % len(agencies)].name}{2019 + n % 5}年{items[n % len(items)]}多少" for n in range(MESSAGES)]
    answerer = Answerer(store)
    alone = [_alone(answerer, text) for text in texts]
    bot = asyncio.run(times(build(settings(), answerer, store, RecordingRequest()), texts))
    request = RecordingRequest()
    echoing = Application.builder().token(TOKEN).request(request).get_updates_request(request).build()
    echoing.add_handler(MessageHandler(filters.TEXT, echo))
    echoed = asyncio.run(times(echoing, texts))
    yield Line("a message answered by the bot, p50 and p95", f"{percentile(bot, 50):.1f} {percentile(bot, 95):.1f} ms")
    yield Line("   of which the answer itself", f"{percentile(alone, 50):.1f} {percentile(alone, 95):.1f} ms")
    yield Line("a message echoed by a bot that only echoes", f"{percentile(echoed, 50):.1f} {percentile(echoed, 95):.1f} ms")
    yield at_most("   bot over echo bot, p50", percentile(bot, 50) - percentile(echoed, 50), 10, " ms")
    store.close()


def _alone(answerer: Answerer, text: str) -> float:
    start = time.perf_counter()
    answerer.answer(Question(text, (), date(2024, 6, 1)))
    return (time.perf_counter() - start) * 1000
