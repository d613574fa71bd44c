"""The border: every text that is compared passes here once, and nothing inside normalises again.

    normalise   what is read: one width, one script, one kind of space, bracket and quote
    label_key   what is compared: a label without the marks that offices set differently
    list_number a label apart from its number in a list

All three are idempotent. What people are shown stays as printed; only comparing and searching use these.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Generic, TypeVar

import opencc

T = TypeVar("T")
_SHORT, _MOST_KEPT = 64, 4096  # characters of a text, texts of a function

_CJK = "\u3400-\u4dbf\u4e00-\u9fff"

# Chrome prints also draw from the CJK Radicals Supplement, which NFKC leaves alone.
_RADICALS = dict(zip(
    "⺁⺄⺆⺈⺊⺌⺒⺓⺔⺖⺘⺙⺛⺝⺞⺠⺡⺣⺤⺥⺦⺨⺩⺫⺬⺭⺮⺯⺰⺲⺶⺷⺹⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱",
    "厂乙冂刀卜小巳幺彑忄扌攵旡月歹民氵灬爫爫丬犭王目示礻竹糸纟罒羊羊耂聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅长长长门阝雨青韦页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟",
    strict=True,
))
_RADICAL = re.compile("[\u2e80-\u2fdf]")
# A circled number glued to a figure would become part of it (①2020年 → 12020年): it gets brackets.
_CIRCLED = {
    **{chr(0x2460 + n): f"({n + 1})" for n in range(20)},
    **{chr(0x2776 + n): f"({n + 1})" for n in range(10)},
    **{chr(0x3280 + n): f"({digit})" for n, digit in enumerate("一二三四五六七八九十")},
}
# A footnote mark after a figure (20¹) is no digit of it.
_RAISED = dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "")
_LINE_ENDS = dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n")
_BEFORE = str.maketrans(_RADICALS | _CIRCLED | _RAISED | _LINE_ENDS)
_AFTER = str.maketrans({
    **dict.fromkeys("〔〘⦗❲", "("),
    **dict.fromkeys("〕〙⦘❳", ")"),
    **dict.fromkeys("“”„‟«»「」『』〝〞〟", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    "―": "—",
})
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile(r"[^\S\n\t]+")
_SPACE_AT_EDGE = re.compile(r" +(?=[\n\t])|(?<=[\n\t]) +")
# A text without any of these is left as it is by the step before which it is looked for.
_CHANGED_BEFORE = re.compile(f"[{_INVISIBLE.pattern[1:-1]}{''.join(map(chr, _BEFORE))}]")
_CHANGED_AFTER = re.compile(f"[{''.join(map(chr, _AFTER))}]")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_PINYIN = re.compile(rf"(?<=[{_CJK}])(?:\((?=[a-zü]{{0,5}}[{_TONED}])[a-zü{_TONED}]{{1,6}}\))+")
# Taiwan wording of the form's own words, as character-by-character conversion leaves it. 檔案 alone stays: 檔案馆.
_TAIWAN = {"规范性档案": "规范性文件", "资讯": "信息", "专案": "项目", "网路": "网络", "覆议": "复议", "干安县": "乾安县"}
_TAIWAN_WORD = re.compile("|".join(_TAIWAN))
_NOTHING = re.compile(r"(?:NaN|nan|NaT|<NA>|Unnamed: \d+(?:_level_\d+)?)")  # a blank cell as programs write out a table

_UNMARKED = str.maketrans({
    **dict.fromkeys(" \n\t.。．·・、，,:;\"'", ""),
    **dict.fromkeys("*†‡§‖※", ""),
    **dict.fromkeys("[【{〈《", "("),
    **dict.fromkeys("]】}〉》", ")"),
})
_MEASURE = "[万亿千百]?[元件条项个次人份年月日倍分]"
_OUTLINE = rf"(?:\d{{1,2}}\.){{1,3}}(?P<inmost>\d{{1,2}})(?:(?<=\.\d\.\d)|(?<=\.\d\.\d\d)|[.、]|(?=\s))\s*(?=[{_CJK}(])(?!{_MEASURE})"  # 3.3.1属于国家秘密, 3.2 部分公开
_NUMBER_OF_OUTLINE = re.compile(_OUTLINE)
_LIST_NUMBER = re.compile(
    rf"\s*(?:{_OUTLINE}"
    r"|\(\s*(?P<inner>[一二三四五六七八九十]{1,3}|\d{1,2})\s*\)"
    r"|(?P<han>[一二三四五六七八九十]{1,3})\s*[、，,.:]"
    r"|(?P<digit>\d{1,2})\s*(?:[、，)]|[.,:](?!\d)|\.(?=(?:19|20)\d\d年)))"
)


class _Kept(dict[str, T], Generic[T]):
    """text → what the function says of it; a text that is held costs no call of Python."""

    def __init__(self, function: Callable[[str], T]) -> None:
        self.function = function

    def __missing__(self, text: str) -> T:
        answer = self.function(text)
        if len(text) <= _SHORT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[text] = answer
        return answer


def kept(function: Callable[[str], T]) -> Callable[[str], T]:
    """What a function says of short texts is kept: labels and figures repeat, long texts would only fill the memory."""
    return _Kept(function).__getitem__


@kept
def normalise(text: str) -> str:
    """One width (NFKC), simplified script, `()` `"` `-`, single spaces; tabs and line ends kept, inline pinyin removed.

    The full-width comma stays: as a thousands separator it would turn a list of figures into one.
    """
    return _normalise_long(text) if _SHORT < len(text) <= 2000 else _normalise(text)


@kept
def label_key(text: str) -> str:
    """What two spellings of one label have in common: no white space, separators, quotes or marks of notes; round brackets.

    "（七）总 计" and "(七)总计" are one; list numbers stay ("1.其他" → "1其他"): `list_number` takes them off.
    """
    key = normalise(text).translate(_UNMARKED)
    return key if key.isascii() else _PINYIN.sub("", unicodedata.normalize("NFKC", key))


def plain_radicals(text: str) -> str:
    """Kangxi and other radicals, which some fonts' tables name instead of the characters they draw (⾏ → 行)."""
    if not _RADICAL.search(text):
        return text
    return _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0].translate(_BEFORE)), text)


