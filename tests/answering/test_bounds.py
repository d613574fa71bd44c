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
    ("邓州2020年复议41加诉讼19对不对，总共60", "yes"),
    ("邓州2020年复议42加诉讼18，一共60对不对", "no"),
    ("邓州2020年六类申请人加起来等于61吗", "yes"),
    ("邓州2020年六类申请人之和是60对不对", "no"),
    ("邓州2020年许可项目翻了一番吗", "no"),
    ("邓州2020年收费项目砍了过半没有", "yes"),
    ("邓州2020年行政查询占不予公开四分之一吗", "yes"),
    ("邓州2020年信访类是办结的五分之一吗", "no"),
    ("邓州2020年信访类有办结的五分之二吗", "yes"),
    ("邓州2020年集中采购花到五千万了吗", "no"),
    ("邓州2020年办结够61件吗", "yes"),
    ("邓州2020年第三方理由超过五件吗", "yes"),
    ("邓州2020年有没有哪种申请人一件都没提", "yes"),
    ("邓州2020年不予公开理由有超过三件的吗", "yes"),
    ("邓州2020年不予公开理由里有没有一条超过六件", "no"),
    ("邓州2020年不予公开有没有超过六件", "yes"),
    ("邓州2020年保护第三方那几件占不予公开总数的四分之三吗", "yes"),
])
def test_verdict_on_a_made_figure(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize("question", ["邓州2020年行政许可决定翻倍了吗", "邓州2020年不予公开的理由有几种上到一百件", "邓州2020年排在信访类后面的是哪一类"])
def test_a_bound_on_nothing_that_was_said_is_not_passed_over(shipped: Asked, question: str) -> None:
    reply = shipped.ask(question)
    assert (reply.status, reply.verdict) == ("refused", None)
