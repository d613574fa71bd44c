"""Printouts with form feeds: what is printed above or below every page is told once, before the text."""

import re
from collections import Counter
from collections.abc import Sequence

_HEAD = 4  # lines at the top and at the bottom of a page that may repeat
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"[ \u3000]{3,}")


def without_running_heads(text: str) -> str:
    """The pages one below the other; the fields of the lines that repeat, which stand wide apart, are lines of the first page."""
    pages = [page.splitlines() for page in text.split("\f") if page.strip()]
    if len(pages) < 2:
        return text
    repeated = [running(pages, at_top) for at_top in (True, False)]
    kept = [body(page, *repeated) for page in pages]
    told = [field for line in top(pages[0]) if key(line) in repeated[0] for field in _GAP.split(line.strip())]
    return "\n".join([*told, *(line for page in kept for line in page)])


def running(pages: Sequence[list[str]], at_top: bool) -> frozenset[str]:
    """Lines that are alike but for their figures on more than half of the pages."""
    counts = Counter(line for page in pages for line in {key(line) for line in (top(page) if at_top else top(page[::-1]))})
    return frozenset(line for line, count in counts.items() if count > 1 and count * 2 > len(pages) and re.search(r"\w", line))


def top(page: Sequence[str]) -> list[str]:
    return [line for line in page if line.strip()][:_HEAD]


def body(page: Sequence[str], above: frozenset[str], below: frozenset[str]) -> list[str]:
    """Without the repeated lines at its top, as far as they follow one another, and at its bottom."""
    lines = list(page)
    for repeated in (above, below):
        while lines and (not lines[0].strip() or key(lines[0]) in repeated):
            lines.pop(0)
        lines.reverse()
    return lines


def key(line: str) -> str:
    return " ".join(_DIGITS.sub("#", line).split())
