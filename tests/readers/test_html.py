"""Web pages: table forming against the standard's rules, and the habits of government sites."""

import pytest

from index.errors import UnreadableFile
from index.models import Document, Grid, Paragraph
from index.readers import read_document


def read(html: str | bytes) -> Document:
    return read_document(html.encode() if isinstance(html, str) else html, "页.html")


def grid(html: str) -> list[tuple[int, int, int, int, str]]:
    """(row, column, row span, column span, text) of the only table."""
    (only,) = (block for block in read(f"<html><body>{html}").blocks if isinstance(block, Grid))
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in only.cells]


def paragraphs(html: str) -> list[str]:
    return [block.text for block in read(f"<html><body>{html}").blocks if isinstance(block, Paragraph)]


def test_spans_stand_once_and_push_the_next_rows() -> None:
    assert grid("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>") == [
        (0, 0, 2, 1, "a"), (0, 1, 1, 2, "b"), (1, 1, 1, 1, "c"), (1, 2, 1, 1, "d"),
    ]


@pytest.mark.parametrize(("rowspan", "height"), [("0", 3), ("99", 3), ("2px", 2), ("x", 1), ("-1", 1), ("", 1), ("９", 1)])
def test_a_rowspan_is_read_leniently_and_clamped(rowspan: str, height: int) -> None:
    assert grid(f"<table><tr><td rowspan='{rowspan}'>a<td>b<tr><td>c<tr><td>d</table>")[0][2] == height


def test_a_colspan_never_covers_a_cell_from_above() -> None:
    cells = grid("<table><tr><td>a<td rowspan=2>b<td>x<tr><td colspan=3>c<td>d</table>")
    assert cells[3:] == [(1, 0, 1, 1, "c"), (1, 2, 1, 1, "d")]


def test_a_label_or_number_over_several_spans_is_one_text() -> None:
    cells = grid("<table><tr><td><p><span>（</span><span>一</span><span>）予以公开</span><o:p></o:p></p>"
                 "<td><span>2</span><span>0</span><td>&nbsp;&nbsp;<td>商业<br/>企业<td><p>科研</p><p>机构</p></table>")
    assert [cell[4] for cell in cells] == ["（一）予以公开", "20", "", "商业\n企业", "科研\n机构"]


def test_a_footnote_mark_is_no_digit() -> None:
    assert grid("<table><tr><td>规章<td>20<sup>1</sup></table>")[1][4] == "20¹"


def test_what_is_struck_out_is_no_text() -> None:
    cell = '<del>5000</del><s>1</s><strike>2</strike><span style="color: red; text-decoration: line-through">3</span>5345'
    assert grid(f"<table><tr><td>规章<td>{cell}</table>")[1][4] == "5345"


def test_source_line_ends_between_characters_are_no_spaces() -> None:
    assert paragraphs("<p>政府信息\n   公开 2020\n年</p>") == ["政府信息公开 2020 年"]


def test_scripts_comments_and_hidden_words_are_dropped() -> None:
    assert paragraphs(
        "<script>1</script><style>2</style><!--[if !supportLists]-->甲<!--[endif]-->"
        "&lt;!--[if !supportLists]--&gt;乙<p style='DISPLAY: none'>博彩</p><p hidden>丙</p>"
    ) == ["甲乙"]


@pytest.mark.parametrize("hidden", [
    "<span hidden>2</span>", "<b style='display:none'>2</b>", "<font style='font-size:0px;color:red'>2</font>", "<i class=key>2</i>", "<input type=hidden value=2>",
    "<input type=checkbox value=2>", "<span style='visibility: hidden'>2</span>",
])
def test_a_cell_says_what_is_shown_in_it(hidden: str) -> None:
    sheet = "<style>/* .a{display:none} */ .menu, td .key {display: none} @media print {.b {display:none}} @media screen{}</style>"
    cells = grid(f"{sheet}<table><tr><td>规章<td>1{hidden}<td hidden>9<td>3<span class=b>4</span><tr style='display:none'><td>8<td>8<tr><td>甲<td>5<td>6</table>")
    assert [cell[4] for cell in cells] == ["规章", "1", "34", "甲", "5", "6"]


_TOLD = "<tr><td>项目<td>本年制发件数<td>现行有效件数<tr><td>规章<td>{}<td>{}"


@pytest.mark.parametrize("hidden", [
    "<div style='display:none'><p>（上年数据）<table>" + _TOLD.format(7, 8) + "</table></div>", "<table hidden>" + _TOLD.format(7, 8) + "</table>",
    "<div class=tpl><table>" + _TOLD.format("", "{{n}}") + "</table></div>", "<section class='box hide'><table>" + _TOLD.format(0, 0) + "</table></section>",
])
@pytest.mark.parametrize("first", [True, False])
def test_hidden_tables_that_repeat_what_is_shown_are_not_read(hidden: str, first: bool) -> None:
    shown = f"<table>{_TOLD.format(1, 2)}<tr class=tpl><td>规章<td>5<td>6<tr class=tpl><td><td>9<td>9</table>"
    page = f"<style>.tpl{{display:none}}</style><div style='visibility:hidden'>{hidden if first else ''}{shown}{'' if first else hidden}</div>"
    assert [cell[4] for cell in grid(page)] == ["项目", "本年制发件数", "现行有效件数", "规章", "1", "2"]


