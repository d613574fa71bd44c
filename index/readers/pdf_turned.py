"""Characters that do not stand upright on the page: watermarks go, turned labels become one word each."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

_SLANT = 10.0  # degrees from level or upright within which a character is text and no watermark
_PALE, _LARGE = 0.6, 2.0  # brightness, and height in that of the usual character, from which a character lies behind the text
_NEAR = 0.7  # of the height: a gap that ends a turned word
_BESIDE = 0.6  # of the height: a gap between two lines of one turned label
_MOST = 0.6  # share of turned characters from which the page itself is turned

Raw = Mapping[str, Any]


def turn_of(chars: Sequence[Raw]) -> int:
    """Degrees clockwise by which the page has to be turned so that most of its text stands upright."""
    turned = Counter(_angle(char) for char in chars if not _is_level(char) and char["text"].strip())
    turned.pop(None, None)
    angle, count = turned.most_common(1)[0] if turned else (0, 0)
    most = count > _MOST * sum(bool(char["text"].strip()) for char in chars)
    return angle or 0 if most else 0


def upright(chars: Sequence[Raw]) -> list[Raw]:
    """The characters of the text; those of a turned word as one, which stands where the word does."""
    aslant = [char for char in chars if not _is_level(char)]
    if not aslant:
        return _in_front(chars)
    level = [char for char in chars if _is_level(char) or _angle(char) == 0]
    words = [word for turn in (90, 270) for word in _labels(_words([c for c in aslant if _angle(c) == turn], turn), turn)]
    return [*_in_front(level), *words]


def _is_level(char: Raw) -> bool:
    across, up = float(char["matrix"][0]), float(char["matrix"][1])
    return up == 0 and across > 0


def _angle(char: Raw) -> int | None:
    """0, 90 (read upwards), 180 or 270 (read downwards); None for what lies aslant."""
    a, b = char["matrix"][:2]
    degrees = math.degrees(math.atan2(b, a))
    nearest = round(degrees / 90) * 90
    return nearest % 360 if abs(degrees - nearest) <= _SLANT else None


def _in_front(chars: Sequence[Raw]) -> list[Raw]:
    """Without large pale characters behind the text."""
    pale = [char for char in chars if _brightness(char.get("non_stroking_color")) >= _PALE]
    if not pale:
        return list(chars)
    heights = sorted(float(char["size"]) for char in chars)
    large = _LARGE * heights[len(heights) // 2]
    behind = {id(char) for char in pale if float(char["size"]) >= large}
    return [char for char in chars if id(char) not in behind]


def _brightness(colour: object) -> float:
    """0 black … 1 white; an unknown colour is taken for black."""
    parts = [float(part) for part in colour if isinstance(part, int | float)] if isinstance(colour, tuple | list) else []
    if len(parts) == 4:  # cyan, magenta, yellow, black
        return 1 - max(*parts)
    return sum(parts) / len(parts) if parts else 0.0


# ---------------------------------------------------------------- turned words


def _words(chars: Sequence[Raw], turn: int) -> Iterator[dict[str, Any]]:
    """Runs of characters along the height of the page."""
    def key(char: Raw) -> tuple[int, float]:
        return round(float(char["x0"])), _start(char, turn)

    for _, column in groupby(sorted(chars, key=key), key=lambda char: key(char)[0]):
        word: list[Raw] = []
        for char in column:
            if word and _start(char, turn) - _end(word[-1], turn) > _NEAR * float(char["size"]):
                yield _one(word)
                word = []
            word.append(char)
        yield _one(word)


def _start(char: Raw, turn: int) -> float:
    return -float(char["bottom"]) if turn == 90 else float(char["top"])


def _end(char: Raw, turn: int) -> float:
    return -float(char["top"]) if turn == 90 else float(char["bottom"])


def _one(held: Sequence[Raw]) -> dict[str, Any]:
    text = "".join(char["text"] for char in held).strip()
    sides = {"x0": min(char["x0"] for char in held), "x1": max(char["x1"] for char in held)}
    return {**held[0], **sides, "text": text, "top": min(char["top"] for char in held), "bottom": max(char["bottom"] for char in held)}


def _labels(words: Iterator[dict[str, Any]], turn: int) -> Iterator[dict[str, Any]]:
    """Words side by side are the lines of one label; as high as one character, in the middle of the label."""
    held: list[dict[str, Any]] = []
    for word in sorted(words, key=lambda word: float(word["x0"]) if turn == 90 else -float(word["x1"])):
        before = next((one for one in held if _is_beside(one, word)), None)
        if before is None:
            held.append(word)
        else:
            before.update(_one([before, word]))
    for word in held:
        middle, size = (float(word["top"]) + float(word["bottom"])) / 2, float(word["size"])
        yield {**word, "top": middle - size / 2, "bottom": middle + size / 2}


def _is_beside(before: Raw, word: Raw) -> bool:
    """Figures side by side stand in cells of their own."""
    gap = max(float(word["x0"]) - float(before["x1"]), float(before["x0"]) - float(word["x1"]))
    common = min(float(before["bottom"]), float(word["bottom"])) - max(float(before["top"]), float(word["top"]))
    shorter = min(float(one["bottom"]) - float(one["top"]) for one in (before, word))
    words = not any(character.isdigit() for character in before["text"] + word["text"])
    return words and 0 <= gap <= _BESIDE * float(word["size"]) and common > 0.5 * shorter
