"""Every name a question may use for an agency, from its canonical name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.organ_words import load_organ_words
from index.organs import Organ, organ_key, parse_organ
from index.places import Places, Region
from index.prefixes import prefix_forms
from index.zones import wordings


@dataclass(frozen=True, slots=True)
class AgencyNames:
    names: tuple[str, ...]  # the canonical one first: 邓州市人民政府, 邓州市政府, 邓州市, 邓州
    place_code: str  # of its innermost place, as it is today; '' for none
    kind: str  # government | department | zone | township | unknown
    key: str  # the same for every spelling of one agency, '' where it is not sure


def agency_names(name: str, places: Places, printed: Iterable[str] = ()) -> AgencyNames:
    """`printed`: other names of the agency that its reports use."""
    organ = parse_organ(name, places)
    place = organ.place
    if place is None:
        return AgencyNames(_distinct([name, *printed]), "", organ.kind, "")
    if organ.others and place.last is None:
        return AgencyNames(_distinct([name, *_unplaced(organ, place), *printed]), "", organ.kind, "")
    forms = {"government": _government, "zone": _zone}.get(organ.kind, _department)
    found = list(forms(organ, place, places))
    branches = (prefix + one for prefix in prefix_forms(organ.prefix) for one in found)
    names = _distinct([name, *found, *branches, *printed])
    return AgencyNames(names, _ground(place, places), organ.kind, organ_key(organ, places))


def _ground(place: Region, places: Places) -> str:
    """The code under which an agency is looked for: 洪泽县 under 洪泽区 of today; 莱芜市 was no district and keeps its own."""
    today = places.today(place)
    return today.code if today.level == place.level else place.code


def place_names(place: Region, places: Places) -> tuple[str, ...]:
    """Names of the place alone: 淮安市洪泽区, 洪泽区, 洪泽, 淮安洪泽."""
    names = [places.full_name(place), *place.names]
    if place.level == "county" and place.name.endswith("区") and (above := places.by_code(place.parent)):
        names += [outer + inner for outer in above.names for inner in place.names]
    return _distinct(names)


def _unplaced(organ: Organ, place: Region) -> Iterator[str]:
    """Of several places alike nobody knows which: by the names that they have in common."""
    bodies = ("政府", "") if organ.kind == "government" else load_organ_words().shorts.get(organ.rest, ())
    yield from (place.name + body for body in bodies)


def _government(organ: Organ, place: Region, places: Places) -> Iterator[str]:
    for name in (places.full_name(place), *(n for n in place.names if n == place.name or n.endswith(("州", "县", "旗")))):
        yield from (name + "人民政府", name + "政府")
    yield from place_names(place, places)


def _zone(organ: Organ, place: Region, places: Places) -> Iterator[str]:
    if organ.rest:
        ways = [name + bare for bare in wordings(organ.rest) for name in place.names]
        yield from (way + ending for way in ways for ending in ("管委会", "管理委员会", ""))
        return
    yield from (name + ending for name in place.names for ending in ("管委会", "管理委员会", ""))


def _department(organ: Organ, place: Region, places: Places) -> Iterator[str]:
    bodies = (organ.rest, *load_organ_words().shorts.get(organ.rest, ()), *_township(organ.rest))
    for name in dict.fromkeys((places.full_name(place), *place.names)):
        yield from (name + body for body in bodies)


def _township(rest: str) -> Iterator[str]:
    for ending in ("人民政府", "办事处"):
        if rest.endswith(ending) and rest.removesuffix(ending)[-1:] in ("镇", "乡", "道", "木"):
            yield rest.removesuffix(ending)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if len(name) >= 2))
