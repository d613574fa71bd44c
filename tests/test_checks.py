"""What does not add up is found, and nothing else is."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from index.cells import read_cells
from index.checks import check_neighbours, check_report, check_superior, load_knowledge
from index.checks.sums import check_sums, printed_tables
from index.errors import InvalidData
from index.forms import load_forms
from index.models import Cell, Detail, Fact, Finding, Place, Section, Status
from index.readers import read_document
from tests.rendering.figures import random_figures

REPORT = Path(__file__).parent.parent / "data" / "reports" / "dengzhou_2020.txt"
SECTIONS = tuple(Section(f"s{n}", "", ("有内容。",), Place(0)) for n in range(1, 7))


def details(year: int = 2020, end: str = "") -> tuple[Detail, ...]:
    found = {"agency": "某县教育局", "period_start": f"{year}-01-01", "period_end": end or f"{year}-12-31"}
    return tuple(Detail(key, value, value, Place(0)) for key, value in found.items())


@pytest.fixture(scope="module")
def report() -> dict[str, Cell]:
    return {cell.id: cell for cell in read_cells(read_document(REPORT), load_forms())}


def changed(cells: dict[str, Cell], **values: str) -> list[Cell]:
    """`s3__new_at_natural` is s3.new@natural."""
    new = {key.replace("__", ".").replace("_at_", "@"): value for key, value in values.items()}
    return [cell._replace(value=Decimal(new[name]), text=new[name]) if name in new else cell for name, cell in cells.items()]


def findings(cells: list[Cell], facts: tuple[Fact, ...] = (), **other: object) -> dict[str, Finding]:
    given = {"details": details(), "sections": SECTIONS, "year": 2020, "edition": "2019"} | other
    return {one.check: one for one in check_report(cells, facts, **given)}  # type: ignore[arg-type]


def failed(found: dict[str, Finding]) -> set[str]:
    return {name for name, one in found.items() if one.status == "failed"}


def fact(sentence: str, figure: str, unit: str = "件") -> Fact:
    subject = sentence[: sentence.index(figure)]
    return Fact(Decimal(figure), figure, unit, False, subject, sentence, "s1", Place(0))


# ---------------------------------------------------------------- sums


def test_the_report_that_ships_keeps_all_sums(report: dict[str, Cell]) -> None:
    found = check_sums(report, printed_tables(report, load_forms()))
    assert len(found) == 49
    assert {one.status for one in found} == {"passed"}


def test_at_least_fifty_checks_and_none_fails_without_a_reason(report: dict[str, Cell]) -> None:
    found = findings(list(report.values()))
    assert len(found) >= 50
    assert not failed(found)


def test_one_wrong_figure_breaks_its_row_and_its_column(report: dict[str, Cell]) -> None:
    found = findings(changed(report, s3__result__granted_at_natural="14"))
    assert failed(found) == {"s3.result_sum@natural", "s3.row_sum@result.granted"}
    one = found["s3.result_sum@natural"]
    assert (one.left, one.right, one.verdict) == ("60", "59", "源表有误")
    assert one.expression == "14 + 9 + 6 + 2 + 3 + 1 + 25 ≠ 59"


def test_a_wrong_total_of_section_four(report: dict[str, Cell]) -> None:
    found = findings(changed(report, s4__review__total="0"))
    assert failed(found) == {"s4.review.sum"}


def test_a_figure_that_was_worked_out_leaves_the_verdict_open(report: dict[str, Cell]) -> None:
    cells = [c._replace(status=Status.REPAIRED) if c.id.startswith("s4.review") else c for c in changed(report, s4__review__total="7")]
    assert findings(cells)["s4.review.sum"].verdict == "解析存疑"


def test_blank_and_open_cells_are_not_judged(report: dict[str, Cell]) -> None:
    cells = [c._replace(value=None, text="") if c.id.endswith("@total") else c for c in report.values()]
    assert findings(cells)["s3.row_sum@new"].status == "not_assessable"
    cells = [c._replace(value=None, status=Status.AMBIGUOUS) if c.id == "s3.new@natural" else c for c in report.values()]
    assert findings(cells)["s3.balance@natural"].status == "not_assessable"


def test_blanks_beside_a_total_count_as_nothing(report: dict[str, Cell]) -> None:
    cells = [c._replace(value=None, text="") if c.value == 0 and not c.id.endswith("total") else c for c in report.values()]
    assert not failed(findings(cells))


def test_masked_figures_are_not_judged(report: dict[str, Cell]) -> None:
    cells = [c._replace(value=None, text="****") if c.id == "s3.new@natural" else c for c in report.values()]
    assert findings(cells)["s3.row_sum@new"].status == "not_assessable"


@pytest.mark.parametrize("edition", ["2008", "2019", "2021"])
def test_no_false_alarm_on_figures_that_keep_the_rules(edition: str) -> None:
    meanings = load_forms()[edition].meanings
    for seed in range(20):
        gold = random_figures(Random(f"checks/{seed}"), edition)
        cells = {i: Cell(i, Decimal(v), v, meanings[i].unit, (), (), Place(0), edition) for i, v in gold["cells"].items()}
        soft = {"s2.stock@rules", "s2.stock@normative"}  # the figures are random
        assert [one for one in check_sums(cells, printed_tables(cells, load_forms())) if one.status == "failed" and one.check not in soft] == []


# ---------------------------------------------------------------- the report as a whole


def test_a_period_that_ends_in_another_year(report: dict[str, Cell]) -> None:
    found = findings(list(report.values()), details=details(2020, "2021-12-31"))
    assert failed(found) == {"period"}
    assert "2020 年度不符" in found["period"].message


@pytest.mark.parametrize(("prose", "checks"), [
    ("2019年，公开信息。2019年培训两次。", {"year"}), ("2017年，公开信息。2017年培训两次。", {"year"}), ("自2008年以来不断完善，比2008年有进步。", set()), ("2017年，起步；2020年培训两次。", set()),
])
def test_prose_of_another_year(report: dict[str, Cell], prose: str, checks: set[str]) -> None:
    old = (Section("s1", "", (prose,), Place(0)), *SECTIONS[1:])
    assert failed(findings(list(report.values()), sections=old)) == checks


def test_a_missing_table_and_an_empty_section(report: dict[str, Cell]) -> None:
    cells = [cell for cell in report.values() if not cell.id.startswith("s3")]
    empty = (*SECTIONS[:5], Section("s6", "", (), Place(0)))
    assert failed(findings(cells, sections=empty)) == {"table.s3", "section.s6"}


def test_an_amount_beyond_what_such_an_office_collects(report: dict[str, Cell]) -> None:
    name = "s2__art20_9__procurement__amount_wan"
    assert failed(findings(changed(report, **{name: "251000"}))) == {"units.s2.art20_9.procurement.amount_wan"}


# ---------------------------------------------------------------- prose


@pytest.mark.parametrize(
    ("sentence", "figure", "check", "status"),
    [
        ("全年收到政府信息公开申请61件，", "61", "prose.new", "passed"),
        ("全年收到政府信息公开申请75件，", "75", "prose.new", "failed"),
        ("市政府办公室收到政府信息公开申请17件，", "17", "prose.new", "not_assessable"),
        ("本年度共收到61件申请，", "61", "prose.new", "passed"),
        ("公开规范性文件710件、", "710", "prose.normative", "failed"),
        ("不予公开8件，", "8", "prose.denied", "passed"),
        ("不予公开9件，", "9", "prose.denied", "failed"),
        ("涉及行政诉讼案件19件。", "19", "prose.suit", "passed"),
        ("1件结转下年度继续办理。", "1", "prose.carried_out", "failed"),
    ],
)
def test_prose_against_tables(report: dict[str, Cell], sentence: str, figure: str, check: str, status: str) -> None:
    found = findings(list(report.values()), (fact(sentence, figure),))
    assert found[check].status == status


@pytest.mark.parametrize(
    ("sentence", "figure", "unit"),
    [
        ("收到行政复议申请75件，", "75", "件"),
        ("通过网络收到政府信息公开申请18件，", "18", "件"),
        ("政策、规范性文件类信息68条，", "68", "条"),
        ("涉及自然人72件，", "72", "件"),
    ],
)
def test_sentences_about_something_else(report: dict[str, Cell], sentence: str, figure: str, unit: str) -> None:
    assert not failed(findings(list(report.values()), (fact(sentence, figure, unit),)))


def test_with_what_was_carried_over(report: dict[str, Cell]) -> None:
    cells = changed(report, s3__carried_in_at_total="14", s3__carried_in_at_natural="14", s3__carried_out_at_total="14", s3__carried_out_at_natural="14")
    found = findings(cells, (fact("收到政府信息公开申请75件，", "75"),))
    assert found["prose.new"].status == "passed"
    assert "s3.carried_in@total" in found["prose.new"].cells


# ---------------------------------------------------------------- beside and above


def test_what_is_carried_over(report: dict[str, Cell]) -> None:
    later = changed(report, s3__carried_in_at_natural="2", s3__new_at_natural="57")
    found = {one.check: one for one in check_neighbours(later, report.values())}
    assert found["s3.carry@natural"].status == "failed"
    assert found["s3.carry@enterprise"].status == "passed"


def test_the_same_figures_in_two_years(report: dict[str, Cell]) -> None:
    found = {one.check: one.status for one in check_neighbours(report.values(), report.values())}
    assert found["duplicate"] == "failed"


def test_an_amount_in_another_unit_than_the_year_before(report: dict[str, Cell]) -> None:
    later = changed(report, s2__art20_9__procurement__amount_wan="42818773")
    found = {one.check: one.status for one in check_neighbours(later, report.values())}
    assert found["magnitude.s2.art20_9.procurement.amount_wan"] == "failed"


def test_a_superior_below_the_sum_of_its_parts(report: dict[str, Cell]) -> None:
    parts = {"甲局": list(report.values()), "乙局": list(report.values())}
    found = {one.check: one.status for one in check_superior(report.values(), parts)}
    assert found["superior.s3.new@total"] == "failed"
    assert check_superior(report.values(), parts, own_only=True)[0].status == "not_assessable"


# ---------------------------------------------------------------- knowledge


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("figure: 行政诉讼(案件|案)?(共|共计)?#", "figure: '('", "checks.yaml: prose.prose.suit.figure: no regular expression"),
        ("[t08.active.total@year]", "[t08.none]", "checks.yaml: prose.prose.active.cells: no cell t08.none in any form"),
        ("name: 规范性文件", "name: ''", "checks.yaml: prose.prose.normative.name: text expected"),
        ("scopes:", "scope:", "checks.yaml: scopes: missing"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (REPORT.parent.parent / "checks.yaml").read_text(encoding="utf-8")
    (tmp_path / "checks.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        load_knowledge(tmp_path / "checks.yaml")
    assert str(caught.value).startswith(message)
