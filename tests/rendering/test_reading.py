"""Whatever the layout, the reader finds the figures that were printed: right, or said to be uncertain."""

from random import Random
from typing import Any

import pytest

from index.adding import Source
from index.cells import read_cells, rearranged
from index.forms import load_forms
from index.identify import identify
from index.ingest import ingest
from index.models import Cell, Status
from index.places import load_places
from index.readers import read_document
from index.tables.lines import lines_of
from index.tables.plain import as_it_stands
from tests.rendering import LAYOUTS, Layout, flowed, markdown, pdf, prepare, render, text, turned
from tests.rendering.changes import Change
from tests.rendering.expectation import Decimal, ambiguous, expected
from tests.rendering.figures import random_figures, told, with_fault
from tests.rendering.layouts import Writer

FOUND = {"blank_tab": (101, 102), "glued": (123,), "without_total_html": (15,)}  # seeds that showed a fault once
NO_TRACE = ("blank_told", "blank_pdf_unruled")  # a blank is told from the sums alone
SEEDS = {name: (*range(1 if layout.format == "pdf" else 2), *FOUND.get(name, ())) for name, layout in LAYOUTS.items()}


def faults(layout: Layout, edition: str, seed: int, wrong: bool = False) -> list[str]:
    """One line for every cell that is not as printed; `wrong`: the office made a mistake in its sums."""
    gold = random_figures(Random(f"{edition}{seed}"), edition)
    return faults_of(with_fault(gold, Random(seed)) if wrong else gold, layout, seed, wrong)


def faults_of(gold: dict[str, Any], layout: Layout, seed: int, wrong: bool = False) -> list[str]:
    printed = prepare(gold, layout.name, Random(seed))
    data, name = render(gold, layout.name, Random(seed))
    cells = {cell.id: cell for cell in read_cells(read_document(data, name), load_forms())}
    figures = expected(gold, printed)
    if wrong and (layout.glued or layout.name in NO_TRACE):  # which digits belong together, no sum can tell any more
        cells = {i: cell for i, cell in cells.items() if cell.status is Status.READ}
        figures = {i: figure for i, figure in figures.items() if i in cells}
    doubtful = set(ambiguous(gold, printed)) if layout.glued else set()
    found = [f"{i}: not printed, read as {cells[i].text!r}" for i in cells.keys() - figures.keys() if cells[i].value is not None]
    return found + [fault for i, figure in figures.items() if (fault := fault_of(i, figure, cells.get(i), layout, i in doubtful))]


def fault_of(id: str, figure: Decimal | None, cell: Cell | None, layout: Layout, doubtful: bool) -> str:
    if cell is None:
        return "" if figure is None and not layout.traces else f"{id}: {figure} not read"
    if cell.status is Status.AMBIGUOUS:
        return "" if doubtful and figure in cell.readings else f"{id}: {figure} left among {[str(r) for r in cell.readings]}"
    return "" if cell.value == figure else f"{id}: {figure} read as {cell.value} ({cell.status}, {cell.text!r})"


@pytest.mark.parametrize("edition", ["2008", "2019", "2021"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_printed_is_read(name: str, edition: str) -> None:
    found = {seed: faults(LAYOUTS[name], edition, seed) for seed in SEEDS[name]}
    assert not {seed: lines[:5] for seed, lines in found.items() if lines}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("name", ["tab_lost", "glued", "lines", "flowed", "pipes", "markdown_lost", "html_word", "pdf_through", "pdf_unruled", "docx", "xlsx"])
def test_figures_in_sentences_are_no_rows_of_tables(name: str, edition: str) -> None:
    gold = told(random_figures(Random(edition), edition, "白河县教育局"))
    assert not faults_of(gold, LAYOUTS[name], 0)[:5]
    data, file = render(gold, name, Random(0))
    assert not [(f.check, f.expression) for f in ingest(Source(file, data=data))[0].report.findings if f.status == "failed"]


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_mistake_of_the_office_is_read_as_printed(name: str, edition: str) -> None:
    """Glued digits are never taken for others without a word: they are repaired or left among their readings."""
    found = {seed: faults(LAYOUTS[name], edition, seed, wrong=True) for seed in (1, *FOUND.get(name, ()))}
    assert not {seed: lines[:5] for seed, lines in found.items() if lines}


@pytest.mark.parametrize("name", [name for name, layout in LAYOUTS.items() if layout.format in ("html", "text")])
def test_setting_out_changes_nothing_where_the_form_is_printed_as_it_is(name: str) -> None:
    rng = Random(5)
    data, file = render(random_figures(rng, "2021"), name, rng)
    lines = lines_of(read_document(data, file))
    assert as_it_stands(lines) in (None, rearranged(lines))


@pytest.mark.parametrize("change", [turned.shuffled, turned.without_total])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("writer", [text.glued, text.glued_spaces, flowed.plain, flowed.aligned, markdown.lost, markdown.model, pdf.unruled, pdf.level_rules])
def test_columns_that_cannot_be_told_are_left_open(monkeypatch: pytest.MonkeyPatch, writer: Writer, seed: int, change: Change) -> None:
    """Names cut and mixed, lost or invented above other columns than the form's: no figure is taken for another column's."""
    layout = Layout("mixed", ".pdf" if writer in (pdf.unruled, pdf.level_rules) else ".txt", writer, (change,))
    monkeypatch.setitem(LAYOUTS, layout.name, layout)
    gold = random_figures(Random(seed), "2021")
    cells = {cell.id: cell for cell in read_cells(read_document(*render(gold, layout.name, Random(seed))), load_forms())}
    figures = {i: figure for i, figure in expected(gold, prepare(gold, layout.name, Random(seed))).items() if i.startswith(("s3", "s4"))}
    assert not [i for i, figure in figures.items() if i in cells and cells[i].status is not Status.AMBIGUOUS and cells[i].value != figure]


@pytest.mark.parametrize("edition", ["2008", "2019", "2021"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_no_check_fails_in_a_report_that_adds_up(name: str, edition: str) -> None:
    data, file = render(random_figures(Random(f"{edition}0"), edition, "白河县教育局"), name, Random(0))
    report = ingest(Source(file, data=data))[0].report
    assert not [(f.check, f.expression) for f in report.findings if f.status == "failed"]
    if edition != "2008" and not name.startswith(("glued", "synonyms_glued", "blank", "dash", "masked", "without_total", "told_without", "slashes_without")):
        assert sum(f.status == "passed" for f in report.findings) >= 50


@pytest.mark.parametrize("agency", ["邓州市人民政府", "青石市人民政府", "白河县教育局", "绿谷街道办事处"])
@pytest.mark.parametrize("name", ["tab", "glued", "lines", "markdown_lost", "html_word", "html_nested", "pdf", "docx", "xlsx", "traditional", "radicals"])
def test_whose_report_it_is_and_which_year(name: str, agency: str) -> None:
    """Places of the gazetteer and places it does not know."""
    gold = random_figures(Random(1), "2021", agency, 2022)
    found = identify(read_document(*render(gold, name, Random(1))), load_places())
    assert (found.agency, found.year) == (agency, 2022)
