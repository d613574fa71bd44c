"""What is asked about, said behind the question; and parts of a message that were not understood."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("question", "expected"), [
    ("占全部行政诉讼的百分之几，政府败诉的？", "21.05"),
    ("是行政强制的几倍，2020年邓州的行政处罚？", "19.7606"),
    ("比诉讼多几件，邓州2020年的复议？", "22"),
    ("申请人是个人的有多少，邓州2020年予以公开的里头", "13"),
    ("减少了几项，邓州2020年的行政事业性收费", "-50"),
    ("没审结的还有几件，邓州2020年直接起诉的？", "2"),
    ("作出的处理决定有多少件，其他对外管理服务事项？", "3518"),
    ("维持的跟纠正的差几件，直接起诉的案子里？", "6"),
    ("请问纠正的有几件，邓州2020年行政复议案件中？", "0"),
])
def test_subject_behind_the_question(shipped: Asked, question: str, expected: str) -> None:
    assert figures(shipped.ask(question))[0] == expected


def test_what_is_meant_said_in_a_sentence_behind(shipped: Asked) -> None:
    assert shipped.value("哪条理由用得最勤？我说的是邓州2020年不予公开那八条") == 6


def test_verdict_with_the_subject_behind(shipped: Asked) -> None:
    assert shipped.ask("超过一千件没，邓州2020年的行政处罚决定？").verdict == "yes"


def test_a_row_behind_its_verdict(shipped: Asked) -> None:
    assert shipped.ask("2020年邓州一个都没纠正？复议").verdict == "yes"


def test_usual_order_is_kept(shipped: Asked) -> None:
    reply = shipped.ask("排个序：行政许可、行政处罚、行政强制，邓州2020年按处理决定数量从多到少")
    assert figures(reply) == ["28519", "3715", "188"]


def test_first_part_not_understood_is_not_answered_with_another(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年政府帛龟采购几个，采购金额多少万元")
    assert (reply.status, reply.reason, reply.values) == ("refused", "not_understood", ())
    assert "4281.8773" in reply.text, "the part that was understood is shown beside"
