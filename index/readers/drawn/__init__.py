"""Tables drawn with characters in plain text: each kind has a reader that gives the cells and the line behind the table.

    canvas    + - | or box-drawing borders, merged cells
    columns   columns under rules of = or -: reST simple tables, pandoc
    lists     reST list-table
    outline   lists of terms and figures, term :: figure
    wiki      {| |} of MediaWiki
    asciidoc  |===
    latex     tabular, longtable
    stacked   headers in several lines over rows of figures alone
    spoken    表格 3 行 4 列 of screen readers
"""

import re
from collections.abc import Iterator
from itertools import count

from index.readers.drawn.asciidoc import asciidoc
from index.readers.drawn.canvas import canvas
from index.readers.drawn.columns import columns
from index.readers.drawn.latex import latex
from index.readers.drawn.lists import list_table
from index.readers.drawn.marks import heading, plain
from index.readers.drawn.outline import outline
from index.readers.drawn.spoken import spoken
from index.readers.drawn.stacked import stacked
from index.readers.drawn.table import TextTable
from index.readers.drawn.wiki import wiki

_BEGINS = re.compile(r"\s*(?:[-+*•·=.:`{\[\\\u2500-\u257f]|\|=|\d{1,2}[.)]\s|行|第\s*\d|row)", re.IGNORECASE)
_APART = re.compile(r"\S\s{2}")
_TOLD = ("表格", "able", "列")
_READERS = (columns, list_table, outline, wiki, asciidoc, latex, stacked, spoken)


def table_at(lines: list[str], at: int, steps: Iterator[int] | None = None) -> TextTable | None:
    """The table that begins in this line, None where none does or where it cannot be made out.

    `steps` counts what all tables of one document take to be looked through. Raises TooMuch.
    """
    if not may_begin(lines, at):
        return None
    return canvas(lines, at, steps or count()) or next((table for read in _READERS if (table := read(lines, at))), None)


def may_begin(lines: list[str], at: int) -> bool:
    """A line that begins with a mark, has words far apart, names a table, or has a rule below it: no reader takes another one for a beginning."""
    line = lines[at]
    if _BEGINS.match(line) or _APART.search(line) or any(word in line for word in _TOLD):
        return True
    return at + 1 < len(lines) and lines[at + 1].lstrip()[:1] in ("-", "=")


__all__ = ["TextTable", "heading", "plain", "table_at"]
