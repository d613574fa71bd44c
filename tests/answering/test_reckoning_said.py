"""Operations in other words: parts of a figure, so many in a hundred, twice, about so many, what a follow-up sets against the figure before."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.answering.asked.figures_said import known_superlatives
from handlers.answering.chat.set_against import RULES
from handlers.answering.chat.spoken import Spoken, first_that_fits
from handlers.answering.operations.portions import fraction_of
from handlers.answering.understand import understand
from handlers.answering.words.lexicon import Sense, load_lexicon
from handlers.answering.words.mentions import Mention
from handlers.answering.words.rephrased import REPHRASED, rephrased
from handlers.answering.words.rewriting import rewritings, rewritten
from index.errors import InvalidData
from tests.answering.support import Asked, figures
from tests.answering.worlds import made


@pytest.mark.parametrize(("said", "common"), [
    ("每一百件办结里有几件予以公开", "办结里百分之几是予以公开"),
    ("2022年比2021年翻番了吗", "2022年比2021年是不少于2倍吗"),
    ("新收是三位数吗", "新收在100到999之间吗"),
    ("新收逾百件了吗", "新收超过百件了吗"),
    ("接下来的两年呢", "之后的两年呢"),
    ("新收多少", "新收多少"),
    ("argmax(body, 新收)", "哪个单位新收最多"),
    ("select 予以公开 from 邓州 where year=2020", "邓州 2020 予以公开"),
    ("新收 where 市=邓州 and 年=2020，单位万元", "新收  邓州  2020，以万元为单位"),
    ("邓州市=几件", "邓州市=几件"),
    ("sum(新收) where year between 2019 and 2022", "sum(新收)  2019至2022年"),
    ("新收[2019:2022]", "新收[2019至2022年]"),
    ("(予以公开+部分公开)/办结", "予以公开加部分公开合计占办结的比例"),
    ("复议 >= 10的单位", "复议不少于10的单位"),
    ("部分公开/(予以公开+部分公开)", "部分公开占予以公开与部分公开合计的比例"),
    ("count(year) where 新收 > 50", "新收超过50的有几年"),
    ("复议总数上百的", "复议总数不少于一百的"),
    ("按亿算，是零点几个亿", "按亿元算，多少亿元"),
    ("「予以公开」为何？", "「予以公开」是多少？"),
    ("增加为何", "增加为何"),
    ("信访类的数量及占比", "信访类几件，占比多少"),
    ("不予公开占办结比重和部分公开占办结比重", "不予公开和部分公开分别占办结的比例"),
    ("每件复议对应多少件申请", "申请是复议的几倍"),
    ("处罚数除以许可数等于几", "处罚数是许可数的几倍"),
    ("5件以上（含5件）", "不少于5件"),
    ("办结不满五十件", "办结不足五十件"),
    ("够十个亿吗", "够十亿吗"),
    ("不予公开的原因为何", "不予公开的原因有哪些"),
    ("部分公开的原因是什么", "为什么部分公开"),
])
def test_other_words_are_brought_to_the_common_ones(said: str, common: str) -> None:
    assert rephrased(said) == common


@pytest.mark.parametrize(("text", "part"), [("申请总数的一半是多少", "0.50"), ("新收的四分之一是几件", "0.25"), ("过半了吗", None), ("占四分之一吗", None)])
def test_a_fraction_that_is_asked_for(text: str, part: str | None) -> None:
    found = fraction_of(text)
    assert (None if found is None else f"{found:.2f}") == part


def test_an_unknown_superlative_is_not_passed_over() -> None:
    filler = (Sense("filler", "filler", True),)
    kept = known_superlatives([Mention(0, 1, "最", filler), Mention(1, 3, "磅礴", filler), Mention(3, 4, "的", filler)])
    assert [m.text for m in kept] == ["的"]


@pytest.mark.parametrize(("before", "question", "rows"), [
    ("予以公开几件", "部分公开比它多几件", ("s3.result.partial", "s3.result.granted")),
    ("予以公开几件", "超过部分公开了吗", ("s3.result.granted", "s3.result.partial")),
])
def test_a_follow_up_is_set_against_the_figure_before(before: str, question: str, rows: tuple[str, ...]) -> None:
    last, frame = (understand(text, load_lexicon(), lambda _: ())[0] for text in (before, question))
    found = first_that_fits(RULES, frame, Spoken((last,)))
    assert found is not None
    assert tuple(o.rows[0] for o in found.operands) == rows


@pytest.mark.parametrize(("content", "place"), [
    ("patterns:\n- ['几(件', 几]", "patterns.1: no regular expression"),
    ("patterns:\n- ['几(件)', '\\2']", "patterns.1: no regular expression"),
    ("patterns:\n- ['几', 多少]\n- 几件", "patterns.2: two entries are expected"),
    ("words: {}", "patterns: a list is expected"),
    ("patterns:\n- ['几, 多少]", "line 2: no YAML"),
])
def test_a_broken_list_says_where(tmp_path: Path, content: str, place: str) -> None:
    file = tmp_path / "rephrased.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidData, match=f"rephrased.yaml: {place}"):
        rewritings(file)


@settings(deadline=None)  # every pattern is compiled
@given(st.text("每百件里有几逾三位数÷+新收2减", max_size=20))
def test_looking_at_the_characters_first_changes_nothing(text: str) -> None:
    plain = text
    for line in rewritings(REPHRASED).patterns:
        plain = re.sub(line.program.written, line.put, plain)
    assert rewritten(text, rewritings(REPHRASED)) == plain


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年许可的项目跟处罚的项目各添了多少", ["1434", "1085"]),
    ("邓州2020年许可嘞项目跟处罚嘞项目，搁一块儿添了多少项", ["2519"]),
    ("邓州2020年许可的上一年项目和增减分别多少", ["5516", "1434"]),
    ("邓州2020年信访类的件数和占比", ["25", "40.98"]),
    ("邓州2020年企业的予以公开占它自己办结数的百分之几", ["100.00"]),
    ("邓州2020年信访类占全部不予处理的千分之几", ["1000.00"]),
    ("邓州2020年采购金额差多少到一亿", ["5718.1227", "4281.8773"]),
    ("邓州2020年复议和诉讼总数哪个大，大多少", ["22"]),
    ("邓州2020年直接起诉政府败诉的占结案的几成", ["2.3529"]),
    ("邓州2020年诉讼纠正的占审结案件的百分之几", ["23.53"]),
    ("邓州2020年(不予公开+无法提供)/总计", ["19.67"]),
    ("邓州2020年5到20件之间的不予公开理由有几种", ["1"]),
    ("邓州2020年复议总数和诉讼总数比例几比几", ["2.1579"]),
    ("邓州2020年不予公开和无法提供是几比几", ["2"]),
    ("邓州2020年不予公开里件数正好是2的是哪条", ["2"]),
    ("邓州2020年处理结果中只有1件的是什么", ["1"]),
    ("邓州2020年无法提供里非零的情形几个", ["2"]),
    ("邓州2020年八条理由里有数的几条", ["2"]),
    ("邓州2020年办理结果里十件以上的有几个", ["2"]),
    ("邓州2020年六类申请人加起来一共几件", ["61"]),
    ("邓州2020年处罚项目的增减占上年的百分比", ["29.16"]),
    ("邓州2020年收费项目减掉的占原来的百分之几", ["51.55"]),
    ("邓州2020年公开的占办结的比例", ["39.34"]),
    ("邓州2020年公开率（公开了的占办结的）", ["39.34"]),
    ("邓州2020年诉讼败诉率拿审结的做分母", ["23.53"]),
    ("邓州2020年诉讼纠正的占比，剔除尚未审结的", ["23.53"]),
    ("邓州2020年直接起诉已审结几件（总数减未结）", ["17"]),
    ("邓州2020年不予公开的各项理由当中，件数恰好为六的是哪一项？", ["6"]),
    ("把邓州2020年复议的四种结局按件数从高排到低", ["41", "0"]),
    ("哪条理由用得最勤？我说的是邓州2020年不予公开那八条", ["6"]),
    ("邓州2020年处罚的件数顶强制的几倍", ["19.7606"]), ("许可比处罚多几倍", ["6.6767", "7.6767"]), ("处罚比许可多几倍", ["0.1303"]),
    ("邓州2020年其他组织三个数给我：新收、办结总计、结转下年", ["1", "1", "0"]),
    ("邓州2020年采购金额合若干亿元", ["0.42818773"]),
    ("邓州2020年第三方占多少，在不予公开里", ["75.00"]),
    ("办理结果总计一行是几？邓州2020年申请人里“其他”那一列", ["1"]),
    ("邓州2020年哪类申请人最多，占几成", ["59", "9.6721"]),
    ("邓州2020年诉讼败诉率以全部案件作分母是多少", ["21.05"]),
    ("邓州2020年收费项目砍得挺狠，减了百分之几", ["51.55"]),
    ("邓州2020年不掌握加补正不明确", ["3"]),
    ("邓州2020年办结总数扣掉给了的（全给加半给）还剩几件", ["37"]),
    ("邓州2020年处罚的增量比许可的增量少多少", ["349"]),
    ("邓州2020年复议、直接起诉、复议后起诉各占案件总数的百分之几", ["68.33", "31.67", "0.00"]),
    ("邓州2020年不予公开理由倒数第二的是哪条", ["2"]),
    ("邓州2020年每个采购项目平均花多少元", ["586558.5342"]),
    ("邓州2020年哪两种办理结果最多", ["25", "15"]),
])
def test_reckoned_figures(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question))[: len(values)] == values


@pytest.mark.parametrize(("question", "verdict"), [("邓州2020年采购四千多万元，对吗", "yes"), ("邓州2020年采购三千多万元，对吗", "no"), ("邓州2020年部分公开9件以上吗", "yes"), ("邓州2020年各办理结果加起来等于总计吗", "yes")])
def test_bounds_in_other_words(shipped: Asked, question: str, verdict: str) -> None:
    assert shipped.ask(question).verdict == verdict


def test_an_open_column_is_of_the_row_named_next(shipped: Asked) -> None:
    assert shipped.value("邓州2020年复议的", "维持多少件") == 41


def test_a_part_that_no_form_has_is_not_left_out_of_a_sum(shipped: Asked) -> None:
    assert "收费" in shipped.ask("邓州2020年采购金额加收费是多少").text


def test_one_of_two_bodies_is_not_here(shipped: Asked) -> None:
    assert shipped.ask("Dengzhou or Xinye County, who received more requests in 2020?").status == "refused"


@pytest.mark.parametrize(("turn", "sign"), [("多了多少件", 1), ("多多少", 1), ("涨了多少", 1), ("少了多少件", -1)])
def test_the_later_figure_is_more_or_less_than_the_earlier(turn: str, sign: int) -> None:
    asked = made(3).asked
    for one, other in (("予以公开", "不予公开"), ("不予公开", "予以公开")):
        first, second = (asked.value(f"宝应2020年{row}多少件") for row in (one, other))
        assert asked.value(turn, f"宝应2020年{one}多少件", f"{other}的呢") == sign * (second - first)
        assert asked.value("差多少件", f"宝应2020年{one}多少件", f"{other}的呢") == abs(second - first)


@pytest.mark.parametrize(("text", "value"), [
    ("部分公开9件，予以公开比它多几件", "6"),
    ("予以公开15件，部分公开比它少几件", "6"),
    ("予以公开15件，部分公开比它多几件", "-6"),
    ("部分公开9件，它比予以公开少几件", "6"),
    ("予以公开15件，部分公开是它的几倍", "0.6"),
])
def test_what_was_said_first_is_it(shipped: Asked, text: str, value: str) -> None:
    assert figures(shipped.ask(f"邓州2020年{text}"))[0] == value


def test_it_is_passed(shipped: Asked) -> None:
    assert [shipped.ask(f"邓州2020年{text}").verdict for text in ("部分公开9件，予以公开比它多吗", "予以公开15件，部分公开比它多吗")] == ["yes", "no"]


def test_the_figure_asked_for_stands_before_what_leads_in(shipped: Asked) -> None:
    assert figures(shipped.ask("邓州其他对外管理服务事项的项目数，2020年差不多翻了一番吧？涨幅究竟百分之几"))[0] == "95.95"


@pytest.mark.parametrize(("question", "values"), [
    ("许可项目几项？处罚呢", ["5516", "3721"]),
    ("官司输了4场，占了结的几成", ["2.3529"]),
    ("没拿到东西的人里头，因为信访的占多少", ["67.57"]),
    ("不予处理三行合计是多少，占比", ["25", "40.98"]),
    ("企业的予以公开占该栏办结的几成", ["10"]),
    ("公开（全公开、部分公开）合在一起占办结的百分之几", ["39.34"]),
])
def test_what_is_reckoned_with_is_what_was_said(shipped: Asked, question: str, values: list[str]) -> None:
    assert figures(shipped.ask(question)) == values


@pytest.mark.parametrize("question", ["如果再有1件复议，复议诉讼总数就到61了，对吗", "假如上年结转的那些没有，总共要办多少件", "新收若比上年多一倍应该是多少", "要是没有那一件企业申请，新收是多少"])
def test_what_is_only_supposed_gets_no_figure(shipped: Asked, question: str) -> None:
    assert shipped.ask(question).reason == "out_of_scope"


def test_what_is_told_to_come_to_so_many_is_held_against_that(shipped: Asked) -> None:
    assert [shipped.ask(f"60加1是不是{n}，总的新收").verdict for n in (61, 60)] == ["yes", "no"]


def test_requests_for_a_review_have_no_mean_of_both(shipped: Asked) -> None:
    assert shipped.ask("平均每件复议诉讼对应多少申请").status == "refused"


def test_year_after_year_is_over_every_year(places: Asked) -> None:
    reply = places.ask("宝应处罚决定是逐年上升吗")
    assert (reply.verdict, len(reply.values)) == ("no", 4), reply


def test_the_year_of_the_fewest_is_looked_for(places: Asked) -> None:
    assert places.ask("宝应这几年里，处罚决定最少的一年做了多少").values[0].value == "2200"


def test_reports_are_counted_not_bodies(places: Asked) -> None:
    assert places.ask("有几份报告的复议总数超过10件").values[0].unit == "份"
