"""Sums, shares, averages and thresholds over several bodies and years: what stands against what, whatever word says so."""

from decimal import Decimal

import pytest

from handlers.answering.asked.measured import Reading
from handlers.answering.asked.measures import Measure
from handlers.answering.operations.sums import unit_of
from tests.answering.support import Asked, figures, first_line


def new(places: Asked, body: str, year: int) -> Decimal:
    return Decimal(figures(places.ask(f"{body}{year}年新收申请多少"))[0])


def percent(top: Decimal, base: Decimal) -> str:
    return f"{top * 100 / base:.2f}"


@pytest.mark.parametrize("verb", ["是", "相当于", "为", "折合", "等于"])
def test_a_verb_sets_one_year_against_another(places: Asked, verb: str) -> None:
    reply = places.ask(f"宝应2021年的新收申请{verb}2020年的百分之几")
    assert figures(reply)[0] == percent(new(places, "宝应", 2021), new(places, "宝应", 2020))


def test_a_share_of_another_body_names_it(places: Asked) -> None:
    reply = places.ask("2022年宝应的新收申请相当于高邮的百分之几")
    assert figures(reply)[0] == percent(new(places, "宝应", 2022), new(places, "高邮", 2022))
    assert "高邮市" in first_line(reply)


@pytest.mark.parametrize("text", ["2022年宝应新收申请占它和高邮合计的百分之几", "宝应2022年新收申请占自己与高邮总和的百分之几"])
def test_the_whole_is_the_sum_of_both(places: Asked, text: str) -> None:
    one, other = new(places, "宝应", 2022), new(places, "高邮", 2022)
    assert figures(places.ask(text))[0] == percent(one, one + other)


def test_the_whole_is_the_sum_of_years(places: Asked) -> None:
    years = [new(places, "宝应", year) for year in (2019, 2020, 2021, 2022)]
    assert figures(places.ask("2022年宝应新收申请占19到22四年总和的百分之几"))[0] == percent(years[-1], sum(years, Decimal(0)))


def test_bodies_listed_behind_a_share_each_have_theirs(places: Asked) -> None:
    reply = places.ask("自然人申请占新收的比重，宝应和高邮2022年各是百分之多少")
    assert [v.agency for v in reply.values] == ["宝应县人民政府", "高邮市人民政府"]


@pytest.mark.parametrize(("span", "number"), [("平均每个月", 12), ("平均一个季度", 4), ("平均每天", 365)])
def test_a_year_is_spread_over_its_months(places: Asked, span: str, number: int) -> None:
    reply = places.ask(f"宝应2021年{span}新收几件申请")
    assert abs(Decimal(figures(reply)[0]) - new(places, "宝应", 2021) / number) < Decimal("0.001")
    assert "没有按" in reply.text


@pytest.mark.parametrize("text", ["宝应2021年3月份平均收几件申请", "宝应2021年第二季度收了几件申请", "宝应2021年每个月各收几件申请"])
def test_a_month_of_its_own_is_not_told(places: Asked, text: str) -> None:
    assert places.ask(text).status == "refused"


def test_a_round_number_behind_the_verb_is_a_bound(places: Asked) -> None:
    reply = places.ask("2022年新收过八十件的都有哪些单位")
    assert reply.status == "answered"
    assert all(Decimal(v) > 80 for v in figures(reply))


def test_above_zero_is_not_zero(places: Asked) -> None:
    reply = places.ask("2022年行政复议大于零的有哪些单位")
    assert reply.status == "answered"
    assert all(Decimal(v) > 0 for v in figures(reply))


def test_more_than_a_place_called_yuhong(places: Asked) -> None:
    assert figures(places.ask("2022年宝应的新收申请相当于高邮的几倍"))
    assert "于洪" not in places.ask("2022年宝应的新收申请相当于洪泽区的几倍").text


@pytest.mark.parametrize("text", ["高邮各部门里谁收的申请最多", "高邮各乡镇收的申请谁最多"])
def test_parts_of_a_body_are_not_compared(places: Asked, text: str) -> None:
    assert places.ask(text).status == "refused"


def test_growth_in_times_is_the_later_by_the_earlier(places: Asked) -> None:
    value = Decimal(figures(places.ask("从2021到2022，宝应行政处罚翻了几倍"))[0])
    assert value == Decimal("1.25")


