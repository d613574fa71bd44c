"""What the prose says to a question that asks for words, and what limits or completes a question in clauses of its own."""

import pytest

from handlers.answering.operations.passages import passage
from index.models import Place, Section
from tests.answering.support import Asked

SECTIONS = (
    Section("s1", "一、总体情况", ("本年度印发目录通知，明确工作要求。", "各单位设置公告栏，及时发布便民提示。", "本年度召开会议。"), Place(1)),
    Section("s5", "五、问题", ("存在的问题：一是平台分散；二是培训不够。", "下一步：一是整合平台；二是加强培训；三是组织业务培训。"), Place(9)),
)


@pytest.mark.parametrize(("asked", "part", "found"), [
    ("便民提示发在", "", "各单位设置公告栏，及时发布便民提示。"), ("本年度的", "", None), ("食堂饭菜", "", None), ("平台整合", "n.improvements", "整合平台"),
    ("培训", "n.improvements", "加强培训\n组织业务培训。"), ("食堂饭菜", "n.improvements", None), ("目录通知便民提示", "", None),
])
def test_the_sentence_that_holds_the_rare_words(asked: str, part: str, found: str | None) -> None:
    assert passage(SECTIONS, asked, part) == found


@pytest.mark.parametrize(("text", "said"), [
    ("2021年的工作要坚持什么原则", "公开为常态"), ("权力清单、责任清单公开以后，还准备建立什么机制", "动态调整"), ("报告全文分成哪些部分", "六部分组成"),
    ("打算2021年在队伍建设方面干点啥", "人员队伍建设"), ("广播电视方面怎么公开的", "便民提示"),
    ("信息公开要钱吗", "一般也不收费"), ("到查阅室查资料要不要掏钱呀", "免费"), ("去哪查政府信息", "档案局"), ("我不服答复怎么办", "第五十一条"),
    ("2020年扎实做好了哪几方面的公开工作", "重要政策措施解读"), ("政府网站的检查整改今后怎么搞", "反弹"), ("我不方便打电话，有没有邮箱可以写信咨询这份报告", "dzsrmzfwz@126.com"),
])
def test_questions_for_words(shipped: Asked, text: str, said: str) -> None:
    assert said in shipped.ask(text).text


@pytest.mark.parametrize(("text", "value"), [
    ("光算单位和组织，2020年一共提了多少件申请", "2"), ("专看企业，2020年新收几件", "1"), ("单拎企业说，2020年予以公开几件", "1"), ("光是企业和个人，一共提了多少件申请", "60"),
    ("我们公司想知道，2020年新收几件", "61"), ("申请人类别里写“商业企业”的，新收几件", "1"),
])
def test_an_applicant_told_first_limits_the_question(shipped: Asked, text: str, value: str) -> None:
    assert [v.value for v in shipped.ask(text).values] == [value]


@pytest.mark.parametrize(("text", "cells"), [
    ("以国家秘密为由的几件？以过程性信息为由的呢", ["s3.result.denied.state_secret@total", "s3.result.denied.process@total"]),
    ("个人提的几件？以企业名义提的呢？都要2020年的", ["s3.new@natural", "s3.new@enterprise"]),
])
def test_every_question_of_a_message_is_answered(shipped: Asked, text: str, cells: list[str]) -> None:
    assert [c for v in shipped.ask(text).values for c in v.cells] == cells


def test_a_year_told_last_is_that_of_every_question(places: Asked) -> None:
    assert {v.year for v in places.ask("新收几件？办结几件？都要宝应2019年的").values} == {2019}


def test_the_same_detail_of_another_report(places: Asked) -> None:
    reply = places.ask("那2019年的呢", "宝应2020年报告的联系电话")
    assert "2019 年的报告没有写联系电话" in reply.text


@pytest.mark.parametrize(("text", "value"), [
    ("法人和其他组织那边加起来递了几份？邓州2020，新收的", "2"), ("个人的一共几件？2020年邓州，新收", "59"), ("2020邓州 自然人×部分公开", "9"), ("有没有那种狂发申请的？邓州2020年因为大量反复申请不予处理的几件", "0"),
])
def test_what_is_said_behind_a_question_does_not_replace_it(shipped: Asked, text: str, value: str) -> None:
    assert [v.value for v in shipped.ask(text).values] == [value]


@pytest.mark.parametrize("text", [
    "因为拆迁去申请公开的有几个", "为了打官司申请的有几件", "2020年邓州市41件行政复议案件中，由南阳市人民政府受理的有几件", "2020年接了多少个市民咨询", "接待了多少来访",
])
def test_for_what_by_whom_and_what_nobody_counts(shipped: Asked, text: str) -> None:
    assert not shipped.ask(text).values


def test_words_that_the_prose_does_not_hold_are_said_to_be_missing(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年报告里有没有提到元宇宙平台")
    assert reply.reason == "not_in_report"
    assert "没有出现“元宇宙平台”" in reply.text


@pytest.mark.parametrize(("text", "said"), [
    ("66号文全称叫什么", "基层政务公开标准化目录"), ("第66号通知讲什么", "基层政务公开标准化目录"), ("12号文件有几份", "没有出现“12号”"),
])
def test_a_document_is_told_by_its_number(shipped: Asked, text: str, said: str) -> None:
    assert said in shipped.ask(text).text


@pytest.mark.parametrize(("text", "cells"), [
    ("哪一项是3715", ["s2.art20_6.penalty.decisions"]), ("61这个数是什么", ["s3.new@total", "s3.result.total@total"]), ("710件是什么", ["n.normative"]),
    ("40项是什么", []), ("99999是什么数", []), ("0是什么", []),
])
def test_where_a_figure_stands(shipped: Asked, text: str, cells: list[str]) -> None:
    assert [c for v in shipped.ask(text).values for c in v.cells] == cells
