"""A file with several reports is refused with their names; whatever else names other bodies or years is not."""

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
    report = ingest(Source(name, data=text.encode())).report
    return report.agency, report.year


@pytest.mark.parametrize("layout", ["tab", "lines", "glued", "html"])
@pytest.mark.parametrize(("agency", "year", "edition"), [("白河县财政局", 2022, "2021"), ("白河县人民政府", 2022, "2021"), ("白河县教育局", 2021, "2021"), ("白河县教育局", 2014, "2008")])
def test_several_reports_are_refused_by_name(layout: str, agency: str, year: int, edition: str) -> None:
    other = printed(agency, year, edition, layout)
    with pytest.raises(NotAReport, match=rf"不止一份年度报告（白河县教育局2022年、{agency}{year}年）"):
        agency_of(printed("白河县教育局", 2022, layout=layout) + "\n" + other, "x.html" if layout == "html" else "x.txt")


@pytest.mark.parametrize("before", ["", "白河县教育局2021年政府信息公开工作年度报告\n白河县财政局2022年政府信息公开工作年度报告\n", "教育局2022年政府信息公开工作年度报告\n"])
@pytest.mark.parametrize("behind", ["", "\n相关阅读\n白河县财政局2022年政府信息公开工作年度报告\n2022年本年新收政府信息公开申请3件，结转下年度继续办理1件。", "again"])
def test_one_report_among_titles_of_others_or_printed_twice(before: str, behind: str) -> None:
    text = printed("白河县教育局", 2022)
    assert agency_of(f"{text}\n{before}{text if behind == 'again' else behind}") == ("白河县教育局", 2022)


@pytest.mark.parametrize(("beside", "agency", "alike"), [
    ("", "朝阳区教育局", "北京市朝阳区、长春市朝阳区"), ("长春市的工作。", "长春市朝阳区教育局", ""), ("长春市、长春市与北京市", "朝阳区教育局", "北京市朝阳区、长春市朝阳区"),
])
def test_a_place_that_may_be_one_of_several_is_said_and_not_guessed(beside: str, agency: str, alike: str) -> None:
    report = ingest(Source("x.txt", data=f"{printed('朝阳区教育局', 2022)}\n{beside}".encode())).report
    assert report.agency == agency
    assert [alike in finding.message for finding in report.findings if finding.check == "identity.place"] == [True] * bool(alike)
