"""The whole bot but its engine as a process: started, stopped, killed, cut off."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.telegram.fakes import TOKEN
from tests.telegram.oracle import visible
from tests.telegram.processes import bot, free_port
from tests.telegram.stand_in import StandIn

QUESTION = "邓州市2020年不予公开多少件？"


@pytest.fixture
async def telegram() -> AsyncIterator[StandIn]:
    async with StandIn() as stand_in:
        yield stand_in
        assert stand_in.refused == []


async def test_asks_answers_and_stops(telegram: StandIn, tmp_path: Path) -> None:
    async with bot(telegram, tmp_path, LOG_LEVEL="DEBUG") as running:
        [answer] = await telegram.say(QUESTION)
        assert visible(answer["text"]).startswith("邓州市人民政府 2020 年不予公开：8 件")
        commands = next(values["commands"] for method, values in telegram.calls if method == "setMyCommands")
        assert [c["command"] for c in commands] == ["ask", "reports", "help", "new", "about", "start"]
        assert await running.end() == 0
    assert TOKEN not in running.logged()
    assert "Traceback" not in running.logged()


async def test_telegram_goes_away_and_comes_back(telegram: StandIn, tmp_path: Path) -> None:
    async with bot(telegram, tmp_path):
        await telegram.say(QUESTION)
        await telegram.deliver(message=telegram.message("慢 " + QUESTION, 43))
        await asyncio.sleep(0.3)
        await telegram.away()
        await asyncio.sleep(1.5)
        await telegram.back()
        await telegram.until(lambda: len(telegram.sent(43)) == 1)
        assert len(await telegram.say(QUESTION)) == 1


async def test_started_while_telegram_is_away(telegram: StandIn, tmp_path: Path) -> None:
    await telegram.away()
    async with bot(telegram, tmp_path) as running:
        await running.until_logged("next try")
        await telegram.back()
        assert len(await telegram.say(QUESTION)) == 1


async def test_an_answer_that_waits_for_telegram_outlives_the_stop(telegram: StandIn, tmp_path: Path) -> None:
    async with bot(telegram, tmp_path) as running:
        await telegram.say(QUESTION)
        await telegram.deliver(message=telegram.message("慢 " + QUESTION, 43))
        await asyncio.sleep(0.3)
        await telegram.away()
        await running.until_logged("next try")
        assert await running.end() == 0
    await telegram.back()
    async with bot(telegram, tmp_path):
        await telegram.until(lambda: telegram.sent(43))
        await telegram.say(QUESTION)
    assert len(telegram.sent(43)) == 1


async def test_stopped_before_telegram_was_ever_there(telegram: StandIn, tmp_path: Path) -> None:
    await telegram.away()
    async with bot(telegram, tmp_path) as running:
        await running.until_logged("next try")
        assert await running.end() == 0
    assert "Traceback" not in running.logged()


async def test_a_stop_answers_what_came_in(telegram: StandIn, tmp_path: Path) -> None:
    async with bot(telegram, tmp_path) as running:
        await telegram.say(QUESTION)
        for chat in range(100, 120):
            await telegram.deliver(message=telegram.message(QUESTION, chat))
        await telegram.until(lambda: any(telegram.sent(chat) for chat in range(100, 120)))
        assert await running.end() == 0
    async with bot(telegram, tmp_path):
        await telegram.until(lambda: all(telegram.sent(chat) for chat in range(100, 120)))
        await telegram.say(QUESTION)
    assert [len(telegram.sent(chat)) for chat in range(100, 120)] == [1] * 20


async def test_a_kill_loses_no_question(telegram: StandIn, tmp_path: Path) -> None:
    """Thirty chats, each with a question and a follow-up; what was under way at the kill may come twice, nothing is lost."""
    chats = range(100, 130)
    async with bot(telegram, tmp_path) as running:
        await telegram.say(QUESTION)
        for text in (QUESTION, "那企业呢"):
            for chat in chats:
                await telegram.deliver(message=telegram.message(text, chat))
        await telegram.until(lambda: sum(bool(telegram.sent(chat)) for chat in chats) > 20)
        await running.end(hard=True)
    async with bot(telegram, tmp_path):
        await telegram.until(lambda: all(any("企业：1 件" in m["text"] for m in telegram.sent(chat)) for chat in chats))
        await telegram.say(QUESTION)
    answers = Counter(len(telegram.sent(chat)) for chat in chats)
    assert min(answers) == 2
    assert sum((n - 2) * times for n, times in answers.items()) <= 10


async def test_webhook_with_its_secret(telegram: StandIn, tmp_path: Path) -> None:
    port = free_port()
    hook = {"WEBHOOK_URL": "https://bot.example/hook/x", "WEBHOOK_PORT": str(port), "WEBHOOK_SECRET": "s3cret_"}
    async with bot(telegram, tmp_path, **hook) as running:
        telegram.tls = {"https://bot.example": f"http://127.0.0.1:{port}"}
        await telegram.until(lambda: telegram.webhook.get("url") == hook["WEBHOOK_URL"])
        assert telegram.webhook["secret_token"] == "s3cret_"
        assert telegram.webhook["allowed_updates"] == ["message", "callback_query", "inline_query"]
        assert len(await telegram.say(QUESTION)) == 1
        async with aiohttp.ClientSession() as stranger:
            forged = await stranger.post(f"http://127.0.0.1:{port}/hook/x", json={"update_id": 1, "message": telegram.message(QUESTION, 66)})
            assert forged.status == 403
        assert await running.end() == 0
    assert telegram.sent(66) == []
    assert "s3cret_" not in running.logged()


async def test_a_token_that_telegram_does_not_know(telegram: StandIn, tmp_path: Path) -> None:
    async with bot(telegram, tmp_path, BOT_TOKEN=TOKEN.replace("1", "2")) as running:
        assert await asyncio.wait_for(running.process.wait(), 20) == 2
    assert "BOT_TOKEN" in running.logged().splitlines()[-1]


async def test_everything_goes_through_the_proxy(telegram: StandIn, tmp_path: Path) -> None:
    """The address of Telegram is one that nothing can reach; the stand-in is the proxy."""
    proxy = {"TELEGRAM_BASE_URL": "http://telegram.invalid/bot", "PROXY_URL": f"http://127.0.0.1:{telegram.port}"}
    async with bot(telegram, tmp_path, **proxy):
        assert len(await telegram.say(QUESTION)) == 1
