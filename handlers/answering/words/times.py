"""Years as people write them: 2020年, 20年, 二〇二〇, 2019—2022, 去年, 近三年, 十三五."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.answering.words import needed, programs
from handlers.answering.words.mentions import Years
from handlers.answering.words.needed import Pattern, Sieve, prepared
from index.numerals import parse_number
from index.ready_made import cached

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "十": 10}
_FULL = r"(?<![\d.])(?:19|20)\d\d(?![\d.]*\d)"
_SHORT = r"(?<![\d.])\d\d(?!\d)"
_HAN = r"[二一][〇零○九][〇零○一二三四五六七八九]{2}"
_ONE = rf"(?:{_FULL}|{_HAN})"
_SPOKEN = r"(?<![〇零○一二三四五六七八九十百千万第两几近这前头\d])[一二][〇零○一二三四五六七八九]"  # 一八年, no 这二三年
_AGE = "(?!级|龄|轻|纪|限|期)"
_YEAR_WORD = r"(?:年度|年份|年底|年末|年(?!均)|财年)?"
_TO = r"\s*(?:年)?(?:度)?(?:起|开始|初|以来)?\s*(?:[,，]?(?:一直|一路|直|再)?(?:延续|持续|算|数|排|看)?(?:到|至)|截至|截止到?|—+|-+|~+|～|–|through|until|to|dao|zhi)\s*"
_AND = r"\s*(?:年)?\s*(?:、|,|，|和|与|跟|及|and|&)\s*"
_SO_MANY = r"[,，\s]*[这那]?\s*[几两三四五六七八2-8]\s*个?(?:年度|年份|年头|年)"
_THESE = rf"(?:{_SO_MANY})?"  # 2019—2022这4年
_EACH = rf"{_ONE}|{_SHORT}|{_SPOKEN}"

_UNTIL = r"\s*(?:—+|-+|~+|～|–|至|到)\s*"
_END_OF_YEAR = r"(?:12|十二)月(?:底|末|(?:31|三十一)[日号]?)"
_REPUBLIC = 1911  # 民国元年 is 1912
_SET_APART = re.compile(r"(?<=\d) +(?=年)")
_WHOLE_YEAR = re.compile(rf"(?P<of>{_ONE})年(?:1|一|元)月(?:(?:1|一)[日号]{_UNTIL}(?:(?:(?P=of)|当|同|本|该)年)?{_END_OF_YEAR}|份?{_UNTIL}(?:12|十二)月份?(?![底末\d三]))(?:期间|之间|止)?")
_BY_MONTHS = re.compile(rf"(?P<of>{_ONE})年1{_UNTIL}12月份?(?![底末\d])")
_YEARS_END = re.compile(rf"({_ONE})年{_END_OF_YEAR}")
_LAST_DAY = re.compile(rf"(?<![年\d十]){_END_OF_YEAR}")
_NEW_YEARS_DAY = re.compile(rf"({_ONE})年(?:1月1[日号]|一月一[日号]|元旦)(?={_UNTIL}{_ONE}年(?:底|末))")

_SPELT_OUT = re.compile("[两二]千零?([一二]?)十([一二三四五六七八九]?)(?=年)")  # 两千零二十年
_OF_THE_YEAR_SAID = re.compile(rf"({_ONE}年?[^。?？;；比和跟与到至同较、]{{0,24}}?)(?:今年|当年)(?=又?再?(?:新|净)?(?:增|添|加|减|多|少|砍|涨|降))")

Reader = Callable[[re.Match[str]], Years]


def _year(text: str) -> int:
    """2020 of "2020", "20", "二〇二〇"."""
    if text.isdigit():
        return int(text) if len(text) == 4 else 2000 + int(text)
    digits = int("".join(str(_DIGITS[c]) for c in text))
    return digits if len(text) == 4 else 2000 + digits


def _in_digits(match: re.Match[str]) -> str:
    return f"20{_DIGITS[match[1] or '一']}{_DIGITS[match[2] or '零']}"


def _all(match: re.Match[str]) -> Years:
    years = re.findall(_EACH, match[0])
    return Years("absolute", tuple(dict.fromkeys(_year(y) for y in years)))


def _range(match: re.Match[str]) -> Years:
    first, last = (_year(y) for y in re.findall(_EACH, match[0])[:2])
    if not first < last <= first + 30:
        return Years("absolute", (first, last))
    return Years("absolute", tuple(range(first, last + 1)))


def _of_the_republic(match: re.Match[str]) -> Years:
    """民国109年, 民国一百零九年: 2020."""
    number = parse_number(match[1])
    return Years("absolute", (_REPUBLIC + int(number[0]),)) if number else Years("broken", (0,))


def _small(text: str) -> int:
    return int(text) if text.isdigit() else _DIGITS[text]


def _fixed(kind: str, *values: int) -> Reader:
    return lambda match: Years(kind, values)  # type: ignore[arg-type]


_PLANS = {"十二五": range(2011, 2016), "十三五": range(2016, 2021), "十四五": range(2021, 2026)}

# Longest and most special first: the first pattern that matches at a place wins.
_PATTERNS: tuple[tuple[str, Reader], ...] = (
    (r"(?:中华)?民国\s*([\d〇零○一二三四五六七八九十百两]{2,5})\s*年(?:度)?", _of_the_republic),
    (rf"{_ONE}{_TO}(?:{_ONE}|{_SHORT}){_YEAR_WORD}{_THESE}", _range),
    (rf"{_SHORT}{_TO}{_SHORT}(?:年(?:度)?{_THESE}|{_SO_MANY})", _range),
    (r"(?<![\d.])[12]\d ?[-—~～–] ?2\d(?=\s*[\u4e00-\u9fff])(?!\s*[件条项个岁日号万元人起份宗例次月点时届期家])", _range),
    (rf"{_SPOKEN}(?:年)?{_TO}(?:{_SPOKEN}|{_SHORT})(?:年(?:度)?{_THESE}|{_SO_MANY})", _range),
    (rf"{_ONE}{_YEAR_WORD}(?:{_AND}(?:{_ONE}|{_SHORT}){_YEAR_WORD})+{_THESE}", _all),
    (rf"{_SHORT}(?:年)?(?:{_AND}{_SHORT})+\s*(?:年(?:度)?|这?[两三四五]年)", _all),
    (rf"{_SHORT}年(?:{_AND}{_SHORT}年)+{_THESE}", _all),
    (rf"{_SPOKEN}年?(?:{_AND}{_SPOKEN}年?)*(?:{_AND}{_SPOKEN}(?:年(?:度)?{_AGE}{_THESE}|{_SO_MANY}))", _all),
    (rf"{_SHORT}年(?:度)?(?:以来|以后|之后|后|起|开始|往后|至今)", lambda m: Years("since", (_year(m[0][:2]),))),
    (rf"{_SPOKEN}年(?:度)?(?:以来|以后|之后|后|起|开始|往后|至今)", lambda m: Years("since", (_year(m[0][:2]),))),
    (rf"{_SPOKEN}年(?:度|底|末)?{_AGE}(?![多来])", _all),
    (rf"(?:since|after)\s*{_ONE}", lambda m: Years("since", (_year(m[0][-4:]),))),
    (rf"{_ONE}年?(?:度)?(?:以来|以后|之后|后|起|开始|往后|至今)", lambda m: Years("since", (_year(m[0][:4]),))),
    (rf"{_ONE}{_YEAR_WORD}", _all),
    (r"(?<![\d.第])[12]\d(?=年(?!级|龄|轻|纪|限))年(?:度)?", _all),
    (r"(?<![\d.])(?:20)?\d{3}年", lambda m: Years("broken", (int(m[0][:-1]),))),
    (r"(?:再?往前(?:推|数|倒|看)?|之前|前面?)的?([两三四五])(?:个)?年(?!度)(?:里|间)?|the (\d) years before", lambda m: Years("before", (_small(m[1] or m[2]),))),
    (r"(?:近|最近|过去|这)([两三四五六七八九\d])(?:个)?年(?!度)(?:来|间|里|内)?|(?:last|past) (\d) years",
     lambda m: Years("last", (_small(m[1] or m[2]),))),
    (r"(?:再?往?后面?(?:推|数)?|接下来|之后|随后|后续|后来)的?([两三四五])(?:个)?年", lambda m: Years("next", (_small(m[1]),))),
    (r"(?:再?往?后面?|接下来|之后|随后|后续|后来|以后)的?(?:那|这)?几年(?!级)", _fixed("since", 0)),  # counted from the year spoken of
    (r"^(?:那么?|那)?再?(?:后来|往后)(?=呢?[?？]*$)", _fixed("next")),
    (r"^(?:那么?|那)?再往前(?=呢?[?？]*$)", _fixed("previous")),
    (r"十[二三四]五", lambda m: Years("absolute", tuple(_PLANS[m[0]]))),
    (r"(?:每(?:家|个?单位|个机关)(?:都|各|只|就|均)*[取用看拿挑选按](?:各自|自己)?的?)?(?:最新|最近)(?:的|那|这|的那)?(?:一年度?|年度|年份|[一1]?[份期本](?:年报|报告|年度报告)?|(?<=[那这])年|(?:[一1]个)?年度|年报|报告)(?:数据)?|(?:the |their )?(?:latest|newest|most recent) (?:years?|reports?)(?: each)?",
     _fixed("newest")),
    (r"(?<=[跟和与同比较])上一?年(?:度)?(?=相?比|比较)", _fixed("previous")),
    (r"大前年", _fixed("relative", -3)),
    (r"(?<![一二三四五六七八九十\d近这前头后])([两二三四五六七八九\d])个?年(?:以|之)?前(?!后)", lambda m: Years("relative", (-_small(m[1]),))),
    (r"前年(?:度)?|two years ago", _fixed("relative", -2)),
    (r"刚过(?:去|完)的?(?:那|这)?一?年|last year|去年(?:度)?", _fixed("relative", -1)),
    (r"今年(?:度)?|本年度?(?=.{0,4}$)|this year", _fixed("relative", 0)),
    (r"明年|next year", _fixed("relative", 1)),
    (r"后年", _fixed("relative", 2)),
    (r"同一?年(?!比)|当年|那一?年|该年|the same year", _fixed("same")),
    (r"上一个?年度?|上年度?|前一年度?|头一年|头年(?!级)|再往前一年|(?:the|a|one) year (?:before|earlier|prior)|the (?:previous|prior|preceding) year", _fixed("previous")),
    (r"(?:下|后|次|第二)一?年度?|the (?:next|following|subsequent) year|(?:the|a|one) year (?:after|later)(?: that)?", _fixed("next")),
)


@dataclass(frozen=True)
class _Wording(Pattern):
    """One way to write years, and how it is read."""

    read: Reader


@cache
def _wordings() -> Sieve[_Wording]:
    code = [Path(file) for file in (__file__, needed.__file__, programs.__file__)]
    found = cached("years", code, lambda: tuple(prepared(pattern) for pattern, _ in _PATTERNS), tuple)
    return Sieve(_Wording(program, needs, reader) for (program, needs), (_, reader) in zip(found, _PATTERNS, strict=True))


def in_whole_years(text: str) -> str:
    """2020年1月1日至12月31日 → 2020年, 2020年12月31日 → 2020年底: dates that bound a year, as the year; 2020 年 → 2020年; 2020年强制今年增了几项: 今年 is the year said."""
    text = _OF_THE_YEAR_SAID.sub(r"\1", _SPELT_OUT.sub(_in_digits, _SET_APART.sub("", text)))
    for dates in (_WHOLE_YEAR, _BY_MONTHS):
        text = dates.sub(r"\g<of>年", text)
    return _LAST_DAY.sub("年底", _NEW_YEARS_DAY.sub(r"\1年", _YEARS_END.sub(r"\1年底", text)))


def find_years(text: str) -> Iterator[tuple[int, int, Years]]:
    """(start, end, years) in a normalised question, left to right, not overlapping."""
    found = [(wording, match) for _, wording in _wordings().fitting(text) if (match := wording.pattern.search(text))]
    while found:
        wording, match = min(found, key=lambda one: one[1].start())  # of several at one place the first
        yield match.start(), match.end(), wording.read(match)
        behind = ((w, m if m.start() >= match.end() else w.pattern.search(text, match.end())) for w, m in found)
        found = [(w, m) for w, m in behind if m]
