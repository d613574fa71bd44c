"""A report forwarded by mail: quote marks before every line are taken off, lines that the mail programme broke are joined again."""

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from index.readers.drawn.canvas import is_part, is_rule

_QUOTE = re.compile(r"^ ?(?:[>＞] ?)+")
_BAR = re.compile(r"^ ?\| ?")  # some programmes quote with a bar; what it stands before is running text, no row of cells
_BARRED = re.compile(r"^ ?\|[^|+─━-]{15,}$")
_WIKI = re.compile(r"^ ?(?:\{\||\|\})")  # a table of a wiki begins and ends so: its bars are of cells
_GOES_ON = re.compile(r"^[，。；、：）)》”？！,;]")  # no line begins with such a mark by itself
_ENDS = ("。", "；", "：", ";", ":")  # a full line that ends so may be a whole one
_TOLD = re.compile(r".*(?:[：:]\s*\d[\d,.]*[条件项次人个篇份元]|\|\s*\d[\d,.]*)$")  # 主动公开政府信息数：7488条
_BEGINS = re.compile(r"其中[：:]|[（(]?[一二三四五六七八九十]{1,2}[)）、]|\d{1,2}[.、](?!\d)")  # the next of such rows
_LEAST = 5  # quoted lines of a mail
_SLACK = 3  # columns that a broken line may stay short of the width: a character or a number that did not fit


def unquoted(text: str) -> str:
    """The text as it was before it was quoted; unchanged when most of its lines are not quoted."""
    lines = text.splitlines()
    told = [line for line in lines if line.strip()]
    bars = () if any(_WIKI.match(line) for line in told) else ((_BAR, _BARRED),)
    mark = next((mark for mark, sure in ((_QUOTE, _QUOTE), *bars) if _quotes(told, mark, sure)), None)
    return "\n".join(_joined([mark.sub("", line).rstrip() for line in lines])) if mark else text


def _quotes(told: Sequence[str], mark: re.Pattern[str], sure: re.Pattern[str]) -> bool:
    """Before most of the lines, and before enough that can be nothing else."""
    return sum(bool(mark.match(line)) for line in told) * 2 >= len(told) and sum(bool(sure.match(line)) for line in told) >= _LEAST


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines that fill the width of the mail and end no sentence go on in the next one; those of a drawn table never."""
    width = max((_columns(line) for line in lines), default=0)
    found: list[str] = []
    full = framed = False
    for line in lines:
        framed = is_part(line) and (framed or is_rule(line))
        own = framed or (_BEGINS.match(line) and found and _TOLD.fullmatch(found[-1]))
        if found and line and not own and (full or _GOES_ON.match(line)):
            found[-1] += line
        else:
            found.append(line)
        full = _columns(line) >= width - _SLACK and not line.endswith(_ENDS)
    return found


def _columns(line: str) -> int:
    """Columns of a terminal that the line takes."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)
