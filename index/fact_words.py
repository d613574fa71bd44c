"""The known meanings of figures and statements in prose (data/facts.yaml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index.data_files import read_yaml
from index.errors import InvalidData
from index.figures import figure_pattern

FILE = Path(__file__).parent.parent / "data" / "facts.yaml"
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FigureRule:
    id: str
    units: frozenset[str]
    words: Groups
    unwanted: tuple[str, ...]
    sentence: Groups

    def fits(self, unit: str, subject: str, sentence: str) -> bool:
        return (
            unit in self.units and _holds(self.words, subject) and not any(word in subject for word in self.unwanted)
            and (not self.sentence or _holds(self.sentence, sentence))
        )


@dataclass(frozen=True, slots=True)
class TextRule:
    id: str
    pattern: re.Pattern[str]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FactWords:
    figures: tuple[FigureRule, ...]
    since: tuple[tuple[str, Groups], ...]  # (id, words of the sentence)
    none: tuple[TextRule, ...]
    texts: tuple[TextRule, ...]
    figure: re.Pattern[str]


def _holds(groups: Groups, text: str) -> bool:
    return any(all(word in text for word in group) for group in groups)


@cache
def load_fact_words() -> FactWords:
    """Raises InvalidData with key and reason."""
    data = read_yaml(FILE)
    for key in ("figures", "since", "none", "texts", "units"):
        if not isinstance(data.get(key), list):
            raise InvalidData(FILE.name, key, "expects a list")
    units = tuple(data["units"])
    return FactWords(
        tuple(_figure_rule(number, entry, units) for number, entry in enumerate(data["figures"])),
        tuple((entry["id"], _groups(entry["sentence"])) for entry in data["since"]),
        tuple(_text_rule(f"none.{number}", entry) for number, entry in enumerate(data["none"])),
        tuple(_text_rule(f"texts.{number}", entry) for number, entry in enumerate(data["texts"])),
        figure_pattern(units),
    )


def _figure_rule(number: int, entry: Mapping[str, Any], units: tuple[str, ...]) -> FigureRule:
    for key in ("id", "label", "units", "words"):
        if not entry.get(key):
            raise InvalidData(FILE.name, f"figures.{number}.{key}", "is missing")
    if unknown := set(entry["units"]) - set(units):
        raise InvalidData(FILE.name, f"figures.{number}.units", f"not in units: {'、'.join(sorted(unknown))}")
    return FigureRule(
        entry["id"], frozenset(entry["units"]), _groups(entry["words"]), tuple(entry.get("not", ())), _groups(entry.get("sentence", ()))
    )


def _text_rule(key: str, entry: Mapping[str, Any]) -> TextRule:
    try:
        return TextRule(entry["id"], re.compile(entry["pattern"]), entry.get("unit", ""))
    except (KeyError, re.error) as error:
        raise InvalidData(FILE.name, key, str(error)) from error


def _groups(entries: Any) -> Groups:
    return tuple(tuple(group) for group in entries)
