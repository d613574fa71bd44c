"""A cell is right, or it is said to be uncertain: odd headers, odd cells, and what they must not do to their neighbours."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from index.adding import Source
from index.cells import read_cells
from index.checks.copies import check_copies
from index.forms import load_forms
from index.ingest import ingest
from index.models import Cell, Document, Paragraph, Place, Report, Status
from index.readers import read_document
from index.tables.marked import Marked, marked
from tests.rendering import text
from tests.rendering.figures import random_figures
from tests.rendering.sheets import blocks

TEXT = (Path(__file__).parent.parent / "data" / "reports" / "dengzhou_2020.txt").read_text(encoding="utf-8")
HEADS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
ROWS = {"一、本年新收政府信息公开申请数量": (7, 1, 0, 2, 0, 3, 13), "二、上年结转政府信息公开申请数量": (0, 4, 0, 0, 0, 0, 4), "四、结转下年度继续办理": (2, 0, 5, 0, 0, 0, 7)}


def cells_in(source: str | bytes) -> dict[str, Cell]:
    if isinstance(source, bytes):
        document = read_document(source, "page.html")
    else:
        lines = tuple(Paragraph(line, Place(n)) for n, line in enumerate(source.splitlines()) if line.strip())
        document = Document("t.txt", "text", lines, "")
    return {cell.id: cell for cell in read_cells(document, load_forms())}


def told(cells: dict[str, Cell], row: str) -> list[str]:
    """The figures of a row, ? for one that is open."""
    found = [cell for name, cell in cells.items() if name.startswith((f"{row}.", f"{row}@"))]
    return ["?" if cell.status is Status.AMBIGUOUS else str(cell.value) for cell in found]


@pytest.mark.parametrize(("height", "width"), [(3, 5), (2, 5), (3, 4), (4, 5), (2, 6)])
def test_a_wrong_span_in_the_header_changes_no_column(height: int, width: int) -> None:
    head = (f"<tr><td colspan=3 rowspan={height}>项目<td colspan=7>申请人情况<tr><td rowspan=2>自然人<td colspan={width}>法人或其他组织<td rowspan=2>总计"
            f"<tr>{''.join(f'<td>{name}' for name in HEADS)}")
    rows = "".join(f"<tr><td colspan=3>{label}{''.join(f'<td>{figure}' for figure in figures)}" for label, figures in ROWS.items())
    cells = cells_in(f"<table>{head}{rows}</table>".encode())
    assert [cell.value for cell in cells.values()] == [figure for figures in ROWS.values() for figure in figures]


ITEMS = "第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t{}\n其他对外管理服务事项\t2520\t2418\t3518\n第二十条第（六）项\n" \
        "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t3721\t1085\t3715\n行政强制\t171\t23\t188"
ODD = ["见附件", "不详", "未统计", "详见附件", "无变化", "N/A", "null", "(1434)", "22**", "12a", "?", "3(5)", "15（更正为12）", "增加12项，减少3项"]


@pytest.mark.parametrize("between", ["\t", "\n"])
@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_cell_that_cannot_be_read_leaves_its_neighbours_alone(between: str, odd: str, at: int) -> None:
    row = ["5516", "1434", "28519"]
    row[at] = odd
    cells = cells_in(ITEMS.format("\t".join(row)).replace("\t", between))
    assert told(cells, "s2.art20_5.license") == [figure if figure != odd else "?" for figure in row]
    assert told(cells, "s2.art20_6.coercion") == ["171", "23", "188"]


@pytest.mark.parametrize(("odd", "at", "figure"), [
    ("12（减少）", 1, "-12"), ("比上年减少12项", 1, "-12"), ("12↓", 1, "-12"), ("12（减少3项）", 1, "?"), ("12（减少）", 2, "?"), ("减12", 0, "?"),
    ("011", 0, "?"), ("12%", 2, "?"), ("12（%）", 2, "?"), ("12万元", 2, "?"), ("12（元）", 2, "?"), ("12（项）", 2, "12"), ("1.2（万件）", 2, "12000"), ("是", 2, "?"),
])  # fmt: skip
def test_what_a_cell_says_besides_its_figure(odd: str, at: int, figure: str) -> None:
    row = ["5516", "1434", "28519"]
    row[at] = odd
    cells = cells_in(ITEMS.format("\t".join(row)))
    assert told(cells, "s2.art20_5.license") == [*row[:at], figure, *row[at + 1 :]]


@pytest.mark.parametrize("unit", ["元", "（元）", "（单位：元）", " ( 元 )"])
@pytest.mark.parametrize("between", ["\t", "\n"])
def test_a_unit_behind_a_figure_counts_before_that_of_the_header(unit: str, between: str) -> None:
    rows = f"信息内容\t采购项目数量\t采购总金额（单位：万元）\n政府集中采购\t226\t81991663{unit}"
    cells = cells_in(f"第二十条第（九）项\n{rows.replace(chr(9), between)}")
    assert told(cells, "s2.art20_9.procurement") == ["226", "8199.1663"]


@pytest.mark.parametrize("odd", ["?", "(5)", "视情况"])
@pytest.mark.parametrize("between", ["\t", "\n"])
def test_a_short_label_before_a_cell_that_cannot_be_read(odd: str, between: str) -> None:
    text = f"第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t{odd}\t5\t74\n行政规范性文件\t564\t984\t4185"
    assert told(cells_in(text.replace("\t", between)), "s2.art20_1.rules") == ["?", "5", "74"]


@pytest.mark.parametrize("damaged", ["24?52.311", "24？52.311", "24.52.311", "24·52.311", "24~52.311", "24\ufffd52.311", "2452.311"])
def test_a_character_lost_among_glued_figures_makes_no_figure_up(damaged: str) -> None:
    cells = cells_in(f"第二十条第（九）项信息内容采购项目数量采购总金额（单位：万元）政府集中采购{damaged}三、收到和处理政府信息公开申请情况")
    assert told(cells, "s2.art20_9.procurement") == ["?", "?"]


INDICATORS = "指标名称 | 计量单位 | 2015年度 | 历年累计\n主动公开文件数 | 条 | 10 | 20\n其中：1.政府网站公开数 | 条 | {}\n2.政府公报公开数 | 条 | 6 | 5\n行政复议数 | 件 | 2 | 8"


@pytest.mark.parametrize(("row", "figures"), [("4 |\n15", ["4", "?"]), ("4\n| 15", ["?", "?"]), ("\n4 | 15", ["4", "15"]), ("4 | ", ["4", "None"])])
def test_a_row_that_goes_on_in_the_next_line(row: str, figures: list[str]) -> None:
    cells = cells_in(INDICATORS.format(row))
    assert [told(cells, f"t08.{name}") for name in ("active.website", "active.gazette")] == [figures, ["6", "5"]]


def test_a_single_figure_among_rows_of_lines_is_not_cut_up() -> None:
    cells = cells_in(ITEMS.format("171").replace("\t", "\n"))
    assert told(cells, "s2.art20_5.license") == ["?", "?", "?"]


def test_words_behind_a_full_row_are_no_cell() -> None:
    cells = cells_in(ITEMS.format("5516\t1434\t28519\n见附件").replace("\t", "\n"))
    assert told(cells, "s2.art20_5.license") == ["5516", "1434", "28519"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("约28500", Marked("28500", "约数，原文作“约28500”")),
        ("28500余件", Marked("28500件", "约数，原文作“28500余件”")),
        ("¥4281.8773", Marked("4281.8773", "")),
        ("251000 元整", Marked("251000元", "")),
        ("22[1]", Marked("22", "")),
        ("2 件 [#b]_", Marked("2件", "")),
        ("22*", Marked("22", "原文作“22*”")),
        ("↓1434", Marked("-1434", "原文作“↓1434”", "↓")),
        ("28500", None),
        ("(1434)", None),
        ("2020年", None),
    ],
)
def test_marks_beside_a_figure(text: str, expected: Marked | None) -> None:
    assert marked(text) == expected


def test_a_space_written_out_is_a_blank() -> None:
    cells = cells_in(ITEMS.format("5516\t&nbsp;\t28519"))
    assert told(cells, "s2.art20_5.license") == ["5516", "None", "28519"]


def test_an_arrow_is_a_sign_only_where_the_form_has_one() -> None:
    cells = cells_in(ITEMS.format("↓5516\t↓1434\t约28500"))
    assert told(cells, "s2.art20_5.license") == ["?", "-1434", "28500"]
    assert cells["s2.art20_5.license.decisions"].remark == "约数，原文作“约28500”"


@pytest.mark.parametrize("between", ["\t", "\n"])
def test_a_remark_on_a_line_of_its_own_goes_to_its_figure(between: str) -> None:
    cells = cells_in(ITEMS.format("5516\n（其中省级 16 项）\t1434\t28519").replace("\t", between))
    assert told(cells, "s2.art20_5.license") == ["5516", "1434", "28519"]
    assert cells["s2.art20_5.license.prev_items"].remark == "其中省级 16 项"


@pytest.mark.parametrize("broken", ["41<br>85", "<p>41</p><p>85</p>", "<span>41</span> <span>85</span>"])
def test_a_figure_broken_inside_its_cell_stays_there(broken: str) -> None:
    page = f"<p>第二十条第（一）项</p><table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>3<td>5<td>74<tr><td>行政规范性文件<td>564<td>{broken}<td>9</table>"
    cells = cells_in(page.encode())
    assert told(cells, "s2.art20_1.normative") == ["564", "?", "9"]
    assert cells["s2.art20_1.normative.repealed"].readings == (Decimal(4185),)


def test_a_sum_proves_a_broken_figure() -> None:
    rows = "".join(f"<tr><td>{label}{''.join(f'<td>{figure}' for figure in figures)}" for label, figures in ROWS.items()).replace("<td>13", "<td>1<br>3")
    cells = cells_in(f"<table><tr><td>项目<td>自然人{''.join(f'<td>{name}' for name in HEADS)}<td>总计{rows}</table>".encode())
    assert (cells["s3.new@total"].value, cells["s3.new@total"].status) == (13, Status.REPAIRED)


def test_copies_that_contradict_each_other_are_told() -> None:
    table = "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t3\t5\t74\n行政规范性文件\t{}\t984\t4185\n"
    assert check_copies(cells_in(table.format(564) * 2).values()) == ()
    cells = cells_in(table.format(564) + table.format(546))
    assert told(cells, "s2.art20_1.normative") == ["?", "984", "4185"]
    (finding,) = check_copies(cells.values())
    assert (finding.status, finding.cells) == ("failed", ("s2.art20_1.normative.issued",))
    assert "546 / 564" in finding.message


def report_of(text: str) -> Report:
    return ingest(Source("x.txt", data=text.encode()))[0].report


def failed(report: Report) -> set[str]:
    return {finding.check for finding in report.findings if finding.status == "failed"}


@pytest.mark.parametrize("between", ["\t", "\n"])
@pytest.mark.parametrize(("end", "open_cells"), [("5516\t1434\t285", {"decisions"}), ("2520\t2418\t3518", {"decisions"})])
def test_a_file_that_ends_inside_a_table_leaves_its_last_figure_open(between: str, end: str, open_cells: set[str]) -> None:
    text = TEXT[: TEXT.index(end) + len(end)].replace("\t", between)
    report = report_of(text)
    assert {cell.id.rpartition(".")[2] for cell in report.cells if cell.status is Status.AMBIGUOUS} == open_cells
    assert {"ending", "table.s3", "section.s6"} <= failed(report)


def test_what_was_cut_off_behind_the_last_figure_is_not_blank() -> None:
    report = report_of(TEXT[: TEXT.index("5516\t1434") + 7])
    assert [cell.id.rpartition(".")[2] for cell in report.cells if cell.status is Status.AMBIGUOUS] == ["decisions", "change"]


@pytest.mark.parametrize("end", ["五、存在的主要问题及改进情况", "六、其他需要报告的事项\n\n无"])
def test_a_file_that_goes_on_behind_its_tables_is_whole(end: str) -> None:
    report = report_of(TEXT[: TEXT.index(end) + len(end)])
    assert "ending" not in failed(report)
    assert all(cell.status is Status.READ for cell in report.cells)


def test_a_file_that_ends_with_its_last_table_is_whole() -> None:
    assert "ending" not in failed(report_of(TEXT[: TEXT.index("五、存在的主要问题")]))


@pytest.mark.parametrize("edition", ["2008", "2014"])
def test_a_file_that_ends_with_the_table_of_an_older_form_is_whole(edition: str) -> None:
    table = load_forms()[edition].tables[-1]
    rows = ["\t".join([row.label, *("0" for _ in table.columns)]) for row in table.rows if row.printed]
    head = ["邓州市教育局2016年政府信息公开工作年度报告", "一、概述", "积极推进。", "\t".join(["指标", *(column.label for column in table.columns)])]
    assert "ending" not in failed(report_of("\n".join((*head, *rows))))
    assert "ending" in failed(report_of("\n".join((*head, *rows[:9]))))


def test_headings_without_any_table_are_told() -> None:
    assert {"table.s2", "table.s3", "table.s4"} <= failed(report_of("\n".join(line for line in TEXT.splitlines() if "\t" not in line)))


@pytest.mark.parametrize("end", ["41\t0\t0\t0\t4", "41\t0\t0\t0\t41\t1"])
@pytest.mark.parametrize("between", ["\t", " | "])
def test_a_file_that_ends_inside_section_iv_leaves_all_of_it_open(end: str, between: str) -> None:
    report = report_of(TEXT[: TEXT.index("41\t0\t0") + len(end)].replace("\t", between))
    assert {cell.status for cell in report.cells if cell.id.startswith("s4.")} == {Status.AMBIGUOUS}
    assert "ending" in failed(report)


APPLICANTS = "三、收到和处理政府信息公开申请情况\n项目\t{}\n一、本年新收政府信息公开申请数量\t{}\n二、上年结转政府信息公开申请数量\t{}\n（一）予以公开\t{}"


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("自然人 法人或其他组织 总计", "141 110 251", ["141", "?", "?", "?", "?", "?", "251"]),
        ("数据1 数据2 数据3 数据4 数据5 数据6 总计", "1 2 3 4 5 6 21", ["1", "2", "3", "4", "5", "6", "21"]),
        ("总计 单位 自然人", "251 110 141", ["141", "?", "?", "?", "?", "?", "251"]),
        ("个人 单位 合计", "141 110 251", ["?", "?", "?", "?", "?", "?", "251"]),
        ("一季度 二季度 三季度 四季度 全年", "1 2 3 4 10", ["?"] * 7),
        ("公安局 教育局 民政局 财政局 林业局 水利局 合计", "1 2 3 4 5 6 21", ["?", "?", "?", "?", "?", "?", "21"]),
        ("公民 企业 科研机构 社会公益组织 法律服务机构 其他 总计", "1 2 3 4 5 6 21", ["1", "2", "3", "4", "5", "6", "21"]),
        ("自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 法人小计 总计", "1 2 3 4 5 6 20 21", ["1", "2", "3", "4", "5", "6", "21"]),
    ],
)
def test_figures_below_names_that_no_form_has_are_not_read_by_position(header: str, row: str, expected: list[str]) -> None:
    cells = cells_in(APPLICANTS.format(*("\t".join(text.split()) for text in (header, row, row, row))))
    names = ("natural", "enterprise", "research", "welfare", "legal_service", "other_org", "total")
    found = [cells[f"s3.new@{name}"] for name in names]
    assert ["?" if cell.status is Status.AMBIGUOUS else str(cell.value) for cell in found] == expected


def test_blocks_of_reviews_and_suits_are_read_where_their_names_stand() -> None:
    names = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    head = "<tr><td colspan=10>行政诉讼<td colspan=5 rowspan=2>行政复议<tr><td colspan=5>复议后起诉<td colspan=5>未经复议直接起诉"
    rows = (names * 3, (0, 6, 7, 0, 13, 84, 8, 0, 0, 92, 2, 4, 0, 0, 6))
    body = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    cells = cells_in(f"<table>{head}{body}</table>".encode())
    assert told(cells, "s4.suit_after_review") == ["0", "6", "7", "0", "13"]
    assert told(cells, "s4.suit_direct") == ["84", "8", "0", "0", "92"]
    assert told(cells, "s4.review") == ["2", "4", "0", "0", "6"]


def test_outcomes_that_a_header_with_other_columns_names() -> None:
    rows = ("\t受理件数\t结果维持\t结果纠正\t总计\t备注", "行政复议\t9\t2\t4\t6\t", "未经复议直接起诉\t95\t84\t8\t92\t", "复议后起诉\t14\t0\t6\t13\t")
    cells = cells_in("\n".join(("四、政府信息公开行政复议、行政诉讼情况", *rows)))
    found = [cells[f"s4.suit_direct.{name}"] for name in ("upheld", "corrected", "other", "pending", "total")]
    assert ["?" if cell.status is Status.AMBIGUOUS else str(cell.value) for cell in found] == ["84", "8", "?", "?", "92"]


def with_figures_lost(rows: str, mark: str, rng: Random) -> str:
    """Rows of section III without some of their cells, as a bad copy leaves them."""
    found = []
    for row in rows.split("\n"):
        labels, *figures = row.rsplit(mark, 7)
        whole = len(figures) == 7 and all(figure.isdecimal() for figure in figures)
        found.append(mark.join([labels, *(figure for figure in figures if rng.random() > 0.05)]) if whole else row)
    return "\n".join(found)


@pytest.mark.parametrize("layout", ["tab", "pipes", "glued", "lines"])
@pytest.mark.parametrize("seed", range(4))
def test_lost_figures_never_leave_a_wrong_one_behind(layout: str, seed: int) -> None:
    rng = Random(seed)
    gold = random_figures(rng, ("2019", "2021")[seed % 2], "邓州市人民政府")
    printed = blocks(gold)
    if layout in ("glued", "lines"):
        printed = [b if isinstance(b, str) else b.map(lambda box: replace(box, text="") if box.figure.startswith("s3") and rng.random() < 0.05 else box) for b in printed]
    page = {"tab": text.tab, "pipes": text.pipes, "glued": text.glued, "lines": text.lines}[layout](printed, rng).decode()
    marks = {"tab": "\t", "pipes": " | "}
    cells = cells_in(with_figures_lost(page, marks[layout], rng) if layout in marks else page)
    assert [(cell.id, cell.text) for cell in cells.values() if cell.value is not None and str(cell.value) != gold["cells"].get(cell.id)] == []
    assert any(cell.status is Status.AMBIGUOUS for cell in cells.values())
    assert sum(cell.value is not None for cell in cells.values()) > 30


def test_a_block_that_stands_in_two_rows_is_open() -> None:
    head = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\n" + "\t".join(("结果维持", "结果纠正", "其他结果", "尚未审结", "总计") * 3)
    cells = cells_in(f"{head}\n0\t3\t0\t0\t3\t0\t0\t1\t0\t1\n172\t0\t0\t3\t175")
    assert {cell.value for name, cell in cells.items() if name.startswith("s4.")} == {None}


FEES = "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容\n{}\n行政事业性收费\n12"


@pytest.mark.parametrize(("column", "figure"), [
    ("本年收费金额（单位：万元）", "12"), ("本年收费\n金额（单位：万元）", "12"), ("收费金额", "12"), ("收费项目数量", "?"), ("减免金额", "?"), ("涉及企业数", "?"),
])  # fmt: skip
@pytest.mark.parametrize("between", ["\n", ""])
def test_a_single_column_of_another_name(column: str, figure: str, between: str) -> None:
    assert told(cells_in(FEES.format(column).replace("\n", between)), "s2.art20_8.fee") == [figure]


@pytest.mark.parametrize(("caption", "other"), [
    ("2018年度收到和处理政府信息公开申请情况统计表", True), ("统计年度：2018年", True), ("2018年1月1日至2018年12月31日", True),
    ("2020年度收到和处理政府信息公开申请情况统计表", False), ("2019年度、2020年度申请情况", False), ("2018年申请明显增多，原因见下。", False),
])  # fmt: skip
def test_a_caption_of_another_year_is_told(caption: str, other: bool) -> None:
    heading = "三、收到和处理政府信息公开申请情况\n"
    report = report_of(TEXT.replace(heading, f"{heading}{caption}\n"))
    (finding, *_) = [f for f in report.findings if f.check == "caption.s3"] or [None]
    assert bool(finding) is other
    assert finding is None or ("s3.new@total" in finding.cells and "2018" in finding.message)


@pytest.mark.parametrize(("date", "other"), [("2021年1月29日", False), ("2022年1月29日", False), ("二〇二一年一月二十九日", False), ("2027年1月29日", True), ("二〇一六年三月一日", True)])
def test_a_signature_of_another_time_is_told(date: str, other: bool) -> None:
    report = report_of(f"{TEXT}\n邓州市人民政府\n{date}")
    assert ("identity.year" in failed(report), report.year) == (other, 2020)


INTERVIEWS = ("2.政府网站在线访谈次数", "其中：主要负责同志参加政府网站在线访谈次数")


@pytest.mark.parametrize("row", [
    "<td rowspan=2>{}<br>{}<td>次<td>72<tr><td>次<td>27", "<td rowspan=2>{}<br>{}<td rowspan=2>次<td>72<tr><td>27",
    "<td>{}<br>{}<td>次<td>72<br>27", "<td>{}{}<td>次<td>72",
])  # fmt: skip
def test_a_cell_with_the_labels_of_two_rows_says_nothing_of_either(row: str) -> None:
    rows = f"<tr>{row.format(*INTERVIEWS)}<tr><td>3.政策解读稿件发布数<td>篇<td>90<tr><td>4.微博微信回应事件数<td>次<td>12"
    cells = cells_in(f"<table><tr><td>统计指标<td>单位<td>统计数<tr><td>1.参加或举办新闻发布会总次数<td>次<td>98{rows}</table>".encode())
    names = [f"t14.response.{name}" for name in ("interview", "interview_leader", "policy_articles", "social")]
    assert [cells[name].status is Status.AMBIGUOUS or str(cells[name].value) for name in names] == [True, True, "90", "12"]


def test_a_label_behind_that_of_its_group_is_one() -> None:
    rows = "<tr><td>{0}<td>72<tr><td>{0}{1}<td>27<tr><td>3.政策解读稿件发布数<td>90".format(*INTERVIEWS)
    cells = cells_in(f"<table><tr><td>统计指标<td>统计数<tr><td>1.参加或举办新闻发布会总次数<td>98{rows}</table>".encode())
    assert [str(cells[f"t14.response.{name}"].value) for name in ("interview", "interview_leader")] == ["72", "27"]


@pytest.mark.parametrize(("label", "row"), [("其他处理：申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "s3.result.other.fee_unpaid"), ("3.3.2 其它法律、行政法规禁止公开", "s3.result.denied.law_forbidden")])
def test_a_group_or_a_word_more_makes_no_second_label(label: str, row: str) -> None:
    rows = "".join(f"<tr><td>{name}{''.join(f'<td>{figure}' for figure in figures)}" for name, figures in (*[*ROWS.items()][:2], (label, (1, 0, 0, 2, 0, 0, 3)), [*ROWS.items()][2]))
    cells = cells_in(f"<table><tr><td>项目<td>自然人{''.join(f'<td>{name}' for name in HEADS)}<td>总计{rows}</table>".encode())
    assert told(cells, row) == ["1", "0", "0", "2", "0", "0", "3"]
