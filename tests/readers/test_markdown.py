"""Markdown with HTML inside: its rows and headings are those of the page that it is shown as."""

import pytest

from index.models import Grid, Paragraph
from index.readers import read_document
from tests.test_layouts import figures, read

ROWS = (("类别", "<b>自然人</b>", "<b>商业<br>企业</b>", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"), ("---",) * 8,
        ("一、本年新收政府信息公开申请数量", "2", "1", "0", "0", "0", "0", "3"), ("二、上年结转政府信息公开申请数量", "0", "0", "0", "0", "0", "0", "0"),
        ("四、结转下年度继续办理", "<span>1</span>", "0", "0", "0", "0", "0", "1"))  # fmt: skip
CASES = "\n".join(("|   | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", "|---|---|---|---|---|---|", "| 行政复议 | 1 | 0 | 0 | 2 | 3 |",
                   "| 行政诉讼<br>未经复议直接起诉 | 4 | 0 | 1 | 0 | 5 |", "| 行政诉讼<br>复议后起诉 | 0 | 0 | 0 | 0 | 0 |"))  # fmt: skip


@pytest.mark.parametrize("edge", ["| ", "", "|"])
@pytest.mark.parametrize("title", ['<h1 align="center">青石市2022年政府信息公开工作年度报告</h1>', "<div>青石市2022年政府信息公开工作年度报告</div>\n<p>青石市</p>"])
def test_rows_with_tags_in_their_cells(edge: str, title: str) -> None:
    table = "\n".join(edge + " | ".join(row) + (" |" if edge else "") for row in ROWS)
    cells = read(f"{title}\n\n## 三、收到和处理政府信息公开申请情况\n\n{table}\n\n## 四、行政复议、行政诉讼情况\n\n{CASES}\n", "x.md")
    assert [figures(cells, row) for row in ("s3.new", "s3.carried_out")] == [(2, 1, 0, 0, 0, 0, 3), (1, 0, 0, 0, 0, 0, 1)]
    assert [figures(cells, f"s4.{row}") for row in ("review", "suit_direct")] == [(1, 0, 0, 2, 3), (4, 0, 1, 0, 5)]


def test_headings_lines_and_tables_of_html_stay_apart() -> None:
    text = "<h2>甲</h2>\n\n> 来源：甲\n第一行，**重**\n第二行\n\n## 一、概述 ##\n<table>\n<tr><td>a\nb</td><td>c</td></tr>\n</table>\n| d | e |\n|:--|--:|\n| f | g |"
    blocks = read_document(text.encode(), "x.md").blocks
    assert [(block.text, block.heading) for block in blocks if isinstance(block, Paragraph)] == [
        ("甲", True), ("来源：甲", False), ("第一行，重", False), ("第二行", False), ("一、概述", True),
    ]
    assert [[cell.text for cell in block.cells] for block in blocks if isinstance(block, Grid)] == [["a b", "c"], ["d", "e", "f", "g"]]


def test_a_whole_page_is_left_as_it_is() -> None:
    page = "<html><body><pre>## a\n## b\n| c | d |\n|---|---|</pre></body></html>"
    assert not any(isinstance(block, Grid) for block in read_document(page.encode(), "x.html").blocks)
