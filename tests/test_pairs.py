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
