"""The words organs' names are made of (data/agencies.yaml): departments with their short forms, kinds, ordinary words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index.data_files import read_yaml
from index.errors import InvalidData

FILE = Path(__file__).parent.parent / "data" / "agencies.yaml"
_JOINING = re.compile("[和与及、]")


@dataclass(frozen=True, slots=True)
class OrganWords:
    kinds: Mapping[str, tuple[str, ...]]  # 委员会 -> (委,)
    shorts: Mapping[str, tuple[str, ...]]  # 发展和改革局 -> (发改局, 发展改革局)
    fulls: Mapping[str, tuple[str, ...]]  # 发改局 -> (发展和改革局,)
    endings: tuple[str, ...]  # what a department's name ends with, longest first: 管理委员会, 委员会, 局, 委 …
    ordinary: frozenset[str]  # words that are no place without their suffix: 和平
    prefixes: Mapping[str, tuple[str, ...]]  # before the place of a branch, with short forms: 中国证券监督管理委员会 -> (中国证监会, …)
    zones: Mapping[str, tuple[str, ...]]  # 高新技术产业开发区 -> (高新区, …)
    english: Mapping[str, str]  # science and technology -> 科学技术
    never: tuple[str, ...]  # endings that make no department: 政务公开办
    lookalikes: Mapping[str, str]  # 沐 -> 沭, both ways

    def candidates(self, name: str) -> tuple[str, ...]:
        """Full names that a name may stand for: 自规局 -> 自然资源局, 自然资源和规划局; an unknown name for itself."""
        return (name,) if name in self.shorts else self.fulls.get(name, (name,))

    def full(self, name: str) -> str:
        """发改局 -> 发展和改革局: the first candidate; 教育体育局 is written out and stays as it is."""
        first = self.candidates(name)[0]
        return name if wording(name) == wording(first) else first

    def knows(self, name: str) -> bool:
        return name in self.shorts or name in self.fulls

    def is_department(self, name: str) -> bool:
        """Has the look of a department: 教育局, 发改委, 政府办公室. Not a word of its own: 局, 单位."""
        if self.knows(name):
            return True
        if name.endswith(self.never):
            return False
        ending = next((e for e in self.endings if name.endswith(e)), "")
        return bool(ending) and len(name) - len(ending) >= 2


@cache
def load_organ_words() -> OrganWords:
    """Raises InvalidData with key and reason."""
    data = read_yaml(FILE)
    for key, kind in (("kinds", dict), ("stems", dict), ("also", dict), ("english", dict), ("prefixes", dict),
                      ("zones", dict), ("ordinary_words", list), ("no_department", list), ("lookalikes", list)):
        if not isinstance(data.get(key), kind):
            raise InvalidData(FILE.name, key, f"expects a {kind.__name__}")
    kinds = _tuples(data["kinds"])
    shorts = _shorts(data, kinds)
    words = sorted({*kinds, *(s for short in kinds.values() for s in short)} - {"联"}, key=lambda w: (-len(w), w))
    return OrganWords(
        kinds, shorts, _fulls(shorts), tuple(words), frozenset(data["ordinary_words"]),
        _tuples(data["prefixes"]), _tuples(data["zones"]), data["english"], tuple(data["no_department"]), _lookalikes(data["lookalikes"]),
    )


def wording(name: str) -> str:
    """The same for names that differ by 和 alone: 教育和体育局, 教育体育局."""
    return _JOINING.sub("", name)


def stem_of(department: str) -> str:
    """What a department deals with, whatever its kind: 发展和改革局, 发展和改革委员会 -> 发展和改革."""
    for kind in ("管理委员会", "委员会", "办公室", "局", "厅"):
        if department.endswith(kind):
            return department.removesuffix(kind)
    return department


def _tuples(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _lookalikes(groups: Iterable[str]) -> dict[str, str]:
    return {character: group.replace(character, "") for group in groups for character in group}


def _shorts(data: Mapping[str, Any], kinds: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Every department as stem x kind, then the short names that do not follow from these."""
    found: dict[str, list[str]] = {}
    for stem, stem_shorts in data["stems"].items():
        for kind in ("局", "委员会", "厅", "办公室", "管理委员会"):
            endings = (kind, *kinds[kind])
            full = stem + kind
            found[full] = [s + e for s in (stem, *stem_shorts) for e in endings if s + e != full]
    for full, more in data["also"].items():
        known = found.setdefault(full, [])
        known.extend(s for s in more if s not in known)
    return {full: tuple(s) for full, s in found.items()}


def _fulls(shorts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Full names by short name, in the order of the file."""
    found: dict[str, tuple[str, ...]] = {}
    for full, names in shorts.items():
        for name in names:
            if name not in shorts:
                found[name] = (*found.get(name, ()), full)
    return found
