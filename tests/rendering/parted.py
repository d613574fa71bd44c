"""Section III as a table for every kind of applicant, section IV as one for every outcome."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from tests.rendering import form
from tests.rendering.sheets import Block, Box, Sheet
from tests.rendering.turned import groups_above


def captioned(blocks: list[Block], rng: Random) -> list[Block]:
    """The name stands above its table, on a line of its own, bare or with words before it."""
    write = rng.choice(("{name}", "（{n}）申请人为{name}", "（{n}）申请主体（{name}）", "统计口径：{name}"))
    names = "一二三四五六七"
    return _parted(blocks, lambda n, name: (write.format(n=names[n], name=name), "数量"))


def headed(blocks: list[Block], rng: Random) -> list[Block]:
    """The name heads the figures, the line above only numbers the table."""
    return _parted(blocks, lambda n, name: (f"附表{n + 1}", name))


def _parted(blocks: list[Block], words: Callable[[int, str], tuple[str, str]]) -> list[Block]:
    found: list[Block] = []
    for block in groups_above(blocks, Random(0)):
        found += _parts(block, words) if isinstance(block, Sheet) and block.id in ("s3", "s4") else [block]
    return found


def _parts(sheet: Sheet, words: Callable[[int, str], tuple[str, str]]) -> Iterator[Block]:
    for n, (_, name) in enumerate(form.PERSONS if sheet.id == "s3" else form.OUTCOMES):
        caption, head = words(n, name)
        boxes = [Box("事项", 0, 0), Box(head, 0, 1)]
        boxes += [replace(b, row=b.row - sheet.head + 1, column=min(b.column, 1), columns=min(b.columns, 2)) for b in sheet.boxes if b.row >= sheet.head and b.column in (0, n + 1)]
        yield caption
        yield Sheet(sheet.id, tuple(sorted(boxes, key=lambda b: (b.row, b.column))), sheet.rows - sheet.head + 1, 2, 1)
