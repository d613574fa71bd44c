"""Tables drawn with characters in plain text."""

from index.models import Grid
from index.readers import read_document

WIDE = """邓州市人民政府2020年政府信息公开工作年度报告
┌────┬────┐
│ 结果维 │ 总计   │
│ 持     │        │
├────┼────┤
│ 41     │ 41     │
└────┴────┘
"""


def test_borders_as_wide_as_a_chinese_character() -> None:
    """One ─ for two columns of words, and every corner and │ as wide as it."""
    grid = next(block for block in read_document(WIDE.encode(), "x.txt").blocks if isinstance(block, Grid))
    assert [(cell.row, cell.column, cell.text) for cell in grid.cells] == [(0, 0, "结果维\n持"), (0, 1, "总计"), (1, 0, "41"), (1, 1, "41")]


def test_marks_of_footnotes_in_latex_are_no_part_of_a_figure() -> None:
    text = "\\begin{tabular}{lrr}\n规章 & 3\\footnotemark[1] & \\num{28519}$^{2}$ \\\\\n\\end{tabular}\n"
    grid = next(block for block in read_document(text.encode(), "x.txt").blocks if isinstance(block, Grid))
    assert [cell.text for cell in grid.cells] == ["规章", "3", "28519"]
