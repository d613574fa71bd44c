"""Differences, multiples and bounds as English puts them; numbers that are meant loosely."""

from decimal import Decimal

import pytest

from handlers.answering.operations.than_figure import loosely
from handlers.answering.words.mentions import Figure
from tests.answering.support import Asked, first_line


@pytest.mark.parametrize(("question", "value"), [
    ("What is the difference between granted and unable in Dengzhou 2020?", 11),
    ("Dengzhou 2020, the difference between reviews and lawsuits", 22),
    ("difference between full and partial disclosure, Dengzhou 2020", 6),
    ("Which was the single most frequent reason for denial?", 6),
    ("Total number of reviews and lawsuits", 60),
    ("partial disclosure as a % of handled requests", 14.75),
    ("share of third-party refusals among all non-disclosures", 75),
    ("in how many direct suits did the court back the government", 10),
    ("how many were fully or partially disclosed", 24),
    ('Dengzhou 2020, requests under "partial disclosure"', 9),
    ("Dengzhou 2020 requests carried over from the preceding year", 0),
    ("avg(采购金额/项目数) where 市=邓州 and 年=2020", Decimal("58.6559")),
    ("邓州2020年各种理由不予公开的搁一起，统共几件", 8),
    ("许可的增减比处罚的增减多多少项", 349),
    ("收费的增减比强制的增减少多少项", 73),
])
def test_figure(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


def test_difference_between_two_terms_is_told(shipped: Asked) -> None:
    assert "直接起诉" in first_line(shipped.ask("What is the difference between direct lawsuits and lawsuits after review?"))


@pytest.mark.parametrize(("question", "verdict"), [
    ("Did Dengzhou make more than seven times as many licence decisions as penalties in 2020?", "yes"),
    ("Were there at least three times as many reviews as lawsuits?", "no"),
    ("Were there more than twice as many reviews as lawsuits in Dengzhou 2020?", "yes"),
    ("Were there at least ten more unprocessed requests than fully disclosed ones?", "yes"),
    ("Did partial disclosure make up more than a quarter of all outcomes?", "no"),
    ("邓州2020年的许可决定是处罚的七倍多吗", "yes"),
    ("许可决定是处罚的八倍多，是吗", "no"),
    ("Did all the lawsuits come without a prior review?", "yes"),
    ("复议是诉讼的四倍多吗", "no"),
    ("邓州2020年新收有六十多件吗", "yes"),
    ("新收申请有七十多件吗", "no"),
])
def test_verdict(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize(("number", "unit", "text", "room"), [
    (7, "倍", "是处罚的七倍多吗", 1), (7, "倍", "是处罚的七倍吗", None), (60, "件", "有六十多件吗", 10), (20000, "件", "有两万多件吗", 10000), (65, "件", "65件吗", None),
])
def test_room_of_a_loose_number(number: int, unit: str, text: str, room: int | None) -> None:
    assert loosely(Figure(Decimal(number), unit), text) == room


@pytest.mark.parametrize("question", [
    "how many lawsuits did the government file in 2020", "how many lawsuits were filed by the government", "政府自己去起诉的多少件",
    "how many requests were refused by the county governments under Dengzhou",
])
def test_what_others_do_is_no_figure_of_the_form(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).values == ()
