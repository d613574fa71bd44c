"""The report that ships, from its file to the answer: what its own text gets wrong is said, what it does not hold is not made up."""

from datetime import date
from decimal import Decimal

import pytest

from tests.answering.known import judged
from tests.answering.support import Asked, first_line

DENGZHOU = "邓州市人民政府"
TODAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("新收政府信息公开申请总数", "61", "件"),
        ("不予公开合计", "8", "件"),
        ("要求提供公开出版物的几件", "0", "件"),
        ("自然人那一列里保护第三方合法权益几件", "6", "件"),
        ("行政事业性收费本年增减数", "-50", "项"),
        ("政府集中采购总金额合多少元", "42818773", "元"),
        ("未经复议直接起诉尚未审结", "2", "件"),
        ("减得最多的是哪一项", "-50", "项"),
        ("哪项增得最多", "2418", "项"),
    ],
)
def test_a_figure_is_the_one_printed(shipped: Asked, text: str, value: str, unit: str) -> None:
    reply = shipped.ask(f"邓州2020年{text}")
    assert (reply.values[0].value, reply.values[0].unit) == (value, unit), reply
    assert (reply.values[0].agency, reply.values[0].year) == (DENGZHOU, 2020)


def test_what_is_left_out_is_the_only_report_and_named(shipped: Asked) -> None:
    reply = shipped.ask("部分公开几件")
    assert reply.values[0].value == "9"
    assert DENGZHOU in first_line(reply)
    assert "2020" in first_line(reply)
    assert "未说明单位" in reply.text
    assert "未说明年份" in reply.text


def test_the_table_first_the_prose_beside_it(shipped: Asked) -> None:
    """规范性文件: 3 in the table, 710 in the prose, whose scope is wider."""
    reply = shipped.ask("邓州2020年规范性文件对外公开总数量")
    assert reply.values[0].value == "3"
    assert "710" in reply.text
    held = shipped.ask("邓州2020年正文和表格里的规范性文件数一致吗")
    assert held.verdict == "no"
    assert {"s2.art20_1.normative.new_disclosed", "s2.art20_1.normative.total_disclosed", "n.normative"} <= {c for v in held.values for c in v.cells}


