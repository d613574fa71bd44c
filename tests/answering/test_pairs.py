"""Two figures set against each other, in every way to say it: the result of plain arithmetic, or no figure at all."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from tests.answering.known import judged
from tests.answering.worlds import GAOYOU, World, made

SEEDS = (0, 3, 5)
R = "s3.result"
Wanted = Decimal | bool | None  # a figure, a verdict, nothing to be had


def ratio(a: Decimal, b: Decimal, times: int = 100) -> Decimal | None:
    return a * times / b if b else None


FIGURES: dict[str, Callable[[World], Decimal]] = {
    "新收申请": lambda w: w.of("s3.new@total"),
    "办结": lambda w: w.of(f"{R}.total@total"),
    "结转下年度": lambda w: w.of("s3.carried_out@total"),
    "予以公开": lambda w: w.of(f"{R}.granted@total"),
    "部分公开": lambda w: w.of(f"{R}.partial@total"),
    "不予公开": lambda w: w.of(f"{R}.denied.*@total"),
    "无法提供": lambda w: w.of(f"{R}.unable.*@total"),
    "国家秘密": lambda w: w.of(f"{R}.denied.state_secret@total"),
    "过程性信息": lambda w: w.of(f"{R}.denied.process@total"),
    "自然人申请": lambda w: w.of("s3.new@natural"),
    "企业申请": lambda w: w.of("s3.new@enterprise"),
    "行政复议": lambda w: w.of("s4.review.total"),
    "行政诉讼": lambda w: w.sum("s4.suit_direct.total", "s4.suit_after_review.total"),
    "未经复议直接起诉": lambda w: w.of("s4.suit_direct.total"),
    "复议后起诉": lambda w: w.of("s4.suit_after_review.total"),
    "复议维持": lambda w: w.of("s4.review.upheld"),
    "诉讼纠正": lambda w: w.sum("s4.suit_direct.corrected", "s4.suit_after_review.corrected"),
    "行政许可处理决定": lambda w: w.of("s2.art20_5.license.decisions"),
    "行政处罚处理决定": lambda w: w.of("s2.art20_6.penalty.decisions"),
    "2021年予以公开": lambda w: w.of(f"{R}.granted@total", 2021),
    "宝应2021年予以公开": lambda w: w.of(f"{R}.granted@total", 2021),
    "高邮2021年予以公开": lambda w: w.of(f"{R}.granted@total", 2021, GAOYOU),
}
FIGURES["2020年予以公开"] = FIGURES["予以公开"]
PAIRS = {
    "alike": (
        ("予以公开", "不予公开"), ("不予公开", "无法提供"), ("新收申请", "结转下年度"), ("行政复议", "行政诉讼"), ("未经复议直接起诉", "复议后起诉"),
        ("国家秘密", "过程性信息"), ("国家秘密", "部分公开"), ("行政许可处理决定", "行政处罚处理决定"),
    ),
    "part and whole": (("不予公开", "办结"), ("国家秘密", "不予公开"), ("未经复议直接起诉", "行政诉讼"), ("自然人申请", "新收申请")),
    "whole and part": (("办结", "不予公开"), ("行政诉讼", "未经复议直接起诉"), ("新收申请", "自然人申请")),
    "columns": (("自然人申请", "企业申请"), ("复议维持", "诉讼纠正")),
    "total and column": (("予以公开", "自然人申请"), ("办结", "企业申请"), ("行政复议", "诉讼纠正"), ("行政诉讼", "复议维持")),
    "years": (("2021年予以公开", "2020年予以公开"), ("2020年予以公开", "2021年予以公开")),
    "bodies": (("宝应2021年予以公开", "高邮2021年予以公开"),),
}
SUMS, SHARES = ("加", "一共", "合计"), ("占", "倍")  # what nobody asks of a whole and its part, of a part and its whole
SENSELESS = {"part and whole": SUMS, "whole and part": (*SUMS, *SHARES), "total and column": SHARES}
WAYS: dict[str, Callable[[Decimal, Decimal], Wanted]] = {
    "{A}比{B}多多少": lambda a, b: a - b,
    "{A}比{B}多几件": lambda a, b: a - b,
    "{A}比{B}少几件": lambda a, b: b - a,
    "{A}减去{B}等于多少": lambda a, b: a - b,
    "{A}和{B}差多少": lambda a, b: abs(a - b),
    "{A}与{B}之差是多少": lambda a, b: abs(a - b),
    "{A}加{B}是多少": lambda a, b: a + b,
    "{A}和{B}一共多少件": lambda a, b: a + b,
    "{A}、{B}加起来多少": lambda a, b: a + b,
    "{A}跟{B}合计几件": lambda a, b: a + b,
    "{A}占{B}的比例": ratio,
    "{A}占{B}百分之几": ratio,
    "{A}在{B}中占多大比例": ratio,
    "{A}是{B}的几倍": lambda a, b: ratio(a, b, 1),
    "{A}相当于{B}的多少倍": lambda a, b: ratio(a, b, 1),
    "{A}和{B}哪个多": max,
    "{A}多还是{B}多": max,
    "{A}跟{B}比谁更少": min,
    "{A}比{B}多吗": lambda a, b: a > b,
    "{A}是不是比{B}少": lambda a, b: a < b,
    "{A}超过{B}了吗": lambda a, b: a > b,
    "{A}多于{B}吗": lambda a, b: a > b,
    "{A}少于{B}吗": lambda a, b: a < b,
    "{A}有没有{B}多": lambda a, b: a >= b,
    "{A}和{B}一样多吗": lambda a, b: a == b,
    "{A}不如{B}多吗": lambda a, b: a < b,
}


def question_of(way: str, one: str, other: str) -> str:
    said = way.format(A=one, B=other)
    return said if one.startswith("宝应") else f"宝应{said}" if one.startswith("20") else f"宝应2020年{said}"


def is_right(world: World, question: str, wanted: Wanted) -> bool:
    reply = world.asked.ask(question)
    if isinstance(wanted, bool):
        return reply.verdict == ("yes" if wanted else "no")
    if wanted is None:
        return reply.status == "refused"
    first = reply.values[0] if reply.values else None
    return first is not None and bool(first.value) and abs(Decimal(first.value) - wanted) <= Decimal("0.0051" if first.unit == "%" else "0.0000501")


def failing(way: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """The pairs for which a way of asking does not give what plain arithmetic gives, each once."""
    for one, other in pairs:
        for world in map(made, SEEDS):
            question = question_of(way, one, other)
            if not is_right(world, question, WAYS[way](FIGURES[one](world), FIGURES[other](world))):
                yield question
                break


ASKED = [(kind, way) for kind in PAIRS for way in WAYS if not any(word in way for word in SENSELESS.get(kind, ()))]


@pytest.mark.parametrize(("kind", "way"), ASKED)
def test_two_figures(kind: str, way: str) -> None:
    judged("pairs", f"{kind}：{way}", list(failing(way, PAIRS[kind])))
