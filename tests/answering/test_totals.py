"""The total of a list, what a question is of when that is said last, and series of changes."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("question", "total"), [
    ("邓州2020年复议和法院的案子总数", 60),
    ("予以公开和部分公开的总数", 24),
    ("邓州2020年许可、处罚、强制的总数量", 32422),
    ("企业和其他组织的申请总数", 2),
    ("直接起诉维持和纠正的总数", 14),
])
def test_total_of_a_list(shipped: Asked, question: str, total: int) -> None:
    assert shipped.value(question) == total


@pytest.mark.parametrize(("question", "values"), [
    ("复议总数和诉讼总数分别是多少", ["41", "19"]),
    ("新收总数和办结总数是多少", ["61", "61"]),
])
def test_totals_of_each(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize(("question", "value"), [("维持的有几件，直接起诉的", 10), ("纠正了几件，问的是直接起诉", 4)])
def test_row_said_last(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


def test_verdict_on_a_row_said_last(shipped: Asked) -> None:
    assert shipped.ask("尚未审结的是零件吗，直接起诉的").verdict == "no"
    assert shipped.ask("尚未审结的是零件吗，复议后起诉的").verdict == "yes"


def test_change_over_years_is_a_series(places: Asked) -> None:
    assert figures(places.ask("宝应2019—2022部分公开的变化")) == ["6", "6", "6", "6"]
    assert figures(places.ask("宝应2021、2022两年处罚决定数的变化")) == ["2400", "3000"]
    assert places.value("宝应2021到2022处罚决定变化了多少") == 600


@pytest.mark.parametrize("text", ["企业和个人新收、办结各几件", "企业和个人的新收和办结各是多少", "新收和办结，企业和个人各几件", "企业、个人各新收几件、办结几件", "企业跟个人各收到几件，又各办结几件"])
def test_rows_are_crossed_with_applicants(shipped: Asked, text: str) -> None:
    assert [c for v in shipped.ask(text).values for c in v.cells] == ["s3.new@enterprise", "s3.new@natural", "s3.result.total@enterprise", "s3.result.total@natural"]


def test_an_applicant_goes_on_to_the_next_verb(shipped: Asked) -> None:
    assert [c for v in shipped.ask("自然人收到几件，办结几件").values for c in v.cells] == ["s3.new@natural", "s3.result.total@natural"]
    assert [c for v in shipped.ask("企业申请几件，一共办结几件").values for c in v.cells] == ["s3.new@enterprise", "s3.result.total@total"]
    assert [c for v in shipped.ask("新收、办结、结转各几件").values for c in v.cells][-1] == "s3.carried_out@total"


def test_an_outcome_listed_with_reviews_is_theirs(shipped: Asked) -> None:
    assert [c for v in shipped.ask("复议维持、撤诉、未结各几件").values for c in v.cells] == ["s4.review.upheld", "s4.review.other", "s4.review.pending"]


def test_all_cases_of_a_block_are_the_whole(shipped: Asked) -> None:
    assert shipped.ask("法院判维持的占直接起诉的百分比").values[0].cells == ("s4.suit_direct.upheld", "s4.suit_direct.total")
