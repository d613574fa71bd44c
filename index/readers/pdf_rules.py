"""Sides that a table does not draw: Word's tables are often left open to the left and right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

_SNAP = 3.0  # points
_ENOUGH = 3  # level rules of one width that make a table
Edge = Mapping[str, Any]


def open_sides(edges: Sequence[Edge]) -> list[dict[str, Any]]:
    """Upright lines to be added where level rules of one width end and no upright rule stands."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    widths: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in _joined(edge for edge in edges if edge["orientation"] == "h"):
        widths[round(edge["x0"] / _SNAP), round(edge["x1"] / _SNAP)].append(edge)
    return [line for level in widths.values() if len(level) >= _ENOUGH for line in _sides(level, upright)]


def _joined(level: Iterable[Edge]) -> Iterator[Edge]:
    """Pieces of one rule, drawn cell by cell, as one."""
    held: dict[str, Any] | None = None
    for edge in sorted(level, key=lambda edge: (round(edge["top"]), edge["x0"])):
        if held is not None and abs(edge["top"] - held["top"]) < 1 and edge["x0"] <= held["x1"] + _SNAP:
            held["x1"] = max(held["x1"], edge["x1"])
            continue
        if held is not None:
            yield held
        held = {"x0": edge["x0"], "x1": edge["x1"], "top": edge["top"], "orientation": "h"}
    if held is not None:
        yield held


def _sides(level: Sequence[Edge], upright: Sequence[Edge]) -> Iterator[dict[str, Any]]:
    top, bottom = min(edge["top"] for edge in level), max(edge["top"] for edge in level)
    inside = [edge for edge in upright if edge["top"] < bottom and edge["bottom"] > top]
    if not inside:
        return  # lines under words, or a table without any upright rule: its columns are found by place
    for x in (level[0]["x0"], level[0]["x1"]):
        if not any(abs(edge["x0"] - x) <= _SNAP for edge in inside):
            yield {"object_type": "line", "x0": x, "x1": x, "top": top, "bottom": bottom, "width": 0, "height": bottom - top}
