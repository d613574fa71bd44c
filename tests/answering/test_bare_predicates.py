"""What headlines and chats leave out: 挂零？ without 吗, 比强制多多少 of what was asked just now, shrinking of what has no such column."""

import pytest

from tests.answering.support import Asked
from tests.answering.worlds import World, made

SEEDS = (0, 3, 5)


def opened(w: World) -> bool:
    given = w.sum("s3.result.granted@total", "s3.result.partial@total")
    return given * 2 > w.of("s3.result.total@total")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("words", ["为零？", "挂零?", "吃鸭蛋？"])
def test_zero_with_a_question_mark_asks_yes_or_no(seed: int, words: str) -> None:
    w = made(seed)
    zero = not w.of("s3.result.denied.state_secret@total")
    assert w.asked.ask(f"宝应2020年属于国家秘密的{words}").verdict == ("yes" if zero else "no")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("words", ["公开率过半了吗", "公开率超过一半没"])
def test_a_rate_may_pass_one_half(seed: int, words: str) -> None:
    w = made(seed)
    assert w.asked.ask(f"宝应2020年{words}").verdict == ("yes" if opened(w) else "no")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("words", ["比强制多多少", "较强制多多少"])
def test_what_was_asked_just_now_is_set_against_it(seed: int, words: str) -> None:
    w = made(seed)
    penalty, coercion = w.of("s2.art20_6.penalty.decisions"), w.of("s2.art20_6.coercion.decisions")
    values = [v.value for v in w.asked.ask(f"宝应2020年罚了多少件，{words}").values]
    assert {str(penalty), str(penalty - coercion)} <= set(values)


@pytest.mark.parametrize("seed", SEEDS)
def test_how_many_together_adds_no_third_figure(seed: int) -> None:
    w = made(seed)
    expected = w.of("s3.new@enterprise") + w.of("s3.new@other_org")
    assert w.asked.ask("宝应2020年企业加其他组织一共几件申请").values[0].value == str(expected)


@pytest.mark.parametrize("words", ["予以公开缩水多少", "新收申请瘦身多少"])
def test_shrinking_of_what_has_no_such_column_is_not_passed_over(words: str) -> None:
    reply = made(0).asked.ask(f"宝应2020年{words}")
    assert reply.status == "refused" or reply.values[0].label.endswith("之差"), "against the year before, never the figure itself"


@pytest.mark.parametrize(("question", "cells"), [
    ("哪种理由拒得最多", {"s3.result.denied.third_party@total"}),
    ("不公开主要因为啥", {"s3.result.denied.third_party@total"}),
    ("六类申请人里哪类没提过", {"s3.new@research", "s3.new@welfare", "s3.new@legal_service"}),
    ("哪些人没有申请过", {"s3.new@research", "s3.new@welfare", "s3.new@legal_service"}),
    ("除了个人还有谁申请过", {"s3.new@enterprise", "s3.new@other_org"}),
    ("一共办完多少还剩多少", {"s3.result.total@total", "s3.carried_out@total"}),
    ("平均每月收几件", {"s3.new@total"}),
    ("重复几件，反复几件", {"s3.result.unprocessed.repeat@total", "s3.result.unprocessed.excessive@total"}),
])
def test_plain_words_of_citizens(shipped: Asked, question: str, cells: set[str]) -> None:
    values = shipped.ask(question).values
    assert cells <= {c for v in values for c in v.cells}
    assert values[0].cells[0] in cells


@pytest.mark.parametrize(("question", "status"), [("申请公开收费吗", "refused"), ("到哪里去申请公开", "refused"), ("开了几次会", "refused"), ("企业申请的公开了多少", "choose"), ("公开了几件没公开几件", "choose")])
def test_what_plain_words_leave_open_gets_no_figure(shipped: Asked, question: str, status: str) -> None:
    assert (shipped.ask(question).status, shipped.ask(question).values) == (status, ())


def test_only_the_kind_of_person_is_named(shipped: Asked) -> None:
    assert "“学生”" in shipped.ask("学生提的有几件").text


def test_the_sum_above_the_table_is_that_of_its_sections(shipped: Asked) -> None:
    """第三项 of it is no reason of 无法提供."""
    reply = shipped.ask("表格数据符合“第一项加第二项等于第三项加第四项”的勾稽关系吗？")
    cells = {c for v in reply.values for c in v.cells}
    assert (reply.verdict, {"s3.new@total", "s3.result.total@total"} <= cells, any("unable" in c for c in cells)) == ("yes", True, False)


def test_a_list_that_shrank_is_not_set_against_its_change(shipped: Asked) -> None:
    shrank = shipped.ask("减了多少", "邓州2020年收费项目")
    assert [(v.value, v.cells) for v in shrank.values] == [("50", ("s2.art20_8.fee.change",))]
    assert shipped.ask("原来多少", "邓州2020年收费项目", "减了多少").values[0].cells == ("s2.art20_8.fee.prev_items",)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("turn", "row"), [("法院是纠正了吧", "s4.suit.corrected"), ("有维持的吧", "s4.suit.upheld")])
def test_what_is_put_to_be_confirmed(seed: int, turn: str, row: str) -> None:
    w = made(seed)
    told = w.asked.value(f"宝应2020年行政诉讼{'纠正' if 'corrected' in row else '维持'}几件")
    assert w.asked.ask(turn, "宝应2020年行政诉讼几件").verdict == ("yes" if told else "no")
    assert w.asked.ask("都公开了吧", "宝应2020年收到几件").verdict == "no"
