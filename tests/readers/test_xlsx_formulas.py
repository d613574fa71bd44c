"""Formulas that no program has computed yet."""

from decimal import Decimal

import pytest
from openpyxl import Workbook

from index.readers.xlsx_formulas import Formulas


@pytest.fixture
def formulas() -> Formulas:
    sheet = Workbook().active
    for row in ([1, 2, "3", None, 0.1], ["=SUM(A1:E1)", "=A1+B1-5", "=C1+1", "=A3", "=SUM(A2,B2:B2,(A1))"], ["=D2", "=MAX(A1:B1)", "=SUM(B3)"]):
        sheet.append(row)
    return Formulas(sheet)


@pytest.mark.parametrize(("formula", "value"), [
    ("=SUM(A1:E1)", "3.1"), ("=sum($A$1:B1, 4)", "7"), ("=-A1+B1", "1"), ("=E2", "2.1"), ("=(A1+B1)", "3"),
    ("=C2", None), ("=A3", None), ("=B3", None), ("=C3", None), ("=A1*2", None), ("=SUM(A1:B1", None), ("=", None), ("=Sheet2!A1", None),
    ("=" + "+".join(["A1"] * 200), None), ("=" + "(" * 140 + "A1" + ")" * 140, "1"),
])
def test_sums_differences_and_references(formulas: Formulas, formula: str, value: str | None) -> None:
    assert formulas.value(formula) == (None if value is None else Decimal(value))


def test_not_too_many_cells_are_looked_at(formulas: Formulas) -> None:
    assert formulas.value("=SUM(A1:ZZ9999)") is None
    assert formulas.value("=SUM(A1:B1)") is None  # nothing is left for this sheet
