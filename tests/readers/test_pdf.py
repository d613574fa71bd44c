"""PDFs: what is ruled, what is only placed, and what a page break does to both."""

from contextlib import suppress

import pytest

from index.errors import EncryptedFile, UnreadableFile
from index.models import Grid, Paragraph
from index.readers import read_document
from index.tables.lines import read_text
from tests.readers.make_pdf import Sheet, pdf, rows

X = [80, 110, 170, 300, 340, 380, 420]


def blocks(*pages: object) -> list[Paragraph | Grid]:
    return list(read_document(pdf(*pages), "报告.pdf").blocks)


def texts(*pages: object) -> list[str]:
    return [block.text for block in blocks(*pages) if isinstance(block, Paragraph)]


def cells(*pages: object) -> list[tuple[int, int, int, int, str]]:
    (grid,) = (block for block in blocks(*pages) if isinstance(block, Grid))
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]


def test_a_ruled_table_keeps_its_spans_and_its_place() -> None:
    drawn = [
        (0, 0, 2, 3, "勾稽关系"), (0, 3, 1, 3, "申请人情况"), (1, 3, 1, 1, "自然人"), (1, 4, 1, 1, "商业\n企业"), (1, 5, 1, 1, "总计"),
        (2, 0, 2, 1, "三\n、\n办"), (2, 1, 2, 1, "（三）"), (2, 2, 1, 1, "1.属于国家秘密"), (2, 3, 1, 1, "1"), (2, 4, 1, 1, "0"), (2, 5, 1, 1, "1"),
        (3, 2, 1, 1, "2.其他法律行政法规\n禁止公开"), (3, 3, 1, 1, "2"), (3, 4, 1, 1, ""), (3, 5, 1, 1, "2"),
    ]

    def page(sheet: Sheet) -> None:
        sheet.text(80, 60, "三、收到和处理政府信息公开申请情况")
        sheet.table(X, [100, 120, 145, 165, 195], drawn)
        sheet.text(80, 230, "四、行政复议")

    found = blocks(page)
    assert [type(block).__name__ for block in found] == ["Paragraph", "Grid", "Paragraph"]
    assert cells(page) == [(*cell[:4], cell[4].replace("\n", "")) for cell in drawn]


def test_a_table_over_a_page_break_is_one() -> None:
    def first(sheet: Sheet) -> None:
        sheet.table(X, [700, 720, 740, 760, 780], [
            (0, 0, 1, 3, "一、本年新收"), (0, 3, 1, 1, "5"), (0, 4, 1, 1, "0"), (0, 5, 1, 1, "5"),
            (1, 0, 3, 1, "三、办"), (1, 1, 1, 2, "（一）予以公开"), (1, 3, 1, 1, "1"), (1, 4, 1, 1, "0"), (1, 5, 1, 1, "1"),
            (2, 1, 2, 1, "（四）无"), (2, 2, 1, 1, "1.不掌握"), (2, 3, 1, 1, "2"), (2, 4, 1, 1, "0"), (2, 5, 1, 1, "2"),
            (3, 2, 1, 1, "2.没有现成信息"), (3, 3, 1, 1, ""), (3, 4, 1, 1, ""), (3, 5, 1, 1, ""),
        ])
        sheet.text(290, 815, "— 1 —")

    def second(sheet: Sheet) -> None:
        sheet.table(X, [60, 80, 100, 120], [
            (0, 0, 2, 1, ""), (0, 1, 1, 1, "法提供"), (0, 2, 1, 1, "需要另行制作"), (0, 3, 1, 1, "0"), (0, 4, 1, 1, "0"), (0, 5, 1, 1, "0"),
            (1, 1, 1, 2, "（七）总计"), (1, 3, 1, 1, "3"), (1, 4, 1, 1, "0"), (1, 5, 1, 1, "3"),
            (2, 0, 1, 3, "四、结转"), (2, 3, 1, 1, "2"), (2, 4, 1, 1, "0"), (2, 5, 1, 1, "2"),
        ])
        sheet.text(290, 815, "— 2 —")

    labels = {(row, column): (height, text) for row, column, height, _, text in cells(first, second)}
    assert labels[1, 0] == (4, "三、办")
    assert labels[2, 1] == (2, "（四）无法提供")
    assert labels[3, 2] == (1, "2.没有现成信息需要另行制作")
    assert [labels[3, column][1] for column in (3, 4, 5)] == ["0", "0", "0"]
    assert labels[5, 0] == (1, "四、结转")
    assert texts(first, second) == []


