"""Claims told with where they were read or heard: the claim is held against the report, whoever made it."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "verdict"), [
    ("我听隔壁老李讲邓州二零二零年直接打官司政府被纠正了四个是不是真的", "yes"), ("我听隔壁老李讲邓州2020年直接打官司政府被纠正了五个是不是真的", "no"),
    ("同行的稿子说邓州2020年新收了126件公开申请，没写错吧？是126件吗？", "no"), ("有篇稿子写“邓州市2020年新收申请突破1.5万件”，属实吗？", "no"),
    ("我打算写“邓州2020年新收申请里自然人占比超过95%”，这句话对不对？", "yes"), ("我在论文里引用了“邓州2020年不予公开8件”这个数，核对一下对不对", "yes"),
    ("我草稿里写的是：邓州2020年共收到申请61件，其中自然人59件。这么写没问题吧？", "yes"), ("我草稿里写的是：邓州2020年共收到申请61件，其中自然人58件。这么写没问题吧？", "no"),
    ("邓州2020年官司输了五场，是真的吗", "no"), ("评论区有人说邓州2020年一件企业申请都没有，是这样吗", "no"),
])
def test_who_said_it_is_no_part_of_the_claim(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict
