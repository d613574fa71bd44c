"""Two sums held against each other."""

import pytest

from tests.answering.support import Asked, figures, first_line


@pytest.mark.parametrize(("question", "verdict", "sums"), [
    ("邓州2020年予以公开加部分公开等于不予处理吗", "no", ["24", "25"]),
    ("不予公开加无法提供，是不是等于予以公开加部分公开", "no", ["12", "24"]),
    ("予以公开加部分公开跟不予处理加无法提供是否相等", "no", ["24", "29"]),
    ("予以公开与部分公开之和与不予公开与无法提供之和一样多吗", "no", ["24", "12"]),
    ("自然人加企业加其他组织的申请等于新收总数吗", "yes", ["61", "61"]),
    ("自然人加企业的申请数少于新收总数吗", "yes", ["60", "61"]),
    ("维持加纠正加其他加未审结，与直接起诉总数相等吗", "yes", ["19", "19"]),
    ("予以公开加部分公开比不予处理加无法提供多吗", "no", ["24", "29"]),
    ("Is granted plus partial more than denied plus unable?", "yes", ["24", "12"]),
    ("Are penalties and coercion together equal to licences?", "no", ["3903", "28519"]),
])
def test_sums_on_both_sides(shipped: Asked, question: str, verdict: str, sums: list[str]) -> None:
    reply = shipped.ask(question)
    assert (reply.verdict, figures(reply)) == (verdict, sums)


def test_larger_of_two_sums(shipped: Asked) -> None:
    assert first_line(shipped.ask("不予处理和予以公开加部分公开，哪个多")).startswith("不予处理更多")


def test_whole_said_before_its_parts_is_not_added(shipped: Asked) -> None:
    assert shipped.ask("直接起诉里纠正的加其他结果的，是否等于7件").verdict == "yes"


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年企业里予以公开的比部分公开的多几件", ["1", "1", "0"]),
    ("邓州2020年个人的申请，信访的比予以公开的多几件", ["12", "25", "13"]),
    ("邓州2020年企业的申请里，予以公开的和部分公开的哪个多", ["1", "0"]),
    ("邓州2020年自然人里，信访的占办结的百分之几", ["42.37"]),
    ("邓州2020年自然人里，信访的占全部申请的百分之几", ["40.98"]),
    ("公司让我问，邓州2020年予以公开比部分公开多几件", ["6", "15", "9"]),
    ("邓州2020年我们公司想知道，予以公开几件", ["15"]),
])
def test_applicant_set_before_two_sides_is_that_of_both(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values
