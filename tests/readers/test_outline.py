"""Lists of terms and their figures, one inside another."""

from index.cells import read_cells
from index.forms import load_forms
from index.models import Grid
from index.readers import read_document

LIST = """  - 一、本年新收政府信息公开申请数量 :: 556
  - 三、本年度办理结果
    - （一）予以公开 ::
    - （三）不予公开
      1. 属于国家秘密 :: 7
      2. 其他法律行政法规禁止公开 :: 19
  - 四、结转下年度继续办理 :: 0"""


def values(text: str) -> dict[str, str]:
    return {cell.id: str(cell.value) for cell in read_cells(read_document(text.encode(), "x.org"), load_forms())}


def test_a_row_for_every_term_beside_its_groups() -> None:
    (grid,) = (block for block in read_document(f"* 三、申请情况\n{LIST}\n本年度。".encode(), "x.org").blocks if isinstance(block, Grid))
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells] == [
        (0, 0, 1, 3, "一、本年新收政府信息公开申请数量"), (0, 3, 1, 1, "556"),
        (1, 0, 3, 1, "三、本年度办理结果"), (1, 1, 1, 2, "（一）予以公开"), (1, 3, 1, 1, ""),
        (2, 1, 2, 1, "（三）不予公开"), (2, 2, 1, 1, "1. 属于国家秘密"), (2, 3, 1, 1, "7"),
        (3, 2, 1, 1, "2. 其他法律行政法规禁止公开"), (3, 3, 1, 1, "19"),
        (4, 0, 1, 3, "四、结转下年度继续办理"), (4, 3, 1, 1, "0"),
    ]


def test_a_heading_for_every_applicant() -> None:
    names = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    found = values("* 三、收到和处理政府信息公开申请情况\n" + "\n".join(f"** {name}\n{LIST}" for name in names))
    assert found["s3.new@natural"] == found["s3.new@total"] == "556"
    assert found["s3.result.granted@research"] == "None"
    assert found["s3.result.denied.state_secret@other_org"] == "7"


def test_a_heading_for_each_of_two_columns() -> None:
    rows = "- 主动公开文件数（条） :: {0}\n- 其中：1.当面申请数（条） :: {0}\n- 行政复议数（件） :: 0"
    found = values(f"* 政府信息公开情况统计表\n** 2018年度\n{rows.format(12)}\n** 历年累计\n{rows.format(3000)}")
    assert (found["t08.active.total@year"], found["t08.request.in_person@cumulative"]) == ("12", "3000")


def test_lists_without_figures_and_headings_are_no_table() -> None:
    text = "* 一、总体情况\n- 主动公开 :: 见附表\n* 二、其他 :: 无\n- 加强培训\n- 完善制度"
    assert not any(isinstance(block, Grid) for block in read_document(text.encode(), "x.org").blocks)
