"""Every door, in process: what goes in as an update and what goes out to Telegram."""

import re
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from telegram.error import Conflict, NetworkError

from handlers.answering.models import Reply
from handlers.sentences import say
from index.models import Agency
from tests.telegram.fakes import BOT, USER, House, Shelf, message
from tests.telegram.oracle import visible


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with House() as opened:
        yield opened


async def test_start_says_what_it_can_and_offers_three_questions(house: House) -> None:
    [text] = await house.say("/start")
    assert text.startswith("<b>问年报")
    buttons = house.buttons()
    assert len(buttons) == 3
    assert all(len(b["callback_data"].encode()) <= 64 for b in buttons)
    [answer] = await house.press(buttons[0]["callback_data"])
    assert visible(answer).startswith("邓州市人民政府 2020 年新收：61 件")


async def test_start_without_reports_says_so() -> None:
    async with House(Shelf(())) as house:
        assert "还没有收录" in (await house.say("/start"))[0]
        assert house.buttons() == []
        assert "还没有收录" in (await house.say("/reports"))[0]
        assert await house.say("/help")
        assert "尚未收录" in (await house.say("/about"))[0]


@pytest.mark.parametrize("command", ["/help", "/about", "/reports", "/new", "/ask", "/nonsense"])
async def test_commands_answer_once(house: House, command: str) -> None:
    assert len(await house.say(command)) == 1


async def test_a_question_is_answered_with_a_link_behind_its_source(house: House) -> None:
    [text] = await house.say("邓州市2020年不予公开多少件？")
    assert text.startswith("<b>邓州市人民政府 2020 年不予公开：8 件</b>\n")
    assert "&lt;总计&gt;" in text
    code = re.findall(r'href="https://t.me/wennianbao_bot\?start=([\w-]{1,64})">来源</a>', text)[0]
    assert await house.say(f"/start {code}") == [text]


async def test_a_strange_link_or_button_is_said_to_be_void(house: House) -> None:
    assert await house.say("/start a_garbage") == [f"<b>{say('link_unknown')}</b>"]
    for data in ("c:a_garbage", "x", "p:1", "p:99999999999:"):
        assert await house.press(data) == []
        assert house.request.calls[-1] == ("answerCallbackQuery", {"callback_query_id": "1", "text": say("button_unknown")})


async def test_a_choice_becomes_buttons_that_need_no_memory(house: House) -> None:
    assert visible((await house.say("邓州市2020年其他有多少？"))[0]) == "有几种读法：<其他>"
    buttons = house.buttons()
    assert [b["text"] for b in buttons] == ["其他 0 <&>", "其他 1 <&>", "其他 2 <&>"]
    async with House() as restarted:
        assert "不予公开：8 件" in (await restarted.press(buttons[0]["callback_data"]))[0]


async def test_a_choice_that_lost_its_answer_says_that_the_data_changed(house: House) -> None:
    await house.say("邓州市2020年其他有多少？")
    data = house.buttons()[0]["callback_data"]
    link = re.findall(r"start=([\w-]+)", (await house.say("邓州市2020年不予公开多少件？"))[0])[0]
    house.answerer.answer = lambda question: Reply("refused", "没有这份报告。", "no_year")  # type: ignore[method-assign]
    for texts in (await house.press(data), await house.say(f"/start {link}")):
        assert texts == [f"<b>{say('button_changed')}</b>\n没有这份报告。"]


async def test_follow_ups_lean_on_the_same_person_in_the_same_chat(house: House) -> None:
    await house.say("邓州市2020年不予公开多少件？")
    assert "企业：1 件" in (await house.say("那企业呢"))[0]
    assert house.shelf.kept[42, 42] == ("邓州市2020年不予公开多少件？", "那企业呢")
    other = {"id": 43, "is_bot": False, "first_name": "乙"}
    assert "没有看懂" in (await house.say("/ask 那企业呢", sender=other, chat="supergroup"))[0]
    await house.say("/new")
    assert "没有看懂" in (await house.say("那企业呢"))[0]


