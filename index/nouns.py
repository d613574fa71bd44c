"""Common nouns of Chinese, from the word list of the segmenter; read as text, without loading the segmenter."""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_TAGS = frozenset({"n", "nt", "nz", "vn", "j", "ng", "b", "t", "s"})  # nouns, bodies, other names, nouns of verbs, short forms; kinds (国有, 刑事), times, places
_SAID_OF_ANYTHING = (
    "年代 今日 今年 去年 先后 往往 天下 大小 地上 眼前 临时 唯一 当下 大大 同一 同一个 今后 向前 最初 所在 前往 所属 如下 日前 以往 手上 眼下 世上 当今 往来 先前 手下 日后 近来 此前 途中 所用 此间 往前 惟一 "
    "首要 现今 过后 往年 事后 近年 近年来 往后 上次 下次 今儿 明儿 当场 上述 额外 次年 明年 前年 边上 将近 心上 桌上 家中 次要 而今 事前 处处 上级 下级 现有 对外 年初 一世 往回 过往 内在 远方 所有 五年 八年"
)
_EVERYDAY = frozenset(_SAID_OF_ANYTHING.split())  # kinds, times and places that restrict nothing
_LENGTHS = range(2, 6)  # characters; one character alone is no evidence


@cache
def dictionary() -> Path:
    """The word list: "word frequency tag" a line. Importing the segmenter to find it takes longer than reading it."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba")
    return Path(spec.origin).with_name("dict.txt")


def common_nouns() -> Iterator[str]:
    """Every noun of two to five characters, in the order of the list."""
    with dictionary().open(encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.split()
            if tag in _TAGS and len(word) in _LENGTHS and (tag not in "bts" or word not in _EVERYDAY):
                yield word
