"""Sentences that name a row of the form: 重复申请6件, 因属于国家秘密不予公开2件."""

import re
from functools import cache
from typing import NamedTuple

from index.checks.knowledge import Sums
from index.tables.labels import FormRow, label_index
from index.text import kept, label_key

_OUTCOME = re.compile("(而|的|被|决定)*(不予公开|无法提供|不予处理|不予受理|不再处理)?(的|为|有|共)*$")
_BECAUSE = re.compile("^(其中|对|因|由于|以|属于?|涉及|系)*")
_WITHIN, _DEPTH = "s3.result.", 3  # the rows below those that a sentence names by their outcome
_LEAST = 4  # characters by which a row is known: 国家秘密, 重复申请


class ReasonRule(NamedTuple):
    """As a ProseRule, for the row that a sentence names by its label or by most of it."""

    id: str
    name: str
    cells: Sums


@kept
def reason_in(context: str) -> ReasonRule | None:
    """`context`: the words before the figure, #, and the words behind it."""
    key = label_key(_BECAUSE.sub("", _OUTCOME.sub("", context.split("#")[0])))
    if len(key) < _LEAST:
        return None
    named = [row for row in reasons() if any(key in core and len(key) * 3 > len(core) * 2 for core in row.cores)]
    return ReasonRule(f"prose.{named[0].id}", named[0].cores[0], ((f"{named[0].id}@total",),)) if len(named) == 1 else None


@cache
def reasons() -> tuple[FormRow, ...]:
    return tuple(row for row in label_index().rows if row.id.startswith(_WITHIN) and row.id.count(".") == _DEPTH)
