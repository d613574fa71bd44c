"""Figures in running sentences: which words are a row, which figure is its sum, what is said of all others."""

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Document, Paragraph, Place
from index.readers import read_document
from index.tables.told_pairs import TOTAL, rows_of

PARTS = "自然人27件；法人或其他组织中，商业企业0件、科研机构0件、社会公益组织2件、法律服务机构0件、其他1件"
SENTENCES = ["（一）予以公开0件（各类申请人均为0件）。", f"（二）部分公开30件（其中，{PARTS}）。", "四、结转下年度继续办理0件（各类申请人均为0件）。"]


def told(text: str) -> list[tuple[list[tuple[str, str]], str]]:
    return [([(pair.label, pair.figure) for pair in row.pairs], row.rest.figure if row.rest else "") for row in rows_of(text)]


def values(*sentences: str) -> dict[str, str]:
    paragraphs = tuple(Paragraph(line, Place(n)) for n, line in enumerate(["三、收到和处理政府信息公开申请情况", *sentences]))
    cells = read_cells(Document("t.txt", "text", paragraphs, ""), load_forms())
    return {cell.id.removeprefix("s3."): "" if cell.value is None else str(cell.value) for cell in cells}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("予以公开30件(其中,自然人27件;其他3件)", [([(TOTAL, "30"), ("自然人", "27"), ("其他", "3")], "")]),
        ("予以公开30件(自然人27件,其他3件)", [([(TOTAL, "30"), ("自然人", "27"), ("其他", "3")], "")]),
        ("予以公开共计30件,其中自然人27件,其余为0", [([(TOTAL, "30"), ("自然人", "27")], "0")]),
        ("(七)总计69件(其中,自然人69件)", [([(TOTAL, "69"), ("自然人", "69")], "")]),
        ("其他1件(其中,自然人1件,其他0件)", [([(TOTAL, "1"), ("自然人", "1"), ("其他", "0")], "")]),
        ("重复申请0件(各类申请人均为0件);其他0件(各类申请人均为0件)", [([(TOTAL, "0")], "0"), ([(TOTAL, "0")], "0")]),
        ("新收80件,其中自然人0件,法人或其他组织80件,其中商业企业80件", [([(TOTAL, "80"), ("自然人", "0"), ("商业企业", "80")], "")]),
        ("规章,本年制发件数为2件,本年废止件数为0件", [([("本年制发件数", "2"), ("本年废止件数", "0")], "")]),
        ("1、自然人8件,商业企业3件", [([("自然人", "8"), ("商业企业", "3")], "")]),
        ("予以公开:总计13,自然人8,商业企业5", [([(TOTAL, "13"), ("自然人", "8"), ("商业企业", "5")], "")]),
        ("不予公开:均为0", []),
    ],
)
def test_rows_of_sentences(text: str, rows: list[tuple[list[tuple[str, str]], str]]) -> None:
    assert told(text) == rows


def test_a_sum_said_first_is_the_sum_of_its_row() -> None:
    found = values(*SENTENCES)
    assert [found[f"result.partial@{column}"] for column in ("natural", "welfare", "other_org", "total")] == ["27", "2", "1", "30"]
    assert {found[f"carried_out@{column}"] for column in ("natural", "enterprise", "total")} == {"0"}


@pytest.mark.parametrize("wrong", ["（五）不予处理：重复申请5件（各类申请人均为0件）。", "（五）不予处理：重复申请5件，其中自然人3件，其余为0。"])
def test_what_does_not_add_up_is_not_filled_with_zeros(wrong: str) -> None:
    """The rows beside it are read."""
    found = values(*SENTENCES, wrong)
    assert not [cell for cell in found if "repeat" in cell]
    assert found["result.partial@total"] == "30"


def test_zero_for_a_whole_group_names_no_row() -> None:
    found = values(*SENTENCES, "（三）不予公开：均为0。")
    assert not [cell for cell in found if "denied" in cell]


def test_a_card_for_every_row_of_large_figures() -> None:
    """Each figure below the label of its column is no row of its own, however many digits it has."""
    rows = {"行政许可": ("5516", "1434", "28519"), "其他对外管理服务事项": ("2520", "2418", "3518"), "行政处罚": ("3721", "1085", "3715")}
    heads = ("上一年项目数量", "本年增/减", "处理决定数量")
    lines = [text for row, figures in rows.items() for text in (row, *(part for pair in zip(heads, figures, strict=True) for part in pair))]
    found = values(*lines)
    assert [found[f"s2.art20_5.license.{column}"] for column in ("prev_items", "change", "decisions")] == ["5516", "1434", "28519"]
    assert found["s2.art20_6.penalty.decisions"] == "3715"


@pytest.mark.parametrize("leader", ["=", " = ", "……", " ........ ", " ········ ", " → "])
def test_leaders_between_label_and_figure(leader: str) -> None:
    names = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    labels = ("（一）予以公开", "（二）部分公开", "1.属于国家秘密", "四、结转下年度继续办理")
    found = values(*(line for n, label in enumerate(labels) for line in (f"[{label}]", *(f"{name}{leader}{n if name in ('自然人', '总计') else '—'}" for name in names))))
    assert (found["result.partial@natural"], found["result.partial@other_org"], found["carried_out@total"]) == ("1", "", "3")


def test_a_row_told_figure_by_figure_under_the_same_label() -> None:
    heads, rows = ("本年制发件数", "本年废止件数", "现行有效件数"), {"规章": "473", "行政规范性文件": "586"}
    found = values(*(text for row, figures in rows.items() for pair in zip(heads, figures, strict=True) for text in (f"{row} {pair[0]}", pair[1])), "行政许可 本年处理决定数量", "9")
    assert {cell: found[f"s2.art20_1.{cell}"] for cell in ("rules.repealed", "rules.in_force", "normative.repealed")} == {
        "rules.repealed": "7", "rules.in_force": "3", "normative.repealed": "8",
    }


ALTS = [
    "三、收到和处理政府信息公开申请情况表：（一）予以公开：自然人5，商业企业（空白），其他0，总计5；（二）部分公开：自然人2，商业企业（空白），其他1，总计3；四、结转下年度继续办理：自然人1，商业企业（空白），其他0，总计1。",
    "申请情况：（一）予以公开：总计 5，自然人 5，商业企业 空，其他 0。\n（二）部分公开：总计 3，自然人 2，商业企业 空，其他 1。\n四、结转下年度继续办理：总计 1，自然人 1，商业企业 空，其他 0。",
    "项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n（一）予以公开|5||||||5\n（二）部分公开|2|||||1|3\n四、结转下年度继续办理|1|||||0|1",
]


@pytest.mark.parametrize("alt", ALTS)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<table><tr><td>{}</table>"])
def test_a_picture_of_a_table_tells_it_in_its_description(alt: str, around: str) -> None:
    picture = around.format(f'<img src="/images/print.png" alt="打印"><img src="W020230120.png" alt="{alt}" title="点击查看">')
    page = f"<h3>三、收到和处理政府信息公开申请情况</h3>{picture}<img alt='图片：微信图片_20230112'>"
    document = read_document(page.encode(), "页.html")
    found = {cell.id.removeprefix("s3."): cell.value for cell in read_cells(document, load_forms())}
    assert [found[f"result.partial@{column}"] for column in ("natural", "enterprise", "other_org", "total")] == [2, None, 1, 3]
    assert found["carried_out@total"] == 1
    assert not any("微信" in block.text or "打印" in block.text for block in document.blocks if isinstance(block, Paragraph))
