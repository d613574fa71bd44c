"""A question inside a button or a link: at most 64 characters of A-Za-z0-9_-, so nothing has to be remembered.

    pack("邓州市人民政府2020年不予公开是多少件？") -> "a…"; unpack(…) -> the question; None for anything else

Two-byte characters, deflated against data/codebook.txt, with one check byte. The first letter names the codebook.
"""

import binascii
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache
from pathlib import Path

VERSION = "a"
LONGEST = 62  # characters of a code: callback data and start payloads end at 64, two are left for the caller's mark
_MOST = 2048  # bytes that a code may unpack to; a question has at most a few hundred
_BOOK = Path(__file__).parent.parent / "data" / "codebook.txt"


@cache
def _codebook() -> bytes:
    """Common phrases; deflate finds the last ones cheapest."""
    lines = _BOOK.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#")).encode("gb18030")


def pack(question: str) -> str | None:
    """The question as a code; None when it does not fit."""
    try:
        plain = question.encode("gb18030")
    except UnicodeEncodeError:
        return None
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=_codebook())
    body = bytes([binascii.crc32(plain) & 0xFF]) + squeezer.compress(plain) + squeezer.flush()
    code = VERSION + urlsafe_b64encode(body).decode().rstrip("=")
    return code if len(code) <= LONGEST else None


def unpack(code: str) -> str | None:
    """The question of a code made by pack(); None for a damaged or invented one."""
    if not code.startswith(VERSION) or len(code) > LONGEST:
        return None
    try:
        body = urlsafe_b64decode(code[1:] + "=" * (-len(code[1:]) % 4))
        opener = zlib.decompressobj(-15, zdict=_codebook())
        plain = opener.decompress(body[1:], _MOST)
        question = plain.decode("gb18030")
    except (ValueError, zlib.error):
        return None
    whole = opener.eof and not opener.unused_data and plain and binascii.crc32(plain) & 0xFF == body[0]
    return question if whole else None
