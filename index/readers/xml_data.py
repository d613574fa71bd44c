"""XML as reporting systems export it: elements of one kind with a figure each become a table, all others headings and paragraphs.

A table has a column for every attribute and every child that its elements have, and one for their own text. Workbooks saved
as one XML file (Excel 2003, flat OpenDocument) are read as what they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from index.errors import UnreadableFile
from index.readers.content import Blocks, Content, Drawn
from index.readers.metadata import metadata_of_lines
from index.readers.ods import ods_content
from index.readers.workbook_xml import workbook_content
from index.readers.xml_tree import local, tree_of

_TITLES = frozenset(("名称", "标题", "题目", "表名", "章节", "name", "title", "caption", "label", "heading"))
_OWN = "值"  # header of the column of own texts
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}"
_PROSE = re.compile(r"[。；]$")
_LONGEST = 80  # characters of a cell; longer ones are prose


def read_xml(text: str, file: str) -> Content:
    """Raises NoXml for what is not well-formed, UnreadableFile for a file without text."""
    root = tree_of(text, file)
    if local(root.tag) == "document" and any(local(part.tag) == "spreadsheet" for part in root.iter()):
        return ods_content(root, file)
    if local(root.tag) == "Workbook":
        return workbook_content(root, file)
    blocks = Blocks()
    _element(blocks, root)
    if not blocks.items:
        raise UnreadableFile(file, "XML 文件里没有文字", "请确认文件内容")
    lines = [line for block in blocks.items for line in getattr(block, "text", "").splitlines()]
    return Content("text", tuple(blocks.items), None, metadata_of_lines(lines))


def _element(blocks: Blocks, element: Any) -> None:
    for name, value in _attributes(element):
        titled = name.lower() in _TITLES
        blocks.paragraph(value if titled else f"{name}：{value}", heading=titled)
    blocks.lines(_text(element))
    for is_record, run in groupby(element.iterchildren("*"), key=lambda part: local(part.tag) if _is_record(part) else ""):
        parts = list(run)
        if is_record:
            blocks.grid(_table([_fields(part) for part in parts]))
        else:
            for part in parts:
                _element(blocks, part)


def _attributes(element: Any) -> list[tuple[str, str]]:
    """Names and values, without what the schema says."""
    return [(local(name), value.strip()) for name, value in element.attrib.items() if not name.startswith(_SCHEMA) and value.strip()]


def _text(element: Any) -> str:
    """Its own, without that of its children."""
    return " ".join(part.strip() for part in (element.text, *(child.tail for child in element)) if part and part.strip())


# ---------------------------------------------------------------- tables

Fields = dict[str, str]


def _is_record(element: Any) -> bool:
    """Labels in attributes or children, each of them short; what has only a name and children is a group of others."""
    if any(len(child) or _attributes(child) for child in element.iterchildren("*")):
        return False
    fields = _fields(element)
    own = bool(_text(element)) or any(name.startswith(_SCHEMA) for name in element.attrib) or not len(element)
    several = len(fields) > 1 and (own or len(element) > 1)
    return several and all(len(value) <= _LONGEST and not _PROSE.search(value) for value in fields.values())


def _fields(element: Any) -> Fields:
    fields = dict(_attributes(element))
    for child in element.iterchildren("*"):
        name = local(child.tag)
        fields[name] = " ".join(filter(None, (fields.get(name), _text(child))))
    if not len(element) or _text(element):
        fields[_OWN] = _text(element)
    return fields


def _table(records: Sequence[Fields]) -> Iterator[Drawn]:
    names = _names(records)
    for row, fields in enumerate([{name: name for name in names}, *records]):
        yield from (Drawn(row, column, fields.get(name, "")) for column, name in enumerate(names))


def _names(records: Sequence[Fields]) -> list[str]:
    """In the order in which they stand: one that comes later has its place before those that follow it."""
    found: list[str] = []
    for fields in records:
        names = list(fields)
        for n, name in enumerate(names):
            if name not in found:
                behind = [found.index(other) for other in names[n + 1 :] if other in found]
                found.insert(min(behind, default=len(found)), name)
    return found
