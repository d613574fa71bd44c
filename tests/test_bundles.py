"""Reports of one file that titles part are read each for itself, others refused with their names; whatever else names other bodies or years is neither."""

from random import Random

import pytest

from index.adding import Source
from index.errors import NotAReport
from index.ingest import ingest
from tests.rendering import render
from tests.rendering.figures import random_figures


def printed(agency: str, year: int, edition: str = "2021", layout: str = "tab") -> str:
    gold = random_figures(Random(f"{agency}{year}"), edition, agency, year)
    return render(gold, layout, Random(1))[0].decode()


def agency_of(text: str, name: str = "x.txt") -> tuple[str, int]:
    report = ingest(Source(name, data=text.encode()))[0].report
    return report.agency, report.year


OTHERS = [("白河县财政局", 2022, "2021"), ("白河县人民政府", 2022, "2021"), ("白河县教育局", 2021, "2021"), ("白河县教育局", 2014, "2008")]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("layout", ["tab", "lines", "html"])
@pytest.mark.parametrize(("agency", "year", "edition"), OTHERS)
def test_several_reports_are_read_each_for_itself(layout: str, agency: str, year: int, edition: str, turned: bool) -> None:
    name = "x.html" if layout == "html" else "x.txt"
    texts = [printed("白河县教育局", 2022, layout=layout), printed(agency, year, edition, layout)][:: -1 if turned else 1]
    found = [entry.report for entry in ingest(Source(name, data="\n".join(["公开年报\n2022年\n2021年", *texts]).encode()))]
    alone = [ingest(Source(name, data=text.encode()))[0].report for text in texts]
    assert [(one.source, one.agency, one.year) for one in found] == [(f"{name}#{n}", one.agency, one.year) for n, one in enumerate(alone, 1)]
    assert [[(cell.id, cell.value) for cell in one.cells] for one in found] == [[(cell.id, cell.value) for cell in one.cells] for one in alone]
    assert [[section.id for section in one.sections] for one in found] == [[section.id for section in one.sections] for one in alone]
    assert len({one.sha256 for one in (*found, *alone)}) == 4


@pytest.mark.parametrize(("agency", "year", "edition"), OTHERS)
def test_several_reports_that_nothing_parts_are_refused_by_name(agency: str, year: int, edition: str) -> None:
    with pytest.raises(NotAReport, match=rf"不止一份年度报告（白河县教育局2022年、{agency}{year}年）"):
        agency_of(printed("白河县教育局", 2022, layout="glued") + "\n" + printed(agency, year, edition, "glued"))


def test_a_report_among_other_papers_has_its_own_tables_alone() -> None:
    plan = "<h2>重点项目建设计划</h2><p>一、总体要求</p><table><tr><td>项目名称</td><td>总投资（万元）</td></tr><tr><td>县医院迁建</td><td>7001</td></tr></table>"
    text = printed("白河县教育局", 2022, layout="html")
    head, foot = "<html><body><h1>白河县政府公报</h1>", "<p>白河县教育局</p><p>2023年1月20日</p><h2>人事任免</h2><table><tr><td>姓名</td><td>工龄</td></tr><tr><td>王某</td><td>23</td></tr></table>"
    alone, found = (ingest(Source("x.html", data=one.encode()))[0].report for one in (text, head + plan + text + foot))
    assert [(cell.id, cell.value) for cell in found.cells] == [(cell.id, cell.value) for cell in alone.cells]


@pytest.mark.parametrize("before", ["", "白河县教育局2021年政府信息公开工作年度报告\n白河县财政局2022年政府信息公开工作年度报告\n", "教育局2022年政府信息公开工作年度报告\n"])
@pytest.mark.parametrize("behind", ["", "\n相关阅读\n白河县财政局2022年政府信息公开工作年度报告\n2022年本年新收政府信息公开申请3件，结转下年度继续办理1件。", "again"])
def test_one_report_among_titles_of_others_or_printed_twice(before: str, behind: str) -> None:
    text = printed("白河县教育局", 2022)
    assert agency_of(f"{text}\n{before}{text if behind == 'again' else behind}") == ("白河县教育局", 2022)


@pytest.mark.parametrize(("beside", "agency", "alike"), [
    ("", "朝阳区教育局", "北京市朝阳区、长春市朝阳区"), ("长春市的工作。", "长春市朝阳区教育局", ""), ("长春市、长春市与北京市", "朝阳区教育局", "北京市朝阳区、长春市朝阳区"),
])
def test_a_place_that_may_be_one_of_several_is_said_and_not_guessed(beside: str, agency: str, alike: str) -> None:
    report = ingest(Source("x.txt", data=f"{printed('朝阳区教育局', 2022)}\n{beside}".encode()))[0].report
    assert report.agency == agency
    assert [alike in finding.message for finding in report.findings if finding.check == "identity.place"] == [True] * bool(alike)
