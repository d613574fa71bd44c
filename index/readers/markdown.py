"""Markdown with HTML inside (a heading <h1 align="center">, <br> in cells, whole tables) as the page that it is shown as."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_PAGE = re.compile(r"<!doctype|<html[\s>]|<body[\s>]", re.IGNORECASE)
_DASHES = r"[ \t]{0,40}(?:-{3,}:?|:-+:?|-+:)[ \t]{0,40}"
_RULE = re.compile(rf"[ \t]{{0,8}}\|?{_DASHES}(?:\|{_DASHES})*\|?[ \t]{{0,40}}")  # below the header of a table
_RULES = re.compile(rf"^(?=[^\n]*\|){_RULE.pattern}\r?$", re.MULTILINE)
_HEADING = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<words>.*?)[\s#]*")
_HEADINGS = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BAR = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_OPENS, _CLOSES = re.compile(r"<table\b", re.IGNORECASE), re.compile(r"</table\s*>", re.IGNORECASE)
_LEAST = 2  # headings that tell it from a page


def as_page(text: str) -> str:
    """The text with its rows, headings and lines as tags; a text without rows or headings of Markdown, and a whole page, unchanged."""
    if _PAGE.search(text) or not (_RULES.search(text) or len(_HEADINGS.findall(text)) >= _LEAST):
        return text
    lines = text.splitlines()
    runs = groupby(zip(kinds_of(lines), lines, strict=True), key=lambda one: one[0])
    return "\n".join(shown(kind, [line for _, line in run]) for kind, run in runs)


def kinds_of(lines: Sequence[str]) -> Iterator[str]:
    """html | row | line; lines of a table of HTML are html."""
    edged = all(line.lstrip()[:1] == "|" for line in lines if "|" in line and _RULE.fullmatch(line))
    inside = 0  # such tables that are open
    for line in lines:
        opened = max(inside + len(_OPENS.findall(line)) - len(_CLOSES.findall(line)), 0)
        first = line.lstrip()[:1]
        yield "html" if inside or opened or first in ("<", "") else "row" if first == "|" or (not edged and "|" in line) else "line"
        inside = opened


def shown(kind: str, lines: list[str]) -> str:
    if kind == "row":
        return f"<table>{''.join(map(row_of, lines))}</table>"
    return "\n".join(lines if kind == "html" else map(paragraph, lines))


def row_of(line: str) -> str:
    """Nothing for the rule below the header."""
    if _RULE.fullmatch(line):
        return ""
    row = line.strip()
    cells = _BAR.split(row.removeprefix("|"))
    cells = cells[:-1] if len(cells) > 1 and row.endswith("|") else cells
    return f"<tr>{''.join(f'<td>{strong(cell)}</td>' for cell in cells)}</tr>"


def paragraph(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    tag = f"h{len(heading['marks'])}" if heading else "p"
    return f"<{tag}>{strong(heading['words'] if heading else _QUOTE.sub('', line, count=1))}</{tag}>"


def strong(text: str) -> str:
    return _STRONG.sub(r"<b>\2</b>", text)
