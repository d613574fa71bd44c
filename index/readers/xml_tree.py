"""XML → tree, without entities, network or document types."""

from typing import Any

from lxml import etree

from index.errors import UnreadableFile


class NoXml(UnreadableFile):
    """The bytes are no well-formed XML."""


def tree_of(data: bytes | str, file: str) -> Any:
    """The root element; `str` for a text whose declaration may name another encoding than it had. Raises NoXml."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data if isinstance(data, bytes) else _undeclared(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoXml(file, "XML 不完整或有错误", "请重新导出后再试") from error


def _undeclared(text: str) -> bytes:
    """In UTF-8, without a declaration that says otherwise."""
    start = text.lstrip("\ufeff \t\r\n")
    return (start.partition("?>")[2] if start.startswith("<?xml") else start).encode("utf-8", errors="replace")


def local(name: object) -> str:
    """The name of an element or attribute without its namespace; '' for what is neither."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
