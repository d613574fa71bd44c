"""A card for every row, and tables on their side or with outcomes as rows."""

from collections.abc import Mapping, Sequence

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.readers import read_document
from tests.test_layouts import NAMES, ROWS, figures, read, shown


def values(html: str) -> dict[str, str]:
    page = f"<html><body><p>青石市政府信息公开工作年度报告</p>{html}</body></html>"
    return {cell.id: str(cell.value) for cell in read_cells(read_document(page.encode(), "x.html"), load_forms())}


def table(*rows: str) -> str:
    """Cells with | between; 2> and 5v before a text are its spans."""
    def cell(text: str) -> str:
        spans = "".join(f" {name}={text[0]}" for mark, name in ((">", "colspan"), ("v", "rowspan")) if text[1:2] == mark)
        return f"<td{spans}>{text[2:] if spans else text}</td>"

    return f"<table>{''.join('<tr>' + ''.join(map(cell, row.split('|'))) + '</tr>' for row in rows)}</table>"


def test_cards_of_the_annex_in_two_columns() -> None:
    rows = (("主动公开文件数（条）", "2122", "10037"), ("其中：1.政府网站公开数（条）", "2122", ""), ("行政复议数（件）", "0", "-"))
    cards = "".join(f"<dt>{label}</dt><dd><span>2017年度</span>：<span>{year}</span></dd><dd>历年累计：{all_years}</dd>" for label, year, all_years in rows)
    found = values(f"<h3>政府信息公开情况统计表</h3><dl>{cards}</dl>")
    assert (found["t08.active.total@year"], found["t08.active.total@cumulative"]) == ("2122", "10037")
    assert (found["t08.active.website@cumulative"], found["t08.review@year"], found["t08.review@cumulative"]) == ("None", "0", "None")


def test_cards_with_the_figure_below_its_column() -> None:
    rows = (("主动公开文件数（条）", "2980", "4689"), ("其中：1.政府网站公开数（条）", "478", "2187"), ("行政复议数（件）", "0", "-"))
    cards = "".join(f"<h5>{label}</h5><dl><dt>2017年度</dt><dd>{year}</dd><dt>历年累计</dt><dd>{every}</dd></dl>" for label, year, every in rows)
    found = values(f"<h3>政府信息公开情况统计表</h3>{cards}")
    assert (found["t08.active.website@year"], found["t08.active.total@cumulative"], found["t08.review@year"]) == ("478", "4689", "0")


def test_two_blocks_of_section_iv_side_by_side_and_the_third_apart() -> None:
    outcomes = "结果维持|结果纠正|其他结果|尚未审结|总计"
    review = table("5>行政复议", outcomes, "1|0|0|0|1")
    suits = table("5>未经复议直接起诉|5>复议后起诉", f"{outcomes}|{outcomes}", "0|0|1|0|1|2|0|1|0|3")
    found = values(f"<h3>四、政府信息公开行政复议、行政诉讼情况</h3>{review}{suits}")
    assert [found[f"s4.{block}.total"] for block in ("review", "suit_direct", "suit_after_review")] == ["1", "1", "3"]
    assert (found["s4.suit_direct.other"], found["s4.suit_after_review.upheld"]) == ("1", "2")


def test_two_fields_below_a_label_are_no_cards() -> None:
    assert not values("<p>联系方式</p><p>统计数：3</p><p>办公时间</p><p>统计数：4</p>")


def test_one_row_on_its_side_below_its_caption() -> None:
    found = values(table("3>第二十条第（六）项", "统计口径|行政处罚|行政强制", "本年处理决定数量|1282|42"))
    assert (found["s2.art20_6.penalty.decisions"], found["s2.art20_6.coercion.decisions"]) == ("1282", "42")


def test_a_year_in_every_line_is_no_column() -> None:
    labels = ("（一）予以公开", "（二）部分公开", "（三）不予公开")
    rows = [f"2020年度|{label}|{name}|{n}" for n, label in enumerate(labels) for name in ("自然人", "商业企业", "总计")]
    found = values(table("年度|指标|申请人|数值", *rows))
    assert (found["s3.result.partial@natural"], found["s3.result.granted@total"]) == ("1", "0")


def test_outcomes_as_rows_with_groups_of_unlike_depth() -> None:
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    review = [f"2>{name}|{n}" for n, name in enumerate(outcomes)]
    suits = [f"{name}|{n + 5}" for n, name in enumerate(outcomes)] + [f"{name}|{n + 10}" for n, name in enumerate(outcomes)]
    review[0], suits[0], suits[5] = f"5v行政复议|{review[0]}", f"9v行政诉讼|5v未经复议直接起诉|{suits[0]}", f"5v复议后起诉|{suits[5]}"
    found = values(table("3>案件类别及结果|件数", *review, *suits).replace("rowspan=9", "rowspan=10"))
    blocks = ("s4.review", "s4.suit_direct", "s4.suit_after_review")
    assert [found.get(f"{block}.total") for block in blocks] == ["4", "9", "14"]
    assert found["s4.review.upheld"] == "0"


DOUBLED = {
    "label": "<td><label class='visible-xs'>{0}</label><span>{1}</span></td>",
    "colon": "<td><b>{0}：</b> {1}</td>",
    "lines": "<td>{0}<br>{1}</td>",
}


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("layout", DOUBLED)
def test_the_name_of_the_column_in_every_cell(layout: str, headed: bool) -> None:
    """A row of blank cells says nothing but the names."""
    def drawn(corner: str, names: Sequence[str], rows: Mapping[str, Sequence[int | None]]) -> str:
        head = f"<tr><th>{corner}</th>{''.join(f'<th>{name}</th>' for name in names)}</tr>" * headed
        cells = {label: "".join(DOUBLED[layout].format(*one) for one in zip(names, map(shown, held), strict=True)) for label, held in rows.items()}
        return f"<table>{head}{''.join(f'<tr><th>{label}</th>{cell}</tr>' for label, cell in cells.items())}</table>"
    page = drawn("信息内容", ("本年制发件数", "本年废止件数", "现行有效件数"), {"规章": (None,) * 3, "行政规范性文件": (10, None, 177)})
    page += drawn("信息内容", ("本年收费金额（单位：万元）",), {"行政事业性收费": (12,)})
    page += drawn("办理情况", NAMES, {label: held for _, label, held in ROWS.values()})
    cells = read(page)
    assert [cells[f"s2.art20_1.{row}.{name}"].value for row in ("rules", "normative") for name in ("issued", "repealed", "in_force")] == [None, None, None, 10, None, 177]
    assert cells["s2.art20_8.fee.amount_wan"].value == 12
    assert {row: figures(cells, row) for row in ROWS} == {row: held for row, (_, _, held) in ROWS.items()}
