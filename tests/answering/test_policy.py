"""The answer policy as behaviour, over the made-up reports of town.py: readings, defaults, bodies, years, blanks. The numbers of the headings are its own."""

import re
from decimal import Decimal

import pytest

from tests.answering.archives import Memory, complete, report
from tests.answering.known import judged
from tests.answering.support import TODAY, Asked, beside, figures, first_line
from tests.answering.town import BAOYING, GAOYOU, OF_2021, PLAIN, SCHOOLS, gaoyou

# ---------------------------------------------------------------- 1. one reading

@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("宝应2020年新收申请多少", "76", "件"),
        ("宝应2020年行政许可上一年项目数量", "300", "项"),
        ("宝应2020年采购总金额", "1250.5", "万元"),
        ("宝应2020年行政处罚本年增减", "-30", "项"),
        ("宝应2020年公开率", "51.95", "%"),
        ("宝应2018年新收申请多少", "40", "条"),
    ],
)
def test_a_figure_has_unit_body_year_and_place(places: Asked, text: str, value: str, unit: str) -> None:
    reply = places.ask(text)
    first = reply.values[0]
    assert (first.value, first.unit, first.agency) == (value, unit, BAOYING)
    assert all(word in first_line(reply) for word in (BAOYING, str(first.year), value, unit)), reply.text
    assert f"来源：{BAOYING}《{first.year} 年" in reply.text


@pytest.mark.parametrize(("text", "sum_of"), [("不予公开", 9), ("无法提供", 13), ("不予处理", 11), ("法人或其他组织新收申请", 5), ("行政诉讼", 10)])
def test_a_subtotal_that_no_form_prints_says_it_was_summed(places: Asked, text: str, sum_of: int) -> None:
    reply = places.ask(f"宝应2020年{text}多少件")
    first = reply.values[0]
    assert first.value == str(sum_of)
    assert sum(int(n) for n in first.formula.split("+")) == sum_of
    assert len(first.cells) == len(first.formula.split("+"))
    assert " + " in reply.text


# ---------------------------------------------------------------- 2. defaults, the other reading beside

@pytest.mark.parametrize(
    ("text", "value", "others"),
    [
        ("宝应2020年被驳回的申请有多少", "9", {"13", "11", "4", "37"}),
        ("宝应2020年没公开的搁一块多少", "37", {"9"}),
        ("宝应2020年公开率", "51.95", {"44.16"}),
        ("宝应2020年败诉率", "11.11", {"10.00"}),
        ("宝应2020年行政许可多少", "4100", {"300"}),
        ("宝应2020年打官司几件", "10", set()),
        ("宝应2020年案件几件", "22", set()),
        ("宝应2020年复议纠正占全部复议的比例", "16.67", {"20.00"}),
    ],
)
def test_the_usual_reading_first_the_other_named(places: Asked, text: str, value: str, others: set[str]) -> None:
    reply = places.ask(text)
    assert figures(reply)[0] == value
    assert others <= beside(reply)
    assert not others & set(figures(reply))


# ---------------------------------------------------------------- 3. no default: choices

CHOOSE = (
    "宝应2020年总计多少", "宝应2020年维持几件", "宝应2020年项目数量多少", "宝应2020年公开了多少", "宝应2020年其他是几", "宝应2020年处理了多少",
    "2022年新收申请多少件", "新收多少", "宝应", "宝应2020年",
)


@pytest.mark.parametrize("text", CHOOSE)
def test_no_default_no_figure(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.values, reply.reason) == ("choose", (), None)
    assert 2 <= len(reply.choices) <= 5
    assert len({c.question for c in reply.choices}) == len({c.label for c in reply.choices}) == len(reply.choices)
    assert not re.search(r"[a-z]\d*\.[a-z]", reply.text), "an id is no name"


@pytest.mark.parametrize("text", CHOOSE)
def test_every_choice_has_one_reading_and_all_differ(places: Asked, text: str) -> None:
    """What is asked again is answered, and not with a choice."""
    answers = [places.ask(choice.question) for choice in places.ask(text).choices]
    assert "choose" not in [r.status for r in answers], answers
    told = [r for r in answers if r.status == "answered"]
    assert len({(r.values[0].agency, r.values[0].year, r.values[0].cells) for r in told}) == len(told)
    judged("choices", text, [r for r in answers if r not in told])


def test_several_bodies_are_all_offered(places: Asked) -> None:
    labels = " ".join(c.label for c in places.ask("2022年新收申请多少件").choices)
    assert all(name in labels for name in (BAOYING, SCHOOLS, GAOYOU, "仪征市人民政府"))


