"""Signs of reckoning between words are read as the words: 新收+结转, 沭阳发改局−洪泽区=？, 部分公开/办结 %."""

import re

_HAN = r"[\u4e00-\u9fff]"
_WORDS = (
    (re.compile("÷"), "除以"),
    (re.compile("×"), "乘以"),
    (re.compile(rf"(?<=[\u4e00-\u9fff\d]) ?\+ ?(?={_HAN}|(?:19|20)\d\d)"), "加"),
    (re.compile(rf"(?<={_HAN}) - (?={_HAN})|(?<={_HAN}) ?\u2212 ?(?={_HAN})"), "减去"),
    (re.compile(rf"(?<={_HAN}) ?[-–] ?(?={_HAN}[^=]*=\s*[?？]?\s*$)"), "减去"),  # a hyphen takes away when the question ends with =
)
_OF_WHICH = re.compile(r"(?<![\d.])\s*%\s*(?=of\b)")  # what % of all outcomes
_SHARE_FIRST = re.compile(r"^as an? ((?:share|percentage|percent|proportion|fraction|part) of [^,]+), ([^,]+?)\s*\??$")
_FRACTIONS = {"third": "33.3333", "quarter": "25", "fifth": "20", "tenth": "10"}
_FRACTION_OF = re.compile(r"\b(?:an?|one)[ -](third|quarter|fifth|tenth) of\b")
_RATIO = re.compile(rf"^([^/]*{_HAN}) ?/ ?({_HAN}[^/]*?(?:%|百分[之比]|占比|比率|比例|=).*)$")  # one stroke and a percentage: no list


def in_words(text: str) -> str:
    """A normalised question with signs between words written out."""
    for sign, word in _WORDS:
        text = sign.sub(word, text)
    text = _FRACTION_OF.sub(lambda found: f"{_FRACTIONS[found[1]]}% of", text)
    text = _SHARE_FIRST.sub(r"\2 as a \1?", _OF_WHICH.sub(" percentage ", text))
    return _RATIO.sub(r"\1除以\2", text)
