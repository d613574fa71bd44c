"""Columns under other names than the form's, 企业 or 公益组织, among columns that are known: which each of them is."""

from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import Indel

from index.forms import FormTable
from index.repair.shape import shape_of
from index.tables.groups import Chunk
from index.tables.labels import LEAST_LIKE, core_of
from index.tables.lines import Line, Slot
from index.text import label_key

_WIDE = 5  # columns of a table whose sum tells something
_SHORTEST = 2  # characters of a part of a label
_PART = 1.0  # how like such a part is
_MOST = 4  # times as many rows must add up as do not


def in_other_words(form: FormTable, places: Mapping[str, int], strangers: Mapping[int, str], rows: Sequence[Line]) -> dict[str, int] | None:
    """Column → where it stands, for every column of the form: each of `strangers` (place → name) is one that `places` lacks.

    None where that cannot be told: other columns than the form has, names like none of it, rows that do not add up.
    """
    usual = [column.id for column in form.columns if column.printed]
    missing = [column for column in usual if column not in places]
    if len(missing) != len(strangers) or len(usual) < _WIDE:
        return None
    whole = {**places, **told_apart(form, missing, strangers, most=len(places) * 2 > len(usual))}
    return whole if len(whole) == len(usual) and adds_up(form, [whole[column] for column in usual], rows) else None


def told_apart(form: FormTable, missing: Sequence[str], strangers: Mapping[int, str], most: bool) -> dict[str, int]:
    """Those of the missing columns that a stranger is named like, and the last one by what is left.

    `most`: most columns are known; else the names have to be parts of those of the form, 企业 and 科研.
    """
    likest = {place: max(missing, key=lambda column: like(form, column, name)) for place, name in strangers.items()}
    least = LEAST_LIKE if most else _PART
    found = {column: place for place, column in likest.items() if like(form, column, strangers[place]) >= least}
    left, rest = [column for column in missing if column not in found], strangers.keys() - found.values()
    return {**found, left[0]: rest.pop()} if len(left) == len(rest) == 1 else found


def like(form: FormTable, column: str, name: str) -> float:
    """0…1; a part of the label and of no other column's is as good as the label."""
    key = label_key(name)
    if len(key) >= _SHORTEST and [one for one, labels in labels_of(form).items() if any(key in label for label in labels)] == [column]:
        return _PART
    return max(Indel.normalized_similarity(key, label) for label in labels_of(form)[column])


@cache
def labels_of(form: FormTable) -> Mapping[str, tuple[str, ...]]:
    return {one.id: tuple(core_of(label) for label in (one.label, *one.variants)) for one in form.columns if one.printed}


def adds_up(form: FormTable, places: Sequence[int], rows: Sequence[Line]) -> bool:
    """Most of the rows with a total do."""
    shape = shape_of(form, form.rows[0])
    blank = rows[0].slots[0]._replace(text="", printed="")
    cells = [{slot.column: slot for slot in line.slots} for line in rows if line.numbers]
    verdicts = [shape.adds_up(tuple(chunk_of(held.get(place, blank)) for place in places)) for held in cells]
    return bool(shape.blocks) and verdicts.count(True) > _MOST * verdicts.count(False)


def chunk_of(slot: Slot) -> Chunk:
    return Chunk(slot.text, slot.printed, slot.place, slot.column)