@pytest.mark.parametrize(("bodies", "offered"), [(2, 2), (5, 5), (6, 5), (9, 5)])
def test_at_most_five_bodies_are_offered_each_with_the_year(bodies: int, offered: int) -> None:
    figures_of_2021 = complete("2021", PLAIN | OF_2021)
    names = [f"{place}人民政府" for place in ("宝应县", "高邮市", "仪征市", "兴化市", "靖江市", "泰兴市", "东台市", "启东市", "海安市")[:bodies]]
    asked = Asked(Memory(report(name, year, "2021", figures_of_2021) for name in names for year in (2021, 2022)))
    reply = asked.ask("2021年新收申请多少")
    assert (reply.status, reply.values, len(reply.choices)) == ("choose", (), offered)
    told = [asked.ask(choice.question).values[0] for choice in reply.choices]
    assert {v.agency for v in told} <= set(names)
    assert len({v.agency for v in told}) == offered
    assert {(v.year, v.cells) for v in told} == {(2021, ("s3.new@total",))}


def test_nobody_has_that_year(places: Asked) -> None:
    reply = places.ask("2030年新收申请多少件")
    judged("policy", "2030年新收申请多少件", [] if (reply.status, reply.reason) == ("refused", "no_year") else [reply])


# ---------------------------------------------------------------- 4, 5. body and year left out, relative years

def test_the_newest_year_is_taken_and_named(places: Asked) -> None:
    reply = places.ask("宝应新收申请多少")
    assert (figures(reply)[0], reply.values[0].year) == (places.ask("宝应2022年新收申请多少").values[0].value, 2022)
    assert "未说明年份" in reply.text
    assert "2022" in first_line(reply)


def test_the_only_body_is_taken_and_named() -> None:
    reply = Asked(Memory(gaoyou())).ask("2022年新收申请多少")
    assert reply.values[0].agency == GAOYOU
    assert "未说明单位" in reply.text
    assert GAOYOU in first_line(reply)


@pytest.mark.parametrize(("name", "answered"), [("仪征市", False), ("仪征市人民政府", False), ("仪征", False), ("仪征市教育局", True), ("仪征教育", True)])
def test_a_county_is_not_its_bureau(name: str, answered: bool) -> None:
    bureau = report("仪征市教育局", 2022, "2021", {"s3.new@total": Decimal(7)}, check=False)
    reply = Asked(Memory([*gaoyou(), bureau])).ask(f"{name}2022年新收申请多少")
    assert (figures(reply) == ["7"]) == answered
    assert answered or (reply.status, reply.reason, reply.values) == ("refused", "no_agency", ())
    assert "仪征市教育局" in first_line(reply)


@pytest.mark.parametrize(("name", "answered"), [("平潭县", False), ("平潭县人民政府", False), ("平潭", True), ("平潭综合实验区", True)])
def test_a_county_is_not_the_zone_on_its_ground(name: str, answered: bool) -> None:
    zone = report("平潭综合实验区管委会", 2022, "2021", {"s3.new@total": Decimal(7)}, check=False)
    reply = Asked(Memory([zone])).ask(f"{name}2022年新收申请多少")
    assert (figures(reply) == ["7"]) == answered
    assert answered or (reply.reason, reply.values, reply.also) == ("no_agency", (), ())
    assert "平潭综合实验区管委会" in first_line(reply)


@pytest.mark.parametrize(("text", "year"), [("去年", 2022), ("前年", 2021), ("大前年", 2020)])
def test_relative_years_follow_the_clock(places: Asked, text: str, year: int) -> None:
    reply = places.ask(f"宝应{text}行政处罚多少", today=TODAY)
    assert reply.values[0].year == year
    assert figures(reply) == figures(places.ask(f"宝应{year}年行政处罚多少"))


def test_without_a_clock_no_year_is_guessed(places: Asked) -> None:
    reply = places.ask("宝应去年行政处罚多少")
    assert (reply.status, reply.reason, reply.values) == ("refused", "no_year", ())


@pytest.mark.parametrize(("year", "near"), [(2017, 2018), (2023, 2022), (2031, 2022)])
def test_a_year_that_is_not_there_names_the_nearest(places: Asked, year: int, near: int) -> None:
    reply = places.ask(f"宝应{year}年行政处罚多少")
    assert (reply.status, reply.reason, reply.values, reply.also) == ("refused", "no_year", (), ())
    assert f"{near} 年" in first_line(reply)


