"""Old office files, with a stand-in for LibreOffice on the PATH: what is asked of it and what its failures become."""

import sys
from pathlib import Path

import pytest

from index.errors import EncryptedFile, MissingTool, UnreadableFile
from index.readers import office, read_document
from tests.readers.make_docx import docx, p

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def soffice(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, pathlib\nout = pathlib.Path(sys.argv[-2])\n{body}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_without_libreoffice_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingTool, match="LibreOffice"):
        read_document(OLE, "报告.doc")


def test_converted_and_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    body = (
        "assert '--headless' in sys.argv and any(a.startswith('-env:UserInstallation=file:///') for a in sys.argv)\n"
        f"out.joinpath('source.docx').write_bytes({docx(p('正文'))!r})"
    )
    soffice(tmp_path, monkeypatch, body)
    document = read_document(OLE, "报告.doc")
    assert [getattr(block, "text", None) for block in document.blocks] == ["正文"]


def test_a_silent_failure_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    soffice(tmp_path, monkeypatch, "")
    with pytest.raises(UnreadableFile, match="无法转换"):
        read_document(OLE, "报告.doc")


def test_a_hanging_program_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    soffice(tmp_path, monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(office, "_TIMEOUT", 0.5)
    with pytest.raises(UnreadableFile, match="没有转换完"):
        read_document(OLE, "报告.doc")


def test_a_password_is_named() -> None:
    with pytest.raises(EncryptedFile):
        read_document(OLE + "EncryptedPackage".encode("utf-16-le"), "密.docx")
