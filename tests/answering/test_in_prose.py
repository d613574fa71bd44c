"""The prose meant as against the form: 我说的是正文里的那个数."""

import pytest

from tests.answering.support import Asked, figures

FORM = "邓州2020年规范性文件多少"


@pytest.mark.parametrize(("turn", "before"), [("正文里呢", FORM), ("我说的是正文里的", FORM), ("那规范性文件呢，我说的是正文里的那个数", "邓州2020年公示公告发了多少"), (f"{FORM}，我要正文里的那个数", "")])
def test_what_both_tell_is_taken_from_the_prose(shipped: Asked, turn: str, before: str) -> None:
    assert figures(shipped.ask(turn, *([before] if before else []))) == ["710"]


def test_a_figure_of_the_form_is_not_given_for_the_prose(shipped: Asked) -> None:
    assert shipped.ask("我说的是正文里的那个数", "邓州2020年新收申请几件").status == "refused"
    assert shipped.ask("邓州2020年正文里规范性文件新制作了几件").status == "refused"
    assert figures(shipped.ask(FORM))[0] == "3"


def test_whose_account_it_is_adds_nothing(shipped: Asked) -> None:
    assert figures(shipped.ask("邓州政府网的微博和微信公众号一共发了多少条")) == ["516"]
    assert figures(shipped.ask("网站和微信公众号加起来发了多少条")) == ["9137"]
