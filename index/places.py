"""The gazetteer: provinces, cities, counties and special zones with their former names, from data/places.csv."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from index import organ_words, zones
from index.errors import InvalidData
from index.ready_made import cached
from index.zones import zone_aliases

FILE = Path(__file__).parent.parent / "data" / "places.csv"
LEVELS = ("province", "city", "county", "zone")


@dataclass(frozen=True, slots=True)
class Region:
    code: str  # six digits of GB/T 2260; with "z" and a number for a zone that is no division of its own
    name: str  # 邓州市
    level: str  # province | city | county | zone
    parent: str  # code, '' for a province
    first: int | None  # first year of the name, None: unknown or always
    last: int | None  # last year of the name, None: in use
    see: str  # code of the place of today (former names) or of the county on the same ground (zones); '' for none
    shorts: tuple[str, ...]  # 邓州
    pinyin: str  # toneless syllables of the name: "deng zhou shi"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.shorts)


class Places:
    """Look-ups take constant time; a former name is found too and leads to the place of today by `today`."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self.regions = tuple(regions)
        self._by_code = {r.code: r for r in sorted(regions, key=lambda r: r.last is None)}
        self._by_name = _grouped((name, r) for r in regions for name in r.names)
        self._syllables = {
            character: syllable
            for r in regions
            for character, syllable in zip(r.name, r.pinyin.split(), strict=False)
        }
        self._by_sound = _grouped(
            (key, r) for r in regions for name in r.names if (key := self._key_within(r, name))
        )
        self._by_pinyin = _grouped((key.replace(" ", ""), r) for key, found in self._by_sound.items() for r in found)
        self._beginnings = {name[:2] for name in self._by_name}
        self._first_sounds = {" ".join(key.split(" ")[:2]) for key in self._by_sound}
        self.longest = max(map(len, self._by_name), default=0)

    def by_code(self, code: str) -> Region | None:
        """The place of that code today (else the last that had it)."""
        return self._by_code.get(code)

    def by_name(self, name: str) -> tuple[Region, ...]:
        """Every place of that full or short name; names in use first."""
        return self._by_name.get(name, ())

    def begins(self, pair: str) -> bool:
        """Whether any name begins with these two characters: saves looking for most of a text."""
        return pair in self._beginnings

    def sounds_begun(self, key: str) -> bool:
        """The same for two syllables: "deng zhou"."""
        return key in self._first_sounds

    def by_sound(self, key: str) -> tuple[Region, ...]:
        """Every place with a name of these syllables: "deng zhou", "deng zhou shi"."""
        return self._by_sound.get(key, ())

    def by_pinyin(self, key: str) -> tuple[Region, ...]:
        """Every place with a name that sounds like `key`: "dengzhou", "dengzhoushi"."""
        return self._by_pinyin.get(key, ())

    def today(self, region: Region) -> Region:
        """The present place of a former name; a name in use stands for itself."""
        if region.last is None or not region.see:
            return region
        return self._by_code.get(region.see, region)

    def parents(self, region: Region) -> tuple[Region, ...]:
        """From the nearest to the province."""
        found: list[Region] = []
        while region.parent and (above := self._by_code.get(region.parent)):
            found.append(above)
            region = above
        return tuple(found)

    def province(self, region: Region) -> Region:
        return (region, *self.parents(region))[-1]

    def within(self, inner: Region, outer: Region) -> bool:
        return outer.code in (inner.code, *(p.code for p in self.parents(inner)))

    def full_name(self, region: Region) -> str:
        """The name that is unmistakable: a district, and a county whose name occurs twice, with its city or province."""
        alike = {r.code for r in self.by_name(region.name) if r.last is None}
        if region.level == "county" and region.parent and (region.name.endswith("区") or len(alike) > 1):
            return self._by_code[region.parent].name + region.name
        return region.name

    def pinyin(self, name: str) -> str:
        """Syllables of a name made of characters of the gazetteer: "deng zhou"; '' when a character is unknown."""
        for region in self.by_name(name):
            if key := self._key_within(region, name):
                return key
        syllables = [self._syllables.get(character, "") for character in name]
        return " ".join(syllables) if all(syllables) else ""

    def _key_within(self, region: Region, name: str) -> str:
        own = dict(zip(region.name, region.pinyin.split(), strict=False))
        syllables = [own.get(character) or self._syllables.get(character, "") for character in name]
        return " ".join(syllables) if all(syllables) else ""


def _grouped(pairs: Iterable[tuple[str, Region]]) -> Mapping[str, tuple[Region, ...]]:
    groups: dict[str, list[Region]] = defaultdict(list)
    for key, region in pairs:
        if region not in groups[key]:
            groups[key].append(region)
    return {key: tuple(sorted(found, key=lambda r: r.last is not None)) for key, found in groups.items()}


@cache
def load_places() -> Places:
    """The gazetteer of data/places.csv. Raises InvalidData with line and reason."""
    code = [Path(module.__file__ or "") for module in (organ_words, zones)]
    return cached("places", (FILE, organ_words.FILE, Path(__file__), *code), _read, Places)


def _read() -> Places:
    with FILE.open(encoding="utf-8", newline="") as lines:
        regions = [_region(number, row) for number, row in enumerate(csv.reader(lines), 1) if number > 1]
    codes = {r.code for r in regions}
    for number, region in enumerate(regions, 2):
        for field, code in (("parent", region.parent), ("see", region.see)):
            if code and code not in codes:
                raise InvalidData(FILE.name, f"line {number}.{field}", f"unknown code {code}")
    return Places(list(_with_aliases(regions)))


def _with_aliases(regions: Sequence[Region]) -> Iterator[Region]:
    """Zones under every name of their kind and of their city; a name that is another place's stays with that."""
    taken = {name for region in regions for name in region.names}
    plain = Places(regions)
    for region in regions:
        if region.level == "zone":
            more = zone_aliases(region.name, [above.names for above in plain.parents(region)])
            region = replace(region, shorts=(*region.shorts, *(n for n in dict.fromkeys(more) if n not in taken)))
        yield region


def _region(number: int, row: list[str]) -> Region:
    if len(row) != 9 or row[2] not in LEVELS or not row[0] or not row[1]:
        raise InvalidData(FILE.name, f"line {number}", "expects code,name,level,parent,first,last,see,shorts,pinyin")
    code, name, level, parent, first, last, see, shorts, pinyin = row
    return Region(code, name, level, parent, _year(first), _year(last), see, tuple(shorts.split()), pinyin)


def _year(text: str) -> int | None:
    return int(text) if text else None
