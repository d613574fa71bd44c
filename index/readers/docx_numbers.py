"""Automatic list numbers of Word, which stand in no text: （一）, 1., 三、."""

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_HAN = "〇一二三四五六七八九"
_HAN_FORMATS = frozenset((
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
    "ideographDigital", "japaneseDigitalTenThousand", "chineseLegalSimplified",
))


class Numbering:
    """Counts along the document, so ask once for every paragraph, in order."""

    def __init__(self, numbering: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 9)
        if numbering is not None:
            self._load(numbering)

    def _load(self, numbering: Any) -> None:
        abstract = {a.get(qn("w:abstractNumId")): a for a in numbering.findall(qn("w:abstractNum"))}
        for num in numbering.findall(qn("w:num")):
            link = num.find(qn("w:abstractNumId"))
            definition = abstract.get(link.get(qn("w:val"))) if link is not None else None
            for level in definition.findall(qn("w:lvl")) if definition is not None else ():
                key = (num.get(qn("w:numId")) or "", _integer(level.get(qn("w:ilvl")), 0))
                self._levels[key] = (_value(level, "w:numFmt"), _value(level, "w:lvlText"), _integer(_value(level, "w:start"), 1))

    def number_of(self, properties: Any) -> str:
        """What Word prints before a paragraph with these properties (w:pPr); '' for none."""
        link = properties.find(qn("w:numPr")) if properties is not None else None
        if link is None:
            return ""
        number, depth = _value(link, "w:numId"), min(max(_integer(_value(link, "w:ilvl"), 0), 0), 8)
        if (number, depth) not in self._levels:
            return ""
        counts = self._counts[number]
        counts[depth] = counts[depth] + 1 if counts[depth] else self._levels[number, depth][2]
        counts[depth + 1:] = [0] * (8 - depth)
        return self._printed(number, depth, counts)

    def _printed(self, number: str, depth: int, counts: list[int]) -> str:
        style, text, _ = self._levels[number, depth]
        if style in ("bullet", "none"):
            return ""
        for level in range(depth + 1):
            style = self._levels.get((number, level), (style, "", 1))[0]
            text = text.replace(f"%{level + 1}", _in_style(counts[level], style))
        return text


def _in_style(count: int, style: str) -> str:
    if style == "decimalEnclosedCircle" and 1 <= count <= 20:
        return chr(0x245F + count)
    if style not in _HAN_FORMATS or not 0 < count < 100:
        return str(count)
    tens, ones = divmod(count, 10)
    return (("" if tens == 1 else _HAN[tens]) + "十" if tens else "") + (_HAN[ones] if ones else "")


def _value(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return (child.get(qn("w:val")) or "") if child is not None else ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else default
