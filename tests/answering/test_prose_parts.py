"""Figures of the prose that are of a part, of a pair, or of the old form's second column."""

from decimal import Decimal

import pytest

from index.models import Fact, Place
from tests.answering.archives import Memory, complete, report
from tests.answering.support import Asked
from tests.answering.town import BAOYING, OLD

PARTS = {"其中行政许可类信息": 69, "民政扶贫救灾社会保障就业类信息": 67, "各乡镇主动公开政府信息": 613}


@pytest.fixture(scope="module")
def told() -> Asked:
    text = "共公布政府信息2599条。"
    facts = [Fact(Decimal(n), str(n), "条", False, subject, text, "s1", Place(1)) for subject, n in PARTS.items()]
    share = Fact(Decimal("28.89"), "28.89", "%", False, "占", text, "s1", Place(1))
    pair = Fact(Decimal(516), "516", "条", False, "通过微博及微信公众号公开政府信息", text, "s1", Place(1), "n.social")
    site = Fact(Decimal(8621), "8621", "条", False, "网站公开信息", text, "s1", Place(1), "n.site_info")
    return Asked(Memory([report(BAOYING, 2018, "2008", complete("2008", OLD), facts=(*facts, share, pair, site))]))


@pytest.mark.parametrize(("text", "value"), [
    ("宝应2018年行政许可类信息有多少条", "69"), ("宝应2018年扶贫救灾社保就业类公开了多少条", "67"), ("宝应2018年乡镇主动公开了几条", "613"),
    ("宝应2018年主动公开的信息里，乡镇发的有几条", "613"), ("宝应2018年乡镇主动公开的占多少", "28.89"), ("宝应2018年各乡镇的占百分之几", "28.89"), ("宝应2018年微博微信一共发了多少条", "516"),
])
def test_the_part_that_is_named(told: Asked, text: str, value: str) -> None:
    assert told.ask(text).values[0].value == value


@pytest.mark.parametrize("text", ["光微信公众号发了多少条", "微信公众号单独发了多少条", "只算微博的话发了几条", "卫生健康类信息主动公开多少条", "how many posts on wechat alone"])
def test_no_figure_of_the_whole_for_a_part(told: Asked, text: str) -> None:
    assert told.ask(f"宝应2018年{text}").status == "refused"


@pytest.mark.parametrize(("text", "cell"), [
    ("行政诉讼累计几件", "t08.suit@cumulative"), ("同意公开答复数累计几条", "t08.reply.granted@cumulative"), ("底累计受理申请多少", "t08.request.total@cumulative"),
    ("答复总数历年累计", "t08.reply.total@cumulative"), ("全年累计受理申请多少", "t08.request.total@year"),
])
def test_the_column_over_the_years(told: Asked, text: str, cell: str) -> None:
    assert told.ask(f"宝应2018年{text}").values[0].cells == (cell,)


def test_both_columns_of_the_old_form(told: Asked) -> None:
    reply = told.ask("宝应2018年受理申请数，本年度和历年累计各多少")
    assert [c for v in reply.values for c in v.cells] == ["t08.request.total@year", "t08.request.total@cumulative"]


def test_a_round_figure_that_is_passed_and_a_share_that_is_none(told: Asked) -> None:
    assert told.ask("宝应2018年网站公开的信息过万了吗").verdict == "no"
    assert told.ask("宝应2018年网站公开的信息占了多少条").values[0].value == "8621"


def test_of_two_facts_of_which_a_report_gives_one_no_choice_is_asked(told: Asked) -> None:
    assert told.ask("宝应2018年主动公开信息总量").values[0].unit == "条"


@pytest.mark.parametrize(("text", "verdict"), [("行政处罚比行政许可少吧", "yes"), ("行政处罚比行政许可多吧", "no")])
def test_a_tag_asks_yes_or_no(places: Asked, text: str, verdict: str) -> None:
    assert places.ask(f"宝应2020年{text}").verdict == verdict


@pytest.mark.parametrize("text", ["网站留言答复了多少条", "市长信箱收到多少封来信", "网上调查做了几次"])
def test_messages_are_no_requests(places: Asked, text: str) -> None:
    assert places.ask(f"宝应2020年{text}").status == "refused"


@pytest.mark.parametrize(("text", "verdict"), [
    ("采购金额比一千万多吗", "yes"), ("采购金额比两千万少吗", "yes"), ("采购金额比两千万多吗", "no"), ("行政许可处理决定有四千件吗", "yes"), ("行政许可处理决定有五千件吗", "no"),
])
def test_a_bare_figure_behind_than_or_have_is_a_bound(places: Asked, text: str, verdict: str) -> None:
    assert places.ask(f"宝应2020年{text}").verdict == verdict


@pytest.mark.parametrize("text", ["热线办结率", "有几个微博账号", "微信公众号单发了多少", "微信发了多少条，不要微博"])
def test_hotlines_and_accounts_are_not_told(told: Asked, text: str) -> None:
    assert told.ask(f"宝应2018年{text}").status == "refused"


def test_a_number_of_a_document_is_told_in_its_words() -> None:
    number = Fact(Decimal(0), "宝政办〔2018〕66号", "", False, "目录的通知", "印发了《目录的通知》（宝政办〔2018〕66号）。", "s1", Place(1), "n.docno")
    asked = Asked(Memory([report(BAOYING, 2018, "2008", complete("2008", OLD), facts=(number,))]))
    assert asked.ask("宝应2018年引用的文号").values[0].value == "宝政办〔2018〕66号"


@pytest.mark.parametrize("text", ["收了多少钱的信息处理费", "收取了多少元的信息处理费", "收咗几多钱嘅信息处理费"])
def test_what_stands_behind_the_price_is_asked_for(shipped: Asked, text: str) -> None:
    reply = shipped.ask(f"邓州2020年{text}")
    assert reply.reason == "not_in_report"
    assert "信息处理费" in reply.text
