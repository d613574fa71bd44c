"""Labels cut short, 新收 or 制发, in drawn tables: several of one table of a form beside each other say what each stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from index.data_files import read_yaml
from index.errors import InvalidData
from index.tables.lines import Line, Slot, texts_in
from index.tables.upright import table_key
from index.text import normalise

_FILE = Path(__file__).parents[2] / "data" / "short_labels.yaml"


@dataclass(frozen=True, slots=True)
class ShortLabels:
    labels: Mapping[str, str]  # short one → label, both normalised
    least: int  # different labels that one table must have cut short


def with_whole_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, short labels of drawn tables as the form has them; what is printed stays."""
    if every_short().isdisjoint(texts_in(lines)):
        return list(lines)
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        labels = labels_of({bare(slot.text) for line in table for slot in line.slots}) if kind not in ("text", "gaps") else {}
        found += [line.changed(partial(whole, labels)) for line in table] if labels else table
    return found


def labels_of(texts: set[str]) -> dict[str, str]:
    """Short labels among the texts of a table → those of the form; without those of sets too few of which stand there."""
    told = [one for one in short_labels() if len({one.labels[text] for text in texts if text in one.labels}) >= one.least]
    return {short: label for one in told for short, label in one.labels.items()}


def whole(labels: Mapping[str, str], slot: Slot) -> Slot:
    label = labels.get(bare(slot.text))
    return slot._replace(text=label) if label else slot


def bare(text: str) -> str:
    """Without 其中: of a part below its whole."""
    return text.removeprefix("其中").lstrip(":：") if text.startswith("其中") else text


@cache
def every_short() -> frozenset[str]:
    return frozenset(short for one in short_labels() for short in one.labels)


@cache
def short_labels() -> tuple[ShortLabels, ...]:
    try:
        sets = read_yaml(_FILE)["sets"]
        return tuple(ShortLabels({normalise(short): normalise(label) for short, label in one["labels"].items()}, int(one["least"])) for one in sets)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InvalidData(_FILE.name, "sets", str(error)) from error
