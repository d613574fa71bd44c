"""data/checks.yaml: the checks that no form holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from index.data_files import read_yaml
from index.errors import InvalidData
from index.forms import load_forms

FILE = Path(__file__).parent.parent.parent / "data" / "checks.yaml"
_LISTS = ("prose", "statements", "ratios", "magnitudes")
_PATTERNS = ("scopes", "asides", "times", "bodies", "everybody")


LEVELS = ("township", "department", "county", "city", "province")
Sums = tuple[tuple[str, ...], ...]  # alternatives, each a sum of cells


@dataclass(frozen=True, slots=True)
class ProseRule:
    """A figure of the prose that a cell, or a sum of cells, has to equal."""

    id: str
    name: str
    figure: re.Pattern[str]  # over the words before the figure, #, and the words behind it
    unless: re.Pattern[str] | None
    units: frozenset[str]
    cells: Sums  # sums that the figure may be


@dataclass(frozen=True, slots=True)
class SectionRule:
    id: str
    name: str
    table: str  # what its cell ids begin with, '' for a section without table


@dataclass(frozen=True, slots=True)
class StatementRule:
    """Words without a figure that a sum of cells has to bear out: nothing was received, every suit was upheld."""

    id: str
    name: str
    said: re.Pattern[str]
    unless: re.Pattern[str] | None  # over the clause
    cells: Sums
    whole: Sums  # what the cells then are; (): nothing


@dataclass(frozen=True, slots=True)
class RatioRule:
    """A percentage of the prose that two sums of cells have to make."""

    id: str
    name: str
    figure: re.Pattern[str]
    unless: re.Pattern[str] | None
    cells: Sums
    of: Sums


@dataclass(frozen=True, slots=True)
class MagnitudeRule:
    """The most that a figure of such a body can be; beyond it the unit or the reading is wrong."""

    check: str  # what its findings' ids begin with
    cells: tuple[str, ...]
    most: Mapping[str, Decimal]  # by level: township | department | county | city | province


@dataclass(frozen=True, slots=True)
class Knowledge:
    sections: tuple[SectionRule, ...]
    prose: tuple[ProseRule, ...]
    statements: tuple[StatementRule, ...]
    ratios: tuple[RatioRule, ...]
    magnitudes: tuple[MagnitudeRule, ...]
    scopes: re.Pattern[str]
    asides: re.Pattern[str]
    times: re.Pattern[str]  # groups `other` and `year`: what says which year a clause speaks of
    bodies: re.Pattern[str]  # group `who`: the organ that a clause speaks of
    everybody: re.Pattern[str]  # an organ that is all of them: 各乡镇, or the report's own: 我局


@cache
def load_knowledge(file: Path = FILE) -> Knowledge:
    """Raises InvalidData with file, key and reason."""
    data = read_yaml(file)
    for key in ("sections", *_LISTS, *_PATTERNS):
        if not isinstance(data, dict) or key not in data:
            raise InvalidData(file.name, key, "missing")
    known = frozenset(cell for form in load_forms().values() for cell in form.meanings)
    rules = tuple(prose_rule(file, entry, known) for entry in data["prose"])
    if len({rule.id for rule in rules}) < len(rules):
        raise InvalidData(file.name, "prose", "an id stands there twice")
    return Knowledge(
        tuple(SectionRule(key, text(file, f"sections.{key}", entry, "name"), entry["table"]) for key, entry in data["sections"].items()),
        rules,
        tuple(statement_rule(file, entry, known) for entry in data["statements"]),
        tuple(ratio_rule(file, entry, known) for entry in data["ratios"]),
        tuple(magnitude_rule(file, entry, known) for entry in data["magnitudes"]),
        *(pattern(file, key, data[key]) for key in _PATTERNS),
    )


def prose_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> ProseRule:
    key = f"prose.{entry.get('id', '?')}"
    return ProseRule(
        text(file, key, entry, "id"), text(file, key, entry, "name"), pattern(file, f"{key}.figure", text(file, key, entry, "figure")),
        unless(file, key, entry), frozenset(entry["units"]), sums(file, key, entry["cells"], known),
    )  # fmt: skip


def statement_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> StatementRule:
    key = f"statements.{entry.get('id', '?')}"
    return StatementRule(
        text(file, key, entry, "id"), text(file, key, entry, "name"), pattern(file, f"{key}.said", text(file, key, entry, "said")),
        unless(file, key, entry), sums(file, key, entry["cells"], known), sums(file, key, entry.get("whole", []), known),
    )  # fmt: skip


def ratio_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> RatioRule:
    key = f"ratios.{entry.get('id', '?')}"
    return RatioRule(
        text(file, key, entry, "id"), text(file, key, entry, "name"), pattern(file, f"{key}.figure", text(file, key, entry, "figure")),
        unless(file, key, entry), sums(file, key, entry["cells"], known), sums(file, key, entry["of"], known),
    )  # fmt: skip


def magnitude_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> MagnitudeRule:
    most = entry["most"]
    if missing := [level for level in LEVELS if level not in most]:
        raise InvalidData(file.name, "magnitudes.most", f"no limit for {missing[0]}")
    check = text(file, "magnitudes", entry, "check")
    return MagnitudeRule(check, cells(file, "magnitudes", entry["cells"], known), {level: Decimal(most[level]) for level in LEVELS})


def unless(file: Path, key: str, entry: Mapping[str, Any]) -> re.Pattern[str] | None:
    found = entry.get("unless")
    return pattern(file, f"{key}.unless", found) if found else None


def sums(file: Path, key: str, groups: list[list[str]], known: frozenset[str]) -> Sums:
    return tuple(cells(file, key, names, known) for names in groups)


def text(file: Path, key: str, entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value:
        raise InvalidData(file.name, f"{key}.{name}", "text expected")
    return value


def pattern(file: Path, key: str, value: str) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except re.error as error:
        raise InvalidData(file.name, key, f"no regular expression: {error}") from error


def cells(file: Path, key: str, names: list[str], known: frozenset[str]) -> tuple[str, ...]:
    for name in names:
        if name not in known:
            raise InvalidData(file.name, f"{key}.cells", f"no cell {name} in any form")
    return tuple(names)
