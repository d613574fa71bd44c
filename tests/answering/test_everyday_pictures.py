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


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年官司败诉的占百分之几，只算审结的", ["23.53"]),
    ("诉讼里政府赢的占百分之几？没判的不算", ["58.82"]),
    ("What percentage of the lawsuits ended with the decision being corrected, counting only the decided ones?", ["23.53"]),
    ("邓州2020年判了的官司几件", ["17"]),
    ("邓州2020年老百姓胜率多少", ["23.53"]),
    ("邓州2020年直接上法院的里头，政府赢面多大", ["52.63"]),
    ("邓州2020年复议全给维持住的占百分之几", ["100.00"]),
    ("邓州2020年部分公开占多大比例嘛", ["14.75"]),
    ("不经复议直接打的官司，维持的比纠正的多出几件", ["6", "10", "4"]),
    ("市政府网站高头那年一共挂了几多条信息咧", ["8621"]),
    ("邓州2020年落个“其他结果”的官司有几件", ["3"]),
    ("how many times dengzhou government lose in court 2020", ["4"]),
])
def test_said_among_people(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize("bureau", ["审计局", "财政局", "统计局"])
def test_bureau_is_no_slip_for_a_term(shipped: Asked, bureau: str) -> None:
    assert shipped.ask(f"邓州2020年{bureau}被复议几件").status == "refused"


@pytest.mark.parametrize(("question", "first"), [
    ("邓州2020年发没发通报呀，发了几期", "12"),
    ("邓州2020年搞没搞培训，搞了多少人次", "50"),
    ("邓州2020年增长最多的是哪一项", "2418"),
    ("邓州2020年企业的申请都咋处理的", "1"),
    ("邓州2020年四千多万的采购，精确到元是多少", "42818773"),
])
def test_asked_in_passing(shipped: Asked, question: str, first: str) -> None:
    assert figures(shipped.ask(question))[0] == first
