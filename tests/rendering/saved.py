"""Writers of what spreadsheet programs save under other names: one table for the whole report, tab text with quoted cells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from random import Random

from tests.rendering.html import page
from tests.rendering.sheets import Block, Box, Sheet
from tests.rendering.text import by_table
from tests.rendering.told import rows_of
from tests.rendering.turned import in_rows


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


# ---------------------------------------------------------------- one figure a line


def long_semicolons(blocks: list[Block], rng: Random) -> bytes:
    """Every cell in quotes; groups and row in one cell."""
    return _long(blocks, lambda cells: ";".join(f'"{cell}"' for cell in cells), ("章节", "行项目", "列项目", "数值", "单位"), lambda one: ("三、办理情况", "/".join(one.row), one.column, one.figure, "件"))


def long_pipes(blocks: list[Block], rng: Random) -> bytes:
    """The column first, groups in a cell of their own, a year behind."""
    return _long(blocks, " | ".join, ("统计口径", "分类", "指标", "数值", "年度"), lambda one: (one.column, "".join(one.row[:-1]), one.row[-1], one.figure, "2022"))


def long_nonzero(blocks: list[Block], rng: Random) -> bytes:
    """What is blank has no line."""
    return b"\n".join(line for line in long_pipes(blocks, rng).split(b"\n") if not line.endswith(b" |  | 2022"))


def long_by_column(blocks: list[Block], rng: Random) -> bytes:
    """All rows of the first column, then all of the next; running numbers before."""
    return _long(blocks, "\t".join, ("序号", "指标", "口径", "数量"), lambda one: (str(one.number), one.row[-1], one.column, one.figure), by_column=True)


def long_keyed(blocks: list[Block], rng: Random) -> bytes:
    """Row and column in one name, an equals sign before the figure."""
    return _long(blocks, "".join, ("数据如下：",), lambda one: (f"{'/'.join(one.row)}/{one.column} = {one.figure}",))


@dataclass(frozen=True)
class Single:
    number: int
    row: tuple[str, ...]
    column: str
    figure: str


def _long(blocks: list[Block], line: Callable[[Sequence[str]], str], header: Sequence[str], cells: Callable[[Single], Sequence[str]], by_column: bool = False) -> bytes:
    def table(sheet: Sheet) -> str:
        if sheet.id == "t08":
            return "\n".join("\t".join(row) for row in sheet.grid())
        return "\n".join([line(header), *(line(cells(one)) for one in _singles(sheet, by_column))])

    return by_table(in_rows(blocks, Random(0)), table)


def _singles(sheet: Sheet, by_column: bool) -> list[Single]:
    found: list[tuple[int, tuple[str, ...], str, str]] = []
    groups: tuple[str, ...] = ()
    for told in rows_of(sheet):
        groups = told.groups or groups
        above = groups if told.label[:1].isdigit() or sheet.id == "s2" else told.groups
        found += [(n, (*above, told.label), name, figure) for n, (name, figure) in enumerate(zip(told.names, told.figures, strict=True))]
    ordered = sorted(found, key=lambda one: one[0]) if by_column and sheet.id != "s2" else found
    return [Single(number, *one[1:]) for number, one in enumerate(ordered, 1)]
