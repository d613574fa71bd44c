"""One line of the table that the benchmarks print."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    what: str
    figure: str
    goal: str = ""  # '' where nothing is promised
    kept: bool | None = None

    def __str__(self) -> str:
        sign = {True: "kept", False: "MISSED", None: ""}[self.kept]
        return f"{self.what:<58}{self.figure:>16}  {self.goal:<18}{sign}".rstrip()


def at_most(what: str, value: float, limit: float, unit: str = "") -> Line:
    return Line(what, f"{value:.3g}{unit}", f"≤ {limit:g}{unit}", value <= limit)


def at_least(what: str, value: float, limit: float, unit: str = "") -> Line:
    return Line(what, f"{value:.3g}{unit}", f"≥ {limit:g}{unit}", value >= limit)


def percentile(values: Sequence[float] | Iterable[float], percent: float) -> float:
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]
