"""A web page saved as one file (MHTML, also what Word writes as .doc): the first HTML part of a MIME message."""

import email
import email.policy
import re

from index.errors import FileTooLarge, UnreadableFile

_LONGEST_HEAD = 65_536  # bytes of mail header
_MOST_PARTS = 20_000  # lines that may part two parts


def html_of_mhtml(data: bytes, file: str) -> tuple[bytes, str | None]:
    """The page's bytes and the encoding its header claims."""
    data = data.lstrip()
    if re.search(rb"\r?\n\r?\n", data[:_LONGEST_HEAD]) is None or data.count(b"\n--") > _MOST_PARTS:
        raise FileTooLarge(file, "保存的网页部分过多", "请在浏览器中重新另存后再试")
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    try:
        parts = list(message.walk())
        part = next((part for part in parts if part.get_content_type() == "text/html"), None)
        page = part.get_payload(decode=True) if part is not None else None
        charset = part.get_content_charset() if part is not None else None
    except (LookupError, ValueError, RecursionError) as error:  # what damaged MIME headers raise
        raise _no_page(file) from error
    if message.is_multipart() and parts[-1] is part and message.defects:
        raise UnreadableFile(file, "保存的网页不完整（没有结尾）", "请在浏览器中重新另存后再试")
    if not isinstance(page, bytes) or not page.strip():
        raise _no_page(file)
    return page, charset


def _no_page(file: str) -> UnreadableFile:
    return UnreadableFile(file, "保存的网页里没有正文", "请在浏览器中重新另存为“网页，全部”后再试")
