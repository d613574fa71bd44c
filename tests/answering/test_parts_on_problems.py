"""The part on problems and plans is told for what it speaks of, never for another subject."""

import pytest

from index.models import Place, Section
from tests.answering.archives import Memory, complete, report
from tests.answering.support import Asked
from tests.answering.town import BAOYING, OF_2019

PROBLEMS = "存在的主要问题：一是网站建设滞后，平台不统一；二是专业人才缺乏。"
PLANS = "针对上述问题，下一步：一是加强网站建设；二是开展业务培训，提高答复水平。"


@pytest.fixture(scope="module")
def told() -> Asked:
    section = Section("s5", "五、存在的主要问题及改进情况", (PROBLEMS, PLANS), Place(9))
    return Asked(Memory([report(BAOYING, 2020, "2019", complete("2019", OF_2019), sections=(section,))]))


@pytest.mark.parametrize(("text", "part"), [
    ("存在哪些问题", PROBLEMS), ("政务公开工作存在的主要问题有哪些", PROBLEMS), ("平台建设有什么毛病", PROBLEMS), ("缺人才方面的困难有哪些", PROBLEMS),
    ("下一步有何打算", PLANS), ("打算怎么提高答复水平", PLANS), ("网站检查整改打算怎么做", PLANS), ("针对存在问题提出了哪些改进措施", PLANS),
    ("main problems of information disclosure", PROBLEMS),
])
def test_what_the_part_speaks_of_is_told(told: Asked, text: str, part: str) -> None:
    assert [v.value for v in told.ask(f"宝应2020年{text}").values] == [part]


def test_both_halves_are_told_when_both_are_asked(told: Asked) -> None:
    assert [v.value for v in told.ask("宝应2020年存在的问题和改进措施各是什么").values] == [PROBLEMS, PLANS]


@pytest.mark.parametrize("text", ["准备怎样提高食堂饭菜质量", "打算怎么解决停车难", "扶贫存在什么问题", "下一步打算怎么修路", "交通管理有哪些短板", "养老问题怎么解决", "菜市场管理存在哪些问题", "what are the problems with housing"])
def test_another_subject_is_named_and_not_told(told: Asked, text: str) -> None:
    reply = told.ask(f"宝应2020年{text}")
    assert (reply.status, reply.reason) == ("refused", "not_in_report")
