"""The stand-in refuses what Telegram refuses; one that took everything would prove nothing."""

from typing import Any

import pytest

from tests.telegram.rules import Refused, check_call

HTML = {"chat_id": 1, "parse_mode": "HTML"}


def button(text: str, data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": text, "callback_data": data}]]}


def article(text: str, number: str = "1") -> dict[str, Any]:
    return {"id": number, "input_message_content": {"message_text": text, "parse_mode": "HTML"}}


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("sendMessage", HTML | {"text": ""}),
        ("sendMessage", HTML | {"text": " \n"}),
        ("sendMessage", HTML | {"text": "<b>"}),
        ("sendMessage", HTML | {"text": "a < b"}),
        ("sendMessage", HTML | {"text": "一行<br>两行"}),
        ("sendMessage", HTML | {"text": "字" * 4097}),
        ("sendMessage", HTML | {"text": "😀" * 2049}),
        ("sendPhoto", HTML | {"caption": "字" * 1025}),
        ("sendMessage", HTML | {"text": "x", "reply_markup": button("x", "a" * 65)}),
        ("sendMessage", HTML | {"text": "x", "reply_markup": button("x", "字" * 22)}),
        ("sendMessage", HTML | {"text": "x", "reply_markup": button("", "a")}),
        ("editMessageText", HTML | {"text": "旧", "message_id": 7}),
        ("answerCallbackQuery", {"callback_query_id": "8"}),
        ("answerInlineQuery", {"results": [article("x"), article("y")]}),
        ("answerInlineQuery", {"results": [article("<p>")]}),
        ("setMyCommands", {"commands": [{"command": "报告", "description": "x"}]}),
    ],
)
def test_refused(method: str, values: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        check_call(method, values, {7: ("旧", None)}, {"9"})


@pytest.mark.parametrize(
    ("method", "values"),
    [
        ("sendMessage", HTML | {"text": "<b>" + "字" * 4096 + "</b>"}),
        ("sendMessage", HTML | {"text": "A & B"}),
        ("sendMessage", HTML | {"text": "x", "reply_markup": button("x", "a" * 64)}),
        ("sendDocument", {"chat_id": 1}),
        ("editMessageText", HTML | {"text": "新", "message_id": 7}),
        ("answerCallbackQuery", {"callback_query_id": "9"}),
        ("answerInlineQuery", {"results": [article("x"), article("y", "2")]}),
    ],
)
def test_accepted(method: str, values: dict[str, Any]) -> None:
    check_call(method, values, {7: ("旧", None)}, {"9"})
