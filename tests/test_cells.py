"""From a document to cells: the report that ships, and what stays what it is."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Cell, Document, Paragraph, Place, Status
from index.readers import read_document

REPORT = Path(__file__).parent.parent / "data" / "reports" / "dengzhou_2020.txt"


def cells_of(text: str) -> dict[str, Cell]:
    lines = tuple(Paragraph(line, Place(n)) for n, line in enumerate(text.splitlines()) if line.strip())
    return {cell.id: cell for cell in read_cells(Document("t.txt", "text", lines, ""), load_forms())}


@pytest.fixture(scope="module")
def dengzhou() -> dict[str, Cell]:
    return {cell.id: cell for cell in read_cells(read_document(REPORT), load_forms())}


def test_every_cell_of_the_form_is_read(dengzhou: dict[str, Cell]) -> None:
    printed = {meaning.id for meaning in load_forms()["2019"].meanings.values() if meaning.printed}
    assert set(dengzhou) == printed
    assert all(cell.status is Status.READ for cell in dengzhou.values())


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("s2.art20_1.normative.total_disclosed", "3"),
        ("s2.art20_5.license.decisions", "28519"),
        ("s2.art20_8.fee.change", "-50"),
        ("s2.art20_9.procurement.amount_wan", "4281.8773"),
        ("s3.new@natural", "59"),
        ("s3.new@total", "61"),
        ("s3.result.granted@enterprise", "1"),
        ("s3.result.denied.third_party@research", "0"),
        ("s3.result.unprocessed.petition@total", "25"),
        ("s3.result.unprocessed.excessive@total", "0"),
        ("s3.result.other@total", "0"),
        ("s3.result.total@other_org", "1"),
        ("s4.review.total", "41"),
        ("s4.suit_direct.pending", "2"),
        ("s4.suit_after_review.total", "0"),
    ],
)
def test_figures_of_the_report(dengzhou: dict[str, Cell], cell: str, value: str) -> None:
    assert dengzhou[cell].value == Decimal(value)


def test_labels_are_kept_as_printed(dengzhou: dict[str, Cell]) -> None:
    cell = dengzhou["s3.result.denied.law_forbidden@natural"]
    assert cell.row_path == ("三、本年度办理结果", "(三) 不予公开", "2.其他法律法规禁止公开")
    assert cell.column_path == ("自然人",)
    assert (cell.unit, cell.edition, cell.text) == ("件", "2019", "0")


def test_a_place_leads_back_to_the_figure(dengzhou: dict[str, Cell]) -> None:
    document = read_document(REPORT)
    place = dengzhou["s2.art20_9.procurement.amount_wan"].place
    block = document.blocks[place.block]
    assert isinstance(block, Paragraph)
    assert block.text[place.column :].startswith("4281.8773")


SECTION_TWO = """第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t\t-
行政规范性文件\t22（其中修订 16 件）\t****\t235
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t251000元
"""


def test_blank_zero_mark_and_mask_stay_what_they_are() -> None:
    cells = cells_of(SECTION_TWO)
    texts = {name.rpartition(".")[2]: (cell.value, cell.text) for name, cell in cells.items() if ".rules." in name}
    assert texts == {"issued": (Decimal(0), "0"), "repealed": (None, ""), "in_force": (None, "-")}
    assert (cells["s2.art20_1.normative.repealed"].value, cells["s2.art20_1.normative.repealed"].text) == (None, "****")


def test_units_and_remarks_of_a_cell() -> None:
    cells = cells_of(SECTION_TWO)
    fee = cells["s2.art20_8.fee.amount_wan"]
    assert (fee.value, fee.unit, fee.text) == (Decimal("25.1"), "万元", "251000元")
    assert cells["s2.art20_1.normative.issued"].remark == "其中修订 16 件"


def test_each_table_has_the_edition_of_its_own_labels() -> None:
    old = "".join(f"{label}\t1\t0\t0\t0\t0\t0\t1\n" for label in ("（一）予以公开", "（五）不予处理\t2.重复申请", "（六）其他处理", "（七）总计"))
    cells = cells_of(SECTION_TWO + old)
    assert cells["s2.art20_1.rules.issued"].edition == "2021"
    assert cells["s3.result.other@total"].edition == "2019"


GLUED = "三、收到和处理政府信息公开申请情况一、本年新收政府信息公开申请数量640020470二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开630020469（七）总计630020469四、结转下年度继续办理1000001"


def test_glued_figures_are_told_apart_and_say_so() -> None:
    cells = cells_of(GLUED)
    assert [str(cells[f"s3.new@{c}"].value) for c in ("natural", "welfare", "other_org", "total")] == ["64", "2", "4", "70"]
    assert cells["s3.new@total"].status is Status.REPAIRED
    assert cells["s3.carried_in@total"].status is Status.READ  # seven zeros need no working out


def test_a_numbered_row_is_no_header_of_a_column() -> None:
    cells = cells_of(GLUED)
    assert (cells["s3.new@total"].column_path, cells["s3.result.total@total"].row_path[-1]) == (("总计",), "(七)总计")


def test_what_stays_open_is_said_with_its_readings() -> None:
    cells = cells_of("第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件693665第二十条第（五）项")
    issued = cells["s2.art20_1.normative.issued"]
    assert (issued.value, issued.status, issued.text) == (None, Status.AMBIGUOUS, "693665")
    assert Decimal(69) in issued.readings


def test_sentences_are_no_tables() -> None:
    assert cells_of("全年制发规范性文件710件，行政许可28519件。\n行政复议41件，（一）予以公开15件，（七）总计61。") == {}


STATISTICS = """政府信息公开情况统计表
指标名称 代码 计量单位 本期实际 本年累计
主动公开信息数 1 条 10 20
其中：1.网站公开 2 条 9 18
受理依申请公开信息总数 3 条 3 6
"""


def test_codes_and_units_before_the_figures_are_none_of_them() -> None:
    cells = cells_of(STATISTICS)
    assert (cells["t08.active.website@year"].value, cells["t08.active.website@cumulative"].value) == (9, 18)


UNKNOWN = """<table><tr><td rowspan=2>栏目</td><td colspan=2>公开数量（单位：条）</td></tr><tr><td>本年</td><td>上年</td></tr>
<tr><td>政策文件</td><td>12</td><td>9</td></tr><tr><td>财政预决算</td><td>8</td><td></td></tr></table>"""


def test_a_table_no_form_knows_is_kept_with_its_headers() -> None:
    document = read_document(UNKNOWN.encode(), "page.html")
    cells = {cell.id: cell for cell in read_cells(document, load_forms())}
    assert list(cells) == ["x.1.3.2", "x.1.3.3", "x.1.4.2", "x.1.4.3"]
    first = cells["x.1.3.2"]
    assert (first.value, first.unit, first.row_path) == (Decimal(12), "条", ("政策文件",))
    assert first.column_path == ("公开数量（单位：条）", "本年")
    assert cells["x.1.4.3"].value is None


def test_a_picture_marks_its_cells() -> None:
    document = Document("p.png", "image", (Paragraph("第二十条第（五）项 本年处理决定数量 行政许可 97", Place(0)),), "", ocr=True)
    assert [cell.remark for cell in read_cells(document, load_forms())] == ["OCR"]


def test_a_digit_drawn_apart_and_a_total_on_its_own_line() -> None:
    rows = "（一）予以公开\t2\t0\t1\t0\t0\t0\t0\t21\n（五）不予处理\t2.重复申请\t1\t0\t0\t0\t0\t0\t\n1\n（七）总计\t21\t1\t0\t0\t0\t0\t22"
    cells = cells_of(rows)
    assert cells["s3.result.granted@natural"].value == 20
    assert (cells["s3.result.unprocessed.repeat@total"].value, cells["s3.result.unprocessed.repeat@total"].status) == (1, Status.REPAIRED)


TWICE = "（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n（五）不予处理\t2.重复申请{}\n（七）总计\t2\t0\t0\t0\t0\t0\t2\n".format("\t0" * 7)


def test_a_table_printed_twice_is_read_once() -> None:
    assert cells_of(TWICE + TWICE) == cells_of(TWICE)


def test_two_prints_that_differ_leave_the_cell_open() -> None:
    cell = cells_of(TWICE + TWICE.replace("予以公开\t2", "予以公开\t3"))["s3.result.granted@natural"]
    assert (cell.value, cell.status, cell.readings) == (None, Status.AMBIGUOUS, (Decimal(2), Decimal(3)))


def test_a_row_of_pipes_that_lost_a_cell_is_not_guessed() -> None:
    head = "第二十条第（一）项\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n"
    cells = cells_of(head + "| 行政规范性文件 | 22 | 235 |")
    assert {cell.status for name, cell in cells.items() if "normative" in name} == {Status.AMBIGUOUS}


def test_a_merged_cell_written_into_every_column_counts_once() -> None:
    head = "第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\t本年增/减\n"
    cells = cells_of(head + "行政事业性收费\t97\t-50\t-50")
    assert [str(cell.value) for cell in cells.values()] == ["97", "-50"]


TWO_FIGURES = "\n".join(
    f"{label}\n{figure}\n{figure}"
    for label, figure in (
        ("（一）予以公开", 26), ("（二）部分公开", 0), ("1.属于国家秘密", 0), ("2.其他法律行政法规禁止公开", 0), ("3.危及“三安全一稳定”", 0),
        ("4.保护第三方合法权益", 0), ("5.属于三类内部事务信息", 0), ("6.属于四类过程性信息", 0), ("（七）总计", 26),
    )
)  # fmt: skip


def test_two_equal_figures_in_every_row_are_the_first_and_the_last() -> None:
    cells = cells_of(TWO_FIGURES)
    row = [cells[f"s3.result.granted@{column}"] for column in ("natural", "enterprise", "total")]
    assert [cell.value for cell in row] == [26, None, 26]
    assert row[0].status is Status.REPAIRED


APART = "第二十条 第（五）项\n信息内容     本年处理决定数量\n行政许可               36 994\n第二十条 第（六）项\n信息内容     本年处理决定数量\n行政处罚     15 575\n行政强制     433"


def test_a_space_every_three_digits_is_no_border_where_columns_stand_wider_apart() -> None:
    cells = cells_of(APART)
    assert [str(cell.value) for cell in cells.values()] == ["36994", "15575", "433"]
    tighter = cells_of(re.sub(" +", " ", APART))  # nothing tells whether 36 is a code
    assert [(cell.value, *map(str, cell.readings)) for cell in tighter.values()] == [(None, "994", "36994"), (None, "575", "15575"), (433,)]


def test_figures_apart_in_a_row_of_several_columns_stay_apart() -> None:
    cells = cells_of("第二十条 第（一）项\n信息内容   本年制发件数   本年废止件数   现行有效件数\n规章    1 123   2   1 234\n行政规范性文件   1   123   456")
    assert [str(cell.value) for cell in cells.values()] == ["1123", "2", "1234", "1", "123", "456"]
    assert [cell.value for cell in cells_of("第二十条 第（一）项\n信息内容   本年制发件数   本年废止件数   现行有效件数\n规章    1 123   2   1 234\n行政规范性文件   1 123 456").values()][3:] == [None] * 3


def test_a_code_is_no_figure_of_a_row_that_is_blank() -> None:
    rows = ["信息内容\t代码\t本年处理决定数量", "行政许可\t1\t", "行政处罚\t2\t", "行政强制\t3\t5"]
    cells = cells_of("\n".join(["第二十条第（五）项", *rows]))
    assert [(cell.id, cell.value) for cell in cells.values() if cell.value is not None] == [("s2.art20_6.coercion.decisions", 5)]


def test_panels_side_by_side_are_read_one_below_the_other() -> None:
    head = "指标名称 | 单位 | 本年 | 累计"
    cells = cells_of(f"{head} | {head}\n主动公开信息数 | 条 | 10 | 20 | 对申请的答复总数 | 条 | 3 | 6\n"
                     "其中：1.网站公开 | 条 | 9 | 18 | 其中：1.同意公开答复数 | 条 | 2 | 4\n受理依申请公开信息总数 | 条 | 4 | 8 | | | |")
    assert [(cell.id.partition("@")[0], str(cell.value)) for cell in cells.values() if cell.id.endswith("@year")] == [
        ("t08.active.total", "10"), ("t08.reply.total", "3"), ("t08.active.website", "9"), ("t08.reply.granted", "2"), ("t08.request.total", "4"),
    ]


@pytest.mark.parametrize("separator", ["/", "—", ": ", " > "])
def test_rows_and_columns_named_in_one_cell_in_either_order(separator: str) -> None:
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    told = [f"行政复议{separator}{name} = {n}" for n, name in zip((5, 1, 0, 0, 6), names, strict=True)]
    turned = [f"{name}{separator}行政诉讼{separator}复议后起诉 = {n}" for n, name in zip((0, 3, 0, 1, 4), names, strict=True)]
    cells = cells_of("\n".join([*told, *turned]))
    assert [str(cell.value) for cell in cells.values()] == list("5100603014")


def test_a_row_label_merged_over_its_columns_in_a_table_of_one_figure_a_line() -> None:
    heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
    figures = [["3", "1", "0", "0", "0", "0", "4"], ["0", "0", "0", "2", "", "0", "2"]]
    rows = [f"<tr>{f'<td rowspan=7>{label}' * (n == 0)}<td>{head}<td>{figure}<td>件"
            for label, row in zip(labels, figures, strict=True) for n, (head, figure) in enumerate(zip(heads, row, strict=True))]
    document = read_document(f"<table><tr><td>指标<td>口径<td>数值<td>单位{''.join(rows)}</table>".encode(), "page.html")
    cells = {cell.id: cell for cell in read_cells(document, load_forms())}
    assert [cell.value for cell in cells.values()] == [3, 1, 0, 0, 0, 0, 4, 0, 0, 0, 2, None, 0, 2]
    assert cells["s3.carried_in@welfare"].column_path[-1] == "社会公益组织"


def test_a_sentence_that_ends_in_one_column_names_no_row_and_column() -> None:
    told = "- （一）予以公开：自然人 8；法人或其他组织（商业企业 3、科研机构 1、社会公益组织 0、法律服务机构 1、其他 0）；总计 13"
    rows = [told.replace("（一）予以公开", label) for label in ("一、本年新收政府信息公开申请数量", "（一）予以公开", "1.属于国家秘密", "2.重复申请", "3.其他", "（七）总计")]
    cells = cells_of("\n".join(rows))
    assert (cells["s3.new@natural"].value, cells["s3.result.granted@other_org"].value, cells["s3.result.total@total"].value) == (8, 0, 13)


def test_one_header_over_rows_of_several_tables_of_section_two() -> None:
    cells = cells_of("信息内容 | 本年处理决定数量\n行政许可 | 70\n行政处罚 | 80\n行政强制 | 9")
    assert [(cell.id, str(cell.value)) for cell in cells.values()] == [
        ("s2.art20_5.license.decisions", "70"), ("s2.art20_6.penalty.decisions", "80"), ("s2.art20_6.coercion.decisions", "9"),
    ]


def test_a_name_higher_than_the_names_beside_it_does_not_come_first() -> None:
    """The name of the last column has several lines, that of the first stands beside its middle."""
    text = "第二十条第（九）项\n采购总金额（单位：万元，保留4位小\n信息内容\t采购项目数量\n数）\n政府集中采购\t226\t8199.1663"
    lines = tuple(Paragraph(line, Place(n)) for n, line in enumerate(text.splitlines()))
    cells = {cell.id: cell.value for cell in read_cells(Document("t.pdf", "pdf", lines, ""), load_forms())}
    assert cells == {"s2.art20_9.procurement.items": Decimal(226), "s2.art20_9.procurement.amount_wan": Decimal("8199.1663")}


@pytest.mark.parametrize("lost", [3, 8])
def test_rows_that_lost_their_tabs_are_blank(lost: int) -> None:
    """However many follow one another; a label above a line of nothing but figures is theirs."""
    labels = ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"]
    head = ["三、收到和处理政府信息公开申请情况", "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计", "（一）予以公开\t5\t1\t0\t0\t0\t0\t6"]
    tail = ["1.本机关不掌握相关政府信息\t2\t1\t0\t0\t0\t0\t3", "2.没有现成信息需要另行制作", "1\t0\t0\t0\t0\t0\t1"]
    found = cells_of("\n".join([*head, *labels[:lost], *tail]))
    blank = found["s3.result.denied.state_secret@total"]
    assert (blank.text, blank.value) == ("", None)
    assert (found["s3.result.unable.not_held@total"].value, found["s3.result.unable.need_make@total"].value) == (3, 1)
