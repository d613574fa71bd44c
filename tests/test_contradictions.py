"""What title, signature, file name and web page say of whose report it is: where they disagree, a finding says so."""

from pathlib import Path

import pytest

from index.adding import Source
from index.ingest import ingest
from index.models import Report

TEXT = (Path(__file__).parent.parent / "data" / "reports" / "dengzhou_2020.txt").read_text(encoding="utf-8")
BODY = TEXT[TEXT.index("一、总体情况"):]
CITY = "邓州市人民政府2020年政府信息公开工作年度报告\n\n"


def report_of(head: str, name: str = "report.txt", end: str = "", body: str = BODY) -> Report:
    return ingest(Source(name, data=(head + body + end).encode()))[0].report


def told(report: Report) -> set[str]:
    return {f"{one.check} {one.right}".strip() for one in report.findings if one.check.startswith("identity.") and one.status == "failed"}


@pytest.mark.parametrize(("name", "found"), [
    ("邓州市2019年年报.txt", {"identity.year 2019"}), ("南阳市教育局2018年年报.txt", {"identity.agency 南阳市教育局", "identity.year 2018"}),
    ("邓州市2020年年报.txt", set()), ("dengzhou_2020.txt", set()), ("邓州市年报20210120.txt", set()), ("2021-01-20 邓州市年报.txt", set()), ("2021.txt", set()),
])  # fmt: skip
def test_the_name_of_the_file(name: str, found: set[str]) -> None:
    report = report_of(CITY, name)
    assert (report.agency, report.year, told(report)) == ("邓州市人民政府", 2020, found)


@pytest.mark.parametrize(("publisher", "found"), [
    ("福州市教育局", {"identity.agency 福州市教育局"}), ("邓州市人民政府办公室", set()), ("南阳市人民政府", set()), ("邓州市信息中心", set()), ("市政府", set()),
])  # fmt: skip
def test_who_published_it(publisher: str, found: set[str]) -> None:
    report = report_of(f"索引号: 1\n发布机构: {publisher}\n发布日期: 2021-01-20\n\n{CITY}")
    assert (report.agency, told(report)) == ("邓州市人民政府", found)


def test_a_name_without_its_city_is_filled_from_the_signature_or_told() -> None:
    head, body = "市教育局2020年政府信息公开工作年度报告\n\n", BODY.replace("邓州市", "本市").replace("邓州", "本地")
    signed = report_of(head, end="\n" + "稿" * 21_000 + "\n\n邓州市教育局\n2021年1月20日\n", body=body)
    assert (signed.agency, told(signed)) == ("邓州市教育局", set())
    assert told(report_of(head, body=body)) == {"identity.place"}
