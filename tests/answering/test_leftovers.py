"""What an operation would leave out of a question stops the answer: a step, a part of a list, one figure among several."""

import pytest

from tests.answering.support import Asked, figures
from tests.answering.worlds import made

ROWS = {"新收申请": "s3.new", "予以公开": "s3.result.granted", "部分公开": "s3.result.partial", "行政复议": "s4.review", "行政处罚": "s2.art20_6.penalty"}
COUNTED = {2: "两", 3: "三", 4: "四", 5: "五"}


@pytest.fixture(scope="module")
def asked() -> Asked:
    return made(3).asked


# ---------------------------------------------------------------- steps

STEPS = (
    ("宝应2021年新收申请比其他单位平均多多少", "平均", "宝应2021年新收申请比高邮多多少"),
    ("宝应2021年新收申请比2020年平均多多少", "平均", "宝应2021年新收申请比2020年多多少"),
    ("宝应2019到2022年新收申请平均每年增长多少", "平均每年", "宝应2019到2022年新收申请平均多少"),
    ("2021年哪家新收申请增长最多", "增长", "2021年哪家新收申请最多"),
    ("2021年新收申请增长率最高的是哪家", "增长率", "2021年新收申请最高的是哪家"),
    ("宝应2020年新收申请占比排名第几", "占比", "宝应2020年新收申请排名第几"),
    ("宝应2020年不予公开排名第几的增长率", "增长率", "宝应2020年不予公开排名第几"),
)


@pytest.mark.parametrize(("question", "left", "without"), STEPS, ids=[q for q, *_ in STEPS])
def test_a_step_that_no_operation_takes_refuses_and_is_named(asked: Asked, question: str, left: str, without: str) -> None:
    reply = asked.ask(question)
    assert (reply.status, reply.reason, reply.values) == ("refused", "not_understood", ())
    assert f"“{left}”" in reply.text
    assert asked.ask(without).status == "answered", "without the step it is a question like any other"


@pytest.mark.parametrize(("question", "left"), [("宝应四年里新收申请合计", "四年"), ("宝应六年来新收申请总和", "6 年"), ("宝应这两年予以公开多少", "这两年")])
def test_so_many_years_are_not_the_newest_one(asked: Asked, question: str, left: str) -> None:
    reply = asked.ask(question)
    assert not reply.values
    assert f"“{left}”" in reply.text
    assert asked.ask("这两年合计", "宝应2020年和2021年新收申请多少").status == "answered", "years that were told"


def test_no_figure_is_given_past_a_bound_that_was_set(asked: Asked) -> None:
    reply = asked.ask("宝应2020年新收申请里超过10件的合计多少")
    assert not reply.values


# ---------------------------------------------------------------- lists

def listing(count: int, said: int) -> str:
    """宝应2020年新收申请、予以公开、部分公开这三样各有几件: `said` things, and a word of nothing for the rest."""
    things = [*list(ROWS)[:said], *["呵呵", "嘿嘿", "嗯嗯", "哈哈"][: count - said]]
    return f"宝应2020年{'、'.join(things)}这{COUNTED[count]}样各有几件"


@pytest.mark.parametrize("count", COUNTED)
def test_a_list_understood_as_a_whole_is_answered_in_its_order(asked: Asked, count: int) -> None:
    reply = asked.ask(listing(count, count))
    assert [v.cells[0].startswith(row) for v, row in zip(reply.values, list(ROWS.values())[:count], strict=True)] == [True] * count


@pytest.mark.parametrize(("count", "said"), [(c, s) for c in (3, 4) for s in range(2, c)])
def test_a_list_with_a_part_not_understood_is_refused_with_the_numbers(asked: Asked, count: int, said: int) -> None:
    reply = asked.ask(listing(count, said))
    assert (reply.status, reply.reason, reply.values) == ("refused", "not_understood", ())
    assert f"{count} 项" in reply.text
    assert f"{said} 项" in reply.text


@pytest.mark.parametrize("count", [3, 4])
def test_a_number_larger_than_the_list_is_refused_too(asked: Asked, count: int) -> None:
    assert not asked.ask(f"宝应2020年予以公开和部分公开这{COUNTED[count]}样各有几件").values


# ---------------------------------------------------------------- figures picked together

WHO = {"民众": "s3.new@natural", "企业": "s3.new@enterprise", "律所": "s3.new@legal_service"}
WHAT = {"行政复议": "s4.review", "行政诉讼": "s4.suit", "直接起诉维持": "s4.suit_direct", "行政处罚": "s2.art20_6.penalty"}


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("who", ["企业", "律所"])
def test_who_and_what_that_no_table_crosses_get_no_figure(asked: Asked, who: str, what: str) -> None:
    reply = asked.ask(f"宝应2020年{who}{what}的有多少")
    assert (reply.status, reply.values) == ("refused", ())
    assert "申请人类别" in reply.text


@pytest.mark.parametrize("what", ["行政复议", "行政诉讼", "直接起诉维持"])
def test_people_who_sue_are_no_kind_of_applicant(asked: Asked, what: str) -> None:
    assert figures(asked.ask(f"宝应2020年民众{what}的有多少")) == figures(asked.ask(f"宝应2020年{what}的有多少"))


@pytest.mark.parametrize("what", WHAT)
def test_either_alone_is_answered(asked: Asked, what: str) -> None:
    assert len(figures(asked.ask(f"宝应2020年{what}的有多少"))) == 1


@pytest.mark.parametrize("who", WHO)
def test_said_side_by_side_they_are_two_figures(asked: Asked, who: str) -> None:
    reply = asked.ask(f"宝应2020年{who}的申请和行政复议各有几件")
    assert [v.cells[0] for v in reply.values] == [WHO[who], "s4.review.total"]


def test_a_first_part_that_asks_for_a_number_and_is_not_understood_is_named(asked: Asked) -> None:
    assert "没有看懂" in asked.ask("宝应2021年打官司的，蹦跶几场、输几场、还没判几场（直接起诉）").text


def test_how_many_kinds_of_one_thing_is_its_figure(asked: Asked) -> None:
    assert asked.ask("宝应2021年现行有效之规章几种").values[0].cells == ("s2.art20_1.rules.in_force",)


@pytest.mark.parametrize("question", [
    "邓州2020年新收61件，其中自然人59件，其余几件", "邓州2020年一成新收是多少件", "新收前三的单位合计多少", "邓州2020年予以公开15件，占办结两成多吧",
])
def test_a_step_that_is_not_taken_stops_the_answer(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).status == "refused"


def test_tenths_and_something(shipped: Asked) -> None:
    assert [shipped.ask(f"邓州2020年予以公开占办结{part}成多吗").verdict for part in "两三"] == ["yes", "no"]


@pytest.mark.parametrize(("text", "value"), [
    ("没有掌握信息、这么回绝的有几件", 3), ("要的东西没有现成的、得专门另做一份，这么回绝的有几件", 1), ("属于信访的，就这么给拒了的一共多少", 25), ("第三方不同意、用这个理由拒绝的几件", 6),
])
def test_a_refusal_that_points_back_is_its_reason(shipped: Asked, text: str, value: int) -> None:
    assert [v.value for v in shipped.ask(f"邓州2020年{text}").values] == [str(value)]
