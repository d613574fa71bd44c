"""What stands above a table names no other year alone: 2018年度收到和处理政府信息公开申请情况统计表 in the report of 2020."""

import re
from collections.abc import Iterator, Sequence

from index.checks.sums import OPEN
from index.flow import Line
from index.models import Cell, Finding
from index.sections import heading_of

_YEAR = re.compile(r"(?<!\d)(20\d\d) ?年")
# a title or a period, no date and no sentence
_CAPTION = re.compile(r"\(?[^，。;!?、\t|]{0,40}(?:表|情况|年度?|\d ?日 ?[至到—~-]+[^，。;]{0,16}日)\)?|[一二三四]、[^，。;!?\t|]{0,40}")


def check_captions(cells: Sequence[Cell], lines: Sequence[Line], year: int) -> Iterator[Finding]:
    """`lines`: of the document. One failed finding a section whose captions name other years and never its own, on all its cells."""
    captions: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        if is_caption(line.text):
            section = next((found for before in lines[number::-1] if (found := heading_of(before.text))), "")
            captions.setdefault(section, []).append(line.text.strip())
    for section, texts in captions.items():
        years = {named for text in texts for named in _YEAR.findall(text)}
        under = tuple(cell.id for cell in cells if cell.id.startswith(f"{section}."))
        if under and str(year) not in years:
            others = "、".join(sorted(years))
            yield Finding(
                f"caption.{section}", "failed", f"表题 {others} 年 ≠ 标题 {year} 年", others, str(year),
                f"标题是 {year} 年度，表格上方却写着“{texts[0]}”", under, OPEN, "表格可能是另一年的，也可能是表题没有改",
            )  # fmt: skip


def is_caption(text: str) -> bool:
    """A year in it, and no sentence and no row of a table."""
    return "年" in text and bool(_YEAR.search(text)) and bool(_CAPTION.fullmatch(text.strip()))
