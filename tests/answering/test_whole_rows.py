"""A row as it is printed, from left to right."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "values"), [
    ("表二行政强制这一行从左到右三个数", ["171", "23", "188"]),
    ("行政许可那一行的三个数都报给我", ["5516", "1434", "28519"]),
    ("行政复议一行，各列分别是多少", ["41", "0", "0", "0", "41"]),
    ("予以公开那行的各个数字", ["13", "1", "0", "0", "0", "1", "15"]),
])
def test_every_column_in_the_order_of_the_form(shipped: Asked, question: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(question).values] == values


def test_one_column_named_is_one_figure(shipped: Asked) -> None:
    assert [v.value for v in shipped.ask("行政强制那一行的上一年项目数量").values] == ["171"]


@pytest.mark.parametrize("question", ["总计是多少", "合计是多少", "一共是多少"])
def test_a_total_of_nothing_named_is_a_choice(shipped: Asked, question: str) -> None:
    assert len(shipped.ask(question).choices) == 4


def test_a_total_of_what_was_asked_before(shipped: Asked) -> None:
    assert shipped.ask("总计是多少", "予以公开和部分公开各几件").values[0].value == "24"
