"""Years that stand on what is beside them: 淮安24, 同年, 上年, 这四年里."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Operand
from handlers.answering.words.mentions import Mention, Token, Years
from handlers.answering.words.tokens import LISTING

_LISTS = LISTING | {"，", ",", "和", "与", "及", "跟"}


_COUNTED_ON = (Years("next", ()), Years("previous", ()))


def with_short_years(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """淮安24, 平潭19到22, 平潭19、20、21: two digits after a name, or after such a year in a list, are a year."""
    result: list[Mention] = []
    for mention in mentions:
        before = next((m for m in reversed(result) if not m.has("op.and")), None)
        if mention.figure and not mention.figure.unit and before and (before.name or before.years) and _beside(before, mention, tokens):
            value = mention.figure.value
            if value == int(value) and 8 <= value <= 40 and len(tokens[mention.start].text) == 2:
                mention = Mention(mention.start, mention.end, mention.text, years=Years("absolute", (2000 + int(value),)))
        result.append(mention)
    return tuple(result)


def _beside(before: Mention, mention: Mention, tokens: Sequence[Token]) -> bool:
    """Right behind a name, or behind another short year with nothing but what lists them: 2025年20到200件 is no year."""
    between = [t.text for t in tokens[before.end : mention.start]]
    short = before.years is not None and len(before.text.removesuffix("年")) == 2
    return (not between and (before.name is not None or short)) or (short and len(between) == 1 and between[0] in _LISTS)


def without_apposition(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """第二年，2022的呢: the year said right behind is the one meant, and none is counted on from it."""
    place = next((i for i, m in enumerate(mentions) if m.years), -1)
    told, year = (*mentions[place : place + 2], None, None)[:2] if place >= 0 else (None, None)
    if not told or not year or not year.years or year.years.kind != "absolute" or told.years not in _COUNTED_ON:
        return tuple(mentions)
    between = "".join(t.text for t in tokens[told.end : year.start])
    whole = replace(year, start=told.start, text="".join(t.text for t in tokens[told.start : year.end]))
    return (*mentions[:place], whole, *mentions[place + 2 :]) if between and set(between) <= {"，", ","} else tuple(mentions)


def anchored(operands: Sequence[Operand]) -> tuple[Operand, ...]:
    """同年, 上年 beside a year that is said: counted from that."""
    result: list[Operand] = []
    for operand in operands:
        spoken = [y for o in (*result, *operands) for y in o.years if y.kind == "absolute"]
        years = tuple(_anchored(y, spoken) for y in operand.years)
        result.append(operand if years == operand.years else replace(operand, years=years))
    return tuple(result)


def _anchored(years: Years, spoken: Sequence[Years]) -> Years:
    steps = {"same": 0, "previous": -1, "next": 1}
    if years.kind == "last" and len({v for y in spoken for v in y.values}) == years.values[0]:  # 2019到2022，这四年里
        return Years("absolute", tuple(dict.fromkeys(v for y in spoken for v in y.values)))
    if years.kind == "since" and years.values == (0,) and spoken:  # 2019年和后几年
        return Years("since", (spoken[0].values[-1] + 1,))
    if years.kind not in steps or not spoken:
        return years
    return Years("absolute", (spoken[0].values[-1] + steps[years.kind],))
