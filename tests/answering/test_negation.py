"""没有予以公开 is not 予以公开: what a negation turns or stops never gets the figure of the plain word."""

import pytest

from handlers.answering.words.dialects import common_speech
from tests.answering.support import Asked
from tests.answering.worlds import made

R = "s3.result"
GIVEN, PARTLY, REFUSED, NOT_PUBLIC, PENDING = 34, 6, 9, 37, 3  # 宝应 2020
NEGATIONS = ("没", "没有", "没被", "没有被", "未", "未被", "不是", "并未", "没能")
TERMS = (("予以公开", GIVEN), ("部分公开", PARTLY), ("不予公开", REFUSED), ("纠正的行政诉讼", 1), ("维持的行政复议", 8))


@pytest.mark.parametrize(("term", "figure"), TERMS)
@pytest.mark.parametrize("negation", NEGATIONS)
def test_the_figure_of_the_plain_word_is_not_given(places: Asked, negation: str, term: str, figure: int) -> None:
    reply = places.ask(f"宝应2020年{negation}{term}的有几件")
    assert str(figure) not in [v.value for v in reply.values[:1]], reply


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("宝应2020年没有公开的有几件", NOT_PUBLIC),
        ("宝应2020年未公开几件", NOT_PUBLIC),
        ("宝应2020年没办结的几件", PENDING),
        ("宝应2020年不是自然人申请的有几件", 5),
        ("宝应2020年不公开的几件", REFUSED),
        ("宝应2020年不同意公开几件", REFUSED),
        pytest.param("宝应2020年没有予以公开的有几件", NOT_PUBLIC, marks=pytest.mark.xfail(reason="没 is kept as a word nobody understood", strict=True)),
    ],
)
def test_what_has_an_opposite_in_the_form_gets_its_figure(places: Asked, text: str, figure: int) -> None:
    assert places.value(text) == figure


@pytest.mark.parametrize("text", ["宝应2020年有没有予以公开", "宝应2020年有没有部分公开的", "宝应2020年是不是有不予公开", "宝应2020年有无不予公开"])
def test_a_question_is_no_negation(places: Asked, text: str) -> None:
    assert places.ask(text).verdict == "yes"


@pytest.mark.parametrize(("text", "verdict"), [
    ("宝应2020年官司输没输", "yes"), ("宝应2020年复议维持没维持", "yes"), ("宝应2020年规章制定没制定", "no"), ("宝应2020年不予公开的不是9件吗", "yes"), ("宝应2020年复议不是有四十件吗", "no"),
    ("宝应2020年没有科研机构申请吗", "yes"), ("宝应2020年谁也没递过申请吗", "no"), ("宝应2020年不可能一件都没败诉吧", "no"), ("宝应2020年没人先复议再告吧", "no"), ("宝应2020年没公开的吗", "yes"),
    ("宝应2020年行政处罚过没过“三百”件", "yes"), ("宝应2020年不予公开比部分公开多？", "yes"), ("宝应2020年予以公开比不予公开少一些？", "no"),
])
def test_what_is_put_to_be_confirmed(places: Asked, text: str, verdict: str) -> None:
    assert places.ask(text).verdict == verdict


@pytest.mark.parametrize("text", ["宝应2020年有没有国家秘密", "宝应2020年有国家秘密吗", "宝应2020年有没有科研机构申请"])
def test_zero_is_no_and_says_so(places: Asked, text: str) -> None:
    reply = places.ask(text)
    assert (reply.verdict, reply.values[0].value) == ("no", "0")
    assert "没有" in reply.text.split("\n")[0]


# ---------------------------------------------------------------- set right

CORRECTED = (
    ("是{}不是{}，宝应2020年处理决定多少", "行政处罚", "行政许可", "宝应2020年{}处理决定多少"),
    ("我问的是{}不是{}，宝应2020年几件", "行政复议", "行政诉讼", "宝应2020年{}几件"),
    ("是{}不是{}，2022年新收申请多少", "宝应", "高邮", "{}2022年新收申请多少"),
)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("way", "one", "other", "plain"), CORRECTED, ids=[f"{one} {other}" for _, one, other, _ in CORRECTED])
def test_what_is_denied_beside_its_like_is_not_asked_for(places: Asked, way: str, one: str, other: str, plain: str, turned: bool) -> None:
    meant, denied = (other, one) if turned else (one, other)
    reply, whole = places.ask(way.format(meant, denied)), places.ask(plain.format(meant))
    assert [(v.agency, v.cells, v.value) for v in reply.values] == [(v.agency, v.cells, v.value) for v in whole.values]
    assert len(reply.values) == 1


