"""Tables of a web page that a style sheet draws as a grid: where their items stand.

An item stands where grid-row, grid-column or grid-area say, else behind the one before it. Children of an element with
display: contents are items of the grid around it. Every row may be a grid or a flex box of its own, all as wide.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from index.readers.html_roles import Parts, rules_of, selected

_GUARD = re.compile(r"[dD][iI][sS](?i:play\s*:\s*(?:inline-)?(?:grid|flex))")  # begun so, it is found three times as fast as without regard to case
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;!]+)", re.IGNORECASE)
_TOLD = re.compile(r"display|grid", re.IGNORECASE)
_TRACK = re.compile(r"repeat\(\s*(?P<times>[\w-]+)\s*,(?P<inside>(?:[^()]|\([^()]*\))*)\)|(?:[^\s()]|\([^()]*\))+", re.IGNORECASE)
_NAMES = re.compile(r"\[[^\]]*\]")
_ROW, _COLUMN = ("row-start", "row-end"), ("column-start", "column-end")
_SIDES = {"grid-row": _ROW, "grid-column": _COLUMN, "grid-area": ("row-start", "column-start", "row-end", "column-end"),
          **{f"grid-{side}": (side,) for side in (*_ROW, *_COLUMN)}}
_FIGURE = re.compile(r"\s*[+-]?\d[\d,]*(?:\.\d+)?\s*")
_FIGURES = 2  # items with nothing but a figure: the grid is no frame for the parts of a page
_MOST, _WIDEST, _STYLED = 2000, 100, 50_000  # boxes of a page, columns, elements that rules hold for


class Area(NamedTuple):
    row: int
    column: int
    height: int = 1
    width: int = 1


class Wish(NamedTuple):
    """Where an item wants to stand: first row and column, None where it has none; rows and columns it takes."""

    item: int
    row: int | None
    height: int
    column: int | None
    width: int

    @property
    def fixed(self) -> bool:
        return self.row is not None and self.column is not None


Styles = Mapping[int, Mapping[str, str]]  # id of an element → its declarations
Areas = dict[int, Area]  # id of an item → where it stands


@dataclass(slots=True)
class Grids:
    parts: dict[int, str] = field(default_factory=dict)  # id of a table, or of a cell → table | td
    areas: Areas = field(default_factory=dict)

    def add(self, table: LexborNode, areas: Areas) -> None:
        self.parts.update({table.mem_id: "table", **dict.fromkeys(areas, "td")})
        self.areas.update(areas)


def grids_of(tree: LexborHTMLParser, html: str, known: Parts) -> Grids:
    """`known`: elements drawn as a table in another way."""
    found = Grids()
    if not _GUARD.search(html):
        return found
    nodes, styles = _styled(tree)
    boxes = [node for number, node in nodes.items() if _display(styles[number]) in ("grid", "flex") and number not in known]
    outer = _around(boxes) if len(boxes) <= _MOST else set()
    rows: dict[int, list[tuple[LexborNode, Areas]]] = {}
    for box in boxes if outer else ():
        items = list(_items(box, styles))
        areas = _areas(items, box, styles) if all(_is_cell(item, outer) for item in items) else {}
        if len({area.row for area in areas.values()}) == 1 and box.parent:
            rows.setdefault(box.parent.mem_id, []).append((box, areas))
        elif _display(styles[box.mem_id]) == "grid" and _is_table(items, areas):
            found.add(box, areas)
    for held in rows.values():
        _add_rows(found, held, styles)
    return found


def _styled(tree: LexborHTMLParser) -> tuple[dict[int, LexborNode], Styles]:
    """Elements with a place or a display of their own, in the order of the page; their own style counts more than the sheets."""
    held: dict[int, dict[str, str]] = {}
    nodes: dict[int, LexborNode] = {}
    ruled = ((node, _declared(body)) for names, body in rules_of(tree) if _TOLD.search(body) for node in selected(tree, names))
    own = ((node, _declared(node.attributes.get("style") or "")) for node in tree.css('[style*="grid" i], [style*="display" i]'))
    for node, declared in chain(islice(ruled, _STYLED), own):
        held.setdefault(node.mem_id, {}).update(declared)
        nodes[node.mem_id] = node
    return nodes, held


def _declared(body: str) -> dict[str, str]:
    """Sides one by one, so that a later declaration counts more than an earlier one for what it says."""
    found: dict[str, str] = {}
    for name, value in ((name.lower(), value.strip().lower()) for name, value in _DECLARATION.findall(body)):
        sides = _SIDES.get(name)
        found.update(zip_longest(sides, value.split("/")[: len(sides)], fillvalue="auto") if sides else {name: value}.items())
    return found


def _display(style: Mapping[str, str]) -> str:
    """grid | flex | contents | none …; '' for a box that sets its items one below another."""
    return "" if "column" in style.get("flex-direction", style.get("flex-flow", "")) else style.get("display", "").removeprefix("inline-")


def _around(boxes: Sequence[LexborNode]) -> set[int]:
    """The boxes and all that stand around them."""
    found: set[int] = set()
    for box in boxes:
        node: LexborNode | None = box
        while node is not None and node.mem_id not in found:
            found.add(node.mem_id)
            node = node.parent
    return found


def _children(node: LexborNode) -> list[LexborNode]:
    """Elements and texts."""
    return [child for child in node.iter(include_text=True) if child.tag != "-text" or (child.text_content or "").strip()]


def _items(box: LexborNode, styles: Styles) -> Iterator[LexborNode]:
    for child in _children(box):
        display = _display(styles.get(child.mem_id, {}))
        if display == "contents":
            yield from _items(child, styles)
        elif display != "none":
            yield child


def _is_cell(item: LexborNode, outer: set[int]) -> bool:
    """An element with no table inside, whatever draws it."""
    return item.tag != "-text" and item.mem_id not in outer and item.css_first("table") is None


def _is_table(items: Sequence[LexborNode], areas: Areas) -> bool:
    columns = {area.column for area in areas.values()}
    return len(columns) > 1 and sum(bool(_FIGURE.fullmatch(item.text())) for item in items) >= _FIGURES


def _add_rows(found: Grids, rows: Sequence[tuple[LexborNode, Areas]], styles: Styles) -> None:
    """Boxes of one row each that are all of the element around them."""
    around = rows[0][0].parent
    boxes = [box.mem_id for box, _ in rows]
    if around is None or len(rows) < 2 or boxes != [child.mem_id for child in _children(around)] or len({_columns(box, styles) for box, _ in rows}) > 1:
        return
    areas = {item: area._replace(row=n) for n, (_, held) in enumerate(rows) for item, area in held.items()}
    if _is_table([item for box, _ in rows for item in _items(box, styles)], areas):
        found.add(around, areas)


# ---------------------------------------------------------------- where items stand


def _columns(box: LexborNode, styles: Styles) -> int:
    """0 where the width of the page decides."""
    style = styles[box.mem_id]
    if _display(style) == "flex":
        return len(list(_items(box, styles)))
    return _tracks(style.get("grid-template-columns") or style.get("grid-template", "").rpartition("/")[2])


def _tracks(template: str) -> int:
    count = 0
    for track in _TRACK.finditer(_NAMES.sub(" ", template)):
        if track["times"] and not track["times"].isdecimal():
            return 0
        count += int(track["times"]) * _tracks(track["inside"]) if track["times"] else 1
    return min(count, _WIDEST)


def _areas(items: Sequence[LexborNode], box: LexborNode, styles: Styles) -> Areas:
    """{} where they cannot be told, or one would stand upon another."""
    columns = _columns(box, styles)
    wishes = [_wish(item.mem_id, styles.get(item.mem_id, {}), columns) for item in items]
    if columns < 2 or len(wishes) > _MOST or not all(0 < one.width <= columns and 0 < one.height <= _MOST for one in wishes):
        return {}
    taken, found = set[tuple[int, int]](), Areas()
    at = 0  # slot behind the one before
    for wish in sorted(wishes, key=lambda one: not one.fixed):
        area = _first_free(at, wish, columns, taken)
        if area is None:
            return {}
        taken |= _slots(area)
        found[wish.item] = area
        at = at if wish.fixed else area.row * columns + area.column + area.width
    return found


def _wish(item: int, style: Mapping[str, str], columns: int) -> Wish:
    return Wish(item, *_side(style, _ROW, 0), *_side(style, _COLUMN, columns))


def _first_free(at: int, wish: Wish, columns: int, taken: set[tuple[int, int]]) -> Area | None:
    """The first place behind slot `at` with room for the item; in its row or column where it has one."""
    start = at if wish.row is None else wish.row * columns
    for slot in range(start, start + (1 if wish.row is not None else len(taken) // columns + 2) * columns):
        row, column = divmod(slot, columns)
        area = Area(row, column, wish.height, wish.width)
        if row >= 0 and wish.column in (None, column) and column + wish.width <= columns and taken.isdisjoint(_slots(area)):
            return area
    return None


def _slots(area: Area) -> set[tuple[int, int]]:
    return {(area.row + y, area.column + x) for y in range(area.height) for x in range(area.width)}


def _side(style: Mapping[str, str], ends: tuple[str, str], count: int) -> tuple[int | None, int]:
    """(first track counted from 0, None where it is not told; number of tracks) of the two ends of an item."""
    first, last = (_line(style.get(end, ""), count) for end in ends)
    spans = [int(text.split()[1]) for text in (style.get(end, "") for end in ends) if re.fullmatch(r"\s*span\s+\d{1,3}\s*", text)]
    size = spans[0] if spans else 1
    if first is not None and last is not None:
        return min(first, last), abs(last - first)
    return (last - size if last is not None else first), size


def _line(text: str, count: int) -> int | None:
    """A line counted from 0; -1 is the last one."""
    if not re.fullmatch(r"\s*-?\d{1,4}\s*", text):
        return None
    number = int(text)
    return number - 1 if number > 0 else count + 1 + number
