"""An index of any size: real places, invented figures that keep the rules of the form."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from random import Random

from index.forms import load_forms
from index.models import Cell, Finding, Place, Report, Section
from index.places import load_places
from index.store import Entry
from tests.rendering.figures import random_figures

BODIES = ("人民政府", "教育局", "财政局", "公安局", "卫生健康委员会", "市场监督管理局")
SHORTS = {"人民政府": "政府", "卫生健康委员会": "卫健委", "市场监督管理局": "市场监管局"}
YEARS = (2019, 2020, 2021, 2022, 2023)
AGENCIES = 20_000


Agency = tuple[str, tuple[str, ...], str, str]


def agencies() -> Iterator[Agency]:
    """(name, other names, place code, kind): every body of every place of the gazetteer that is in use."""
    places = load_places()
    in_use = [region for region in places.regions if region.last is None]
    for body in BODIES:
        for region in in_use:
            full = places.full_name(region)
            names = {full + SHORTS.get(body, body), region.name + body, *([full, region.name, *region.shorts] if body == BODIES[0] else [])}
            yield full + body, tuple(sorted(names - {full + body})), region.code, "government" if body == BODIES[0] else "department"


def entries(reports: int) -> Iterator[Entry]:
    """`reports` reports: five years of each of the first agencies, the same every time."""
    for agency in islice(agencies(), min(AGENCIES, -(-reports // len(YEARS)))):
        yield from (entry(agency, year) for year in YEARS)


def entry(agency: Agency, year: int) -> Entry:
    """One report, the same every time."""
    name, names, place, kind = agency
    edition = "2019" if year < 2021 else "2021"
    figures = random_figures(Random(f"{name}{year}"), edition, name, year)["cells"]
    cells = tuple(cell._replace(value=Decimal(figures[cell.id]), text=figures[cell.id]) for cell in _pattern(edition))
    return Entry(_report(name, year, edition, cells), names, place, kind, "synthetic")


def _report(name: str, year: int, edition: str, cells: tuple[Cell, ...]) -> Report:
    source = f"{name}{year}.html"
    text = f"{year}年，{name}主动公开政府信息{cells[0].text}条，收到申请{cells[30].text}件，均已按期办理。"
    sections = (Section("s1", "一、总体情况", (text,), Place(2)), Section("s5", "五、存在的主要问题及改进情况", ("公开的及时性有待提高。",), Place(9)))
    checks = tuple(Finding(f"s3.balance@{c}", "passed", f"{year} + {n} = {year + n}", str(year + n), str(year + n)) for n, c in enumerate("abcdefghijklmnopqrstuvwxyz" * 2))
    return Report(name, year, edition, source, source, cells, sections=sections, findings=checks)


@cache
def _pattern(edition: str) -> tuple[Cell, ...]:
    """Every printed cell of the form, without figures."""
    form = load_forms()[edition]
    printed = [m for m in form.meanings.values() if (m.printed and m.table in ("s3", "s4")) or (m.table.startswith("s2.") and m.printed)]
    return tuple(Cell(m.id, None, "", m.unit, m.row_labels, m.column_labels, Place(5, None, n // 7, n % 7), edition) for n, m in enumerate(printed))
