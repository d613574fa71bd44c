"""Which agency of the index a place with or without a body stands for; every answer is a look-up."""

from collections.abc import Mapping, Sequence
from typing import Literal

from index.models import Agency
from index.name_reader import GENERIC, Reading
from index.organ_words import load_organ_words, stem_of, wording
from index.organs import parse_organ
from index.places import Places, Region
from index.prefixes import prefix_at, prefix_key

How = Literal["exact", "pinyin", "near", "only", "related", "ambiguous", "department", "foreign", "beside"]
Owners = tuple[tuple[int, ...], How]

_RANKS = {"province": 0, "city": 1, "county": 2, "zone": 2}
_GOVERNMENT = ("人民政府", "政府", "管委会", "管理委员会", "")


class AgencyTable:
    def __init__(self, agencies: Sequence[Agency], places: Places) -> None:
        self._places = places
        self.agencies = {agency.id: agency for agency in agencies}
        self._bodies: dict[tuple[str, str], list[int]] = {}  # (place, department without 和; '' for the government) -> ids
        self._stems: dict[tuple[str, str], list[int]] = {}  # (place, 发展和改革) -> ids
        self._departments: dict[str, list[int]] = {}  # 发展和改革局 -> ids, whatever the place
        self._at: dict[str, list[int]] = {}  # place -> ids
        self._inside: dict[str, list[int]] = {}  # place -> ids of all agencies in it
        self.named: dict[str, list[int]] = {}  # names that are no place with a known body: 城关镇
        for agency in agencies:
            self._add(agency)

    def _add(self, agency: Agency) -> None:
        place = self._places.by_code(agency.place) if agency.place else None
        rest = _rest(agency, place, self._places) if place else None
        if place:
            self._at.setdefault(place.code, []).append(agency.id)
            for region in (place, *self._places.parents(place)):
                self._inside.setdefault(region.code, []).append(agency.id)
        for name in agency.names or (agency.name,):
            if len(name) > 2 and (place is None or rest is None or prefix_at(name) or _is_rare(rest)):
                self.named.setdefault(name, []).append(agency.id)
        if place is None or rest is None:
            return
        rest = wording(rest)
        self._bodies.setdefault((place.code, rest), []).append(agency.id)
        self._stems.setdefault((place.code, stem_of(rest)), []).append(agency.id)
        self._departments.setdefault(rest, []).append(agency.id)

    def knows(self, region: Region) -> bool:
        return self._ground(region).code in self._at

    def inside(self, regions: tuple[Region, ...]) -> tuple[int, ...]:
        """Agencies of a place and of everything in it."""
        return tuple(dict.fromkeys(i for r in regions for i in self._inside.get(self._ground(r).code, ())))

    def departments(self, name: str) -> Owners:
        """Agencies of that department, whatever their place; else of another kind (发改委 for 发改局)."""
        fulls = _fulls(name)
        if ids := tuple(i for full in fulls for i in self._departments.get(full, ())):
            return _one_or_more(ids, "only")
        stems = {stem_of(full) for full in fulls}
        alike = tuple(i for other, ids in self._departments.items() if stem_of(other) in stems for i in ids)
        return _one_or_more(alike, "near") if alike else ((), "department")

    def owners(self, reading: Reading) -> Owners:
        regions = tuple(dict.fromkeys(map(self._ground, reading.regions)))
        if reading.body in ("", "government", "committee"):
            return self._governments(_highest(regions) if reading.short else regions, reading.body, reading.regions)
        return self._department(regions, reading)

    def _ground(self, region: Region) -> Region:
        """The place of today that a former name stands for, when it is of the same level."""
        today = self._places.today(region)
        return today if today.level == region.level else region

    def _so_called(self, ids: tuple[int, ...], asked: tuple[Region, ...]) -> tuple[int, ...]:
        names = {name for r in asked for name in (r.name, self._places.full_name(r))}
        return tuple(i for i in ids if any(self.agencies[i].name.startswith(name) for name in names))

    def _governments(self, regions: tuple[Region, ...], body: str, asked: tuple[Region, ...]) -> Owners:
        there = owners = _all(self._bodies, regions, "")
        if body and (len(owners) > 1 or body == "committee"):  # 平潭管委会 is the zone, 平潭县政府 the county
            of_that_kind = tuple(i for i in owners if (self.agencies[i].kind == "zone") == (body == "committee"))
            owners = of_that_kind if body == "committee" else of_that_kind or owners
        if len(owners) > 1:  # 洪泽县 before 2016, 洪泽区 since
            owners = self._so_called(owners, asked) or owners
        if owners:
            return _one_or_more(owners, "exact")
        same_ground = (*there, *(i for r in regions for i in self._same_ground(r)))
        departments = tuple(i for r in regions for i in self._at.get(r.code, ()))
        beside = tuple(dict.fromkeys(same_ground or departments))
        return (beside, "beside") if beside else ((), "foreign")

    def _same_ground(self, region: Region) -> tuple[int, ...]:
        """The zone of a county, or the county of a zone: 平潭县 and 平潭综合实验区."""
        alike = (r for name in region.names for r in self._places.by_name(name) if r.see == region.code and r.last is None)
        codes = {region.see, *(r.code for r in alike)}
        return tuple(i for code in sorted(codes) for i in self._bodies.get((code, ""), ()))

    def _department(self, regions: tuple[Region, ...], reading: Reading) -> Owners:
        fulls = _fulls(reading.body)
        owners = tuple(i for full in fulls for i in _all(self._bodies, regions, full))
        owners = tuple(i for i in owners if _may_bear(self.agencies[i].name, reading.prefix))
        if owners:
            return _one_or_more(owners, "exact")
        if fulls[0].startswith("人民政府办公"):
            office = _all(self._bodies, regions, "")
            return (office, "related") if len(office) == 1 else ((), "department")
        alike = () if reading.prefix else tuple(i for stem in dict.fromkeys(map(stem_of, fulls)) for i in _all(self._stems, regions, stem))
        return (alike, "near") if len(alike) == 1 else ((), "department")


