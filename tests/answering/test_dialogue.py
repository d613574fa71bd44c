"""What a turn leaves out comes from the turns before it: a short one says the same as the full question it stands for."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

import pytest

from handlers.answering import Reply
from tests.answering.known import judged
from tests.answering.support import Asked, figures
from tests.answering.worlds import made

ROWS = ("新收申请", "予以公开", "不予公开", "办结", "重复申请", "行政复议", "行政诉讼", "行政处罚处理决定", "公开率")
APPLICANTS = ("自然人", "企业", "科研机构", "法律服务机构")
BLOCKS, OUTCOMES = ("行政复议", "行政诉讼", "未经复议直接起诉"), ("维持", "纠正", "尚未审结")
Turn = tuple[tuple[str, ...], str, str]  # earlier questions, the short one, the full one it stands for


def years_and_bodies() -> Iterator[Turn]:
    for row in ROWS:
        before = (f"宝应2020年{row}多少",)
        yield from ((before, turn, f"宝应2021年{row}多少") for turn in ("2021年呢", "换成2021年", "我问的是2021年"))
        yield from ((before, turn, f"高邮2020年{row}多少") for turn in ("高邮呢", "换成高邮", "高邮是多少"))
        yield before, "高邮2021年呢", f"高邮2021年{row}多少"


def rows() -> Iterator[Turn]:
    turns = ("{}呢", "那{}呢", "说错了，是{}", "{}多少")
    for number, (row, other) in enumerate(permutations(ROWS, 2)):
        yield (f"宝应2020年{row}多少",), turns[number % len(turns)].format(other), f"宝应2020年{other}多少"


def applicants() -> Iterator[Turn]:
    turns = ("{}呢", "那{}呢", "我问的是{}", "换成{}")
    for row in ("新收申请", "予以公开", "不予公开", "重复申请"):
        for number, (one, other) in enumerate(permutations(APPLICANTS, 2)):
            yield (f"宝应2020年{one}{row}多少",), turns[number % len(turns)].format(other), f"宝应2020年{other}{row}多少"
        for one in APPLICANTS:
            yield (f"宝应2020年{row}多少",), f"其中{one}多少", f"宝应2020年{one}{row}多少"
            yield (f"宝应2020年{row}多少", f"那{one}呢"), "2021年呢", f"宝应2021年{one}{row}多少"
            yield (f"宝应2020年{one}{row}多少",), "高邮呢", f"高邮2020年{one}{row}多少"


def outcomes() -> Iterator[Turn]:
    for block in BLOCKS:
        yield from (((f"宝应2020年{block}{one}几件",), f"{other}呢", f"宝应2020年{block}{other}几件") for one, other in permutations(OUTCOMES, 2))
        for one in OUTCOMES:
            yield (f"宝应2020年{block}几件",), f"其中{one}的几件", f"宝应2020年{block}{one}几件"
            yield from (((f"宝应2020年{block}{one}几件",), f"{other}呢", f"宝应2020年{other}{one}几件") for other in BLOCKS[:2] if other != block)


TURNS = {"years and bodies": list(years_and_bodies()), "rows": list(rows()), "applicants": list(applicants()), "outcomes": list(outcomes())}


def given(reply: Reply) -> list[tuple[str, int | None, tuple[str, ...]]]:
    return [(v.agency, v.year, v.cells) for v in reply.values]


def lost(turns: list[Turn]) -> Iterator[str]:
    for earlier, short, full in turns:
        reply, whole = made(3).asked.ask(short, *earlier), made(3).asked.ask(full)
        if not whole.values or given(reply) != given(whole) or "沿用上一问" not in reply.text:
            yield f"{' / '.join(earlier)} / {short} → {reply.text.splitlines()[0]}; {full} → {whole.text.splitlines()[0]}"


@pytest.mark.parametrize("kind", TURNS)
def test_a_short_turn_stands_for_the_full_question(kind: str) -> None:
    judged("dialogue", kind, list(lost(TURNS[kind])))


# ---------------------------------------------------------------- a conversation

TALKS = (
    (("宝应2020年新收申请多少", "商业企业呢"), "5"),
    (("宝应2020年新收申请多少", "2021年呢"), "65"),
    (("宝应2022年新收申请多少", "高邮呢"), "85"),
    (("宝应2020年企业申请多少", "我问的是自然人"), "71"),
    (("宝应2020年予以公开多少", "宝应2020年部分公开多少", "两个加起来"), "40"),
    (("宝应2020年不予公开多少", "新收申请多少"), "76"),
    (("宝应2020年不予公开多少", "不对，是无法提供"), "13"),
    (("宝应2020年不予公开多少", "占办结的比例"), "11.69"),
    (("宝应2020年不予公开多少", "再加上无法提供"), "22"),
    (("宝应2020年不予公开多少", "再加上无法提供呢"), "22"),
    (("宝应2020年予以公开多少", "连同部分公开呢"), "40"),
    (("宝应2020年新收申请多少", "2021年呢", "2022年呢", "这三年哪年最少"), "65"),
    (("宝应2020年新收申请多少", "2021年呢", "2022年呢", "这三年哪年最多"), "76"),
    (("宝应2021年新收申请多少", "2022年呢", "这两年哪年最多"), "72"),
)


@pytest.mark.parametrize(("turns", "value"), TALKS, ids=[" / ".join(turns) for turns, _ in TALKS])
def test_what_is_left_out_is_taken_from_before_and_said(places: Asked, turns: tuple[str, ...], value: str) -> None:
    *context, question = turns
    reply = places.ask(question, *context)
    assert figures(reply)[0] == value
    assert "沿用上一问" in reply.text


@pytest.mark.parametrize("last", ["换成郑州", "2031年呢", "为什么", "谢谢"])
def test_a_turn_that_cannot_be_answered_gives_no_figure(places: Asked, last: str) -> None:
    reply = places.ask(last, "宝应2020年新收申请多少")
    assert (reply.status, reply.values) == ("refused", ())


@pytest.mark.parametrize(("context", "question", "value"), [
    (("邓州2020年予以公开", "部分公开呢"), "两者之和占办结的百分之几", 39.34),
    (("邓州2020年新收", "自然人的", "占百分之几"), "企业呢", 1.64),
    (("邓州2020年部分公开", "予以公开呢", "不予公开呢"), "哪个最多", 15),
    (("邓州2020年复议维持", "诉讼维持呢", "哪个多"), "多几件", 31),
    (("邓州2020年部分公开", "和予以公开合起来呢"), "再加上不予公开", 32),
    (("邓州2020年予以公开", "加上部分公开呢"), "再减去无法提供呢", 20),
    (("邓州2020年复议总数", "诉讼总数呢", "合起来"), "其中维持的占百分之几", 85),
    (("邓州2020年采购总额",), "换个单位，用元", 42818773),
    (("邓州2020年收费项目减了多少",), "占原来的百分之几", 51.55),
    (("邓州2020年处罚决定", "许可呢", "强制呢", "三个加起来"), "处罚占多少", 11.46),
    (("邓州2020年许可决定几件", "不对，我问的是项目数"), "增加了多少", 1434),
    (("邓州2020年行政处罚和行政强制各有多少件",), "它上一年的项目数量是几，前一个？", 3721),
])
def test_reckoned_with_what_was_asked_before(shipped: Asked, context: tuple[str, ...], question: str, value: float) -> None:
    assert float(shipped.value(question, *context)) == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize(("context", "question", "values"), [
    (("邓州2020年纠正几件", "直接起诉的"), "占结案几成", ["2.3529"]),
    (("邓州2020年未审结几件", "第二个"), "占该类案子多少", ["10.53"]),
    (("邓州2020年不予公开里最多的理由",), "它占几成", ["7.5"]),
    (("邓州2020年部分公开几件",), "自然人占比", ["100.00"]),
    (("邓州2020年新收几件",), "自然人占比", ["96.72"]),
    (("邓州2020年无法提供几件", "哪几种情形"), "各占多少", ["75.00", "25.00", "0.00"]),
    (("邓州2020年办结几件", "其中予以公开"), "其余占百分之几", ["75.41"]),
])
def test_shares_of_what_was_asked_before(shipped: Asked, context: tuple[str, ...], question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question, *context))[: len(values)] == values


def test_another_end_of_the_same_cases(shipped: Asked) -> None:
    assert shipped.value("纠正的呢", "邓州2020年直接起诉维持几件", "占直接起诉总数几成") == shipped.value("邓州2020年直接起诉纠正的占直接起诉总数几成")


@pytest.mark.parametrize("text", ["反过来呢", "那反过来算是几倍", "倒过来呢？"])
def test_the_other_way_round(shipped: Asked, text: str) -> None:
    one, other = (shipped.value(f"{row}处理决定多少") for row in ("行政处罚", "行政强制"))
    assert shipped.value(text, "处罚是强制的几倍") == round(other / one, 4)
    assert shipped.ask(text, "处罚处理决定多少").status == "refused"


def test_results_of_what_was_asked(shipped: Asked) -> None:
    assert [c for v in shipped.ask("结果呢", "直接起诉总共几件").values for c in v.cells] == [f"s4.suit_direct.{o}" for o in ("upheld", "corrected", "other", "pending")]
    assert all(c.startswith("s3.result.") for v in shipped.ask("处理结果呢", "新收多少申请").values for c in v.cells)
    assert shipped.ask("结果呢", "不予公开几件").status == "refused"


def test_the_same_question_of_another_row(places: Asked) -> None:
    assert places.ask("那复议呢", "宝应哪年新收最多").values == places.ask("宝应哪年复议最多").values
    assert places.ask("那不予公开呢", "宝应这几年新收的走势").values == places.ask("宝应这几年不予公开的走势").values
    assert places.value("相差多少", "宝应哪年新收最多", "最少呢") == places.value("宝应新收最多的一年比最少的一年多几件")


def test_the_foremost_as_a_part(shipped: Asked) -> None:
    asked = ("不予公开里哪条理由最多",)
    assert shipped.value("占不予公开几成", *asked) == shipped.value("第三方的占不予公开几成")
    assert shipped.value("占办结呢", *asked, "占不予公开几成") == shipped.value("第三方的占办结的百分之几")
    assert shipped.value("三个加一块占总数多少", "予以公开几件", "部分公开几件", "不予公开几件") == shipped.value("予以公开、部分公开和不予公开合计占办结多少")
    assert shipped.value("第二种原因占多少", "无法提供几件") == shipped.value("没有现成信息的占无法提供的百分之几")


def test_a_part_in_another_unit(shipped: Asked) -> None:
    assert figures(shipped.ask("换成分数", "部分公开占予以公开的多少")) == ["3/5"]
    assert figures(shipped.ask("用几成表示", "公开率多少")) == figures(shipped.ask("公开的占办结几成"))
    assert shipped.value("用千分比表示", "强制占许可多少") == round(shipped.value("强制处理决定多少") * 1000 / shipped.value("许可处理决定多少"), 2)


def test_a_rate_of_its_own_cases(shipped: Asked) -> None:
    assert shipped.ask("维持率", "直接起诉几件").values[0].cells == ("s4.suit_direct.upheld", "s4.suit_direct.total", "s4.suit_direct.pending")
    assert shipped.value("增加了多少", "行政许可多少") == shipped.value("许可本年增减多少")
    assert shipped.value("刚才那个数减去不予处理的", "新收几件") == shipped.value("新收减不予处理")
    assert len(shipped.ask("跟不予公开比呢", "部分公开几件").values) == 2


def test_each_in_the_sum_of_both(places: Asked) -> None:
    parts = [Decimal(v.value) for v in places.ask("占比各多少", "宝应2022新收几件", "高邮2022年呢", "加起来").values]
    assert abs(sum(parts, Decimal(0)) - 100) <= Decimal("0.01")


def test_several_are_added_to_the_last(shipped: Asked) -> None:
    assert shipped.value("再加上行政处罚和行政强制的处理决定，三项共多少", "行政许可处理决定数量") == shipped.value("许可、处罚、强制处理决定合计")


def test_the_last_figure_is_set_against_another_body(places: Asked) -> None:
    assert places.value("这相当于高邮2022年的百分之多少", "宝应2022年部分公开多少件") == places.value("宝应2022年部分公开相当于高邮的百分之多少")
    assert places.value("跟上一年比涨了百分之多少", "宝应2022年新收多少件") == places.value("宝应2022年新收比2021年增长百分之几")


def test_a_whole_said_before_the_share(shipped: Asked) -> None:
    assert shipped.value("在办结的里面占几成？", "无法提供一共几件") == shipped.value("无法提供占办结的几成")
    assert shipped.ask("占已经审结的百分之多少", "直接起诉几件", "被法院纠正的呢").values[0].cells[-1] == "s4.suit_direct.pending"
    assert shipped.value("换个单位，用亿元说", "采购总金额多少") == shipped.value("采购总金额合多少亿元")
    assert shipped.value("以万件为单位是多少", "许可处理决定多少") == shipped.value("许可处理决定多少件") / 10000


def test_what_is_left_of_the_last_figure(shipped: Asked) -> None:
    assert shipped.value("去掉信访还剩几件", "不予处理几件") == 0
    assert shipped.value("去掉信访还剩几件", "办结几件") == shipped.value("办结减信访")
    assert [v.value for v in shipped.ask("两个数一样吗", "复议几件", "诉讼几件").values] == ["41", "19"]


def test_another_part_of_its_own_whole(shipped: Asked) -> None:
    assert shipped.value("诉讼里的呢", "复议其他结果几件", "占复议几成") == shipped.value("诉讼其他结果占诉讼的几成")
    assert shipped.value("企业呢", "新收几件", "自然人占几成") == shipped.value("企业新收占新收的几成")
    assert shipped.value("第二呢", "不予公开里哪条理由最多", "占几成") == shipped.value("不予公开里第二多的理由几件")


def test_a_step_on_two_figures(shipped: Asked) -> None:
    assert shipped.value("少百分之几", "部分公开几件", "比予以公开少几件") == shipped.value("部分公开比予以公开少百分之几")
    assert shipped.value("现在呢", "收费项目原来几项", "减了几项") == shipped.value("收费项目减完还剩几项")
    assert shipped.ask("第一个占几成", "不予公开几件", "分别是什么").status == "refused"
    assert shipped.ask("复议比诉讼多一倍还多吗").verdict == "yes"


@pytest.mark.parametrize("doubt", ["你确定吗", "真的吗", "没错吧", "数据可靠吗", "原文怎么写的"])
def test_a_doubted_figure_is_told_again_with_its_source(shipped: Asked, doubt: str) -> None:
    reply = shipped.ask(doubt, "邓州2020年上年结转几件")
    assert (reply.verdict, [v.value for v in reply.values]) == (None, ["0"])


def test_two_figures_of_the_prose_are_set_against_each_other(shipped: Asked) -> None:
    assert shipped.value("差多少", "邓州2020年网站发了多少条", "微博呢") == 8621 - 516


@pytest.mark.parametrize(("turn", "share"), [("是予以公开的百分之几", "53.33"), ("是办结的百分之几", "13.11"), ("相当于无法提供的几成", "20")])
def test_what_was_asked_is_a_part_of_the_row_said_now(shipped: Asked, turn: str, share: str) -> None:
    assert figures(shipped.ask(turn, "邓州2020年不予公开几件")) == [share]


@pytest.mark.parametrize(("before", "turn", "told"), [
    ("部分公开几件", "其中自然人申请的几件", "9"), ("予以公开几件", "这15件里个人申请的几件", "13"), ("予以公开几件", "这些都是个人申请的吗", "13"),
    ("邓州收到几件", "其中自然人申请的几件", "59"), ("不予公开几件", "其中自然人新收几件", "59"),
])
def test_who_asked_for_those_is_of_what_was_asked(shipped: Asked, before: str, turn: str, told: str) -> None:
    assert figures(shipped.ask(turn, before))[0] == told


def test_who_asked_for_those_in_one_message(shipped: Asked) -> None:
    assert figures(shipped.ask("部分公开几件，其中自然人申请的几件")) == ["9", "9"]