# ---------------------------------------------------------------- 6. names

@pytest.mark.parametrize("name", ["宝应县财政局", "高邮市教育局", "扬州市", "扬州", "南京", "江都区", "兴化市", "郑州市"])
def test_another_body_is_never_answered_for(places: Asked, name: str) -> None:
    reply = places.ask(f"{name}2022年新收申请多少")
    assert (reply.status, reply.reason, reply.values, reply.also) == ("refused", "no_agency", (), ())
    assert name.removesuffix("市") in reply.text


@pytest.mark.parametrize(("name", "agency"), [("宝应县教育局", SCHOOLS), ("宝应县政府", BAOYING), ("宝应", BAOYING), ("高邮市人民政府", GAOYOU), ("高邮", GAOYOU)])
def test_a_department_is_not_its_county(places: Asked, name: str, agency: str) -> None:
    assert {v.agency for v in places.ask(f"{name}2022年新收申请多少").values} == {agency}


@pytest.mark.parametrize("name", ["宝鹰", "高由"])
def test_a_misspelt_name_is_corrected_and_echoed(places: Asked, name: str) -> None:
    reply = places.ask(f"{name}2022年新收申请多少")
    assert reply.status == "answered"
    assert f"“{name}”按" in reply.text


# ---------------------------------------------------------------- 7. parts that are missing

def test_what_there_is_and_what_is_missing(places: Asked) -> None:
    reply = places.ask("宝应2021年、2023年行政处罚各多少")
    assert [(v.value, v.year) for v in reply.values] == [("2400", 2021)]
    assert "2023 年" in reply.text


@pytest.mark.parametrize(
    "text", ["宝应2023年比2021年新收多多少", "宝应2023年新收同比增长率", "宝应2022年和高邮2019年新收谁多", "宝应2021年和2024年新收申请合计"]
)
def test_a_missing_operand_stops_the_computing(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.reason, reply.values) == ("refused", "no_year", ())


def test_a_part_that_no_report_holds_leaves_the_other(places: Asked) -> None:
    text = "宝应2020年行政处罚和罚款总额各多少"
    judged("policy", text, [] if figures(places.ask(text)) == ["2200"] else [places.ask(text)])


@pytest.mark.parametrize(
    ("text", "gone", "here"),
    [
        ("郑州和宝应2022年新收申请各多少", ["郑州"], [BAOYING]),
        ("宝应和郑州2022年新收申请分别多少", ["郑州"], [BAOYING]),
        ("宝应、郑州、高邮2022年新收申请各多少", ["郑州"], [BAOYING, GAOYOU]),
        ("上海、郑州和宝应2022年新收申请各多少", ["上海", "郑州"], [BAOYING]),
    ],
)
def test_bodies_that_are_not_here_are_named_beside_those_that_are(places: Asked, text: str, gone: list[str], here: list[str]) -> None:
    reply = places.ask(text)
    assert [v.agency for v in reply.values] == here
    assert all(f"“{name}”" in reply.text for name in gone)


@pytest.mark.parametrize("text", ["宝应和郑州2022年新收申请一共多少", "郑州比宝应2022年新收申请多多少", "郑州2022年新收申请多少", "上海和郑州2022年新收申请各多少"])
def test_nothing_is_computed_or_told_without_them(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.reason, reply.values) == ("refused", "no_agency", ())


# ---------------------------------------------------------------- 8. zero, blank, not in the form

def test_zero_blank_and_absent_are_three_things(places: Asked) -> None:
    zero, blank, absent = (places.ask(t) for t in ("宝应2022年有没有律所申请", "宝应县教育局2022年有没有律所申请", "宝应2022年有没有政府集中采购"))
    assert (zero.verdict, figures(zero)) == ("no", ["0"])
    assert (blank.status, blank.reason, blank.verdict) == ("refused", "blank", None)
    assert (absent.status, absent.reason, absent.verdict) == ("refused", "not_in_report", None)
    assert len({zero.text, blank.text, absent.text}) == 3


@pytest.mark.parametrize("text", ["宝应县教育局2022年行政强制多少", "宝应县教育局2022年行政强制是0吗", "宝应县教育局2022年律所新收比企业少多少"])
def test_a_blank_is_not_zero(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.reason, reply.values) == ("refused", "blank", ())
    assert "空白" in first_line(reply)


def test_blanks_inside_a_sum_are_said(places: Asked) -> None:
    reply = places.ask("宝应县教育局2022年法人或其他组织新收申请多少")
    assert figures(reply) == ["5"]
    assert "空白" in reply.text


