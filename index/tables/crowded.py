"""A cell with the labels of two rows, one behind the other, and figures for one: whose they are it does not say, both rows are left unread."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.tables.groups import Group
from index.tables.labels import SUMS, core_of, label_index
from index.tables.parts import unread
from index.text import kept

_SECTION = "s2."  # its rows have parts and wholes: index.tables.parts
_SHORTEST, _LONGEST = 4, 120  # characters of either label, of both
_NUMBER = re.compile(r"(?:其中)?(?:\d{1,2}|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3})?$")  # of the second label


def rows_apart(groups: Sequence[Group]) -> list[Group]:
    """The groups, one such cell as a group for each of its rows; a first label with a row of its own is but the group of the second."""
    named = [labels_in(group.words[-1].text) if is_cell(group) else () for group in groups]
    if not any(named):
        return list(groups)
    own = frozenset(core_of(group.words[-1].text) for group, labels in zip(groups, named, strict=True) if group.words and not labels)
    return [one for group, labels in zip(groups, named, strict=True) for one in (one_each(group, labels) if labels and labels[0] not in own else (group,))]


def is_cell(group: Group) -> bool:
    """Its last words stand apart from the figures; in running text the label beside them is theirs."""
    return bool(group.words and group.filled) and (group.bordered or group.chunks[0].alone)


def one_each(group: Group, labels: Sequence[str]) -> Iterator[Group]:
    words = group.words[:-1]  # a header above it, said once
    for label in labels:
        yield unread(replace(group, words=(*words, group.words[-1]._replace(text=label))))
        words = ()


@kept
def labels_in(text: str) -> tuple[str, ...]:
    """Both labels, () for any other text: 4.无正当理由大量反复申请 5.要求提供公开出版物."""
    key = core_of(text) if len(text) <= _LONGEST else ""
    orders_of = label_index().ends.get(key[-2:], ()) if len(key) > _SHORTEST else ()
    for core in sorted({core for core, _ in orders_of if len(core) >= _SHORTEST and key.endswith(core)}, key=lambda core: -len(core)):
        first = _NUMBER.sub("", key.removesuffix(core))
        if not first or first in groups_of(core):
            return ()  # one label, with a number or its group or without
        if (len(first) >= _SHORTEST or first in SUMS) and tables_of(first) & tables_of(core):
            return first, core
    return ()


@kept
def groups_of(core: str) -> frozenset[str]:
    """Labels of the groups that rows of this label stand in."""
    index = label_index()
    return frozenset(group for label, order in index.ends.get(core[-2:], ()) if label == core for group in index.rows[order].groups)


@kept
def tables_of(core: str) -> frozenset[str]:
    """Tables of the forms with a row of this label."""
    index = label_index()
    tables = (index.rows[order].table for label, order in index.ends.get(core[-2:], ()) if label == core)
    return frozenset(table for table in tables if not table.startswith(_SECTION))
