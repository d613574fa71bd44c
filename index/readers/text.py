"""Plain text and markdown: every line a paragraph, its tabs and pipes as they are."""

from index.readers.content import Blocks, Content
from index.readers.metadata import metadata_of_lines


def read_text(text: str) -> Content:
    """Lines in order; blank ones left out. A title is left to whoever understands the text."""
    blocks = Blocks()
    blocks.lines(text)
    return Content("text", tuple(blocks.items), None, metadata_of_lines(text.splitlines()))
