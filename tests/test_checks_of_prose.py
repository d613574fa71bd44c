"""The shipped report with one thing changed: what is wrong is found, what is right or about something else is left alone."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from index.adding import Source
from index.checks import check_report
from index.checks.magnitudes import level_of
from index.ingest import ingest
from index.models import Finding, Report

REPORTS = Path(__file__).parent.parent / "data" / "reports"
TEXT = (REPORTS / "dengzhou_2020.txt").read_text(encoding="utf-8").replace("2021年12月31日", "2020年12月31日").replace("规范性文件710件", "有关材料710件")
BESIDE = "- 2.广播电视。"
PERIOD = "本报告中所列数据的统计期限为2020年1月1日至2020年12月31日。"


def report_of(text: str) -> Report:
    return ingest(Source("样本.txt", data=text.encode()))[0].report


def found_in(text: str) -> dict[str, Finding]:
    return {one.check: one for one in report_of(text).findings}


def failed_in(text: str) -> set[str]:
    return {check for check, one in found_in(text).items() if one.status == "failed"}


def saying(sentence: str) -> str:
    assert BESIDE in TEXT
    return TEXT.replace(BESIDE, f"{sentence}\n{BESIDE}")


def test_nothing_fails_unchanged() -> None:
    assert failed_in(TEXT) == set()


@pytest.mark.parametrize("sentence", [
    "去年收到政府信息公开申请50件，今年收到61件，同比增长22%。", "2019年，我市收到政府信息公开申请50件。", "上年收到政府信息公开申请50件。",
    "市教育局收到政府信息公开申请5件。", "某某镇收到政府信息公开申请2件。", "穰东镇人民政府全年收到政府信息公开申请2件，办结2件。", "市公安局办结3件。",
    "全年收到政府信息公开申请61件，比去年增加11件。", "较2019年增长，共收到政府信息公开申请61件。", "各乡镇、各部门共收到政府信息公开申请61件。",
    "收到公民、法人和其他组织提出的政府信息公开申请61件。", "公示行政许可12件，行政处罚公开300件。", "取消行政许可3项。", "政府集中采购73项，采购总金额4282万元。",
    "市教育局收到政府信息公开申请5件，全市共收到政府信息公开申请61件。", "市教育局未收到政府信息公开申请。", "未收到涉及国家秘密的政府信息公开申请。", "去年未发生行政复议案件。", "公开率39.34%。", "主动公开率100%。",
    "收到政府信息公开申请较上年增加30件。", "全年办结65.79万件。", "全市新收行政复议案件90件，办结90件，其中维持20件。", "政府信息公开申请由2018年的30件增加至2019年的50件。",
    "受理行政许可申请300件，办结300件。", "收到留言50件，办结50件，部分公开30件。", "清理规范性文件57件，其中废止12件。", "申请量由上年的50件增加至61件。",
    "全年收到政府信息公开申请61件，其中自然人59件，商业企业1件。", "因政府信息公开被申请行政复议41件，其中维持41件，纠正0件。",
    "维持行政复议41件。", "行政复议均获维持。", "全年办理行政许可28519件，行政处罚3715件，行政强制188件。",
    "行政复议41件，其中维持41件。未经复议直接起诉19件，其中维持10件，纠正4件，尚未审结2件。",
])  # fmt: skip
def test_what_is_right_or_about_something_else_is_no_alarm(sentence: str) -> None:
    assert failed_in(saying(sentence)) == set()


@pytest.mark.parametrize(("sentence", "check"), [
    ("全年未收到政府信息公开申请。", "prose.none_new"), ("今年新收申请60件。", "prose.new"), ("各乡镇、各部门共收到政府信息公开申请60件。", "prose.new"),
    ("收到公民、法人和其他组织提出的政府信息公开申请62件。", "prose.new"), ("申请量由上年的50件增加至65件。", "prose.new"),
    ("全年收到政府信息公开申请61件，其中自然人51件。", "prose.natural"), ("因政府信息公开被申请行政复议41件，其中维持41件，纠正3件。", "prose.review_corrected_told"),
    ("共收到61件申请，办结69件。", "prose.total"), ("其中重复申请7件。", "prose.s3.result.unprocessed.repeat"), ("予以公开15件，占申请总数的34%。", "prose.share"),
    ("全年共收到政府信息公开申请60件，其中本级17件。", "prose.new"),
    ("规范性文件共制发710件。", "prose.normative"), ("行政许可28518件，行政处罚3715件。", "prose.license"), ("全年作出行政处罚3714件。", "prose.penalty"),
    ("行政强制189件。", "prose.coercion"), ("行政事业性收费100项。", "prose.fee"), ("政府集中采购74项。", "prose.procurement"),
    ("政府集中采购73项，采购总金额5282万元。", "prose.procurement_amount"), ("行政复议纠正1件。", "prose.review_corrected"),
    ("维持行政复议40件。", "prose.review_upheld"), ("行政诉讼均获维持。", "prose.all_suit_upheld"), ("本年度公开率33.9%。", "prose.disclosure_rate"),
    ("未经复议直接起诉19件，其中维持11件。", "prose.suit_upheld_told"),
    ("全年未发生行政复议、行政诉讼案件。", "prose.none_suit"), ("市教育局收到政府信息公开申请5件，全市共收到政府信息公开申请60件。", "prose.new"),
])  # fmt: skip
def test_what_the_tables_do_not_bear_out_is_found(sentence: str, check: str) -> None:
    found = failed_in(saying(sentence))
    assert check in found
    assert found <= {check, "prose.none_review"}


def test_words_of_a_percentage_are_told_with_both_figures() -> None:
    one = found_in(saying("本年度公开率33.9%。"))["prose.disclosure_rate"]
    assert (one.left, one.verdict) == ("33.9", "无法判定")
    assert "39.3443" in one.expression


# ---------------------------------------------------------------- tables and years


@pytest.mark.parametrize("text", [
    "\n".join(line for line in TEXT.splitlines() if "\t" not in line),  # the tables are pictures
    TEXT[: TEXT.find("二、主动公开政府信息情况\n")],  # the first page alone
    "邓州市人民政府2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章 ?? ??\n三、收到和处理政府信息公开申请情况\n四、行政复议\n",
])  # fmt: skip
def test_a_report_without_any_table_says_so(text: str) -> None:
    report = report_of(text)
    failed = {one.check for one in report.findings if one.status == "failed"}
    assert (report.cells, report.edition) == ((), "")
    assert failed >= {"table.s2", "table.s3", "table.s4"}


@pytest.mark.parametrize(("row", "table"), [("2.重复申请", "s3"), ("行政强制", "s2"), ("4.保护第三方合法权益", "s3")])
def test_a_row_of_the_form_that_is_absent_is_said_and_no_sum_is_held_against_the_source(row: str, table: str) -> None:
    found = found_in("\n".join(line for line in TEXT.splitlines() if not ("\t" in line and row in line)))
    assert found[f"rows.{table}"].status == "failed"
    assert row in found[f"rows.{table}"].message
    assert "源表有误" not in {one.verdict for one in found.values()}


def test_an_older_report_without_its_table_says_so() -> None:
    text = "邓州市人民政府2016年政府信息公开工作年度报告\n一、概述\n2016年，主动公开政府信息。\n二、主动公开政府信息情况\n无。\n三、依申请公开\n未收到。\n"
    assert "table.annex" in failed_in(text)


@pytest.mark.parametrize(("year", "wrong"), [("2019", True), ("2021", True), ("2020", False)])
@pytest.mark.parametrize("period", [PERIOD, ""])
def test_prose_of_another_year(year: str, wrong: bool, period: str) -> None:
    text = TEXT.replace("2020年度，", f"{year}年度，").replace(PERIOD, period)
    assert failed_in(text) == ({"year"} if wrong else set())


def test_more_was_made_than_is_public() -> None:
    assert failed_in(TEXT.replace("规范性文件\t3\t3\t3", "规范性文件\t33\t8\t8")) == {"s2.made@normative"}


# ---------------------------------------------------------------- magnitudes


@pytest.mark.parametrize(("agency", "level"), [
    ("邓州市人民政府", "county"), ("南阳市人民政府", "city"), ("河南省人民政府", "province"), ("平潭综合实验区管委会", "city"), ("上海市科学技术委员会", "city"),
    ("南阳市教育局", "county"), ("邓州市教育局", "department"), ("邓州市城关镇人民政府", "township"), ("白河县人民政府", "county"),
])  # fmt: skip
def test_every_body_has_a_level(agency: str, level: str) -> None:
    assert level_of(agency) == level


def test_a_county_with_the_purchases_of_a_country() -> None:
    assert failed_in(TEXT.replace("4281.8773", "42818773")) == {"units.s2.art20_9.procurement.amount_wan"}
    assert failed_in(TEXT.replace("4281.8773", "428187.73")) == set()


# ---------------------------------------------------------------- time


def test_a_full_report_is_checked_in_fifty_milliseconds() -> None:
    report = report_of(TEXT)
    took = []
    for _ in range(3):
        start = time.perf_counter()
        check_report(report.cells, report.facts, report.sections, report.details, report.year, report.edition)
        took.append(Decimal(time.perf_counter() - start))
    assert min(took) < Decimal("0.05")