def test_rows_left_blank_are_not_taken_for_cut_ones() -> None:
    def first(sheet: Sheet) -> None:
        sheet.table([80, 200, 250, 300], [740, 760, 780], rows("1.重复申请|1|1", "2.要求提供公开出版物||"))

    def second(sheet: Sheet) -> None:
        sheet.table([80, 200, 250, 300], [60, 80, 100], rows("3.无正当理由||", "4.其他|2|2"))

    assert [cell[4] for cell in cells(first, second) if cell[1] == 0] == [
        "1.重复申请", "2.要求提供公开出版物", "3.无正当理由", "4.其他",
    ]


@pytest.mark.parametrize(("above", "below", "x"), [
    ("2.政府网站在线访谈次数|次|72", "其中：主要负责同志参加政府网站在线访谈次数|次|27", [80, 350, 400, 450]),
    ("行政诉讼数|办公室|4", "行政复议数|法制科|3", [80, 350, 400, 450]),
    ("行政诉讼数|4|6", "行政复议数||", [80, 350, 400, 450]),
])  # fmt: skip
def test_a_label_below_a_page_break_is_no_end_of_the_one_above(above: str, below: str, x: list[float]) -> None:
    """Whatever stands between it and its figures."""
    found = cells(lambda sheet: sheet.table(x, [740, 760, 780], rows("指标|甲|乙", above)), lambda sheet: sheet.table(x, [60, 80, 100], rows(below, "其他|1|2")))
    assert [cell[4] for cell in found[3:9]] == [*above.split("|"), *below.split("|")]


def test_another_table_on_the_next_page_stays_apart() -> None:
    def first(sheet: Sheet) -> None:
        sheet.table([80, 200, 420], [740, 760, 780], rows("规章|1", "规范性文件|1"))

    def second(sheet: Sheet) -> None:
        sheet.table([80, 130, 180, 230, 280, 420], [60, 80, 100], rows("维持|纠正|其他|未审结|总计", "1|0|0|0|1"))

    assert sum(isinstance(block, Grid) for block in blocks(first, second)) == 2


@pytest.mark.parametrize("figures", ["1|0|2|3|0|0|1|1", "1件|0件|2件|3件|——|——|1件|1件"])
def test_a_header_at_the_end_of_a_page_takes_in_no_figures(figures: str) -> None:
    """All of its columns hold figures, in one row."""
    x = [80 + 50 * n for n in range(9)]

    def first(sheet: Sheet) -> None:
        sheet.table(x, [740, 760, 780], [(0, 0, 1, 4, "行政复议"), (0, 4, 1, 4, "行政诉讼"), *((1, n, 1, 1, name) for n, name in enumerate(["维持", "纠正", "其他", "总计"] * 2))])

    def second(sheet: Sheet) -> None:
        sheet.table(x, [60, 80], rows(figures))

    assert [cell[4] for cell in cells(first, second)][-8:] == figures.split("|")


def test_a_figure_over_two_lines_is_joined_only_where_it_fills_the_cell() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table([80, 200, 233, 400], [100, 140, 180], rows("行政许可|11398\n889|22\n（其中修订 16 件）", "行政处罚|3\n5|4"))

    assert [cell[4] for cell in cells(page)] == ["行政许可", "11398889", "22（其中修订 16 件）", "行政处罚", "3\n5", "4"]


def test_a_figure_wider_than_its_cell_stays_whole() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table([80, 200, 225, 400], [100, 120, 140], rows("行政许可|1|2", "行政处罚||"))
        sheet.text(300, 132, "5")
        sheet.text(197.8, 132, "1139889")

    assert [cell[4] for cell in cells(page)][3:] == ["行政处罚", "1139889", "5"]


def test_a_missing_rule_loses_no_label() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table([80, 200, 300], [100, 120, 140, 160], rows("信息内容|本年处理决定数量", "行政许可|5", "行政处罚|6")[1:])
        sheet.text(83, 112, "信息内容")

    assert [cell[4] for cell in cells(page)] == ["信息内容", "本年处理决定数量", "行政许可", "5", "行政处罚", "6"]


def test_a_table_open_to_both_sides_keeps_its_outer_columns() -> None:
    def page(sheet: Sheet) -> None:
        for y in (100, 120, 140):
            sheet.canvas.line(80, 842 - y, 400, 842 - y)
        for x in (200, 300):
            sheet.canvas.line(x, 842 - 100, x, 842 - 140)
        for n, row in enumerate((["信息内容", "制发", "废止"], ["规章", "3", "5"])):
            for x, text in zip((83, 203, 303), row, strict=True):
                sheet.text(x, 112 + 20 * n, text)

    assert [cell[4] for cell in cells(page)] == ["信息内容", "制发", "废止", "规章", "3", "5"]


