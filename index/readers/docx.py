"""Word: an own walk over the XML, since python-docx repeats merged cells and leaves out content controls."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from index.errors import UnreadableFile
from index.models import Paragraph
from index.readers.content import Blocks, Content
from index.readers.docx_numbers import Numbering
from index.readers.docx_table import Row, RowCell, merged
from index.readers.frames import Framed, frames_others, in_order
from index.readers.guard import parsing
from index.readers.metadata import metadata_of_table
from index.readers.scripts import raised

_RUN_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# Fallback repeats what AlternateContent's choice holds; the others hold no printed text of this paragraph.
_SKIPPED = frozenset((
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:txbxContent"), qn("w:tbl"),
))
_MOST_COLUMNS = 200


def read_docx(data: bytes, file: str) -> Content:
    """Paragraphs and grids in body order; merged cells once, list numbers written out.

    Raises UnreadableFile; `data` must have passed zips.office_kind.
    """
    with parsing(file, "Word 文件", "请在 Word 中重新另存为 .docx 后再试"):
        document = docx.Document(io.BytesIO(data))
        reading = _Reading(document)
        reading.blocks_of(document.element.body)
        title = document.core_properties.title
    blocks = tuple(reading.blocks.items)
    if not blocks:
        raise UnreadableFile(file, "Word 文件里没有文字", "如果内容是图片，请提供原文或 PDF")
    headings = (block.text for block in blocks if isinstance(block, Paragraph) and block.heading)
    # The property is often the template's: "Word Document".
    return Content("docx", blocks, next(headings, None) or title.strip() or None, tuple(dict.fromkeys(reading.metadata)))


class _Reading:
    def __init__(self, document: Any) -> None:
        self.blocks = Blocks()
        self.metadata: list[tuple[str, str]] = []
        part = next((rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None)
        self.numbering = Numbering(getattr(part, "element", None))
        self.headings = _heading_styles(document)

    def blocks_of(self, parent: Any) -> None:
        for element in _unwrapped(parent):
            if element.tag == qn("w:p"):
                self.paragraph(element)
            else:
                self.table(element)

    def paragraph(self, element: Any) -> None:
        properties = element.find(qn("w:pPr"))
        self.blocks.paragraph(self.text_of(element), heading=self.is_heading(properties))
        for box in element.iter(qn("w:txbxContent")):
            if not any(ancestor.tag in _SKIPPED and ancestor.tag != box.tag for ancestor in box.iterancestors()):
                self.blocks_of(box)

    def text_of(self, element: Any) -> str:
        number = self.numbering.number_of(element.find(qn("w:pPr")))
        return number + "".join(_runs(element))

    def is_heading(self, properties: Any) -> bool:
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        return style is not None and style.get(qn("w:val")) in self.headings

    def table(self, element: Any) -> None:
        if any(inner is not element and not _is_single(inner) for inner in element.iter(qn("w:tbl"))):
            framed = [[(cell, _framed(cell)) for cell in _unwrapped(row, qn("w:tc"))] for row in _shown_rows(element)]
            if frames_others([[held.text for _, held in row] for row in framed]):
                for cell in in_order(framed):
                    self.blocks_of(cell)
                return
        nested: list[Any] = []
        cells = merged(self.rows(element, nested))
        if pairs := metadata_of_table(cells):
            self.metadata.extend(pairs)
        else:
            self.blocks.sheet(cells)
        for inner in nested:
            self.table(inner)

    def rows(self, table: Any, nested: list[Any]) -> Iterator[Row]:
        for row in _shown_rows(table):
            before = _number(row.find(qn("w:trPr")), "w:gridBefore", 0)
            inside: list[Any] = []
            cells = tuple(self.cell(cell, inside) for cell in _unwrapped(row, qn("w:tc")))
            yield Row(before, cells)
            if inside and len(cells) == 1 and cells[0].span > 1 and all(_widths(inner) == {cells[0].span} for inner in inside):
                for inner in inside:  # as wide as the table around: its next rows
                    yield from self.rows(inner, nested)
            else:
                nested += inside

    def cell(self, cell: Any, nested: list[Any]) -> RowCell:
        lines = []
        for element in _unwrapped(cell):
            if element.tag == qn("w:p"):
                lines.append(self.text_of(element))
            elif _is_single(element):
                lines += [self.text_of(paragraph) for paragraph in element.iter(qn("w:p"))]
            else:
                nested.append(element)
        properties = cell.find(qn("w:tcPr"))
        return RowCell("\n".join(line for line in lines if line.strip()), max(_number(properties, "w:gridSpan", 1), 1),
                       _merge(properties, "w:vMerge"), _merge(properties, "w:hMerge"))


def _shown_rows(table: Any) -> Iterator[Any]:
    for row in _unwrapped(table, qn("w:tr")):
        properties = row.find(qn("w:trPr"))
        if properties is None or not _is_set(properties, "w:del", "w:hidden"):
            yield row


def _is_single(table: Any) -> bool:
    """A frame around one text."""
    return len(list(table.iter(qn("w:tc")))) == 1


def _widths(table: Any) -> set[int]:
    """Grid columns of its rows."""
    return {sum(max(_number(cell.find(qn("w:tcPr")), "w:gridSpan", 1), 1) for cell in _unwrapped(row, qn("w:tc"))) for row in _shown_rows(table)}


def _framed(cell: Any) -> Framed:
    inside = list(_unwrapped(cell))
    text = any("".join(_runs(element)).strip() for element in inside if element.tag == qn("w:p"))
    return Framed(text, any(element.tag == qn("w:tbl") and not _is_single(element) for element in inside))


def _unwrapped(parent: Any, *tags: str) -> Iterator[Any]:
    """Children of the given tags (paragraphs and tables by default), out of content controls and tracked insertions."""
    wanted = tags or (qn("w:p"), qn("w:tbl"))
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, *wanted)


_WRAPPERS = frozenset((qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo"), qn("w:smartTag")))


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield raised(child.text or "") if _is_raised(element) else child.text or ""
        elif child.tag in _RUN_TEXT:
            yield _RUN_TEXT[child.tag]
        elif child.tag not in _SKIPPED and not _is_unprinted(child):
            yield from _runs(child)


def _is_raised(run: Any) -> bool:
    align = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return align is not None and align.get(qn("w:val")) in ("superscript", "subscript")


def _is_unprinted(run: Any) -> bool:
    """Struck out or hidden."""
    properties = run.find(qn("w:rPr"))
    return properties is not None and _is_set(properties, "w:strike", "w:dstrike", "w:vanish")


def _is_set(properties: Any, *names: str) -> bool:
    marks = (properties.find(qn(name)) for name in names)
    return any(mark is not None and mark.get(qn("w:val")) not in ("0", "false", "off") for mark in marks)


def _heading_styles(document: Any) -> frozenset[str]:
    def names(style: Any) -> str:
        name = style.find(qn("w:name"))
        return (name.get(qn("w:val")) or "").lower() if name is not None else ""

    styles: Iterable[Any] = document.styles.element.findall(qn("w:style"))
    return frozenset(s.get(qn("w:styleId")) or "" for s in styles if names(s).startswith(("heading", "标题", "title")))


def _number(properties: Any, name: str, default: int) -> int:
    child = properties.find(qn(name)) if properties is not None else None
    text = child.get(qn("w:val")) if child is not None else None
    return min(int(text), _MOST_COLUMNS) if text and text.isascii() and text.isdecimal() and len(text) < 6 else default


def _merge(properties: Any, name: str) -> str:
    """'' not merged, "restart" or "continue" (which Word leaves unwritten)."""
    child = properties.find(qn(name)) if properties is not None else None
    return "" if child is None else child.get(qn("w:val")) or "continue"
