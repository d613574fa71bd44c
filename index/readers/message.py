"""A MIME message: a web page saved as one file (MHTML, also what Word writes as .doc), or a mail that holds a report or brings one."""

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.message import Message
from typing import Any, TypeAlias

from index.errors import FileTooLarge, UnreadableFile
from index.readers.sniff import sniff

_LONGEST_HEAD = 65_536  # bytes of mail header
_MOST_PARTS = 20_000  # lines that may part two parts
_FEWEST = 20  # figures that a report has; a covering letter has fewer
_BROUGHT = frozenset(("pdf", "zip", "ole", "rtf"))
_TAG_OR_FIGURE = re.compile(rb"<[^<>]*>|\d+")

Part: TypeAlias = "Message[Any, Any]"


def part_of_message(data: bytes, file: str) -> tuple[bytes, str, str | None]:
    """The part with the report – its page, else its text, else a file attached – with what it is and the encoding its header claims."""
    data = data.lstrip()
    if re.search(rb"\r?\n\r?\n", data[:_LONGEST_HEAD]) is None or data.count(b"\n--") > _MOST_PARTS:
        raise FileTooLarge(file, "保存的网页部分过多", "请在浏览器中重新另存后再试")
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    try:
        parts = list(message.walk())
        found = list(_candidates(parts))
    except (LookupError, ValueError, RecursionError) as error:  # what damaged MIME headers raise
        raise _no_page(file) from error
    if not found:
        raise _no_page(file)
    part, page, kind = next((each for each in found if _holds_report(*each)), found[0])
    if message.is_multipart() and parts[-1] is part and message.defects:
        raise UnreadableFile(file, "保存的网页不完整（没有结尾）", "请在浏览器中重新另存后再试")
    return page, kind, part.get_content_charset()


def _candidates(parts: Sequence[Part]) -> Iterator[tuple[Part, bytes, str]]:
    for kind, wanted in (("html", "text/html"), ("text", "text/plain"), ("", "")):
        for part in parts:
            attached = part.get_content_disposition() == "attachment"
            if (attached if not kind else part.get_content_type() == wanted) and (page := part.get_payload(decode=True)):
                assert isinstance(page, bytes)
                if page.strip() and (kind or sniff(page) in _BROUGHT):
                    yield part, page, kind or sniff(page)


def _holds_report(_: Part, page: bytes, kind: str) -> bool:
    return kind in _BROUGHT or sum(each[:1] != b"<" for each in _TAG_OR_FIGURE.findall(page)) >= _FEWEST


def _no_page(file: str) -> UnreadableFile:
    return UnreadableFile(file, "保存的网页或邮件里没有正文", "请在浏览器中重新另存为“网页，全部”后再试")
