"""Follow-ups that point at one of the figures before: 第二个呢, 后者占几成, 剩下的呢."""

import pytest

from tests.answering.support import Asked, figures

BOTH = "宝应2020年予以公开和部分公开各几件"


@pytest.mark.parametrize(
    ("before", "turn", "full"),
    [
        ((BOTH,), "第二个占办结总数的百分之几", "宝应2020年部分公开占办结总数的百分之几"),
        ((BOTH,), "后者占办结总数的百分之几", "宝应2020年部分公开占办结总数的百分之几"),
        ((BOTH,), "前一个里企业的几件", "宝应2020年予以公开企业的几件"),
        ((BOTH, "第一个有几件"), "第二个呢", "宝应2020年部分公开几件"),
        (("宝应2020年复议几件", "直接起诉几件"), "第一个维持了几件", "宝应2020年复议维持了几件"),
        (("宝应2021年和2022年新收申请各几件",), "后面那个里企业的几件", "宝应2022年企业申请几件"),
    ],
)
def test_one_of_the_figures_before(places: Asked, before: tuple[str, ...], turn: str, full: str) -> None:
    reply, whole = places.ask(turn, *before), places.ask(full)
    assert [(v.value, v.year, v.cells) for v in reply.values] == [(v.value, v.year, v.cells) for v in whole.values] != []


@pytest.mark.parametrize(("whole", "part"), [("宝应2020年不予公开几件", "其中保护第三方的几件"), ("宝应2020年收到多少申请", "企业的几件")])
def test_the_rest_is_the_whole_less_its_part(places: Asked, whole: str, part: str) -> None:
    expected = places.value(whole) - places.value(part, whole)
    assert places.value("剩下的呢", whole, part) == places.value("其余的呢", whole, part) == expected


@pytest.mark.parametrize(
    ("before", "turn", "value"),
    [
        ("邓州2020年新收里个人占百分之几", "剩下的是啥", 3.28),
        ("邓州2020年予以公开占办结百分之几", "其余的呢", 75.41),
        ("邓州2020年不予公开占多少", "剩下的占百分之几", 86.89),
        ("邓州2020年企业占新收多大比例", "剩下的有多少件", 60),
    ],
)
def test_the_rest_after_a_share(shipped: Asked, before: str, turn: str, value: float) -> None:
    assert float(shipped.value(turn, before)) == pytest.approx(value, abs=0.01)
    assert shipped.ask(turn, "邓州2020年予以公开占新收几成").status == "refused"


def test_the_first_reason_of_a_list_is_not_the_whole_group(shipped: Asked) -> None:
    for turn in ("头一个理由占多大比重", "第一个占不予公开多少"):
        assert shipped.ask(turn, "邓州2020年不予公开的理由有哪些").status == "refused"


@pytest.mark.parametrize(("turn", "value"), [("前者占后者多少", 58.82), ("后者是前者的百分之几", 170.00), ("前者占后者几成", 5.8824)])
def test_one_of_two_as_a_part_of_the_other(shipped: Asked, turn: str, value: float) -> None:
    assert float(shipped.value(turn, "邓州2020年直接起诉维持几件", "直接起诉已审结几件")) == pytest.approx(value, abs=0.01)


def test_the_rest_of_nothing_is_not_understood(places: Asked) -> None:
    assert places.ask("剩下的呢", "宝应2020年收到多少申请").status == "refused"
    assert places.ask("跟前一年比多了几件", "宝应2021年新收申请几件").values[0].value != places.ask("宝应2021年新收申请几件").values[0].value


@pytest.mark.parametrize(
    ("turn", "full"),
    [
        ("前一个比后一个多几件", "宝应2020年予以公开比部分公开多几件"),
        ("第二个是第一个的几倍", "宝应2020年部分公开是予以公开的几倍"),
        ("前者是后者的几倍", "宝应2020年予以公开是部分公开的几倍"),
    ],
)
def test_both_figures_in_the_order_said(places: Asked, turn: str, full: str) -> None:
    assert places.value(turn, "宝应2020年予以公开几件", "部分公开呢") == places.value(full)


def test_a_word_left_open_stays_open(places: Asked) -> None:
    asked = "宝应2020年给自然人公开了几件"
    assert places.ask(asked).status == "choose"
    assert places.ask("企业那边呢", asked).status == "choose"
    assert places.ask("企业予以公开的几件", asked).status == "answered"


def test_how_many_of_them_is_a_count(places: Asked) -> None:
    whole = "宝应2020年收到多少申请"
    assert places.value("企业提的占其中几件", whole) == places.value("企业提的几件", whole)