def test_the_period_is_quoted_as_printed_and_doubted(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年报告的统计期限")
    assert reply.values[0].value == "2020年1月1日 至 2021年12月31日"
    assert "与 2020 年度不符" in reply.text


def test_a_verdict_on_the_period_quotes_it(shipped: Asked) -> None:
    text = "邓州2020年统计期限有没有写错"
    reply = shipped.ask(text)
    assert reply.verdict == "yes"
    judged("policy", text, [] if reply.values else [reply])


def test_everything_adds_up(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年的表勾稽平不平")
    assert reply.verdict == "yes"
    assert reply.values[0].label == "新收加上年结转等于办理结果总计加结转下年度"
    assert "六类申请人之和等于总计：23 处，如 59 + 1 + 1 = 61\n行政复议四种结果之和等于总计：41 = 41" in reply.text
    assert reply.text.endswith("第二部分、第三部分、第四部分")


@pytest.mark.parametrize(("text", "verdict"), [
    ("正文和表格一致吗", "no"), ("表里的数跟文字部分的有没有出入", "yes"), ("报告正文与附表是否吻合", "no"), ("does the text match the tables", "no"),
    ("文字部分和表格部分的数据一致不一致", "no"), ("有哪些地方正文和表格不一致", "yes"),
])
def test_prose_against_tables_as_a_whole(shipped: Asked, text: str, verdict: str) -> None:
    reply = shipped.ask(text)
    assert (reply.verdict, [v.value for v in reply.values]) == (verdict, ["710"])
    assert "1 处不一致" in reply.text


def test_what_contradicts_itself_is_listed(shipped: Asked) -> None:
    text = "邓州2020年报告里有哪些数据互相矛盾"
    judged("policy", text, [] if "710" in shipped.ask(text).text else [shipped.ask(text)])


@pytest.mark.parametrize("name", ["邓洲", "灯州", "登州", "dengzhou", "鄧州", "邓州市政府", "河南邓州"])
def test_ways_to_write_the_name(shipped: Asked, name: str) -> None:
    assert [(v.value, v.agency) for v in shipped.ask(f"{name}2020年行政诉讼几件").values] == [("19", DENGZHOU)]


@pytest.mark.parametrize("name", ["登封", "郑州", "南阳市", "丹江口", "新野县", "邓州市教育局", "邓州市花洲街道"])
def test_other_names_are_not_corrected_to_it(shipped: Asked, name: str) -> None:
    reply = shipped.ask(f"{name}2020年行政诉讼几件")
    assert (reply.status, reply.reason, reply.values, reply.also) == ("refused", "no_agency", (), ())


def test_this_year_of_the_text_is_not_this_year_of_the_clock(shipped: Asked) -> None:
    assert shipped.ask("邓州去年行政诉讼几件", today=TODAY).values[0].year == 2020
    assert shipped.ask("邓州今年行政诉讼几件", today=TODAY).reason == "no_year"
    assert shipped.ask("邓州今年新公开了几件规章", today=TODAY).reason == "no_year"  # 本年新公开 is a column, and no year


@pytest.mark.parametrize(("text", "value"), [
    ("上年度顺延至本年办理的申请有几宗", "0"),  # no 顺眼
    ("单位说我要的东西他们那儿没有，让我去别处要。这种答复全市有几件？", "3"),
    ("不予公开里面有好几种理由。我关心的是涉及别人隐私或者商业秘密那种。它有多少件？", "6"),
    ("收费项目原来97项，后来取消了一批。现在剩下多少项？", "47"),
    ("行政许可事项目录上一年底有多少项", "5516"), ("两微一共发布的政府信息条数", "516"), ("行政复议与行政诉讼案件合计", "60"),
    ("按工商、不动产登记资料等专门查询规定处理的申请多少件", "2"), ("法院站政府这边的几件", "10"), ("上头认定下级办错了的几件", "0"),
    ("第三十九条第一款规定的以申请形式进行信访、投诉、举报活动的，几件", "25"), ("民国109年邓州收到几件申请", "61"),
    ("government loss rate among decided lawsuits", "23.53"), ("permits issued by Dengzhou", "28519"), ("我妈今年七十了，部分公开几件", "9"),
])
def test_everyday_and_legal_words_for_a_figure(shipped: Asked, text: str, value: str) -> None:
    reply = shipped.ask(text)
    assert (reply.status, reply.values[0].value if reply.values else "") == ("answered", value), reply


@pytest.mark.parametrize(("text", "verdict"), [
    ("复议整没整完", "yes"), ("官司审没审完", "no"), ("自然人的申请办没办完", "yes"), ("诉讼都审结了吗", "no"), ("复议是不是还有没整完的", "no"),
    ("官司还有没判完的吗", "yes"), ("收费项目增加了吧", "no"), ("有重复申请吧", "no"), ("公益组织有没有被不予公开过", "no"), ("自然人有没有被不予公开过", "yes"),
])
def test_whether_all_is_done_and_whether_any_is(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(text).verdict == verdict


@pytest.mark.parametrize("text", [
    "被驳回的里有几个不服的", "驳回后又去复议的几件", "不予公开的人里面打官司的有几个", "信访那25件里有几件去复议了", "不服信访的几件", "对处罚不服起诉的几件",
    "现场咨询了几个", "民国108年收到几件申请",
])
def test_what_became_of_a_request_is_not_told(shipped: Asked, text: str) -> None:
    assert shipped.ask(text).status == "refused"


@pytest.mark.parametrize(("text", "said"), [
    ("正文有没有提到恶意申请、滥用申请", "偶有发生"), ("下一步的培训安排是什么", "培训"), ("对政府网站明年有什么计划", "反弹"), ("依申请公开有哪些难", "甄别"),
    ("统计期限是不是有啥毛病", "2021年12月31日"), ("这份报告有没有自相矛盾的地方", "710"), ("报告里哪里前后不一致", "勾稽"), ("表里的数有问题吗", "勾稽"), ("报告里说有问题吗", "主要表现"), ("聯絡電話係幾多", "0377"), ("什么情况算无法提供", "给不出来"),
    ("三安全一稳定指哪三安全", "国家安全"),
])
def test_what_the_prose_tells_and_what_words_mean(shipped: Asked, text: str, said: str) -> None:
    assert said in shipped.ask(text).text


@pytest.mark.parametrize(("text", "verdict", "value"), [
    ("收到申请50件对吗", "no", "61"), ("收到申请61件，对不对", "yes", "61"), ("档案局能查吗", "yes", "市档案局"), ("档案馆能查吗", None, "市档案局"), ("每件采购多少钱", None, "58.6559"),
])
def test_a_claim_is_held_against_what_the_report_says(shipped: Asked, text: str, verdict: str | None, value: str) -> None:
    reply = shipped.ask(text)
    assert (reply.verdict, reply.values[0].value) == (verdict, value)


@pytest.mark.parametrize(("text", "told"), [("诉讼结果怎么样", ["10", "4", "3", "2"]), ("复议结果怎么样", ["41"]), ("直接起诉的是什么结果", ["10", "4", "3", "2"])])
def test_how_cases_ended_is_told_by_outcome(shipped: Asked, text: str, told: list[str]) -> None:
    assert [v.value for v in shipped.ask(text).values] == told


@pytest.mark.parametrize(("text", "share", "also"), [("直接起诉的纠正率", "23.53", "21.05"), ("直接起诉维持占多少", "52.63", "58.82")])
def test_a_rate_is_of_the_cases_decided_and_a_share_of_all(shipped: Asked, text: str, share: str, also: str) -> None:
    reply = shipped.ask(text)
    assert (reply.values[0].value, also in reply.text) == (share, True)


@pytest.mark.parametrize(("text", "share"), [
    ("不予公开那些，保护第三方的占了几成", "7.5"), ("不予处理的，信访占百分之几", "100.00"), ("第三方不予公开的占几成", "0.9836"), ("不予公开的，因为第三方的占办结几成", "0.9836"),
])
def test_a_group_told_first_is_the_whole_of_its_part(shipped: Asked, text: str, share: str) -> None:
    assert shipped.ask(text).values[0].value == share


def test_sums_articles_and_who_asks(shipped: Asked) -> None:
    assert shipped.value("把复议案件和诉讼案件全都算上有多少件") == 60
    assert shipped.value("行政事业性收费项目的下降幅度是多少%") == Decimal("51.55")
    assert "第十五条" in shipped.ask("这个是条例第几条规定的", "因为保护第三方合法权益不予公开的几件").text
    assert shipped.value("我是郑州一名执业律师，想核对一下法律服务机构全年提出的申请数量") == 0
    assert shipped.ask("郑州法律服务机构全年提出的申请数量").reason == "no_agency"
