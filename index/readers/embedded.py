"""A value of an export that is a web page itself, as the editors of a site keep one."""

import re

from index.models import Grid
from index.readers.content import Blocks, Drawn
from index.readers.html import read_html
from index.readers.text import add_text

_TAG = re.compile(r"</?(?:table|tr|td|p|div|br|span|section|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NO_TEXT = re.compile(r"<[^<>]*>|&nbsp;|\s")


def is_page(text: str) -> bool:
    return bool(_TAG.search(text))


def add_page(blocks: Blocks, html: str, file: str) -> None:
    """The paragraphs and tables of the page. Raises UnreadableFile as read_html does."""
    for block in read_html(html, file).blocks if _NO_TEXT.sub("", html) else ():
        if isinstance(block, Grid):
            blocks.grid(Drawn(cell.row, cell.column, cell.text, cell.row_span, cell.column_span) for cell in block.cells)
        else:
            blocks.paragraph(block.text, heading=block.heading)


def add_value(blocks: Blocks, text: str, file: str) -> None:
    if is_page(text):
        add_page(blocks, text, file)
    else:
        add_text(blocks, text)
