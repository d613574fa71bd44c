"""Figures of the report's own year are read, no other year's in their place; parts of rows and foreign columns are kept out."""

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Document, Paragraph, Place, Status
from index.readers import read_document

OUTCOMES = "结果维持|结果纠正|其他结果|尚未审结|总计"
REVIEW, DIRECT, AFTER = "2|4|1|0|7", "84|8|3|2|97", "0|6|7|5|18"
LICENSE, PENALTY, COERCION, FEE = "s2.art20_5.license", "s2.art20_6.penalty", "s2.art20_6.coercion", "s2.art20_8.fee"
RULES, NORMATIVE = "s2.art20_1.rules", "s2.art20_1.normative"


def figures(text: str, year: int = 2022, between: str = "\t") -> dict[str, str]:
    """Row of the form → its figures; ? for one that is open, nothing for one that the table does not have."""
    if text.startswith("<"):
        document = read_document(text.encode(), "page.html")
    else:
        lines = [line for line in text.replace("|", between).split("\n") if line.strip()]
        document = Document("t.txt", "text", tuple(Paragraph(line, Place(n)) for n, line in enumerate(lines)), "")
    found: dict[str, list[str]] = {}
    for cell in read_cells(document, load_forms(), year):
        if cell.edition:
            row = load_forms()[cell.edition].meanings[cell.id].row
            found.setdefault(row, []).append("?" if cell.status is Status.AMBIGUOUS else str(cell.value))
    return {row: "|".join(values) for row, values in found.items()}


def active(rows: str, article: str = "六", header: str = "本年处理决定数量") -> str:
    return f"第二十条第（{article}）项\n信息内容|{header}\n{rows}"


# ---------------------------------------------------------------- section IV


@pytest.mark.parametrize("order", ["123", "132", "213", "231", "312", "321"])
@pytest.mark.parametrize("between", ["\t", "\n"])
@pytest.mark.parametrize("caption", ["{}", "表：{}（单位：件）", "（一）{}情况"])
def test_captions_decide_which_block_stands_below_them(order: str, between: str, caption: str) -> None:
    blocks = {"1": ("行政复议", REVIEW), "2": ("未经复议直接起诉", DIRECT), "3": ("复议后起诉", AFTER)}
    parts = [f"{caption.format(name)}\n{OUTCOMES}\n{row}" for name, row in map(blocks.__getitem__, order)]
    found = figures("\n".join(("四、政府信息公开行政复议、行政诉讼情况", *parts)), between=between)
    assert found == {"s4.review": REVIEW, "s4.suit_direct": DIRECT, "s4.suit_after_review": AFTER}


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (f"{OUTCOMES}|上年总计", "2|4|1|0|7|55", REVIEW),
        (f"上年总计|{OUTCOMES}", "55|2|4|1|0|7", REVIEW),
        ("结果维持|结果纠正|总计|去年总计", "2|4|7|55", "2|4|7"),
        ("结果维持|结果纠正|总计", "2|4|7", "2|4|7"),
        ("总计", "7", "7"),
    ],
)
def test_columns_of_section_iv_that_are_left_out_are_no_blanks(header: str, row: str, expected: str) -> None:
    text = f"四、政府信息公开行政复议、行政诉讼情况\n类型|{header}\n行政复议|{row}\n未经复议直接起诉|{row}\n复议后起诉|{row}"
    assert set(figures(text).values()) == {expected}


def test_one_row_for_reviews_and_suits_is_no_row_of_either() -> None:
    assert figures(f"类型|{OUTCOMES}\n行政复议、行政诉讼|86|18|11|7|122") == {}


@pytest.mark.parametrize(("header", "row"), [("自然人|商业企业|总计", "13|7|23"), ("总计", "23")])
def test_applicants_that_are_left_out_are_no_blanks(header: str, row: str) -> None:
    text = f"三、收到和处理政府信息公开申请情况\n项目|{header}\n一、本年新收政府信息公开申请数量|{row}\n二、上年结转政府信息公开申请数量|{row}\n（一）予以公开|{row}"
    assert set(figures(text).values()) == {row}


# ---------------------------------------------------------------- years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (active("行政许可|333|396", "五", "2021年|2022年"), "396"),
        (active("行政许可|396|333", "五", "2022年|2021年"), "396"),
        (active("行政许可|333|396", "五", "2021年处理决定数量|2022年处理决定数量"), "396"),
        (active("行政许可|333|396", "五", "2021年处理决定数量|2020年处理决定数量"), "?"),
        (active("行政许可|333", "五", "2021年处理决定数量"), "?"),
        (active("行政许可（2021年）|333\n行政许可（2022年）|396", "五"), "396"),
        (active("2021年行政许可|333\n2022年行政许可|396", "五"), "396"),
        (active("行政许可|2021年|333\n行政许可|2022年|396", "五", "年度|本年处理决定数量"), "396"),
        (active("行政许可|2021年|333\n|2022年|396", "五", "年度|本年处理决定数量"), "396"),
        (active("行政许可（2021年）|333\n行政许可（2020年）|396", "五"), "?"),
    ],
)
def test_the_reports_own_year_is_read(text: str, expected: str) -> None:
    assert figures(text) == {LICENSE: expected}


