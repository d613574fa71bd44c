"""Text printed with a number before every line (  12  规章, 0012| 规章, 12: 规章): the numbers are taken off."""

import re

_NUMBER = re.compile(r"\s{0,12}(?:第\s?|[Ll(\[（【])?0{0,6}(?P<number>[1-9]\d{0,4})(?:\s?行|[)\]）】])?(?:\t|[:：.、] ?| ?[|│┃] ?| {1,4}|$)")
_LEAST = 12  # lines with text


def without_line_numbers(text: str) -> str:
    """The text as it was before; unchanged where one line with text has no number, or another than the next one."""
    lines = text.splitlines()
    told = [(n, line) for n, line in enumerate(lines) if line.strip()]
    if len(told) < _LEAST or not _NUMBER.match(told[0][1]) or not _NUMBER.match(told[1][1]):
        return text
    found = {n: one for n, line in told if (one := _NUMBER.match(line))}
    if len(found) < len(told) or not any(map(runs_on, (found, {n: found[at] for n, at in enumerate(found)}))):
        return text
    return "\n".join(line[found[n].end() :] if n in found else line for n, line in enumerate(lines))


def runs_on(found: dict[int, re.Match[str]]) -> bool:
    """Is every number as much greater than the one before as its line stands below it?"""
    return len({int(one["number"]) - n for n, one in found.items()}) == 1
