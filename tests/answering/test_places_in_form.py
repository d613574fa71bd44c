"""Rows and columns called by their place in the printed form."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "values"), [
    ("不予公开第4项多少", ["6"]), ("无法提供的第2项几件", ["1"]), ("无法提供 1、2、3小项依次", ["3", "1", "0"]), ("不予公开1至8项分别多少", ["0", "0", "0", "6", "0", "0", "0", "2"]),
    ("不予公开第1项到第8项列出来", ["0", "0", "0", "6", "0", "0", "0", "2"]), ("三（三）4是多少", ["6"]), ("第三部分（四）2多少件", ["1"]), ("表三 第（七）行 商业企业列", ["1"]), ("不予处理第1条和第3条各几件", ["25", "0"]), ("办理结果总计 自然人栏", ["59"]),
    ("不予公开的八条理由里有几条不是零", ["2"]), ("不予公开和部分公开两项合计", ["17"]),
])
def test_rows_are_found_by_their_number_and_counted_kinds_are_no_places(shipped: Asked, question: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(f"邓州2020{question}").values][: len(values)] == values
