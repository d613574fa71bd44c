"""One character wrong: the same figure or none, and never that of the opposite term."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from handlers.answering.words.sounds import syllable
from tests.answering.known import judged
from tests.answering.worlds import made

TERMS = (
    "新收申请", "予以公开", "不予公开", "部分公开", "无法提供", "不予处理", "结转下年度", "上年结转", "重复申请", "国家秘密", "保护第三方合法权益", "过程性信息", "内部事务信息",
    "行政执法案卷", "信访举报投诉", "行政复议维持", "行政复议纠正", "行政诉讼尚未审结", "未经复议直接起诉", "复议后起诉", "行政许可处理决定", "行政处罚处理决定",
    "行政强制处理决定", "采购总金额", "自然人申请", "商业企业申请", "科研机构申请", "法律服务机构申请", "公开率", "败诉率", "其他处理", "本机关不掌握", "大量反复申请",
)
OPPOSITES = (
    ("不予公开", "予以公开"), ("不予公开", "部分公开"), ("部分公开", "不予公开"), ("部分公开", "予以公开"), ("予以公开", "不予公开"), ("行政复议维持", "行政复议纠正"),
    ("行政复议纠正", "行政复议维持"), ("上年结转", "结转下年度"), ("结转下年度", "上年结转"), ("行政许可处理决定", "行政处罚处理决定"), ("行政处罚处理决定", "行政许可处理决定"),
    ("行政强制处理决定", "行政处罚处理决定"), ("无法提供", "不予处理"), ("不予处理", "不予公开"),
)


@cache
def alike() -> dict[str, list[str]]:
    """Everyday characters by sound."""
    sounds: dict[str, list[str]] = defaultdict(list)
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF if high < 0xD7 else 0xFA):
            character = bytes((high, low)).decode("gb2312")
            sounds[syllable(character)].append(character)
    return sounds


def cells(term: str) -> list[tuple[str, ...]]:
    return [v.cells for v in made(3).asked.ask(f"宝应2020年{term}多少件").values]


def homophones(term: str) -> Iterator[str]:
    """The term with one character that sounds the same, two ways for each place."""
    rng = Random(term)
    for at, character in enumerate(term):
        others = [c for c in alike()[syllable(character)] if c != character]
        yield from (term[:at] + other + term[at + 1 :] for other in rng.sample(others, min(2, len(others))))


def damaged(term: str) -> Iterator[str]:
    """One character left out, two swapped, one replaced by any other."""
    rng, everyday = Random(term), [c for found in alike().values() for c in found]
    for at in range(len(term)):
        yield term[:at] + term[at + 1 :]
        yield term[:at] + term[at + 1 : at + 2] + term[at] + term[at + 2 :]
        yield term[:at] + rng.choice(everyday) + term[at + 1 :]


@pytest.mark.parametrize("term", TERMS)
def test_a_homophone_gives_the_same_figure_or_none(term: str) -> None:
    right = cells(term)
    assert len(right) == 1
    assert not {wrong: found for wrong in homophones(term) if (found := cells(wrong)) not in ([], right)}


def test_most_homophones_are_understood() -> None:
    written = [(term, wrong) for term in TERMS for wrong in homophones(term)]
    assert sum(cells(wrong) == cells(term) for term, wrong in written) > 0.85 * len(written)


@pytest.mark.parametrize(("term", "opposite"), OPPOSITES)
def test_damage_never_makes_the_opposite(term: str, opposite: str) -> None:
    wrong = [w for w in (*damaged(term), *homophones(term)) if w != opposite and cells(opposite)[0] in cells(w)]
    judged("typos", f"{term} → {opposite}", wrong)