@pytest.mark.parametrize(
    ("before", "turn", "full"),
    [
        ("宝应2020年行政许可处理决定多少", "是处罚不是许可", "宝应2020年行政处罚处理决定多少"),
        ("宝应2022年行政复议几件", "是诉讼不是复议", "宝应2022年行政诉讼几件"),
        ("宝应2022年行政复议几件", "不是复议，是诉讼", "宝应2022年行政诉讼几件"),
        ("高邮2022年新收申请多少", "是宝应不是高邮", "宝应2022年新收申请多少"),
        ("宝应2020年企业申请多少", "是自然人不是企业", "宝应2020年自然人申请多少"),
    ],
)
def test_a_question_is_set_right_by_the_next_turn(places: Asked, before: str, turn: str, full: str) -> None:
    reply = places.ask(turn, before)
    assert [(v.agency, v.year, v.cells) for v in reply.values] == [(v.agency, v.year, v.cells) for v in places.ask(full).values]
    assert "沿用上一问" in reply.text


@pytest.mark.parametrize(("written", "figure"), [
    ("宝应2020年除予以公开之外的办理结果共多少件", lambda w: w.of(f"{R}.total@total") - w.of(f"{R}.granted@total")),
    ("宝应2020年办结总数中扣除予以公开和部分公开后的件数", lambda w: w.of(f"{R}.total@total") - w.of(f"{R}.granted@total") - w.of(f"{R}.partial@total")),
    ("宝应2020年除了维持，复议别的结果合计几件", lambda w: w.of("s4.review.total") - w.of("s4.review.upheld")),
    ("宝应2020年新收不含自然人是多少", lambda w: w.of("s3.new@total") - w.of("s3.new@natural")),
    ("宝应2020年许可、处罚、强制三项，撇开许可剩下两项合计", lambda w: w.sum("s2.art20_6.penalty.decisions", "s2.art20_6.coercion.decisions")),
])
def test_what_is_taken_out_is_taken_from_its_whole(written: str, figure: object) -> None:
    for seed in (0, 3, 5):
        world = made(seed)
        assert world.asked.ask(written).values[0].value == str(figure(world))  # type: ignore[operator]


@pytest.mark.parametrize(("said", "common"), [("冇判完咗", "没判完了"), ("打官司个一共几件", "打官司的一共几件"), ("边个多", "哪个多"), ("两边个个都有", "两边个个都有"), ("关系几多", "关系多少")])
def test_small_words_of_dialects_are_read_as_the_common_ones(said: str, common: str) -> None:
    assert common_speech(said) == common


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("宝应2020年有没有拿国家秘密当理由不公开的", "no"), ("宝应2020年收没收到重复申请", "yes"), ("宝应2020年败没败诉过", "yes"), ("宝应2020年新收申请超没超九千件", "no"), ("宝应2020年新收申请超过没超过10件", "yes")],
)
def test_what_is_asked_both_ways_is_no_negation(places: Asked, text: str, verdict: str) -> None:
    assert places.ask(text).verdict == verdict


@pytest.mark.parametrize("text", ["宝应2020年处罚多不多", "宝应2020年复议高不高"])
def test_how_much_is_much_is_an_opinion(places: Asked, text: str) -> None:
    """The figure, and no word on whether that is much."""
    reply = places.ask(text)
    assert reply.status == "answered"
    assert reply.verdict is None


@pytest.mark.parametrize(("text", "verdict"), [("没有行政许可，对吗", "no"), ("没有制定规章，是吧？", "yes")])
def test_a_claim_of_none_is_checked_against_nought(places: Asked, text: str, verdict: str) -> None:
    assert places.ask(f"宝应2020年{text}").verdict == verdict


@pytest.mark.parametrize("text", ["收费是不是减少了", "行政事业性收费是增加还是减少"])
def test_the_old_form_prints_the_change_of_the_fees(places: Asked, text: str) -> None:
    assert places.ask(f"宝应2020年{text}").values[0].cells == ("s2.art20_8.fee.change",)


def test_what_a_table_counts_is_not_told_by_a_sentence_of_the_prose(places: Asked) -> None:
    reply = places.ask("宝应2020年规章里公众号囫囵几部")
    assert all(not v.cells or not v.cells[0].startswith("n.") for v in reply.values)


@pytest.mark.parametrize("verb", ["碰没碰到过", "遇没遇上", "撞没撞上"])
def test_any_verb_said_both_ways_asks_yes_or_no(shipped: Asked, verb: str) -> None:
    assert shipped.ask(f"邓州2020年{verb}信访类的").verdict == "yes"
    assert shipped.ask(f"邓州2020年{verb}要求给现成出版物的").verdict == "no"
