"""What a misspelt Chinese name may have meant: words that sound like a place of the index, or look like one.

A guess is made only where nothing else explains the characters: never for a real place or an ordinary word, and a name
without its kind (邓洲) only at the beginning of a thought.
"""

from collections.abc import Callable
from itertools import chain

from index.organ_words import load_organ_words
from index.places import Places, Region
from index.sounds import sound_key, soundalike_words

Known = Callable[[Region], bool]  # whether the index holds a report of the place

_LONGEST = 5
_KINDS = frozenset("省市县区州旗盟")
# A place without its kind follows one of these characters, a mark, a figure, or begins the question …
_LEADS = frozenset("年的在查问看下说是和跟与比把对从给那呢想请恁俺道于我成拉")
_JOINS = frozenset("和跟与同比及、，,")
# … and is not written with characters that questions are full of.
_EVERYDAY = frozenset(
    "的了是不年一二三四五六七八九十两多少几件有和那这在上下公开予收办结处理行政复议诉讼信访申请无法提供部分企业个人自然总计合共增减新旧本次条项数量率占比例"
    "报告什么哪怎为谁问查看帮诉我你您他她它们里面中间到从去今前后近以及被把给让对跟向还又也都就才只再最更很太真好坏大小高低长短来回起落进出过没未要会能可应该想知道说讲话"
    "宗份单位打官司输赢罚款许强制微博网站文号表格率维持纠正转"
)
_TIMES = ("去年", "今年", "前年", "上年", "历年", "近")


def misspelt_at(
    text: str, start: int, places: Places, known: Known, lonely: bool
) -> tuple[int, tuple[Region, ...], str] | None:
    """(end, places, right name) of a misspelt name at `start`. `lonely`: the question names no other place."""
    begins = _begins_thought(text, start, lonely)
    if not begins and _KINDS.isdisjoint(text[start + 2 : start + _LONGEST]):
        return None
    if not places.sounds_begun(sound_key(text[start : start + 2])) and load_organ_words().lookalikes.keys().isdisjoint(text[start : start + _LONGEST]):
        return None
    for end in range(min(len(text), start + _LONGEST), start + 1, -1):
        name = text[start:end]
        if not (begins or (len(name) >= 3 and name[-1] in _KINDS)) or not _may_be_name(name, places):
            continue
        meant = tuple(r for r in chain(_heard(name, places), _looked(name, places)) if known(r))
        close = tuple(dict.fromkeys(r for r in meant if _close(text, start, name, _alike(r, name))))
        if close:
            return end, close, _alike(close[0], name)
    return None


def _may_be_name(name: str, places: Places) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in name) and not places.by_name(name) and name not in soundalike_words()


def _begins_thought(text: str, start: int, lonely: bool) -> bool:
    before = text[start - 1: start]
    if not lonely:
        return before in _JOINS and bool(before)
    return not before or before in _LEADS or not "\u4e00" <= before <= "\u9fff"


def _close(text: str, start: int, name: str, right: str) -> bool:
    """At least one character is right, or a year follows; the wrong ones are no everyday characters."""
    wrong = [typed for typed, meant in zip(name, right, strict=True) if typed != meant]
    if len(wrong) == len(name):
        after = text[start + len(name):]
        return (after[:1].isdigit() or after.startswith(_TIMES)) and not _EVERYDAY & set(name)
    return len(name) >= 3 or not _EVERYDAY & set(wrong)


def _heard(name: str, places: Places) -> tuple[Region, ...]:
    return tuple(r for r in places.by_sound(sound_key(name)) if any(len(n) == len(name) for n in r.names))


def _looked(name: str, places: Places) -> tuple[Region, ...]:
    lookalikes = load_organ_words().lookalikes
    spellings = (name[:i] + other + name[i + 1:] for i, c in enumerate(name) for other in lookalikes.get(c, ""))
    return tuple(r for spelling in spellings for r in places.by_name(spelling))


def _alike(region: Region, name: str) -> str:
    """The name of the place that was meant: as long as the one typed, with the most characters in common."""
    same = [n for n in region.names if len(n) == len(name)]
    return max(same, key=lambda n: sum(a == b for a, b in zip(n, name, strict=True)))
