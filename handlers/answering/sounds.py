"""Keys for words that sound alike: toneless pinyin, one syllable a character."""

from functools import cache, lru_cache
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin

_READINGS_OF_A_WORD = 8
# Sounds that many speakers and input methods do not tell apart.
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


@lru_cache(maxsize=8192)
def syllable(character: str) -> str:
    """The usual reading of one character; the character itself when it has none."""
    return lazy_pinyin(character, style=Style.NORMAL, errors="default")[0].replace("ü", "v")


@cache
def syllables(character: str) -> tuple[str, ...]:
    """Every reading of one character."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="default")[0]
    return tuple(dict.fromkeys(s.replace("ü", "v") for s in found))


def sound(word: str) -> str:
    """The key of a word as characters are usually read: "不予" → "bu yu"."""
    return " ".join(syllable(c) for c in word)


def sounds(word: str) -> tuple[str, ...]:
    """Every key that a word may be heard under, the reading in context first."""
    in_context = " ".join(s.replace("ü", "v") for s in lazy_pinyin(word, style=Style.NORMAL))
    others = (" ".join(p) for p in islice(product(*(syllables(c) for c in word)), _READINGS_OF_A_WORD))
    return tuple(dict.fromkeys((in_context, sound(word), *others)))


def blurred(key: str) -> str:
    """A coarser key: zh = z, ing = in …"""
    for fine, coarse in _MERGED:
        key = key.replace(fine, coarse)
    return key