def test_how_many_bodies_there_are(places: Asked) -> None:
    assert figures(places.ask("你这儿一共收了几个单位的年报"))[0] == "4"


@pytest.mark.parametrize("text", ["宝应2019到2022年新收增加了多少件", "从2019到2022宝应新收申请差多少"])
def test_over_a_span_the_two_ends_are_set_against_each_other(places: Asked, text: str) -> None:
    assert Decimal(figures(places.ask(text))[0]) == abs(new(places, "宝应", 2022) - new(places, "宝应", 2019))


def test_over_a_span_growth_is_from_the_first_to_the_last_year(places: Asked) -> None:
    first, last = new(places, "宝应", 2019), new(places, "宝应", 2022)
    assert figures(places.ask("宝应2019到2022年新收增长了百分之几"))[0] == percent(last - first, first)


def test_three_bodies_have_no_one_difference(places: Asked) -> None:
    assert places.ask("2022年宝应、高邮、仪征新收差多少").status != "answered"


def test_which_grew_most(places: Asked) -> None:
    reply = places.ask("2021年到2022年，宝应的许可和处罚哪个涨得猛")
    assert figures(reply)[0] == "25.00"
    assert "行政处罚" in first_line(reply)


def test_every_year_is_asked_of_every_year(places: Asked) -> None:
    reply = places.ask("2019到2022，宝应新收是不是年年都在涨")
    assert reply.verdict == ("yes" if all(new(places, "宝应", y) < new(places, "宝应", y + 1) for y in (2019, 2020, 2021)) else "no")


def test_of_all_bodies_of_that_year(places: Asked) -> None:
    reply = places.ask("2021年宝应新收占所有单位的百分之几")
    one, other = new(places, "宝应", 2021), new(places, "高邮", 2021)
    assert figures(reply)[0] == percent(one, one + other)


@pytest.mark.parametrize("text", ["宝应2021年新收多少，2022年呢", "宝应2021年新收多少？2022年呢？"])
def test_a_year_told_behind_is_asked_too(places: Asked, text: str) -> None:
    assert {v.year for v in places.ask(text).values} == {2021, 2022}


def test_what_is_behind_than_is_the_base(places: Asked) -> None:
    one, other = new(places, "宝应", 2019), new(places, "宝应", 2020)
    assert figures(places.ask("宝应2019年新收比2020年少百分之几"))[0].lstrip("-") == percent(other - one, other)
    assert figures(places.ask("和2019年比，宝应2020年新收多了百分之几"))[0] == percent(other - one, one)


def test_a_part_of_one_body_is_no_share_of_another_whole(places: Asked) -> None:
    reply = places.ask("予以公开在办结里占比：宝应2022 vs 高邮2022")
    granted = [percent(*(Decimal(figures(places.ask(f"{b}2022年{row}多少"))[0]) for row in ("予以公开", "办结"))) for b in ("宝应", "高邮")]
    assert figures(reply) == granted


def test_a_sum_on_one_side_of_than(places: Asked) -> None:
    reply = places.ask("宝应2022年，自然人申请比企业和科研机构加起来多几件")
    one, *others = (Decimal(figures(places.ask(f"宝应2022年{who}新收几件"))[0]) for who in ("自然人", "企业", "科研机构"))
    assert Decimal(figures(reply)[0]) == one - sum(others)


def test_bodies_above_a_bound_are_no_applicants(places: Asked) -> None:
    reply = places.ask("2022年不予公开件数超过3的单位")
    assert reply.status == "answered"
    assert len({v.agency for v in reply.values}) > 1


def test_figures_of_the_foremost_year_are_two_steps(places: Asked) -> None:
    assert places.ask("收到申请最多的年份里宝应办结了多少").status != "answered"


@pytest.mark.parametrize("tail", ["是高邮的几倍", "是高邮的百分之几", "比高邮多几件"])
def test_a_clause_behind_sets_another_body_against_it(places: Asked, tail: str) -> None:
    reply = places.ask(f"宝应2022年新收几件，{tail}")
    assert len(reply.values) > 1


def test_a_multiple_of_the_sum_of_two_years(places: Asked) -> None:
    one, *others = (new(places, "宝应", year) for year in (2021, 2020, 2019))
    reply = places.ask("宝应21年的新收，是20年、19年两年之和的几倍")
    assert abs(Decimal(figures(reply)[0]) - one / sum(others)) < Decimal("0.001")