def test_english_than_sets_a_year_beside_the_last(places: Asked) -> None:
    assert places.value("how many more than the year before", "Baoying 2021 new requests") == places.value("比前一年多几件", "宝应2021年新收申请几件")


@pytest.mark.parametrize(("context", "question", "value"), [
    (("邓州2020年办结里自然人几件",), "其余的合计", 2),
    (("邓州2020年新收几件", "邓州2020年企业新收几件"), "剩下的呢", 60),
    (("邓州2020年复议纠正率",), "诉讼的呢", 23.53),
    (("邓州2020年诉讼纠正率",), "复议呢", 0),
    (("邓州2020年复议纠正率",), "维持率呢", 100),
])
def test_the_rest_and_the_other_block(shipped: Asked, context: tuple[str, ...], question: str, value: float) -> None:
    assert float(shipped.value(question, *context)) == pytest.approx(value, abs=0.01)


def test_all_that_was_asked_one_by_one_is_averaged(places: Asked) -> None:
    years = [places.value(f"宝应{year}年处罚决定多少") for year in (2020, 2021, 2022)]
    asked = ("宝应2020年处罚决定多少", "2021年呢", "2022呢")
    assert places.value("加起来呢", *asked) == sum(years)
    assert float(places.value("平均呢", *asked)) == pytest.approx(float(sum(years)) / 3, abs=0.001)
    assert places.value("加起来呢", *asked[:2]) == years[0] + years[1]


@pytest.mark.parametrize(("context", "question", "value"), [
    (("邓州2020年不予处理几件", "其中自然人几件"), "剩下的呢", 0),
    (("邓州2020年哪条不予公开的理由最多",), "第二呢", 2),
    (("邓州2020年不予公开哪条理由最多",), "其次呢", 2),
    ((), "邓州2020年自然人占多少件", 59),
])
def test_what_comes_after_the_foremost(shipped: Asked, context: tuple[str, ...], question: str, value: int) -> None:
    assert shipped.value(question, *context) == value


@pytest.mark.parametrize(("before", "turn", "value"), [
    ("邓州2020年哪条不予公开的理由最少", "第二呢", 2),
    ("邓州2020年不予公开的理由排个序", "第二个是多少", 2),
    ("邓州2020年办理结果从多到少", "第三个呢", 9),
    ("邓州2020年处理决定数量排个名", "那排第三的呢", 3518),
    ("邓州2020年处理决定数量从少到多", "第二个呢", 3518),
])
def test_a_place_in_the_order_before(shipped: Asked, before: str, turn: str, value: int) -> None:
    assert shipped.value(turn, before) == value


def test_years_up_to_one(places: Asked) -> None:
    assert places.value("一直到2022，合计", "宝应2020年处罚决定多少") == places.value("宝应2020到2022年处罚决定合计")


@pytest.mark.parametrize(("context", "turn", "values"), [
    (("办结", "个人的", "企业的"), "其余的呢", ["1"]), (("个人新收几件", "企业呢"), "剩下的呢", ["1"]), (("办结多少", "予以公开的呢", "部分公开的呢"), "剩下的", ["37"]),
    (("诉讼几件", "维持的", "纠正的"), "其余的呢", ["5"]), (("收费项目多少", "减了多少"), "剩多少", []),
    (("予以公开几件",), "在办结里排第几", ["2", "15"]), (("第三方几件",), "在不予公开里排第几", ["1", "6"]), ((), "第三方在办结里排第几", ["4", "6"]),
    (("办结除了信访",), "再除了第三方", ["30"]), (("除了个人还有几件",), "再除掉企业呢", ["1"]), (("新收去掉个人剩几件",), "是谁", []), (("科研机构几件",), "哪类最多", []),
    (("诉讼几件", "输几件"), "占多少", ["21.05"]), (("收了几件", "瞎写的几件"), "占多少", []), (("不掌握几件", "没现成的呢"), "两个一起", ["4"]), (("不予公开几件",), "超过5件的是哪个", ["6"]),
    (("诉讼几件", "其中直接起诉的"), "复议后的", ["0"]), (("新收几件", "企业"), "回到总数", ["61"]), (("诉讼几件", "维持的呢"), "回到总的", ["19"]),
    (("信访几件", "个人呢"), "总共呢", ["25"]), (("新收几件", "上年结转过来的呢"), "合计多少", ["61"]), (("信访几件", "个人呢"), "加起来呢", []), (("公开几件", "那不公开呢"), "加一起呢", []), (("个人公开几件",), "我说的是企业", []),
])
def test_of_several_parts_of_one_whole(shipped: Asked, context: tuple[str, ...], turn: str, values: list[str]) -> None:
    assert figures(shipped.ask(turn, *context)) == values
