"""A character doubled, two turned round, one left out: read as meant where one reading is smoother, never as another row."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "value"), [
    ("邓州2020年自人交了几份申请", 59),
    ("邓州2020年老百个人递的申请有几件", 59),
    ("邓州2020年人个的申请有几件", 59),
    ("邓州2020年复重申请几件", 0),
    ("邓州2020年究研所来过几件申请", 0),
    ("邓州2020年中集采购几个项目", 73),
    ("邓州2020年信访类占部全办结的百之几", 40.98),
    ("鄧市州2020年行政制强的决定有件几", 188),
    ("邓州州2020年结结转下年度几件", 0),
    ("邓州2020年集中采购的总金是几万", 4281.8773),
    ("邓州2020年政府买东西花花的钱多少", 4281.8773),
])  # fmt: skip
def test_one_slip_of_typing_is_set_right(shipped: Asked, question: str, value: float) -> None:
    assert float(shipped.value(question)) == value


def test_what_was_set_right_is_told(shipped: Asked) -> None:
    assert "“自人”按“自然人”理解" in shipped.ask("邓州2020年自人交了几份申请").text


@pytest.mark.parametrize("question", [
    "邓州2020年政信息有几条",  # 政务信息 or 政府信息
    "邓州2020年哪个镇收的申请最多",
    "邓州2020年面当递交的申请有几件",
    "邓州年今办结了多少件申请",
    "零二二零年邓州新收的申请到六十件了没有",
    "看帮下邓州2020年的结果维持",
])  # fmt: skip
def test_what_may_be_two_things_or_restricts_gets_no_figure(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).status != "answered"


@pytest.mark.parametrize("question", ["邓州2020年一件申请都没提的有几类申请人", "邓州2020年直接打的官司，政府被判错要改的有几场", "我是县里统计口的，邓州2020年部分公开几件"])
def test_a_question_without_a_slip_is_left_as_it_is(shipped: Asked, question: str) -> None:
    assert "按“" not in shipped.ask(question).text
