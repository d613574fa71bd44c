"""XML as reporting systems export it: elements of one kind with a figure each become a table, all others headings and paragraphs.

A table has a column for every attribute and every child that its elements have, and one for their own text. Workbooks saved
as one XML file (Excel 2003, flat OpenDocument) are read as what they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from index.errors import UnreadableFile
from index.readers.branches import (
    BEYOND,
    DEEPEST,
    TITLES,
    Branch,
    branch,
    in_order,
    is_prose,
    is_title,
    leaf,
    table_of,
    titled,
)
from index.readers.content import Blocks, Content, Drawn
from index.readers.embedded import add_page, is_page
from index.readers.metadata import metadata_of_lines
from index.readers.ods import ods_content
from index.readers.workbook_xml import workbook_content
from index.readers.xml_tree import local, tree_of

Fields = dict[str, str]

_OWN = "值"  # header of the column of own texts
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}"
_FIGURE = re.compile(r"[+-]?\d[\d,.]*%?")


def read_xml(text: str, file: str) -> Content:
    """Raises NoXml for what is not well-formed, UnreadableFile for a file without text."""
    root = tree_of(text, file)
    if local(root.tag) == "document" and any(local(part.tag) == "spreadsheet" for part in root.iter()):
        return ods_content(root, file)
    if local(root.tag) == "Workbook":
        return workbook_content(root, file)
    blocks = Blocks()
    _element(blocks, root, file)
    if not blocks.items:
        raise UnreadableFile(file, "XML 文件里没有文字", "请确认文件内容")
    lines = [line for block in blocks.items for line in getattr(block, "text", "").splitlines()]
    return Content("text", tuple(blocks.items), None, metadata_of_lines(lines))


def _element(blocks: Blocks, element: Any, file: str) -> None:
    for name, value in _attributes(element):
        _told(blocks, name, value)
    text = _text(element)
    if is_page(text):
        add_page(blocks, text, file)
    else:
        blocks.lines(text)
    runs = [(name, list(run)) for name, run in groupby(element.iterchildren("*"), key=lambda part: local(part.tag) if _is_record(part) else "")]
    tree = _branch(element) if any(not name or len(parts) == 1 for name, parts in runs) else None
    if tree and not tree.wraps and (cells := table_of(tree)):
        blocks.grid(cells)
        return
    for is_record, parts in runs:
        records = [_fields(part) for part in parts] if is_record else []
        if len(records) == 1:
            _alone(blocks, parts[0], records[0])
        elif records:
            blocks.grid(_table(records))
        else:
            for part in parts:
                _element(blocks, part, file)


def _alone(blocks: Blocks, element: Any, fields: Fields) -> None:
    """Figures are a row with the name of their element; what is said of the report, with a figure at most, is told field by field."""
    filled = [value for value in fields.values() if value]
    figures = sum(bool(_FIGURE.fullmatch(value)) for value in filled)
    if figures * 3 < len(filled) or any(map(is_title, filled)):
        for name, value in fields.items():
            _told(blocks, name, value)
        return
    cells = table_of(branch("", [_branch(element)])) if figures == len(filled) else []
    blocks.grid(cells or _table([fields]))


def _told(blocks: Blocks, name: str, value: str) -> None:
    heads = name.lower() in TITLES
    blocks.paragraph(value if heads else f"{name}：{value}", heading=heads)


def _branch(element: Any, alone: bool = True, depth: int = 0) -> Branch:
    """Its name is the attribute that labels it, or its own where it is alone: no other beside it has the same."""
    if depth > DEEPEST:
        return BEYOND
    attributes, text, parts = _attributes(element, blank=True), _text(element), list(element.iterchildren("*"))
    label = _label(attributes) if parts or text or len(attributes) == 1 else None
    own = [leaf(name, value) for name, value in attributes if name != label]
    name = next((value for name, value in attributes if name == label), "" if not alone or (own and text) else local(element.tag))
    if not parts and not own:
        return leaf(name, text)
    within = [*own, *([leaf(_OWN if not parts else "", text)] if text else [])]
    times = Counter(part.tag for part in parts)
    return (titled if label and parts else branch)(name, (*within, *(_branch(part, times[part.tag] == 1, depth + 1) for part in parts)))


def _label(attributes: Sequence[tuple[str, str]]) -> str | None:
    """The attribute that names what its element holds."""
    words = [name for name, value in attributes if value and not _FIGURE.fullmatch(value)]
    titles = [name for name in words if name.lower() in TITLES]
    return titles[0] if len(attributes) > 1 and titles else words[0] if len(words) == 1 else None


def _attributes(element: Any, blank: bool = False) -> list[tuple[str, str]]:
    """Names and values, without what the schema says; with blank ones or without."""
    return [(local(name), value.strip()) for name, value in element.attrib.items() if not name.startswith(_SCHEMA) and (blank or value.strip())]


def _text(element: Any) -> str:
    """Its own, without that of its children."""
    return " ".join(part.strip() for part in (element.text, *(child.tail for child in element)) if part and part.strip())


# ---------------------------------------------------------------- tables


def _is_record(element: Any) -> bool:
    """Labels in attributes or children, each of them short; what has only a name and children is a group of others."""
    if any(len(child) or _attributes(child) for child in element.iterchildren("*")):
        return False
    fields = _fields(element)
    own = bool(_text(element)) or any(name.startswith(_SCHEMA) for name in element.attrib) or not len(element)
    several = len(fields) > 1 and (own or len(element) > 1)
    return several and not any(map(is_prose, fields.values()))


def _fields(element: Any) -> Fields:
    fields = dict(_attributes(element))
    for child in element.iterchildren("*"):
        name = local(child.tag)
        fields[name] = " ".join(filter(None, (fields.get(name), _text(child))))
    if not len(element) or _text(element):
        fields[_OWN] = _text(element)
    return fields


def _table(records: Sequence[Fields]) -> Iterator[Drawn]:
    names = [way[0] for way in in_order([[(name,) for name in fields] for fields in records])]
    for row, fields in enumerate([{name: name for name in names}, *records]):
        yield from (Drawn(row, column, fields.get(name, "")) for column, name in enumerate(names))