@pytest.mark.parametrize("rows", ["2021年|{0}\n2022年|{1}", "2022年|{1}\n2021年|{0}", "上年|{0}\n本年|{1}"])
def test_rows_of_section_iv_for_two_years(rows: str) -> None:
    other, own = "1|1|1|1|4|1|1|2|1|5|1|1|3|1|6", f"{REVIEW}|{DIRECT}|{AFTER}"
    head = f"|行政复议|||||未经复议直接起诉|||||复议后起诉||||\n年度|{OUTCOMES}|{OUTCOMES}|{OUTCOMES}\n"
    assert figures(head + rows.format(other, own)) == {"s4.review": REVIEW, "s4.suit_direct": DIRECT, "s4.suit_after_review": AFTER}
    assert set("|".join(figures(head + rows.replace("2022", "2019").replace("本", "前").format(other, own)).values()).split("|")) == {"?"}


@pytest.mark.parametrize("between", ["\t", "\n"])
def test_a_year_above_a_table_holds_for_it(between: str) -> None:
    tables = [f"{year}年\n{OUTCOMES}\n{row}" for year, row in ((2021, AFTER), (2022, REVIEW))]
    assert figures("\n".join(("行政复议", *tables)), between=between) in ({}, {"s4.review": REVIEW})


@pytest.mark.parametrize(("heads", "row", "expected"), [
    ("2016年|2015年", "{0}|{1}", "{0}"), ("2015年|2016年", "{1}|{0}", "{0}"), ("上年数|本年数", "{1}|{0}", "{0}"), ("2014年|2015年", "{1}|{0}", "?"),
])  # fmt: skip
def test_the_annex_for_two_years(heads: str, row: str, expected: str) -> None:
    labels = ("（一）主动公开政府信息数", "其中：主动公开规范性文件数", "制发规范性文件总数", "（一）收到申请数", "四、行政复议数量")
    text = "\n".join((f"指标名称|计量单位|{heads}", *(f"{label}|件|{row.format(n + 9, n + 70)}" for n, label in enumerate(labels))))
    assert set(figures(text, 2016).values()) == {expected.format(n + 9) for n in range(5)}


def test_requests_carried_from_another_year_are_of_this_one() -> None:
    row = "13|7|0|1|0|2|23"
    text = f"项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n一、2022年新收政府信息公开申请数量|{row}\n（一）予以公开|{row}\n四、结转2023年度继续办理|{row}"
    assert figures(text) == dict.fromkeys(("s3.new", "s3.result.granted", "s3.carried_out"), row)


@pytest.mark.parametrize(("heads", "row", "caption", "expected"), [
    ("2021年|2022年", "{1}|{0}", "", "{0}"), ("单位|2022年|2021年", "件|{0}|{1}", "", "{0}"), ("上年数|本年数（件）", "{1}|{0}", "", "{0}"),
    ("2022年|2021年", "{0}|{1}", "表2 2022年申请办理情况统计表", "{0}"), ("2022年|2021年|增减", "{0}|{1}|3", "", "{0}|?|?|?|?|?|?"),
    ("2022年|2021年", "{0}|{1}", "其中：网上申请", "?|?|?|?|?|?|?"), ("2022年|2021年", "{0}|{1}", "（一）法人或其他组织", "?|?|?|?|?|?|?"),
    ("2021年|2020年", "{0}|{1}", "", "?|?|?|?|?|?|?"), ("2022年一季度|2021年一季度", "{0}|{1}", "", "?|?|?|?|?|?|?"),
])  # fmt: skip
def test_the_only_column_of_the_year_in_section_iii_is_the_total(heads: str, row: str, caption: str, expected: str) -> None:
    labels = {"一、本年新收政府信息公开申请数量": "s3.new", "（一）予以公开": "s3.result.granted", "四、结转下年度继续办理": "s3.carried_out"}
    rows = (f"{label}|{row.format(n + 5, n + 40)}" for n, label in enumerate(labels))
    text = "\n".join(("三、收到和处理政府信息公开申请情况", caption, f"项目|{heads}", *rows))
    assert figures(text) == {name: expected.format(n + 5) for n, name in enumerate(labels.values())}


