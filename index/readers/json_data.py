"""JSON as platforms export it: records that are alike are rows of a table, names of other members its headings."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.readers.content import Blocks, Content
from index.readers.html_table import RawCell, form
from index.readers.metadata import metadata_of_lines
from index.readers.text import add_text

_DEEPEST = 16  # members one inside another; what lies deeper is left out
_SHORT = 40  # characters of a value that is told behind its name
_TITLES = ("标题", "题名", "名称", "title", "name")

Record = tuple[tuple[str, ...], Mapping[str, str]]  # names of the members it lies in, name of a column → what stands there


def read_json(text: str) -> Content | None:
    """None for what only looks like JSON. Figures stay as they are written."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return None
    try:
        value = json.loads(text.lstrip("\ufeff"), parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    blocks, lines = Blocks(), list[str]()
    _add(blocks, lines, "", value, 0)
    return Content("text", tuple(blocks.items), None, metadata_of_lines(lines))


def _add(blocks: Blocks, lines: list[str], name: str, value: Any, depth: int) -> None:
    if depth > _DEEPEST:
        return
    if isinstance(value, (dict, list)):
        blocks.paragraph(name, heading=True)
        if not _wraps(value) and (records := _alike(list(_records(value, (), depth)), isinstance(value, list))):
            blocks.grid(form(list(_rows(records))))
            return
        for inner, member in value.items() if isinstance(value, dict) else (("", member) for member in value):
            _add(blocks, lines, inner, member, depth + 1)
    elif text := _text(value):
        told = f"{name}：{text}" if name and name.lower() not in _TITLES and len(text) <= _SHORT else text
        lines.append(told)
        add_text(blocks, told)


def _wraps(value: Any) -> bool:
    """One member that is no record: its name heads what is inside."""
    members = list(value.values()) if isinstance(value, dict) else []
    inner = members[0] if len(members) == 1 else None
    return isinstance(inner, list) or (isinstance(inner, dict) and any(isinstance(member, (dict, list)) for member in inner.values()))


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""


def _records(value: Any, path: tuple[str, ...], depth: int) -> Iterator[Record | None]:
    """Every record inside; None for anything else."""
    if depth > _DEEPEST or not isinstance(value, (dict, list)) or not value:
        yield None
    elif isinstance(value, dict) and not any(isinstance(member, (dict, list)) for member in value.values()):
        yield path, {name: _text(member) for name, member in value.items()}
    else:
        for name, member in value.items() if isinstance(value, dict) else (("", member) for member in value):
            yield from _records(member, (*path, name) if name else path, depth + 1)


def _alike(records: Sequence[Record | None], listed: bool) -> list[Record]:
    """The records, where all have the same members; a single one that is neither named nor in a list is no table."""
    told = [record for record in records if record]
    names = {tuple(columns) for _, columns in told}
    told_apart = listed or all(path for path, _ in told)
    return told if len(told) == len(records) and len(names) == 1 and told_apart else []


def _rows(records: Sequence[Record]) -> Iterator[list[RawCell]]:
    depth = max(len(path) for path, _ in records)
    yield [*(("", None, None) for _ in range(depth)), *((name, None, None) for name in records[0][1])]
    for path, columns in records:
        labels: list[RawCell] = [(name, None, None) for name in path]
        if labels and len(path) < depth:
            labels[-1] = (path[-1], None, str(depth - len(path) + 1))
        yield [*labels, *((text, None, None) for text in columns.values())]
