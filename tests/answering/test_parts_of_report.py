"""A part of the report that does not hold the figure is not passed over."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize("question", ["宝应2020年报第二部分里收到申请几件", "宝应2020年报第四部分里行政处罚多少件", "宝应2020年第三部分里行政许可办了多少"])
def test_a_figure_of_another_part_is_refused(places: Asked, question: str) -> None:
    reply = places.ask(question)
    assert not reply.values
    assert "部分" in reply.text


@pytest.mark.parametrize("question", ["宝应2020年报第三部分里不予公开多少件", "宝应2020年不予公开多少件", "宝应2020年表三里不予公开多少件"])
def test_the_right_part_does_no_harm(places: Asked, question: str) -> None:
    assert [v.value for v in places.ask(question).values] == ["9"]
