"""Writers of what spreadsheet programs save under other names: one table for the whole report, tab text with quoted cells."""

from collections.abc import Iterator
from html import escape
from random import Random

from tests.rendering.html import page
from tests.rendering.sheets import Block, Box, Sheet


def sheet_page(blocks: list[Block], rng: Random) -> bytes:
    """A work sheet saved as a web page: sentences and tables are rows of one table, the page has no title."""
    width = max(block.columns for block in blocks if isinstance(block, Sheet))
    rows = "".join(_sheet_rows(block, width) for block in blocks)
    whole = page(blocks, f'<!--[if !excel]>&nbsp;&nbsp;<![endif]--><table border=0><col span={width}>{rows}{_misaligned(width)}</table>', "gb2312")
    return (whole.partition("<title>")[0] + whole.partition("</title>")[2]).encode("gb18030")


def _sheet_rows(block: Block, width: int) -> str:
    if isinstance(block, str):
        return f"<tr><td colspan={width} class=xl67>{escape(block)}</td></tr>\n"
    return "".join("<tr>" + "".join(map(_sheet_cell, line)) + "<td></td>" * (width - block.columns) + "</tr>\n" for line in block.lines())


def _sheet_cell(box: Box) -> str:
    spans = f" rowspan={box.rows} colspan={box.columns}"
    return f"<td{spans} class=xl65 align=right x:num>{box.text}</td>" if box.figure else f"<td{spans}>{escape(box.text)}</td>"


def _misaligned(width: int) -> str:
    return "<![if supportMisalignedColumns]><tr height=0 style='display:none'>" + "<td width=90></td>" * width + "</tr><![endif]>"


def quoted_tabs(blocks: list[Block], rng: Random) -> bytes:
    """Every row as long as the longest, headers with a line end inside their quotes."""
    width = max(block.columns for block in blocks if isinstance(block, Sheet))
    return "\r\n".join("\t".join([*row, *[""] * (width - len(row))]) for block in blocks for row in _quoted(block)).encode()


def _quoted(block: Block) -> Iterator[list[str]]:
    if isinstance(block, str):
        yield [block]
        return
    heads = {box.text for box in block.boxes if not box.figure and box.row < block.head and len(box.text) > 3}
    for row in block.grid():
        yield [f'"{text[:3]}\n{text[3:]}"' if text in heads else f'"{text}"' if "," in text else text for text in row]
