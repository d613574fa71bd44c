"""DOC, WPS, XLS, ODT: converted by LibreOffice when it is installed."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from index.errors import EncryptedFile, MissingTool, UnreadableFile

_TIMEOUT = 50  # seconds; a first start takes about eight
_PROGRAMS = ("soffice", "libreoffice")


def is_encrypted_ole(data: bytes) -> bool:
    """A new Office file with a password is an OLE container around the encrypted package."""
    return "EncryptedPackage".encode("utf-16-le") in data


def target_of(kind: str, data: bytes) -> str:
    """docx, or xlsx for a workbook."""
    return "xlsx" if kind == "ole" and "Workbook".encode("utf-16-le") in data else "docx"


def convert(data: bytes, file: str, into: str) -> bytes:
    """The bytes of the file converted to `into`.

    Raises MissingTool without LibreOffice, UnreadableFile when it cannot convert the file in time.
    """
    if is_encrypted_ole(data):
        raise EncryptedFile(file, "文件有密码", "请去掉密码后再试")
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise MissingTool(file, "旧版 Office 文件需要 LibreOffice 转换，本机没有安装", "请安装 LibreOffice，或另存为 .docx 后再试")
    with tempfile.TemporaryDirectory(prefix="wennianbao-") as folder:
        return _run(program, data, file, into, Path(folder))


def _run(program: str, data: bytes, file: str, into: str, folder: Path) -> bytes:
    source = folder / "source"
    source.write_bytes(data)
    # Two runs on one profile: the second silently writes nothing. So each has its own, thrown away with the folder.
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
               "--convert-to", into, "--outdir", str(folder), str(source)]
    output = _output_of(command, file)
    converted = folder / f"source.{into}"
    if not converted.is_file() or not converted.stat().st_size:
        if re.search("password", output, re.IGNORECASE):
            raise EncryptedFile(file, "文件有密码", "请去掉密码后再试")
        raise UnreadableFile(file, "LibreOffice 无法转换这个文件", "请另存为 .docx 或 PDF 后再试")
    return converted.read_bytes()


def _output_of(command: list[str], file: str) -> str:
    """Its whole process group ends with it: soffice starts soffice.bin, which would live on."""
    process = subprocess.Popen(  # noqa: S603 a fixed command; the file's name is our own
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        output, _ = process.communicate(timeout=_TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(file, f"LibreOffice {_TIMEOUT} 秒内没有转换完", "请另存为 .docx 或 PDF 后再试") from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return output.decode("utf-8", errors="replace")
