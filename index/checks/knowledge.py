"""data/checks.yaml: the checks that no form holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from index.errors import InvalidData
from index.forms import load_forms

FILE = Path(__file__).parent.parent.parent / "data" / "checks.yaml"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class ProseRule:
    """A figure of the prose that a cell, or a sum of cells, has to equal."""

    id: str
    name: str
    figure: re.Pattern[str]  # over the words before the figure, #, and the words behind it
    unless: re.Pattern[str] | None
    units: frozenset[str]
    cells: tuple[tuple[str, ...], ...]  # sums that the figure may be


@dataclass(frozen=True, slots=True)
class SectionRule:
    id: str
    name: str
    table: str  # what its cell ids begin with, '' for a section without table


@dataclass(frozen=True, slots=True)
class FeeRule:
    cells: tuple[str, ...]
    offices: re.Pattern[str]
    most: Decimal


@dataclass(frozen=True, slots=True)
class Knowledge:
    sections: tuple[SectionRule, ...]
    prose: tuple[ProseRule, ...]
    scopes: re.Pattern[str]
    fees: FeeRule


@cache
def load_knowledge(file: Path = FILE) -> Knowledge:
    """Raises InvalidData with file, key and reason."""
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), LOADER)  # noqa: S506 - a safe loader, the fast one
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InvalidData(file.name, "", f"cannot be read: {error}") from error
    for key in ("sections", "prose", "scopes", "fees"):
        if not isinstance(data, dict) or key not in data:
            raise InvalidData(file.name, key, "missing")
    known = frozenset(cell for form in load_forms().values() for cell in form.meanings)
    rules = tuple(prose_rule(file, entry, known) for entry in data["prose"])
    if len({rule.id for rule in rules}) < len(rules):
        raise InvalidData(file.name, "prose", "an id stands there twice")
    sections = tuple(SectionRule(key, text(file, f"sections.{key}", entry, "name"), entry["table"]) for key, entry in data["sections"].items())
    fees = data["fees"]
    return Knowledge(
        sections, rules, pattern(file, "scopes", data["scopes"]),
        FeeRule(cells(file, "fees", fees["cells"], known), pattern(file, "fees.offices", fees["offices"]), Decimal(fees["most"])),
    )  # fmt: skip


def prose_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> ProseRule:
    key = f"prose.{entry.get('id', '?')}"
    unless = entry.get("unless")
    return ProseRule(
        id=text(file, key, entry, "id"),
        name=text(file, key, entry, "name"),
        figure=pattern(file, f"{key}.figure", text(file, key, entry, "figure")),
        unless=pattern(file, f"{key}.unless", unless) if unless else None,
        units=frozenset(entry["units"]),
        cells=tuple(cells(file, key, names, known) for names in entry["cells"]),
    )


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
