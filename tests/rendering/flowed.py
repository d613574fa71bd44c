"""Writers of the text that programs take out of a PDF: line by line as it stands on the page, labels cut and mixed."""

from itertools import groupby
from random import Random

from tests.rendering.pdf import MARGIN, SIZE, strip_of
from tests.rendering.sheets import Block


def _lines(blocks: list[Block], rng: Random) -> list[list[tuple[float, str]]]:
    """(x, text) of the pieces of every line; pieces less than half a line apart stand on one."""
    texts = sorted(strip_of(blocks, rng).texts, key=lambda piece: round(piece[1] / SIZE * 1.5))
    return [sorted((x, text) for x, _, text in line) for _, line in groupby(texts, key=lambda piece: round(piece[1] / SIZE * 1.5))]


def plain(blocks: list[Block], rng: Random) -> bytes:
    """One space between the pieces of a line."""
    return "\n".join(" ".join(text for _, text in line) for line in _lines(blocks, rng)).encode()


def aligned(blocks: list[Block], rng: Random) -> bytes:
    """Pieces stand where they stand on the page, filled up with spaces."""
    found = []
    for line in _lines(blocks, rng):
        text = ""
        for x, piece in line:
            at = int((x - MARGIN) / SIZE * 2)  # a character of the text is half as wide as one of the page
            text = text.ljust(max(at - sum(ord(c) > 0x2E80 for c in text), len(text) + 2 if text else 0)) + piece
        found.append(text)
    return "\n".join(found).encode()
