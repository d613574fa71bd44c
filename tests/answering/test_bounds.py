"""Bounds on figures that have to be made first: sums, differences, multiples, shares."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "verdict"), [
    ("邓州2020年许可项目增加数破了一千四，对不对", "yes"),
    ("邓州2020年不予公开、无法提供合计超过十件吗", "yes"),
    ("邓州2020年予以公开比部分公开多十件以上吗", "no"),
    ("邓州2020年许可决定有没有处罚决定的十倍", "no"),
    ("邓州2020年不予处理占办结总数超过50%吗", "no"),
    ("邓州2020年无法提供的占比不到一成是不是", "yes"),
    ("邓州2020年许可和处罚决定数都过千了吗", "yes"),
    ("邓州2020年收费项目减少了五十项，对不对", "yes"),
    ("邓州2020年直接起诉里纠正的比维持的多吗", "no"),
])
def test_verdict_on_a_made_figure(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict
