"""What a reader must find in a rendered report, and where the layout itself leaves several readings."""

from decimal import Decimal
from functools import cache

from tests.rendering.changes import BLANK_MARKS
from tests.rendering.sheets import Block, Gold, Sheet


def expected(gold: Gold, blocks: list[Block]) -> dict[str, Decimal | None]:
    """Cell id -> figure in the unit of the form, None where a blank or a mark for it is printed."""
    printed = {box.figure: box.text for b in blocks if isinstance(b, Sheet) for box in b.boxes if box.figure}
    return {i: None if text in BLANK_MARKS else Decimal(gold["cells"][i]) for i, text in printed.items()}


def splits(digits: str, parts: int) -> list[tuple[str, ...]]:
    """Every way to cut `digits` into whole numbers without leading zeros, signs going with the number behind them."""
    if parts == 1:
        return [(digits,)] if _is_number(digits) else []
    return [(digits[:n], *rest) for n in range(1, len(digits)) if _is_number(digits[:n]) for rest in splits(digits[n:], parts - 1)]


def _is_number(text: str) -> bool:
    bare = text[1:] if text[:1] in "+-" else text
    whole = bare.removesuffix("元").split(".")[0]
    return whole.isdigit() and (len(whole) == 1 or whole[0] != "0") and not bare.endswith(".") and text != "-0"


def ambiguous(gold: Gold, blocks: list[Block]) -> list[str]:
    """Ids of figures whose row, with its own sums and nothing else, can be cut in more than one way."""
    found: list[str] = []
    for sheet in (b for b in blocks if isinstance(b, Sheet)):
        for line in sheet.lines():
            figures = [box for box in line if box.figure]
            if figures and readings(sheet.id, [box.text for box in figures]) > 1:
                found += [box.figure for box in figures]
    return found


def readings(sheet: str, texts: list[str]) -> int:
    """In how many ways the glued figures of one row of the sheet can be told apart."""
    digits = "".join(texts)
    if sheet in ("s3", "s4"):
        return _with_sums(digits, len(texts) // (5 if sheet == "s4" else 7), 5 if sheet == "s4" else 7)
    return len(splits(digits, len(texts)))


def _with_sums(digits: str, groups: int, size: int) -> int:
    """Ways to cut `digits` into `groups` of `size` figures, the last of each group the sum of the others."""
    if not groups:
        return int(not digits)
    ends = range(size, len(digits) - size * (groups - 1) + 1) if groups > 1 else (len(digits),)
    return sum(_sums(digits[:end], size) * _with_sums(digits[end:], groups - 1, size) for end in ends)


@cache
def _sums(digits: str, size: int) -> int:
    """Ways to cut `digits` into `size` figures, the last the sum of the others."""
    return sum(sum(map(int, way[:-1])) == int(way[-1]) for way in splits(digits, size))
