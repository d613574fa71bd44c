"""The headings of the six sections and the furniture of pages around reports (data/sections.yaml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.data_files import read_yaml
from index.errors import InvalidData
from index.text import label_key

FILE = Path(__file__).parent.parent / "data" / "sections.yaml"
NUMBERS = "()一二三四五六0123456第部分"  # before a heading
IDS = ("s1", "s2", "s3", "s4", "s5", "s6", "other")


@dataclass(frozen=True, slots=True)
class SectionWords:
    exact: Mapping[str, str]  # label_key of a heading -> id
    words: tuple[tuple[str, tuple[str, ...]], ...]  # (id, words that a numbered heading holds)
    bare: frozenset[str]  # sub-headings that open s5
    inline: re.Pattern[str]  # a numbered heading inside a line of page text
    furniture: tuple[str, ...]
    end: tuple[str, ...]


@cache
def load_section_words() -> SectionWords:
    """Raises InvalidData with key and reason."""
    data = read_yaml(FILE)
    for key in (*IDS, "furniture", "end"):
        if not data.get(key):
            raise InvalidData(FILE.name, key, "is missing")
    exact = {label_key(heading): key for key in IDS for heading in data[key]["variants"]}
    words = tuple((key, tuple(group)) for key in IDS for group in data[key]["words"])
    headings = sorted((h for key in IDS for h in data[key]["variants"]), key=len, reverse=True)
    inline = re.compile(rf"[一二三四五六七八九十]\s*[、.,]\s*(?P<heading>{'|'.join(map(re.escape, headings))})")
    return SectionWords(exact, words, frozenset(data["s5"]["bare"]), inline, tuple(data["furniture"]), tuple(data["end"]))


def section_named(text: str) -> str:
    """The section of which a text is the heading, with a number of any kind before it; '' for none."""
    return load_section_words().exact.get(label_key(text).lstrip(NUMBERS), "") if 3 < len(text) < 40 else ""
