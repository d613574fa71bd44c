"""What was asked part by part is added up; a word left open by itself is what was spoken of."""

from tests.answering.support import Asked


def test_all_eight_reasons_are_the_whole(places: Asked) -> None:
    whole = places.value("宝应2020年不予公开一共多少件")
    assert places.value("八条全加起来", "宝应2020年因为过程性信息不给的几件", "执法案卷的呢") == whole


def test_both_kinds_of_suits_are_added(places: Asked) -> None:
    before = ("宝应2020年直接起诉维持几件", "复议后起诉的呢")
    assert places.value("一共维持几件", *before) == places.value("宝应2020年行政诉讼维持几件")


def test_what_was_spoken_of_decides(places: Asked) -> None:
    reply = places.ask("有没有结转的？", "宝应2020年上年结转几件")
    assert reply.status == "answered"
    assert reply.values[0].cells == ("s3.carried_in@total",)
