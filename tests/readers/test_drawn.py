"""Tables drawn with characters in plain text."""

import pytest

from index.models import Grid
from index.readers import drawn, read_document

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


def on_page(*pieces: tuple[float, str]) -> str:
    """A line with each text around its middle, in columns of a terminal."""
    line = ""
    for middle, text in pieces:
        width = sum(1 + (character > "\x7f") for character in text)
        line += " " * (int(middle - width / 2) - sum(1 + (character > "\x7f") for character in line)) + text
    return line


def stacked_page(labels: list[tuple[str, str]], pitch: int, blank: str = "") -> str:
    """Section IV with every label in two pieces; those over reviews stand a line higher than the others."""
    middles = [6 + pitch * n for n in range(15)]
    upper, lower = ([(middle, part[k]) for middle, part in zip(middles, labels * 3, strict=True) if part[k]] for k in (0, 1))
    lines = (
        [(middles[2], "行政复议"), ((middles[5] + middles[14]) / 2, "行政诉讼")],
        [*upper[:5], (middles[7], "未经复议直接起诉"), (middles[12], "复议后起诉")] if len(upper) == 15 else [*upper[:4], (middles[7], "未经复议直接起诉"), (middles[12], "复议后起诉")],
        sorted([*lower[:5], *upper[len(upper) // 3 :]]),
        lower[5:],
    )
    figures = on_page(*((middle, str(n + 1)) for n, middle in enumerate(middles) if not blank or n != 3))
    return "\n".join(("青石市人民政府2024年政府信息公开工作年度报告", "四、政府信息公开行政复议、行政诉讼情况", *(on_page(*line) for line in lines), blank, figures, "五、存在的主要问题"))


THREE_AND_ONE = [("结果维", "持"), ("结果纠", "正"), ("其他结", "果"), ("尚未审", "结"), ("", "总计")]
TWO_AND_TWO = [("结果", "维持"), ("结果", "纠正"), ("其他", "结果"), ("尚未", "审结"), ("总", "计")]


@pytest.mark.parametrize(("labels", "pitch"), [(THREE_AND_ONE, 8), (THREE_AND_ONE, 9), (TWO_AND_TWO, 7), (TWO_AND_TWO, 6)])
def test_labels_in_pieces_above_their_figures(labels: list[tuple[str, str]], pitch: int) -> None:
    grid = next(block for block in read_document(stacked_page(labels, pitch).encode(), "x.txt").blocks if isinstance(block, Grid))
    held = {(cell.row, cell.column): (cell.text, cell.column_span) for cell in grid.cells}
    assert [held[(0, 0)], held[(0, 5)]] == [("行政复议", 5), ("行政诉讼", 10)]
    assert [held[(1, 5)], held[(1, 10)], held[(1, 2)], held[(2, 13)]] == [("未经复议直接起诉", 5), ("复议后起诉", 5), ("其他结果", 1), ("尚未审结", 1)]
    assert [held[(3, column)][0] for column in range(15)] == [str(n) for n in range(1, 16)]


def test_no_label_is_put_together_where_a_figure_is_blank() -> None:
    blocks = read_document(stacked_page(THREE_AND_ONE, 8, blank=" ").encode(), "x.txt").blocks
    assert not any(isinstance(block, Grid) for block in blocks)


def padded(text: str, wide: int, left: bool = True) -> str:
    space = " " * (wide - sum(1 + (character > "\x7f") for character in text))
    return text + space if left else space + text


@pytest.mark.parametrize("rule", ["-", "="])
@pytest.mark.parametrize("left", [True, False])
def test_one_space_between_columns_that_labels_and_figures_fill(rule: str, left: bool) -> None:
    """Headers and labels as wide as their columns, a label that goes on below its figures."""
    widths = (18, 14, 8, 4)
    lines = [("信息内容", "上一年项目数量", "本年增减", "决定"), ("其他对外管理服务事", "172", "-8", "1439"), ("项", "", "", ""), ("行政许可 许可证", "35 件 (含变更)", "12345678", "7")]
    drawn = [" ".join(padded(text, wide, left or not n) for n, (text, wide) in enumerate(zip(line, widths, strict=True))).rstrip() for line in lines]
    rule_of_columns, whole = " ".join(rule * wide for wide in widths), rule * (sum(widths) + 3)
    text = "\n".join(("标题", "", whole, drawn[0], rule_of_columns, drawn[1], drawn[2], "", drawn[3], whole, "", "正文"))
    grid = next(block for block in read_document(text.encode(), "x.txt").blocks if isinstance(block, Grid))
    assert [[cell.text for cell in grid.cells if cell.row == n] for n in range(3)] == [
        list(lines[0]), ["其他对外管理服务事\n项", "172", "-8", "1439"], list(lines[3]),
    ]


BEGINNINGS = (
    "+-----+-----+", "┌────┬────┐", "=====  =====", "* - 规章", ".. list-table::", "```{list-table}", "- 规章 :: 2", "1. 规章 :: 2", "{| class=a", '[cols="2*"]', "|===",
    r"\begin{tabular}{l|r}", "结果  结果  其他", "表格 3 行 4 列", "Table with 3 rows and 4 columns", "行 1 列 1 规章", "第 2 行", "规章，第 1 行第 1 列",
)


def test_every_kind_may_begin_and_running_text_is_shown_to_no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [line for line in BEGINNINGS if not drawn.may_begin([line], 0)] == []
    assert drawn.may_begin(["规章 2", "---- --"], 0)
    monkeypatch.setattr(drawn, "canvas", lambda *_: pytest.fail("shown"))
    assert drawn.table_at(["本机关共公开规章 2 件。", "一、总体情况"], 0) is None
