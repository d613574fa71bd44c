"""JSON as platforms export it: records that are alike are rows of a table, names of other members its headings."""

import json
import re
from typing import Any

from index.readers.branches import BEYOND, DEEPEST, TITLES, Branch, branch, is_prose, leaf, table_of, titled
from index.readers.content import Blocks, Content
from index.readers.embedded import add_value, is_page
from index.readers.metadata import metadata_of_lines

_SHORT = 40  # characters of a value that is told behind its name
_HAN = re.compile(r"[\u4e00-\u9fff（(]")


def read_json(text: str, file: str) -> Content | None:
    """None for what only looks like JSON. Figures stay as they are written."""
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return None
    try:
        value = json.loads(text.lstrip("\ufeff"), parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    export = _Export(file)
    export.add("", value, 0)
    return Content("text", tuple(export.blocks.items), None, metadata_of_lines(export.lines))


class _Export:
    def __init__(self, file: str) -> None:
        self.file, self.blocks, self.lines = file, Blocks(), list[str]()

    def add(self, name: str, value: Any, depth: int) -> None:
        if isinstance(value, (dict, list)) and depth <= DEEPEST:
            self.members(name, value, depth)
        elif text := _text(value):
            self.told(name, text)

    def members(self, name: str, value: Any, depth: int) -> None:
        self.blocks.paragraph(name, heading=True)
        tree = _branch("", value)
        if not tree.wraps and (cells := table_of(tree, isinstance(value, list))):
            self.blocks.grid(cells)
            return
        for inner, member in value.items() if isinstance(value, dict) else (("", member) for member in value):
            self.add(inner, member, depth + 1)

    def told(self, name: str, text: str) -> None:
        """Running text below its name, a short value behind it."""
        named = bool(name) and name.lower() not in TITLES
        if named and _HAN.match(name) and is_prose(text):
            self.blocks.paragraph(name, heading=True)
        told = f"{name}：{text}" if named and not is_prose(text) and len(text) <= _SHORT and not is_page(text) else text
        self.lines.append(told)
        add_value(self.blocks, told, self.file)


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""


def _branch(name: str, value: Any, depth: int = 0) -> Branch:
    """A member that is called 名称 names the branch around it, where that holds others."""
    if not isinstance(value, (dict, list)):
        return leaf(name, _text(value))
    if depth > DEEPEST:
        return BEYOND
    if isinstance(value, list):
        return branch(name, (_branch("", member, depth + 1) for member in value))
    holds = any(isinstance(member, (dict, list)) for member in value.values())
    title = next((inner for inner, member in value.items() if inner.lower() in TITLES and _text(member)), None) if holds else None
    members = (_branch(inner, member, depth + 1) for inner, member in value.items() if inner != title)
    return branch(name, members) if title is None else titled(value[title], members)
