"""Every agency and place a question may name, found by look-ups that do not grow with the number of agencies.

    agency_names   邓州市人民政府 -> 邓州市政府, 邓州市, 邓州
    AgencyIndex    "邓洲2020年几件" -> NameHit(0, 2, "邓洲", said="邓州", how="pinyin", agencies=(7,))
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.agency_names import AgencyNames, agency_names, place_names
from index.agency_table import AgencyTable, How
from index.bureau_words import bureau_behind
from index.latin_names import english_body, latin_near, latin_words, spelt_places
from index.models import Agency
from index.name_guesses import misspelt_at
from index.name_reader import Reading, department_at, exact_readings, with_body
from index.name_tails import with_brackets, with_tails
from index.places import Places

_MOST = 1000  # characters of a question that are looked at
_LIES_IN = re.compile(r"(?:下面|下辖|下属|所辖|代管|管辖|那边|这边|里)?的?")
_JOINS = frozenset("和与跟、比同及")

__all__ = ["AgencyIndex", "AgencyNames", "NameHit", "agency_names", "place_names"]


@dataclass(frozen=True, slots=True)
class NameHit:
    """`how`

    exact       the agency itself, by any of its names
    pinyin      misspelt, sounds the same: `said` is the right name
    near        misspelt by one character or letter, or 委 for 局: `said` is the right name
    only        a department without its place, indexed once
    related     the office of a government, for that government
    ambiguous   several agencies, all of them in `agencies`
    department  a department of a place, which is not indexed itself: no agency
    foreign     a real place without a report here: no agency; those in `beside` are none of its names, but may be told
    """

    start: int
    end: int
    text: str  # as in the question
    kind: str  # government | department | zone | township | place (no agency)
    agencies: tuple[int, ...]  # Agency.id
    place: str | None  # gazetteer code
    how: How
    said: str = ""  # the right name of a misspelt one, '' else
    inside: tuple[int, ...] = ()  # agencies that lie in the place, when it stands alone: for 江苏有哪些报告
    beside: tuple[int, ...] = ()  # other bodies of the place that are indexed: 平潭综合实验区 for 平潭县, 南阳市教育局 for 南阳


class AgencyIndex:
    def __init__(self, agencies: Sequence[Agency], places: Places) -> None:
        self._places = places
        self._table = AgencyTable(agencies, places)
        self._longest = max(map(len, self._table.named), default=0)

    def find(self, text: str) -> tuple[NameHit, ...]:
        """Every name in a normalised question, in order, without overlaps."""
        text = text.lower()[:_MOST]
        hits = list(self._exact(text))
        hits += self._latin(text)
        hits += self._misspelt(text, hits)
        if all(hit.how == "foreign" for hit in hits):
            hits += self._lone_departments(text, hits)
        hits += self._near_latin(text, hits, any(hit.agencies for hit in hits))
        for whole in (with_tails, with_brackets):
            hits = list(whole(text, hits, lambda number: self._table.agencies[number].names))
        return tuple(sorted(self._located(text, hits), key=lambda hit: hit.start))

    def _exact(self, text: str) -> Iterator[NameHit]:
        named = list(self._named(text)) if self._table.named else []
        for reading in exact_readings(text, self._places):
            rivals = [hit for hit in named if hit.start < reading.end and reading.start < hit.end]
            if all(hit.end - hit.start < reading.end - reading.start for hit in rivals):
                named = [hit for hit in named if hit not in rivals]
                yield self._told_at_length(text, reading, rivals) or self._hit(text, reading)
            elif len(reading.regions) > 1:
                named = [self._joined(text, hit, reading) for hit in named]
        yield from named

    def _told_at_length(self, text: str, reading: Reading, rivals: Sequence[NameHit]) -> NameHit | None:
        """广东省|中山市小榄镇: a body that is known by the end of its name, in a place that the rest of the name tells."""
        codes = {region.code for region in reading.regions}
        inner = next((hit for hit in rivals if hit.end == reading.end and hit.place in codes), None)
        return self._owned(text, reading.start, reading.end, inner.agencies, inner.how) if inner and not self._table.owners(reading)[0] else None

    def _joined(self, text: str, named: NameHit, reading: Reading) -> NameHit:
        """An agency of nobody knows which 鼓楼区 beside those of a known one."""
        if (named.start, named.end) != (reading.start, reading.end):
            return named
        ids = tuple(dict.fromkeys((*named.agencies, *self._table.owners(reading)[0])))
        return self._owned(text, named.start, named.end, ids, named.how)

    def _named(self, text: str) -> Iterator[NameHit]:
        """Names that are no place with a known body: townships, offices without a place."""
        start = 0
        while start < len(text) - 1:
            for end in range(min(len(text), start + self._longest), start + 1, -1):
                if ids := self._table.named.get(text[start:end]):
                    yield self._owned(text, start, end, tuple(ids), "exact")
                    start = end - 1
                    break
            start += 1

    def _latin(self, text: str) -> Iterator[NameHit]:
        """Dengzhou, deng zhou, Huai'an, Shanghai Science and Technology Commission."""
        for start, end, regions in spelt_places(text, self._places, self._table.knows):
            yield self._hit(text, english_body(text, start, end, regions))

    def _misspelt(self, text: str, hits: Sequence[NameHit]) -> Iterator[NameHit]:
        taken = {i for hit in hits for i in range(hit.start, hit.end)}
        start = 0
        while start < len(text) - 1:
            guess = None if start in taken else misspelt_at(text, start, self._places, self._table.knows, not hits)
            if guess and not taken & set(range(start, guess[0])):
                end, regions, said = guess
                reading = with_body(text, start, end, regions, said)
                hit = self._hit(text, reading)
                how: How = "pinyin" if hit.how == "exact" else hit.how
                yield replace(hit, how=how, said=said + text[end:reading.end])
                start = reading.end - 1
            start += 1

    def _lone_departments(self, text: str, hits: Sequence[NameHit]) -> Iterator[NameHit]:
        """发改局 without a place: the one that is indexed, or all of them."""
        taken = {i for hit in hits for i in range(hit.start, hit.end)}
        start = 0
        while start < len(text) - 1:
            found = None if start in taken else department_at(text, start)
            ids, how = self._table.departments(found[0]) if found else ((), "only")
            if found and ids:
                yield self._owned(text, start, found[1], ids, how)
                start = found[1] - 1
            start += 1

    def _near_latin(self, text: str, hits: Sequence[NameHit], named: bool) -> Iterator[NameHit]:
        """Misspelt pinyin; beside a name that is known only what is spelt right and is also another word (pingtan)."""
        for start, end, letters in latin_words(text):
            if named and not any(map(self._table.knows, map(self._places.today, self._places.by_pinyin(letters)))):
                continue
            if any(hit.start < end and start < hit.end for hit in hits):
                continue
            regions = latin_near(text, start, end, self._places, self._table.knows)
            guesses = [self._hit(text, english_body(text, start, end, (region,))) for region in regions]
            ids = tuple(dict.fromkeys(i for hit in guesses for i in hit.agencies))
            if ids:
                said = regions[0].names[-1] if len(ids) == 1 else ""
                yield replace(guesses[0], agencies=ids, how="near" if said else "ambiguous", said=said)
                return

    def _located(self, text: str, hits: Sequence[NameHit]) -> Iterator[NameHit]:
        """A place that only says where an agency lies names that agency: 河南几个县级市 … 邓州, 南阳的邓州."""
        for hit in hits:
            home = next((other for other in hits if other.agencies and self._only_locates(text, hit, other)), None)
            yield replace(home, start=hit.start, end=hit.end, text=hit.text) if home else hit

    def _only_locates(self, text: str, hit: NameHit, other: NameHit) -> bool:
        home = self._places.by_code(other.place or "") if hit.how == "foreign" else None
        if home is None or hit.place not in {above.code for above in self._places.parents(home)}:
            return False
        beside = text[max(0, hit.start - 1): hit.start] + text[hit.end: hit.end + 1]
        province = hit.place == self._places.province(home).code and not set(beside) & _JOINS
        return province or (hit.end <= other.start and bool(_LIES_IN.fullmatch(text[hit.end: other.start])))

    def _hit(self, text: str, reading: Reading) -> NameHit:
        ids, how = self._table.owners(reading)
        beside: tuple[int, ...] = ()
        if how == "beside":
            bureau, end = self._bureau_behind(text, reading, ids)
            if bureau is not None:
                return self._owned(text, reading.start, end, (bureau,), "exact")
            ids, beside, how = (), ids, "foreign"
        hit = self._owned(text, reading.start, reading.end, ids, how)
        place = hit.place if ids else self._places.today(reading.regions[0]).code
        return replace(hit, place=place, beside=beside, inside=() if reading.body else self._table.inside(reading.regions))

    def _bureau_behind(self, text: str, reading: Reading, ids: Sequence[int]) -> tuple[int | None, int]:
        """The one body of the place that the words behind it name by less than its name."""
        if reading.body:
            return None, reading.end
        names = tuple(name for region in reading.regions for name in place_names(region, self._places))
        ends = {number: bureau_behind(text, reading.end, names, self._table.agencies[number]) for number in ids}
        longest = max(ends.values())
        named = [number for number, end in ends.items() if end == longest > reading.end]
        return (named[0], longest) if len(named) == 1 else (None, reading.end)

    def _owned(self, text: str, start: int, end: int, ids: tuple[int, ...], how: How) -> NameHit:
        first = self._table.agencies[ids[0]] if ids else None
        kind, place = (first.kind, first.place or None) if first else ("place", None)
        return NameHit(start, end, text[start:end], kind, ids, place, "ambiguous" if len(ids) > 1 else how)