@pytest.mark.parametrize("shown", [_TOLD.format("", ""), "<tr><td>收到<td>3<td>4<tr><td>办结<td>3<td>4"])
def test_hidden_tables_that_a_script_shows_are_read(shown: str) -> None:
    page = f"<table>{shown}</table><div hidden><table>{_TOLD.format(1, 2)}</table></div>"
    assert [cell.text for block in read(page).blocks if isinstance(block, Grid) for cell in block.cells][-2:] == ["1", "2"]


@pytest.mark.parametrize("field", ["<input value=12 readonly>", "<INPUT TYPE=number VALUE='12'>", "<textarea>12</textarea>", "<select><option>3<option selected>12</select>"])
def test_a_field_in_a_cell_shows_its_value(field: str) -> None:
    assert [cell[4] for cell in grid(f"<input value=搜索><table><tr><td>规章<td>{field}<td>3</table>")] == ["规章", "12", "3"]


def test_layout_tables_vanish_and_data_tables_stay() -> None:
    document = read(
        "<html><body><table><tr><td>导航<td><table><tr><td>规章<td>3<tr><td>规范性文件<td>5</table><p>尾</p></table>"
    )
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Paragraph", "Grid", "Paragraph"]


def test_a_frame_around_one_number_belongs_to_its_cell() -> None:
    cells = grid("<table><tr><td>规章<td><table><tr><td>3</table><td>x<tr><td>a<td>b<td>c</table>")
    assert [cell[4] for cell in cells] == ["规章", "3", "x", "a", "b", "c"]


def test_a_box_around_prose_is_no_table() -> None:
    assert paragraphs("<table><tr><td>一、总体情况<tr><td><p>甲。</p><p>乙。</p></table>") == ["一、总体情况", "甲。", "乙。"]


def test_the_metadata_table_goes_to_the_metadata() -> None:
    document = read(
        "<html><head><title>某局2023年报</title><meta name=PubDate content='2024-01-17'></head><body>"
        "<table><tr><td>索引号<td>014/2024<td>发布机构：<td>某局<tr><td>文号<td><td>公开日期<td>2024-01-17</table>"
        "<table><tr><td>规章<td>1</table>"
    )
    assert document.title == "某局2023年报"
    assert dict(document.metadata) == {
        "发布时间": "2024-01-17", "索引号": "014/2024", "发布机构": "某局", "公开日期": "2024-01-17",
    }
    assert sum(isinstance(block, Grid) for block in document.blocks) == 1


PAGE = "<html><head><meta charset='{}'></head><body><h1>关于公布年度报告的通知</h1><p>规范性文件数量情况如下，特此公告。㭎</p>"


@pytest.mark.parametrize(("claimed", "encoding"), [
    ("gb2312", "gb18030"), ("gb2312", "utf-8"), ("utf-8", "gb18030"), ("iso-8859-1", "utf-8"), ("utf-8", "utf-16"),
    ("gbk", "utf-16-le"), ("no-such", "gb18030"),
])
def test_a_wrong_encoding_claim_is_not_believed(claimed: str, encoding: str) -> None:
    blocks = read(PAGE.format(claimed).encode(encoding)).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "关于公布年度报告的通知", "规范性文件数量情况如下，特此公告。㭎",
    ]


def test_a_page_saved_as_mhtml() -> None:
    page = PAGE.format("utf-8").encode().hex("=").upper()
    saved = ("From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
             'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n----b\r\n'
             "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
             f"={page}\r\n----b--\r\n")
    assert len(read(saved.encode()).blocks) == 2


@pytest.mark.parametrize("html", [
    "<html><body>" + "<div>" * 30_000 + "深",
    "<html><body>" + "<table><tr><td>" * 60 + "深",
    "<html><head><script>document.write('报告')</script></head><body></body></html>",
    "<html><frameset><frame src=a></frameset></html>",
])
def test_hopeless_pages_are_refused(html: str) -> None:
    with pytest.raises(UnreadableFile):
        read(html)


def test_greedy_spans_stay_small() -> None:
    html = "<table>" + "<tr><td rowspan=65534 colspan=1000>1<td>2" * 300 + "</table>"
    assert len(grid(html)) == 600


INNER = "<table><tr><td>1.国家秘密<td>2<td>3<tr><td>2.其他<td>5<td>6</table>"


def test_a_table_in_a_cell_as_wide_as_the_table_is_its_next_rows() -> None:
    rows = "<tr><td>项目<td>自然人<td>总计<tr><td colspan=3>不予公开{}<tr><td>总计<td>7<td>9"
    cells = grid(f"<table>{rows.format(INNER)}</table>")
    assert [(row, text) for row, _, _, _, text in cells if row] == [
        (1, "不予公开"), (2, "1.国家秘密"), (2, "2"), (2, "3"), (3, "2.其他"), (3, "5"), (3, "6"), (4, "总计"), (4, "7"), (4, "9"),
    ]


@pytest.mark.parametrize("cell", ["<td colspan=3>注" + INNER + "后文", "<td colspan=3>注<table><tr><td>a<td>b</table>", "<td colspan=2>注" + INNER + "<td>x"])
def test_any_other_table_in_a_cell_stands_below_the_table(cell: str) -> None:
    html = f"<table><tr><td>项目<td>自然人<td>总计<tr>{cell}<tr><td>总计<td>7<td>9</table>"
    assert [isinstance(block, Grid) for block in read(f"<html><body>{html}").blocks] == [True, True]


def test_names_above_as_many_tables_each_name_one() -> None:
    html = f"<html><body><table><tr><td>复议<td>诉讼<tr><td>{INNER}<td>{INNER}</table>"
    assert [isinstance(block, Grid) or block.text for block in read(html).blocks] == ["复议", True, "诉讼", True]
