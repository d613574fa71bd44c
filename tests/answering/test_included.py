"""A part that is said to be included is asked for with its whole, and not on its own."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "values"), [
    ("诉讼案件总数（包括复议后起诉的）", ["19"]), ("行政诉讼案件合计，含先经复议再起诉的，总共几件", ["19"]), ("诉讼一共几件，算上复议后起诉的", ["19"]), ("新收几件，连企业的一起", ["61"]),
    ("新收申请（含企业）多少件", ["61"]), ("复议一共多少件，包括没审结的", ["41"]), ("不予公开几件，包括第三方的", ["8"]), ("办结的里面企业占了几件", ["1"]),
])
def test_what_is_included_is_no_question_of_its_own(shipped: Asked, question: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(f"邓州2020年{question}").values] == values


def test_a_claim_of_so_many_is_no_share(shipped: Asked) -> None:
    assert shipped.ask("邓州2020年新收申请61件，其中企业占了十件，对不对").verdict == "no"
