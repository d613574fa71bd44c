"""Plain text and light markup: drawn tables as grids, every other line a paragraph, its tabs and pipes as they are."""

import re
from itertools import count

from index.readers.content import Blocks, Content
from index.readers.drawn import heading, plain, table_at
from index.readers.exported import add_records, rows_of
from index.readers.metadata import metadata_of_lines
from index.readers.numbered import without_line_numbers
from index.readers.pages import without_running_heads
from index.readers.quoted import unquoted

_OPENS = re.compile(r'(?:^|[,;\t])"[^"]*$')
_CLOSES = re.compile(r'^[^"]*"(?:[,;\t]|$)')
_RECORD = 12  # lines of a cell at most


def read_text(text: str) -> Content:
    """Lines in order; blank ones left out. A title is left to whoever understands the text."""
    blocks = Blocks()
    text = without_line_numbers(unquoted(without_running_heads(text) if "\f" in text else text))
    if not add_records(blocks, rows_of(text)):
        add_text(blocks, text)
    return Content("text", tuple(blocks.items), None, metadata_of_lines(text.splitlines()))


def draws_table(text: str) -> bool:
    """Lines of preformatted text with a drawn table among them."""
    lines, steps = text.splitlines() if "\n" in text else [], count()
    return any(table_at(lines, at, steps) for at in range(len(lines)))


def whole_records(lines: list[str]) -> list[str]:
    """Lines of a file with commas, semicolons or tabs between cells whose quoted cells run over line ends, each record on one line."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        end = _record_end(lines, at) if _OPENS.search(lines[at]) and lines[at].count('"') % 2 else at + 1
        found.append("".join(lines[at:end]))
        at = end
    return found


def _record_end(lines: list[str], start: int) -> int:
    """The line after the one that closes the quotes; the next one when nothing closes them as a cell ends."""
    for end in range(start + 1, min(start + _RECORD, len(lines))):
        if lines[end].count('"') % 2:
            return end + 1 if _CLOSES.search(lines[end]) else start + 1
    return start + 1


def add_text(blocks: Blocks, text: str) -> None:
    lines, steps = whole_records(text.splitlines()), count()
    at = 0
    while at < len(lines):
        if table := table_at(lines, at, steps):
            blocks.grid(table.cells)
        else:
            words = heading(lines[at])
            blocks.paragraph(words or plain(lines[at]), heading=bool(words))
        at = table.end if table else at + 1
