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


@pytest.mark.parametrize("question", ["宝应有几个人专门干这个", "处理申请的有几个人", "负责答复的是几个人", "处罚怎么查询", "去哪查处罚", "帮我写一篇新收申请的稿子"])
def test_staff_errands_and_where_to_look_are_no_figures_of_the_form(places: Asked, question: str) -> None:
    reply = places.ask(question)
    assert (reply.status, reply.values) == ("refused", ())


@pytest.mark.parametrize(("question", "row"), [
    ("宝应2020年有几个人被拒", "s3.result.denied"), ("宝应2020年政府说不归自己管的几件", "s3.result.unable.not_held"),
    ("宝应2020年完全给公开的有几件", "s3.result.granted"), ("没先走复议、直接就把宝应政府告上法院的几起", "s4.suit_direct"),
    ("咱宝应2020年，单位说手里没有的有几件", "s3.result.unable.not_held"), ("宝应2020年拖到下一年才办得完的几件", "s3.carried_out"),
])
def test_who_answers_and_how_many_people_are_no_applicants(places: Asked, question: str, row: str) -> None:
    value, *_ = places.ask(question).values
    assert all(cell.startswith(row) and cell.endswith(("@total", ".total")) for cell in value.cells)


def test_a_greeting_is_no_subject_of_the_problems(shipped: Asked) -> None:
    assert shipped.ask("您好，想了解一下邓州市在报告里自述碰到了哪些难处？").status == "answered"


@pytest.mark.parametrize(("question", "values"), [
    ("为 paper 求一个数：Dengzhou 2020 的 granted（予以公开）占总办理结果 percentage？", ["24.59"]), ("微薄和微信公重号发了多少条", ["516"]), ("规范性文件对外公开总数量（以统计表为准）", ["3"]),
    ("把还没审结的剔掉，直接起诉案件里结果维持的占百分之多少", ["58.82"]), ("无法提供的几样儿搁一堆儿得有多少件", ["4"]), ("无法提供里三项各是几件", ["3", "1", "0"]),
])
def test_wordings_that_hide_what_is_asked(shipped: Asked, question: str, values: list[str]) -> None:
    assert [v.value for v in shipped.ask(question).values] == values


@pytest.mark.parametrize("question", ["年报里承认依申请公开中存在恶意申请、滥用申请的现象吗", "年报里承认有滥用申请的现象吗"])
def test_what_the_report_owns_up_to_is_looked_up_in_its_prose(shipped: Asked, question: str) -> None:
    reply = shipped.ask(question)
    assert (reply.verdict, "写道" in reply.text) == ("yes", True)


@pytest.mark.parametrize(("question", "before", "values"), [
    ("那本年增加了多少", ["邓州2020年行政许可上一年项目数量是多少"], ["1434"]), ("这俩加一块是多少项", ["邓州2020年行政许可上一年项目数量是多少", "那本年增加了多少"], ["6950"]),
    ("复议当中“其他结果”的有几桩", [], ["0"]), ("复议当中维持的几件", [], ["41"]),
])
def test_this_year_and_among_name_no_column(shipped: Asked, question: str, before: list[str], values: list[str]) -> None:
    assert [v.value for v in shipped.ask(question, *before).values] == values


def test_cells_of_a_row_are_added_up_and_not_its_total_alone(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年表四里行政复议那几格加起来跟它印的总计对得上吗？")
    assert (reply.verdict, "41 + 0 + 0 + 0 = 41" in reply.text) == ("yes", True)


def test_the_telephone_for_requests_is_no_way_they_are_counted(shipped: Asked) -> None:
    assert "0377-62287056" in shipped.ask("依申请公开的电话是多少").text
    assert shipped.ask("打依申请公开电话来申请的几件").status == "refused"


def test_what_is_to_be_checked_of_two_shares_is_which_is_higher(shipped: Asked) -> None:
    reply = shipped.ask("想核对一下：以“予以公开”占办结总数的比例来看，个人和企业哪边更高")
    assert [v.unit for v in reply.values] == ["%", "%"]