def test_parts_that_make_up_a_share_together(places: Asked) -> None:
    one = places.ask("宝应2022年企业和科研机构的申请合占新收百分之几")
    assert figures(one)[0] == figures(places.ask("宝应2022年企业和科研机构的申请加起来占新收百分之几"))[0]


def test_sum_and_mean_at_once_are_two_steps(places: Asked) -> None:
    assert places.ask("2019至2022宝应的部分公开合计、平均各多少").status != "answered"


def test_a_sum_as_a_multiple_of_one(places: Asked) -> None:
    one, other, third = new(places, "宝应", 2022), new(places, "高邮", 2022), new(places, "宝应", 2019)
    reply = places.ask("2022年宝应和高邮新收之和是宝应2019年的几倍")
    assert abs(Decimal(figures(reply)[0]) - (one + other) / third) < Decimal("0.001")


@pytest.mark.parametrize("text", ["宝应2022年的申请几天能平均办完", "宝应2022年平均几个月办结一件"])
def test_how_long_it_takes_is_no_daily_mean(places: Asked, text: str) -> None:
    assert places.ask(text).status == "refused"


def test_bodies_are_counted_once(places: Asked) -> None:
    reply = places.ask("行政处罚大于零的地方有几个")
    assert figures(reply)[0] == "4"


@pytest.mark.parametrize("text", ["各家都看最新一年，新收申请最多的是谁", "按各单位最近一份年报，新收申请谁最多"])
def test_the_newest_report_of_every_body_stands_for_it(places: Asked, text: str) -> None:
    reply = places.ask(text)
    newest = {a.name: max(r.year for r in places.archive.reports(agency=a.id)) for a in places.archive.agencies()}
    assert all(newest[v.agency] == v.year for v in (*reply.values, *reply.also))
    assert Decimal(reply.values[0].value) == max(new(places, body, year) for body, year in newest.items())


@pytest.mark.parametrize("sign", ["−", "-", " - ", "－"])
def test_a_minus_between_bodies_takes_away(places: Asked, sign: str) -> None:
    one, other = new(places, "宝应", 2022), new(places, "高邮", 2022)
    assert Decimal(figures(places.ask(f"2022年新收：宝应县{sign}高邮市=？"))[0]) == one - other


def test_one_stroke_and_a_percentage_divide(places: Asked) -> None:
    assert figures(places.ask("宝应2020部分公开/办结 %")) == figures(places.ask("宝应2020年部分公开占办结的百分之几"))
    assert len(figures(places.ask("宝应2020年许可/处罚/强制各多少"))) == 3


def test_a_ranking_of_years_names_the_years(places: Asked) -> None:
    years = (2019, 2020, 2021, 2022)
    order = sorted(years, key=lambda year: new(places, "宝应", year), reverse=True)
    ranked = places.ask("宝应2019到2022四年的新收申请，从多到少给个名次")
    assert [(v.value, v.unit) for v in ranked.values] == [(str(year), "年") for year in order]
    assert [v.value for v in ranked.also] == [str(new(places, "宝应", year)) for year in order]
    assert places.ask("宝应2019到2022哪年申请多，按多少排个序").values[0].value == str(new(places, "宝应", order[0]))


@pytest.mark.parametrize("text", ["库里所有单位，哪家哪年新收的申请最多", "所有单位里哪家新收最多"])
def test_all_bodies_are_no_kind_of_applicant(places: Asked, text: str) -> None:
    assert all(c == "s3.new@total" for v in places.ask(text).values for c in v.cells)


def test_all_reports_are_added_up(places: Asked) -> None:
    assert places.ask("把你收录的全部年报的新收申请数统统加起来，是多少").values == places.ask("所有报告的新收申请合计多少").values


@pytest.mark.parametrize("which", ["哪几家收到过", "哪些单位收过", "哪几个机关收到"])
def test_which_ones_are_those_where_it_is_not_nought(places: Asked, which: str) -> None:
    reply = places.ask(f"{which}企业的申请")
    assert len({v.agency for v in reply.values}) == 4
    assert "0" not in figures(reply)


