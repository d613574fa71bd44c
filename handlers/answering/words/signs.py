"""Signs of reckoning between words are read as the words: 新收+结转, 沭阳发改局−洪泽区=？, 部分公开/办结 %."""

import re

from handlers.answering.words.decimals import plain
from handlers.answering.words.rephrased import rephrased
from index.numerals import parse_number

_HAN = r"[\u4e00-\u9fff]"
_OF_WHICH = re.compile(r"(?<![\d.])\s*%\s*(?=of\b)")  # what % of all outcomes
_SHARE_FIRST = re.compile(r"^as an? ((?:share|percentage|percent|proportion|fraction|part) of [^,]+), ([^,]+?)\s*\??$")
_HUNDREDTHS = re.compile(r"百分之([零〇一二两三四五六七八九十百点\d.]+)(?!几|多少)|(?<=\d)\s*(?:per ?cent|pct)\b")
_FRACTIONS = {"third": "33.3333", "quarter": "25", "fifth": "20", "tenth": "10"}
_FRACTION_OF = re.compile(r"\b(?:an?|one)[ -](third|quarter|fifth|tenth) of\b")
_RATIO = re.compile(rf"^([^/]*{_HAN}) ?/ ?({_HAN}[^/]*?(?:%|百分[之比]|占比|比率|比例|=).*)$")  # one stroke and a percentage: no list


def _in_percent(found: re.Match[str]) -> str:
    """百分之二十, 20 percent: 20%."""
    number = parse_number(found[1]) if found[1] else None
    return f"{plain(number[0])}%" if number else found[0] if found[1] else "%"


def in_words(text: str) -> str:
    """A normalised question with signs between words written out."""
    text = rephrased(text)
    text = _HUNDREDTHS.sub(_in_percent, text)
    text = _FRACTION_OF.sub(lambda found: f"{_FRACTIONS[found[1]]}% of", text)
    text = _SHARE_FIRST.sub(r"\2 as a \1?", _OF_WHICH.sub(" percentage ", text))
    return _RATIO.sub(r"\1除以\2", text)
