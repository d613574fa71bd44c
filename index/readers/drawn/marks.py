"""Marks of light markup around words and figures: **9**, `9`, 1\\. are 9, 9, 1."""

import re
from html import unescape

_STRONG = re.compile(r"(\*\*|__|''')(?=[^\s*_'])(.+?)(?<=[^\s*_'])\1")
_WEAK = re.compile(r"(?<![\w*`'])(\*|`|'')(?=[^\s*`'])([^*`'|\n]+?)(?<=[^\s*`'])\1(?![\w*`'])")
_ESCAPED = re.compile(r"\\([-.*_()\[\]#|+~`])")
# Marks of footnotes: reST [#b]_, pandoc [^1], Org [fn:1], and what wikis write in place of one.
_NOTE = re.compile(r"\s?(?:\[(?:#?[\w-]*|\*)\]_(?!\w)|\[\^[^\]\s]{1,20}\](?!:)|\[fn:[^\]]{0,60}\])")
_REFERENCE = re.compile(r"\s?<ref\b[^<>]{0,100}(?:/>|>[^<]{0,300}</ref\s?>)", re.IGNORECASE)
_FORMATTED = re.compile(r"\{\{\s*(?:formatnum\s*:|(?:nowrap|val|num|right|center)\s*\|)\s*([^{}|]*?)\s*(?:\|[^{}]*)?\}\}", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[\da-f]{1,5}|nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|minus|ndash|mdash);", re.IGNORECASE)
# A heading of Markdown (## 一), of a wiki or AsciiDoc (== 一 ==), of Textile or Confluence (h2. 一).
_HEADING = re.compile(r"\s{0,3}(?:#{1,6}\s+|#{2,6}(?=[^\s#])|={1,6}\s+|={2,6}(?=[^\s=|])|h[1-6]\.\s+)(?P<words>[^\s=#].*?)[\s=#]*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_VERTICALS = re.compile("[│┃║┆┇┊┋╎╏]")
_SPOKEN = re.compile(r"^标题\s*级别\s*\d\s+|\s+标题\s*级别\s*\d$|^heading level \d\s+", re.IGNORECASE)
_RULE = re.compile("[\u2500-\u257f\\s]+")


_ANY = re.compile(r"[&<\]{*_'`\\\u2500-\u257f]|级别|eading")
_STEPS = (
    (_BREAK, " "), (_NOTE, ""), (_REFERENCE, ""), (_FORMATTED, r"\1"), (_STRONG, r"\2"), (_WEAK, r"\2"), (_ESCAPED, r"\1"),
)


def heading(line: str) -> str:
    """The words of a line that is marked as a heading, '' for any other line."""
    found = _HEADING.fullmatch(line) if line.lstrip()[:1] in ("#", "=", "h") else None
    return plain(found["words"]) if found else ""


def plain(line: str) -> str:
    """The line without such marks and without those of footnotes; drawn borders as pipes, a drawn rule as nothing."""
    if not _ANY.search(line):
        return line
    line = _ENTITY.sub(lambda found: unescape(found[0]), line)
    for pattern, by in _STEPS:
        line = pattern.sub(by, line)
    if "级别" in line or "eading" in line:
        line = _SPOKEN.sub("", line)
    if any("\u2500" <= character <= "\u257f" for character in line):
        line = "" if _RULE.fullmatch(line) and not line.isspace() else _VERTICALS.sub("|", line)
    return line
