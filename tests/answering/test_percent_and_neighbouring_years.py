"""百分之二十 as a bound, averages with a bound, and years counted from the one spoken of."""

import pytest

from handlers.answering.words.signs import in_words
from tests.answering.support import Asked, figures


@pytest.mark.parametrize(("written", "read"), [
    ("超过百分之二十了吗", "超过20%了吗"), ("占百分之几", "占百分之几"), ("over 20 percent?", "over 20%?"), ("百分之五点五", "5.5%"),
])
def test_percent(written: str, read: str) -> None:
    assert in_words(written) == read


@pytest.mark.parametrize(("question", "verdict"), [
    ("予以公开占办结超过百分之二十吗", "yes"),
    ("邓州2020年不予处理占比有没有到百分之四十", "yes"),
    ("复议占复议加诉讼总数超过百分之六十吗", "yes"),
    ("Is the share of full disclosure over 20 percent?", "yes"),
    ("采购平均每个项目超过五十万元吗", "yes"),
    ("平均每月收到的申请超过十件吗", "no"),
])
def test_bound_on_a_share_or_a_mean(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize(("question", "earlier", "values"), [
    ("后面三年呢", "宝应2019年处罚决定多少", ["2200", "2400", "3000"]),
    ("往前两年呢", "宝应2022年处罚决定多少", ["2200", "2400"]),
])
def test_years_beside_the_one_spoken_of(places: Asked, question: str, earlier: str, values: list[str]) -> None:
    assert figures(places.ask(question, earlier)) == values


@pytest.mark.parametrize(("text", "verdict"), [("六成没拿到信息，对不对", "yes"), ("超过四成的人没看到信息，对吗", "yes"), ("六成不予公开，对吗", "no")])
def test_a_part_that_got_nothing(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(f"邓州2020年{text}").verdict == verdict


@pytest.mark.parametrize("text", ["部分公开比予以公开低十来个百分点吗", "没拿到信息的比拿到的低二十来个百分点吗", "没拿到的占比比拿到的低二十来个百分点吗"])
def test_points_of_what_is_no_share(shipped: Asked, text: str) -> None:
    assert shipped.ask(f"邓州2020年{text}").status == "refused"


@pytest.mark.parametrize(("text", "verdict"), [("收费的项目数走低了吗", "yes"), ("处罚的项目数往下走了吗", "no"), ("处罚的项目数走高了吗", "yes")])
def test_items_that_move(shipped: Asked, text: str, verdict: str) -> None:
    assert shipped.ask(f"邓州2020年{text}").verdict == verdict
