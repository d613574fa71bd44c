"""不予处理是不是最多的一类: one figure against those of its kind."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("text", "verdict"), [
    ("邓州2020不予处理是不是最多的一类", "yes"),
    ("邓州2020部分公开是不是最多的", "no"),
    ("邓州2020信访是不是不予处理里最多的", "yes"),
    ("邓州2020自然人是不是申请最多的", "yes"),
    ("邓州2020企业是申请最多的吗", "no"),
])
def test_whether_it_is_the_largest(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(text).verdict == verdict


def test_who_asked_most_of_one_body_is_a_kind_of_applicants(shipped: Asked) -> None:
    assert shipped.value("邓州2020申请最多的是谁") == 59


@pytest.mark.parametrize(("text", "rate"), [("邓州2020不肯给的比例", "13.11"), ("邓州2020拿不出来给的比例", "6.56"), ("邓州2020老百姓申请能全部拿到的比例", "22.03")])
def test_a_rate_right_behind_a_refusal_is_that_of_the_refusal(shipped: Asked, text: str, rate: str) -> None:
    assert str(shipped.value(text)) == rate
