"""Reports with random figures that keep the rules of their form, and the same figures as plain dictionaries."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random

from index.forms import load_forms
from tests.answering.archives import Memory, report
from tests.answering.support import Asked
from tests.rendering.figures import random_figures

BAOYING, GAOYOU, YIZHENG = "宝应县人民政府", "高邮市人民政府", "仪征市人民政府"
YEARS = (2019, 2020, 2021, 2022)
FORM = {2019: "2019", 2020: "2019", 2021: "2021", 2022: "2021"}


@dataclass(frozen=True, slots=True)
class World:
    """Three bodies over four years."""

    asked: Asked
    figures: dict[tuple[str, int], dict[str, Decimal]]

    def of(self, row: str, year: int = 2020, agency: str = BAOYING) -> Decimal:
        """One cell, "s3.new@total"; or the sum of all rows below "s3.result.denied.*@total"."""
        return sum(self.parts(row, year, agency).values(), Decimal(0))

    def parts(self, row: str, year: int = 2020, agency: str = BAOYING) -> dict[str, Decimal]:
        """Cell → figure; `*` stands for any row or column, none for the cell itself."""
        head, star, tail = row.partition("*")
        cells = self.figures[agency, year]
        return {c: v for c, v in cells.items() if c.startswith(head) and c.endswith(tail) and len(c) >= len(head) + len(tail)} if star else {row: cells[row]}

    def sum(self, *rows: str, year: int = 2020, agency: str = BAOYING) -> Decimal:
        return sum((self.of(row, year, agency) for row in rows), Decimal(0))

    def series(self, row: str, years: Iterable[int] = YEARS, agency: str = BAOYING) -> list[Decimal]:
        return [self.of(row, year, agency) for year in years]


def world(seed: int, asked: Asked) -> World:
    """The archive of `asked` filled anew; the same seed gives the same figures."""
    rng = Random(seed)
    figures = {}
    for agency in (BAOYING, GAOYOU, YIZHENG):
        for year in YEARS:
            cells = random_figures(rng, FORM[year], agency, year)["cells"]
            figures[agency, year] = {c: Decimal(v) for c, v in cells.items() if c in load_forms()[FORM[year]].meanings}
    assert isinstance(asked.archive, Memory)
    asked.archive.put(*(report(agency, year, FORM[year], dict(cells), check=False) for (agency, year), cells in figures.items()))
    return World(asked, figures)


@cache
def made(seed: int) -> World:
    """The world of a seed, made once."""
    return world(seed, Asked(Memory()))
