"""Questions that take several steps: an axis, then a choice among it; a part left out; years or bodies gathered first."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.answering.known import judged
from tests.answering.worlds import BAOYING, GAOYOU, YEARS, YIZHENG, World, made

SEEDS = (0, 3, 5)
R = "s3.result"
NEW, TOTAL, GRANTED, PARTIAL = "s3.new@total", f"{R}.total@total", f"{R}.granted@total", f"{R}.partial@total"
DENIED, UNPROCESSED = f"{R}.denied.*@total", f"{R}.unprocessed.*@total"
PENALTY = "s2.art20_6.penalty.decisions"
BODIES = (BAOYING, GAOYOU, YIZHENG)
COLUMNS = ("natural", "enterprise", "research", "welfare", "legal_service", "other_org")
Plain = Callable[[World], list[Decimal]]  # the figures that come first


def percent(top: Decimal, base: Decimal, times: int = 100) -> list[Decimal]:
    return [top * times / base] if base else []


def open_rate(w: World, year: int, body: str = BAOYING) -> Decimal:
    base = w.of(TOTAL, year, body)
    return (w.of(GRANTED, year, body) + w.of(PARTIAL, year, body)) * 100 / base if base else Decimal(0)


def by_column(w: World, row: str, year: int = 2020) -> list[Decimal]:
    return [w.of(f"{row}@{c}", year) for c in COLUMNS]


def not_zero(figures: list[Decimal]) -> list[Decimal]:
    """A breakdown names the zeros after the figures."""
    return [f for f in figures if f] or figures


def cases(w: World, outcome: str) -> Decimal:
    return w.sum(*(f"{block}.{outcome}" for block in ("s4.review", "s4.suit_direct", "s4.suit_after_review")))


QUESTIONS: tuple[tuple[str, Plain], ...] = (
    ("宝应2020年没要到手的，就是不予公开的、无法提供的、不予处理的三样搁一块一共多少件", lambda w: [w.sum(DENIED, f"{R}.unable.*@total", UNPROCESSED)]),
    ("宝应2020年新收、办结、转到下一年接着办的，各是多少件", lambda w: [w.of(NEW), w.of(TOTAL), w.of("s3.carried_out@total")]),
    ("无法提供不是分三种情形吗，宝应2020年真正发生过的有几种", lambda w: [Decimal(sum(v != 0 for v in w.parts(f"{R}.unable.*@total").values()))]),
    ("把宝应2020年无法提供、不予处理这两大类加一加，等于几", lambda w: [w.sum(f"{R}.unable.*@total", UNPROCESSED)]),
    ("宝应2020年是“本机关不掌握”的多，还是“需要另行制作”的多", lambda w: sorted((w.of(f"{R}.unable.{part}@total") for part in ("not_held", "need_make")), reverse=True)),
    ("不予公开和无法提供的各条理由里，宝应2020年最多的是哪条", lambda w: [max([*w.parts(DENIED).values(), *w.parts(f"{R}.unable.*@total").values()])]),
    ("宝应2020年哪类申请人不予公开最多", lambda w: [max(by_column(w, f"{R}.denied.*"))]),
    ("宝应哪年企业申请最多", lambda w: [max(w.series("s3.new@enterprise"))]),
    ("宝应2019到2022年公开率怎么变", lambda w: [open_rate(w, y) for y in YEARS]),
    ("2021年哪家公开率最高", lambda w: [max(open_rate(w, 2021, b) for b in BODIES)]),
    ("2021年公开率最低的单位", lambda w: [min(open_rate(w, 2021, b) for b in BODIES)]),
    ("2021年各单位公开率排名", lambda w: sorted((open_rate(w, 2021, b) for b in BODIES), reverse=True)),
    ("宝应2021年公开率比2020年高多少", lambda w: [open_rate(w, 2021) - open_rate(w, 2020)]),
    ("宝应新收申请超过100件的年份有哪些", lambda w: sorted((v for v in w.series(NEW) if v > 100), reverse=True)),
    ("宝应哪几年新收申请不到100件", lambda w: sorted((v for v in w.series(NEW) if v < 100), reverse=True)),
    ("2021年新收申请不到1000件的单位有哪些", lambda w: sorted((v for b in BODIES if (v := w.of(NEW, 2021, b)) < 1000), reverse=True)),
    ("2021年哪些单位新收申请不到1000件", lambda w: sorted((v for b in BODIES if (v := w.of(NEW, 2021, b)) < 1000), reverse=True)),
    ("2021年新收申请最多的单位比最少的多多少", lambda w: [max(s := [w.of(NEW, 2021, b) for b in BODIES]) - min(s)]),
    ("宝应2020年第二多的不予公开理由", lambda w: sorted(set(w.parts(DENIED).values()), reverse=True)[1:2]),
    ("宝应2020年几类申请人提出了申请", lambda w: [Decimal(sum(v > 0 for v in by_column(w, "s3.new")))]),
    ("宝应2020年不予公开中自然人占多少", lambda w: percent(w.of(f"{R}.denied.*@natural"), w.of(DENIED))),
    ("宝应2020年不予公开里自然人占几成", lambda w: percent(w.of(f"{R}.denied.*@natural"), w.of(DENIED), 10)),
    ("宝应2020年予以公开的申请中企业占百分之几", lambda w: percent(w.of(f"{R}.granted@enterprise"), w.of(GRANTED))),
    ("宝应2020年予以公开的申请里自然人占多少", lambda w: percent(w.of(f"{R}.granted@natural"), w.of(GRANTED))),
    ("宝应2020年收到的申请里自然人占多少", lambda w: percent(w.of("s3.new@natural"), w.of(NEW))),
    ("宝应2020年企业公开率", lambda w: percent(w.sum(f"{R}.granted@enterprise", f"{R}.partial@enterprise"), w.of(f"{R}.total@enterprise"))),
    ("宝应2020年除了自然人以外的申请有多少", lambda w: [w.of(NEW) - w.of("s3.new@natural")]),
    ("宝应2020年不予处理里除了重复申请还有多少", lambda w: [w.of(UNPROCESSED) - w.of(f"{R}.unprocessed.repeat@total")]),
    ("宝应2020年不算重复申请，不予处理还有多少件", lambda w: [w.of(UNPROCESSED) - w.of(f"{R}.unprocessed.repeat@total")]),
    ("2021年除了宝应，其他单位新收各多少", lambda w: [w.of(NEW, 2021, b) for b in (YIZHENG, GAOYOU)]),
    ("宝应2020年六类申请人平均每类提了几件", lambda w: [round(w.of(NEW) / 6, 4).normalize()]),
    ("宝应2020年不予公开下面第四小项是几件", lambda w: [w.of(f"{R}.denied.third_party@total")]),
    ("宝应2020年处罚决定离九千件还差多少", lambda w: [abs(w.of(PENALTY) - 9000)]),
    ("宝应2020年不予公开那八条理由累加起来多少件", lambda w: [w.of(DENIED)]),
    ("宝应2020年许可、处罚、强制三项处理决定总量", lambda w: [w.sum("s2.art20_5.license.decisions", "s2.art20_6.penalty.decisions", "s2.art20_6.coercion.decisions")]),
    ("宝应2020年新收、办结两个数分别多少", lambda w: [w.of(NEW), w.of(f"{R}.total@total")]),
    ("宝应2019到2022年新收，去掉2020年，其他三年加起来多少", lambda w: [sum((w.of(NEW, y) for y in (2019, 2021, 2022)), Decimal(0))]),
    ("宝应2020年行政处罚现有项目多少项", lambda w: [w.sum("s2.art20_6.penalty.prev_items", "s2.art20_6.penalty.change")]),
    ("三家单位2021年新收申请之和", lambda w: [sum((w.of(NEW, 2021, b) for b in BODIES), Decimal(0))]),
    ("宝应2019到2022年累计不予公开多少件", lambda w: [sum(w.series(DENIED), Decimal(0))]),
    ("宝应2019年到2022年行政处罚处理决定一共多少", lambda w: [sum(w.series(PENALTY), Decimal(0))]),
    ("宝应历年新收申请之和", lambda w: [sum(w.series(NEW), Decimal(0))]),
    ("宝应四年一共新收多少申请", lambda w: [sum(w.series(NEW), Decimal(0))]),
    ("宝应2020年所有案件中尚未审结的几件", lambda w: [cases(w, "pending")]),
    ("宝应2020年复议和诉讼里纠正的合计几件", lambda w: [cases(w, "corrected")]),
    ("宝应2020年每类申请人予以公开多少", lambda w: not_zero(by_column(w, f"{R}.granted"))),
    ("宝应2020年各类申请人的不予公开分别几件", lambda w: not_zero(by_column(w, f"{R}.denied.*"))),
    ("宝应2020年自然人占新收比例，2021年呢", lambda w: [p for y in (2020, 2021) for p in percent(w.of("s3.new@natural", y), w.of(NEW, y))]),
    ("宝应2022年新收申请在三家里排第几", lambda w: [Decimal(1 + sum(w.of(NEW, 2022, b) > w.of(NEW, 2022) for b in BODIES))]),
    ("宝应2021年新收申请比三家平均多多少", lambda w: [w.of(NEW, 2021) - sum((w.of(NEW, 2021, b) for b in BODIES), Decimal(0)) / 3]),
    ("2021年三家谁的自然人申请最少", lambda w: [min(w.of("s3.new@natural", 2021, b) for b in BODIES)]),
    ("宝应2020年不予处理有几种情形超过10件", lambda w: [Decimal(sum(v > 10 for v in w.parts(UNPROCESSED).values()))]),
    ("宝应2020年不予处理的各种情形中，过了10件的有几个", lambda w: [Decimal(sum(v > 10 for v in w.parts(UNPROCESSED).values()))]),
    ("宝应2020年办结的里面有多少没公开", lambda w: [w.of(TOTAL) - w.sum(GRANTED, PARTIAL)]),
)


def first_figures(w: World, question: str, count: int) -> list[Decimal] | None:
    """None: refused or asked back."""
    reply = w.asked.ask(question)
    return [Decimal(v.value or "-1") for v in reply.values[:count]] if reply.status == "answered" else None


def same(found: list[Decimal] | None, wanted: list[Decimal]) -> bool:
    """Nothing to be had is no fault where there is nothing."""
    if not wanted:
        return found is None or not found
    return found is not None and len(found) == len(wanted) and all(abs(a - b) <= Decimal("0.0051") for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize(("question", "plain"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_several_steps(question: str, plain: Plain) -> None:
    answers = [(seed, plain(made(seed)), first_figures(made(seed), question, len(plain(made(seed))))) for seed in SEEDS]
    judged("steps", question, [answer for answer in answers if not same(answer[2], answer[1])])
