"""Reports that were forwarded by mail."""

from unicodedata import east_asian_width

import pytest

from index.readers.quoted import unquoted
from index.readers.text import read_text

REPORT = (
    "邓州市人民政府2020年政府信息公开工作年度报告",
    "三、收到和处理政府信息公开申请情况",
    "一、本年新收政府信息公开申请数量：自然人59件、商业企业1件、科研机构0件、社会公益组织0件、法律服务机构0件、其他1件，总计61件。",
    "· 行政规范性文件：本年新制作数量3件，本年新公开数量3件，对外公开总数量12件；",
    "（一）予以公开：自然人13件、商业企业1件、科研机构0件、社会公益组织0件、法律服务机构0件、其他1件，总计15件。",
)


def broken(line: str, width: int) -> list[str]:
    """The line cut where it would not fit, as a mail programme does it."""
    found = [""]
    for character in line:
        if sum(2 if east_asian_width(c) in "WF" else 1 for c in found[-1] + character) > width:
            found.append("")
        found[-1] += character
    return found


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">> ", "＞"])
@pytest.mark.parametrize("width", [56, 72, 76])
def test_a_forwarded_report_reads_as_it_was_written(mark: str, width: int) -> None:
    mail = ["发件人: 政务公开科", "", *(mark + part for line in REPORT for part in broken(line, width))]
    assert unquoted("\n".join(mail)).splitlines()[2:] == list(REPORT)


def test_the_lines_of_a_drawn_table_stay_apart() -> None:
    frame = ("┼──────┼────┼", "│ 规章 │ 12 │", "┼──────┼────┼", "│ 其他 │ 7  │", "┼──────┼────┼")
    assert unquoted("\n".join("> " + line for line in (REPORT[2], "", *frame))).splitlines()[2:] == list(frame)


def test_what_is_not_quoted_stays_as_it_is() -> None:
    text = "\n".join([*REPORT, "5 > 3", "> 一句引文"])
    assert unquoted(text) == text
    assert [b.text for b in read_text(text).blocks if hasattr(b, "text")][:2] == list(REPORT[:2])


def test_a_row_that_fills_the_width_is_whole() -> None:
    rows = ["（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）：7488条", "（二）主动公开政府信息数（不同渠道公开相同信息计1条） | 条 | 74", "其中：主动公开规范性文件数：29条", "制发规范性文件总数：36件", "合计", "正文"]
    assert unquoted("\n".join("> " + row for row in rows)).splitlines() == rows


def test_the_frame_of_a_table_quotes_nothing() -> None:
    text = "\n".join(["| 三、本年度办理 | 1 |", "|                +---+", "| 结果           +---+"] * 6)
    assert unquoted(text) == text


def test_the_bars_of_a_wiki_are_of_its_cells() -> None:
    rows = [f"| 第{n}项很长很长很长很长很长的办理结果名称\n| {n}" for n in range(9)]
    page = "\n".join(["{| class=wikitable", *(f"|-\n{row}" for row in rows), "|}"])
    assert unquoted(page) == page
