"""Any file → Document. What a file is, its content says; the name is only for people.

    sniff → encodings → text | html | message (MHTML, mail) | xml
          → docx | rtf | xlsx | ods | pdf | office (LibreOffice) | scan (ocr extra)
"""

import hashlib
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from index.errors import FileTooLarge, MissingTool, UnreadableFile
from index.models import Document
from index.readers.content import Content, TooMuch
from index.readers.encodings import decode
from index.readers.html import read_html
from index.readers.json_data import read_json
from index.readers.markdown import as_page
from index.readers.message import part_of_message
from index.readers.rtf import read_rtf
from index.readers.sniff import sniff
from index.readers.text import read_text
from index.readers.zips import office_kind

MAX_BYTES = 20 * 1024 * 1024


def read_document(source: str | Path | bytes, name: str | None = None) -> Document:
    """The file at a path or http(s) address, or `source` itself when it is bytes (`name` is then what people know it by).

    Raises UnreadableFile (one line: file, reason, remedy) for everything that cannot be read.
    """
    data = source if isinstance(source, bytes) else _bytes_of(source)
    file = name or (str(source) if not isinstance(source, bytes) else "文件")
    if len(data) > MAX_BYTES:
        raise FileTooLarge(file, f"文件超过 {MAX_BYTES // 1024 // 1024} MB", "请只提供年度报告本身")
    try:
        content = _read(data, file)
    except TooMuch as error:
        raise FileTooLarge(file, "文字过多，不是一份年度报告", "请只提供年度报告本身") from error
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(file, content.media, content.blocks, sha256, content.title, content.metadata, content.ocr)


def _bytes_of(source: str | Path) -> bytes:
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        from index.readers.web import fetch

        return fetch(source, MAX_BYTES)
    path = Path(source)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileTooLarge(str(path), f"文件超过 {MAX_BYTES // 1024 // 1024} MB", "请只提供年度报告本身")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        raise UnreadableFile(str(path), f"打不开文件（{getattr(error, 'strerror', None) or error}）", "请检查路径和权限") from error


def _read(data: bytes, file: str) -> Content:
    kind = sniff(data)
    reader = _READERS.get(kind)
    if reader is None:
        reason = "文件是空的" if kind == "nothing" else "不认识的文件格式"
        raise UnreadableFile(file, reason, "请提供 TXT、网页、Word、PDF、Excel 文件或 PNG、JPEG 图片")
    return reader(data, file)


def _read_text(data: bytes, file: str) -> Content:
    text = decode(data, file)
    return read_json(text, file) or read_text(text)


def _read_page(data: bytes, file: str) -> Content:
    text = decode(data, file)
    return read_json(text, file) or read_html(as_page(text), file)


def _read_xml(data: bytes, file: str) -> Content:
    from index.readers.xml_data import read_xml
    from index.readers.xml_tree import NoXml

    text = decode(data, file)
    try:
        return read_xml(text, file)
    except NoXml:
        return read_text(text)


def _read_message(data: bytes, file: str) -> Content:
    part, kind, charset = part_of_message(data, file)
    if kind not in ("html", "text"):
        return _READERS[kind](part, file)
    text = decode(part, file, charset)
    return read_html(text, file) if kind == "html" else read_text(text)


# The libraries below are loaded when the first such file comes: they cost half a second.

def _read_zip(data: bytes, file: str) -> Content:
    kind = office_kind(data, file)
    if kind == "docx":
        from index.readers.docx import read_docx

        return read_docx(data, file)
    if kind == "xlsx":
        from index.readers.xlsx import read_xlsx

        return read_xlsx(data, file)
    if kind == "odf":
        from index.readers.ods import is_ods, read_ods

        return read_ods(data, file) if is_ods(data) else _read_office(data, file)
    if kind == "ofd":
        raise UnreadableFile(file, "暂不能读 OFD 文件", "请用 OFD 阅读器转换为 PDF 后再试")
    raise UnreadableFile(file, "压缩包里不是 Word 或 Excel 文件", "请解压后提供年度报告本身")


def _read_office(data: bytes, file: str) -> Content:
    from index.readers.office import convert, target_of

    converted = convert(data, file, target_of(sniff(data), data))
    if office_kind(converted, file) == "odf":
        raise UnreadableFile(file, "LibreOffice 无法转换这个文件", "请另存为 .docx 或 PDF 后再试")
    return _read_zip(converted, file)


def _read_pdf(data: bytes, file: str) -> Content:
    from index.readers.pdf import parse_pdf, pdf_content

    parsed = parse_pdf(data, file)
    if not parsed.pictures:
        return pdf_content(parsed, (), file)
    scan = _scan()
    if scan is None and not parsed.pages:
        raise MissingTool(file, "PDF 是扫描件，识别文字的 ocr 组件没有安装", "请先运行 make ocr")
    recognised = scan.recognised_pages(data, parsed.pictures, file) if scan else ()
    return pdf_content(parsed, recognised, file)


def _read_picture(data: bytes, file: str) -> Content:
    scan = _scan()
    if scan is None:
        raise MissingTool(file, "文件是图片，识别文字的 ocr 组件没有安装", "请先运行 make ocr")
    return cast(Content, scan.read_picture(data, file))


def _scan() -> Any:
    """The module, or None without the ocr extra."""
    try:
        return import_module("index.readers.scan")
    except ImportError:
        return None


_READERS: Mapping[str, Callable[[bytes, str], Content]] = {
    "text": _read_text, "html": _read_page, "xml": _read_xml, "message": _read_message, "zip": _read_zip, "pdf": _read_pdf,
    "ole": _read_office, "rtf": read_rtf, "png": _read_picture, "jpeg": _read_picture,
}
