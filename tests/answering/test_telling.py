"""Messages as people tell them: slips set right, stories without marks, where one lives and works."""

import pytest

from handlers.answering.models import Reply
from tests.answering.support import Asked

SLIPS = ("，不对，应该是", "……哦不，说错了，是", "，打错了，", "呃不对是", "，等等，我要问的是", "，口误，", "，说错了，是", "，哦不对，我说的是")
SAID = (
    ("宝应2020年{}处理决定多少件", "行政处罚", "行政强制"),
    ("宝应2020年{}申请了几件", "企业", "自然人"),
    ("宝应2020年{}的有几件", "不予公开", "部分公开"),
    ("宝应{}新收申请多少件", "2021年", "2020年"),
    ("{}2020年新收申请多少件", "高邮", "宝应"),
)


def told(reply: Reply) -> list[tuple[str, int, tuple[str, ...], str]]:
    return [(v.agency, v.year, v.cells, v.value) for v in reply.values]


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize(("way", "wrong", "meant"), SAID, ids=[f"{w} {m}" for _, w, m in SAID])
def test_a_slip_is_taken_back(places: Asked, way: str, wrong: str, meant: str, slip: str) -> None:
    assert told(places.ask(way.format(wrong + slip + meant))) == told(places.ask(way.format(meant))) != []


def test_doubt_about_a_figure_is_no_slip(places: Asked) -> None:
    assert told(places.ask("有人说宝应2020年处罚3715件，不对吧，到底多少件")) == told(places.ask("宝应2020年处罚多少件"))


def test_what_was_asked_first_and_then_denied_is_not_answered(places: Asked) -> None:
    reply = places.ask("宝应2020年行政处罚多少件？我要的不是处罚，是强制")
    assert told(reply)[:1] == told(places.ask("宝应2020年行政强制多少件"))[:1]
    assert "s2.art20_6.penalty.decisions" not in {c for v in reply.values for c in v.cells}


STORIES = (
    "我侄子是开餐馆的前阵子遇上点糟心事心里憋屈他托我打听打听",
    "那个喂你好我们村那个路嘛一直没修然后我舅说可以去问问的我就想知道",
    "喂你好我姓张我老伴去年住院的时候听病友说了一嘴那我问一下",
)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_without_marks_is_passed_over(places: Asked, story: str) -> None:
    assert told(places.ask(f"{story}宝应2020年予以公开的有多少件啊")) == told(places.ask("宝应2020年予以公开的有多少件"))


@pytest.mark.parametrize("limit", ["我们村修路那个项目的", "我想问环保领域的案件在", "我想知道我们环保局管的那些企业的"])
def test_what_restricts_the_question_is_no_story(places: Asked, limit: str) -> None:
    assert places.ask(f"{limit}宝应2020年处罚有多少").status != "answered"


def test_where_one_lives_is_not_what_is_asked_about(places: Asked) -> None:
    assert places.ask("登封2020年收到多少件申请？我儿子在登封工作，我们家在宝应。").status == "refused"
    assert told(places.ask("我是某某大学的研究生。请问宝应2020年新收申请多少件？")) == told(places.ask("宝应2020年新收申请多少件"))


def test_a_refusal_right_behind_its_reason_is_said_of_it(places: Asked) -> None:
    assert told(places.ask("宝应2020年被当成信访给挡回来了的有几件")) == told(places.ask("宝应2020年信访类申请几件"))


def test_the_whole_asked_for_in_the_same_message(places: Asked) -> None:
    reply = places.ask("宝应2020年诉讼里被纠正的几件？占全部诉讼的百分之几？")
    assert [v.unit for v in reply.values].count("%") <= 1
    assert "占复议和诉讼" not in reply.text


@pytest.mark.parametrize("said", ["我刚才说的是企业，其实我想问的是自然人，宝应2020年部分公开给了几件？", "宝应2020年企业部分公开……不对不对，自然人部分公开几件？"])
def test_what_was_really_meant(places: Asked, said: str) -> None:
    assert told(places.ask(said)) == told(places.ask("宝应2020年自然人部分公开几件"))


