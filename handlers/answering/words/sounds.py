"""Keys for words that sound alike: toneless pinyin, one syllable a character."""

from index.sounds import syllable

# Characters whose reading depends on the word, in the words that matter here.
_IN_WORDS = {"重复": "虫复", "重新": "虫新", "重覆": "虫复", "银行": "银航", "还有": "孩有", "还没": "孩没", "还是": "孩是", "还剩": "孩剩", "还在": "孩在"}
# Sounds that many speakers and input methods do not tell apart.
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


def sound(word: str) -> str:
    """The key of a word: "不予" → "bu yu"."""
    for written, read in _IN_WORDS.items():
        if written in word:
            word = word.replace(written, read)
    return " ".join(map(syllable, word))


def blurred(key: str) -> str:
    """A coarser key: zh = z, ing = in …"""
    for fine, coarse in _MERGED:
        key = key.replace(fine, coarse)
    return key


__all__ = ["blurred", "sound", "syllable"]
