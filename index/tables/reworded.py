"""Columns under other names than the form's, 企业 or 公益组织, among columns that are known: which each of them is."""

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from index.forms import FormTable
from index.repair.shape import shape_of
from index.tables.groups import Chunk
from index.tables.labels import LEAST_LIKE, core_of
from index.tables.lines import Line, Slot
from index.text import label_key

_WIDE = 5  # columns of a table whose sum tells something
_MOST = 4  # times as many rows must add up as do not


def in_other_words(form: FormTable, places: Mapping[str, int], strangers: Mapping[int, str], rows: Sequence[Line]) -> dict[str, int] | None:
    """Column → where it stands, for every column of the form: `strangers` (place → name) are likest to the columns that `places` lacks.

    None where that cannot be told: other columns than the form has, names like none of it, rows that do not add up.
    """
    usual = [column.id for column in form.columns if column.printed]
    missing = [column for column in usual if column not in places]
    if len(missing) != len(strangers) or len(places) * 2 <= len(usual) or len(usual) < _WIDE:
        return None
    likest = {place: max(missing, key=lambda column: like(form, column, name)) for place, name in strangers.items()}
    sure = len(missing) == 1 or all(like(form, likest[place], name) >= LEAST_LIKE for place, name in strangers.items())
    whole = {**places, **{column: place for place, column in likest.items()}}
    return whole if sure and len(whole) == len(usual) and adds_up(form, [whole[column] for column in usual], rows) else None


def like(form: FormTable, column: str, name: str) -> float:
    """0…1"""
    labels = next((one.label, *one.variants) for one in form.columns if one.id == column)
    return max(Indel.normalized_similarity(label_key(name), core_of(label)) for label in labels)


def adds_up(form: FormTable, places: Sequence[int], rows: Sequence[Line]) -> bool:
    """Most of the rows with a total do."""
    shape = shape_of(form, form.rows[0])
    blank = rows[0].slots[0]._replace(text="", printed="")
    cells = [{slot.column: slot for slot in line.slots} for line in rows if line.numbers]
    verdicts = [shape.adds_up(tuple(chunk_of(held.get(place, blank)) for place in places)) for held in cells]
    return bool(shape.blocks) and verdicts.count(True) > _MOST * verdicts.count(False)


def chunk_of(slot: Slot) -> Chunk:
    return Chunk(slot.text, slot.printed, slot.place, slot.column)
