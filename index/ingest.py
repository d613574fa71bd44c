"""The first walk: a file goes in, its reports come out, mostly one, ready to be stored.

    read_document → reports_of → identify → read_cells → read_prose → check_report → Entry
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from index.adding import Source
from index.agency_names import agency_names
from index.beside import IDENTITY, settle
from index.bundles import reports_of
from index.cells import read_cells
from index.checks import check_captions, check_report
from index.ending import ending_finding, ending_of, left_open
from index.flow import lines_of
from index.forms import load_forms
from index.identify import Identity, identify
from index.models import Cell, Document, Finding, Report
from index.organs import parse_organ
from index.places import Places, Region, load_places
from index.prose import read_prose
from index.readers import read_document
from index.search import passages
from index.store import Entry

__all__ = ["ingest", "settle"]

_REASONS = {"file": "文件名与报告写的不一致", "meta": "网页上的发布机构与报告写的不一致", "signed": "落款日期与报告的年度不相称"}
_PLACELESS = re.compile("[省市县区州旗](?:.*[局厅委会办室院]|人民政府)$")  # 市教育局, 市人民政府
_LEADING = ("s3", "s2", "s4")  # the table whose edition is the report's: the first of these that was read


def ingest(source: Source) -> tuple[Entry, ...]:
    """One file, read; nothing is stored. Raises WennianbaoError, also where one of its reports cannot be read."""
    document = read_document(source.data or source.path or source.name, source.name)
    return tuple(map(entry_of, reports_of(document)))


def entry_of(document: Document) -> Entry:
    places = load_places()
    lines = lines_of(document)
    identity = identify(document, places, lines)
    cells = read_cells(document, load_forms(), identity.year)
    prose = read_prose(document, lines)
    ending = ending_of(document, cells, prose.sections)
    cells = left_open(cells, ending)
    edition = edition_of(cells)
    checks = check_report(cells, prose.facts, prose.sections, identity.details, identity.year, edition)
    report = Report(
        agency=identity.agency,
        year=identity.year,
        edition=edition,
        source=document.source,
        sha256=document.sha256,
        cells=cells,
        facts=prose.facts,
        sections=prose.sections,
        details=identity.details,
        findings=(*identity_findings(identity, places), *map(ending_finding, filter(None, [ending])), *checks, *check_captions(cells, lines, identity.year)),
        names=identity.names,
    )
    known = agency_names(identity.agency, places, identity.names)
    return Entry(report, known.names, known.place_code, known.kind, passages=passages(report.sections), key=known.key)


def identity_findings(identity: Identity, places: Places) -> Iterator[Finding]:
    """Whether the report names one agency and one year throughout; its period is checked elsewhere."""
    for key, name, value in (("agency", "机关", identity.agency), ("year", "年份", str(identity.year))):
        others = [conflict for conflict in identity.conflicts if conflict.key == key]
        if not others:
            yield Finding(f"{IDENTITY}{key}", "passed", f"{name}：{value}")
        for other in others:
            yield Finding(
                f"{IDENTITY}{key}", "failed", f"{name}：{value} / {other.found}", value, other.found,
                f"报告的{name}前后不一：采用{value}，另有“{other.text}”", verdict="无法判定", reason=_REASONS.get(other.source, "报告自己写了两种"),
            )
    alike = [places.full_name(region) for region in open_places(identity.agency, places)]
    if alike or _PLACELESS.match(identity.agency):
        several = f"可能是{'、'.join(alike)}中的一个" if alike else "没有写明是哪里的"
        message = f"报告只写“{identity.agency}”，{several}，无法与别处的同名机关区分"
        yield Finding(f"{IDENTITY}place", "failed", f"机关：{identity.agency}", message=message, verdict="无法判定", reason="全文没有写明所属的地方")


def open_places(agency: str, places: Places) -> tuple[Region, ...]:
    """The places of one name that it may belong to; () where it is one for certain."""
    organ = parse_organ(agency, places)
    return (organ.place, *organ.others) if organ.place and organ.others else ()


def edition_of(cells: Sequence[Cell]) -> str:
    """Of the table of section III, else II, else IV, else the edition most cells stand in; '' without a form."""
    for table in _LEADING:
        start = f"{table}."
        editions = Counter([cell.edition for cell in cells if cell.id.startswith(start) and cell.edition])
        if editions:
            return editions.most_common(1)[0][0]
    return next(iter(Counter(cell.edition for cell in cells if cell.edition)), "")
