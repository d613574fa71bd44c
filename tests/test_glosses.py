"""Words beside a label that are no part of it."""

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Document, Paragraph, Place
from index.sections import heading_of
from index.tables.glosses import bare
from index.tables.groups import kind_of


@pytest.mark.parametrize(
    ("cell", "label"),
    [("1.属于国家秘密\n1. State secrets", "1.属于国家秘密"), ("(三)不予公开\n(3) Not disclosed", "(三)不予公开"), ("(四)无法提供\n(IV) Unable to provide", "(四)无法提供")],
)
def test_the_number_of_a_translation_goes_with_it(cell: str, label: str) -> None:
    assert bare(cell) == label


def test_a_heading_with_its_translation_opens_its_section() -> None:
    assert heading_of("五、存在的主要问题及改进情况V. Main Problems and Improvements") == "s5"


def test_units_of_several_columns_are_no_label() -> None:
    assert [kind_of(text) for text in ("项/件", "项/万元", "项/规章")] == ["unit", "unit", "words"]


def cells_of(text: str) -> dict[str, str]:
    lines = (Paragraph(line, Place(n)) for n, line in enumerate(text.splitlines()))
    return {cell.id: cell.text for cell in read_cells(Document("t.txt", "text", tuple(lines), ""), load_forms())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("序号\t指标\t单位\t统计数\t备注\n甲\t乙\t丙\t1\t丁\n1\t培训教师\t人\t12\t\n2\t表彰\t人\t5\t", ["12", "5"]),
        ("序号\t指标\t统计数\n1\t一、主动公开情况\t\n2\t培训教师\t12", ["12"]),
        ("编制单位\t邓州市人民政府\t年度\t2020", []),
        ("某市人民政府公报\t47", []),
        ("栏目访问量\t47", ["47"]),
        ("年度\t培训\n甲\t5", ["5"]),
    ],
)
def test_what_numbers_rows_columns_and_pages_is_no_figure(text: str, expected: list[str]) -> None:
    assert [text for text in cells_of(text).values() if text] == expected
