"""Everyday pictures for what the form counts: 没审完撂着的, 六十件大关, 一单合多少钱, 吃官司."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("question", "values", "verdict"), [
    ("邓州2020年直接起诉还有没判完撂那儿的没", ["2"], "yes"),
    ("邓州2020年复议有没有搁在那儿没审结的", ["0"], "no"),
    ("邓州2020年部分公开跨过十件大关了吗", ["9"], "no"),
    ("邓州2020年新收申请突破六十件大关没有", ["61"], "yes"),
    ("邓州2020年有没有科研机构碰了“无法提供”的钉子", ["0"], "no"),
    ("邓州2020年吃过官司没有", ["19"], "yes"),
])
def test_held_against_a_picture(shipped: Asked, question: str, values: list[str], verdict: str) -> None:
    reply = shipped.ask(question)
    assert (figures(reply), reply.verdict) == (values, verdict), reply.text


@pytest.mark.parametrize(("question", "value"), [
    ("邓州2020年政府采购每笔合多少万元", "58.6559"),
    ("邓州2020年集中采购一单折合多少元", "586558.5342"),
    ("邓州2020年政府采购一共合多少万元", "4281.8773"),
    ("邓州强制项目加上新增的，到2020年末共有几项", "194"),
    ("邓州2020年底收费项目还剩几项", "47"),
    ("邓州2020年末强制项目数", "194"),
    ("邓州2020年底行政处罚共多少", "3715"),
    ("邓州2020年收费项目原来的刨去取消的，还剩多少项", "47"),
    ("邓州2020年不予公开去掉第三方的，还剩几件", "2"),
])
def test_reckoned_from_a_picture(shipped: Asked, question: str, value: str) -> None:
    assert figures(shipped.ask(question)) == [value]


@pytest.mark.parametrize("question", ["邓州打算2021年怎么提升政府网站建设水平", "邓州2021年准备如何提高申请答复质量"])
def test_plans_to_better_something_are_quoted(shipped: Asked, question: str) -> None:
    assert "进一步提升依申请公开答复水平" in shipped.ask(question).text


@pytest.mark.parametrize(("question", "word"), [("邓州2020收费项目去掉新增的，还剩几项", "去掉"), ("大关县2020年新收申请几件", "大关县"), ("邓州打算2021年怎么提升公务员工资水平", "工资")])
def test_what_no_form_tells_is_named(shipped: Asked, question: str, word: str) -> None:
    reply = shipped.ask(question)
    assert reply.status == "refused"
    assert word in reply.text
