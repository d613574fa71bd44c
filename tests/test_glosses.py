"""Words beside a label that are no part of it."""

import pytest

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
