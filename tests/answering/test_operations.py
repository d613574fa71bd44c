"""Computed answers against plain arithmetic on the same figures, over random reports that keep the rules of the form."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from handlers.answering import Reply
from tests.answering.archives import Memory, complete, report
from tests.answering.known import judged
from tests.answering.support import Asked
from tests.answering.worlds import BAOYING, FORM, GAOYOU, YEARS, YIZHENG, World, made

SEEDS = range(10)
R, TOTAL = "s3.result", "s3.result.total@total"
DENIED, UNABLE, UNPROCESSED = (f"{R}.{group}.*@total" for group in ("denied", "unable", "unprocessed"))
GRANTED, PARTIAL, NEW = f"{R}.granted@total", f"{R}.partial@total", "s3.new@total"
LICENSE, PENALTY, COERCION = "s2.art20_5.license.decisions", "s2.art20_6.penalty.decisions", "s2.art20_6.coercion.decisions"
ITEMS, MONEY = "s2.art20_9.procurement.items", "s2.art20_9.procurement.amount_wan"
BODIES = (BAOYING, GAOYOU, YIZHENG)
Plain = Callable[[World], Decimal | None]  # None: there is no such figure, its base is 0


@cache
def zeros() -> World:
    """Reports full of zeros."""
    figures = {(body, year): dict.fromkeys(complete(FORM[year], {}), Decimal(0)) for body in BODIES for year in YEARS}
    reports = (report(body, year, FORM[year], dict(cells), check=False) for (body, year), cells in figures.items())
    return World(Asked(Memory(reports)), figures)


def ratio(top: Decimal, base: Decimal, times: int = 100) -> Decimal | None:
    return top * times / base if base else None


def suits(w: World, outcome: str) -> Decimal:
    return w.sum(f"s4.suit_direct.{outcome}", f"s4.suit_after_review.{outcome}")


def growth(w: World, row: str, year: int) -> Decimal | None:
    before, now = w.of(row, year - 1), w.of(row, year)
    return ratio(now - before, before)


# ---------------------------------------------------------------- one figure out of several

ONE_FIGURE: tuple[tuple[str, Plain], ...] = (
    ("宝应2020年不予公开多少件", lambda w: w.of(DENIED)),
    ("宝应2020年无法提供多少件", lambda w: w.of(UNABLE)),
    ("宝应2020年不予处理多少件", lambda w: w.of(UNPROCESSED)),
    ("宝应2020年行政诉讼一共几件", lambda w: suits(w, "total")),
    ("宝应2020年行政诉讼结果纠正几件", lambda w: suits(w, "corrected")),
    ("宝应2020年法人或其他组织新收申请几件", lambda w: w.of(NEW) - w.of("s3.new@natural")),
    ("宝应2021年其他处理几件", lambda w: w.of(f"{R}.other.*@total", 2021)),
    ("宝应2020年予以公开和部分公开合计多少件", lambda w: w.sum(GRANTED, PARTIAL)),
    ("宝应2020年不予公开加无法提供一共多少件", lambda w: w.sum(DENIED, UNABLE)),
    ("宝应2020年企业和科研机构申请合计多少", lambda w: w.sum("s3.new@enterprise", "s3.new@research")),
    ("宝应2020年行政处罚和行政强制处理决定合计多少", lambda w: w.sum(PENALTY, COERCION)),
    ("宝应2020年复议和诉讼案件一共几件", lambda w: suits(w, "total") + w.of("s4.review.total")),
    ("宝应2019年到2022年新收申请总共多少件", lambda w: sum(w.series(NEW), Decimal(0))),
    ("宝应和高邮2021年新收申请合计多少", lambda w: w.of(NEW, 2021) + w.of(NEW, 2021, GAOYOU)),
    ("宝应2020年不予公开比无法提供多多少", lambda w: w.of(DENIED) - w.of(UNABLE)),
    ("宝应2020年不予公开比无法提供少多少", lambda w: w.of(UNABLE) - w.of(DENIED)),
    ("宝应2020年不予公开和无法提供相差多少", lambda w: abs(w.of(DENIED) - w.of(UNABLE))),
    ("宝应2021年新收申请比2020年多多少", lambda w: w.of(NEW, 2021) - w.of(NEW, 2020)),
    ("2021年宝应新收申请比高邮多多少", lambda w: w.of(NEW, 2021) - w.of(NEW, 2021, GAOYOU)),
    ("宝应2020年办结减去予以公开是多少", lambda w: w.of(TOTAL) - w.of(GRANTED)),
    ("宝应2020年行政许可处理决定是行政处罚的几倍", lambda w: ratio(w.of(LICENSE), w.of(PENALTY), 1)),
    ("宝应2020年自然人申请是企业申请的多少倍", lambda w: ratio(w.of("s3.new@natural"), w.of("s3.new@enterprise"), 1)),
    ("宝应2020年不予公开占办结的比例", lambda w: ratio(w.of(DENIED), w.of(TOTAL))),
    ("宝应2020年自然人占新收的百分之几", lambda w: ratio(w.of("s3.new@natural"), w.of(NEW))),
    ("宝应2020年重复申请占不予处理的比例", lambda w: ratio(w.of(f"{R}.unprocessed.repeat@total"), w.of(UNPROCESSED))),
    ("宝应2020年信访举报投诉类申请占不予处理几成", lambda w: ratio(w.of(f"{R}.unprocessed.petition@total"), w.of(UNPROCESSED), 10)),
    ("宝应2020年维持占行政复议的比例", lambda w: ratio(w.of("s4.review.upheld"), w.of("s4.review.total"))),
    ("宝应2020年公开率", lambda w: ratio(w.sum(GRANTED, PARTIAL), w.of(TOTAL))),
    ("宝应2020年不予公开率", lambda w: ratio(w.of(DENIED), w.of(TOTAL))),
    ("宝应2020年办结率", lambda w: ratio(w.of(TOTAL), w.sum(NEW, "s3.carried_in@total"))),
    ("宝应2020年败诉率", lambda w: ratio(suits(w, "corrected"), suits(w, "total") - suits(w, "pending"))),
    ("宝应2020年复议维持率", lambda w: ratio(w.of("s4.review.upheld"), w.of("s4.review.total") - w.of("s4.review.pending"))),
    ("宝应2021年新收申请比2020年增长百分之几", lambda w: growth(w, NEW, 2021)),
    ("宝应2021年予以公开同比增长率", lambda w: growth(w, GRANTED, 2021)),
    ("宝应2022年行政处罚处理决定同比增长率", lambda w: growth(w, PENALTY, 2022)),
    ("宝应2019到2022年平均每年新收申请多少", lambda w: sum(w.series(NEW), Decimal(0)) / 4),
    ("2021年三家单位新收申请平均多少", lambda w: sum((w.of(NEW, 2021, b) for b in BODIES), Decimal(0)) / 3),
    ("宝应2020年采购平均每个项目多少万元", lambda w: ratio(w.of(MONEY), w.of(ITEMS), 1)),
    ("宝应2020年采购总金额是多少元", lambda w: w.of(MONEY) * 10000),
    ("宝应2020年采购总金额合多少亿元", lambda w: w.of(MONEY) / 10000),
    ("宝应2021年收费金额是多少元", lambda w: w.of("s2.art20_8.fee.amount_wan", 2021) * 10000),
    ("宝应2020年行政许可年末项目数量", lambda w: w.sum("s2.art20_5.license.prev_items", "s2.art20_5.license.change")),
    ("宝应2020年用到的不予公开理由有几种", lambda w: Decimal(sum(v != 0 for v in w.parts(DENIED).values()))),
    ("宝应2020年超过5件的不予公开理由有几种", lambda w: Decimal(sum(v > 5 for v in w.parts(DENIED).values()))),
)


@pytest.mark.parametrize(("question", "plain"), ONE_FIGURE, ids=[q for q, _ in ONE_FIGURE])
def test_one_figure(question: str, plain: Plain) -> None:
    judged("operations", question, [(seed, plain(made(seed)), reply) for seed in SEEDS if (reply := wrong(made(seed), question, plain))])


def wrong(w: World, question: str, plain: Plain) -> Reply | None:
    """The reply, unless its first figure is the expected one with its cells; a figure over 0 has to be refused."""
    expected, reply = plain(w), w.asked.ask(question)
    if expected is None:
        return None if (reply.status, reply.reason) == ("refused", "not_comparable") and "0" in reply.text else reply
    first = reply.values[0] if reply.values else None
    return None if first and first.cells and close(first.value, expected, first.unit) else reply


@pytest.mark.parametrize(("question", "plain"), ONE_FIGURE, ids=[q for q, _ in ONE_FIGURE])
def test_nothing_is_divided_by_zero(question: str, plain: Plain) -> None:
    judged("zero", question, [reply] if (reply := wrong(zeros(), question, plain)) else [])


def close(shown: str, exact: Decimal, unit: str) -> bool:
    """Shown as it should be rounded: two decimals for %, four for other quotients, figures of the report exactly."""
    if not shown:
        return False
    half = Decimal("0.00500001") if unit == "%" else Decimal("0.00005000001")
    return abs(Decimal(shown) - exact) <= (half if exact % 1 and unit not in ("元", "亿元") else 0 if unit != "%" else half)


@pytest.mark.parametrize("question", ["宝应2021年新收申请比2020年增长百分之几", "宝应2020年败诉率", "宝应2020年公开率"])
def test_both_figures_are_told_whatever_the_base(question: str) -> None:
    for seed in SEEDS:
        reply = made(seed).asked.ask(question)
        assert reply.status == "refused" or any(sign in reply.text for sign in ("÷", "→")), (seed, reply)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("宝应2020年公开率", lambda w: ratio(w.of(GRANTED), w.of(TOTAL))),
        ("宝应2020年败诉率", lambda w: ratio(suits(w, "corrected"), suits(w, "total"))),
        ("宝应2020年复议维持率", lambda w: ratio(w.of("s4.review.upheld"), w.of("s4.review.total"))),
    ],
)
def test_the_other_base_of_a_rate_stands_beside_it(question: str, other: Plain) -> None:
    for seed in SEEDS:
        w = made(seed)
        expected, reply = other(w), w.asked.ask(question)
        if reply.status == "answered" and expected is not None:
            assert any(close(v.value, expected, "%") for v in reply.also), (seed, expected, reply)


# ---------------------------------------------------------------- several figures

def numbers(reply: Reply) -> list[Decimal]:
    return [Decimal(v.value) for v in reply.values]


def at_the_top(figures: list[Decimal], count: int) -> list[Decimal]:
    """The first `count`, and all that tie with the last of them."""
    ordered = sorted(figures, reverse=True)
    return [f for f in ordered if f >= ordered[count - 1]]


SEVERAL: tuple[tuple[str, Callable[[World], list[Decimal]]], ...] = (
    ("宝应2020年新收申请、办结、结转下年度分别多少", lambda w: [w.of(NEW), w.of(TOTAL), w.of("s3.carried_out@total")]),
    ("宝应2020年行政许可、行政处罚、行政强制处理决定各多少", lambda w: [w.of(LICENSE), w.of(PENALTY), w.of(COERCION)]),
    ("宝应2019到2022年新收申请怎么变", lambda w: w.series(NEW)),
    ("宝应2020到2023年新收申请怎么变", lambda w: w.series(NEW, (2020, 2021, 2022))),
    ("宝应和高邮2021年新收申请各多少", lambda w: [w.of(NEW, 2021), w.of(NEW, 2021, GAOYOU)]),
    ("宝应2020年不予处理的各种情形从多到少排", lambda w: sorted(w.parts(UNPROCESSED).values(), reverse=True)),
    ("2021年各单位新收申请排名", lambda w: sorted((w.of(NEW, 2021, b) for b in BODIES), reverse=True)),
    ("2021年新收申请排前两名的单位", lambda w: at_the_top([w.of(NEW, 2021, b) for b in BODIES], 2)),
    ("宝应2020年不予公开理由前三名", lambda w: at_the_top(list(w.parts(DENIED).values()), 3)),
    ("宝应2020年予以公开和不予公开哪个多", lambda w: sorted((w.of(GRANTED), w.of(DENIED)), reverse=True)),
    ("宝应2020年予以公开和不予公开哪个少", lambda w: sorted((w.of(GRANTED), w.of(DENIED)))),
    ("宝应和高邮2021年新收申请谁多", lambda w: sorted((w.of(NEW, 2021), w.of(NEW, 2021, GAOYOU)), reverse=True)),
)


@pytest.mark.parametrize(("question", "plain"), SEVERAL, ids=[q for q, _ in SEVERAL])
def test_several_figures_in_order(question: str, plain: Callable[[World], list[Decimal]]) -> None:
    replies = {seed: made(seed).asked.ask(question) for seed in SEEDS}
    judged("operations", question, [(seed, plain(made(seed)), r) for seed, r in replies.items() if numbers(r) != plain(made(seed))])


EXTREMES: tuple[tuple[str, bool, Callable[[World], list[Decimal]]], ...] = (
    ("2021年哪家新收申请最多", True, lambda w: [w.of(NEW, 2021, b) for b in BODIES]),
    ("2021年新收申请最少的是哪家", False, lambda w: [w.of(NEW, 2021, b) for b in BODIES]),
    ("宝应哪年新收申请最多", True, lambda w: w.series(NEW)),
    ("宝应哪年予以公开最少", False, lambda w: w.series(GRANTED)),
    ("宝应2020年哪类申请人申请最多", True, lambda w: [v for c, v in w.parts("s3.new@*").items() if c != NEW]),
    ("宝应2020年不予公开的哪种理由最多", True, lambda w: list(w.parts(DENIED).values())),
    ("宝应2020年无法提供的哪种情形最少", False, lambda w: list(w.parts(UNABLE).values())),
)


@pytest.mark.parametrize(("question", "largest", "plain"), EXTREMES, ids=[q for q, *_ in EXTREMES])
def test_all_that_tie_for_the_extreme_are_named(question: str, largest: bool, plain: Callable[[World], list[Decimal]]) -> None:
    replies = [(plain(made(seed)), made(seed).asked.ask(question)) for seed in SEEDS]
    judged("operations", question, [(figures, r) for figures, r in replies if not names_all(r, figures, largest)])


def names_all(reply: Reply, figures: list[Decimal], largest: bool) -> bool:
    """The best comes first, as often as it occurs, and a tie is said to be one."""
    best, found = max(figures) if largest else min(figures), numbers(reply)
    ties = figures.count(best)
    return found[:ties] == [best] * ties and found.count(best) == ties and ("并列" in reply.text) == (ties > 1)


@pytest.mark.parametrize(
    ("question", "figures", "test"),
    [
        ("宝应2020年超过5件的不予公开理由有哪些", lambda w: w.parts(DENIED).values(), lambda v: v > 5),
        ("宝应2020年5件以上的不予公开理由有哪些", lambda w: w.parts(DENIED).values(), lambda v: v >= 5),
        ("宝应2020年不到5件的不予处理情形有哪些", lambda w: w.parts(UNPROCESSED).values(), lambda v: v < 5),
        ("宝应2020年不为零的无法提供情形有哪些", lambda w: w.parts(UNABLE).values(), lambda v: v != 0),
        ("2021年新收申请超过20件的单位有哪些", lambda w: [w.of(NEW, 2021, b) for b in BODIES], lambda v: v > 20),
    ],
)
def test_a_threshold_keeps_all_that_pass_and_no_others(question: str, figures: Callable[[World], list[Decimal]], test: Callable[[Decimal], bool]) -> None:
    replies = [(list(filter(test, figures(made(seed)))), made(seed).asked.ask(question)) for seed in SEEDS]
    judged("operations", question, [(kept, r) for kept, r in replies if sorted(Decimal(v.value) for v in r.values if v.cells) != sorted(kept)])


# ---------------------------------------------------------------- yes and no

POLAR: tuple[tuple[str, Callable[[World], bool]], ...] = (
    ("宝应2020年有没有科研机构申请", lambda w: w.of("s3.new@research") > 0),
    ("宝应2020年有不予公开的吗", lambda w: w.of(DENIED) > 0),
    ("宝应2020年予以公开比不予公开多吗", lambda w: w.of(GRANTED) > w.of(DENIED)),
    ("宝应2020年予以公开比不予公开少吗", lambda w: w.of(GRANTED) < w.of(DENIED)),
    ("宝应2021年新收申请比2020年多吗", lambda w: w.of(NEW, 2021) > w.of(NEW, 2020)),
    ("宝应2020年予以公开超过一半吗", lambda w: w.of(GRANTED) * 2 > w.of(TOTAL)),
    ("宝应2020年新收申请超过100件吗", lambda w: w.of(NEW) > 100),
    ("宝应2020年新收申请不到100件吗", lambda w: w.of(NEW) < 100),
    ("宝应2020年维持的诉讼超过纠正的吗", lambda w: suits(w, "upheld") > suits(w, "corrected")),
    ("宝应2020年收到的申请都办完了吗", lambda w: w.of("s3.carried_out@total") == 0),
)


@pytest.mark.parametrize(("question", "plain"), POLAR, ids=[q for q, _ in POLAR])
def test_a_verdict_is_right_and_proved(question: str, plain: Callable[[World], bool]) -> None:
    replies = {seed: made(seed).asked.ask(question) for seed in SEEDS if "一半" not in question or made(seed).of(TOTAL)}
    unproved = [(seed, r) for seed, r in replies.items() if not r.values or not all(v.cells for v in r.values)]
    judged("operations", question, unproved + [(seed, r) for seed, r in replies.items() if r.verdict != ("yes" if plain(made(seed)) else "no")])


STEADILY = (("年年增加", 1), ("逐年增加", 1), ("年年往上走", 1), ("年年减少", -1), ("逐年减少", -1), ("逐年增长", 1))


@pytest.mark.parametrize("first", YEARS[:-1])
@pytest.mark.parametrize(("words", "sign"), STEADILY)
def test_steadily_means_every_year_above_or_below_the_one_before(words: str, sign: int, first: int) -> None:
    for seed in SEEDS:
        w, years = made(seed), [y for y in YEARS if y >= first]
        figures = w.series(NEW, years)
        reply = w.asked.ask(f"宝应{first}到{YEARS[-1]}年新收申请{words}吗")
        assert numbers(reply) == figures
        assert reply.verdict == ("yes" if all((b - a) * sign > 0 for a, b in pairwise(figures)) else "no"), reply


@pytest.mark.parametrize("words", [words for words, _ in STEADILY])
def test_two_equal_years_neither_rise_nor_fall(places: Asked, words: str) -> None:
    reply = places.ask(f"宝应2019到2020年行政许可处理决定{words}吗")
    assert (reply.verdict, [v.value for v in reply.values]) == ("no", ["4100", "4100"])


def test_years_that_are_not_there_are_named() -> None:
    w = made(0)
    reply = w.asked.ask("宝应2020到2024年新收申请怎么变")
    assert [v.year for v in reply.values] == [y for y in YEARS if y >= 2020]
    assert "2023" in reply.text
    assert "2024" in reply.text


@pytest.mark.parametrize("question", ["宝应2020年个人的公开率比企业的公开率高多少", "宝应2021年复议纠错率比2020年多几个百分点"])
def test_a_rate_without_a_base_is_set_against_nothing(question: str) -> None:
    reply = zeros().asked.ask(question)
    assert (reply.status, reply.reason, reply.values) == ("refused", "not_comparable", ())
