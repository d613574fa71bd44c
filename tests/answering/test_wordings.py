"""Wordings that hide what is asked, or sound like something else that is."""

import pytest

from tests.answering.support import Asked


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
