"""Reports as a database exports them: one row below the paths of all cells, or a path and its value a line."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

import openpyxl
import pytest

from index.adding import Source
from index.errors import WennianbaoError
from index.ingest import ingest
from index.models import Report
from tests.test_layouts import NAMES, OUTCOMES, ROWS, SUITS, shown

S2, S3, S4 = "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"
LICENCE = (("上一年项目数量", "12"), ("本年增/减", "-3"), ("处理决定数量", "45"))
Pairs = list[tuple[tuple[str, ...], str]]


def record(*about: tuple[str, str], body: str = "青石市教育局", group: Sequence[str] = ("法人或其他组织",)) -> Pairs:
    """Section II of the form of 2019, III and IV, with prose before and behind."""
    found: Pairs = [*(((name,), value) for name, value in about), (("一、总体情况",), f"{body}公开信息5条。\n（一）主动公开。更新指南2次，内容完整准确。")]
    found += [((S2, "第二十条第（五）项", "行政许可", name), figure) for name, figure in LICENCE]
    for above, label, held in ROWS.values():
        path = (S3, *filter(None, above.split(" / ")), label)
        found += [((*path, *(group if 0 < n < 6 else ()), name), shown(figure)) for n, (name, figure) in enumerate(zip(NAMES, held, strict=True))]
    for above, label, cases in SUITS.values():
        found += [((S4, *filter(None, [above]), label, name), shown(figure)) for name, figure in zip(OUTCOMES, cases, strict=True)]
    return [*found, (("五、存在的主要问题及改进情况",), "人手不足，公开不够及时。"), (("六、其他需要报告的事项",), "没有收取信息处理费。"), (("填报日期",), "2021年1月9日")]


def comma(rows: Sequence[Sequence[str]], mark: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(rows)
    return text.getvalue().encode()


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.lstrip("-").isdecimal() else cell or None for cell in row])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def one_header(pairs: Pairs, mark: str = "-") -> list[list[str]]:
    return [[mark.join(path) for path, _ in pairs], [value for _, value in pairs]]


def headers(pairs: Pairs) -> list[list[str]]:
    """A name over several columns stands in the first of them alone."""
    depth = max(len(path) for path, _ in pairs)
    paths = [path for path, _ in pairs]
    rows = [[path[n] if n < len(path) and (not before or before[: n + 1] != path[: n + 1]) else "" for before, path in zip([(), *paths], paths, strict=False)] for n in range(depth)]
    return [*rows, [value for _, value in pairs]]


def lines(pairs: Pairs) -> list[list[str]]:
    return [["指标", "值"], *(["/".join(path), value] for path, value in pairs)]


def read(data: bytes, name: str = "export.csv") -> tuple[Report, ...]:
    return tuple(entry.report for entry in ingest(Source(name, data=data)))


def values(report: Report) -> dict[str, Decimal | None]:
    return {cell.id: cell.value for cell in report.cells}


def expected() -> dict[str, int | None]:
    columns = ("natural", "enterprise", "research", "welfare", "legal_service", "other_org", "total")
    outcomes = ("upheld", "corrected", "other", "pending", "total")
    found: dict[str, int | None] = {"s2.art20_5.license.prev_items": 12, "s2.art20_5.license.change": -3, "s2.art20_5.license.decisions": 45}
    found |= {f"{row}@{column}": figure for row, (_, _, held) in ROWS.items() for column, figure in zip(columns, held, strict=True)}
    return found | {f"{row}.{outcome}": figure for row, (_, _, held) in SUITS.items() for outcome, figure in zip(outcomes, held, strict=True)}


LAYOUTS = {
    "one header": one_header, "slashes": lambda pairs: one_header(pairs, "／"), "several headers": headers, "a line each": lines,
    "cells of a path": lambda pairs: [[*path, *[""] * (6 - len(path)), value] for path, value in pairs],
}


@pytest.mark.parametrize("printer", [comma, workbook, lambda rows: comma(rows, "\t")])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("titled", [True, False])
def test_the_paths_of_all_cells(layout: str, printer: object, titled: bool) -> None:
    """Body and year in columns of their own are enough."""
    title = [("标题", "青石市教育局2020年政府信息公开工作年度报告")] if titled else [("单位名称", "荆门市教育局"), ("年度", "2020")]
    pairs = record(*title)
    assert callable(printer)
    (report,) = read(printer(LAYOUTS[layout](pairs)), "export")
    assert (report.agency, report.year) == ("青石市教育局" if titled else "荆门市教育局", 2020)
    assert {name: values(report).get(name, "absent") for name in expected()} == expected()
    assert [(section.id, len(section.paragraphs)) for section in report.sections if section.id] == [("s1", 2), ("s2", 0), ("s3", 0), ("s4", 0), ("s5", 1), ("s6", 1)]


def test_a_row_for_every_report() -> None:
    both = [record(("填报单位", body), ("标题", f"{body}2020年政府信息公开工作年度报告"), body=body) for body in ("荆门市教育局", "荆门市财政局")]
    reports = read(comma([*one_header(both[0]), one_header(both[1])[1]]))
    assert [report.agency for report in reports] == ["荆门市教育局", "荆门市财政局"]
    assert not [finding for report in reports for finding in report.findings if finding.check == "identity.agency" and finding.status == "failed"]


def test_rows_that_no_title_tells_apart_are_refused() -> None:
    rows = one_header(record(("单位名称", "荆门市教育局"), ("年度", "2020")))
    with pytest.raises(WennianbaoError):
        read(comma([*rows, rows[1]]))
