"""The prose of a report by sections: headings in all their variants, tables and the page around left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.flow import Alignment, Line
from index.models import Place, Section
from index.section_words import load_section_words
from index.text import kept, label_key
from index.titles import end_of_titles, titles_in

_GLUED = 60  # characters of a line in which headings may stand in the middle
_LONGEST_HEADING = 40
_ADORNMENTS = "【】「」『』〖〗[]\"■□★☆◆◇●◎▶►※> "
_NUMBERED = re.compile(  # 一、 第一部分 壹、 I. Part 1:
    r"^(?:[一二三四五六七八九十壹贰叁肆伍陆柒捌]{1,2}\s*[、.,:：·]|第\s*[一二三四五六七八九十\d]{1,2}\s*(?:部分|[章节篇])\s*[、.,:：·]?|(?:part\s*\d{1,2}|[ivx]{1,4})\s*[、.,:：])\s*", re.IGNORECASE
)
_COUNTED = re.compile(r"^\(?(?:0?(?P<digit>[1-6])|(?P<han>[一二三四五六]))(?!\d)\)?\s*[、.,:：·]?\s*")  # (一) 1. 01 一
_TRANSLATION = re.compile(r"(?<=[\u4e00-\u9fff]) ?[A-Z][A-Za-z][^\u4e00-\u9fff\d]*[a-z]$|(?<=[\u4e00-\u9fff]) ?[IVX]{1,3}\.[^\u4e00-\u9fff\d]*[a-z]$")
_BRACKETED = re.compile(r"^\([一二三四五六]\)")
_TABLES = ("s2", "s3", "s4", "other")  # sections in which only whole sentences are prose
_TABLE_BEGINS = re.compile(r"第二十条\s*第|信息内容|\(本列数据|申请人情况|行政复议\s*行政诉讼|指标名称|计量单位")
_LABEL = re.compile(r"^\(?本列数据|区分处理的|\d$")
_MARKED = re.compile(r"^(?:[一二三四五六七八九十]+[、是]|\([一二三四五六七八九十\d]+\)|[-•·*]|\d{1,2}[.、])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENDED = re.compile(r"[。;:!?；：！？.)）]['\"”’]?$")
_DATE = re.compile(r"^(?:20\d\d|二[〇○零0O].{2})年.{1,3}月.{1,3}日$")
_SIGNER = re.compile(r"^[\u4e00-\u9fff()]{4,30}$")
_TAIL = re.compile(r"(?:附件下载|文件下载|相关附件|附件)$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph of prose."""

    section: str  # s1 … s6, '' outside
    text: str  # normalised
    printed: str
    place: Place


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    printed: str
    place: Place
    heading: str = ""  # id of the section it opens


def chunks_of(lines: Sequence[Line]) -> tuple[tuple[Chunk, ...], tuple[tuple[str, str, Place], ...]]:
    """(paragraphs of prose, headings as (section, printed, place)), both in order."""
    chunks: list[Chunk] = []
    headings: list[tuple[str, str, Place]] = []
    section = ""
    for piece in _opened(_pieces(_without_signature(lines))):
        opened = piece.heading or ("s5" if _opens_problems(piece.text, section) else "")
        if piece.heading:
            section = piece.heading
            headings.append((section, piece.printed.strip(), piece.place))
            continue
        section = opened or section
        if _is(piece.text, load_section_words().end) and section in ("s6", "s5"):
            break
        _append(chunks, section if section != "other" else "", piece, _is_prose(piece.text, section))
    return tuple(chunks), tuple(headings)


def sections_of(chunks: Iterable[Chunk], headings: Iterable[tuple[str, str, Place]]) -> tuple[Section, ...]:
    """One section an id, in the order of the form; repeated headings (page residue) are joined."""
    titles = {section: (title, place) for section, title, place in reversed(list(headings))}
    prose: dict[str, list[Chunk]] = {section: [] for section in sorted(titles) if section != "other"}
    for chunk in chunks:
        prose.setdefault(chunk.section, []).append(chunk)
    return tuple(
        Section(section, *_heading(titles.get(section), own, section))
        for section, own in sorted(prose.items()) if section or own
    )


def _heading(known: tuple[str, Place] | None, own: Sequence[Chunk], section: str) -> tuple[str, tuple[str, ...], Place]:
    title, place = known or ("", own[0].place)
    return title, tuple(chunk.printed for chunk in own), place


# ---------------------------------------------------------------- headings

def _pieces(lines: Iterable[Line]) -> Iterator[_Piece]:
    for line in lines:
        if len(line.text) > _GLUED:
            yield from _unglued(line)
        else:
            yield _Piece(line.text, line.printed, line.place, heading_of(line.text))


def _opened(pieces: Iterable[_Piece]) -> Sequence[_Piece]:
    """With the headings that are only counted, (一) or 1, where no other ones are."""
    known = list(pieces)
    return known if sum(bool(p.heading) for p in known) > 1 else [p if p.heading else replace(p, heading=_counted(p.text)) for p in known]


