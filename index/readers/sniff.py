"""What a file is, by its first bytes: the name lies too often (.doc that is a web page, .wps that is a .doc)."""

import re
from itertools import islice

_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<div[\s>]|<p[\s>]|<meta\s|<h[1-6][\s>]|<span[\s>]|<tr[\s>]"
    rb"|<center[\s>]|<font[\s>]|<article[\s>]|<section[\s>]",
    re.IGNORECASE,
)
_MESSAGE = re.compile(
    rb"^(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart/|Content-Transfer-Encoding:)", re.IGNORECASE
)
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml\s")
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_HEAD = 65_536  # bytes looked at


def sniff(data: bytes) -> str:
    """pdf | zip | ole | rtf | png | jpeg | picture | archive | message | xml | html | text | nothing."""
    head = data[:_HEAD]
    for kind, marks in _MAGIC:
        if head.startswith(marks):
            return kind
    if b"%PDF-" in head[:1024]:
        return "pdf"
    plain = head.replace(b"\0", b"")  # UTF-16 shows its tags too
    if not plain.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe"):
        return "nothing"
    if _MESSAGE.match(plain.lstrip()[:16384]):
        return "message"
    if _XML.match(plain) and not _PAGE.search(plain):
        return "xml"
    return "html" if len(list(islice(_HTML.finditer(plain), 2))) > 1 or _HTML.match(plain.lstrip(b" \t\r\n\xef\xbb\xbf\xff\xfe")) else "text"


_MAGIC: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("pdf", (b"%PDF-",)),
    ("zip", (b"PK\x03\x04", b"PK\x05\x06")),
    ("ole", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    ("rtf", (b"{\\rtf",)),
    ("png", (b"\x89PNG\r\n\x1a\n",)),
    ("jpeg", (b"\xff\xd8\xff",)),
    ("picture", (b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"RIFF")),
    ("archive", (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")),
)
