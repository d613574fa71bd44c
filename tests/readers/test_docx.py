"""Word files: merged cells once, body order, what Word prints but does not store."""

import io
import zipfile

import pytest

from index.errors import EncryptedFile, FileTooLarge, UnreadableFile
from index.models import Document, Grid, Paragraph
from index.readers import read_document
from tests.readers.make_docx import docx, p, tbl, tc

SPAN3 = '<w:gridSpan w:val="3"/>'
SPAN2 = '<w:gridSpan w:val="2"/>'
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read(body: str) -> Document:
    return read_document(docx(body), "报告.docx")


def cells(body: str) -> list[tuple[int, int, int, int, str]]:
    grid = next(block for block in read(body).blocks if isinstance(block, Grid))
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]


def texts(body: str) -> list[str]:
    return [block.text for block in read(body).blocks if isinstance(block, Paragraph)]


def test_body_order() -> None:
    blocks = read(p("前") + tbl(tc("规章") + tc("3")) + p("后")).blocks
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Grid", "Paragraph"]
    assert [block.place.block for block in blocks] == [0, 1, 2]


def test_merged_cells_stand_once() -> None:
    body = tbl(tc("三、办理结果", DOWN) + tc("总计", SPAN2), tc("", ON) + tc("a") + tc("1"), tc("", ON) + tc("b") + tc("2"))
    assert cells(body) == [
        (0, 0, 3, 1, "三、办理结果"), (0, 1, 1, 2, "总计"), (1, 1, 1, 1, "a"), (1, 2, 1, 1, "1"),
        (2, 1, 1, 1, "b"), (2, 2, 1, 1, "2"),
    ]


def test_a_row_that_begins_later() -> None:
    body = tbl(tc("a") + tc("b"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("c"))
    assert cells(body)[-1] == (1, 1, 1, 1, "c")


def test_content_controls_insertions_and_deletions() -> None:
    body = ("<w:sdt><w:sdtContent>" + p("控件") + "</w:sdtContent></w:sdt>"
            "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>")
    assert texts(body) == ["控件", "新"]


def test_a_figure_split_over_runs_and_a_footnote_mark() -> None:
    run = "<w:r>{}<w:t>{}</w:t></w:r>"
    mark = run.format('<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "1")
    body = tbl(f"{tc('规章')}<w:tc><w:p>{run.format('', '2')}{run.format('', '0')}{mark}</w:p></w:tc>")
    assert cells(body)[1][4] == "20¹"


@pytest.mark.parametrize("mark", ["strike", "dstrike", "vanish"])
def test_what_is_struck_out_or_hidden_is_no_text(mark: str) -> None:
    struck = f"<w:r><w:rPr><w:{mark}/></w:rPr><w:t>5000</w:t></w:r><w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>5345</w:t></w:r>"
    assert [block.text for block in read_document(docx(f"<w:p>{struck}</w:p>"), "a.docx").blocks if isinstance(block, Paragraph)] == ["5345"]


def test_list_numbers_are_written_out() -> None:
    def numbered(text: str, level: int) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    body = numbered("总体情况", 0) + numbered("甲", 1) + numbered("乙", 1) + numbered("主动公开", 0) + numbered("丙", 1)
    assert texts(body) == ["一、总体情况", "1.甲", "2.乙", "二、主动公开", "1.丙"]


def test_headings_give_the_title() -> None:
    document = read(p("某市2023年报告", '<w:pStyle w:val="1"/>') + p("正文"))
    assert document.title == "某市2023年报告"
    assert [getattr(block, "heading", None) for block in document.blocks] == [True, False]


def test_nested_tables() -> None:
    frame = f"<w:tc><w:tcPr/>{tbl(tc('5'))}{p('')}</w:tc>"
    assert cells(tbl(tc("规章") + frame))[1][4] == "5"


def around(*inner: str, span: str = "") -> str:
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{''.join(inner)}{p('')}</w:tc>"


def told(body: str) -> list[str]:
    return [block.text if isinstance(block, Paragraph) else "|".join(cell.text for cell in block.cells) for block in read(body).blocks]


INNER = tbl(tc("a") + tc("1"), tc("b") + tc("2"))


@pytest.mark.parametrize("rows", [
    [around(p("复议"), INNER) + around(p("诉讼"), INNER)], [tc("复议") + around(INNER), tc("诉讼") + around(INNER)],
    [tc("复议"), around(INNER), tc("诉讼"), around(INNER)], [tc("复议") + tc("诉讼"), around(INNER) + around(INNER)],
])
def test_a_table_that_places_others_is_read_cell_by_cell(rows: list[str]) -> None:
    assert told(p("四") + tbl(*rows)) == ["四", "复议", "a|1|b|2", "诉讼", "a|1|b|2"]


def test_a_table_in_a_cell_as_wide_as_the_table_is_its_next_rows() -> None:
    head, foot = tc("项目") + tc("甲") + tc("总计"), tc("丙") + tc("3") + tc("4")
    inner = tbl(tc("乙") + tc("1") + tc("2"))
    assert told(tbl(head, around(p("组"), inner, span=SPAN3), foot)) == ["项目|甲|总计|组|乙|1|2|丙|3|4"]
    assert told(tbl(head, around(p("组"), INNER, span=SPAN3), foot)) == ["项目|甲|总计|组|丙|3|4", "a|1|b|2"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    assert texts(body) == ["外", "框内"]


def test_damaged_files_are_refused() -> None:
    whole = docx(p("正文"))
    for data in (whole[:200], whole[: len(whole) // 2], docx("<w:p>"), docx(""), docx("<w:p/>" * 3)):
        with pytest.raises(UnreadableFile):
            read_document(data, "坏.docx")


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (41 << 20))
    with pytest.raises(FileTooLarge, match="压缩炸弹"):
        read_document(stream.getvalue(), "弹.docx")


def test_a_password_is_named() -> None:
    data = bytearray(docx(p("正文")))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    with pytest.raises(EncryptedFile, match="密码"):
        read_document(bytes(data), "密.docx")


def test_another_zip_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "x")
    with pytest.raises(UnreadableFile, match="压缩包"):
        read_document(stream.getvalue(), "a.zip")
