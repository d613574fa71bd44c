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


@pytest.mark.parametrize("context", [("邓州2020年予以公开几件", "部分公开呢"), ("邓州2020年予以公开和部分公开各几件",)])
def test_what_is_added_up_was_asked_before(shipped: Asked, context: tuple[str, ...]) -> None:
    assert figures(shipped.ask("加起来占总数多少", *context)) == ["39.34"]


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


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("邓州2020年予以公开几件", "部分公开几件", "这两个数相加是多少"), "24"),
        (("邓州2020年复议维持几件", "诉讼维持的呢", "两边维持的一共几件"), "51"),
        (("邓州2020年复议维持几件", "诉讼维持的呢", "两边维持的一共几件", "这里面复议的占百分之几"), "80.39"),
        (("邓州2020年予以公开和部分公开一共几件", "其中部分公开占多少"), "37.50"),
        (("邓州2020年予以公开15件、部分公开9件、不予公开8件，这里面部分公开占百分之几",), "28.12"),
        (("邓州2020年行政强制处理决定多少件", "不是强制，是行政许可", "它的项目数比上一年涨了百分之几"), "26.00"),
        (("行政强制的项目，上一年的数量加上邓州2020年的增减，现在是多少项",), "194"),
        (("邓州2020年自然人申请过没，予以公开的几件",), "13"),
        (("邓州2020年无法提供三个分项有几个为零",), "1"),
        (("邓州2020年予以公开、部分公开、无法提供，从少往多排",), "4"),
    ],
)
def test_what_was_said_before_is_added_up_and_kept(shipped: Asked, turns: tuple[str, ...], value: str) -> None:
    assert shipped.ask(turns[-1], *turns[:-1]).values[0].value == value


@pytest.mark.parametrize("text", ["邓州2020年行政处罚里头，交通违法的占多少件", "直接起诉里被纠正的那几件，原告叫什么名字"])
def test_a_part_nobody_counts_and_names_get_no_figure(shipped: Asked, text: str) -> None:
    reply = shipped.ask(text)
    assert (reply.status, reply.values) == ("refused", ())


def test_one_body_as_a_part_of_the_other(places: Asked) -> None:
    first, second = (places.value(f"{name}2021年申请几件") for name in ("宝应", "高邮"))
    assert float(places.value("后一家占前一家的百分之几", "宝应2021年申请几件", "高邮2021年呢")) == pytest.approx(float(second / first * 100), abs=0.01)