def test_blanks_outside_a_ranking_are_said_with_their_body(places: Asked) -> None:
    text = "2022年各单位行政强制排名"
    reply = places.ask(text)
    assert SCHOOLS not in {v.agency for v in reply.values}
    judged("policy", text, [] if SCHOOLS in reply.text and "空白" in reply.text else [reply])


@pytest.mark.parametrize("text", ["宝应2018年行政处罚多少", "宝应2021年政府集中采购总金额", "宝应2020年逾期不补正几件", "宝应2022年行政许可上一年项目数量"])
def test_what_the_form_of_the_year_lacks(places: Asked, text: str) -> None:
    assert (places.ask(text).status, places.ask(text).reason) == ("refused", "not_in_report")


# ---------------------------------------------------------------- beside a question: small talk, a cause

@pytest.mark.parametrize("way", ["你好！{}？谢谢！", "谢谢你。{}", "{}？辛苦了，祝好！", "你是谁？{}？", "在吗？{}"])
def test_small_talk_beside_a_question_is_passed_over(places: Asked, way: str) -> None:
    question = "宝应2020年新收申请多少"
    reply, plain = places.ask(way.format(question)), places.ask(question)
    assert (reply.text, reply.values) == (plain.text, plain.values)


@pytest.mark.parametrize("text", ["你好", "谢谢！", "辛苦了，祝好！", "你是谁？"])
def test_small_talk_alone_has_no_figure(places: Asked, text: str) -> None:
    assert not places.ask(text).values


@pytest.mark.parametrize(
    "text",
    [
        "为什么宝应2020年不予公开这么多，有多少件", "宝应2020年新收申请76件，为什么不予公开这么多", "宝应2020年不予公开怎么这么多，到底多少件",
        "宝应2020年不予公开9件是为什么", "宝应2020年行政复议。怎么会这样？为什么？", "宝应2020年不予公开的情况怎么样？原因呢？",
    ],
)
def test_a_cause_refuses_what_it_explains(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.status, reply.reason, reply.values) == ("refused", "out_of_scope", ())


@pytest.mark.parametrize("text", ["宝应2020年不予公开多少？为什么这么多？", "宝应2020年不予公开多少，是什么原因"])
def test_a_figure_asked_beside_a_cause_is_told_and_the_cause_declined(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert figures(reply) == ["9"]
    assert "没有说明原因" in reply.text


@pytest.mark.parametrize("text", ["宝应2020年自然人，予以公开，占比", "宝应2020年部分公开/办结 %", "宝应2020年予以公开的百分之几是自然人"])
def test_a_share_asked_for_is_never_answered_with_a_count(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert reply.status != "answered" or reply.values[0].unit in ("%", "成")


@pytest.mark.parametrize(("context", "question", "figures"), [
    ((), "邓州2020年不予公开那八种理由，一次都没出现的有几种", ["6"]),
    (("邓州2020年自然人申请里部分公开的有几件",), "说错了，不是自然人，我要的是全部申请人合起来的", ["9"]),
    ((), "邓州收费的项目，听说砍了不少，到底少了几项", ["50"]),
    (("邓州2020年行政处罚上一年项目数量是多少",), "当年增减了几项", ["1085"]),
    (("邓州2020年行政复议纠正了多少件",), "凭啥一件都没改，背后是什么原因", []),
    ((), "后来亲戚说年报里头都有数。2020年邓州因为要顾及别人的合法权益而没给的，一共几件", ["6"]),
    ((), "邓州市府这份年报由哪个单位汇整编制", ["邓州市政府办公室"]),
    ((), "邓州2020年提request最多的那位，name和mobile发我一下", []),
])
def test_what_is_denied_told_before_or_left_out(shipped: Asked, context: tuple[str, ...], question: str, figures: list[str]) -> None:
    assert [v.value for v in shipped.ask(question, *context).values] == figures


@pytest.mark.parametrize(("question", "verdict"), [
    ("邓州2020年个人的都没给吧", "no"),
    ("邓州2020年自然人的都没公开吧", "no"),
    ("邓州2020年不予公开的都是自然人吧", "yes"),
    ("邓州2020年企业没拿到公开吧", "no"),
    ("邓州2020年复议都维持了吧", "yes"),
    ("说说邓州2020年的新收吧", None),
])
def test_what_is_put_forward_gets_a_verdict(shipped: Asked, question: str, verdict: str | None) -> None:
    assert shipped.ask(question).verdict == verdict
