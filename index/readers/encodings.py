"""Bytes → text. What the file says of its own encoding is believed last; text that cannot be Chinese is refused."""

import codecs
import re
from collections.abc import Iterator
from functools import cache

from index.errors import UnreadableFile
from index.text import normalise

_SAMPLE = 20_000  # characters that a judgement looks at, from the first that is not ASCII
_ENOUGH = 20  # fewer Chinese characters prove nothing
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LOST = re.compile(r"\ufffd|\?{2,}|\(cid:\d+\)|[\ue000-\uf8ff]|锟斤拷")
_LOST_MARKS = ("\ufffd", "??", "(cid:", "锟斤拷")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_ASCII = re.compile(r"[\x00-\x7f]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f\ufff0-\uffff\ud800-\udfff]")
_LEADERS = re.compile(r"·{3,}")  # between a label and its figure
_LATIN_MOJIBAKE = re.compile(r"[\x80-\xff]{3,}")
_REMEDY = "请用原网页或原文件重新保存为 UTF-8 后再试"


def decode(data: bytes, file: str, declared: str | None = None) -> str:
    """Text of `data`: BOM, strict UTF-8, else the most legible of UTF-16, GB18030, Big5 and `declared`.

    Raises UnreadableFile for mojibake, text of question marks and bytes that are no text.
    """
    text = _certain(data)
    if text is None:
        text = max(_candidates(data, declared), key=legibility, default="")
    if reason := illegible(text):
        raise UnreadableFile(file, reason, _REMEDY)
    return text


def _certain(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark):].decode(encoding, errors="replace")
    if b"\0" in data[:_SAMPLE]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut off inside a character, or one flipped byte in a long text.
        return _mostly_utf8(data) if error.start > 100 or error.reason == "unexpected end of data" else None


def _mostly_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    return text if text.count("\ufffd") * 500 <= len(text) + 500 and legibility(text) > 0.9 else None


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    encodings = ["gb18030", "big5hkscs", "utf-8"]
    if len(data) % 2 == 0 or b"\0" in data:
        encodings += ["utf-16-le", "utf-16-be"]
    if declared and declared.lower() not in encodings:
        encodings.append(declared)
    for encoding in encodings:
        try:
            yield data.decode(encoding, errors="replace")
        except (LookupError, UnicodeError):  # an encoding nobody knows, or one that is no text encoding
            continue


def legibility(text: str) -> float:
    """0 … 1: share of characters that Chinese office text is made of; lost characters count against it."""
    sample = _sample(text)
    if not sample:
        return 0.0
    hanzi = _hanzi(sample)
    common = _common_share(hanzi) if hanzi else 1.0
    plain = sum(1 for c in sample if (c.isascii() and (c.isprintable() or c in "\t\r\n")) or c in "，。、；：（）“”　《》〔〕—")
    return (plain + len(hanzi) * common) / (len(sample) + 9 * len(_lost(sample)))


def illegible(text: str) -> str | None:
    """Why `text` cannot be read, as a Chinese clause; None when it can."""
    sample = _sample(text)
    if not sample.strip():
        return "文件里没有文字"
    foreign = _ASCII.sub(" ", sample)
    lost = _lost(sample, foreign)
    if lost and sum(map(len, lost)) * 10 > len("".join(sample.split())):
        return "文字已变成问号或方框，原文不可恢复"
    if "\0" in sample or len(_CONTROL.findall(sample)) * 10 > len(sample):
        return "内容不是文字"
    foreign = _LEADERS.sub(" ", foreign)
    hanzi = _hanzi(foreign)
    if sum(map(len, _LATIN_MOJIBAKE.findall(foreign))) > max(len(hanzi), _ENOUGH):
        return "文字是乱码（编码转换出错）"
    if len(hanzi) >= _ENOUGH and _common_share(hanzi) < 0.75:
        return "文字是乱码（编码转换出错）"
    return None


def _sample(text: str) -> str:
    """A web page may begin with pages of script."""
    found = _NOT_ASCII.search(text)
    start = max(found.start() - 200, 0) if found else 0
    return text[start:start + _SAMPLE]


def _hanzi(sample: str) -> str:
    return "".join(_HANZI.findall(sample))


def _lost(sample: str, foreign: str = "") -> list[str]:
    """Looked for only where one of its marks stands: nearly no text has any. `foreign`: its characters that are no ASCII, where they are at hand."""
    some = any(mark in sample for mark in _LOST_MARKS) or _PRIVATE.search(foreign or sample)
    return _LOST.findall(sample) if some else []


def _common_share(hanzi: str) -> float:
    """Real text draws on the first level of GB 2312 almost alone, mojibake on all of it."""
    share = _count_common(hanzi) / len(hanzi)
    if share < 0.9:  # perhaps traditional, or Kangxi radicals
        hanzi = normalise(hanzi)
        share = _count_common(hanzi) / max(len(hanzi), 1)
    return share


def _count_common(text: str) -> int:
    return len(text) - len(_first_level().sub("", text))


@cache
def _first_level() -> re.Pattern[str]:
    """Runs of the 3,755 most used characters."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return re.compile(f"[{''.join(code.decode('gb2312', errors='ignore') for code in codes)}]+")
