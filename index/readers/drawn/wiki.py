"""Tables of MediaWiki: {| … |- … ! header !! header … | cell || cell … |}"""

import re
from collections.abc import Iterator, Sequence

from index.readers.drawn.marks import plain
from index.readers.drawn.table import TextTable
from index.readers.html_table import RawCell, form

_ATTRIBUTES = re.compile(r"\s*[a-zA-Z-]+\s*=[^\u4e00-\u9fff\[{]*")
_SPAN = re.compile(r'(?P<which>row|col)span\s*=\s*["\']?\s*(?P<count>\d+)', re.IGNORECASE)
_MOST = 5000  # lines of a table


def wiki(lines: Sequence[str], at: int) -> TextTable | None:
    if not lines[at].lstrip().startswith("{|"):
        return None
    end = next((n for n in range(at + 1, min(at + _MOST, len(lines))) if lines[n].lstrip().startswith(("|}", "{|"))), None)
    if end is None or lines[end].lstrip().startswith("{|"):  # another table begins before it ends
        return None
    rows = [[cell_of(text) for text in row] for row in rows_of(lines[at + 1 : end])]
    return TextTable(tuple(form(rows)), end + 1) if rows else None


def rows_of(lines: Sequence[str]) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    for line in map(str.strip, lines):
        if line.startswith("|-"):
            rows.append([])
        elif line.startswith("|+"):
            rows += [[line[2:]], []]
        elif line[:1] in ("!", "|"):
            rows[-1] += re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:])
        elif rows[-1] and line:
            rows[-1][-1] += "\n" + line
    return [row for row in rows if row]


def cell_of(text: str) -> RawCell:
    """Attributes stand before the text, a pipe between."""
    before, pipe, behind = text.partition("|")
    attributes = before if pipe and _ATTRIBUTES.fullmatch(before) else ""
    spans = dict(spans_of(attributes))
    return plain((behind if attributes else text).strip()), spans.get("row"), spans.get("col")


def spans_of(attributes: str) -> Iterator[tuple[str, str]]:
    return ((found["which"].lower(), found["count"]) for found in _SPAN.finditer(attributes))
