"""What a report must hold: its sections, their tables, its period, its year."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from index.checks.knowledge import Knowledge
from index.checks.sums import OPEN, WRONG_SOURCE, Cells
from index.forms import FormTable, load_forms
from index.models import Detail, Finding, Section

SIX_SECTIONS = ("2019", "2021")  # editions whose reports have six sections
_FIRST_OF_SIX = 2019
_YEAR = re.compile(r"(?<![〔\[\d])(20\d\d) ?年(?! ?\d{1,2} ?月|[^。；]{0,20}(?:将|计划))(?P<heads>度?[，,]|度?[我全])?")  # no dates, no plans
_SHOWN = 3  # rows named
_ENOUGH = 2  # mentions of another year; one counts twice where it heads a sentence


def check_sections(cells: Cells, sections: Sequence[Section], edition: str, year: int, knowledge: Knowledge) -> Iterator[Finding]:
    """Six sections, none empty; the three tables. Of the forms before 2019 the one table, and what of the sections there is.

    A report of which no table was read is held to the form of its year.
    """
    found = {section.id: section for section in sections}
    if edition not in SIX_SECTIONS and (edition or year < _FIRST_OF_SIX):
        yield from of_older_form(cells, found, edition, knowledge)
        return
    tables = {cell.partition(".")[0] for cell in cells}
    for rule in knowledge.sections:
        table = rule.table in tables
        yield section_finding(rule.id, rule.name, found, table)
        if rule.table:
            yield table_finding(rule.table, rule.name, table, rule.id in found)
        if table:
            yield rows_finding(rule.table, rule.name, cells)


def of_older_form(cells: Cells, found: Mapping[str, Section], edition: str, knowledge: Knowledge) -> Iterator[Finding]:
    """Offices set their sections as they liked; one that is missing is no fault, one that is empty may be."""
    table = next((cell.split(".")[0] for cell in cells if cell.startswith("t")), "")
    yield table_finding(table or "annex", "情况统计表", bool(table), False)
    for rule in knowledge.sections:
        if rule.id in found:
            yield section_finding(rule.id, rule.name, found, bool(table) and rule.id == "s6")
        else:
            yield Finding(f"section.{rule.id}", "not_assessable", "", message=f"没有{rule.name}；当年的报告不一定要有")


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


def rows_finding(table: str, name: str, cells: Cells) -> Finding:
    """Every row that the form prints, by the edition of the table; a table that lists only what happened may leave the others out."""
    start = f"{table}."
    form = load_forms()[next(cell.edition for name, cell in cells.items() if name.startswith(start))]
    rows = [(row.label, row_cells(part, row.id) & cells.keys()) for part in form.tables if part.section == table for row in part.rows if row.printed]
    absent = [label for label, printed in rows if not printed]
    if not absent:
        return Finding(f"rows.{table}", "passed", f"{name}的表格各行齐全")
    if all(any(cells[i].value or cells[i].readings for i in printed) for _, printed in rows if printed):
        return Finding(f"rows.{table}", "not_assessable", "", message=f"{name}的表格只列出有数的行，缺少 {len(absent)} 行")
    shown = "、".join(f"“{label}”" for label in absent[:_SHOWN]) + ("等" if len(absent) > _SHOWN else "")
    return Finding(f"rows.{table}", "failed", f"{name}的表格缺少 {len(absent)} 行：{shown}", message=f"{name}的表格里没有读到{shown}这 {len(absent)} 行",
                   verdict=OPEN, reason="可能原文没有印这一行，也可能没有认出")  # fmt: skip


@cache
def row_cells(table: FormTable, row: str) -> frozenset[str]:
    return frozenset(table.cell_id(row, column.id) for column in table.columns if column.printed)


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
    told = {section.id: [text for text in section.paragraphs if _YEAR.search(text)] for section in sections}
    prose = " ".join(told.get("s1", ()) or (*told.get("s2", ()), *told.get("s3", ())))
    years: Counter[int] = Counter()
    near = {year - 1, year + 1}  # farther years may be told of as history, unless a sentence begins with them
    for found in _YEAR.finditer(prose):
        years[int(found[1])] += _ENOUGH if found["heads"] else 1
        near.update([int(found[1])] if found["heads"] else [])
    if not years:
        return Finding("year", "not_assessable", "", message="正文没有写明年份")
    usual, count = years.most_common(1)[0]
    if years[year] or count < _ENOUGH or usual not in near:
        return Finding("year", "passed", f"正文写到 {year} 年 {years[year]} 次", str(year), str(year))
    return Finding(
        "year", "failed", f"正文 {usual} 年 ≠ 标题 {year} 年", str(usual), str(year),
        f"标题是 {year} 年度，正文写的却是 {usual} 年", verdict=OPEN, reason="可能是正文沿用了上年的文字，也可能是标题写错",
    )  # fmt: skip
