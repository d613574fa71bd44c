"""The name of an organ taken apart and put together: places, department, kind.

    parse_organ     上海市科委 -> (上海市, 科学技术委员会, department)
    canonical_name  (洪泽区, '', government) -> 淮安市洪泽区人民政府
    organ_key       the same for every spelling of one organ
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from index.organ_words import load_organ_words, wording
from index.places import Places, Region
from index.prefixes import prefix_at, prefix_key
from index.zones import zone_key

_ASIDE = re.compile(r"\([^()]*\)$")  # 武汉经济技术开发区(汉南区)
_KIND = re.compile("[市县区州盟旗]")
_GOES_ON = re.compile(r"[镇乡村路街桥湾话]|街道|农场|林场|.[镇乡](?:人民政府|政府|$)")  # behind a short name: 城关|镇, 玉屏|山镇
_GOVERNMENT = {"", "人民", "政府", "人民政府", "市政府", "县政府", "区政府", "省政府", "市人民政府", "县人民政府", "区人民政府"}
_COMMITTEE = {"管委会", "管理委员会", "党工委管委会", "党工委、管委会"}
_ZONE = re.compile(r".{0,14}?(?:开发区|新区|园区|示范区|保税区|高新区|经开区|合作区|试验区|实验区|度假区|旅游区|风景区|景区|管理区|港区)")
_TOWNSHIP = re.compile(r"(?P<name>.{1,10}?(?:镇|乡|苏木))(?:人民政府|政府)?")
_STREET = re.compile(r"(?P<name>.{1,10}?街道)(?:办事处|办)?")
_FARM = re.compile(r"(?P<name>.{1,8}?(?:农场|林场|牧场))(?:管委会|管理委员会)?")


@dataclass(frozen=True, slots=True)
class Organ:
    """`place` is the innermost place of the name; None when the name holds none that is known."""

    place: Region | None
    rest: str  # what follows the places, short forms spelt out: 发展和改革局; '' for the government itself
    kind: str  # government | department | zone | township | unknown
    printed: str  # the words it was read from
    others: tuple[Region, ...] = ()  # further places of the same name: 鼓楼区 of four cities
    prefix: str = ""  # what stands before the place: 国家税务总局


Choose = Callable[[tuple[Region, ...]], tuple[Region, ...]]


def leading_places(
    text: str, places: Places, choose: Choose = lambda regions: regions, printed: bool = False
) -> tuple[tuple[Region, ...], int]:
    """The places a name begins with and where they end; the last one may stand for several (choose puts the likeliest first).

    A place counts after another only when it lies within it: 邓州市 · 城关镇 is not 城关区.
    `printed`: in a report, other than in a question, 长宁市 is no slip for 长宁区.
    """
    found: tuple[Region, ...] = ()
    start = 0
    while start < len(text):
        step = _next_place(text, start, found, places)
        if step is None:
            break
        if printed and _of_another_kind(text, start, *step, places):
            break
        regions, start = step
        found = choose(regions)
    return found, start


def _next_place(
    text: str, start: int, outer: tuple[Region, ...], places: Places
) -> tuple[tuple[Region, ...], int] | None:
    if not places.begins(text[start: start + 2]):
        return None
    for end in range(min(len(text), start + places.longest), start + 1, -1):
        name = text[start:end]
        if not places.by_name(name):
            continue
        regions = _in_use(_inside(places.by_name(name), outer, places))
        if regions and _stands_alone(name, regions, text[end:], bool(outer)) and not _begins_department(text, start, end, regions):
            return regions, _before_kind(text, regions, end, places)
    return None


def _before_kind(text: str, regions: tuple[Region, ...], end: int, places: Places) -> int:
    """济南|市中区, not 济南市|中区: the kind of the place is the beginning of the next."""
    named = {r.name for stop in range(end + 1, end + 5) for r in _inside(places.by_name(text[end - 1: stop]), regions, places)}
    return end - 1 if any(text.startswith(name, end - 1) for name in named) else end


def _of_another_kind(text: str, start: int, regions: tuple[Region, ...], end: int, places: Places) -> bool:
    """A short name before the kind of another place: 长宁|市, which no gazetteer knows. Not 枣庄|市中区, 新疆|区."""
    if not _KIND.match(text, end) or any(text[start:end] == r.name or r.level == "province" for r in regions):
        return False
    return _next_place(text, end, regions, places) is None


def _inside(regions: tuple[Region, ...], outer: tuple[Region, ...], places: Places) -> tuple[Region, ...]:
    if not outer:
        return regions
    return tuple(
        r for r in regions for o in outer if r.code != o.code and places.within(places.today(r), places.today(o))
    )


def _in_use(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """A former name counts only where no place of today bears it."""
    return tuple(r for r in regions if r.last is None) or regions


def _stands_alone(name: str, regions: tuple[Region, ...], after: str, inside: bool) -> bool:
    """A short name is not the beginning of something else: 城关|镇, 新华|街道, 上海|路, 玉屏|山镇; nor an ordinary word (和平).

    `inside`: it follows the place it lies in, as in 福州鼓楼.
    """
    if any(name == r.name for r in regions):
        return True
    if _GOES_ON.match(after):
        return False
    return inside or name not in load_organ_words().ordinary


def _begins_department(text: str, start: int, end: int, regions: tuple[Region, ...]) -> bool:
    """荆州市|公安局 is no 公安县: a short name that a known department begins with."""
    if any(text[start:end] == r.name for r in regions):
        return False
    return any(load_organ_words().knows(text[start:stop]) for stop in range(end + 1, end + 4))


@lru_cache(maxsize=64)  # the few names of one report are asked again and again
def parse_organ(text: str, places: Places, choose: Choose = lambda regions: regions) -> Organ:
    """`choose` orders places of the same name by what else is known of the report."""
    prefix = prefix_at(text)
    bare = _ASIDE.sub("", text[len(prefix):])
    regions, end = leading_places(bare, places, choose, printed=True)
    if not regions:
        prefix, bare = "", _ASIDE.sub("", text)
    place = regions[0] if regions else None
    rest, kind = _classified(bare[end:], place)
    return Organ(place, rest, kind, text, regions[1:], prefix)


def _classified(rest: str, place: Region | None) -> tuple[str, str]:
    words = load_organ_words()
    rest = rest.removeprefix("本级").strip()
    if place and (rest in _GOVERNMENT or rest in _COMMITTEE):
        return "", "zone" if place.level == "zone" or rest in _COMMITTEE else "government"
    for pattern, ending in ((_TOWNSHIP, "人民政府"), (_STREET, "办事处"), (_FARM, "")):
        if found := pattern.fullmatch(rest):
            return found["name"] + ending, "township"
    zone = _ZONE.match(rest)
    if zone and rest[zone.end():] in _GOVERNMENT | _COMMITTEE:
        return zone[0] + (rest[zone.end():] or "管委会"), "zone"
    full = words.full(rest)
    return full, "department" if words.is_department(rest) else "unknown"


def canonical_name(organ: Organ, places: Places) -> str:
    """One name for all short forms: 洪泽区, 洪泽区政府 -> 淮安市洪泽区人民政府; what is written out stays as printed."""
    place = organ.place
    if organ.kind == "unknown" or organ.prefix:
        return organ.printed
    if place is None:
        return organ.rest
    name = place.name if organ.others else places.full_name(place)
    if organ.kind == "government":
        return name + "人民政府"
    if organ.kind == "zone" and not organ.rest:
        return name + "管委会"
    if place.name in organ.printed:
        return name + organ.rest
    if organ.kind == "zone":
        return organ.printed + ("" if organ.printed.endswith(organ.rest) else "管委会")
    return name + organ.rest if organ.kind == "township" or load_organ_words().knows(organ.rest) else organ.printed


def organ_key(organ: Organ, places: Places) -> str:
    """The same for 教育体育局 and 教育和体育局, for 芜湖经开区 and 芜湖市经济技术开发区; '' when the place is not sure."""
    if organ.place is None or organ.others:
        return ""
    rest = zone_key(organ.rest) if organ.kind == "zone" else wording(organ.rest)
    return " ".join((organ.place.code, organ.place.name, prefix_key(organ.prefix), rest))
