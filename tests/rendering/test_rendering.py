"""The renderer itself: figures that keep the rules, sheets that cover the grid, files that hold every figure."""

from random import Random

import pytest

from index.forms import load_forms
from tests.rendering import LAYOUTS, form, prepare, render
from tests.rendering.changes import break_sheet
from tests.rendering.expectation import expected, readings, splits
from tests.rendering.figures import random_figures
from tests.rendering.sheets import Sheet, blocks

EDITIONS = ("2008", "2019", "2021")


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(20))
def test_random_figures_keep_the_sums_of_the_form(edition: str, seed: int) -> None:
    cells = {i: float(text) for i, text in random_figures(Random(seed), edition)["cells"].items()}
    for column, _ in form.PERSONS:
        assert cells[f"s3.result.total@{column}"] == sum(cells[f"{row}@{column}"] for row in form.result_parts(edition))
        taken, left = cells[f"s3.new@{column}"] + cells[f"s3.carried_in@{column}"], cells[f"s3.result.total@{column}"] + cells[f"s3.carried_out@{column}"]
        assert taken == left
    for row, _ in form.request_rows(edition):
        assert cells[f"{row}@total"] == sum(cells[f"{row}@{column}"] for column, _ in form.PERSONS[:-1])
    for block, _ in form.DISPUTES:
        assert cells[f"{block}.total"] == sum(cells[f"{block}.{outcome}"] for outcome, _ in form.OUTCOMES[:-1])
    assert min(n for i, n in cells.items() if not i.endswith("change")) >= 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_sheets_cover_every_place_once_and_print_every_figure(edition: str) -> None:
    gold = random_figures(Random(1), edition)
    sheets = [b for b in blocks(gold) if isinstance(b, Sheet)]
    for sheet in [*sheets, *(break_sheet(s, s.head + 9) for s in sheets if s.id == "s3")]:
        places = [(r, c) for b in sheet.boxes for r in range(b.row, b.row + b.rows) for c in range(b.column, b.column + b.columns)]
        assert sorted(places) == [(r, c) for r in range(sheet.rows) for c in range(sheet.columns)]
    assert {b.figure for s in sheets for b in s.boxes if b.figure} == set(gold["cells"])


@pytest.mark.parametrize("layout", [name for name, layout in LAYOUTS.items() if layout.format == "text"])
def test_text_layouts_hold_every_figure(layout: str) -> None:
    gold = random_figures(Random(5), "2021")
    data, name = render(gold, layout, Random(7))
    text = data.decode()
    assert name.endswith(LAYOUTS[layout].suffix)
    for block in prepare(gold, layout, Random(7)):
        if isinstance(block, Sheet):
            assert not [b.text for b in block.boxes if b.figure and b.text not in text]


def test_blanks_are_expected_as_blanks() -> None:
    gold = random_figures(Random(5), "2021")
    for layout in ("blank_tab", "dash_html", "masked_pipes"):
        figures = expected(gold, prepare(gold, layout, Random(7)))
        assert {i for i, figure in figures.items() if figure is None} == {i for i, text in gold["cells"].items() if text == "0"}


def test_splits_of_glued_digits() -> None:
    assert splits("1203", 2) == [("1", "203"), ("120", "3")]
    assert splits("35-15", 2) == [("35", "-15")]
    assert readings("s3", list("2000002")) == 1
    assert readings("s3", ["11", "1", "0", "0", "0", "0", "12"]) == 3  # 11+1, 1+11, 1+1+10
    assert readings("s4", list("0110210001") + list("00000")) == 1
    assert readings("s2", ["69", "3", "665"]) > 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_forms_of_the_product_print_the_same_cells(edition: str) -> None:
    meanings = load_forms()[edition].meanings
    assert set(random_figures(Random(1), edition)["cells"]) <= {i for i, m in meanings.items() if m.printed}
    if edition != "2008":  # the statistics table of 2008–2018 has more rows than any one report prints
        assert set(random_figures(Random(1), edition)["cells"]) == {i for i, m in meanings.items() if m.printed}
