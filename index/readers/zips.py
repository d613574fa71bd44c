"""What a zip holds, judged before anything is unpacked."""

import io
import zipfile

from index.errors import EncryptedFile, FileTooLarge, UnreadableFile

MAX_UNPACKED = 120 * 1024 * 1024  # bytes, all members together
MAX_XML = 15 * 1024 * 1024  # bytes of XML, which a tree multiplies by thirty
MAX_MEMBERS = 5_000


def office_kind(data: bytes, file: str) -> str:
    """docx | xlsx | odf | ofd | other.

    Raises UnreadableFile for a damaged or encrypted zip, or one that unpacks beyond the limits. The sizes are
    those the directory claims; zipfile unpacks no byte more than claimed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(file, "压缩容器已损坏", "请重新下载或另存后再试") from error
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedFile(file, "文件有密码", "请去掉密码后再试")
    unpacked = sum(member.file_size for member in members)
    xml = sum(member.file_size for member in members if member.filename.lower().endswith((".xml", ".rels")))
    if unpacked > MAX_UNPACKED or xml > MAX_XML or len(members) > MAX_MEMBERS:
        raise FileTooLarge(file, "解压后过大（疑似压缩炸弹）", "请只提供年度报告本身")
    return _kind({member.filename for member in members})


def _kind(names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "OFD.xml" in names:
        return "ofd"
    return "odf" if "content.xml" in names else "other"
