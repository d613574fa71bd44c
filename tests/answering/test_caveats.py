"""The answer policy, continued: failed checks, editions that do not compare, ties, cells with several readings."""

import re

import pytest

from tests.answering.known import judged
from tests.answering.support import Asked, beside, figures, first_line
from tests.answering.town import BAOYING, GAOYOU, SCHOOLS

# ---------------------------------------------------------------- 9. failed checks

@pytest.mark.parametrize(("text", "printed", "other"), [("高邮2021年行政复议几件", "2", "12"), ("高邮2021年行政复议维持几件", "8", "12")])
def test_a_failed_check_rides_on_the_answer(places: Asked, text: str, printed: str, other: str) -> None:
    reply = places.ask(text)
    assert figures(reply)[0] == printed
    assert printed in first_line(reply)
    assert other in beside(reply)
    assert "勾稽不符" in reply.text


@pytest.mark.parametrize("text", ["高邮2022年行政复议几件", "高邮2021年新收申请几件", "宝应2021年行政复议几件"])
def test_no_warning_where_nothing_failed(places: Asked, text: str) -> None:
    assert "勾稽不符" not in places.ask(text).text


@pytest.mark.parametrize(("text", "verdict"), [("高邮2021年的表加得平吗", "no"), ("高邮2022年的表加得平吗", "yes"), ("高邮2021年的数据有没有错", "yes")])
def test_does_it_add_up(places: Asked, text: str, verdict: str) -> None:
    assert places.ask(text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), [
    ("高邮2021年行政复议，四种结果加起来跟总计那格对得上吗", "no"), ("高邮2021年复议，四项相加是不是总计那一格的数", "no"), ("高邮2021年行政复议对不对得上", "no"),
    ("高邮2021年复议的总计没错吧", "no"), ("高邮2021年第四部分加得平吗", "no"), ("高邮2021年复议那块有没有对不上的", "yes"),
    ("高邮2021年行政复议，各种结果相加和总计那一栏合得上吗", "no"), ("高邮2021年复议、诉讼各自的结果加起来都等于总计吗", "no"), ("高邮2021年各项结果之和跟总计一致吗", "yes"),
    ("高邮2021年行政诉讼加得平吗", "yes"), ("高邮2021年第三部分加得平吗", "yes"), ("高邮2021年新收申请对不对得上", "yes"),
    ("高邮2021年法人那几列加得平吗", "yes"), ("高邮2021年收费数字对得上吗", None),
])
def test_a_part_is_judged_by_its_own_checks(places: Asked, text: str, verdict: str | None) -> None:
    assert places.ask(text).verdict == verdict


def test_sum_of_all_results_is_checked_with_their_total(places: Asked) -> None:
    reply = places.ask("高邮2021年各种办理结果相加，跟总计对得上吗")
    assert any(v.cells and "s3.result.total@total" in v.cells for v in reply.values)


def test_which_report_does_not_add_up(places: Asked) -> None:
    assert {(v.agency, v.year) for v in places.ask("哪些报告加不平").values} == {(GAOYOU, 2021)}


def test_a_total_keeps_its_own_name(places: Asked) -> None:
    text = "高邮2021年行政复议总数"
    reply = places.ask(text)
    judged("policy", text, [] if "2008" not in reply.text else [reply])


# ---------------------------------------------------------------- 11. editions

@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("宝应2020年和2021年行政事业性收费谁多", ("45 项", "320.25 万元")),
        ("宝应2021年行政事业性收费比2020年增长多少", ("45 项", "320.25 万元")),
        ("宝应2020年规范性文件对外公开总数和2021年现行有效哪个多", ("70 件", "60 件")),
    ],
)
def test_different_quantities_are_not_set_against_each_other(places: Asked, text: str, shown: tuple[str, str]) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.reason, reply.values) == ("refused", "not_comparable", ())
    assert all(s in reply.text for s in shown)


def test_other_handling_is_the_sum_of_three_rows_since_2021(places: Asked) -> None:
    reply = places.ask("宝应2020年和2021年其他处理各几件")
    assert [(v.value, len(v.cells)) for v in reply.values] == [("4", 1), ("3", 3)]
    assert places.value("宝应2021年其他处理比2020年多几件") == -1


@pytest.mark.parametrize("text", ["宝应2018年和2019年新收申请各多少", "宝应2020年和2021年规范性文件制发各几件", "宝应2020年新制作规范性文件和2021年制发的哪个多"])
def test_approximate_pairs_say_so(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert len(reply.values) == 2
    judged("policy", text, [] if re.search("口径|近似|相近", reply.text) else [reply])


# ---------------------------------------------------------------- 12. years differ, growth from 0, ties

def test_bodies_over_different_years_name_each_year(places: Asked) -> None:
    reply = places.ask("宝应2019年和高邮2022年新收谁多")
    assert "2019" in first_line(reply)
    assert "2022" in first_line(reply)


def test_growth_from_zero_gives_both_figures(places: Asked) -> None:
    reply = places.ask("宝应2020年其他处理比2019年增长百分之几")
    assert (reply.status, reply.values) == ("refused", ())
    assert "0 件" in reply.text
    assert "4 件" in reply.text


def test_all_that_tie_are_named(places: Asked) -> None:
    reply = places.ask("2022年哪家规范性文件制发最多")
    tied = {v.agency for v in reply.values if v.value == "5"}
    assert tied == {BAOYING, SCHOOLS, GAOYOU, "仪征市人民政府"}
    assert all(name in first_line(reply) for name in tied)


# ---------------------------------------------------------------- 13. several readings of one cell

@pytest.mark.parametrize("text", ["仪征2022年规范性文件现行有效几件", "仪征2022年规范性文件现行有效比制发多几件", "仪征2022年规范性文件现行有效超过100件吗"])
def test_an_ambiguous_cell_gives_its_readings_and_no_figure(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.reason, reply.values, reply.verdict) == ("refused", "ambiguous_cell", (), None)
    assert {"665", "3665"} <= beside(reply)


@pytest.mark.parametrize("text", ["行政事业性收费一共收了多少万元", "收费总共收取了多少万元", "收费一共收上来多少万元", "收费一共收了多少亿", "收费收了几个亿"])
def test_fees_that_were_collected_are_no_requests(places: Asked, text: str) -> None:
    assert [v.cells for v in places.ask(f"宝应2021年{text}").values] == [("s2.art20_8.fee.amount_wan",)]
