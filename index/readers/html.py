"""Web pages: the whole tree is read, since no extractor keeps the spans of a table."""

import re
from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from index.errors import FileTooLarge, UnreadableFile
from index.readers.content import Blocks, Content
from index.readers.encodings import illegible
from index.readers.frames import Framed, frames_others, in_order
from index.readers.html_cells import drawn, tables_in, texts_of
from index.readers.html_flow import Item, Mark, RawTable, flow_of
from index.readers.html_grid import grids_of
from index.readers.html_roles import parts_of
from index.readers.html_shown import hidden_in
from index.readers.html_tabs import has_bar, with_headings
from index.readers.metadata import Pairs, metadata_of_lines, metadata_of_table, tags
from index.readers.text import add_text, draws_table

_MOST_TAGS = 300_000  # the fullest page of a report has 20,000; a tree of more outgrows the memory limit
_MOST_REOPENED = 1_000_000  # unclosed <font> … times paragraphs: HTML opens them again in every paragraph
_DEEPEST = 2_000  # elements inside one another; the parser's time grows with the square
_DEEPEST_TABLE = 30
_MANY_TAGS = 10_000  # fewer cannot nest deep enough to matter
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SELF_CLOSING = frozenset(("p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "dt", "dd"))
_NEAR = 30
_FORMATTING = ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
_EMPTY_LINE = re.compile(r"\n[ \xa0\u3000]*\n")
_VOID = frozenset(("br", "img", "input", "meta", "link", "hr", "col", "wbr", "area", "base", "param", "source"))


def read_html(html: str, file: str) -> Content:
    """Paragraphs and grids of a page; the box of 索引号 … goes to the metadata.

    Raises UnreadableFile for a page without text or nested beyond reason.
    """
    if _is_cut_off(html):
        raise UnreadableFile(file, "网页不完整（在表格中间断开）", "请重新保存网页后再试")
    if html.count("<") > _MOST_TAGS or _reopened(html) > _MOST_REOPENED:
        raise FileTooLarge(file, "网页的标签过多", "请在浏览器中打开后复制为文本再试")
    if _depth(html) > _DEEPEST:
        raise UnreadableFile(file, "网页的标签套叠过深", "请在浏览器中打开后复制为文本再试")
    try:
        tree = LexborHTMLParser(html)
        page = _page(tree, html)
        if has_bar(page.blocks.items) and with_headings(tree):
            page = _page(tree, html)
    except SelectolaxError as error:
        raise UnreadableFile(file, f"网页无法解析（{error}）", "请重新保存网页后再试") from error
    except RecursionError as error:
        raise UnreadableFile(file, "网页的表格套叠过深", "请在浏览器中打开后复制为文本再试") from error
    return _content(page, tree, file)


def _page(tree: LexborHTMLParser, html: str) -> "_Page":
    parts = parts_of(tree, html)
    grids = grids_of(tree, html, parts)
    page = _Page()
    if tree.body:
        page.emit(flow_of(tree.body, _DEEPEST_TABLE, {**parts, **grids.parts}, hidden_in(tree), grids.areas))
    return page


def _content(page: "_Page", tree: LexborHTMLParser, file: str) -> Content:
    texts = [text for block in page.blocks.items for text in _texts(block)]
    if not texts:
        raise UnreadableFile(file, "网页里没有文字", "内容可能由脚本生成：请在浏览器中打开，另存为完整网页后再试")
    if reason := illegible("\n".join(texts)):
        raise UnreadableFile(file, reason, "请用原网页重新保存后再试")
    lines = (line for text in texts for line in text.splitlines())
    metadata = (*_tag_metadata(tree), *page.metadata, *metadata_of_lines(lines))
    return Content("html", tuple(page.blocks.items), _title(tree), tuple(dict.fromkeys(metadata)))


class _Page:
    """Turns the flow into blocks."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.metadata: list[tuple[str, str]] = []

    def emit(self, flow: Iterable[Item]) -> None:
        text, heading = "", False
        for item in (*flow, Mark.BLOCK):
            if isinstance(item, str):
                text += item
            elif item is Mark.LINE:
                text += "\n"
            else:
                for part in _EMPTY_LINE.split(text):
                    if draws_table(part):
                        add_text(self.blocks, part)
                    else:
                        self.blocks.paragraph(part, heading=heading)
                text, heading = "", item is Mark.HEADING
                if isinstance(item, RawTable):
                    self.table(item)

    def table(self, table: RawTable) -> None:
        self.emit(table.caption)
        texts = texts_of(table)
        inside = [item for cell in table.cells() for item in tables_in(cell)] if table.nested else []
        if _is_layout(texts, bool(inside)):
            for cell in in_order([[(cell, Framed(bool(text), bool(tables_in(cell)))) for cell, text in zip(*row, strict=True)] for row in zip(table.rows, texts, strict=True)]):
                self.emit(cell.flow)
            return
        cells, left = drawn(table, texts, bool(inside))
        if pairs := metadata_of_table(cells):
            self.metadata.extend(pairs)
        else:
            self.blocks.sheet(cells)
        for nested in left:
            self.table(nested)


def _is_layout(texts: Sequence[Sequence[str]], nested: bool) -> bool:
    """A table that places things on the page: it holds others and few words, or one cell holds nearly all."""
    if nested:
        return frames_others([[bool(text) for text in row] for row in texts])
    lengths = [len(text) for row in texts for text in row]
    return max(lengths, default=0) > max(400, sum(lengths) * 0.7)


def _texts(block: object) -> Sequence[str]:
    text = getattr(block, "text", None)
    return (text,) if text else [cell.text for cell in getattr(block, "cells", ()) if cell.text]


def _title(tree: LexborHTMLParser) -> str | None:
    nodes = (tree.css_first(selector) for selector in ("title", "h1"))
    texts = ((node.text(deep=True) or "").strip() for node in nodes if node is not None)
    return next((" ".join(text.split()) for text in texts if text), None)


def _tag_metadata(tree: LexborHTMLParser) -> Pairs:
    pairs = ((node.attributes.get("name") or "", node.attributes.get("content") or "") for node in tree.css("meta[name]"))
    return tuple((tags()[name.lower()], value.strip()) for name, value in pairs if name.lower() in tags() and value.strip())


def _is_cut_off(html: str) -> bool:
    """It ends inside a table and inside a word or tag: the last figure may have lost digits."""
    end = html[-_MANY_TAGS * 10:]
    if end.rstrip().endswith(">"):
        return False
    lower = end.lower()
    return lower.rfind("</table") < lower.rfind("<td")


def _reopened(html: str) -> int:
    """An upper bound for the elements that the parser has to add for formatting left open; 0 where it is low in any case."""
    if ((html.count("<") - html.count("</")) / 2) ** 2 <= _MOST_REOPENED:
        return 0
    lower = html.lower()
    unclosed = sum(max(sum(lower.count(f"<{tag}{end}") for end in " >\n") - lower.count(f"</{tag}"), 0) for tag in _FORMATTING)
    return unclosed * sum(lower.count(f"<{tag}") for tag in ("p", "div", "td", "li"))


def _depth(html: str) -> int:
    """How deep elements stand inside one another, closing what HTML closes by itself."""
    if html.count("<") < _MANY_TAGS:
        return 0
    stack: list[str] = []
    deepest = 0
    for closing, tag in ((closing, tag.lower()) for closing, tag in _TAG.findall(html)):
        if tag in _VOID:
            continue
        if closing or tag in _SELF_CLOSING:
            _close(stack, tag)
        if not closing:
            stack.append(tag)
            deepest = max(deepest, len(stack))
    return deepest


def _close(stack: list[str], tag: str) -> None:
    """Looks a little way up only: an end tag without its beginning must not cost a walk to the root."""
    above = stack[-_NEAR:]
    if tag in above:
        del stack[len(stack) - 1 - above[::-1].index(tag):]