async def test_context_is_bounded_and_free_of_what_nothing_follows(house: House) -> None:
    for n in range(9):
        await house.say(f"邓州市2020年不予公开 {n}")
    await house.say("今天天气")
    assert house.shelf.kept[42, 42] == tuple(f"邓州市2020年不予公开 {n}" for n in range(4, 9))


async def test_a_cited_answer_is_the_context(house: House) -> None:
    [text] = await house.say("邓州市2020年不予公开多少件？")
    await house.say("/new")
    words = visible(text)
    url = re.findall(r'href="([^"]+)"', text)[0]
    link = [{"type": "text_link", "offset": words.index("来源"), "length": 2, "url": url}]
    await house.say("那企业呢", reply_to_message=message(words, sender=BOT, entities=link))
    assert house.answerer.heard[-2].context == ("邓州市人民政府2020年不予公开是多少？",)


async def test_a_cited_message_without_link_gives_its_first_line(house: House) -> None:
    await house.say("那企业呢", reply_to_message=message("邓州市2020年新收\n后文"))
    assert house.answerer.heard[0].context == ("邓州市2020年新收",)


async def test_the_day_is_that_of_the_question_in_china(house: House) -> None:
    await house.say("去年呢", date=1609430400)  # 2020-12-31 16:00 UTC
    assert house.answerer.heard[0].today == date(2021, 1, 1)


async def test_long_answers_come_in_parts_in_order(house: House) -> None:
    parts = await house.say("邓州很长")
    assert len(parts) > 1
    numbers = [int(n) for part in parts for n in re.findall(r"(?m)^(\d+)\.", visible(part))]
    assert numbers == list(range(600))


QUESTION = "邓州市2020年不予公开多少件？"


@pytest.mark.parametrize(
    ("text", "more", "answers"),
    [
        (QUESTION, {}, 0),
        (f"@wennianbao_bot {QUESTION}", {}, 1),
        (f"@WenNianBao_Bot {QUESTION}", {}, 1),
        (f"{QUESTION} @someone_else", {}, 0),
        (f"/ask {QUESTION}", {}, 1),
        (f"/ask@wennianbao_bot {QUESTION}", {}, 1),
        (f"/ask@other_bot {QUESTION}", {}, 0),
        ("/weather", {}, 0),
        (QUESTION, {"reply_to_message": message("答", sender=BOT)}, 1),
        (QUESTION, {"reply_to_message": message("答", sender={"id": 9, "is_bot": True, "first_name": "x"})}, 0),
        (QUESTION, {"via_bot": BOT, "reply_to_message": message("答", sender=BOT)}, 0),
        ("@wennianbao_bot 邓州很长", {}, 1),
    ],
)
async def test_a_group_is_left_in_peace(house: House, text: str, more: dict[str, Any], answers: int) -> None:
    sent = await house.say(text, chat="supergroup", **more)
    assert len(sent) == answers
    if answers:
        assert '"message_id": 5' in str(house.request.sent[-1]["reply_parameters"]).replace("'", '"')
        assert not house.answerer.heard or "@" not in house.answerer.heard[0].text


async def test_inline_written_answers_are_not_questions(house: House) -> None:
    assert await house.say(QUESTION, via_bot=BOT) == []


def media(**parts: Any) -> dict[str, Any]:
    """A message without text."""
    return {key: value for key, value in message("").items() if key not in ("text", "entities")} | parts


async def test_what_is_no_text_is_declined(house: House) -> None:
    voice = {"file_id": "1", "file_unique_id": "1", "duration": 1}
    assert await house.take(message=media(voice=voice)) == [f"<b>{say('not_text')}</b>"]
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    assert "8 件" in (await house.take(message=media(photo=photo, caption=QUESTION)))[0]


async def test_edited_messages_are_not_answered_again(house: House) -> None:
    assert await house.take(edited_message=message(QUESTION) | {"edit_date": 1700000001}) == []
    assert await house.take(edited_message=message("/start") | {"edit_date": 1700000001}) == []