def test_figures_that_are_only_placed_keep_apart() -> None:
    def page(sheet: Sheet) -> None:
        for n, row in enumerate((["规章", "3", "5"], ["规范性文件", "12", "0"])):
            for x, text in zip((80, 250, 320), row, strict=True):
                sheet.text(x, 100 + 20 * n, text)
        sheet.text(80, 160, "合计 15 5")

    assert texts(page) == ["规章\t3\t5", "规范性文件\t12\t0", "合计 15 5"]


UNRULED = (  # x, y, text: a header over two lines, labels over two lines with the figures beside the first, between and beside the last
    (270, 90, "本年"), (330, 90, "本年"), (390, 96, "总计"), (270, 102, "制发件数"), (330, 102, "废止件数"),
    (85, 130, "1.属于"), (280, 130, "3"), (395, 130, "3"),
    (85, 150, "2.其他法律行政法规禁止公开的各"), (340, 156, "14"), (395, 156, "14"), (85, 162, "种信息"),
    (85, 182, "3.信访"), (85, 202, "4.要求行政机关确认或重新出具已"), (85, 214, "获取信息"), (280, 214, "105"), (340, 214, "0"), (395, 214, "105"),
)


def test_a_table_without_rules_is_read_by_place() -> None:
    """Columns are told by figures and headers, a blank row by its number; a group stands beside its rows."""
    def page(sheet: Sheet) -> None:
        for x, y, text in (*UNRULED, (40, 170, "其他")):
            sheet.text(x, y, text)

    found = cells(page)
    assert [[text for row, _, _, _, text in found if row == n] for n in range(5)] == [
        ["本年制发件数", "本年废止件数", "总计"], ["其他", "1.属于", "3", "", "3"], ["2.其他法律行政法规禁止公开的各种信息", "", "14", "14"],
        ["3.信访", "", "", ""], ["4.要求行政机关确认或重新出具已获取信息", "105", "0", "105"],
    ]


def test_its_columns_hold_on_the_next_page() -> None:
    def first(sheet: Sheet) -> None:
        for x, y, text in UNRULED:
            sheet.text(x, y, text)

    def second(sheet: Sheet) -> None:
        for x, text in ((85, "5.重复"), (281, "7"), (396, "7")):
            sheet.text(x, 60, text)

    assert [cell[4] for cell in cells(first, second)][-4:] == ["5.重复", "7", "", "7"]


@pytest.mark.parametrize(("blank", "unit"), [("——", ""), ("/", "件"), ("－", ""), ("***", "项"), ("—", "万元")])
def test_marks_and_units_are_figures_of_such_a_table(blank: str, unit: str) -> None:
    """Level rules alone part the rows."""
    held = (("项目", "自然人", "商业企业", "总计"), ("1.属于国家秘密", "12", "", "12"), ("2.重复申请", "", "3", "3"), ("3.其他", "", "", ""), ("4.要求确认", "7", "1", "8"))

    def page(sheet: Sheet) -> None:
        for n, row in enumerate(held):
            sheet.canvas.line(80, 842 - 66 - 20 * n, 470, 842 - 66 - 20 * n)
            for x, text in zip((83, 250, 330, 410), row, strict=True):
                sheet.text(x, 82 + 20 * n, text if n == 0 or (not text.isdigit() and text) else f"{text}{unit}" if text else blank)

    assert [cell[4] for cell in cells(page)][-16:] == [text if not text.isdigit() and text else f"{text}{unit}" if text else blank for row in held[1:] for text in row]


@pytest.mark.parametrize("drawn", ["upright", "shaded"])
def test_upright_rules_and_shades_alone_make_no_rows(drawn: str) -> None:
    def page(sheet: Sheet) -> None:
        for x in (80, 250, 310, 370) if drawn == "upright" else ():
            sheet.canvas.line(x, 842 - 70, x, 842 - 160)
        for y in (70, 160) if drawn == "upright" else ():
            sheet.canvas.line(80, 842 - y, 370, 842 - y)
        sheet.canvas.setFillGray(0.9)
        for y in (100, 140) if drawn == "shaded" else ():
            sheet.canvas.rect(80, 842 - y, 290, 20, stroke=0, fill=1)
        sheet.canvas.setFillGray(0)
        for n, row in enumerate((("信息内容", "制发", "废止"), ("1.规章", "3", "5"), ("2.文件", "4", ""), ("3.其他", "", "7"), ("4.合计", "7", "12"))):
            for x, text in zip((83, 270, 330), row, strict=True):
                sheet.text(x, 82 + 18 * n, text)

    found = [cell[4] for cell in cells(page)]
    assert found[-12:] == ["1.规章", "3", "5", "2.文件", "4", "", "3.其他", "", "7", "4.合计", "7", "12"]


