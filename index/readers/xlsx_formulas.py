"""Formulas that were never computed, as programs write them that only save: sums, differences and references of one sheet."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from openpyxl.utils import range_boundaries

_TOKEN = re.compile(r"\s*(?:(?P<sum>SUM)\s*\(|(?P<range>\$?[A-Z]{1,2}\$?\d{1,4}:\$?[A-Z]{1,2}\$?\d{1,4})|(?P<cell>\$?[A-Z]{1,2}\$?\d{1,4})"
                    r"|(?P<number>\d+(?:\.\d+)?)|(?P<mark>[-+(),]))", re.IGNORECASE)
_LONGEST = 300  # characters of a formula
_MOST = 100_000  # cells that the formulas of a sheet may look at


class NoFigure(Exception):
    """Something that these few rules do not say."""


class Formulas:
    """Those of one sheet: "=SUM(B2:G2)", "=B2+C2-D2"; each is worked out once, and not too many cells are looked at."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.left = _MOST
        self.found: dict[str, Decimal | None] = {}  # None as well while a formula is being worked out

    def value(self, formula: str) -> Decimal | None:
        """None for a formula of any other kind."""
        if formula not in self.found:
            self.found[formula] = None
            try:
                self.found[formula] = _Formula(self, formula).value()
            except (NoFigure, RecursionError):
                return None
        return self.found[formula]


class _Formula:
    """One formula, read from left to right."""

    def __init__(self, formulas: Formulas, formula: str) -> None:
        if len(formula) > _LONGEST:
            raise NoFigure
        self.formulas = formulas
        self.tokens = list(_tokens(formula.removeprefix("=")))[::-1]

    def value(self) -> Decimal:
        found = self.sum()
        if self.tokens:
            raise NoFigure
        return found

    def sum(self) -> Decimal:
        """One term, then others with a sign before them."""
        total = Decimal(0) if self.next_is("+", "-") else self.term()
        while self.next_is("+", "-"):
            sign = self.tokens.pop()[1]
            total = total + self.term() if sign == "+" else total - self.term()
        return total

    def term(self) -> Decimal:
        kind, text = self.tokens.pop() if self.tokens else ("", "")
        if kind == "number":
            return Decimal(text)
        if kind == "cell":
            return self.cells(f"{text}:{text}", strict=True)
        if kind == "sum":
            return self.arguments()
        if text == "(":
            found = self.sum()
            self.expect(")")
            return found
        raise NoFigure

    def arguments(self) -> Decimal:
        total = Decimal(0)
        while True:
            ranged = bool(self.tokens) and self.tokens[-1][0] == "range"
            total += self.cells(self.tokens.pop()[1]) if ranged else self.sum()
            if not self.next_is(","):
                self.expect(")")
                return total
            self.tokens.pop()

    def cells(self, area: str, strict: bool = False) -> Decimal:
        """Blank cells count nothing; words neither, but for one that is named alone."""
        left, top, right, bottom = range_boundaries(area.replace("$", "").upper())
        self.formulas.left -= (right - left + 1) * (bottom - top + 1)
        if self.formulas.left < 0:
            raise NoFigure
        values = (self.formulas.sheet.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1))
        return sum((self.figure(value, strict) for value in values), Decimal(0))

    def figure(self, value: Any, strict: bool) -> Decimal:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return Decimal(repr(value))
        if isinstance(value, str) and value.startswith("="):
            if (found := self.formulas.value(value)) is None:
                raise NoFigure
            return found
        if value is not None and (strict or not isinstance(value, str)):
            raise NoFigure
        return Decimal(0)

    def next_is(self, *marks: str) -> bool:
        return bool(self.tokens) and self.tokens[-1] in [("mark", mark) for mark in marks]

    def expect(self, mark: str) -> None:
        if not self.next_is(mark):
            raise NoFigure
        self.tokens.pop()


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        if not found:
            raise NoFigure
        yield found.lastgroup or "", found[found.lastgroup or 0]
        at = found.end()
