"""Development zones by all their names: 威海火炬高技术产业开发区 is 威海高新区, 威海市火炬高新区 and 威海市高新技术产业开发区.

    zone_aliases  every name of a zone of the gazetteer, from its name and the names of the places around it
    wordings      every way to write what follows the place: 高新区, 高新技术产业开发区 …
"""

from collections.abc import Iterator, Sequence
from functools import cache

from index.organ_words import load_organ_words

_COMMITTEES = ("党工委管委会", "管理委员会", "管委会", "管委")


def wordings(rest: str) -> tuple[str, ...]:
    """The zone as written, then under the other words for its kind; without its committee."""
    bare = without_committee(rest)
    kind = _kind_of(bare)
    before = bare.removesuffix(kind)
    return tuple(dict.fromkeys((bare, *(before + other for other in _kinds().get(kind, ())))))


def zone_key(rest: str) -> str:
    """One word for all wordings: 高新区管委会 -> 高新技术产业开发区."""
    bare = without_committee(rest)
    kind = _kind_of(bare)
    return bare.removesuffix(kind) + _kinds()[kind][0] if kind else bare


def without_committee(rest: str) -> str:
    ending = next((one for one in _COMMITTEES if rest.endswith(one)), "")
    return rest.removesuffix(ending)


def zone_aliases(name: str, homes: Sequence[Sequence[str]]) -> Iterator[str]:
    """`homes`: all names of the places it lies in, from the nearest to the province."""
    home, rest = next(_taken_apart(name, homes), (homes[0] if homes else (), name))
    yield from (place + wording for place in home for wording in wordings(rest))


def _taken_apart(name: str, homes: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], str]]:
    """河北衡水高新区 -> (names of 衡水, 高新区): the place it is named after, perhaps with its province in front."""
    for home in homes:
        for lead in ("", *homes[-1]):
            for place in home:
                if name.startswith(lead + place) and name != lead + place:
                    yield home, name.removeprefix(lead + place)


def _kind_of(bare: str) -> str:
    return next((kind for kind in sorted(_kinds(), key=len, reverse=True) if bare.endswith(kind)), "")


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Every word for a kind of zone, with all words for that kind, the full one first."""
    zones = load_organ_words().zones
    return {word: (full, *others) for full, others in zones.items() for word in (full, *others)}
