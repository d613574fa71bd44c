"""Questions typed in pinyin are read as characters; English and names of bodies stay."""

import pytest

from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.pinyin import in_characters
from tests.answering.support import Asked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2020 nian buyu gongkai jijian", "2020年不予公开几件"),
        ("bufen gongkai zhan banjie de baifenzhiji", "部分公开占办结的百分之几"),
        ("xin shou shen qing you duo shao jian", "新收申请有多少件"),
        ("xuke, chufa, qiangzhi ge shi duoshao", "许可,处罚,强制各是多少"),
        ("jizhong caigou hua le duoshao qian", "集中采购花了多少钱"),
    ],
)
def test_pinyin_is_read_as_characters(typed: str, meant: str) -> None:
    assert in_characters(typed, (), load_lexicon()) == meant


@pytest.mark.parametrize("text", ["how many requests were refused", "disclosure rate", "Hangzhou 2025 还 pending 的复议 case 有几个", "SOS"])
def test_other_latin_words_stay(text: str) -> None:
    assert in_characters(text.lower(), (), load_lexicon()) == text.lower()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("dengzhou 2020 xinshou shenqing he banjie zongshu yiyang ma", "61"),
        ("dengzhou 2020 bufen gongkai zhan banjie de baifenbi", "14.75"),
        ("dengzhoushi 2020 nian, xingzhengxuke shangyinian de xiangmu shu", "5516"),
    ],
)
def test_a_question_in_pinyin_has_its_figure(shipped: Asked, typed: str, value: str) -> None:
    assert str(shipped.value(typed)) == value


def test_another_place_in_pinyin_is_not_answered(shipped: Asked) -> None:
    assert shipped.ask("zhenping xian 2020 nian xin shou shenqing duoshao").status == "refused"
