"""Random figures that keep every rule of their form, whole reports without a source."""

from random import Random
from typing import Any

from tests.rendering import form

PLACES = ("青石市", "白河县", "临川区", "东岭县", "长宁市", "云水区")
BODIES = ("人民政府", "教育局", "财政局", "卫生健康委员会")


def random_figures(rng: Random, edition: str, agency: str = "", year: int = 0) -> dict[str, Any]:
    """A gold-like report of the edition (2008, 2019 or 2021): every sum of the form holds."""
    years = {"2008": (2011, 2018), "2019": (2019, 2020), "2021": (2021, 2025)}[edition]
    agency = agency or rng.choice(PLACES) + rng.choice(BODIES)
    year = year or rng.randint(*years)
    cells = _indicators(rng) if edition == "2008" else _active(rng, edition) | _requests(rng, edition) | _disputes(rng)
    return {"id": f"random_{edition}", "agency": agency, "year": year, "edition": edition, "cells": cells, "known_inconsistencies": []}


def _count(rng: Random, most: int) -> int:
    """0 often, small mostly, large sometimes: as counts are in reports."""
    return rng.choice((0, 0, rng.randint(0, 9), rng.randint(0, min(most, 99)), rng.randint(0, most)))


def _active(rng: Random, edition: str) -> dict[str, str]:
    cells = {}
    for table, _, columns, rows in form.ACTIVE[edition]:
        for row, _ in rows:
            figures = _active_row(rng, [column for column, _ in columns])
            cells.update({f"{table}.{row}.{column}": figure for column, figure in figures.items()})
    return cells


def _active_row(rng: Random, columns: list[str]) -> dict[str, str]:
    """Stocks never fall below zero, what is new is part of what is there."""
    if "change" in columns:
        before = _count(rng, 9999)
        figures = {"prev_items": before, "change": rng.randint(-min(before, 60), 60), "decisions": _count(rng, 99999)}
    elif "amount_wan" in columns:
        amount = rng.choice(("0", str(_count(rng, 9999)), f"{rng.randint(1, 9999)}.{rng.randint(1, 9999):04d}".rstrip("0")))
        return {c: amount if c == "amount_wan" else str(_count(rng, 300)) for c in columns}
    elif "new_made" in columns:
        new = _count(rng, 200)
        made = rng.randint(0, new)
        figures = {"new_made": made, "new_disclosed": new, "total_disclosed": new + _count(rng, 2000)}
    elif "in_force" in columns:
        issued, repealed = _count(rng, 200), _count(rng, 200)
        figures = {"issued": issued, "repealed": repealed, "in_force": max(issued - repealed, 0) + _count(rng, 3000)}
    else:
        figures = {"decisions": _count(rng, 999999)}
    return {column: str(figures[column]) for column in columns}


def _requests(rng: Random, edition: str) -> dict[str, str]:
    rows = [row for row, _ in form.request_rows(edition)]
    parts = form.result_parts(edition)
    most = rng.choice((3, 40, 900))
    table = {column: _applicant(rng, parts, most if column == "natural" else most // 8) for column, _ in form.PERSONS[:-1]}
    table["total"] = {row: sum(table[column][row] for column, _ in form.PERSONS[:-1]) for row in rows}
    return {f"{row}@{column}": str(table[column][row]) for row in rows for column, _ in form.PERSONS}


def _applicant(rng: Random, parts: list[str], most: int) -> dict[str, int]:
    """One column: 新收 + 结转 = 总计 + 结转下年."""
    results = {row: _count(rng, most) if rng.random() < 0.6 else 0 for row in parts}
    total, later = sum(results.values()), _count(rng, max(1, most // 4))
    earlier = rng.randint(0, min(total + later, most // 4))
    return results | {"s3.result.total": total, "s3.carried_out": later, "s3.carried_in": earlier, "s3.new": total + later - earlier}


def _disputes(rng: Random) -> dict[str, str]:
    cells = {}
    for block, _ in form.DISPUTES:
        figures = [_count(rng, rng.choice((3, 200))) for _ in form.OUTCOMES[:-1]]
        cells.update({f"{block}.{outcome}": str(n) for (outcome, _), n in zip(form.OUTCOMES, [*figures, sum(figures)], strict=True)})
    return cells


def _indicators(rng: Random) -> dict[str, str]:
    rows: dict[str, int] = {}
    for row, _, _, parent in form.INDICATORS:
        rows[row] = _count(rng, 3000) if parent or not any(p == row for *_, p in form.INDICATORS) else 0
    for row in ("t08.request.total", "t08.reply.total"):
        rows[row] = sum(rows[part] for part, *_, parent in form.INDICATORS if parent == row)
    rows["t08.active.total"] = max(rows["t08.active.website"], rows["t08.active.gazette"]) + _count(rng, 100)
    before = {row: _count(rng, 9999) for row in rows}
    for row in ("t08.request.total", "t08.reply.total"):
        before[row] = sum(before[part] for part, *_, parent in form.INDICATORS if parent == row)
    before["t08.active.total"] = before["t08.active.website"] + before["t08.active.gazette"]
    return {f"{row}@{c}": str(n) for row in rows for c, n in (("year", rows[row]), ("cumulative", rows[row] + before[row]))}


def with_fault(gold: dict[str, Any], rng: Random) -> dict[str, Any]:
    """The report as an office got it wrong: one or two figures of sections III and IV are others, sums no longer hold."""
    cells = dict(gold["cells"])
    for cell in rng.sample([i for i in cells if i.startswith(("s3", "s4"))], rng.randint(1, 2)):
        cells[cell] = str(rng.choice([n for n in (int(cells[cell]) + rng.randint(1, 9), rng.randint(0, 99)) if n != int(cells[cell])]))
    return gold | {"cells": cells}


def told(gold: dict[str, Any]) -> dict[str, Any]:
    """The report with its figures in sentences too, as offices tell them before the tables."""
    c, year = gold["cells"], gold["year"]
    outcomes = "，".join(f"{name}{c[f's4.review.{key}']}件" for key, name in form.OUTCOMES[:-1])
    return gold | {"prose": {"s1": [
        f"（一）主动公开情况。{year}年，通过政府网站公开信息5500余条，制作政策解读21个，召开新闻发布会12场。",
        f"（二）依申请公开情况。{year}年新收政府信息公开申请{c['s3.new@total']}件，上年结转{c['s3.carried_in@total']}件，"
        f"答复{c['s3.result.total@total']}件，结转下年度{c['s3.carried_out@total']}件。",
        f"其中，予以公开{c['s3.result.granted@total']}件，部分公开{c['s3.result.partial@total']}件。",
        f"行政复议{c['s4.review.total']}件，其中{outcomes}。",
        "（三）政府信息管理情况。1.健全制度2项。2.组织培训3次，参训120人次。",
    ]}}
