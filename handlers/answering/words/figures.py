"""Numbers in a question that are no years: thresholds, asserted figures, counts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from handlers.answering.words.mentions import Figure, Mention, Token
from index.numerals import parse_number

_UNITS = ("千万元", "百万元", "万元", "亿元", "千万", "人次", "百分点", "件", "个", "条", "项", "起", "宗", "桩", "场", "单", "份", "例", "期", "元", "块", "次", "种", "类", "成", "倍", "%", "家", "年", "名", "位", "人", "者")
_HAN_NUMBER = frozenset("零〇一二两三四五六七八九十百千万亿半")
_ENGLISH = {word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1)}
_ENGLISH |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ENGLISH |= {"twice": 2}
_POINTING = frozenset("这那哪同每某另")  # 那一类 counts nothing
_POINTED_AT = frozenset({"个", "条", "项", "种", "类"})
_BOUNDS = frozenset(["than", "least", "most", "over", "above", "under", "below", "exceed", "exceeds", "exceeded"])  # fewer than ten
_MULTIPLES = frozenset("百千万亿")
_LOOSE_END = frozenset("多余来几")
_DIGITS = "零一二三四五六七八九"
_BESIDE = re.compile(f"(?P<head>[一二三四五六七八九]?[十百千万]?)(?P<low>[{_DIGITS}两])(?P<high>[{_DIGITS}])(?P<scale>[十百千万亿]*)")
_SCALED = re.compile("(?:个多|[多余几]个?)(?P<scale>[十百千]*[万亿])")  # 四千多万, 三十多个亿


def find_figures(tokens: Sequence[Token]) -> Iterator[Mention]:
    """Every number with the unit that follows it."""
    at = 0
    while at < len(tokens):
        end, written = _number(tokens, at) if tokens[at].kind == "number" or tokens[at].text in _HAN_NUMBER else (at, "")
        if end == at:
            if at and tokens[at].text in _ENGLISH and tokens[at - 1].text in _BOUNDS:
                yield Mention(at, at + 1, tokens[at].text, figure=Figure(Decimal(_ENGLISH[tokens[at].text]), _times(tokens, at)))
            at += 1
            continue
        value, room, behind = _loosely(tokens, written, end)
        if value is not None:
            unit, after = _unit(tokens, behind)
            if unit == "成" and after < len(tokens) and tokens[after].text in _TENTHS and value < 10:  # 九成五
                value, after = value + _TENTHS[tokens[after].text], after + 1
            passed = written in _ROUND and at > 0 and tokens[at - 1].text in _PASSING
            of_unit = written in _ALONE and at > 0 and tokens[at - 1].kind == "number"  # the 万 of 4281.8773万元
            if written == "一" and unit in _POINTED_AT and at > 0 and tokens[at - 1].text in _POINTING:
                at = end
                continue  # 都是信访那一类吗, 这一种占几成
            if written == "一" and unit == "个" and after < len(tokens) and tokens[after].text == "数":
                at = after
                continue  # 求一个数
            scaled = bool(room) and behind > end
            if (unit and not of_unit) or passed or scaled or tokens[at].kind == "number" or (len(written) > 1 and any(c in "十百千万亿" for c in written)):
                said = written + "".join(t.text for t in tokens[end:behind]) if scaled else written
                yield Mention(at, after if unit or scaled else end, said + unit, figure=Figure(value, unit, room))
        at = end


def _loosely(tokens: Sequence[Token], written: str, end: int) -> tuple[Decimal | None, Decimal, int]:
    """(number, how far past it the meant one may be, where the unit stands): 七八倍 is 7 to 8, 四千多万 is 4000 万 and something."""
    beside = _BESIDE.fullmatch(written)
    if beside and _DIGITS.index(beside["high"]) - _DIGITS.index(beside["low"]) == 1:
        low, scale = _value(beside["head"] + beside["low"] + beside["scale"]), _value("一" + beside["scale"]) if beside["scale"] else Decimal(1)
        return (low, 2 * scale, end) if low is not None and scale else (None, Decimal(0), end)
    value = _value(written)
    scaled = _SCALED.match("".join(t.text for t in tokens[end : end + 5]))
    if value and scaled:
        scale = _value("一" + scaled["scale"]) or Decimal(1)
        return value * scale, step(value) * scale, end + len(scaled[0])
    return value, Decimal(0), end + (end < len(tokens) and tokens[end].text in _LOOSE_END)


def step(value: Decimal) -> Decimal:
    """The place of the last digit that is no nought: 1000 of 4000."""
    one = Decimal(1)
    while value and not value % (one * 10):
        one *= 10
    return one


def short_years_of_persons(tokens: Sequence[Token], ends: Iterable[int]) -> Iterator[Mention]:
    """淮安24个人: two digits right behind a name are of the year, no number of people. `ends`: where names end."""
    for at in ends:
        if "".join(t.text for t in tokens[at + 1 : at + 3]) == "个人" and tokens[at].kind == "number" and len(tokens[at].text) == 2:
            yield Mention(at, at + 1, tokens[at].text, figure=Figure(Decimal(tokens[at].text), ""))


def _times(tokens: Sequence[Token], at: int) -> str:
    """More than seven times as many, more than twice as many: a multiple."""
    return "倍" if tokens[at].text == "twice" or (at + 1 < len(tokens) and tokens[at + 1].text == "times") else ""


def _number(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    if tokens[at].kind == "number":
        end = at + 1
        while end < len(tokens) and _goes_on(tokens, at, end):
            end += 1
        return end, "".join(t.text for t in tokens[at:end])
    end = at
    while end < len(tokens) and tokens[end].text in _HAN_NUMBER:
        end += 1
    return end, "".join(t.text for t in tokens[at:end])


def _goes_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    """2万8千, 3亿5000万元: a number may be followed by 万 and that by another number; the 万 of 5万元 is of the unit."""
    if tokens[end].kind == "number":
        return tokens[end - 1].text in _MULTIPLES
    of_unit = "".join(t.text for t in tokens[end : end + 2]) in _UNITS and not any(t.text in _MULTIPLES for t in tokens[at:end])
    return tokens[end].text in _MULTIPLES and not of_unit


_ROUND = frozenset("百千万亿")  # 过百, 破千, 上万
_PASSING = frozenset("过破上超满")
_TENTHS = {digit: Decimal(n) / 10 for n, digit in enumerate("一二三四五六七八九", 1)} | {"半": Decimal("0.5")}
_ALONE = {"万": Decimal(10**4), "亿": Decimal(10**8)}


@lru_cache(maxsize=4096)
def _value(written: str) -> Decimal | None:
    if written == "半":
        return None
    if written in _ALONE:
        return _ALONE[written]
    found = parse_number(written)
    return found[0] if found else None


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    unit = _unit_of("".join([t.text if t.kind != "latin" else " " for t in tokens[at : at + 3]]))
    return unit, at + len(unit)


@lru_cache(maxsize=4096)
def _unit_of(following: str) -> str:
    return next((unit for unit in _UNITS if following.startswith(unit)), "")
