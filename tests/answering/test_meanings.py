"""X是什么 asks what a term means, and nothing else does."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("text", "said"), [
    ("部分公开是什么", "去掉那一部分"), ("三安全一稳定是啥", "国家安全"), ("“重复申请”到底是什么", "不再重复处理"), ("行政查询事项是个啥呀", "工商登记"), ("结转下年度是什么意思", "转到下一年"),
    ("勾稽关系是怎么规定的", "应当相等"), ("看公开资料要花钱吗", "免费查阅"), ("查阅公开的文件收费吗", "免费查阅"),
])
def test_what_a_term_means(shipped: Asked, text: str, said: str) -> None:
    reply = shipped.ask(text)
    assert reply.verdict is None
    assert said in reply.text


@pytest.mark.parametrize(("text", "said"), [
    ("信息公开申请要多久答复", "20 个工作日"), ("政府多少天必须答复", "第三十三条"), ("答复时限是多少天", "20 个工作日"), ("延期答复可以延多久", "最多再延 20 个工作日"),
    ("哪些信息应该主动公开", "第十九条"), ("主动公开是什么", "不用等人申请"), ("什么情况下可以不公开", "过程性信息"), ("谁可以申请信息公开", "第二十七条"), ("年报每年什么时候公布", "3 月 31 日"),
])
def test_what_the_regulation_says(shipped: Asked, text: str, said: str) -> None:
    assert said in shipped.ask(text).text


@pytest.mark.parametrize("text", ["邓州2020年平均多久答复", "邓州2020年答复期限内办结了几件", "邓州年报哪天发布的", "不予公开增加的主要原因是什么", "我要办事，该怎么申请信息公开"])
def test_what_no_report_tells_is_not_the_regulation(shipped: Asked, text: str) -> None:
    assert shipped.ask(text).status == "refused"


@pytest.mark.parametrize(("text", "said"), [
    ("不予公开的理由是什么", "保护第三方合法权益 6 件"), ("2020年邓州拒绝公开的主要原因是什么", "保护第三方合法权益 6 件"), ("统计期限是什么", "2021年12月31日"), ("邓州的电话是什么", "0377"), ("部分公开是什么，有几件", "9 件"),
])
def test_what_the_report_says_is_no_meaning(shipped: Asked, text: str, said: str) -> None:
    assert said in shipped.ask(text).text


@pytest.mark.parametrize(("text", "verdict"), [("许可是不是2万8519件", "yes"), ("许可超过2万9吗", "no"), ("许可办了2万8千多件吗", "yes"), ("采购超过4千万元吗", "yes")])
def test_numbers_in_two_writings(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(text).verdict == verdict


@pytest.mark.parametrize("text", ["报告哪里写错了", "年报里什么地方不对"])
def test_where_something_is_wrong(shipped: Asked, text: str) -> None:
    assert "2021年12月31日" in shipped.ask(text).text
