"""What Telegram refuses, and in what words."""

from collections.abc import Iterator
from typing import Any

from tests.telegram.oracle import parse_html, utf16


class Refused(Exception):
    """The description that Telegram gives."""


def check_call(method: str, values: dict[str, Any], texts: dict[int, tuple[str, Any]], presses: set[str]) -> None:
    """Raises Refused. `texts`: messages as they stand; `presses`: callback queries not answered yet."""
    if method in ("sendMessage", "editMessageText"):
        check_text(values.get("text", ""), values.get("parse_mode"), 4096, "message is too long")
    if method in ("sendPhoto", "sendDocument"):
        check_text(values.get("caption") or "-", values.get("parse_mode"), 1024, "message caption is too long")
    check_buttons(values.get("reply_markup"))
    if method == "editMessageText" and texts.get(values["message_id"]) == (values["text"], values.get("reply_markup")):
        raise Refused("message is not modified: specified new message content and reply markup are exactly the same")
    if method == "answerCallbackQuery":
        if values["callback_query_id"] not in presses:
            raise Refused("query is too old and response timeout expired or query ID is invalid")
        presses.discard(values["callback_query_id"])
    if method == "answerInlineQuery":
        check_inline(values["results"])
    if method == "setMyCommands" and any(not c["command"].isascii() or len(c["command"]) > 32 for c in values["commands"]):
        raise Refused("BOT_COMMAND_INVALID")


def check_text(text: str, mode: str | None, most: int, too_long: str) -> None:
    if mode == "HTML":
        parsed = parse_html(text)
        if parsed["@type"] == "error":
            raise Refused(f"can't parse entities: {parsed['message']}")
        text = parsed["text"]
    if not text.strip():
        raise Refused("message text is empty")
    if utf16(text) > most:
        raise Refused(too_long)


def check_buttons(markup: Any) -> None:
    for button in _buttons(markup):
        if not button.get("text"):
            raise Refused("can't parse inline keyboard button: text is empty")
        if "callback_data" in button and not 0 < len(button["callback_data"].encode()) <= 64:
            raise Refused("BUTTON_DATA_INVALID")


def _buttons(markup: Any) -> Iterator[dict[str, Any]]:
    for row in (markup or {}).get("inline_keyboard", []):
        yield from row


def check_inline(results: list[dict[str, Any]]) -> None:
    if len(results) > 50 or len({r["id"] for r in results}) != len(results):
        raise Refused("RESULTS_TOO_MUCH or RESULT_ID_DUPLICATE")
    for result in results:
        content = result["input_message_content"]
        check_text(content["message_text"], content.get("parse_mode"), 4096, "MESSAGE_TOO_LONG")
