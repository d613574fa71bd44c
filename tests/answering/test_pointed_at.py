"""那一类 is no number, 也算进来 adds, 同样的答复 is the one told, all of a group is measured against the group."""

import pytest

from tests.answering.support import Asked, figures
from tests.answering.worlds import made


@pytest.mark.parametrize(
    ("text", "context", "verdict"),
    [
        ("都是信访举报投诉那一类吗？", "邓州2020年不予处理的一共多少件", "yes"),
        ("邓州2020年不予处理的全是信访吗", "", "yes"),
        ("邓州2020年的申请都是信访举报的吗", "", "no"),
    ],
)
def test_all_of_a_group(shipped: Asked, text: str, context: str, verdict: str) -> None:
    assert shipped.ask(text, *filter(None, [context])).verdict == verdict


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("鄧州市的行政事業性收費，2020年刪減之後還剩下幾項呢？", "47"),
        ("邓州2020年的公开率（全部给的加上部分给的，除以办结总数）是百分之几", "39.34"),
        ("我申请过一回，收到的答复是手头没有现成的、要另外做。邓州2020年跟我得到同样答复的共有几件", "1"),
        ("邓州2020年的申请，扣掉自然人，其余各类法人组织总共几件", "2"),
    ],
)
def test_what_is_pointed_at(shipped: Asked, text: str, value: str) -> None:
    assert figures(shipped.ask(text))[:1] == [value]


def test_a_part_pointed_at_is_no_count(shipped: Asked) -> None:
    assert figures(shipped.ask("里头“没有现成的、得另外制作”这一种占几成", "邓州2020年无法提供的总共几件")) == ["2.5"]


def test_another_year_is_added() -> None:
    asked = made(3).asked
    one, other = (asked.value(f"宝应{year}年新收申请多少件") for year in (2020, 2021))
    assert asked.value("把2021年的也算进来，一共多少", "宝应2020年新收申请多少件") == one + other


def test_a_body_named_as_the_source_is_not_the_one_asked_about() -> None:
    asked = made(3).asked
    assert asked.ask("宝应2020年那份报告里，余杭区自己收到的申请是多少件").status == "refused"
    assert asked.ask("宝应2020年报告里高邮收到几件申请").values == asked.ask("高邮2020年收到几件申请").values


@pytest.mark.parametrize(("text", "verdict"), [("采购总额超过5千万元了吗", "no"), ("采购总额超过4千万元了吗", "yes"), ("采购总额超过3百万元吗", "yes")])
def test_millions_as_a_bound(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(f"邓州2020年政府{text}").verdict == verdict
