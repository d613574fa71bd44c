"""A word that no report counts by stops the answer: the figure of the whole is not that of a part nobody counted."""

from random import Random

import pytest

from handlers.answering.words.lexicon import FOREIGN, load_lexicon
from index.nouns import common_nouns
from tests.answering.known import judged
from tests.answering.support import Asked
from tests.answering.worlds import made

WORDS = (
    "紫色", "火锅", "苹果", "量子", "足球", "恐龙", "月球", "铁路", "海鲜", "环保", "教育", "土地", "医保", "养老", "扶贫", "拆迁", "疫情", "女性", "老年人", "外国人", "食品",
    "交通", "消防", "税务", "学区", "低保",
)
WAYS = (
    "宝应2020年{}的不予公开多少件", "宝应2020年{}类新收申请多少", "宝应2020年不予公开的{}有几件", "宝应2020年关于{}的申请几件", "宝应2020年{}行政处罚多少",
    "宝应2020年{}类行政复议几件", "宝应2020年因{}不予公开几件", "宝应2020年行政诉讼里{}的几件",
)


@pytest.mark.parametrize("word", WORDS)
def test_a_part_that_nobody_counts_gets_no_figure(places: Asked, word: str) -> None:
    judged("words", word, [way.format(word) for way in WAYS if places.ask(way.format(word)).values])


def test_hardly_any_noun_of_the_language_gets_the_figure_of_the_whole(places: Asked) -> None:
    words = load_lexicon().words
    asked = [noun for noun in Random(1).sample(sorted(common_nouns()), 300) if words.get(noun, (FOREIGN,)) == (FOREIGN,)]
    answered = [noun for noun in asked for way in WAYS[1:5] if places.ask(way.format(noun)).values]
    assert len(set(answered)) <= 9, answered


@pytest.mark.parametrize("word", ["紫色", "火锅", "恐龙", "月球"])
def test_the_word_is_named(places: Asked, word: str) -> None:
    reply = places.ask(f"宝应2020年{word}的不予公开多少件")
    assert (reply.status, reply.reason) == ("refused", "not_understood")
    assert word in reply.text


@pytest.mark.parametrize(
    "story",
    [
        "你好，我是一名记者，正在写一篇稿子，想问问", "我家老房子的事拖了三年，听人说可以查年报。", "不好意思打扰了，麻烦帮忙看一下：", "老师布置了作业，", "刚在新闻里看到你们，",
    ],
)
def test_a_story_before_the_question_does_no_harm(places: Asked, story: str) -> None:
    assert [v.value for v in places.ask(f"{story}宝应2020年不予公开多少件？").values] == ["9"]


def test_an_applicant_told_with_words_not_understood_is_not_left_out(places: Asked) -> None:
    assert places.ask("宝应2020年氍毹那号公益单位，拿到公开的几件").status == "refused"


def test_a_word_not_known_before_the_applicant_does_not_lose_the_applicant() -> None:
    with_word = made(3).asked.ask("企业寻摸宝应申请，重复提了好多遍的，2020年是几件")
    assert not with_word.values
    plain = made(3).asked.ask("企业向宝应申请，重复提了好多遍的，2020年是几件")
    assert (plain.values[0].year, plain.values[0].cells) == (2020, ("s3.result.unprocessed.repeat@enterprise",))
