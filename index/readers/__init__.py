"""Any file → Document. What a file is, its content says; the name is only for people.

    sniff → encodings → text | html | mhtml
          → docx | xlsx | pdf | office (LibreOffice) | scan (ocr extra)
"""

import hashlib
from pathlib import Path

from index.errors import FileTooLarge, MissingTool, UnreadableFile
from index.models import Document
from index.readers.content import Content
from index.readers.encodings import decode
from index.readers.html import read_html
from index.readers.mhtml import html_of_mhtml
from index.readers.sniff import sniff
from index.readers.text import read_text
from index.readers.zips import office_kind

MAX_BYTES = 20 * 1024 * 1024


def read_document(source: str | Path | bytes, name: str | None = None) -> Document:
    """The file at a path, or `source` itself when it is bytes (then `name` is what people know it by).

    Raises UnreadableFile (one line: file, reason, remedy) for everything that cannot be read.
    """
    data = source if isinstance(source, bytes) else _bytes_of(Path(source))
    file = name or (str(source) if not isinstance(source, bytes) else "文件")
    if len(data) > MAX_BYTES:
        raise FileTooLarge(file, f"文件超过 {MAX_BYTES // 1024 // 1024} MB", "请只提供年度报告本身")
    content = _read(data, file)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(file, content.media, content.blocks, sha256, content.title, content.metadata, content.ocr)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise FileTooLarge(str(path), f"文件超过 {MAX_BYTES // 1024 // 1024} MB", "请只提供年度报告本身")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(str(path), f"打不开文件（{error.strerror or error}）", "请检查路径和权限") from error


def _read(data: bytes, file: str) -> Content:
    kind = sniff(data)
    if kind == "html":
        return read_html(decode(data, file), file)
    if kind == "mhtml":
        page, charset = html_of_mhtml(data, file)
        return read_html(decode(page, file, charset), file)
    if kind == "text":
        return read_text(decode(data, file))
    if kind == "zip":
        return _read_zip(data, file)
    if kind == "pdf":
        return _read_pdf(data, file)
    raise UnreadableFile(file, "不认识的文件格式", "请提供 TXT、网页、Word、PDF 或 Excel 文件")


def _read_zip(data: bytes, file: str) -> Content:
    """The libraries for office files are loaded when the first one comes: they cost a quarter of a second."""
    kind = office_kind(data, file)
    if kind == "docx":
        from index.readers.docx import read_docx

        return read_docx(data, file)
    raise UnreadableFile(file, "压缩包里不是 Word 或 Excel 文件", "请解压后提供年度报告本身")


def _read_pdf(data: bytes, file: str) -> Content:
    from index.readers.pdf import read_pdf

    content = read_pdf(data, file)
    if content is None:
        raise MissingTool(file, "PDF 是扫描件，没有文字", "请先用 make ocr 安装文字识别")
    return content
