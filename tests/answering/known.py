"""The corpus of phrasings and the list of those that fail today: tests/corpus/*.yaml."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
NEGATIVE, OPPOSITES, KNOWN = "decline", "opposites", "known_failures"
PHRASINGS = ("cases", "disclosure", "report", "requests")


@cache
def read(name: str) -> Any:
    return yaml.safe_load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def known_failures(kind: str) -> Mapping[str, str]:
    """Phrasing → what is wrong with it today; kinds: meaning, decline, opposites, operations, zero, policy, choices, spacing, law, anything, pairs, crossings, steps, dialogue, typos, words, lexicon, replies."""
    return dict(read(KNOWN).get(kind) or {})


def phrasings() -> Iterator[tuple[str, Mapping[str, str]]]:
    """(question, its one meaning)."""
    for name in PHRASINGS:
        for entry in read(name):
            yield from ((say, entry["meaning"]) for say in entry["say"])


def opposites() -> Iterator[tuple[str, Mapping[str, str], list[Mapping[str, str]]]]:
    """(question, its meaning, the meanings it is not)."""
    for group in read(OPPOSITES):
        for pair in group["pairs"]:
            yield pair["say"], pair["meaning"], [other["meaning"] for other in group["pairs"] if other["meaning"] != pair["meaning"]]


def negatives() -> Iterator[tuple[str, frozenset[str]]]:
    """(question, the reasons that fit its refusal)."""
    for entry in read(NEGATIVE):
        reasons = entry["reason"]
        yield from ((say, frozenset([reasons] if isinstance(reasons, str) else reasons)) for say in entry["say"])


def judged(kind: str, say: str, wrong: Sequence[object]) -> None:
    """Red for a question that fails, and for one of the known failures that works."""
    if say in known_failures(kind):
        assert wrong, f"works now: take it off tests/corpus/known_failures.yaml ({kind}): {say}"
    else:
        assert not wrong, say