def _rest(agency: Agency, place: Region, places: Places) -> str | None:
    """The department of an agency; '' for a government or zone; None when the name is no place with a known body."""
    for name in (places.full_name(place), place.name):  # most names are read without being taken apart
        if agency.name.startswith(name):
            rest = agency.name.removeprefix(name)
            return "" if rest in _GOVERNMENT else None if agency.kind in ("township", "unknown", "zone") else rest
    organ = parse_organ(agency.name, places)
    return None if organ.kind in ("township", "unknown", "zone") else organ.rest


def _is_rare(rest: str) -> bool:
    """A department whose name questions cannot be read for by its words alone: 12345热线中心, 调查总队."""
    return bool(rest) and not load_organ_words().knows(rest) and not GENERIC.fullmatch(rest)


def _fulls(name: str) -> tuple[str, ...]:
    """Full names a department's name may stand for, without 和."""
    return tuple(dict.fromkeys(map(wording, load_organ_words().candidates(name))))


def _may_bear(name: str, prefix: str) -> bool:
    """国家税务总局 is the one of 邓州市税务局 too, but not of another office's branch; without a prefix all are meant."""
    own = prefix_at(name)
    return not prefix or not own or prefix_key(own) == prefix_key(prefix)


def _all(table: Mapping[tuple[str, str], list[int]], regions: tuple[Region, ...], name: str) -> tuple[int, ...]:
    return tuple(i for r in regions for i in table.get((r.code, name), ()))


def _one_or_more(ids: tuple[int, ...], how: How) -> Owners:
    return ids, how if len(ids) == 1 else "ambiguous"


def _highest(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """A short name means the largest place of that name: 南昌 the city, not the county. County and zone rank alike."""
    top = min(_RANKS[r.level] for r in regions)
    return tuple(r for r in regions if _RANKS[r.level] == top)
