"""The box of 索引号, 发布机构, 公开日期 … around a report: name and value pairs (names: data/metadata.yaml)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from index.data_files import read_yaml
from index.errors import InvalidData
from index.readers.content import Drawn
from index.text import label_key

_FILE = Path(__file__).parents[2] / "data" / "metadata.yaml"
_LONGEST_VALUE = 200
_EARLY = 60  # lines: such a box stands at the head of a page
T = TypeVar("T")
Pairs = tuple[tuple[str, str], ...]


@cache
def names() -> frozenset[str]:
    return frozenset(label_key(name) for name in _load("names", list))


@cache
def tags() -> Mapping[str, str]:
    """Name in the metadata by lower-case <meta name>."""
    return {str(tag).lower(): str(name) for tag, name in _load("tags", dict).items()}


def metadata_of_table(cells: Sequence[Drawn]) -> Pairs:
    """The pairs of a metadata table; () for any other table.

    Names and values alternate along each row, or share a cell ("索引号：014314799").
    """
    texts = [cell.text for cell in sorted(cells, key=itemgetter(0, 1)) if cell.text.strip()]
    every = names()
    known = [n for n, text in enumerate(texts) if label_key(text) in every]
    beside = tuple((_name(texts[n]), _value_after(texts, n)) for n in known)
    inside = metadata_of_lines(texts)
    pairs = tuple(pair for pair in (*beside, *inside) if pair[1])
    covered = len(known) + sum(1 for _, value in beside if value) + len(inside)
    return pairs if len(known) + len(inside) >= 2 and covered * 3 >= len(texts) * 2 else ()


def metadata_of_lines(lines: Iterable[str]) -> Pairs:
    """"发布时间: 2021-03-05", one or several on a line."""
    early = (line for _, line in zip(range(_EARLY), lines, strict=False))
    return tuple(pair for line in early if len(line) <= _LONGEST_VALUE * 2 for pair in _pairs_in(line))


def _pairs_in(line: str) -> Iterable[tuple[str, str]]:
    if ":" not in line and "：" not in line:
        return
    found = list(_colon_name().finditer(line))
    if not found or line[:found[0].start()].strip(" \t\u3000\xa0[【"):
        return
    for match, following in zip(found, [*found[1:], None], strict=True):
        value = line[match.end():following.start() if following else len(line)].strip(" \t\u3000\xa0|[]【】")
        if value and len(value) <= _LONGEST_VALUE:
            yield _name(match[1]), value


@cache
def _colon_name() -> re.Pattern[str]:
    spaced = (r"[ \u3000\xa0]*".join(name) for name in sorted(names(), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<![\u4e00-\u9fff])({'|'.join(spaced)})[ \u3000\xa0]*[:：]")


def _value_after(texts: Sequence[str], n: int) -> str:
    value = texts[n + 1].strip() if n + 1 < len(texts) else ""
    return "" if label_key(value) in names() or len(value) > _LONGEST_VALUE else value


def _name(text: str) -> str:
    return label_key(text)


def _load(key: str, kind: type[T]) -> T:
    try:
        loaded = read_yaml(_FILE)[key]
    except (KeyError, TypeError) as error:
        raise InvalidData(_FILE.name, key, str(error)) from error
    if not isinstance(loaded, kind) or not loaded:
        raise InvalidData(_FILE.name, key, f"a {kind.__name__} with entries is needed")
    return loaded
