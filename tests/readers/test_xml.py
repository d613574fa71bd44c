"""XML as reporting systems export it, and workbooks saved as one XML file."""

import pytest

from index.errors import UnreadableFile
from index.models import Grid, Paragraph
from index.readers import read_document
from tests.readers.test_ods import NAMES


def texts(xml: str, encoding: str = "utf-8") -> list[str]:
    blocks = read_document(xml.encode(encoding), "x.xml").blocks
    grid = next(block for block in blocks if isinstance(block, Grid))
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return ["|".join(row) for row in rows.values()]


WIDE, THIRD = ' ss:MergeAcross="1"', ' ss:Index="3"'
REPORT = """<?xml version="1.0" encoding="UTF-16"?>
<年度报告 编制机关="东湖区教育局" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <章节 名称="三、收到和处理政府信息公开申请情况"><段落><![CDATA[全年收到申请。]]></段落>
  <统计表><数据 指标="本年新收" 申请人="自然人" 计量单位="件">65</数据>
   <数据 上级="办理结果" 指标="予以公开" 申请人="自然人" 计量单位="件" xsi:nil="true"/></统计表>
 </章节></年度报告>"""


def test_one_element_a_cell_with_its_labels_in_attributes() -> None:
    assert texts(REPORT, "utf-16") == ["上级|指标|申请人|计量单位|值", "|本年新收|自然人|件|65", "办理结果|予以公开|自然人|件|"]


def test_titles_are_headings_and_other_texts_paragraphs() -> None:
    blocks = read_document(REPORT.encode("utf-16"), "x.xml").blocks
    told = [(block.text, block.heading) for block in blocks if isinstance(block, Paragraph)]
    assert told == [("编制机关：东湖区教育局", False), ("三、收到和处理政府信息公开申请情况", True), ("全年收到申请。", False)]


def test_a_child_for_every_cell() -> None:
    xml = "<?xml version='1.0'?><表><行><项目>规章</项目><制发>1</制发><废止/></行><行><项目>行政规范性文件</项目><制发>8</制发><废止>26</废止></行></表>"
    assert texts(xml) == ["项目|制发|废止", "规章|1|", "行政规范性文件|8|26"]


def test_attributes_name_the_row_and_children_the_columns() -> None:
    xml = "<?xml version='1.0'?><表><行 项目='予以公开'><自然人>13</自然人><总计>15</总计></行><行 项目='部分公开'><自然人>9</自然人><总计>9</总计></行></表>"
    assert texts(xml) == ["项目|自然人|总计", "予以公开|13|15", "部分公开|9|9"]


def test_what_is_said_of_the_report_is_no_table_and_a_single_row_is_one() -> None:
    said = "<?xml version='1.0'?><年报><元数据><标题>某市2020年年度报告</标题><机关>某市</机关><年度>2020</年度></元数据></年报>"
    assert [getattr(block, "text", None) for block in read_document(said.encode(), "x.xml").blocks] == ["某市2020年年度报告", "机关：某市", "年度：2020"]
    assert texts("<?xml version='1.0'?><表><行><项目>规章</项目><制发>1</制发></行></表>") == ["项目|制发", "规章|1"]
    assert texts("<?xml version='1.0'?><表><说明>如下。</说明><复议 维持='1' 总计='1'/></表>") == ["|维持|总计", "复议|1|1"]


def test_a_workbook_in_one_file() -> None:
    cell = '<Cell{}><Data ss:Type="String">{}</Data></Cell>'.format
    rows = (
        f'<Row>{cell(WIDE, "信息内容")}{cell("", "制发")}</Row>',
        f'<Row ss:Hidden="1">{cell("", "旧行")}</Row>',
        f'<Row ss:Index="2">{cell("", "行政许可")}{cell(THIRD, "7")}</Row>',
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    xml = f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="a"><Table>{"".join(rows)}</Table></Worksheet></Workbook>'
    assert texts(xml) == ["信息内容|制发", "行政许可||7"]


def test_a_flat_opendocument_spreadsheet() -> None:
    row = "<table:table-row><table:table-cell><text:p>自然人</text:p></table:table-cell><table:table-cell><text:p>9</text:p></table:table-cell></table:table-row>"
    xml = f"<?xml version='1.0'?><office:document {NAMES}><office:body><office:spreadsheet><table:table>{row}</table:table></office:spreadsheet></office:body></office:document>"
    assert texts(xml) == ["自然人|9"]


def test_what_is_no_xml_stays_text_and_entities_are_not_followed() -> None:
    broken = "<?xml version='1.0'?><报告>行政许可\t7"
    assert isinstance(read_document(broken.encode(), "x.xml").blocks[0], Paragraph)
    bomb = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"
    with pytest.raises(UnreadableFile, match="没有文字"):
        read_document(bomb.encode(), "x.xml")
