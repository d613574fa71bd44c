"""Ruled cells of a page → a table; the parts of a table over several pages → one."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from index.readers.content import Drawn, is_prose, row_labels
from index.readers.pdf_lines import Char, lines_of, whole_figures, wrapped
from index.tables.figures import is_figure
from index.tables.groups import kind_of
from index.text import label_key, list_number, normalise

_SNAP = 3.0  # points: rules that are meant to be one
_PAGE_SNAP = 6.0  # the same over a page break
_FIGURES = re.compile(r"(?:.*\D)?[-+]?\d[\d,.]*(?: [-+]?\d[\d,.]*)*")
_ROWS = 3  # lines of figures in a cell that are rows of a table
Box = tuple[float, float, float, float]  # x0, top, x1, bottom


@dataclass(frozen=True, slots=True)
class RuledCell:
    text: str
    row: int
    row_span: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class RuledTable:
    cells: tuple[RuledCell, ...]
    rows: int
    x0: float
    x1: float
    top: float
    bottom: float
    page: int  # of its first part
    last_page: int


def ruled_table(boxes: Sequence[Box], chars: Iterable[Char], page: int) -> RuledTable | None:
    """None for a box around prose, or where rules part the columns alone. Rows of prose at its head or foot are left out (their characters are lines)."""
    xs, ys = _edges(boxes, 0, 2), _edges(boxes, 1, 3)
    cells = _with_holes([_slots(box, xs, ys) for box in boxes], len(xs) - 1, len(ys) - 1)
    texts = _texts(cells, chars, xs, ys, page)
    rows = _without_prose(cells, texts, len(ys) - 1)
    if rows is None or any(map(_holds_rows, texts)):
        return None
    first, last = rows
    kept = [
        RuledCell(texts[n], r0 - first, r1 - r0, xs[c0], xs[c1])
        for n, (r0, r1, c0, c1) in enumerate(cells) if r0 >= first and r1 <= last
    ]
    return RuledTable(tuple(kept), last - first, xs[0], xs[-1], ys[first], ys[last], page, page)


# ---------------------------------------------------------------- one page

Slots = tuple[int, int, int, int]  # first row, row after the last, first column, column after the last


def _edges(boxes: Sequence[Box], low: int, high: int, snap: float = _SNAP) -> list[float]:
    edges: list[float] = []
    for edge in sorted({*(box[low] for box in boxes), *(box[high] for box in boxes)}):
        if not edges or edge - edges[-1] > snap:
            edges.append(edge)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    n = bisect_right(edges, value)
    return n - 1 if n == len(edges) or (n and value - edges[n - 1] <= edges[n] - value) else n


def _slots(box: Box, xs: Sequence[float], ys: Sequence[float]) -> Slots:
    r0, c0 = _nearest(ys, box[1]), _nearest(xs, box[0])
    return r0, max(_nearest(ys, box[3]), r0 + 1), c0, max(_nearest(xs, box[2]), c0 + 1)


def _with_holes(cells: list[Slots], columns: int, rows: int) -> list[Slots]:
    """Where a rule is missing at a page edge the finder sees no cell: neighbouring free slots of a row make one."""
    taken = {(r, c) for r0, r1, c0, c1 in cells for r in range(r0, r1) for c in range(c0, c1)}
    holes: list[Slots] = []
    for row in range(rows):
        free = [column for column in range(columns) if (row, column) not in taken]
        for _, run in groupby(enumerate(free), lambda pair: pair[1] - pair[0]):
            found = [column for _, column in run]
            holes.append((row, row + 1, found[0], found[-1] + 1))
    return sorted({*cells, *holes})


def _texts(cells: Sequence[Slots], chars: Iterable[Char], xs: Sequence[float], ys: Sequence[float], page: int) -> list[str]:
    owner = {(r, c): n for n, (r0, r1, c0, c1) in enumerate(cells) for r in range(r0, r1) for c in range(c0, c1)}
    inside: list[list[Char]] = [[] for _ in cells]
    for char in whole_figures(chars, xs):
        slot = (bisect_right(ys, char.middle) - 1, bisect_right(xs, (char.x0 + char.x1) / 2) - 1)
        if slot in owner:
            inside[owner[slot]].append(char)
    return [_text(held, xs[cell[3]] - xs[cell[2]], page) for held, cell in zip(inside, cells, strict=True)]


def _holds_rows(text: str) -> bool:
    """Figures line by line in one cell."""
    return sum(bool(_FIGURES.fullmatch(line)) for line in text.split("\n")) >= _ROWS


def _text(chars: list[Char], width: float, page: int) -> str:
    lines = lines_of(chars, page)
    return wrapped(lines, width) if lines else ""


def _without_prose(cells: Sequence[Slots], texts: Sequence[str], rows: int) -> tuple[int, int] | None:
    """(first, after the last) of the rows that are a table: prose drawn in boxes may touch it above and below."""
    filled = [sum(1 for n, cell in enumerate(cells) if cell[0] <= row < cell[1] and texts[n]) for row in range(rows)]
    wide = [sum(1 for cell in cells if cell[0] <= row < cell[1]) > 1 for row in range(rows)]
    if not any(count > 1 for count in filled):
        return None
    first, last = wide.index(True), rows - wide[::-1].index(True)
    row_text = {cell[0]: texts[n] for n, cell in enumerate(cells)}
    head = next((row + 1 for row in range(first - 1, -1, -1) if is_prose(row_text.get(row, ""))), 0)
    foot = next((row for row in range(last, rows) if is_prose(row_text.get(row, ""))), rows)
    return head, foot


# ---------------------------------------------------------------- over page breaks

def continues(above: RuledTable, below: RuledTable) -> bool:
    """Whether `below`, the first thing on the next page, is the same table: same width, and the rules of the simpler
    part are rules of the other."""
    if abs(above.x0 - below.x0) > 2 * _PAGE_SNAP or abs(above.x1 - below.x1) > 2 * _PAGE_SNAP:
        return False
    fewer, more = sorted((_rules(above), _rules(below)), key=len)
    return sum(any(abs(x - other) <= _PAGE_SNAP for other in more) for x in fewer) * 10 >= len(fewer) * 7


def joined(above: RuledTable, below: RuledTable) -> RuledTable:
    """One table; a row or a group label that the page edge cut is put together again."""
    upper, lower = list(above.cells), [replace(cell, row=cell.row + above.rows) for cell in below.cells]
    if _is_cut_row(above, below):
        upper, lower = _join_row(upper, lower, above.rows)
        rows = above.rows + below.rows - 1
    else:
        upper, lower = _join_groups(upper, lower, above.rows, _first_figure(above, below))
        rows = above.rows + below.rows
    return replace(above, cells=(*upper, *lower), rows=rows, last_page=below.last_page,
                   x0=min(above.x0, below.x0), x1=max(above.x1, below.x1))


def drawn(table: RuledTable) -> list[Drawn]:
    """Columns by place, not by count: a part without inner rules spans those of the other."""
    xs = _edges([(cell.x0, 0, cell.x1, 0) for cell in table.cells], 0, 2, _PAGE_SNAP)
    return [
        Drawn(cell.row, c0, cell.text, cell.row_span, max(_nearest(xs, cell.x1) - c0, 1))
        for cell in table.cells for c0 in (min(_nearest(xs, cell.x0), max(len(xs) - 2, 0)),)
    ]


def _rules(table: RuledTable) -> list[float]:
    return _edges([(cell.x0, 0, cell.x1, 0) for cell in table.cells], 0, 2)


def _first_figure(above: RuledTable, below: RuledTable) -> float:
    """x where the figures begin: the leftmost cell edge under which two figures stand."""
    edges = sorted(cell.x0 for table in (above, below) for cell in table.cells if cell.text and is_figure(cell.text))
    return next((edge for edge, after in pairwise(edges) if after - edge <= _PAGE_SNAP), above.x1)


def _edge_rows(above: RuledTable, below: RuledTable) -> tuple[list[RuledCell], list[RuledCell]]:
    last = [cell for cell in above.cells if cell.row + cell.row_span == above.rows]
    return last, [cell for cell in below.cells if cell.row == 0]


def _is_cut_row(above: RuledTable, below: RuledTable) -> bool:
    """One of the two rows at the edge has no figures, and the lower label goes on."""
    figures = _first_figure(above, below) - _PAGE_SNAP
    last, first = _edge_rows(above, below)
    upper, lower = ([cell.text for cell in row if cell.x0 >= figures] for row in (last, first))
    labels = [cell for cell in first if cell.x0 < figures and cell.text]
    if not any(cell.text for cell in last if cell.x0 < figures) or len(upper) != len(lower) or len(upper) < 2:
        return False
    goes_on = all(_goes_on(last, label, above.rows) for label in labels)
    return goes_on and ((any(upper) and not any(lower) and bool(labels)) or (any(lower) and not any(upper)))


def _join_row(upper: list[RuledCell], lower: list[RuledCell], rows: int) -> tuple[list[RuledCell], list[RuledCell]]:
    lower = [replace(cell, row=cell.row - 1) for cell in lower]
    for cell in [cell for cell in lower if cell.row == rows - 1]:
        above = _same_place(upper, cell, rows)
        if above is not None:
            upper[above] = _together(upper[above], cell)
            lower.remove(cell)
    return upper, lower


def _join_groups(
    upper: list[RuledCell], lower: list[RuledCell], rows: int, figures: float
) -> tuple[list[RuledCell], list[RuledCell]]:
    """（四）无 | 法提供: a label over several rows, left of the label of the row itself; figures below a header are none."""
    first = [cell for cell in lower if cell.row == rows]
    own_label = max((cell.x0 for cell in first if cell.x1 <= figures + _PAGE_SNAP and kind_of(normalise(cell.text)) == "words"), default=0.0)
    for cell in first:
        above = _same_place(upper, cell, rows)
        if above is not None and cell.x0 < own_label - _PAGE_SNAP and not is_figure(cell.text) and _goes_on(upper, cell, rows):
            upper[above] = _together(upper[above], cell)
            lower.remove(cell)
    return upper, lower


def _goes_on(upper: Sequence[RuledCell], cell: RuledCell, rows: int) -> bool:
    """Without a number of its own, and no label of a row by itself, unless it makes one with what stands above it."""
    above = _same_place(upper, cell, rows)
    whole = above is not None and _is_label(upper[above].text + cell.text)
    return not list_number(cell.text)[0] and (whole or not _is_label(cell.text))


def _is_label(text: str) -> bool:
    return not row_labels().isdisjoint((label_key(text), list_number(text)[1]))


def _same_place(upper: Sequence[RuledCell], cell: RuledCell, rows: int) -> int | None:
    """Index of the cell at the lower edge with the sides of `cell`."""
    return next((
        n for n, above in enumerate(upper) if above.row + above.row_span == rows
        and abs(above.x0 - cell.x0) <= _PAGE_SNAP and abs(above.x1 - cell.x1) <= _PAGE_SNAP
    ), None)


def _together(above: RuledCell, below: RuledCell) -> RuledCell:
    return replace(above, text=above.text + below.text, row_span=below.row + below.row_span - above.row)
