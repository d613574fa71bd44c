"""RTF as office programs write it: characters of any code page, tables with merged and blank cells, what is not printed."""

from collections.abc import Callable, Sequence

import pytest

from index.errors import UnreadableFile
from index.models import Grid, Paragraph
from index.readers import read_document

FONTS = rb"{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\froman\fcharset0 Times;}{\f2\fnil\fcharset136 MingLiU;}}"


def rtf(body: bytes, head: bytes = rb"\ansi\ansicpg936\deff0\uc1") -> bytes:
    return rb"{\rtf1" + head + FONTS + body + b"}"


def paragraphs(body: bytes) -> list[str]:
    return [block.text for block in read_document(rtf(body), "报告.rtf").blocks if isinstance(block, Paragraph)]


def grid(body: bytes) -> list[tuple[int, int, int, int, str]]:
    found = next(block for block in read_document(rtf(body), "报告.rtf").blocks if isinstance(block, Grid))
    return [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in found.cells]


def escaped(text: str) -> bytes:
    units = text.encode("utf-16-le")
    numbers = (int.from_bytes(units[n : n + 2], "little", signed=True) for n in range(0, len(units), 2))
    return b"".join(rb"\u%d?" % number for number in numbers)


def in_hex(text: str) -> bytes:
    return b"".join(rb"\'%02x" % byte for byte in text.encode("gb18030"))


def half_in_hex(text: str) -> bytes:
    """The second byte of a character as a letter, where it is one: 乖 is \\'b9d."""
    return b"".join(bytes([byte]) if chr(byte).isalpha() and byte < 128 else rb"\'%02x" % byte for byte in text.encode("gb18030"))


@pytest.mark.parametrize("write", [escaped, in_hex, half_in_hex])
@pytest.mark.parametrize("text", ["政府信息公开", "（三）不予公开", "閘北乖離", "𠀀镇"])
def test_characters(write: Callable[[str], bytes], text: str) -> None:
    assert paragraphs(write(text) + rb" 12\par") == [f"{text} 12"]


@pytest.mark.parametrize(("body", "expected"), [
    (rb"\uc2\u35268\'b9\'e6\u31456\'d5\'c2 7\par", "规章 7"),
    (rb"\u8220\ldblquote a\u8221\rdblquote\par", "“a”"),
    (rb"{\uc0\u35268\u31456}5\par", "规章5"),
    (rb"{\f2\'b3\'57\'b3\'b9}\f0\'b9\'e6\par", "規章规"),
    (rb"{\f1 a\'b9\'e6}\par", "a规"),
    (rb"3{\super 1}\par", "3¹"),
    (rb"a{\v 12}b{\deleted 5}{\strike 6}{\strike0 7}\par", "ab7"),
    (rb"{\*\generator x;}{\header 8\par}{\info{\title 9}}{\pict\wmetafile8 0123}{\footnote 4}a\par", "a"),
    (rb"{\field{\*\fldinst HYPERLINK 1}{\fldrslt a}}\~b\_c\par", "a b-c"),
    (rb"{\listtext\pard 1.\tab}a\tab b\line c\par", "1.a\tb"),
    (rb"\bin5 {{{{{a\{b\}\\\par", "a{b}\\"),
])
def test_what_is_printed(body: bytes, expected: str) -> None:
    assert paragraphs(body)[0] == expected


def test_text_boxes_are_read_once() -> None:
    assert paragraphs(rb"{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 3}}{\shptxt \pard a\par}}{\shprslt\par\pard b\par}}\par\pard c\par") == ["a", "c"]


TABLE: Sequence[Sequence[tuple[str, bytes]]] = (
    ((r"\clvmgf\cellx1000", b"x"), (r"\cellx4000", b"y")),
    ((r"\clvmrg\cellx1000", b""), (r"\cellx2000", b"1"), (r"\cellx3000", b""), (r"\cellx4010", b"3\\par 4")),
    ((r"\cellx1000", b"z"), (r"\clmgf\cellx2000", b"5"), (r"\clmrg\cellx3000", b""), (r"\cellx4000", b"")),
)
EXPECTED = [(0, 0, 2, 1, "x"), (0, 1, 1, 3, "y"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, ""), (1, 3, 1, 1, "3\n4"), (2, 0, 1, 1, "z"), (2, 1, 1, 2, "5"), (2, 3, 1, 1, "")]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("plain", [False, True])
def test_tables_keep_their_merged_and_blank_cells(again: bool, plain: bool) -> None:
    """Word defines a row a second time behind its cells; others set \\pard once a row."""
    body = b""
    for row in TABLE:
        edges = b"\\trowd\\trgaph70" + b"".join(edge.encode() for edge, _ in row)
        body += edges + b"".join((b"\\pard\\intbl " if not plain or n == 0 else b" ") + text + b"\\cell" for n, (_, text) in enumerate(row)) + (edges if again else b"") + b"\\row\n"
    body = b"\\pard a\\par" + body + b"\\pard b\\par"
    assert [(row, column, height, width, text.strip()) for row, column, height, width, text in grid(body)] == EXPECTED
    assert paragraphs(body) == ["a", "b"]


@pytest.mark.parametrize("body", [b"", rb"\par\par", b"{" * 5000, rb"\trowd\row\cellx\cell\u99999999999"])
def test_nothing_to_read_is_told(body: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_document(rtf(body), "报告.rtf")


def test_a_file_that_was_cut_off_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_document(rtf(rb"\pard a\par")[:-1], "报告.rtf")
