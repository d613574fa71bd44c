"""The forms: what they say, and what a wrong file says."""

from pathlib import Path

import pytest

from index.comparability import comparability
from index.errors import InvalidData
from index.forms import load_forms


def test_editions_newest_last() -> None:
    assert list(load_forms()) == ["2008", "2014", "2019", "2021"]


@pytest.mark.parametrize(("edition", "printed"), [("2008", 44), ("2014", 58), ("2019", 198), ("2021", 200)])
def test_printed_cells(edition: str, printed: int) -> None:
    assert sum(meaning.printed for meaning in load_forms()[edition].meanings.values()) == printed


def test_group_without_figures_is_the_sum_of_its_rows() -> None:
    denied = load_forms()["2021"].meanings["s3.result.denied@legal_person"]
    assert not denied.printed
    assert len(denied.parts) == 8 * 5
    assert denied.row_labels == ("三、本年度办理结果", "（三）不予公开")


def test_other_handling_is_one_row_in_2019_and_three_in_2021() -> None:
    forms = load_forms()
    assert forms["2019"].meanings["s3.result.other@total"].printed
    assert forms["2021"].meanings["s3.result.other@total"].parts == (
        "s3.result.other.no_supplement@total",
        "s3.result.other.fee_unpaid@total",
        "s3.result.other.misc@total",
    )


def test_lawsuits_add_up_both_blocks() -> None:
    meanings = load_forms()["2019"].meanings
    assert meanings["s4.suit.total"].parts == ("s4.suit_direct.total", "s4.suit_after_review.total")
    assert meanings["s4.all.corrected"].parts[0] == "s4.review.corrected"
    assert meanings["s4.suit_direct.upheld"].row_labels == ("行政诉讼", "未经复议直接起诉")


@pytest.mark.parametrize("edition", ["2008", "2014", "2019", "2021"])
def test_parts_are_printed_cells(edition: str) -> None:
    meanings = load_forms()[edition].meanings
    for meaning in meanings.values():
        assert bool(meaning.parts) != meaning.printed, meaning.id
        assert all(meanings[part].printed for part in meaning.parts), meaning.id


@pytest.mark.parametrize(("edition", "hard"), [("2019", 40), ("2021", 42)])
def test_constraints_of_sections_three_and_four(edition: str, hard: int) -> None:
    tables = load_forms()[edition].tables
    assert sum(one.hard for table in tables for one in table.constraints) == hard


@pytest.mark.parametrize(
    ("cell", "start", "end", "grade", "cells"),
    [
        ("s3.new@natural", "2019", "2021", "identical", ("s3.new@natural",)),
        ("s3.result.other@total", "2019", "2021", "after_sum", ("s3.result.other@total",)),
        ("s2.art20_1.normative.new_made", "2019", "2021", "approximate", ("s2.art20_1.normative.issued",)),
        ("s2.art20_9.procurement.items", "2019", "2021", "not_comparable", ()),
        ("t08.request.total@year", "2008", "2021", "approximate", ("s3.new@total",)),
        ("s3.new@total", "2021", "2008", "approximate", ("t08.request.total@year",)),
        ("t08.active.gazette@year", "2008", "2021", "not_comparable", ()),
        ("s3.result.granted@total", "2021", "2014", "approximate", ("t14.req.granted", "t14.req.already_public")),
    ],
)
def test_comparability(cell: str, start: str, end: str, grade: str, cells: tuple[str, ...]) -> None:
    comparison = comparability(cell, start, end)
    assert (comparison.grade, comparison.cells) == (grade, cells)
    assert bool(comparison.reason) == (grade != "identical")


GOOD = """
edition: '1999'
name: trial
tables:
  - id: t
    cell: '{row}@{column}'
    columns: [{id: a, label: 甲}, {id: b, label: 乙}, {id: sum, label: 计, parts: [a, b]}]
    rows: [{id: x, label: 一}, {id: y, label: 二}]
    constraints: [{id: 't.sum@{item}', sum_of_columns: sum, message: m, kept: 等于}]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("label: 二", "label: 一", "bad.yaml: tables.t.rows.t.y: label 一 stands on t.x already"),
        ("id: y", "id: x", "bad.yaml: tables.t.rows: x stands there twice"),
        ("label: 二", "label: 二, colour: red", "bad.yaml: tables.t.rows.y.colour: unknown key"),
        ("id: y, label: 二", "id: y", "bad.yaml: tables.t.rows.y.label: missing"),
        ("label: 二", "label: 二, parent: z", "bad.yaml: tables.t.rows.y.parent: no row z"),
        ("parts: [a, b]", "parts: [a, c]", "bad.yaml: tables.t.columns.sum.parts: no column c"),
        (
            "sum_of_columns: sum",
            "sum_of_columns: a",
            "bad.yaml: tables.t.constraints.t.sum@{item}.sum_of_columns: names no column with parts",
        ),
        ("sum_of_columns: sum", "formula: 't.x@q = t.y@b'", "bad.yaml: tables.t.constraints.t.sum@x: no cell t.x@q"),
        ("name: trial", "name: [", "bad.yaml: line 5: no YAML"),
        ("name: trial", "name: trial\ncomparability: {'1990': []}", "bad.yaml: comparability.1990: no earlier edition"),
    ],
)
def test_a_wrong_file_is_named_with_key_and_reason(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / "bad.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        load_forms(tmp_path)
    assert str(caught.value).startswith(message)


def test_the_pattern_file_of_these_tests_is_right(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD, encoding="utf-8")
    assert len(load_forms(tmp_path)["1999"].meanings) == 6
