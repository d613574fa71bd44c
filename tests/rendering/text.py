"""Writers of plain text: tabs, nothing between, a cell a line, pipes."""

from collections.abc import Callable
from random import Random

from tests.rendering.sheets import Block, Box, Sheet


def by_table(blocks: list[Block], table: Callable[[Sheet], str], gap: str = "\n\n") -> bytes:
    """Paragraphs as they are, tables by `table`."""
    return gap.join(b if isinstance(b, str) else table(b) for b in blocks).encode()


def wrapped(text: str, width: int) -> list[str]:
    """`text` cut every `width` characters, [''] for nothing."""
    return [text[i : i + width] for i in range(0, len(text), width)] or [""]


def tab(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: "\n".join("\t".join(row) for row in sheet.grid()))


def tab_lost(blocks: list[Block], rng: Random) -> bytes:
    """Copied from a page: leading empty cells lost here and there, empty cells slipped in, rows too long."""
    return by_table(blocks, lambda sheet: "\n".join(_tab_row(sheet, row, rng) for row in sheet.grid()))


def _tab_row(sheet: Sheet, row: list[str], rng: Random) -> str:
    lead = next((i for i, text in enumerate(row) if text), 0)
    fields = row[rng.randint(0, lead) :]
    if sheet.id != "s3" or not row[-1]:
        return "\t".join(fields)
    labels, figures = fields[:-7], fields[-7:]
    while labels and not labels[-1] and rng.random() < 0.5:
        labels.pop()
    if rng.random() < 0.3:
        labels.append("")
    if set(figures) == {"0"} and rng.random() < 0.1:
        figures.append("0")
    return "\t".join([*labels, *figures]) + "\t" * rng.choice((0, 0, 1))


def spaced(blocks: list[Block], rng: Random) -> bytes:
    """A line for every row, spaces between what it prints."""
    return by_table(blocks, lambda sheet: "\n".join(rng.choice(("  ", "    ")).join(b.text for b in line if b.text) for line in sheet.lines()))


def glued(blocks: list[Block], rng: Random) -> bytes:
    """A page's text with nothing between cells, sentences and headings, inside the furniture of the page."""
    return "".join(b if isinstance(b, str) else "".join(box.text for line in b.lines() for box in line) for b in blocks).encode()


def glued_spaces(blocks: list[Block], rng: Random) -> bytes:
    """As glued, with a space here and there."""

    def text(box: Box) -> str:
        return box.text + rng.choice(("", "", " "))

    return "".join(b if isinstance(b, str) else "".join(text(box) for line in b.lines() for box in line) for b in blocks).encode()


def lines(blocks: list[Block], rng: Random) -> bytes:
    """A cell a line, long labels over several, page marks between, as text comes out of a PDF."""
    found: list[str] = []
    for number, block in enumerate(blocks, 1):
        found += [block] if isinstance(block, str) else [part for box in _in_order(block) for part in wrapped(box.text, 14) if part]
        if number % 4 == 0:
            found.append(f"— {number // 4} —")
    return "\n".join(found).encode()


def lines_pipe(blocks: list[Block], rng: Random) -> bytes:
    """A cell a line, each with a pipe behind it, empty pipes strewn in."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            found.append(block)
            continue
        for line in block.lines():
            found += [f"{box.text} |" for box in line] + rng.choice(([], [""], ["|||||"]))
    return "\n".join(found).encode()


def _in_order(sheet: Sheet) -> list[Box]:
    return [box for line in sheet.lines() for box in line]


def pipes(blocks: list[Block], rng: Random) -> bytes:
    """Pipes between the cells, the places of merged cells left empty."""
    return by_table(blocks, lambda sheet: "\n".join(" | ".join(row) for row in sheet.grid()))


def pipes_absent(blocks: list[Block], rng: Random) -> bytes:
    """Pipes around the cells that are drawn; merged cells leave nothing."""
    return by_table(blocks, lambda sheet: "\n".join("| " + " | ".join(b.text for b in line) + " |" for line in sheet.lines()))


def pipes_filled(blocks: list[Block], rng: Random) -> bytes:
    """The text of a merged cell repeated in every place it covers."""
    return by_table(blocks, lambda sheet: "\n".join("| " + " | ".join(row) + " |" for row in filled(sheet)))


def tab_filled(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: "\n".join("\t".join(row) for row in filled(sheet)))


def commas(blocks: list[Block], rng: Random) -> bytes:
    """Comma separated values."""
    return by_table(blocks, lambda sheet: "\n".join(",".join(row) for row in sheet.grid()))


def semicolons(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: "\n".join(";".join(row) for row in sheet.grid()))


def filled(sheet: Sheet) -> list[list[str]]:
    found = sheet.grid()
    for box in sheet.boxes:
        for row in range(box.row, box.row + box.rows):
            found[row][box.column : box.column + box.columns] = [box.text] * box.columns
    return found
