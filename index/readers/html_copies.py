"""Hidden tables of a web page that print again what it shows: last year's figures, a template, rows gone stale."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_FIGURE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_SPACE = re.compile(r"\s+")
_LONGEST = 200  # characters of prose beside the tables of a copy: with more it is a report
_ALIKE = 2 / 3  # of its words are shown


class _Row(NamedTuple):
    table: int
    around: frozenset[int]  # hidden elements it stands in, itself included
    words: frozenset[str]
    figures: int


def copies_in(tree: LexborHTMLParser, hidden: Sequence[LexborNode]) -> list[LexborNode]:
    """Those `hidden` elements with rows of tables whose words other rows show, with figures of their own."""
    if not hidden:
        return []
    known = {node.mem_id for node in hidden}
    rows = [_row(node, known) for node in tree.css("tr")]
    return [node for node in hidden if _is_copy(node, _around(node, known), rows)]


def _is_copy(node: LexborNode, around: frozenset[int], rows: Sequence[_Row]) -> bool:
    """Tables that stand as deep in hidden elements as it does, but for itself, have its words and as many figures."""
    own = [row for row in rows if node.mem_id in row.around]
    words = _words(own)
    shown = [row for row in rows if row.around < around]
    tables = {row.table for row in shown if not row.words.isdisjoint(words)} if words else {row.table for row in own}
    beside = [row for row in shown if row.table in tables]
    alike = len(words & _words(beside)) >= len(words) * _ALIKE
    filled = sum(row.figures for row in beside) * 2 >= sum(row.figures for row in own)
    return bool(beside) and alike and filled and _prose(node) <= _LONGEST


def _words(rows: Iterable[_Row]) -> frozenset[str]:
    return frozenset().union(*(row.words for row in rows))


def _row(node: LexborNode, known: set[int]) -> _Row:
    texts = [_SPACE.sub("", cell.text()) for cell in node.iter()]
    figures = [text for text in texts if _FIGURE.fullmatch(text)]
    table = next((above.mem_id for above in _above(node) if above.tag == "table"), 0)
    return _Row(table, _around(node, known), frozenset(texts) - {"", *figures}, len(figures))


def _around(node: LexborNode, known: set[int]) -> frozenset[int]:
    return frozenset(above.mem_id for above in _above(node)) & known


def _above(node: LexborNode) -> Iterator[LexborNode]:
    """The element and those around it."""
    above: LexborNode | None = node
    while above is not None:
        yield above
        above = above.parent


def _prose(node: LexborNode) -> int:
    tables = node.css("table")
    return len(_SPACE.sub("", node.text())) - sum(len(_SPACE.sub("", table.text())) for table in tables) if tables else 0
