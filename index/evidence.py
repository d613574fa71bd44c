"""Everything in a document that names its agency or year, each with a weight."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from index.flow import Line, bare, tidy
from index.models import Detail, Document, Place
from index.organs import Choose, Organ, canonical_name, leading_places, parse_organ
from index.places import Places, Region
from index.prefixes import prefix_starts
from index.sections import heading_of
from index.text import kept
from index.titles import Title, titles_in, titles_over

HEAD = 60  # lines in which a title may stand
_NAME_LINES = 12  # lines in which the agency may stand alone
_LONG = 3000  # characters of a line without line ends in which a title may stand
_HEADERS = ("标题", "名称", "信息名称", "文件名称", "发布机构", "发布单位", "发文机关", "发文单位", "公开机构", "公开主体", "编制单位", "填报单位", "报送单位", "单位名称", "机构名称", "机关名称", "行政机关", "信息来源", "来源", "作者")
_HEADER = re.compile(rf"^(?P<name>{'|'.join(_HEADERS)})\s*:\s*(?P<value>.+)$")
SIGNED = re.compile(r"^(20\d\d|二[〇○零0O].{2})年.{1,3}月.{1,3}日$")
_YEAR = re.compile(r"^(?:报告|统计|填报|所属|数据)?(?:年度|年份)\s*:\s*(?P<year>20\d\d)年?度?$")
_SELF = re.compile(r"(?:现将)?[我本](?:[省市县区州旗镇乡局委办厅院]|机关|单位|街道)")  # no name: the report of itself
_LAST = 8  # lines in which a report is signed
_HAN_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_BESIDE = 3  # weight of a body named before the one of the title
_SHORT = 3  # characters of a name before what looks like a place
_SEVERAL = 3  # sections behind a title
_CLEARLY = 3  # times as often the city of one place must be named as that of another of the same name
_FILE_YEAR = re.compile(r"(?<!\d)20[012]\d(?!\d)")
_TITLE_NAMES = ("标题", "名称", "信息名称", "文件名称")
_SOURCE_WEIGHT = {"来源": 1, "信息来源": 1, "作者": 1}


@dataclass(frozen=True, slots=True)
class Vote:
    agency: str  # canonical name, '' when only the year is named
    printed: str  # the name as printed, '' likewise
    year: int | None
    weight: int  # 5: the title itself … 1: a hint
    title: bool  # it is a title of an annual report
    text: str  # the words
    place: Place
    source: str = ""  # head: a title among the lines of the page, where titles of other reports stand too · file · meta: who published it

    def related_to(self, agency: str) -> bool:
        """One name is part of the other: a city and its office are no contradiction."""
        mine, other = self.agency.removesuffix("人民政府"), agency.removesuffix("人民政府")
        return mine in other or other in mine


def votes_of(
    document: Document, lines: Sequence[Line], pairs: Iterable[tuple[str, str, Place]], details: Iterable[Detail], places: Places
) -> tuple[Vote, ...]:
    text = "\n".join([document.title or "", PurePath(document.source).stem, *(line.text for line in lines)])
    court = _Court(places, text)
    votes = [
        *court.titles(tidy(document.title or ""), 4, Place(0)),
        *court.header(lines),
        *court.metadata(pairs),
        *court.head(lines[:HEAD]),
        *court.name_lines(lines),
        *court.signature(lines),
        *court.file(document),
        *court.prose(details),
    ]
    return tuple(votes)


def dates_signed(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Dates that have one of the last lines for themselves, with their years."""
    for line in lines[-_LAST:]:
        found = SIGNED.match(line.text.replace(" ", ""))
        year = found[1].translate(_HAN_DIGITS) if found else ""
        if year.isdecimal():
            yield line, int(year)


