"""What a report must hold: its sections, their tables, its period, its year."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from index.checks.knowledge import Knowledge
from index.checks.sums import OPEN, WRONG_SOURCE, Cells
from index.models import Detail, Finding, Section

SIX_SECTIONS = ("2019", "2021")  # editions whose reports have six sections
_SINCE = 2019  # year from which every report has these sections
_YEAR = re.compile(r"(20\d\d) ?年")


def check_sections(cells: Cells, sections: Sequence[Section], edition: str, year: int, knowledge: Knowledge) -> Iterator[Finding]:
    """Six sections, none empty; the three tables. Only where the report is of a form with six sections, or of its years and without tables."""
    if edition not in SIX_SECTIONS and (edition or year < _SINCE):
        return
    found = {section.id: section for section in sections}
    for rule in knowledge.sections:
        table = bool(rule.table) and any(cell.startswith(rule.table) for cell in cells)
        yield section_finding(rule.id, rule.name, found, table)
        if rule.table:
            yield table_finding(rule.table, rule.name, table, rule.id in found)


def section_finding(section: str, name: str, found: Mapping[str, Section], table: bool) -> Finding:
    if section in found and (table or any(text.strip() for text in found[section].paragraphs)):
        return Finding(f"section.{section}", "passed", f"{name}有内容")
    if section in found and section not in ("s2", "s3", "s4"):
        return Finding(f"section.{section}", "failed", f"{name}是空的", message=f"{name}只有标题，没有内容", verdict=OPEN,
                       reason="可能原文为空，也可能内容是图片")  # fmt: skip
    if section in found or table:
        return Finding(f"section.{section}", "passed", f"{name}在报告中")
    return Finding(f"section.{section}", "failed", f"没有{name}", message=f"没有找到{name}", verdict=OPEN,
                   reason="可能原文缺少，也可能标题无法辨认")  # fmt: skip


def table_finding(table: str, name: str, present: bool, headed: bool) -> Finding:
    if present:
        return Finding(f"table.{table}", "passed", f"{name}的表格在报告中")
    where = "有标题而没有表格" if headed else "没有表格"
    return Finding(f"table.{table}", "failed", f"{name}{where}", message=f"{name}{where}", verdict=OPEN,
                   reason="表格可能是图片，或者原文缺少")  # fmt: skip


def check_period(details: Sequence[Detail], year: int) -> Finding:
    """The period is the calendar year of the title."""
    dates = {detail.key: detail for detail in details if detail.key in ("period_start", "period_end")}
    if len(dates) < 2:
        return Finding("period", "not_assessable", "", message="报告没有写明统计期限")
    start, end = dates["period_start"].value, dates["period_end"].value
    wanted = (f"{year}-01-01", f"{year}-12-31")
    if (start, end) == wanted:
        return Finding("period", "passed", f"{start} 至 {end}", start, end)
    printed = dates["period_end"].text or dates["period_start"].text
    return Finding(
        "period", "failed", f"{start} 至 {end} ≠ {wanted[0]} 至 {wanted[1]}", f"{start}/{end}", "/".join(wanted),
        f"统计期限写作“{printed}”，与 {year} 年度不符", verdict=WRONG_SOURCE, reason=f"标题为 {year} 年度，统计期限应是这一年的全年",
    )  # fmt: skip


def check_year(sections: Sequence[Section], year: int) -> Finding:
    """The year that the prose of section one speaks of most is the year of the report."""
    prose = " ".join(text for section in sections if section.id == "s1" for text in section.paragraphs)
    years = Counter(int(found) for found in _YEAR.findall(prose))
    if not years:
        return Finding("year", "not_assessable", "", message="正文没有写明年份")
    usual, count = years.most_common(1)[0]
    if years[year] or count < 2 or usual != year - 1:
        return Finding("year", "passed", f"正文写到 {year} 年 {years[year]} 次", str(year), str(year))
    return Finding(
        "year", "failed", f"正文 {usual} 年 ≠ 标题 {year} 年", str(usual), str(year),
        f"标题是 {year} 年度，正文写的却是 {usual} 年", verdict=OPEN, reason="可能是正文沿用了上年的文字，也可能是标题写错",
    )  # fmt: skip