@pytest.mark.parametrize("text", ["哪家部分公开占办结的比例最高", "部分公开占办结比例最大的是哪个单位", "各单位部分公开占办结的比例，从高到低排"])
def test_a_share_is_compared_over_all_bodies(places: Asked, text: str) -> None:
    held = [(a.name, y) for a in places.archive.agencies() for y in (r.year for r in places.archive.reports(agency=a.id))]
    shares = [places.ask(f"{name}{year}年部分公开占办结的百分之几") for name, year in held]
    best = max(Decimal(figures(s)[0]) for s in shares if s.status == "answered")
    assert Decimal(figures(places.ask(text))[0]) == best


def test_a_share_is_compared_over_the_years(places: Asked) -> None:
    shares = {y: figures(places.ask(f"宝应{y}年部分公开占办结的百分之几"))[0] for y in (2019, 2020, 2021, 2022)}
    assert figures(places.ask("宝应哪年部分公开占办结的比例最高"))[0] == max(shares.values(), key=Decimal)
    assert set(shares.values()) <= set(figures(places.ask("宝应这几年部分公开占办结的比例怎么变")))


@pytest.mark.parametrize("text", ["各单位新收各多少", "各家收到多少申请", "所有单位新收申请分别几件"])
def test_every_body_is_told(places: Asked, text: str) -> None:
    newest = {a.name: max(r.year for r in places.archive.reports(agency=a.id)) for a in places.archive.agencies()}
    assert {(v.agency, v.year) for v in places.ask(text).values} <= set(newest.items())
    assert places.ask(text).status == "answered"


def test_other_bodies_than_the_one_named(places: Asked) -> None:
    every = places.value("所有单位新收申请合计多少")
    mine = sum((places.value(f"宝应{r.year}年新收申请多少") for r in places.archive.reports() if "宝应县人民政府" in r.agency.name), Decimal(0))
    assert places.value("除宝应县外其他单位新收申请一共多少") == every - mine
    assert all("宝应县人民" not in v.agency for v in places.ask("除宝应县外，新收最多的是哪家").values)


@pytest.mark.parametrize("text", ["哪些单位没有一件诉讼", "没有诉讼的单位有哪些", "哪家没打过官司"])
def test_bodies_without_any(places: Asked, text: str) -> None:
    assert {v.value for v in places.ask(text).values} == {"0"}


def test_years_pooled_in_one_share(places: Asked) -> None:
    tops, bases = ([places.value(f"宝应{y}年{row}多少件") for y in (2021, 2022)] for row in ("部分公开", "办结"))
    assert figures(places.ask("宝应2021和2022两年部分公开合计占两年办结合计的比例")) == [percent(sum(tops, Decimal(0)), sum(bases, Decimal(0)))]
    assert places.ask("宝应哪年诉讼数比复议数多").status == "refused"
    assert places.ask("宝应四年新收的最大值和最小值差多少").status == "refused"


def test_each_reason_in_its_group(places: Asked) -> None:
    shares = [Decimal(v) for v in figures(places.ask("宝应2022年无法提供各理由占无法提供的百分比"))]
    assert len(shares) == 3
    assert abs(sum(shares, Decimal(0)) - 100) < Decimal("0.05")


@pytest.mark.parametrize("behind", ["前两年平均", "2020年和2021年的平均"])
def test_one_year_against_the_mean_of_others(places: Asked, behind: str) -> None:
    mean = (new(places, "宝应", 2020) + new(places, "宝应", 2021)) / 2
    assert places.value(f"宝应2022年新收申请比{behind}多多少") == new(places, "宝应", 2022) - mean
    assert places.ask("宝应2021年新收申请比前九年平均多多少").status == "refused"


def test_two_bodies_that_are_not_named(places: Asked) -> None:
    bodies = {a.name for a in places.archive.agencies() if any(r.year == 2022 for r in places.archive.reports(agency=a.id))}
    reply = places.ask("2022年两家新收申请相差多少件")
    assert (reply.status == "answered") == (len(bodies) == 2)


def test_years_of_an_older_form_do_not_lend_their_unit() -> None:
    older, newer = (Reading(Measure("s3.new"), "ok", "", unit, grade=grade) for unit, grade in (("条", "approximate"), ("件", "identical")))
    assert unit_of([older, newer]) == "件"
    assert unit_of([older]) == "条"


@pytest.mark.parametrize("asks", ["哪个高", "各是多少"])
def test_a_share_told_before_the_bodies_is_told_of_each(places: Asked, asks: str) -> None:
    reply = places.ask(f"予以公开占办结的比例，宝应2022年和高邮2022年{asks}")
    assert len({v.agency for v in reply.values}) == 2