@kept
def list_number(text: str) -> tuple[str, str]:
    """("(三)", "不予公开") of "（三）不予公开"; ("一、", …) and ("1.", …) alike, 3.3.1 as ("1.", …); ("", key) without a number.

    The second part is a label_key.
    """
    plain = normalise(text)
    found = _LIST_NUMBER.match(plain)
    if not found:
        return "", label_key(plain)
    inner, han = found.group("inner", "han")
    digit = found["digit"] or found["inmost"]
    marker = f"({inner})" if inner else f"{han}、" if han else f"{digit}."
    return marker, label_key(plain[found.end():])


def outline_end(text: str) -> int:
    """Where the number ends that the words of a heading begin with, 6 of "3.3.1 属于国家秘密"; 0 without one."""
    found = _NUMBER_OF_OUTLINE.match(text)
    return found.end() if found else 0


@kept
def is_nothing(text: str) -> bool:
    return bool(_NOTHING.fullmatch(text))


def _normalise(text: str) -> str:
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = text.replace("\r\n", "\n")
    if _CHANGED_BEFORE.search(text):
        text = _INVISIBLE.sub("", text).translate(_BEFORE)
    text = "，".join(unicodedata.normalize("NFKC", part) for part in text.split("，"))
    if _CHANGED_AFTER.search(text):
        text = text.translate(_AFTER)
    text = _SPACE_AT_EDGE.sub("", _SPACES.sub(" ", text)).strip(" ")
    return _simplified(_PINYIN.sub("", text) if "(" in text else text)


def _simplified(text: str) -> str:
    """Only a text with a character that is traditional beyond doubt: 乾县 alone is no 干县."""
    strictly_traditional, converter = _script()
    if not strictly_traditional.search(text):
        return text
    for _ in range(3):  # a converted neighbour can complete a phrase
        text = converter.convert(text)
    return _TAIWAN_WORD.sub(lambda word: _TAIWAN[word[0]], text)


@cache
def _script() -> tuple[re.Pattern[str], opencc.OpenCC]:
    converter = opencc.OpenCC("t2s")
    every = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    simplified = converter.convert("\n".join(every)).split("\n")
    traditional = (old for old, new in zip(every, simplified, strict=True) if old != new and not _in_gb2312(old))
    return re.compile(f"[{''.join(traditional)}]"), converter


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


_normalise_long = lru_cache(maxsize=128)(_normalise)  # long prose repeats only from one step of reading to the next
