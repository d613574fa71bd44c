"""Figures told apart: against a plain search, and by the sums of whole tables."""

from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.forms import load_forms
from index.models import Cell, Place, Status
from index.repair.cuts import cuts
from index.repair.readings import of_running_text
from index.repair.settle import settle
from index.repair.shape import Shape, shape_of
from index.tables.groups import Chunk

TABLES = {table.id: table for table in load_forms()["2021"].tables} | {t.id: t for t in load_forms()["2008"].tables}
SEVEN = shape_of(TABLES["s3"], TABLES["s3"].rows[0])
FIFTEEN = shape_of(TABLES["s4"], None)
STOCK = shape_of(TABLES["s2.art20_1"], TABLES["s2.art20_1"].rows[1])


def told(text: str, shape: Shape) -> list[tuple[str, ...]]:
    chunks = [Chunk(part, part, Place(0), 0, True, False) for part in text.split()]
    return sorted(tuple(chunk.text for chunk in reading) for reading in cuts(chunks, shape))


def plainly(digits: str, width: int) -> list[tuple[str, ...]]:
    """Every cut without leading zeros whose last figure is the sum of the others."""
    found = []
    for borders in combinations(range(1, len(digits)), width - 1):
        edges = (0, *borders, len(digits))
        parts = tuple(digits[a:b] for a, b in pairwise(edges))
        if all(part == str(int(part)) for part in parts) and sum(map(int, parts[:-1])) == int(parts[-1]):
            found.append(parts)
    return sorted(found)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 120), min_size=6, max_size=6))
def test_cuts_are_those_of_a_plain_search(figures: list[int]) -> None:
    digits = "".join(map(str, [*figures, sum(figures)]))
    assert told(digits, SEVEN) == plainly(digits, 7)


@pytest.mark.parametrize(
    ("text", "shape", "expected"),
    [
        ("640020470", SEVEN, ["64 0 0 2 0 4 70"]),
        ("500000 5", SEVEN, ["5 0 0 0 0 0 5"]),
        ("23 0 00 0 023", SEVEN, ["23 0 0 0 0 0 23"]),
        ("10203120001200000", FIFTEEN, ["1 0 2 0 3 12 0 0 0 12 0 0 0 0 0"]),
        ("007", STOCK, ["0 0 7"]),
    ],
)
def test_known_strips(text: str, shape: Shape, expected: list[str]) -> None:
    assert [" ".join(reading) for reading in told(text, shape)] == expected


def test_a_figure_with_a_remark_in_brackets_has_its_value_in_a_sum() -> None:
    assert told("2 00000 (含2件)2", SEVEN) == [("2", "0", "0", "0", "0", "0", "(含2件)2")]


def test_a_border_in_the_file_is_never_crossed() -> None:
    assert told("2 0 0 0 0 0 2", SEVEN) == [("2", "0", "0", "0", "0", "0", "2")]


def running(text: str, divided: bool = True) -> list[str]:
    chunks = [Chunk(part, part, Place(0), 0, True) for part in text.split()]
    found = of_running_text(chunks, SEVEN, divided)
    return [" ".join(chunk.text or "_" for chunk in reading) for reading in found.readings] if found else []


def test_a_number_drawn_apart_is_joined() -> None:
    assert running("2 0 1 0 0 0 0 21") == ["20 1 0 0 0 0 21"]


def test_a_number_too_many_is_dropped() -> None:
    assert running("3 5 0 0 0 0 0 5") == ["5 0 0 0 0 0 5"]


def test_blanks_without_trace_leave_readings_open() -> None:
    assert len(running("4 4")) > 1


def cell(name: str, text: str, value: str | None = None, readings: tuple[str, ...] = ()) -> Cell:
    status = Status.AMBIGUOUS if readings else Status.READ
    number = None if value is None else Decimal(value)
    return Cell(name, number, text, "件", (), (), Place(0), "2021", status, tuple(map(Decimal, readings)))


def stock(glued: str, figures: tuple[str, str, str] | None = None) -> list[Cell]:
    names = [f"s2.art20_1.normative.{column}" for column in ("issued", "repealed", "in_force")]
    if figures:
        return [cell(name, value, value) for name, value in zip(names, figures, strict=True)]
    ways = told(glued, STOCK)
    columns = [tuple(sorted({way[n] for way in ways}, key=int)) for n in range(3)]
    return [cell(name, glued, None, readings) for name, readings in zip(names, columns, strict=True)]


def test_next_year_settles_the_stock_and_keeps_open_what_it_does_not_say() -> None:
    issued, _, in_force = settle(stock("693665"), None, stock("", ("88", "55", "698")))
    assert (in_force.value, in_force.status) == (Decimal(665), Status.REPAIRED)
    assert issued.status is Status.AMBIGUOUS
    assert Decimal(69) in issued.readings


def test_the_year_before_settles_all_three() -> None:
    found = settle(stock("8855698"), stock("", ("69", "3", "665")), None)
    assert [str(one.value) for one in found] == ["88", "55", "698"]


def test_sentences_settle_what_no_year_does() -> None:
    found = settle(stock("8855698"), None, None, prose=[Decimal(698), Decimal(88)])
    assert [str(one.value) for one in found] == ["88", "55", "698"]


def test_nothing_is_guessed() -> None:
    assert settle(stock("693665"), None, None) == tuple(stock("693665"))


def test_a_mark_among_glued_figures_counts_as_none() -> None:
    """A total that is a mark, or a label that goes on before a figure, is not taken for digits."""
    assert told("3 0 0 0 0 0 —", SEVEN) == [] or all(reading[-1] == "—" for reading in told("3 0 0 0 0 0 —", SEVEN))
    assert told("30000—", SEVEN) == []
