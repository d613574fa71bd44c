"""Telegram's own markup parser, offline: what it refuses must never be sent."""

import json
from typing import Any

import tdjson


def _td(request: dict[str, Any]) -> dict[str, Any]:
    return json.loads(tdjson.td_execute(json.dumps(request).encode()))


_td({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def parse_html(text: str) -> dict[str, Any]:
    """formattedText of TDLib, or its error."""
    return _td({"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}})


def html_error(text: str) -> str | None:
    answer = parse_html(text)
    return answer["message"] if answer["@type"] == "error" else None


def visible(text: str) -> str:
    """What the user reads of an HTML message."""
    return parse_html(text)["text"]


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