def test_a_claim_before_the_question_sets_nothing_side_by_side(places: Asked) -> None:
    reply = places.ask("她说宝应2020年部分公开的比予以公开的还多，我觉得反过来。麻烦您给个准数，两样各多少件？")
    assert told(reply) == told(places.ask("宝应2020年部分公开、予以公开各多少件"))


@pytest.mark.parametrize("text", ["我堂哥起诉宝应县政府的案子2020年判了没有", "我弟弟2020年在宝应申请的那份土地档案批下来没有", "我妈那份申请宝应2020年给了吗"])
def test_what_became_of_somebodys_request_is_refused(places: Asked, text: str) -> None:
    assert places.ask(text).status == "refused"


@pytest.mark.parametrize("text", ["怎么2020年没有这个数", "那怎么2020年这么多"])
def test_how_come_asks_for_a_cause(places: Asked, text: str) -> None:
    assert places.ask(text, "宝应2021年予以公开几件").reason == "out_of_scope"


def test_a_letter_ends_politely(places: Asked) -> None:
    reply = places.ask("王科长：您好！我司需核对宝应县2020年政府集中采购项目数。请于方便时回复。祝工作顺利")
    assert told(reply) == told(places.ask("宝应2020年政府集中采购项目数"))


@pytest.mark.parametrize(("told_first", "row"), [("要的东西政府手里压根没有", "本机关不掌握"), ("有人反复来要同样的东西", "重复申请")])
def test_such_ones_are_those_told_before(places: Asked, told_first: str, row: str) -> None:
    assert told(places.ask(f"{told_first}，宝应2020年这样的申请几件")) == told(places.ask(f"宝应2020年{row}的几件")) != []


def test_such_ones_that_nobody_understood_get_no_figure(places: Asked) -> None:
    assert places.ask("请问我家拆迁补偿，宝应2020年类似的申请有多少").status == "refused"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("宝应2020年新收申请数、其中自然人、企业各多少", ["total", "natural", "enterprise"]), ("宝应2020年新收申请里，自然人、企业各多少", ["natural", "enterprise"]),
    ],
)
def test_a_listed_whole_is_given_beside_its_parts(places: Asked, text: str, columns: list[str]) -> None:
    assert [v.cells for v in places.ask(text).values] == [(f"s3.new@{column}",) for column in columns]


def test_a_cause_begged_for_behind_a_long_story_is_declined(places: Asked) -> None:
    reply = places.ask("我从头到尾看了一遍，心里老大一个疙瘩：宝应2020年复议一件都没给老百姓翻过来。你说说，这到底是什么原因造成的？")
    assert (reply.status, reply.values) == ("refused", ())


def test_this_reason_is_the_one_told_before(places: Asked) -> None:
    story = "窗口说这属于行政查询事项，不归信息公开管。我气得一宿没睡。就想知道宝应2020年用这个由头没给公开的有几件？"
    assert told(places.ask(story)) == told(places.ask("宝应2020年属于行政查询事项的几件")) != []


def test_a_consequence_keeps_the_reason_told_before_it(places: Asked) -> None:
    reply = places.ask("宝应2020年有几份是怕伤着旁人的隐私，所以没给看的？")
    assert told(reply) == told(places.ask("宝应2020年保护第三方合法权益的几件")) != []


def test_one_thing_told_twice_is_given_once(places: Asked) -> None:
    assert [v.cells for v in places.ask("宝应2020年去年没办完、留到下一年接着办的申请有多少？").values] == [("s3.carried_out@total",)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("把邓州2020年的处罚和强制决定数加一下，能告诉我吗", "3903"),
        ("我想了解一下只给一部分的，在邓州2020年办结总量里占百分之几", "14.75"),
        ("集中采购嘛，邓州2020年平均一个项目得花多少万呢？", "58.6559"),
        ("邓州市2020年有多少份申请，要的东西最后完整给了？", "15"),
    ],
)
def test_courtesy_and_what_is_told_first_ask_nothing(shipped: Asked, text: str, value: str) -> None:
    reply = shipped.ask(text)
    assert [v.value for v in reply.values][:1] == [value]