def test_figures_without_a_column_of_their_own_stay_lines() -> None:
    def page(sheet: Sheet) -> None:
        for n, figures in enumerate(((250, 300, 350), (250, 300, 350), (272, 322, 350), (250, 300, 350))):
            sheet.text(80, 100 + 20 * n, f"{n + 1}.规章")
            for x in figures:
                sheet.text(x, 100 + 20 * n, "123456")

    assert len(texts(page)) == 4


def test_prose_in_boxes_is_no_table() -> None:
    def page(sheet: Sheet) -> None:
        for n, text in enumerate(("一、总体情况", "本年度主动公开政府信息八百条，", "均已按期办结。")):
            sheet.box(70, 90 + 20 * n, 400, 110 + 20 * n)
            sheet.text(80, 105 + 20 * n, text)
        sheet.table([70, 200, 300, 400], [150, 170, 190], rows("信息内容|制发|废止", "规章|1|0"))

    found = blocks(page)
    assert [type(block).__name__ for block in found][-1] == "Grid"
    assert sum(isinstance(block, Grid) for block in found) == 1
    assert any(isinstance(block, Paragraph) and block.text.startswith("一、") for block in found)


LINE = "全年主动公开政府信息共计九千条其中规范性文件三件行政许可五千件行政处罚二百件"


def test_lines_become_paragraphs_across_pages() -> None:
    def first(sheet: Sheet) -> None:
        sheet.text(100, 100, LINE)
        sheet.text(80, 118, LINE + "二三")
        sheet.text(290, 815, "- 1 -")

    def second(sheet: Sheet) -> None:
        sheet.text(80, 60, "均已办结。")
        sheet.text(100, 78, "二、主动公开政府信息情况")

    assert texts(first, second) == [LINE + LINE + "二三均已办结。", "二、主动公开政府信息情况"]


def test_headers_and_footers_of_every_page_go() -> None:
    def page(n: int) -> object:
        def draw(sheet: Sheet) -> None:
            sheet.text(60, 30, "某市政府信息公开年报")
            sheet.text(80, 300, f"第{'一二三'[n]}段。")
            sheet.text(60, 820, f"https://example.gov.cn/a.html {n + 1}/3")
        return draw

    assert texts(page(0), page(1), page(2)) == ["某市政府信息公开年报", "第一段。", "第二段。", "第三段。"]


def test_kangxi_radicals_read_as_characters() -> None:
    assert texts(lambda sheet: sheet.text(80, 100, "⼀、⾏政许可")) == ["一、行政许可"]


def test_a_password_is_named() -> None:
    with pytest.raises(EncryptedFile, match="密码"):
        read_document(pdf(lambda sheet: sheet.text(80, 100, "密"), encrypt="geheim"), "密.pdf")


@pytest.mark.parametrize("keep", [0.05, 0.3, 0.6, 0.9])
def test_a_cut_file_is_read_or_refused(keep: float) -> None:
    whole = pdf(lambda sheet: sheet.table([80, 200, 300], [100, 120, 140], rows("规章|5", "规范性文件|6")))
    with suppress(UnreadableFile):
        read_document(whole[: int(len(whole) * keep)], "断.pdf")


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(("mark", "size", "up"), [("1", 5, 3), ("1", 7, 1), ("12", 6, 2), ("1", 6, 4), ("①", 10, 0), ("*", 10, 0), ("[1]", 10, 0)])
def test_the_mark_of_a_footnote_is_no_digit(mark: str, size: int, up: int, ruled: bool) -> None:
    """It may stand in the first row of a table without rules."""
    table = rows("项目|自然人|其他|总计", "一、本年新收政府信息公开申请数量|7|242|249", "二、上年结转政府信息公开申请数量|1|14|15", "（一）予以公开|3|91|94", "（二）部分公开|0|0|0")
    x = [60, 260, 330, 400, 470]

    def page(sheet: Sheet) -> None:
        for n, cell in enumerate(table):
            sheet.text(x[cell[1]], 112 + 20 * cell[0], cell[4])
            if ruled:
                sheet.box(x[cell[1]] - 3, 100 + 20 * cell[0], x[cell[1] + 1] - 3, 120 + 20 * cell[0])
            if n == 7:
                sheet.canvas.setFont("STSong-Light", size)
                sheet.text(x[cell[1]] + 15, 112 + 20 - up, mark)
                sheet.canvas.setFont("STSong-Light", 10)

    assert [read_text(cell[4]) for cell in cells(page) if cell[1]][3:6] == ["7", "242", "249"]
