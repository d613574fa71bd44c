"""A single character left over stops the answer unless data/light.yaml says that it carries nothing."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize("word", ["齁", "请", "晒", "谨", "帮", "够", "摊"])
def test_a_particle_is_passed_over(places: Asked, word: str) -> None:
    assert [v.value for v in places.ask(f"{word}，宝应2020年不予公开多少件").values] == ["9"]


@pytest.mark.parametrize("word", ["车", "鱼", "矿", "茶", "狗", "盐", "童", "孕", "癌"])
def test_a_thing_is_not(places: Asked, word: str) -> None:
    reply = places.ask(f"宝应2020年{word}的不予公开多少件")
    assert (reply.status, reply.reason, reply.values) == ("refused", "not_understood", ())