def signing_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with a date below them at the end of the report."""
    for before, date in zip(lines[-_LAST:], lines[-_LAST + 1 :], strict=False):
        if SIGNED.match(bare(date.text)):
            yield before


@kept
def _header(name: str) -> str:
    """The name of such a line, without spaces and colon; '' for any other label."""
    label = name.replace(" ", "").rstrip(":")
    return label if label.startswith(_HEADERS) else ""


class _Court:
    """Hears one document; remembers its text to tell places of the same name apart."""

    def __init__(self, places: Places, text: str) -> None:
        self._places = places
        self._text = text
        self._choose: Choose = self._likeliest

    def titles(self, text: str, weight: int, place: Place) -> Iterator[Vote]:
        for title in titles_in(text[:_LONG]):
            yield self._vote(title, weight if title.whole else weight - 2, place)

    def head(self, lines: Sequence[Line]) -> Iterator[Vote]:
        for number, title in titles_over([line.text for line in lines[: self._own(lines)]], _LONG):
            yield self._vote(title, 5 if title.whole else 3, lines[number].place, "head")
            before, named, _ = lines[number].text[:_LONG].partition(title.text)
            if named and before.endswith("、"):  # 教育局、体育局2022年…: the report of another body too
                yield from self._organ_vote(re.split("[、，。 《]", before[:-1])[-1], _BESIDE, lines[number].place)

    @staticmethod
    def _own(lines: Sequence[Line]) -> int:
        """How many lines can be those of the report's own title: others stand behind a title and several sections."""
        titled, sections = False, set()
        for number, line in enumerate(lines):
            titled = titled or any(title.whole for title in titles_in(line.text[:_LONG]))
            sections |= {heading_of(line.text)} - {""} if titled else set()
            if len(sections) >= _SEVERAL:
                return number
        return len(lines)

    def name_lines(self, lines: Sequence[Line]) -> Iterator[Vote]:
        """A line before the first section that is nothing but the name of an organ."""
        for line in lines[:_NAME_LINES]:
            if heading_of(line.text):
                return
            yield from self._organ_vote(line.text.replace(" ", ""), 2, line.place)

    def header(self, lines: Sequence[Line]) -> Iterator[Vote]:
        """Lines a saved page begins with: 标题: … 发布机构: …"""
        for line in lines[:HEAD]:
            if found := _HEADER.match(line.text):
                yield from self._named(found["name"], found["value"], line.place)
            elif found := _YEAR.match(line.text):
                yield Vote("", "", int(found["year"]), 2, False, line.text, line.place)

    def metadata(self, pairs: Iterable[tuple[str, str, Place]]) -> Iterator[Vote]:
        for name, value, place in pairs:
            label = _header(name)
            if label and _HEADER.match(f"{label}:{value}"):
                yield from self._named(label, tidy(value), place)

    def signature(self, lines: Sequence[Line]) -> Iterator[Vote]:
        for line in signing_lines(lines):
            yield from self._organ_vote(bare(line.text), 3, line.place)

    def file(self, document: Document) -> Iterator[Vote]:
        stem = tidy(PurePath(document.source).stem)
        titles = titles_in(stem)
        yield from (self._vote(title, 2, Place(0), "file") for title in titles)
        if not titles:
            year = _FILE_YEAR.search(stem)
            name = re.split(r"[\d_\-.\s年]", stem)[0]
            organ = parse_organ(name, self._places, self._choose)
            agency = self._name(organ) if organ.place and organ.kind != "unknown" else ""
            if agency or year:
                yield Vote(agency, name if agency else "", int(year[0]) if year else None, 1, False, stem, Place(0), "file")

    def prose(self, details: Iterable[Detail]) -> Iterator[Vote]:
        """The office that compiled the report speaks for its government; the period for the year."""
        for detail in details:
            if detail.key == "compiler":
                name = re.sub(r"(?:人民政府|政府)?办公[室厅].*$", "", detail.value)
                yield from self._organ_vote(name, 2, detail.place)
            elif detail.key in ("period_start", "period_end"):
                yield Vote("", "", int(detail.value[:4]), 1, False, detail.text, detail.place)

    def _named(self, name: str, value: str, place: Place) -> Iterator[Vote]:
        if name in _TITLE_NAMES:
            yield from self.titles(value, 5, place)
        else:
            yield from self._organ_vote(value.split(" ")[0], _SOURCE_WEIGHT.get(name, 2), place, "" if name in _SOURCE_WEIGHT else "meta")

    def _organ_vote(self, text: str, weight: int, place: Place, source: str = "") -> Iterator[Vote]:
        organ = parse_organ(text, self._places, self._choose)
        if organ.place and organ.kind != "unknown":
            yield Vote(self._name(organ), text, None, weight, False, text, place, source)

    def _vote(self, title: Title, weight: int, place: Place, source: str = "") -> Vote:
        named = not _SELF.fullmatch(title.body)
        organ = (self._organ(title.body, title.whole) or (Organ(None, "", "unknown", title.body) if self._is_name(title) else None)) if named else None
        agency = self._name(organ) if organ else ""
        return Vote(agency, organ.printed if organ else "", title.year, weight, True, title.text, place, source)

    @staticmethod
    def _is_name(title: Title) -> bool:
        """A title of its own whose body is a name, of whatever kind: 邓州市第一高级中学, 四川省第2监狱."""
        return title.whole and len(title.body) <= 30 and title.body.isalnum() and sum(not c.isascii() for c in title.body) >= 4

    def _organ(self, body: str, whole: bool) -> Organ | None:
        """The organ a title names; words of the page in front of it (首页 …) are skipped, the beginning of its name (南|澧县) is not."""
        if len(body) < 2:
            return None
        prefixes = {0, *prefix_starts(body)}
        starts = sorted({*prefixes, *(i for i in range(1, len(body) - 1) if self._begins_place(body, i))})
        organs = ((i, parse_organ(body[i:], self._places, self._choose)) for i in starts)
        start, clear = next(((i, o) for i, o in organs if o.place and o.kind != "unknown"), (0, None))
        own = whole and start not in prefixes and self._always_follows(body[:start], body[start:])
        return clear if clear and not own else self._mended(body)

    def _always_follows(self, before: str, name: str) -> bool:
        """The document never has the place that `name` begins with without the few characters before it."""
        place = name[: leading_places(name, self._places)[1]]
        return 0 < len(before) <= _SHORT and self._text.count(place) == self._text.count(before + place)

    def _begins_place(self, body: str, start: int) -> bool:
        return self._places.begins(body[start: start + 2]) and any(
            name == region.name
            for end in range(start + 2, min(len(body), start + self._places.longest) + 1)
            for name in (body[start:end],)
            for region in self._places.by_name(name)
        )

    def _mended(self, body: str) -> Organ | None:
        """A place one character off (沐阳县) that the document spells right elsewhere, or a name without its place (市教育局)."""
        for region in self._mentioned():
            if len(body) >= len(region.name) and _one_off(body[: len(region.name)], region.name):
                return parse_organ(region.name + body[len(region.name):], self._places, self._choose)
        organ = parse_organ(body, self._places, self._choose)
        if organ.place or organ.kind == "unknown":
            return organ if organ.kind != "unknown" else None
        home = self._home(body)
        return parse_organ(home, self._places, self._choose) if home else organ

    def _home(self, body: str) -> str:
        """The name with its place, which other words of the document give; '' when none does."""
        bare = re.sub(r"^(?:我|本)?[省市县区州](?=.{2})", "", body)
        level = body[len(body) - len(bare) - 1] if bare != body else ""
        mentioned = self._mentioned()
        beside = next((r for r in mentioned if r.name + bare in self._text), None)
        fitting = beside or next((r for r in mentioned if level and r.name.endswith(level)), None)
        return fitting.name + bare if fitting else ""

    def _mentioned(self) -> list[Region]:
        """Places the document names in full, most often first."""
        counts: Counter[Region] = Counter()
        for found in re.finditer(r"[\u4e00-\u9fff]{2,11}?(?:自治[区州县旗]|[省市县区盟旗])", f"{self._text[:20000]}\n{self._text[20000:][-2000:]}"):
            for start in range(len(found[0]) - 1):
                regions = self._places.by_name(found[0][start:])
                if regions and regions[0].name == found[0][start:]:
                    counts[self._choose(regions)[0]] += 1
                    break
        return [region for region, _ in counts.most_common()]

    def _likeliest(self, regions: tuple[Region, ...]) -> tuple[Region, ...]:
        """Of places of the same name, the one whose city or province the document names; all when it names none, or those of several."""
        if len(regions) < 2:
            return regions
        scores = [sum(self._text.count(n) for p in self._places.parents(r) for n in p.names) for r in regions]
        *_, second, best = sorted(scores)
        return (regions[scores.index(best)],) if best > second * _CLEARLY else regions

    def _name(self, organ: Organ) -> str:
        return canonical_name(organ, self._places)


def _one_off(text: str, name: str) -> bool:
    return len(name) >= 3 and sum(a != b for a, b in zip(text, name, strict=True)) == 1 and text[-1] == name[-1]
