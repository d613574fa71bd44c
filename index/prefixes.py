"""What stands before the place in the name of a branch: 国家税务总局|邓州市|税务局, 第八师|石河子市."""

import re
from collections.abc import Iterator
from functools import cache

from index.organ_words import load_organ_words

_NUMBER = "([一二三四五六七八九十百0-9]+)"


def prefix_at(text: str, start: int = 0) -> str:
    """The longest prefix that begins there, as written; '' for none."""
    found = _pattern().match(text, start) if text[start : start + 1] in _first() else None
    return found[0] if found else ""


def prefix_starts(text: str) -> Iterator[int]:
    return (found.start() for found in _pattern().finditer(text))


def prefix_key(prefix: str) -> str:
    """The full form: 中国证监会 -> 中国证券监督管理委员会."""
    return next((full for full in prefix_forms(prefix) if full), "")


def prefix_forms(prefix: str) -> tuple[str, ...]:
    """Every form of a prefix, the full one first; none for ''."""
    for full, shorts in load_organ_words().prefixes.items() if prefix else ():
        for form in (full, *shorts):
            if found := re.fullmatch(form.replace("#", _NUMBER), prefix):
                number = found[1] if "#" in form else ""
                return tuple(one.replace("#", number) for one in (full, *shorts))
    return ()


@cache
def _first() -> frozenset[str]:
    """The characters that a prefix begins with; any of a number for one that begins with it."""
    forms = [form for full, shorts in load_organ_words().prefixes.items() for form in (full, *shorts)]
    return frozenset(character for form in forms for character in form[0].replace("#", _NUMBER[2:-3] + "0123456789"))


@cache
def _pattern() -> re.Pattern[str]:
    forms = [form for full, shorts in load_organ_words().prefixes.items() for form in (full, *shorts)]
    return re.compile("|".join(form.replace("#", _NUMBER[1:-1]) for form in sorted(forms, key=len, reverse=True)))
