"""The title of an annual report in its many orders: 邓州市人民政府2020年政府信息公开工作年度报告, 2024年上海市科委政府信息公开年报."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.text import kept

_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
_YEAR = r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|[012]\d(?=\s*年)|(?<![第〇○零一二三四五六七八九十])[〇○零一二][〇○零一二三四五六七八九](?=年)|二[〇○零0Oo][〇○零0Oo一二三四五六七八九]{2})"
_KIND = (
    r"(?:政府|政务)?(?:信息与|信息和|信息及)?(?:信息|政务)公开(?:和政务公开)?(?:工作|情况|的|及)*"
    rf"(?:{_YEAR}年?)?(?:年度)?(?:工作|情况|的)*(?:总结)?(?:年度)?(?:工作)?(?:报告|年报)"
)
_IN_EVERY = "报"  # 报告, 年报: most lines are without it
_NUMBER = r"(?<!\d)(?!(?:19|20)\d\d(?!\d)|[012]\d\s*年)\d{1,5}(?!\d)"  # of a name, not a year: 12345热线, 第2监狱
_WORD = rf"(?:[\u4e00-\u9fff·()A-Za-z]|{_NUMBER})"
_ANCHOR = re.compile(_KIND)
_LATE_YEAR = re.compile(rf"\s*[('’]{{0,2}}(?P<year>{_YEAR})\s*年?(?:度|年度)?[)]?$")  # 政府信息公开工作年度报告(2020年度)
_LEAD = re.compile(
    rf"(?P<before>{_WORD}{{0,40}}?)(?:[('’]{{0,2}}(?P<year>{_YEAR})\s*年?(?:度|年度)?[)]?\s*(?P<between>{_WORD}{{0,30}}?))?$"
)
_JOINED = 60  # characters of a title over several lines
_WINDOW = 80  # characters before 政府信息公开…报告 in which the name and the year stand
_IN_KIND = re.compile(_YEAR)
_NOISE = re.compile(r"^(?:(?:关于)?(?:印发|公布|发布|转发|报送)|关于|附件\d*|附\d*|标题|名称|[(].*?[)]|当前位置|首页|正文|年度|年)+")
_APPENDED = re.compile(r"[(]?(?:数据|统计|明细|汇总|台账|底稿|附)+表?[)]?$")  # 年度报告数据明细: the figures of a report
_TAIL = re.compile(r"(?:年度?|[(]|的|关于|政府信息公开|政务公开|信息公开)+$")


@dataclass(frozen=True, slots=True)
class Title:
    body: str  # the words that name the organ, '' for none
    year: int | None
    text: str  # the whole title
    whole: bool  # the line holds nothing else


@kept
def titles_in(line: str) -> tuple[Title, ...]:
    """Every title in a normalised line, wherever it stands."""
    compact = line if len(line) > 60 else line.replace(" ", "")
    if "公开" not in compact:
        return ()
    found = []
    start = 0
    for kind in _ANCHOR.finditer(compact):
        lead = _LEAD.search(compact[max(start, kind.start() - _WINDOW): kind.start()])
        if lead:
            late = _LATE_YEAR.match(compact, kind.end())
            found.append(_title(lead, kind[0] + (late[0] if late else ""), compact))
        start = kind.end()
    return tuple(found)


def titles_over(texts: Sequence[str], longest: int | None = None) -> Iterator[tuple[int, Title]]:
    """(number of the line, title): on one line, or on two or three where the name or the year has a line of its own.

    `longest`: characters of a line without line ends in which a title is looked for; None for all.
    """
    told = [_IN_EVERY in text for text in texts]
    for number, text in enumerate(texts):
        if not any(told[number : number + 3]):
            continue
        alone = titles_in(text[:longest])
        yield from ((number, title) for title in alone)
        for more in (2, 3):
            rows = texts[number : number + more]
            joined = "".join(rows) if len(rows) == more and sum(map(len, rows)) <= _JOINED else ""
            found = [title for title in titles_in(joined) if title.whole and title.year]
            if found and not any(title.year for title in alone) and not is_noise(rows[0]) and not any(is_complete(row) for row in rows):
                yield from ((number, title) for title in found)


def is_complete(line: str) -> bool:
    """A title with the name and the year, and nothing else."""
    return any(title.whole and title.year and title.body for title in titles_in(line))


def end_of_titles(text: str) -> int:
    """Where the last title that stands apart (a space or bracket follows) ends; 0 for none."""
    return max((kind.end() for kind in _ANCHOR.finditer(text) if text[kind.end(): kind.end() + 1] in (" ", "(")), default=0)


def is_noise(line: str) -> bool:
    """A line that only introduces the title: 附件1, 正文."""
    return bool(_NOISE.fullmatch(line))


def year_of(digits: str) -> int | None:
    """2020 of "2020", "二〇二〇" or "20"."""
    number = digits.translate(_DIGITS)
    number = f"20{number}" if len(number) == 2 else number
    return int(number) if number.isdigit() and 2003 <= int(number) <= 2099 else None


def _title(lead: re.Match[str], kind: str, line: str) -> Title:
    inner = _IN_KIND.search(kind)
    digits = lead["year"] or (inner[0] if inner else "")
    body = _NOISE.sub("", lead["before"] or "") + (lead["between"] or "")
    text = lead[0] + kind
    return Title(_TAIL.sub("", body), year_of(digits), text, len(_APPENDED.sub("", line)) - len(text) <= 2)
