"""OpenDocument spreadsheets, as office suites save them."""

import io
import zipfile

import pytest

from index.errors import EncryptedFile, UnreadableFile
from index.models import Grid, Paragraph
from index.readers import read_document

NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style"))
TAIL = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'


def ods(*rows: str, style: str = "", manifest: str = "") -> bytes:
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{style}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:style-name="ta1">{body}{TAIL}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return stream.getvalue()


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def texts(data: bytes) -> list[tuple[int, int, str]]:
    grid = next(block for block in read_document(data, "表.ods").blocks if isinstance(block, Grid))
    return [(one.row, one.column, one.text) for one in grid.cells]


def test_repeated_figures_are_cells_and_a_repeated_label_is_one() -> None:
    three = 'table:number-columns-repeated="3"'
    data = ods(
        cell("信息内容", 'table:number-columns-repeated="2"') + cell("制发") + cell("废止") + cell("有效"),
        cell("行政规范性文件", 'table:number-columns-repeated="2"') + cell("0", three) + '<table:table-cell table:number-columns-repeated="1019"/>',
    )
    assert texts(data) == [(0, 0, "信息内容"), (0, 2, "制发"), (0, 3, "废止"), (0, 4, "有效"), (1, 0, "行政规范性文件"), (1, 2, "0"), (1, 3, "0"), (1, 4, "0")]


def test_a_figure_has_all_its_digits_and_notes_are_not_printed() -> None:
    figure = 'office:value-type="float" office:value="4281.8773"'
    assert texts(ods(cell("信息内容") + cell("0.3", figure.replace("4281.8773", "0.30000000000000004")))) == [(0, 0, "信息内容"), (0, 1, "0.3")]
    note = "<table:table-cell><office:annotation><text:p>待核</text:p></office:annotation><text:p>73</text:p></table:table-cell>"
    data = ods(cell("项目") + cell("金额"), note + cell("4,281.88", figure))
    assert [text for _, _, text in texts(data)] == ["项目", "金额", "73", "4281.8773"]


def test_merged_and_covered_cells() -> None:
    data = ods(
        cell("办理结果", 'table:number-rows-spanned="2"') + cell("予以公开") + cell("13"),
        "<table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>" + cell("部分公开") + cell("9"),
    )
    assert texts(data) == [(0, 0, "办理结果"), (0, 1, "予以公开"), (0, 2, "13"), (1, 1, "部分公开"), (1, 2, "9")]


def test_prose_and_blank_rows_part_tables() -> None:
    blank = '<table:table-cell table:number-columns-repeated="1024"/>'
    data = ods(cell("某市2023年政府信息公开工作年度报告的说明，数据截至年底。"), blank, cell("自然人") + cell("总计"), cell("1") + cell("1"))
    assert [type(block) for block in read_document(data, "表.ods").blocks] == [Paragraph, Grid]


def test_a_hidden_sheet_is_not_read() -> None:
    style = '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    with pytest.raises(UnreadableFile, match="没有文字"):
        read_document(ods(cell("自然人") + cell("1"), style=style), "表.ods")


def test_a_password_is_named() -> None:
    with pytest.raises(EncryptedFile):
        read_document(ods(cell("1"), manifest="<manifest:encryption-data/>"), "密.ods")
