"""The total of a list, what a question is of when that is said last, and series of changes."""

from decimal import Decimal

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
    ("诉讼维持、复议纠正、复议总数各几件", ["10", "0", "41"]), ("复议纠正、复议总数、诉讼维持各几件", ["0", "41", "10"]),
    ("复议总数、复议纠正、诉讼维持各几件", ["41", "0", "10"]), ("复议维持、诉讼总数各几件", ["41", "19"]), ("复议总数，维持的几件", ["41"]), ("复议纠正几件，复议总数几件", ["0", "41"]),
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
    assert figures(places.ask("宝应这几年部分公开的变化情况"))[-4:] == ["6", "6", "6", "6"]
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


def test_a_sum_in_a_list_is_closed(shipped: Asked) -> None:
    both = shipped.ask("复议维持、纠正两项合计、诉讼总计")
    assert [v.value for v in both.values] == [str(shipped.value("复议维持加纠正")), str(shipped.value("诉讼总计"))]
    assert shipped.ask("复议加诉讼案件总量，再减掉维持的").status == "refused"
    assert shipped.value("予以公开减部分公开再减不予公开是多少") == shipped.value("予以公开多少") - shipped.value("部分公开多少") - shipped.value("不予公开多少")


@pytest.mark.parametrize("text", ["许可占处理决定总数的比重", "许可占四类决定的百分之几"])
def test_all_decisions_are_the_whole(shipped: Asked, text: str) -> None:
    whole = shipped.value("许可、其他对外管理服务、处罚和强制的处理决定合计")
    assert abs(shipped.value(text) - shipped.value("许可处理决定多少") * 100 / whole) < Decimal("0.01")
    assert shipped.ask("许可占三类决定的百分之几").status == "refused"


def test_two_clauses_of_one_subject(shipped: Asked) -> None:
    assert [v.value for v in shipped.ask("处罚是许可的几倍，又是强制的几倍").values] == [shipped.ask(f"处罚是{other}的几倍").values[0].value for other in ("许可", "强制")]
    assert [v.value for v in shipped.ask("按先不予公开、再无法提供、后不予处理的顺序报个数").values] == [str(shipped.value(f"{row}多少")) for row in ("不予公开", "无法提供", "不予处理")]


@pytest.mark.parametrize(("text", "verdict"), [("自然人占到申请的九成五以上吗", "yes"), ("自然人占到申请的九成八以上吗", "no"), ("诉讼有没有10起", "yes"), ("诉讼有没有20起", "no")])
def test_bounds_said_loosely(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(text).verdict == verdict


def test_one_or_the_other_together(shipped: Asked) -> None:
    assert shipped.value("What percentage of completed requests ended in full or partial disclosure?") == shipped.value("公开率多少")
    assert shipped.ask("行政复议是不是清一色全维持了").verdict == "yes"
    assert shipped.value("不予公开的各项理由里，单项超过1件的共有几种") == 2
    assert shipped.value("除去自然人，法人和其他组织五类加起来新收多少件") == shipped.value("法人或其他组织新收多少件")


@pytest.mark.parametrize("text", ["2020年办理结果各行相加跟总计对得上吗", "2020年办理结果的各小项相加，和总数一致吗"])
def test_results_are_held_against_their_own_total(shipped: Asked, text: str) -> None:
    assert all("s3.result" in c for v in shipped.ask(text).values for c in v.cells)


@pytest.mark.parametrize(("question", "values"), [
    ("申请新收、予以公开、复议总计，一共三个数", ["61", "15", "41"]),
    ("上年结转申请、新收申请、结转下年度申请各几件", ["0", "61", "0"]),
    ("Dengzhou 2020: new requests and requests carried over to next year?", ["61", "0"]),
    ("Dengzhou 2020: new requests, requests granted, requests partially granted", ["61", "15", "9"]),
    ("处罚的处理决定数量和强制项目的增减各是多少", ["3715", "23"]),
    ("部分公开按申请人分：自然人、商业企业、其他，各几件", ["9", "0", "0"]),
    ("朋友和政府打官司输了，邓州2020直接起诉维持的多少件", ["10"]),
    ("我们公司和政府打官司败诉了，邓州直接起诉总共几件", ["19"]),
    ("Of the new requests, how many were partially granted? Dengzhou", ["9"]),
])
def test_every_member_of_a_list_and_nothing_else(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize("question", ["给公开的、本机关不掌握的、直接起诉纠正的，各几件", "Dengzhou 2020: new requests and carried-over requests?"])
def test_open_word_in_a_list_is_chosen(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).status == "choose"
