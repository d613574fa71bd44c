"""Whose report, and which year: what title, header, signature, metadata and prose say is weighed; contradictions are kept.

    identify(document, places) -> Identity, or NotAReport with the reason in one Chinese clause
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.bundles import reports_in
from index.details import details_of, first_of
from index.errors import NotAReport
from index.evidence import Vote, dates_signed, signing_lines, votes_of
from index.flow import Line, bare, grid_pairs, grid_text, lines_of
from index.models import Detail, Document, Place
from index.organs import canonical_name, parse_organ
from index.places import Places
from index.stream import stream_of

_MARKS = (
    "本年新收政府信息公开申请", "上年结转政府信息公开申请", "结转下年度继续办理", "申请人情况", "结果维持", "未经复议直接起诉", "本年度办理结果",
    "主动公开政府信息", "收到和处理政府信息公开申请", "行政复议", "改进", "其他需要报告的事项", "依申请公开", "处理决定数量", "规范性文件",
    "主动公开文件数", "主动公开信息数", "对申请的答复", "同意公开", "历年累计", "总体情况", "概述", "情况统计表", "申请情况", "统计期限",
)
_MARKS_WITH_TITLE = 3
_MARKS_WITHOUT_TITLE = 8
_SHORTEST_NAME = 6  # characters; 市人民政府 lacks its place
_HEAD = 3  # lines at the beginning in which a name may stand alone
_PLACED = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:(?<!社)[省市县区州盟旗镇乡]|街道|苏木)[\u4e00-\u9fff]{2,20}$")  # the name of an organ that says of which place
_OFFICE = re.compile(r"办公[室厅].*$")
_PART_OF_YEAR = re.compile("[一二三四1-4]季度|[上下]半年")
_NOTICE = re.compile("关于(?:认真|切实|进一步|及时)*(?:做好|开展|编制|报送|填报|规范|组织|填写)")  # its own title, not one that a report quotes
_ORDERS = re.compile("(?:通知|函告|提示|明确)如下|请[^。，,]{0,24}(?:报送|填报|编制)")
_LATE = 2  # years after its own in which a report may be signed
_STRONG = 3  # weight from which another agency is a contradiction


@dataclass(frozen=True, slots=True)
class Conflict:
    key: str  # agency | year | period_start | period_end
    expected: str  # what the report is taken for: "2020", "2020-12-31"
    found: str  # what else it says
    text: str  # the words that say so
    place: Place
    source: str = ""  # as of a Vote


@dataclass(frozen=True, slots=True)
class Identity:
    agency: str  # canonical: 邓州市人民政府
    year: int
    names: tuple[str, ...]  # other names of the agency printed in the report
    details: tuple[Detail, ...]  # agency and year first, with the words that prove them
    conflicts: tuple[Conflict, ...]


def identify(document: Document, places: Places, lines: tuple[Line, ...] = ()) -> Identity:
    """`lines`: of the document, where they are at hand. Raises NotAReport."""
    lines = lines or lines_of(document)
    stream = stream_of(lines)
    pairs = (*grid_pairs(document), *((name, value, Place(0)) for name, value in document.metadata))
    details = first_of(details_of(stream, pairs))
    votes = votes_of(document, lines, pairs, details, places)
    votes = votes if any(vote.agency for vote in votes) else (*votes, *_compilers(votes, details), *_signers(lines, places))
    _must_be_report(document, stream.text, votes)
    agency = _agency(document, votes)
    year = _year(document, votes)
    named = (
        Detail("agency", agency, _proof(v.text for v in votes if v.agency == agency), _where(votes, agency)),
        Detail("year", str(year), _proof(v.text for v in votes if v.year == year), _where(votes, year)),
    )
    names = tuple(dict.fromkeys(v.printed for v in votes if v.agency == agency and v.printed != agency))
    conflicts = (*_conflicts(agency, year, votes, details, places), *_signed_elsewhen(lines, year))
    return Identity(agency, year, names, named + details, conflicts)


def _must_be_report(document: Document, text: str, votes: Sequence[Vote]) -> None:
    body = (text + grid_text(document)).replace(" ", "").replace("\n", "")
    marks = sum(mark in body for mark in _MARKS)
    titled = any(vote.title for vote in votes)
    if not titled and marks < _MARKS_WITHOUT_TITLE:
        raise NotAReport(document.source, "没有《政府信息公开工作年度报告》的标题", "只收政府信息公开工作年度报告")
    if marks < _MARKS_WITH_TITLE:
        raise NotAReport(document.source, "有年度报告的标题，但没有报告的表格和章节", "请保存报告正文所在的网页或文件")
    if titled and all(_PART_OF_YEAR.search(vote.text) for vote in votes if vote.title):
        raise NotAReport(document.source, "是季度或半年的报告", "只收全年的政府信息公开工作年度报告")
    if titled and _NOTICE.search(next(vote.text for vote in votes if vote.title)) and _ORDERS.search(body):
        raise NotAReport(document.source, "是关于编制年度报告的通知，不是年度报告", "只收政府信息公开工作年度报告")
    if several := reports_in(document, body):
        raise NotAReport(document.source, f"文件里不止一份年度报告（{'、'.join(several[:4])}）", "请把每份报告存成一个文件")


def _compilers(votes: Sequence[Vote], details: Iterable[Detail]) -> Iterator[Vote]:
    """A title run together with its page, of a place no gazetteer knows, names whom the report names as its compiler."""
    names = (_OFFICE.sub("", detail.value) for detail in details if detail.key == "compiler")
    for name in names:
        if len(name) >= _SHORTEST_NAME:
            yield from (replace(vote, agency=name, printed=name) for vote in votes if vote.title and name in vote.text)


def _signers(lines: Sequence[Line], places: Places) -> Iterator[Vote]:
    """Who signs, or stands at its head, with a name of a place that no gazetteer knows."""
    for line in (*signing_lines(lines), *lines[:_HEAD]):
        name = bare(line.text)
        organ = parse_organ(name, places)
        if _PLACED.match(name) and (organ.kind != "unknown" or name.endswith("人民政府")):
            yield Vote(canonical_name(organ, places), name, None, 1, False, line.text, line.place)


def _agency(document: Document, votes: Sequence[Vote]) -> str:
    scores: dict[str, int] = defaultdict(int)
    for vote in votes:
        if vote.agency:
            scores[vote.agency] += vote.weight
    if not scores:
        raise NotAReport(document.source, "看不出是哪个行政机关的报告", "标题或文件名应写明行政机关")
    return max(scores, key=lambda name: scores[name])


def _year(document: Document, votes: Sequence[Vote]) -> int:
    """The title decides; the period and the file name speak only where titles are silent or disagree."""
    scores: dict[int, int] = defaultdict(int)
    titled = any(v.title and v.year for v in votes)
    for vote in votes:
        if vote.year and (vote.title or not titled or any(v.title and v.year == vote.year for v in votes)):
            scores[vote.year] += vote.weight
    if not scores:
        raise NotAReport(document.source, "看不出是哪一年的报告", "标题或统计期限应写明年度")
    return max(scores, key=lambda year: scores[year])


def _conflicts(agency: str, year: int, votes: Sequence[Vote], details: Iterable[Detail], places: Places) -> tuple[Conflict, ...]:
    found = {}
    titled = any(v.source == "head" and v.year == year and v.agency in (agency, "") for v in votes)
    for vote in votes:
        if vote.source == "head" and titled:
            continue  # lists of other reports stand beside the right title
        if vote.agency and vote.agency != agency and not vote.related_to(agency) and _contradicts(vote, agency, places):
            found["agency", vote.agency] = Conflict("agency", agency, vote.agency, vote.text, vote.place, vote.source)
        if vote.year and vote.year != year and _names_year(vote):
            found["year", str(vote.year)] = Conflict("year", str(year), str(vote.year), vote.text, vote.place, vote.source)
    for detail in details:
        if detail.key in ("period_start", "period_end") and detail.value[:4] != str(year):
            expected = f"{year}{'-01-01' if detail.key == 'period_start' else '-12-31'}"
            found[detail.key, detail.value] = Conflict(detail.key, expected, detail.value, detail.text, detail.place)
    return tuple(found.values())


def _signed_elsewhen(lines: Sequence[Line], year: int) -> Iterator[Conflict]:
    """A report is signed when its year is over, and not many years later."""
    for line, signed in dates_signed(lines):
        if not year <= signed <= year + _LATE:
            yield Conflict("year", str(year), str(signed), line.text, line.place, "signed")


def _contradicts(vote: Vote, agency: str, places: Places) -> bool:
    """Who published it may be another office of the place, of the city above or of the zone on its ground."""
    if vote.source != "meta":
        return vote.weight >= _STRONG or vote.source == "file"
    other, own = (parse_organ(name, places).place for name in (vote.agency, agency))
    if other is None or own is None:
        return False
    alike = other.code == own.code or other.see == own.code or own.see == other.code
    return not (alike or places.within(other, own) or places.within(own, other))


def _names_year(vote: Vote) -> bool:
    """A title, or a file name that says 2019年; a bare figure there may be the day it was published."""
    return f"{vote.year}年" in vote.text if vote.source == "file" else vote.title and vote.weight >= _STRONG


def _proof(texts: Iterable[str]) -> str:
    return next(iter(texts), "")


def _where(votes: Sequence[Vote], value: str | int) -> Place:
    return next((v.place for v in votes if value in (v.agency, v.year)), Place(0))
