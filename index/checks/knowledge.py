"""data/checks.yaml: the checks that no form holds."""

import re
from collections.abc import Iterable, Mapping
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
_PATTERNS = ("scopes", "asides", "differences", "changes", "times", "bodies", "everybody")
NO_TOPIC = "none"


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
    topics: frozenset[str]  # what the sentence must speak of, NO_TOPIC: of nothing known; (): it does not matter
    after: re.Pattern[str] | None  # over the sentence before the figure


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
    cells: Sums  # (): the figure said just before the percentage
    of: Sums
    topics: frozenset[str]  # these two as in ProseRule
    after: re.Pattern[str] | None


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
    topics: Mapping[str, re.Pattern[str]]  # the words by which a sentence comes to speak of something
    scopes: re.Pattern[str]
    asides: re.Pattern[str]
    differences: re.Pattern[str]  # over a context: how much more or less than something else
    changes: re.Pattern[str]  # what stands between the words and the second figure of 由37件增加至50件
    times: re.Pattern[str]  # groups `other` and `year`: what says which year a clause speaks of
    bodies: re.Pattern[str]  # group `who`: the organ that a clause speaks of
    everybody: re.Pattern[str]  # an organ that is all of them: 各乡镇, or the report's own: 我局


@cache
def load_knowledge(file: Path = FILE) -> Knowledge:
    """Raises InvalidData with file, key and reason."""
    data = read_yaml(file)
    for key in ("sections", "topics", *_LISTS, *_PATTERNS):
        if not isinstance(data, dict) or key not in data:
            raise InvalidData(file.name, key, "missing")
    known = frozenset(cell for form in load_forms().values() for cell in form.meanings)
    topics = {name: pattern(file, f"topics.{name}", words) for name, words in data["topics"].items()}
    rules = tuple(prose_rule(file, entry, known, topics) for entry in data["prose"])
    if len({rule.id for rule in rules}) < len(rules):
        raise InvalidData(file.name, "prose", "an id stands there twice")
    return Knowledge(
        tuple(SectionRule(key, text(file, f"sections.{key}", entry, "name"), entry["table"]) for key, entry in data["sections"].items()),
        rules,
        tuple(statement_rule(file, entry, known) for entry in data["statements"]),
        tuple(ratio_rule(file, entry, known, topics) for entry in data["ratios"]),
        tuple(magnitude_rule(file, entry, known) for entry in data["magnitudes"]),
        topics,
        *(pattern(file, key, data[key]) for key in _PATTERNS),
    )


def prose_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str], topics: Iterable[str]) -> ProseRule:
    key = f"prose.{entry.get('id', '?')}"
    return ProseRule(
        text(file, key, entry, "id"), text(file, key, entry, "name"), pattern(file, f"{key}.figure", text(file, key, entry, "figure")),
        optional(file, key, entry), frozenset(entry["units"]), sums(file, key, entry["cells"], known), topics_of(file, key, entry, topics),
        optional(file, key, entry, "after"),
    )  # fmt: skip


def statement_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> StatementRule:
    key = f"statements.{entry.get('id', '?')}"
    return StatementRule(
        text(file, key, entry, "id"), text(file, key, entry, "name"), pattern(file, f"{key}.said", text(file, key, entry, "said")),
        optional(file, key, entry), sums(file, key, entry["cells"], known), sums(file, key, entry.get("whole", []), known),
    )  # fmt: skip


def ratio_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str], topics: Iterable[str]) -> RatioRule:
    key = f"ratios.{entry.get('id', '?')}"
    return RatioRule(
        text(file, key, entry, "id"), text(file, key, entry, "name"), pattern(file, f"{key}.figure", text(file, key, entry, "figure")),
        optional(file, key, entry), sums(file, key, entry.get("cells", []), known), sums(file, key, entry["of"], known), topics_of(file, key, entry, topics),
        optional(file, key, entry, "after"),
    )  # fmt: skip


def magnitude_rule(file: Path, entry: Mapping[str, Any], known: frozenset[str]) -> MagnitudeRule:
    most = entry["most"]
    if missing := [level for level in LEVELS if level not in most]:
        raise InvalidData(file.name, "magnitudes.most", f"no limit for {missing[0]}")
    check = text(file, "magnitudes", entry, "check")
    return MagnitudeRule(check, cells(file, "magnitudes", entry["cells"], known), {level: Decimal(most[level]) for level in LEVELS})


def topics_of(file: Path, key: str, entry: Mapping[str, Any], topics: Iterable[str]) -> frozenset[str]:
    found = frozenset(entry.get("topics", ()))
    if wrong := found - {*topics, NO_TOPIC}:
        raise InvalidData(file.name, f"{key}.topics", f"no topic {min(wrong)}")
    return found


def optional(file: Path, key: str, entry: Mapping[str, Any], name: str = "unless") -> re.Pattern[str] | None:
    found = entry.get(name)
    return pattern(file, f"{key}.{name}", found) if found else None


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
