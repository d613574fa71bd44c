"""Plain text and light markup: drawn tables as grids, every other line a paragraph, its tabs and pipes as they are."""

from index.readers.content import Blocks, Content
from index.readers.drawn import plain, table_at
from index.readers.metadata import metadata_of_lines


def read_text(text: str) -> Content:
    """Lines in order; blank ones left out. A title is left to whoever understands the text."""
    blocks = Blocks()
    add_text(blocks, text)
    return Content("text", tuple(blocks.items), None, metadata_of_lines(text.splitlines()))


def draws_table(text: str) -> bool:
    """Lines of preformatted text with a drawn table among them."""
    lines = text.splitlines() if "\n" in text else []
    return any(table_at(lines, at) for at in range(len(lines)))


def add_text(blocks: Blocks, text: str) -> None:
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        if table := table_at(lines, at):
            blocks.grid(table.cells)
        else:
            blocks.paragraph(plain(lines[at]))
        at = table.end if table else at + 1
