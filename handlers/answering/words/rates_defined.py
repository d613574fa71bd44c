"""A rate that the question itself defines (公开率按予以公开÷办结算, 办结率（办结除以应办）): reckoned as it is said there."""

import re
from functools import cache

from handlers.answering.words.speech import saying

_RATE = saying("reckoning.rate_name")
_DEFINES = saying("reckoning.defines_rate")
_WAY_BEHIND = saying("reckoning.way_behind")
_DIVIDED = re.compile("除以|÷|/|(?<![侵霸强抢])占(?!用|比|有)")
_ASKED = "(?:[,，]?(?:是|为|有)?(?:多少|几(?:何|成)?|百分之[几多]少?)[呀啊呢]*)?"
_OPEN, _CLOSE = "[(（“\"「『]", "[)）”\"」』]"
_INSIDE = "(?:[^()（）“”\"「」『』]|[(（][^()（）]*[)）]){4,60}"
_LIGHT = re.compile("[已给了的过]|出去|总数|件数")
_PAUSE = re.compile("[,，](?=除以|÷|/|占)")
_SHORTENED = re.compile("(予以|部分)(?!公开)")  # 予以+部分公开
_USUAL = re.compile("[(（]?(?:予以|全部)公开[+＋加和与及、]部分公开(?:合计|之和|的和)?[)）]?(?:除以|÷|/|占)(?:办结|办理结果)(?:总[数计量])?(?:件数|数|的)*")
_BARE = "[^,，。;；?？]{4,60}"
_SUM_BEHIND = re.compile("^(?P<part>[^()（）]*?)(?:除以|÷|/|占)[(（]?(?P<one>[^()（）]+?)(?:加(?:上(?!年|一年))?|\\+|＋|与|和|跟|及)(?P<other>[^()（）]+?)(?:之和|的和|合计|总和)?[)）]?的?$")
_SUM_BEFORE = re.compile("^[(（]?(?P<one>[^()（）]+?)(?:加(?:上(?!年|一年))?|\\+|＋|与|和|跟|及|、)(?P<other>[^()（）]+?)[)）]?(?:除以|÷|/|占)(?P<whole>.*)$")


@cache
def _definitions() -> tuple[re.Pattern[str], ...]:
    rate, defines = f"(?P<rate>{_RATE.pattern.pattern})", _DEFINES.pattern.pattern
    named = f"{rate}(?P<asked>{_ASKED})[,，]?"
    return (
        re.compile(f"{named}(?:{defines})?{_OPEN}(?P<how>{_INSIDE}){_CLOSE}(?:{_WAY_BEHIND.pattern.pattern.rstrip('$')})"),
        re.compile(f"{named}(?:{_RATE.pattern.pattern})?(?:{defines})(?P<how>{_BARE})"),
        re.compile(f"(?:{defines})(?P<how>{_BARE})[,，](?P<between>[^,，]{{0,20}}?){rate}(?P<asked>{_ASKED})"),
    )


def as_defined(text: str) -> str:
    """The normalised question with the definition in the place of the rate; unchanged where the rate is not divided out."""
    if not (_RATE.search(text) and _DIVIDED.search(text)):
        return text
    for pattern in _definitions():
        found = pattern.search(text)
        if found and _USUAL.fullmatch(_shortened(found["how"])) and found["rate"] == "公开率":
            return text[: found.start()] + found["rate"] + found["asked"] + text[found.end() :]
        if found and _DIVIDED.search(found["how"]) and not _says_no_more(found["rate"], found["how"]):
            before = f"{text[: found.start()]}{found.groupdict().get('between') or ''}"
            return f"{before}{_share(found['how'])}{found['asked'].lstrip(',，')}{text[found.end():]}"
    return text


def _says_no_more(rate: str, how: str) -> bool:
    """公开率（公开了的占办结的）: the rate in other words, no reckoning of its own."""
    part = _LIGHT.sub("", _DIVIDED.split(how, maxsplit=1)[0])
    return bool(part) and part in rate and not part.startswith(("不", "部分", "予以"))


def _shortened(how: str) -> str:
    return _SHORTENED.sub(r"\1公开", _PAUSE.sub("", _WAY_BEHIND.pattern.sub("", how)))


def _share(how: str) -> str:
    """A ÷ B in the words of a share."""
    how = _shortened(how)
    if found := _SUM_BEFORE.match(how):
        return f"{found['one']}与{found['other']}合计占{found['whole']}的比例"
    if found := _SUM_BEHIND.match(how):
        return f"{found['part']}占{found['one']}与{found['other']}之和的比例"
    return f"{_DIVIDED.sub('占', how, count=1)}的比例"
