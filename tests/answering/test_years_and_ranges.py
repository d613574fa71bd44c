"""Years that are ranked or have to pass a bound, and ranges with two ends."""

import pytest

from tests.answering.support import Asked, figures, first_line


@pytest.mark.parametrize(("question", "years"), [
    ("宝应2019到2022哪几年处罚决定超过2300件", ["2022", "2021"]),
    ("宝应哪年处罚决定最多", ["2022"]),
    ("宝应哪几年的处罚决定在2300到2500件之间", ["2021"]),
    ("宝应处罚决定前两名的年份", ["2022", "2021"]),
])
def test_years_are_named(places: Asked, question: str, years: list[str]) -> None:
    said = first_line(places.ask(question))
    assert all(f"{year} 年" in said for year in years)


@pytest.mark.parametrize(("question", "first"), [("宝应哪个year的处罚决定最多", "3000"), ("Rank Baoying's years by number of penalties", "2022")])
def test_years_in_mixed_speech(places: Asked, question: str, first: str) -> None:
    assert figures(places.ask(question))[:1] == [first]


def test_years_in_order(places: Asked) -> None:
    assert figures(places.ask("把宝应的年份按处罚决定排个名"))[:2] == ["2022", "2021"]
    assert figures(places.ask("宝应2019到2022处罚决定由高到低各是哪年"))[:2] == ["2022", "2021"]
    assert figures(places.ask("宝应2019到2022处罚决定由高到低各是多少"))[:2] == ["3000", "2400"]


def test_short_years_in_a_list(places: Asked) -> None:
    assert figures(places.ask("宝应20、21、22各年处罚决定分别多少")) == figures(places.ask("宝应2020、2021、2022年处罚决定分别多少"))


@pytest.mark.parametrize(("question", "verdict"), [
    ("邓州2020年不予公开在5到10件之间吗", "yes"),
    ("邓州2020年新收的申请在50件以上100件以下吗", "yes"),
    ("予以公开介于20到30件之间，对吗", "no"),
    ("无法提供的件数超过3件但不到5件吗", "yes"),
    ("Was the number of requests between 60 and 70?", "yes"),
])
def test_verdict_on_a_range(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict
