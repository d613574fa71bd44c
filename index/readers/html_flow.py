"""A parsed page as a flow: texts, line ends and tables in the order in which they are drawn."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from selectolax.lexbor import LexborNode

from index.readers.html_grid import Area
from index.readers.html_roles import Parts
from index.readers.html_shown import FIELDS, field_text
from index.readers.scripts import raised

_DROPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "head", "del",
    "s", "strike", "audio", "video", "map", "-comment", "!doctype",
))
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "header",
    "footer", "nav", "main", "aside", "form", "center", "blockquote", "fieldset", "figure", "figcaption", "hr",
    "address", "pre", "button", "option",
))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# A downlevel comment that an editor escaped, so that it stands in the text.
_WORD_COMMENT = re.compile(r"<!(?:--)?\[(?:if|endif)[^\]>]*\](?:--)?>")
# A line end of the source between two Chinese characters is no space.
_SOURCE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")
_SPACES = " \t\r\n\f"
_SOURCE_SPACE = re.compile(r"[ \t\r\n\f]+")


class Mark(Enum):
    LINE = "<br>"
    BLOCK = "a block begins or ends"
    HEADING = "the text up to the next BLOCK is a heading"


_HEADING, _BLOCK = Mark.HEADING, Mark.BLOCK  # a member asked of its class costs a call up to Python 3.11


@dataclass(slots=True)
class RawCell:
    row_span: str | None
    column_span: str | None
    area: Area | None = None  # of an item of a grid
    flow: list["Item"] = field(default_factory=list)


@dataclass(slots=True)
class RawTable:
    rows: list[list[RawCell]] = field(default_factory=list)
    caption: list["Item"] = field(default_factory=list)
    nested: bool = False  # another one stands inside

    def add(self, cell: RawCell) -> None:
        """A row is a row of elements; all items of a grid stand in one."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)

    def cells(self) -> Iterator[RawCell]:
        return (cell for row in self.rows for cell in row)


Item = str | Mark | RawTable


def flow_of(body: LexborNode, deepest_table: int, parts: Parts, hidden: frozenset[int], areas: Mapping[int, Area]) -> list[Item]:
    """`parts`: elements that are drawn as tables; `hidden`: mem_id of those that are not drawn; `areas`: of cells that stand in a grid.

    Raises RecursionError for tables nested deeper than `deepest_table`.
    """
    return _Flow(deepest_table, areas).read(body, parts, hidden)


class _Flow:
    """Fills the innermost open cell, or the page itself."""

    def __init__(self, deepest_table: int, areas: Mapping[int, Area]) -> None:
        self.deepest_table, self.areas = deepest_table, areas
        self.flows: list[list[Item]] = [[]]
        self.tables: list[RawTable] = []
        self.raised = self.kept = 0  # open <sup>, open <pre>

    def read(self, body: LexborNode, parts: Parts, hidden: frozenset[int]) -> list[Item]:
        for opening, tag, node in _walk(body, hidden, parts):
            if tag == "-text":
                self.text(node.text_content or "")
            elif tag in _STRUCTURE:
                self.structure(opening, tag, node)
            elif tag in _BLOCKS:
                self.block(opening, tag)
            elif tag in _RAISED:
                self.raised += 1 if opening else -1
            elif tag in FIELDS:
                self.text(field_text(node) if self.tables else "")
            elif tag in _PICTURES:
                self.picture(node) if opening else None
            elif opening:
                self.flows[-1].append(Mark.LINE)
        return self.flows[0]

    def text(self, text: str) -> None:
        flow = self.flows[-1]
        if text.isalnum() and not self.raised:  # most words and figures: nothing to mend
            flow.append(text)
            return
        if not self.kept:
            if not text.strip(_SPACES):  # most texts are the white space between two tags
                text = text and " "
            elif _SOURCE_SPACE.search(text):
                text = _SOURCE_SPACE.sub(" ", _SOURCE_BREAK.sub("", text))
            if text.startswith(" ") and (not flow or not isinstance(flow[-1], str) or flow[-1].endswith(" ")):
                text = text[1:]
            if not text:
                return
        if "<!" in text:
            text = _WORD_COMMENT.sub("", text)
        if text:
            flow.append(raised(text) if self.raised else text)

    def picture(self, node: LexborNode) -> None:
        """A table as a picture whose words and figures its description tells, item by item."""
        told = max((node.attributes.get(name) or "" for name in _DESCRIPTIONS), key=len)
        if _TELLING.search(told) or len(_FIGURES.findall(told)) >= _MANY:
            items = [item for line in told.splitlines() for item in _ITEMS.split(line)]
            self.flows[-1] += [Mark.BLOCK, *(part for item in items for part in (item.strip(), Mark.LINE)), Mark.BLOCK]

    def block(self, opening: bool, tag: str) -> None:
        self.flows[-1].append(_HEADING if opening and tag in _HEADINGS else _BLOCK)
        if tag == "pre":
            self.kept += 1 if opening else -1

    def structure(self, opening: bool, tag: str, node: LexborNode) -> None:
        if tag == "table":
            self.table(opening)
        elif not self.tables:
            self.block(opening, tag)
        elif tag == "tr":
            if opening:
                self.tables[-1].rows.append([])
        elif not opening:
            self.flows.pop()
        elif tag == "caption":
            self.flows.append(self.tables[-1].caption)
        else:
            told = node.attributes.get
            cell = RawCell(told("rowspan") or told("aria-rowspan"), told("colspan") or told("aria-colspan"), self.areas.get(node.mem_id))
            self.tables[-1].add(cell)
            self.flows.append(cell.flow)

    def table(self, opening: bool) -> None:
        if not opening:
            self.flows[-1].append(self.tables.pop())
            return
        if len(self.tables) >= self.deepest_table:
            raise RecursionError
        if self.tables:
            self.tables[-1].nested = True
        self.tables.append(RawTable())


_STRUCTURE = frozenset(("table", "tr", "td", "th", "caption"))
_RAISED = frozenset(("sup", "sub"))
_PICTURES = frozenset(("img",))
_DESCRIPTIONS = ("alt", "title", "aria-label")
_TELLING = re.compile(r"[:：](?:.|\n)*[\u4e00-\u9fff)）:：\s]\s*\d")  # a label and its figure behind the name of a table, or of a row
_FIGURES, _MANY = re.compile(r"(?<![\w.])\d+(?=[\s|,，;；。]|$)"), 6  # of rows without words between
_ITEMS = re.compile(r"(?<=[；;])")
_TOLD = _STRUCTURE | _BLOCKS | _RAISED | _PICTURES | FIELDS | {"br"}  # elements that are drawn in a way of their own


def _walk(root: LexborNode, hidden: frozenset[int], parts: Parts) -> Iterator[tuple[bool, str, LexborNode]]:
    """(True, …) when a text or an element of _TOLD begins, (False, …) when it ends; no recursion, however deep the page is."""
    node: LexborNode | None = root
    around: list[tuple[LexborNode, str]] = []
    while node is not None:
        tag = (parts.get(node.mem_id) if parts else None) or node.tag or ""
        if tag == "-text":
            yield True, tag, node
        elif tag not in _DROPPED and not (hidden and node.mem_id in hidden):
            if told := tag in _TOLD:
                yield True, tag, node
            if tag not in FIELDS and (child := node.child) is not None:
                around.append((node, tag if told else ""))
                node = child
                continue
            if told and tag not in FIELDS:
                yield False, tag, node
        while around and (after := node.next) is None:
            node, tag = around.pop()
            if tag:
                yield False, tag, node
        node = after if around else None
