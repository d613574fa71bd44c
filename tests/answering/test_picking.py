"""An answer to the list of choices that the bot gave just before."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("picked", "values"), [("1", ["41"]), ("第二个", ["10"]), ("我要第三个", ["0"]), ("最后那个吧", ["0"]), ("都要", ["41", "10", "0"]), ("选2", ["10"])])
def test_a_choice_is_picked(shipped: Asked, picked: str, values: list[str]) -> None:
    assert figures(shipped.ask(picked, "邓州2020年维持多少")) == values


def test_what_follows_leans_on_the_choice(shipped: Asked) -> None:
    assert figures(shipped.ask("纠正的呢", "邓州2020年维持多少", "2")) == ["4"]


def test_a_number_picks_nothing_when_nothing_was_offered(shipped: Asked) -> None:
    assert figures(shipped.ask("第二个", "邓州2020年予以公开和部分公开各几件"))[:1] == ["9"]
    assert shipped.ask("7", "邓州2020年维持多少").status != "answered"
