"""What a follow-up points at: the year, the body or the applicant that a reply named, the ones that were counted, the same share of another."""

import pytest

from tests.answering.support import Asked, figures


def test_the_year_that_a_reply_named(places: Asked) -> None:
    least = places.ask("宝应哪年申请最少").values[0].year
    assert places.ask("那年办结几件", "宝应哪年申请最少").values[0].year == least
    assert places.ask("不予公开呢", "宝应哪年申请最少", "那一年办结几件").values[0].year == least


def test_the_body_that_a_reply_named(places: Asked) -> None:
    first = places.ask("哪家申请最多").values[0]
    assert [(v.agency, v.year) for v in places.ask("他们办结几件", "哪家申请最多").values] == [(first.agency, first.year)]


def test_the_applicant_that_a_reply_named(shipped: Asked) -> None:
    assert shipped.ask("那类人不予公开几件", "2020年哪类人申请最多").values[0].value == "8"


def test_the_ones_that_were_counted(places: Asked) -> None:
    asked = "收申请超过1件的有几家"
    assert places.ask("是哪几家", asked).values == places.ask(asked).values


@pytest.mark.parametrize(("context", "text", "values"), [
    (("邓州2020年申请里企业占几成",), "个人呢", ["9.6721"]), (("部分公开占办结的百分之几",), "不予公开呢", ["13.11"]),
])
def test_the_same_of_another(shipped: Asked, context: tuple[str, ...], text: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(text, *context).values] == values


@pytest.mark.parametrize(("text", "verdict", "values"), [
    ("个人申请的都公开了吗", "no", ["13", "59"]), ("申请是不是都公开了", "no", ["15", "61"]), ("公开的多还是不公开的多", None, ["24", "8"]), ("2020年公开的和没公开的哪个多", None, ["37", "24"]),
])
def test_all_of_them_and_one_against_the_other(shipped: Asked, text: str, verdict: str | None, values: list[str]) -> None:
    reply = shipped.ask(text)
    assert (reply.verdict, [v.value for v in reply.values]) == (verdict, values)


@pytest.mark.parametrize("text", ["他们的申请公开了几件", "2020年的申请公开了几件"])
def test_what_was_disclosed_of_the_requests_is_asked_back(shipped: Asked, text: str) -> None:
    assert shipped.ask(text).status == "choose"


def test_an_undecided_word_keeps_the_body_asked_about(places: Asked) -> None:
    reply = places.ask("其中公开的", "宝应2020年收了多少申请", "办了多少")
    assert reply.choices
    assert all(c.question.startswith("宝应") for c in reply.choices)


def test_two_shares_are_not_added_as_counts(shipped: Asked) -> None:
    assert not shipped.ask("两个一共", "办结的里面，公开的占多少", "部分公开的呢").values
    assert shipped.ask("两个合计占多少", "不予公开占多少", "无法提供呢").values[0].value == "19.67"


def test_how_they_were_handled_lists_the_results(shipped: Asked) -> None:
    assert [v.value for v in shipped.ask("怎么处理的", "2020年收到申请多少件").values][:2] == ["15", "9"]


def test_every_body_since_a_year(places: Asked) -> None:
    years = {v.year for v in places.ask("各单位2020年以来新收申请几件").values}
    assert years
    assert min(y for y in years if y) >= 2020


def test_bodies_that_have_none(places: Asked) -> None:
    reply = places.ask("哪些单位没有行政诉讼")
    assert {v.value for v in reply.values} <= {"0"}
    assert reply.status == "answered"


@pytest.mark.parametrize(("before", "turn", "values"), [
    ("邓州2020年哪类申请人最多", "除了个人呢", ["1", "1"]),
    ("邓州2020年哪种结果最多", "刨去不予处理呢", ["15"]),
    ("邓州2020年不予公开哪条理由最多", "除开保护第三方的呢", ["2"]),
    ("邓州2020年新收多少", "除了个人呢", ["2"]),
])
def test_the_foremost_without_one(shipped: Asked, before: str, turn: str, values: list[str]) -> None:
    assert figures(shipped.ask(turn, before))[: len(values)] == values


def test_a_year_left_out_of_all_is_not_the_one_asked_about(places: Asked) -> None:
    foremost = places.ask("宝应哪年申请最多").values[0].year
    for reply in (places.ask(f"除了{foremost}年呢", "宝应哪年申请最多"), places.ask(f"除了{foremost}年，宝应哪年申请最多")):
        assert reply.status == "answered"
        assert foremost not in [v.year for v in reply.values]


@pytest.mark.parametrize(("before", "turn", "value"), [
    ("邓州2020年行政处罚项目", "增到多少了", "4806"), ("邓州2020年收费项目多少", "减到多少了", "47"), ("邓州2020年行政许可项目增到多少了", "", "6950"),
])
def test_what_items_came_to(shipped: Asked, before: str, turn: str, value: str) -> None:
    assert figures(shipped.ask(turn, before) if turn else shipped.ask(before))[0] == value


def test_bodies_of_the_chat(places: Asked) -> None:
    assert places.ask("2021年增到多少了", "宝应2020年申请几件").values == places.ask("2021年呢", "宝应2020年申请几件").values
    assert places.ask("哪家多", "宝应2020年申请几件").status == "refused"
    first = places.ask("哪家申请最多")
    assert figures(places.ask("哪家申请第一")) == figures(first)