def test_spaces_set_clauses_apart_where_nobody_sets_marks(shipped: Asked) -> None:
    reply = shipped.ask("邓州2020年复议多少件 打官司多少件 两样加起来又是多少")
    assert [v.value for v in reply.values] == ["41", "19", "60"]
    assert shipped.value("邓州 2020年 不予公开 件数") == 8


@pytest.mark.parametrize(("said", "plain"), [
    ("没啥正当理由、成堆成堆反复递申请的，宝应2020年按这一条不处理的几件", "宝应2020年无正当理由大量反复申请几件"),
    ("宝应企业去年不是，2020年递了几份申请", "宝应2020年企业递了几份申请"),
    ("宝应2020年许可和处罚的项目谁增得多", "宝应2020年许可和处罚谁的本年增/减多"),
    ("宝应2020年采购总额，单位：亿元", "宝应2020年采购总额合多少亿元"),
    ("宝应2020年复议同直接起诉争几多单", "宝应2020年复议和直接起诉差多少件"),
    ("avg(采购金额/项目数) where 市=宝应 and 年=2020", "宝应2020年平均每个采购项目多少万元"),
    ("Baoying 2020, requests under \"other handling\"", "宝应2020年其他处理几件"),
    ("老弟，宝应2020年不予公开几件", "宝应2020年不予公开几件"),
])
def test_what_is_said_loosely_has_the_figures_of_the_plain_question(places: Asked, said: str, plain: str) -> None:
    assert told(places.ask(said)) == told(places.ask(plain)) != []


@pytest.mark.parametrize("question", ["平均(采购金额/磅礴数) 宝应2020年，企业", "国家磅礴的，宝应2020年按这一条不公开的几件", "宝应2020年老弟申请了几件", "宝应2020年收了多少费"])
def test_what_is_not_understood_or_not_counted_gives_no_other_figure(places: Asked, question: str) -> None:
    assert not places.ask(question).values


@pytest.mark.parametrize(("question", "value"), [
    ("邓州2020年处罚上一年的项目数量算了我还是问强制上一年的项目数量吧", 171),
    ("邓州2020年行政处罚不对不对是行政许可的处理决定有多少", 28519),
    ("邓州2020年公司申请几件等等我要问的是科研机构", 0),
])  # fmt: skip
def test_a_slip_is_taken_back_without_a_mark(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


@pytest.mark.parametrize("question", ["我们村的村民2020年在邓州申请了几件", "邓州2020年复议是谁告的", "邓州2020年延长答复期限的几件"])
def test_a_villages_people_and_who_sued_are_not_counted(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).status == "refused"


def test_the_contact_that_nobody_wants_is_not_given(shipped: Asked) -> None:
    assert shipped.ask("不想打电话，邓州年报上的邮箱是什么").text.splitlines()[0].endswith("@126.com")


@pytest.mark.parametrize(("question", "verdict"), [("小姑娘说他们一年才收六十来件申请，邓州2020年是61件吧", "yes"), ("邓州2020年61件申请，25件当信访给打发了？", "yes"), ("邓州2020年复议维持率百分百？", "yes")])
def test_the_claim_is_the_last_number_of_its_unit(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


@pytest.mark.parametrize("said", ["我只关心老百姓，邓州2020递了几件", "别跟我扯企业，我就关心老百姓，邓州2020递了几件", "邓州20个人递了几件"])
def test_the_applicant_that_is_meant_is_told_before(shipped: Asked, said: str) -> None:
    assert shipped.value(said) == 59
