"""Rows that add up to other rows, column by column: readings that fit no sum are ruled out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from operator import add

from index.forms import FormTable
from index.repair.readings import RowReadings, is_unread, lacks_figure
from index.repair.shape import Reading
from index.tables.figures import value_of

Number = int | Decimal  # whole numbers are added as such: it is faster
Vector = tuple[Number, ...]
MOST_STEPS = 40_000  # additions for one equation; with more it rules nothing out


@dataclass(frozen=True, slots=True)
class Equation:
    """In every column the rows, each with its sign, come to 0."""

    rows: tuple[tuple[str, int], ...]
    optional: bool  # rows that are not printed count as 0


@cache
def equations_of(table: FormTable) -> tuple[Equation, ...]:
    """The hard constraints that speak of whole rows: the same rows in every column."""
    column = next(column.id for column in table.columns if column.printed)
    owner = {table.cell_id(row.id, column): row.id for row in table.rows}
    found = []
    for constraint in table.constraints:
        terms = [(t.cell, t.sign) for t in constraint.left] + [(t.cell, -t.sign) for t in constraint.right]
        if constraint.hard and constraint.relation == "=" and all(cell in owner for cell, _ in terms):
            found.append(Equation(tuple((owner[cell], sign) for cell, sign in terms), constraint.optional))
    return tuple(found)


def ruled_out(rows: Mapping[str, RowReadings], equations: Sequence[Equation]) -> dict[str, RowReadings]:
    """Rows with the readings that have a place in every equation; an equation without any solution is let be."""
    found = dict(rows)
    changed = any(len(row.readings) > 1 for row in rows.values())
    while changed:
        changed = False
        for equation in equations:
            for row, readings in kept_readings(found, equation).items():
                if len(readings) < len(found[row].readings):
                    found[row] = replace(found[row], readings=readings, exact=False)
                    changed = True
    return found


def kept_readings(rows: Mapping[str, RowReadings], equation: Equation) -> dict[str, tuple[Reading, ...]]:
    members = [(row, sign) for row, sign in equation.rows if row in rows and rows[row].readings]
    open_rows = [(row, sign) for row, sign in members if len(rows[row].readings) > 1]
    if any(is_unread(rows[row].readings) for row, _ in members):
        return {}
    if not open_rows or (len(members) < len(equation.rows) and not equation.optional):
        return {}
    fixed = [(row, sign) for row, sign in members if len(rows[row].readings) == 1]
    base = total(scaled(vector(rows[row].readings[0]), sign) for row, sign in fixed)
    choices = [[None if lacks_figure(reading) else scaled(vector(reading), sign) for reading in rows[row].readings] for row, sign in open_rows]
    keeps = supported(base, choices)
    if keeps is None:
        return {}
    return {
        row: tuple(reading for reading, keep in zip(rows[row].readings, flags, strict=True) if keep)
        for (row, _), flags in zip(open_rows, keeps, strict=True)
    }


def vector(reading: Reading) -> Vector:
    return tuple(number(value_of(chunk.text, "").value or Decimal(0)) for chunk in reading)


def number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def scaled(one: Vector, sign: int) -> Vector:
    return one if sign > 0 else tuple(-value for value in one)


def total(vectors: Iterable[Vector]) -> Vector:
    every = list(vectors)
    return tuple(map(sum, zip(*every, strict=True))) if every else ()


def plus(one: Vector, other: Vector) -> Vector:
    return tuple(map(add, one, other)) if one else other


def supported(base: Vector, choices: Sequence[Sequence[Vector | None]]) -> list[list[bool]] | None:
    """`choices`: None for a reading that lacks a figure. For every choice whether some choice of the others brings the sum to 0; None where no sum does, or too many are open."""
    forward = [{base}]
    steps = 0
    for options in choices:
        steps += len(forward[-1]) * len(options)
        if steps > MOST_STEPS:
            return None
        forward.append({plus(state, option) for state in forward[-1] for option in options if option is not None})
    zero: Vector = tuple(0 for _ in next(iter(forward[-1]), ()))
    needed = {zero} if zero in forward[-1] else set()
    keeps: list[list[bool]] = []
    for options, before in zip(reversed(choices), reversed(forward[:-1]), strict=True):
        pairs = [[state for state in before if option is not None and plus(state, option) in needed] for option in options]
        keeps.append([bool(states) for states in pairs])
        needed = {state for states in pairs for state in states}
    return keeps[::-1] if any(map(any, keeps)) else None
