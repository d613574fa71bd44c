"""Tables with other columns than the form's: set on their side, shuffled, without the total."""

from dataclasses import replace
from random import Random

from tests.rendering import form
from tests.rendering.sheets import Block, Box, Sheet


def in_rows(blocks: list[Block], rng: Random) -> list[Block]:
    """Section IV as three rows below one header."""
    return [_in_rows(b) if isinstance(b, Sheet) and b.id == "s4" and b.columns == 15 else b for b in blocks]


def _in_rows(sheet: Sheet) -> Sheet:
    figures = [box for box in sheet.boxes if box.figure]
    boxes = [Box("类别", 0, 0), *(Box(name, 0, n) for n, (_, name) in enumerate(form.OUTCOMES, 1))]
    boxes += [Box(name, n, 0) for n, (_, name) in enumerate(form.DISPUTES, 1)]
    boxes += [replace(box, row=1 + box.column // 5, column=1 + box.column % 5) for box in figures]
    return Sheet("s4", tuple(boxes), 4, 6, 1)


def groups_above(blocks: list[Block], rng: Random) -> list[Block]:
    """Section III with one column of labels, the names of groups in rows of their own."""
    return [_groups_above(b) if isinstance(b, Sheet) and b.id == "s3" else b for b in in_rows(blocks, rng)]


def _groups_above(sheet: Sheet) -> Sheet:
    boxes = [Box("项目", 0, 0, 2), *(replace(b, row=b.row - 1, column=b.column - 2) for b in sheet.boxes if 0 < b.row < sheet.head)]
    row = 2
    for line in sheet.lines()[sheet.head :]:
        *groups, label = (box for box in line if not box.figure)
        for box in groups:
            boxes.append(Box(box.text, row, 0, columns=8))
            row += 1
        boxes += [Box(label.text, row, 0), *(replace(b, row=row, column=b.column - 2) for b in line if b.figure)]
        row += 1
    return Sheet("s3", tuple(boxes), row, 8, 2)


def on_side(blocks: list[Block], rng: Random) -> list[Block]:
    """Sections III and IV with applicants and outcomes as rows."""
    return [_on_side(b) if isinstance(b, Sheet) and b.id in ("s3", "s4") else b for b in in_rows(blocks, rng)]


def labels_last(blocks: list[Block], rng: Random) -> list[Block]:
    """Section III with the labels of its rows behind their figures."""
    return [_labels_last(b) if isinstance(b, Sheet) and b.id == "s3" else b for b in blocks]


def _labels_last(sheet: Sheet) -> Sheet:
    boxes = [replace(box, column=box.column - 3 if box.column >= 3 else box.column + 7) for box in sheet.boxes]
    return replace(sheet, boxes=tuple(sorted(boxes, key=lambda b: (b.row, b.column))))


def _on_side(sheet: Sheet) -> Sheet:
    boxes = [Box(b.text, b.column, b.row, b.columns, b.rows, b.figure) for b in sheet.boxes]
    head = min(box.row for box in boxes if box.figure)
    return Sheet(sheet.id, tuple(sorted(boxes, key=lambda b: (b.row, b.column))), sheet.columns, sheet.rows, head)


def shuffled(blocks: list[Block], rng: Random) -> list[Block]:
    """Applicants and outcomes in another order, each with one header."""
    return [_placed(b, rng, shuffle=True) if isinstance(b, Sheet) and b.id in ("s3", "s4") else b for b in in_rows(blocks, rng)]


def without_total(blocks: list[Block], rng: Random) -> list[Block]:
    return [_placed(b, rng, shuffle=False) if isinstance(b, Sheet) and b.id in ("s3", "s4") else b for b in in_rows(blocks, rng)]


def _placed(sheet: Sheet, rng: Random, shuffle: bool) -> Sheet:
    """The header in one row, its columns in any order or without the last one."""
    names = [name for _, name in (form.PERSONS if sheet.id == "s3" else form.OUTCOMES)]
    first = sheet.columns - len(names)
    order = rng.sample(range(len(names)), len(names)) if shuffle else list(range(len(names) - 1))
    boxes = [Box("项目", 0, 0, columns=first), *(Box(names[old], 0, first + new) for new, old in enumerate(order))]
    for box in (b for b in sheet.boxes if b.row >= sheet.head):
        if box.column < first:
            boxes.append(replace(box, row=box.row - sheet.head + 1))
        elif box.column - first in order:
            boxes.append(replace(box, row=box.row - sheet.head + 1, column=first + order.index(box.column - first)))
    return Sheet(sheet.id, tuple(sorted(boxes, key=lambda b: (b.row, b.column))), sheet.rows - sheet.head + 1, first + len(order), 1)


def panels(blocks: list[Block], rng: Random) -> list[Block]:
    """The statistics table and section III in two or three panels side by side, each below the same header; the rest as one row."""
    return [_panels(b, rng.choice((2, 3))) if isinstance(b, Sheet) and b.id in ("t08", "s3") else b for b in blocks]


def _panels(sheet: Sheet, count: int) -> Sheet:
    """Labels of groups stand in the row of their first member."""
    lines = sheet.lines()[sheet.head :]
    high = -(-len(lines) // count)
    names = [box.text for box in sheet.lines()[0]] if sheet.id == "t08" else ["项目", *(name for _, name in form.PERSONS)]
    boxes = [Box(name, 0, panel * len(names) + n) for panel in range(count) for n, name in enumerate(names)]
    for at, line in enumerate(lines):
        panel, row = divmod(at, high)
        words, figures = [b for b in line if not b.figure], [b for b in line if b.figure]
        cells = [*(words[-1:] if sheet.id == "s3" else words), *figures]
        boxes += [replace(b, row=row + 1, column=panel * len(names) + n, rows=1, columns=1) for n, b in enumerate(cells)]
    taken = {(box.row, box.column) for box in boxes}
    boxes += [Box("", r, c) for r in range(1, high + 1) for c in range(len(names) * count) if (r, c) not in taken]
    return Sheet(sheet.id, tuple(sorted(boxes, key=lambda b: (b.row, b.column))), high + 1, len(names) * count, 1)


def codes(blocks: list[Block], rng: Random) -> list[Block]:
    """A column between labels and figures that numbers the rows: 指标代码 YSQ01, or 行次 1."""
    letters = rng.choice(("YSQ", ""))
    return [_codes(b, letters) if isinstance(b, Sheet) and b.id in ("t08", "s3") else b for b in blocks]


def _codes(sheet: Sheet, letters: str) -> Sheet:
    first = min(box.column for box in sheet.boxes if box.figure)
    boxes = [replace(box, column=box.column + (box.column >= first)) for box in sheet.boxes]
    boxes.append(Box("指标代码" if letters else "行次", 0, first, sheet.head))
    boxes += [Box(f"{letters}{n}", row, first) for n, row in enumerate(range(sheet.head, sheet.rows), 1)]
    return replace(sheet, boxes=tuple(sorted(boxes, key=lambda b: (b.row, b.column))), columns=sheet.columns + 1)


def active_on_side(blocks: list[Block], rng: Random) -> list[Block]:
    """Section II as a table for every item, below its name, with what is counted as rows."""
    return [part for b in blocks for part in (_active_on_side(b) if isinstance(b, Sheet) and b.id == "s2" else [b])]


def _active_on_side(sheet: Sheet) -> list[Block]:
    found: list[Block] = []
    lines = sheet.lines()
    starts = [n for n, line in enumerate(lines) if len(line) == 1]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        boxes = [Box(b.text, column, row, figure=b.figure) for row, line in enumerate(lines[start + 1 : end]) for column, b in enumerate(line)]
        rows, columns = len(lines[start + 1]), end - start - 1
        found += [lines[start][0].text, Sheet("s2", tuple(sorted(boxes, key=lambda b: (b.row, b.column))), rows, columns, 1)]
    return found