@pytest.mark.parametrize(("top", "expected"), [("总计", "5"), ("数量", "5"), ("网上申请", "?|?|?|?|?|?|?"), ("法人或其他组织", "?|?|?|?|?|?|?")])
def test_a_name_over_the_columns_of_several_years_is_that_of_each(top: str, expected: str) -> None:
    rows = "".join(f"<tr><td>{label}<td>40<td>5" for label in ("一、本年新收政府信息公开申请数量", "（一）予以公开", "（二）部分公开"))
    page = f"<table><tr><td rowspan=2>项目<td colspan=2>{top}<tr><td>2021年<td>2022年{rows}</table>"
    assert figures(page) == dict.fromkeys(("s3.new", "s3.result.granted", "s3.result.partial"), expected)


# ---------------------------------------------------------------- rows that are parts


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("行政处罚|181\n行政处罚（简易程序）|100\n行政强制|25", "181|25"),
        ("行政处罚（普通程序）|81\n行政处罚（简易程序）|100\n行政处罚|181\n行政强制|25", "181|25"),
        ("行政处罚（普通程序）|81\n行政处罚（简易程序）|100\n行政处罚合计|181\n行政强制|25", "181|25"),
        ("行政处罚（市本级）|100\n行政强制|25", "?|25"),
        ("行政处罚（不含简易程序）|100\n行政强制|25", "100|25"),
        ("网上行政处罚|100\n行政处罚|181\n行政强制|25\n其中：查封|5", "181|25"),
        ("行政处罚|181\n行政强制措施|20\n行政强制执行|5", "181|?"),
        ("行政处罚、行政强制|181", "?|?"),
        ("行政处罚和行政强制|181", "?|?"),
    ],
)
@pytest.mark.parametrize("between", ["\t", "\n"])
def test_a_part_of_a_row_is_not_taken_for_it(rows: str, expected: str, between: str) -> None:
    found = figures(active(rows), between=between)
    assert f"{found.get(PENALTY)}|{found.get(COERCION)}" in (expected, "?|?" if between == "\n" else expected)


def test_rows_below_one_label() -> None:
    head = "<table><tr><td colspan=3>第二十条第（六）项<tr><td colspan=2>信息内容<td>本年处理决定数量<tr><td rowspan={}>行政处罚"
    tail = "<tr><td colspan=2>行政强制<td>25</table>"
    parts = "<td>简易程序<td>100<tr><td>普通程序<td>81"
    assert figures(f"{head.format(3)}{parts}<tr><td>合计<td>181{tail}") == {PENALTY: "181", COERCION: "25"}
    assert figures(f"{head.format(2)}{parts}{tail}").get(PENALTY, "?") == "?"


@pytest.mark.parametrize(("rows", "expected"), [
    ("行政事业性收费（诉讼费）|281.5\n行政事业性收费（土地复垦费）|4000\n合计|4281.5", "4281.5"),
    ("行政事业性收费|诉讼费|281.5\n|土地复垦费|4000\n|合计|4281.5", "4281.5"),
    ("行政事业性收费|281.5\n行政事业性收费|4000", "?"),
])  # fmt: skip
def test_several_fees(rows: str, expected: str) -> None:
    header = "本年收费金额（单位：万元）"
    assert figures(active(rows, "八", f"项目|{header}" if "|诉讼费" in rows else header)) == {FEE: expected}


# ---------------------------------------------------------------- foreign columns


@pytest.mark.parametrize("name", ["上年处理决定数量", "同比增长", "增减", "其中：网上办理", "公开数量"])
@pytest.mark.parametrize("last", [True, False])
def test_a_foreign_column_is_kept_out(name: str, last: bool) -> None:
    header, row = ("本年处理决定数量|{}", "396|333") if last else ("{}|本年处理决定数量", "333|396")
    assert figures(active(f"行政许可|{row}", "五", header.format(name))) == {LICENSE: "396"}
    assert figures(active(f"行政许可|{row}", "五", header.format(name)), between="\n").get(LICENSE, "?") == "?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (active("行政事业性收费|4281.5|12", "八", "本年收费金额（单位：万元）|收费项目数量"), {FEE: "4281.5"}),
        (active("行政事业性收费|12", "八", "收费项目数量"), {FEE: "?"}),
        (active("行政许可|100|100|100|96", "五", "一季度|二季度|三季度|四季度"), {LICENSE: "?"}),
        (active("规章|0|1|3|4\n规范性文件|20|6|235|221", "一", "本年制发件数|本年废止件数|现行有效件数|上年现行有效件数"), {RULES: "0|1|3", NORMATIVE: "20|6|235"}),
        (active("规章|0|3\n规范性文件|20|235", "一", "本年制发件数|现行有效件数"), {RULES: "0|3", NORMATIVE: "20|235"}),
        (active("规章|0|1|3\n规范性文件|20|6|235", "一", "制发数|废止数|有效数"), {RULES: "0|1|3", NORMATIVE: "20|6|235"}),
    ],
)
def test_columns_of_section_ii_go_by_their_names(text: str, expected: dict[str, str]) -> None:
    assert figures(text) == expected
