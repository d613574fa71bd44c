"""Whatever the layout, the reader finds the figures that were printed: right, or said to be uncertain."""

from random import Random

import pytest

from index.cells import read_cells
from index.forms import load_forms
from index.models import Cell, Status
from index.readers import read_document
from tests.rendering import LAYOUTS, Layout, prepare, render
from tests.rendering.expectation import Decimal, ambiguous, expected
from tests.rendering.figures import random_figures

FOUND = {"blank_tab": (101, 102), "glued": (123,)}  # seeds that showed a fault once
SEEDS = {name: (*range(1 if layout.format == "pdf" else 3), *FOUND.get(name, ())) for name, layout in LAYOUTS.items()}


def faults(layout: Layout, edition: str, seed: int) -> list[str]:
    """One line for every cell that is not as printed."""
    gold = random_figures(Random(f"{edition}{seed}"), edition)
    printed = prepare(gold, layout.name, Random(seed))
    data, name = render(gold, layout.name, Random(seed))
    cells = {cell.id: cell for cell in read_cells(read_document(data, name), load_forms())}
    doubtful = set(ambiguous(gold, printed)) if layout.glued else set()
    figures = expected(gold, printed)
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
