"""The groups of outcomes and the ends of cases, ranked and told."""

import pytest

from tests.answering.support import Asked, figures, first_line

_ORDER = ["25", "15", "9", "8", "4", "0"]


@pytest.mark.parametrize("question", [
    "邓州2020年把六类结果排个队", "邓州2020年，五类结果排个队", "给办理结果的大类从多到少排一排", "Rank the main outcome groups in Dengzhou 2020",
])
def test_groups_in_order(shipped: Asked, question: str) -> None:
    assert figures(shipped.ask(question)) == _ORDER


@pytest.mark.parametrize("question", [
    "邓州2020年占比最大的是哪一大类结果", "五大类结果，谁第一", "按大类看，邓州2020年哪种办理结果最多",
    "Which outcome category has the most requests in Dengzhou 2020?",
])
def test_foremost_group(shipped: Asked, question: str) -> None:
    assert "不予处理" in first_line(shipped.ask(question))


@pytest.mark.parametrize(("question", "value"), [
    ("六大类结果合计多少件", 61),
    ("办理结果各大类里，不为零的哪一大类最少", 4),
    ("直接起诉的四种结果哪个最多", 10),
    ("直接起诉的四种结果里哪种最少", 2),
    ("邓州复议和诉讼的四种结果里哪种最多", 51),
])
def test_groups_and_ends(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


def test_single_reasons_are_still_ranked_one_by_one(shipped: Asked) -> None:
    assert "信访举报投诉类申请" in first_line(shipped.ask("邓州2020年办理结果里哪一项最多"))
