"""The annex of 2014 told line by line, or as cards."""

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Document, Paragraph, Place

ROWS = (("主动公开政府信息数", "条", "7488"), ("制发规范性文件总数", "件", "36"), ("1.政府公报公开政府信息数", "条", "121"), ("2.政府网站公开政府信息数", "条", "7010"), ("（三）从事政府信息公开工作人员数", "人", "20"))


@pytest.mark.parametrize("row", [
    "{0}：{2}{1}", "{0}（单位：{1}）\n统计数\n{2}", "{0} {1} {2}", "{0}{2}{1}", "{0}，{2}{1}", "{0}……{2}（{1}）", "{0}——{2} {1}；", "{0}（{1}）{2}", "{0}单位：{1}统计数：{2}",
])  # fmt: skip
def test_label_unit_and_figure(row: str) -> None:
    lines = "\n".join(row.format(*one) for one in ROWS).split("\n")
    cells = read_cells(Document("t.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(lines)), ""), load_forms())
    assert [str(cell.value) for cell in cells if cell.id.startswith("t14.")] == [figure for *_, figure in ROWS]


def test_a_sentence_is_no_row() -> None:
    lines = ["收到申请数：204件", "今年有两个数：7件", "其余：3件"]
    cells = read_cells(Document("t.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(lines)), ""), load_forms())
    assert not cells


@pytest.mark.parametrize(("heading", "read"), [(3, True), (9, False)])
@pytest.mark.parametrize("row", ["{2}{1}\n{0}", "{2}\n{0}"])
def test_figures_above_their_labels(row: str, heading: int, read: bool) -> None:
    """A heading between them shows to which label a figure belongs; without it no figure is given to either."""
    lines = [line for n, one in enumerate(ROWS) for line in [*(["二、不同渠道"] if n == heading else []), *row.format(*one).split("\n")]]
    cells = read_cells(Document("t.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(["附表", *lines])), ""), load_forms())
    found = [cell for cell in cells if cell.id.startswith("t14.")]
    assert [str(cell.value) for cell in found if cell.value is not None] == ([figure for *_, figure in ROWS] if read else [])


ACTS = (("行政许可", "22643"), ("行政处罚", "13765"), ("行政强制", "1312"), ("行政事业性收费", "4512.6"))


@pytest.mark.parametrize(("lines", "told"), [
    ([text for label, figure in ACTS for text in (figure, label)], "???"), ([text for label, figure in ACTS for text in (figure, f"{label}处理决定数量")], "???"),
    ([text for label, figure in ACTS for text in (figure, f"{label}处理决定的金额和数量" if figure == "4512.6" else label)], "???"),
    ([text for article, (label, figure) in zip("五六七八", ACTS, strict=True) for text in (f"第二十条第（{article}）项", figure, label)], "abc"),
    ([text for label, figure in ACTS for text in (label, "本年处理决定数量", figure)], "abc"), ([text for label, figure in ACTS for text in (f"{label}处理决定数量", figure)], "abc"),
])  # fmt: skip
def test_no_figure_is_given_to_the_label_below_the_next_one(lines: list[str], told: str) -> None:
    """On pages that show large figures above their labels, or labels above their figures."""
    text = ["本年处理决定数量", "二、主动公开政府信息情况", *lines, "三、收到和处理政府信息公开申请情况"]
    cells = {c.id: c for c in read_cells(Document("t.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(text)), ""), load_forms())}
    right = [None if mark == "?" else figure for mark, (_, figure) in zip(told, ACTS, strict=False)]
    names = ("art20_5.license", "art20_6.penalty", "art20_6.coercion")
    assert [str(cell.value) if (cell := cells.get(f"s2.{name}.decisions")) and cell.value is not None else None for name in names] == right
