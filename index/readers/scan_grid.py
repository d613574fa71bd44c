"""Ruled cells in a picture: long dark runs are rules, what they enclose are cells. Needs the ocr extra."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from typing import Any

cv2: Any = import_module("cv2")
numpy: Any = import_module("numpy")

_WIDEST_SKEW = 5.0  # degrees to either side
_SPECK = 15  # dark pixels that are no writing
PixelBox = tuple[int, int, int, int]  # x0, top, x1, bottom


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is drawn on a page besides writing."""

    tables: tuple[tuple[PixelBox, ...], ...]  # the cells of each
    ink: Any  # picture of the writing alone, white on black


def straightened(gray: Any) -> Any:
    """The page turned so that its lines run level: the turn that makes rows of pixels differ most."""
    small = _dark(cv2.resize(gray, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA))
    coarse = max(numpy.arange(-_WIDEST_SKEW, _WIDEST_SKEW + 0.1, 0.5), key=lambda angle: _levelness(small, angle))
    angle = max(numpy.arange(coarse - 0.4, coarse + 0.41, 0.1), key=lambda angle: _levelness(small, angle))
    return gray if abs(angle) < 0.15 else _turned(gray, float(angle), 255)


def ruled(gray: Any) -> Ruled:
    """Tables from top to bottom, their cells unordered."""
    dark = _dark(gray)
    height, width = dark.shape
    across = _opened(dark, (max(width // 30, 20), 1))
    down = _opened(dark, (1, max(height // 55, 15)))
    rules = cv2.dilate(across | down, numpy.ones((3, 3), numpy.uint8))
    tables = [cells for box in _components(rules) if _is_table(box, width, height) and len(cells := tuple(_cells(rules, box))) > 1]
    return Ruled(tuple(sorted(tables, key=lambda cells: min(cell[1] for cell in cells))), dark & ~rules)


def writing_in(ink: Any, cell: PixelBox) -> PixelBox | None:
    """The box around the writing in a cell; None when it is blank."""
    x0, top, x1, bottom = cell
    inside = cv2.morphologyEx(ink[top + 2:bottom - 2, x0 + 2:x1 - 2], cv2.MORPH_OPEN, numpy.ones((2, 1), numpy.uint8))
    if inside.size == 0 or cv2.countNonZero(inside) < _SPECK:
        return None
    x, y, width, height = cv2.boundingRect(inside)
    return x0 + 2 + x, top + 2 + y, x0 + 2 + x + width, top + 2 + y + height


def rows_of_writing(ink: Any, box: PixelBox) -> list[PixelBox]:
    """The lines (or, in a vertical label, the characters) that stand one below the other in a box.

    Strokes of one character (三) are kept together: it is no higher than the box is wide.
    """
    x0, top, x1, bottom = box
    filled = [bool(count) for count in cv2.reduce(ink[top:bottom, x0:x1], 1, cv2.REDUCE_MAX).ravel()]
    rows: list[tuple[int, int]] = []
    for dark, run in groupby(enumerate(filled), lambda pair: pair[1]):
        held = [y for y, _ in run]
        if dark and rows and held[-1] + 1 - rows[-1][0] <= 1.1 * (x1 - x0):
            rows[-1] = (rows[-1][0], held[-1] + 1)
        elif dark:
            rows.append((held[0], held[-1] + 1))
    return [(x0, top + first, x1, top + last) for first, last in rows]


def _dark(gray: Any) -> Any:
    """White where something is drawn. A light blur only: a median would erase rules one pixel wide."""
    blurred = cv2.GaussianBlur(gray, (3, 3), 0)
    return cv2.adaptiveThreshold(~blurred, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -12)


def _levelness(dark: Any, angle: float) -> float:
    rows = cv2.reduce(_turned(dark, float(angle), 0), 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F).ravel()
    return float(numpy.square(numpy.diff(rows)).sum())


def _turned(picture: Any, angle: float, border: int) -> Any:
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=border)


def _opened(dark: Any, size: tuple[int, int]) -> Any:
    """Runs of at least `size`; small breaks in a rule are closed first."""
    bridge = cv2.getStructuringElement(cv2.MORPH_RECT, (min(size[0], 3), min(size[1], 3)))
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, bridge)
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))


def _components(mask: Any) -> Iterator[PixelBox]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for x, y, width, height, _area in stats[1:].tolist():
        yield x, y, x + width, y + height


def _is_table(box: PixelBox, width: int, height: int) -> bool:
    return box[2] - box[0] > width * 0.2 and box[3] - box[1] > height * 0.015


def _cells(rules: Any, table: PixelBox) -> Iterator[PixelBox]:
    x0, top, x1, bottom = table
    _, _, stats, _ = cv2.connectedComponentsWithStats(~rules[top:bottom, x0:x1], connectivity=4)
    for x, y, width, height, area in stats[1:].tolist():
        if width > 8 and height > 8 and area > 0.6 * width * height:
            yield x0 + x, top + y, x0 + x + width, top + y + height
