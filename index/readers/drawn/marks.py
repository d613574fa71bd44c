"""Marks of light markup around words and figures: **9**, `9`, 1\\. are 9, 9, 1."""

import re

_STRONG = re.compile(r"(\*\*|__|''')(?=[^\s*_'])(.+?)(?<=[^\s*_'])\1")
_WEAK = re.compile(r"(?<![\w*`'])(\*|`|'')(?=[^\s*`'])([^*`'|\n]+?)(?<=[^\s*`'])\1(?![\w*`'])")
_ESCAPED = re.compile(r"\\([-.*_()\[\]#|+~`])")
_VERTICALS = re.compile("[│┃║┆┇┊┋╎╏]")
_SPOKEN = re.compile(r"^标题\s*级别\s*\d\s+|\s+标题\s*级别\s*\d$|^heading level \d\s+", re.IGNORECASE)
_RULE = re.compile("[\u2500-\u257f\\s]+")


def plain(line: str) -> str:
    """The line without such marks; drawn borders as pipes, a drawn rule as nothing."""
    if "**" in line or "__" in line or "'''" in line:
        line = _STRONG.sub(r"\2", line)
    if "*" in line or "`" in line or "''" in line:
        line = _WEAK.sub(r"\2", line)
    if "\\" in line:
        line = _ESCAPED.sub(r"\1", line)
    if "级别" in line or "eading" in line:
        line = _SPOKEN.sub("", line)
    if any("\u2500" <= character <= "\u257f" for character in line):
        line = "" if _RULE.fullmatch(line) and not line.isspace() else _VERTICALS.sub("|", line)
    return line
