"""A reply as Telegram HTML: escaped, first line bold, in parts that Telegram accepts.

A line is marked up whole, and parts are cut between lines only, so no tag and no entity is ever cut.
"""

import html
import re
from collections.abc import Iterator

LIMIT = 4096  # UTF-16 units a message may have; counted here with the markup, which is stricter than Telegram
_SOURCE = "来源"  # a link to the figure stands on this word
_TAGS = 160  # units kept free in a line for its tags and its link
_BREAKS = "。；，、 "  # where an over-long line may be cut, best first
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def clean(text: str) -> str:
    """Text that JSON, SQLite and Telegram all take: no lone surrogates, no control characters but line ends and tabs."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("", whole.replace("\r\n", "\n").replace("\r", "\n"))


def units(text: str) -> int:
    """Length as Telegram counts it: characters outside the basic plane count twice."""
    return len(text) + sum(c > "\uffff" for c in text)


def to_parts(text: str, link: str = "", limit: int = LIMIT) -> list[str]:
    """Messages of at most `limit` units, in order; [] when nothing can be seen. `link`: address behind the first 来源."""
    parts: list[str] = []
    current = ""
    for line in _marked_lines(clean(text).strip(), link, limit):
        if current and units(current) + 1 + units(line) > limit:
            parts.append(current)
            current = line
        else:
            current = f"{current}\n{line}" if current else line
    return [part for part in (*parts, current) if part.strip()]


def first_part(text: str, link: str, cut: str, limit: int = LIMIT) -> str:
    """The one message that a group or an inline answer gets; `cut` closes it when there is more. '' for nothing to see."""
    parts = to_parts(text, link, limit)
    if len(parts) < 2:
        return "".join(parts)
    return to_parts(text, link, limit - units(cut) - 1)[0].rstrip() + "\n" + html.escape(cut, quote=False)


def _marked_lines(text: str, link: str, limit: int) -> Iterator[str]:
    linked = not link
    for number, line in enumerate(text.split("\n")):
        for piece in _pieces(line, limit - _TAGS):
            escaped = html.escape(piece, quote=False)
            if number == 0:
                escaped = f"<b>{escaped}</b>" if piece.strip() else escaped
            elif not linked and piece.startswith(_SOURCE):
                linked = True
                escaped = f'<a href="{html.escape(link)}">{_SOURCE}</a>' + escaped[len(_SOURCE) :]
            yield escaped


def _pieces(line: str, limit: int) -> Iterator[str]:
    """A line in pieces of at most `limit` units once escaped."""
    while units(html.escape(line, quote=False)) > limit:
        end = _most(line, limit)
        cut = next((at + 1 for mark in _BREAKS if (at := line.rfind(mark, end // 2, end)) > 0), end)
        yield line[:cut]
        line = line[cut:]
    yield line


def _most(line: str, limit: int) -> int:
    """How many characters fit; at least one."""
    room = limit
    for at, character in enumerate(line):
        room -= units(html.escape(character, quote=False))
        if room < 0:
            return max(at, 1)
    return len(line)