async def test_inline_mode_gives_figure_and_source(house: House) -> None:
    await house.take(inline_query={"id": "1", "from": USER, "query": QUESTION, "offset": ""})
    [result] = house.request.calls[-1][1]["results"]
    assert result["title"] == "邓州市人民政府 2020 年不予公开：8 件"
    assert "来源" in result["input_message_content"]["message_text"]
    await house.take(inline_query={"id": "2", "from": USER, "query": "邓州市2020年其他有多少？", "offset": ""})
    assert [r["title"] for r in house.request.calls[-1][1]["results"]] == ["其他 0 <&>", "其他 1 <&>", "其他 2 <&>"]
    for query in ("", "天气"):
        await house.take(inline_query={"id": "3", "from": USER, "query": query, "offset": ""})
        assert house.request.calls[-1][1]["results"] == []


async def test_reports_are_paged_and_found_by_name() -> None:
    agencies = [Agency(n, f"第{n:02}市人民政府", (f"第{n:02}市人民政府", f"第{n:02}市")) for n in range(45)]
    async with House(Shelf(agencies, (2019, 2020, 2021, 2023))) as house:
        [text] = await house.say("/reports")
        assert "第00市人民政府：2019—2021、2023" in text
        assert "第 1 页，共 3 页" in text
        assert [b["text"] for b in house.buttons()] == ["下一页"]
        await house.press(house.buttons()[0]["callback_data"])
        assert house.request.calls[-1][0] == "editMessageText"
        assert "第20市人民政府" in house.request.calls[-1][1]["text"]
        assert [b["text"] for b in house.buttons()] == ["上一页", "下一页"]
        await house.press("p:999:")
        assert "第 3 页，共 3 页" in house.request.calls[-1][1]["text"]
        assert "第44市" in (await house.say("/reports 44"))[0]
        assert "没有名称含" in (await house.say("/reports <丙>"))[0]


async def test_the_same_page_twice_is_no_incident(house: House) -> None:
    house.request.faults = [None, (400, {"ok": False, "description": "Bad Request: message is not modified"})]
    assert await house.press("p:1:") == []


async def test_a_fault_is_logged_and_told_with_its_number(house: House, caplog: pytest.LogCaptureFixture) -> None:
    [text] = await house.say("出错")
    assert visible(text) == say("incident", number=house.number)
    assert f"incident {house.number}" in caplog.text
    assert "ZeroDivisionError" in caplog.text


async def test_an_answer_that_may_have_arrived_is_not_sent_twice(house: House) -> None:
    house.request.faults = [NetworkError("httpx.ReadError: ")]
    texts = await house.say(QUESTION)
    assert len(texts) == 2
    assert visible(texts[1]) == say("maybe_lost", number=house.number)


async def test_another_poller_is_named(house: House, caplog: pytest.LogCaptureFixture) -> None:
    await house.app.process_error(None, Conflict("terminated by other getUpdates request"))
    assert "another process polls with this BOT_TOKEN" in caplog.text
    assert house.request.texts == []


async def test_a_chat_that_left_is_no_incident(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.request.faults = [(403, {"ok": False, "description": "Forbidden: bot was blocked by the user"})]
    assert len(await house.say(QUESTION)) == 1
    assert "incident" not in caplog.text


async def test_a_refused_acknowledgement_does_not_cost_the_answer(house: House) -> None:
    await house.say("/start")
    data = house.buttons()[0]["callback_data"]
    house.request.faults = [(400, {"ok": False, "description": "Bad Request: query is too old"})]
    assert len(await house.press(data)) == 1


async def test_flood_control_is_waited_for(house: House) -> None:
    house.request.faults = [(429, {"ok": False, "description": "Too Many Requests", "parameters": {"retry_after": 1}})]
    texts = await house.say(QUESTION)
    assert texts[0] == texts[1]


HOSTILE = ("<b>", "&lt;", "</a><script>", "'; DROP TABLE cell", "😀" * 50, "\x00", "a" * 4000, "   ", "/", "𠮷<&>" * 900)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_questions_get_one_calm_message(house: House, text: str) -> None:
    assert len(await house.say(text)) == 1
    assert await house.say(f"/reports {text}"[:4000])
