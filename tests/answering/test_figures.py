"""Numbers of questions that are no years, and the bounds they make."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.answering.words.figures import find_figures
from handlers.answering.words.plain import read_question
from handlers.answering.words.tokens import tokens_of
from tests.answering.support import Asked, first_line


def figures(text: str) -> list[tuple[Decimal, str]]:
    found = (m.figure for m in find_figures(tokens_of(read_question(text))))
    return [(figure.value, figure.unit) for figure in found if figure]


def fails(*values: str, reason: str) -> object:
    return pytest.param(*values, marks=pytest.mark.xfail(reason=reason, strict=True))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("超过10件", "10", "件"),
        ("不到五十件", "50", "件"),
        ("１００件", "100", "件"),
        ("10,000件", "10000", "件"),
        ("一百二十项", "120", "项"),
        ("两千条", "2000", "条"),
        ("零件", "0", "件"),
        ("3件以上", "3", "件"),
        ("50余人次", "50", "人次"),
        ("20%", "20", "%"),
        ("5成", "5", "成"),
        ("两倍", "2", "倍"),
        ("1.2亿元", "1.2", "亿元"),
        ("4281.8773万元", "4281.8773", "万元"),
        ("五种", "5", "种"),
        ("超过100", "100", ""),
        ("1.5万件", "15000", "件"),
        ("2万件", "20000", "件"),
        ("百分之五十", "50", "%"),
    ],
)
def test_a_number_with_its_unit(text: str, value: str, unit: str) -> None:
    assert figures(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize("text", ["万一", "半数", "一二三四五", "", "百分比", "件", "不予公开"])
def test_no_number(text: str) -> None:
    assert figures(text) == []


@given(st.integers(0, 10**7), st.sampled_from(["件", "个", "条", "项", "家", "万元", "人次", "%"]))
def test_digits_and_commas_are_the_number_they_write(number: int, unit: str) -> None:
    assert figures(f"超过{number}{unit}") == figures(f"超过{number:,}{unit}") == [(Decimal(number), unit)]


# ---------------------------------------------------------------- bounds: 宝应 2020 has 不予公开 9

BOUNDS = (
    ("超过{}件吗", lambda n: n < 9),
    ("多于{}件吗", lambda n: n < 9),
    ("不少于{}件吗", lambda n: n <= 9),
    ("至少{}件吗", lambda n: n <= 9),
    ("达到{}件了吗", lambda n: n <= 9),
    ("不到{}件吗", lambda n: n > 9),
    ("少于{}件吗", lambda n: n > 9),
    ("不超过{}件吗", lambda n: n >= 9),
    ("是{}件吗", lambda n: n == 9),
)


@pytest.mark.parametrize("number", [8, 9, 10])
@pytest.mark.parametrize(("words", "holds"), BOUNDS, ids=[words for words, _ in BOUNDS])
def test_a_bound_is_kept_to_the_unit(places: Asked, words: str, holds: object, number: int) -> None:
    reply = places.ask(f"宝应2020年不予公开{words.format(number)}")
    assert (reply.verdict, reply.values[0].value) == ("yes" if holds(number) else "no", "9"), reply  # type: ignore[operator]


@pytest.mark.parametrize("text", ["宝应2020年行政许可处理决定超过2万件吗", "宝应2020年自然人占比超过百分之九十九吗"])
def test_a_bound_that_is_not_understood_gives_no_verdict(places: Asked, text: str) -> None:
    assert places.ask(text).verdict != "yes"


@pytest.mark.parametrize(("number", "verdict"), [(2000, "yes"), (2020, "yes"), (4100, "no")])
def test_a_bound_that_looks_like_a_year_is_a_bound(places: Asked, number: int, verdict: str) -> None:
    reply = places.ask(f"宝应2020年行政许可处理决定超过{number}件吗")
    assert (reply.verdict, [v.value for v in reply.values]) == (verdict, ["4100"]), reply


@pytest.mark.parametrize("claimed", [80, 9999])
def test_a_figure_of_the_question_is_never_the_answer(places: Asked, claimed: int) -> None:
    reply = places.ask(f"听说宝应2020年不予公开有{claimed}件，是真的吗")
    assert str(claimed) not in {v.value for v in (*reply.values, *reply.also)}
    assert reply.verdict == "no"
    assert "9 件" in first_line(reply)


@pytest.mark.parametrize(("said", "verdict"), [
    ("四千多件对吧", "yes"), ("三四千件吧", "yes"), ("五六千件吧", "no"), ("四千出头对吗", "yes"), ("五千多件对吧", "no"), ("是不是四千几件", "yes"), ("一万多件吧", "no"),
])
def test_a_number_said_loosely_is_held_loosely(places: Asked, said: str, verdict: str) -> None:
    reply = places.ask(f"宝应2020年行政许可处理决定{said}")
    assert (reply.verdict, [v.value for v in reply.values]) == (verdict, ["4100"]), reply


@pytest.mark.parametrize(("said", "value", "room"), [("四千多万", 40_000_000, 10_000_000), ("三十多个亿", 3_000_000_000, 1_000_000_000), ("七八倍", 7, 2), ("十七八件", 17, 2), ("三四百件", 300, 200), ("三百件", 300, 0)])
def test_how_far_past_a_number_the_meant_one_may_be(said: str, value: int, room: int) -> None:
    found = [m.figure for m in find_figures(tokens_of(read_question(said)))]
    assert [(f.value, f.room) for f in found if f] == [(value, room)]
