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

_READERS = (columns, list_table, outline, wiki, asciidoc, latex, stacked, spoken)


def table_at(lines: list[str], at: int, steps: Iterator[int] | None = None) -> TextTable | None:
    """The table that begins in this line, None where none does or where it cannot be made out.

    `steps` counts what all tables of one document take to be looked through. Raises TooMuch.
    """
    return canvas(lines, at, steps or count()) or next((table for read in _READERS if (table := read(lines, at))), None)


__all__ = ["TextTable", "heading", "plain", "table_at"]
