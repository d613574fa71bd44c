"""Words of regions and languages for what is measured or done, read as the common ones."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(("question", "value"), [
    ("邓州2020年落咗几多单行政处罚决定呀", "3715"), ("邓州西元2020年度結轉次年繼續辦理者幾件", "0"), ("邓州2020行政许可，上一年项目数加上本年增减，得出的现有项目数是多少", "6950"),
    ("那个公告栏啊电子显示屏啊邓州2020年一共公布了多少条信息", "3600"), ("邓州2020年给公务员培训了多少人次", "50"), ("邓州2020年主动公开信息总计几条", "8621"),
    ("邓州2020年有没有人为这个事情去法院告他们", "19"), ("Adding reconsideration and both kinds of lawsuits together, how many cases did Dengzhou have in 2020?", "60"),
    ("邓州那个行政事业性收费，项目是多咧还是少咧，差了几项？", "-50"), ("邓州2020年回话说“这东西不归俺们掌握”的有几件啊", "3"),
    ("打赢政府的有几件", "4"), ("没打赢政府的有几件", "10"), ("唔使复议直接去打官司嘅有几单", "19"), ("上届结转的有几件", "0"), ("给了一部分、剩下的没给，这种有几件", "9"),
    ("What % of closed requests ended in full or partial release?", "39.34"), ("部分公开的有多少贱", "9"), ("收费项目搁去年那会儿（上一年）是几项", "97"),
    ("court cases filed after review: total, and how many were lost", "0"), ("本律师拟核实：保护第三方合法权益占不予公开的百分之几", "75.00"),
])
def test_words_of_regions_and_languages(shipped: Asked, question: str, value: str) -> None:
    assert shipped.ask(question).values[0].value == value


def test_a_ground_is_asked_of_yes_or_no(shipped: Asked) -> None:
    assert shipped.ask("Did Dengzhou refuse anything in 2020 on the “三安全一稳定” ground?").verdict == "no"


def test_a_reason_told_before_the_refusals_is_never_passed_over(shipped: Asked) -> None:
    reply = shipped.ask("城关镇这类过程性的东西，邓州2020年没给公开的有几件？")
    assert "37" not in [v.value for v in reply.values]


@pytest.mark.parametrize("question", ["我的当事人要是起诉，胜算几何", "起诉的话胜算多大", "出年会唔会多啲人告政府"])
def test_nobody_knows_how_a_case_will_end(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).reason == "out_of_scope"


@pytest.mark.parametrize(("question", "verdict"), [
    ("是不是每个人的申请都答复了", "yes"), ("所有人的申请都公开了吗", "no"), ("收费项目砍了一半还多，真的假的", "yes"), ("诉讼被纠正的有没有五件以上（含五件）", "no"),
])
def test_claims_of_everybody_and_of_more_than_half(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


def test_the_order_told_before_the_list(shipped: Asked) -> None:
    assert [v.value for v in shipped.ask("五类结果从多到少捋一捋：予以公开、部分公开、无法提供").values] == ["15", "9", "4"]


def test_figures_said_to_differ_are_checked(shipped: Asked) -> None:
    assert "勾稽" in shipped.ask("行政诉讼的数不符吗").text


@pytest.mark.parametrize(("question", "value"), [
    ("邓州2020年以部分公开方式答复的有几件", "9"), ("邓州2020年行政裁罚（大陆称行政处罚）作成处理决定几件", "3715"), ("报告第二部分披露行政强制的处理决定是多少", "188"),
    ("How many requests did Dengzhou carry over from 2020 into the following year?", "0"), ("官网publish了多少条信息", "8621"),
    ("按办结数算，部分公开的占比是多少", "14.75"), ("阿里一种办理结果顶多", "25"),
])
def test_ways_of_answering_other_names_and_bases(shipped: Asked, question: str, value: str) -> None:
    assert shipped.ask(question).values[0].value == value


@pytest.mark.parametrize(("question", "verdict"), [
    ("My colleague says denied in Dengzhou 2020 adds up to 8. Correct?", "yes"), ("新收加上年结转 六十二 对否", "no"), ("我算了算，不予处理是25件，对吗", "yes"),
])
def test_claims_in_few_words(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


def test_two_terms_told_apart(shipped: Asked) -> None:
    text = shipped.ask("“未经复议直接起诉”跟“复议后起诉”差在哪，说人话").text
    assert "没有先申请行政复议" in text
    assert "先经过行政复议" in text


@pytest.mark.parametrize(("question", "value"), [
    ("律所检索：邓州，2020年，部分公开占本年新收申请的百分之多少", "14.75"), ("我们律所在做类案检索，需要邓州2020年予以公开的数值", "15"), ("专看律所，邓州2020年新收几件", "0"),
    ("直接起诉与复议后起诉两栏合计收案多少", "19"),
])
def test_who_asks_is_no_applicant(shipped: Asked, question: str, value: str) -> None:
    assert shipped.ask(question).values[0].value == value
