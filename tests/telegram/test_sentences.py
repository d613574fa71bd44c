"""The fixed sentences: every key is used, every placeholder filled, and the house style kept."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from handlers.sentences import FILE, MENU, SENTENCES, check, menu, samples, say
from index.errors import InvalidData


def book() -> dict[str, Any]:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from words(part)


def test_style_for_users() -> None:
    for text in words({key: value for key, value in book().items() if key != "samples"}):
        assert not re.search(r"[！你您我]|[!?]", text), text
        filled = re.sub(r"\{(number|agencies|reports|page|pages|year|cells|ambiguous|passed|failed|open)\}", "7", text)
        filled = re.sub(r"\{\w+\}", "", filled)
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9/]|[A-Za-z0-9][\u4e00-\u9fff]", filled), text


def test_every_sentence_can_be_said() -> None:
    for key, names in SENTENCES.items():
        assert "{" not in say(key, **dict.fromkeys(names.split(), "7"))
    assert len(samples("邓州市", 2020)) == 3
    assert [name for name, _ in menu()] == list(MENU)


@pytest.mark.parametrize(
    ("key", "value", "names"),
    [
        ("incident", "出了点问题。", "incident"),
        ("incident", "{number} {nobody}", "incident"),
        ("extra", "多余", "extra"),
        ("samples", ["{name}{year}年"], "samples"),
        ("menu", {"start": "开始"}, "menu"),
        ("help", "", "help"),
    ],
)
def test_a_broken_book_is_named(key: str, value: object, names: str) -> None:
    with pytest.raises(InvalidData, match=names):
        check(book() | {key: value})


def test_a_missing_sentence_is_named() -> None:
    broken = book()
    del broken["incident"]
    with pytest.raises(InvalidData, match="incident"):
        check(broken)