def _counted(line: str) -> str:
    """The section of "1 总体情况", "(五)存在的主要问题及改进情况": a heading with its own place in the form; '' for none."""
    line = line.strip(_ADORNMENTS)
    found = _COUNTED.match(line)
    section = load_section_words().exact.get(label_key(line[found.end():]), "") if found else ""
    return section if found and section == f"s{found['digit'] or '一二三四五六'.index(found['han']) + 1}" else ""


@kept
def heading_of(line: str) -> str:
    """The section that a line of its own opens, '' for none. "三、政府信息依申请公开工作情况" -> s3."""
    line = line.strip(_ADORNMENTS)
    line = _TRANSLATION.sub("", line) if line[-1:].isascii() else line
    if len(line) > _LONGEST_HEADING or line.endswith(("。", ";", ",", "，")):
        return ""
    words = load_section_words()
    numbered = _NUMBERED.match(line)
    key = label_key(line[numbered.end():] if numbered else line)
    if key in words.exact:
        return words.exact[key]
    if not numbered or "\t" in line or re.search(r"\d", key):
        return ""
    return next((section for section, group in words.words if all(word in key for word in group)), "")


def _unglued(line: Line) -> Iterator[_Piece]:
    """A line of page text cut at the headings inside it."""
    words = load_section_words()
    found = list(words.inline.finditer(line.text))
    if not found:
        yield _Piece(line.text, line.printed, line.place)
        return
    alignment = Alignment(line.text, line.printed)
    cuts = [(0, 0, ""), *((f.start(), f.end(), words.exact[label_key(f["heading"])]) for f in found)]
    for (start, body, section), (stop, _, _) in zip(cuts, [*cuts[1:], (len(line.text), 0, "")], strict=True):
        if section:
            yield _piece(line, alignment, start, body, section)
        first, last = _prose_part(line.text[body:stop])
        if first < last:
            yield _piece(line, alignment, body + first, body + last)


def _piece(line: Line, alignment: Alignment, start: int, end: int, section: str = "") -> _Piece:
    return _Piece(line.text[start:end], alignment.printed(start, end), line.place._replace(column=start), section)


def _prose_part(text: str) -> tuple[int, int]:
    """Where the prose of a glued section lies: after the title of the page, before its table and the page's end."""
    first = end_of_titles(text)
    table = _TABLE_BEGINS.search(text, first)
    last = table.start() if table else len(text)
    tail = _TAIL.search(text[max(first, last - 60): last].rstrip())
    return first, max(first, last - 60) + tail.start() if tail else last


def _opens_problems(text: str, section: str) -> bool:
    """（一）主要问题 after the tables of section four, where the heading of section five is lost."""
    bare = _BRACKETED.sub("", text).strip("。:")
    return section in ("s3", "s4") and bare != text and bare in load_section_words().bare


# ---------------------------------------------------------------- prose

def _is_prose(text: str, section: str) -> bool:
    if "\t" in text or "|" in text or not _HAN.search(text) or _is(text, load_section_words().furniture):
        return False
    if len(text) <= _GLUED and any(title.whole for title in titles_in(text)):
        return False
    if section in ("s1", "s5", "s6"):
        return len(text) >= 4 or text.rstrip("。") in ("无", "没有", "暂无")
    return "。" in text and not _LABEL.search(text.rstrip())


def _is(text: str, beginnings: tuple[str, ...]) -> bool:
    return len(text) <= _GLUED and text.lstrip("[【(*#- ").startswith(beginnings) and "。" not in text


def _append(chunks: list[Chunk], section: str, piece: _Piece, prose: bool) -> None:
    before = chunks[-1] if chunks else None
    printed = piece.printed.strip()
    if before and before.section == section and _wraps(before, piece):
        chunks[-1] = replace(before, text=before.text + piece.text, printed=before.printed + printed)
    elif prose and printed:
        chunks.append(Chunk(section, piece.text.strip(), printed, piece.place))


def _wraps(before: Chunk, piece: _Piece) -> bool:
    """A line of running text cut by the width of the page, not by its author."""
    return (
        len(before.text) >= 15 and not _ENDED.search(before.text) and not _MARKED.match(piece.text) and "\t" not in piece.text
        and "|" not in piece.text and bool(_HAN.search(piece.text)) and before.place.block != piece.place.block
    )


def _without_signature(lines: Sequence[Line]) -> Sequence[Line]:
    """The agency and the date under the report are no part of its last section."""
    drop = set()
    for number, line in enumerate(lines):
        if _DATE.match(line.text.replace(" ", "")):
            drop.add(number)
            if number and _SIGNER.match(lines[number - 1].text) and not heading_of(lines[number - 1].text):
                drop.add(number - 1)
    return [line for number, line in enumerate(lines) if number not in drop or number < len(lines) // 2]
