"""RTF → what is printed, piece by piece: characters out of code pages and \\u escapes, and the control words that set tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from index.readers.scripts import raised

_TOKEN = re.compile(rb"([{}])|\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([^\\{}\r\n\0]+)")
_UNPRINTED = frozenset(  # groups without text of the page, or with text that stands elsewhere a second time
    b"colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf footnote pict objdata objclass nonshppict shprslt"
    b" nonesttables upr listtable listoverridetable xmlnstbl".split()
)
_BREAKS = {b"tab": "\t", b"line": "\n", b"emspace": " ", b"enspace": " ", b"qmspace": " ", b"bullet": "•", b"endash": "–", b"emdash": "—",
           b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"\t": "\t", b"{": "{", b"}": "}", b"\\": "\\"}
_CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs"}  # of a font; other fonts have the page of the file
_HIDING = frozenset((b"v", b"deleted", b"strike", b"striked"))
_DEEPEST = 1000  # groups in one another


class Piece(NamedTuple):
    """Text, or a control word that is no text (`word`): par, cell, row, trowd, cellx …"""

    text: str
    word: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """What holds to the end of a group."""

    skipped: bool = False
    font: int = 0
    after_unicode: int = 1  # characters behind \\u for readers that do not know it
    hidden: frozenset[bytes] = frozenset()
    raised: bool = False
    numbering: bool = False  # in a list number that was written out
    fonts: bool = False  # in the table of fonts


def pieces_of(data: bytes) -> Iterator[Piece]:
    """The pieces in the order of the file; raises ValueError where groups stand too deep, EOFError where the file was cut off."""
    return _Walk(data).pieces()


class _Walk:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.state = _State()
        self.stack: list[_State] = []
        self.codes: dict[int, str] = {}  # by font
        self.page, self.default = "cp1252", 0  # code page and font of the file
        self.bytes = bytearray()  # of characters that may have two
        self.units: list[int] = []  # UTF-16 of \\u
        self.left_out = 0  # characters still to be passed over behind \\u
        self.starred = False

    def pieces(self) -> Iterator[Piece]:
        at = 0
        while found := _TOKEN.search(self.data, at):
            at = found.end()
            group, word, number, byte, symbol, text = found.groups()
            if word == b"bin":
                at += max(int(number or 0), 0)
            elif word is not None:
                yield from self.control(word, int(number) if number else None)
            elif group:
                yield from self.flush()
                self.group(group)
            elif symbol is not None:
                yield from self.symbol(symbol)
            else:
                yield from self.characters(bytes([int(byte, 16)]) if byte else text)
        yield from self.flush()
        if self.stack:
            raise EOFError("a group is left open")

    def group(self, mark: bytes) -> None:
        self.left_out, self.starred = 0, False
        if mark == b"{":
            if len(self.stack) >= _DEEPEST:
                raise ValueError("groups too deep")
            self.stack.append(self.state)
        elif self.stack:
            self.state = self.stack.pop()

    def symbol(self, mark: bytes) -> Iterator[Piece]:
        if mark == b"*":
            self.starred = True
        elif mark in (b"\n", b"\r"):
            yield from self.control(b"par", None)
        elif mark in b"{}\\":
            yield from self.characters(mark)  # may be the second half of a character
        elif mark in _SYMBOLS:
            yield from self.control_text(_SYMBOLS[mark])

    def characters(self, text: bytes) -> Iterator[Piece]:
        text, self.left_out = text[self.left_out :], max(self.left_out - len(text), 0)
        if text and not self.state.skipped:
            if self.units:
                yield from self.flush()
            self.bytes += text

    def control(self, word: bytes, number: int | None) -> Iterator[Piece]:
        starred, self.starred = self.starred, False
        if word == b"u" and number is not None:
            yield from self.unicode(number)
            return
        yield from self.flush()
        if word in _BREAKS:
            yield from self.control_text(_BREAKS[word])
            return
        self.left_out = 0
        if word == b"shptxt":
            self.state = replace(self.state, skipped=False)
        elif starred or word in _UNPRINTED:
            self.state = replace(self.state, skipped=True)
        elif word == b"fonttbl":
            self.state = replace(self.state, skipped=True, fonts=True)
        elif not self.sets(word, number) and not self.state.skipped:
            yield Piece("", word.decode(), number)

    def control_text(self, text: str) -> Iterator[Piece]:
        yield from self.flush()
        if self.left_out:
            self.left_out -= 1
        elif not self.state.skipped and not (self.state.numbering and text == "\t"):
            yield Piece(text)

    def unicode(self, number: int) -> Iterator[Piece]:
        if self.bytes:
            yield from self.flush()
        if not self.state.skipped:
            self.units.append(number & 0xFFFF)
        self.left_out = self.state.after_unicode

    def sets(self, word: bytes, number: int | None) -> bool:
        """Whether the word changes what the following text is."""
        state = self.state
        if word == b"deff":
            self.default = number or 0
        elif word == b"f":
            state = replace(state, font=number or 0)
        elif word == b"fcharset" and state.fonts:
            self.codes[state.font] = _CHARSETS.get(number or 0, "")
        elif word == b"ansicpg":
            self.page = "gb18030" if number == 936 else f"cp{number}"
        elif word == b"uc":
            state = replace(state, after_unicode=max(number or 0, 0))
        elif word in _HIDING:
            state = replace(state, hidden=state.hidden - {word} if number == 0 else state.hidden | {word})
        elif word in (b"super", b"sub", b"nosupersub"):
            state = replace(state, raised=word != b"nosupersub" and number != 0)
        elif word == b"plain":
            state = replace(state, hidden=frozenset(), raised=False, font=self.default)
        elif word in (b"listtext", b"pntext"):
            state = replace(state, numbering=True)
        else:
            return False
        self.state = state
        return True

    def flush(self) -> Iterator[Piece]:
        """The text so far, unless it is hidden."""
        units = b"".join(unit.to_bytes(2, "little") for unit in self.units).decode("utf-16-le", "replace")
        text = units + self.decoded(bytes(self.bytes))
        self.units.clear()
        self.bytes.clear()
        if text and not self.state.hidden:
            yield Piece(raised(text) if self.state.raised else text)

    def decoded(self, text: bytes) -> str:
        if text.isascii():
            return text.decode("ascii")
        try:
            return text.decode(self.codes.get(self.state.font) or self.page, "replace")
        except LookupError:  # a code page that nobody knows
            return text.decode("gb18030", "replace")
