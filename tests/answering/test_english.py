"""English whose small words decide: bounds in words, the year before of a list, a share of the total, which outcomes are compared."""

import pytest

from index.models import Report
from tests.answering.archives import Memory
from tests.answering.support import Asked, first_line


@pytest.fixture(scope="module")
def asked(shipped_report: Report) -> Asked:
    return Asked(Memory([shipped_report]))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("How many more penalty items did Dengzhou list in 2020 than the year before?", "1085"),
        ("By how many items did Dengzhou's administrative fees shrink in 2020?", "-50"),
        ("Dengzhou 2020: items of administrative penalties at the end of the previous year", "3721"),
        ("邓州2020 petition 类的占 total 几 percent", "40.98"),
        ("邓州2020 success rate 就 full 加 partial 占办结 total 几个 percent", "39.34"),
    ],
)
def test_the_figure_that_is_meant(asked: Asked, text: str, figure: str) -> None:
    reply = asked.ask(text)
    assert reply.values, reply.text
    assert reply.values[0].value == figure


def test_bounds_in_words(asked: Asked) -> None:
    assert asked.ask("Dengzhou 2020: were fewer than five suits corrected?").verdict == "yes"
    assert asked.ask("Dengzhou 2020: were fewer than three suits corrected?").verdict == "no"
    assert asked.ask("Were more than ten requests partially granted in Dengzhou in 2020?").verdict == "no"


def test_outcomes_are_compared(asked: Asked) -> None:
    assert "信访" in first_line(asked.ask("Which outcome was the most common for Dengzhou requests in 2020?"))


def test_the_email_to_contact_is_an_email(asked: Asked) -> None:
    assert "@" in first_line(asked.ask("whats the email to contact about the Dengzhou 2020 report"))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Was anything withheld as a state secret in Dengzhou in 2020?", "no"), ("Did anyone sue Dengzhou in 2020?", "yes"),
        ("Dengzhou 2020: 61 new requests, true or false?", "yes"), ("Dengzhou 2020: 9999 new requests, true or false?", "no"),
    ],
)
def test_anything_and_true_or_false_ask_for_a_verdict(asked: Asked, text: str, verdict: str) -> None:
    assert asked.ask(text).verdict == verdict
