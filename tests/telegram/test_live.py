"""One bot process (all but its engine) that lives through a bad day; every test has chats of its own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
import pytest_asyncio

from handlers.sentences import say
from tests.telegram.oracle import visible
from tests.telegram.processes import bot, free_port
from tests.telegram.stand_in import StandIn

pytestmark = pytest.mark.asyncio(loop_scope="module")
QUESTION = "邓州市2020年不予公开多少件？"


@dataclass
class Live:
    telegram: StandIn
    metrics: int


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def live(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Live]:
    port = free_port()
    async with StandIn() as telegram, bot(telegram, tmp_path_factory.mktemp("live"), METRICS_PORT=str(port)):
        await telegram.say(QUESTION)
        yield Live(telegram, port)
        assert telegram.refused == []


async def test_a_repeated_update_is_answered_once(live: Live) -> None:
    telegram = live.telegram
    await telegram.deliver(twice=True, message=telegram.message(QUESTION, 51))
    await telegram.until(lambda: telegram.sent(51))
    await telegram.say("新收呢", chat=51)
    assert len(telegram.sent(51)) == 2


async def test_a_refusal_of_telegram_is_tried_again(live: Live) -> None:
    live.telegram.misbehave("sendMessage", 500, 502)
    assert len(await live.telegram.say(QUESTION, chat=52)) == 1


async def test_flood_control_of_one_chat_does_not_hold_another(live: Live) -> None:
    live.telegram.misbehave("sendMessage", ("429", 1), ("429", 600))
    assert len(await live.telegram.say(QUESTION, chat=53, answers=0)) == 0
    await live.telegram.until(lambda: len(live.telegram.faults["sendMessage"]) == 0)
    assert len(await live.telegram.say(QUESTION, chat=54)) == 1


async def test_what_may_have_arrived_is_told_not_repeated(live: Live) -> None:
    live.telegram.misbehave("sendMessage", "drop")
    answer, notice = await live.telegram.say(QUESTION, answers=2, chat=55)
    assert "8 件" in answer["text"]
    assert visible(notice["text"]).startswith(say("maybe_lost", number=0)[:10])


async def test_order_is_kept_in_a_chat(live: Live) -> None:
    telegram = live.telegram
    for n in range(6):
        await telegram.deliver(message=telegram.message(f"慢{n} 邓州市2020年不予公开" if n % 2 == 0 else f"没看懂{n}", 56))
    await telegram.until(lambda: len(telegram.sent(56)) == 6)
    assert ["8 件" in m["text"] for m in telegram.sent(56)] == [True, False] * 3


async def test_choices_and_pages_and_parts(live: Live) -> None:
    telegram = live.telegram
    [choose] = await telegram.say("邓州市2020年其他有多少？", chat=57)
    data = [button["callback_data"] for row in choose["reply_markup"]["inline_keyboard"] for button in row]
    [answer] = await telegram.press(data[0], chat=57)
    assert "8 件" in answer["text"]
    await telegram.say("邓州很长", chat=57)
    await telegram.until(lambda: visible(telegram.sent(57)[-1]["text"]).split("\n")[-1].startswith("599."))
    assert len(await telegram.say("/reports", chat=57)) == 1


async def test_metrics_are_counted(live: Live) -> None:
    await live.telegram.say(QUESTION, chat=58)
    async with aiohttp.ClientSession() as prometheus, prometheus.get(f"http://127.0.0.1:{live.metrics}/metrics") as page:
        text = await page.text()
    assert 'wennianbao_questions_total{door="message",reason="",status="answered"}' in text
    assert "wennianbao_answer_seconds_count" in text
