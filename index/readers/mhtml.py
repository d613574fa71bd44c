"""A web page saved as one file (MHTML, also what Word writes as .doc): the first HTML part of a MIME message."""

import email
import email.policy

from index.errors import UnreadableFile


def html_of_mhtml(data: bytes, file: str) -> tuple[bytes, str | None]:
    """The page's bytes and the encoding its header claims."""
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
    try:
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        page = part.get_payload(decode=True) if part is not None else None
        charset = part.get_content_charset() if part is not None else None
    except (LookupError, ValueError, RecursionError) as error:  # what damaged MIME headers raise
        raise _no_page(file) from error
    if not isinstance(page, bytes) or not page.strip():
        raise _no_page(file)
    return page, charset


def _no_page(file: str) -> UnreadableFile:
    return UnreadableFile(file, "保存的网页里没有正文", "请在浏览器中重新另存为“网页，全部”后再试")
