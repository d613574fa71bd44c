"""A normalised question as tokens: one Chinese character, one latin word, one number, one mark."""

import re

from handlers.answering.words.mentions import Token

_TOKEN = re.compile(
    r"(?P<number>-?\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<latin>[a-z]+(?:'(?!s\b)[a-z]+)?)|(?P<han>[\u3400-\u9fff〇])|(?P<mark>[^\s])"
)
# Marks that do not end a thought: a wording may reach across them.
LOOSE = frozenset("、\"'()[]《》<>·-~“”‘’/:：_*")
LISTING = frozenset("、/+&")  # between the members of a list
ENDS = frozenset("。！？；!?;\n")
PAUSES = frozenset("，,：:…—")
_WITHOUT = {"number": ",", "latin": "'"}
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")  # pinyin as books print it: gōngkāi lǜ


def tokens_of(text: str) -> tuple[Token, ...]:
    """Tokens in order; spaces are dropped."""
    return tuple(
        Token(_plain(match), match.start(), match.end(), match.lastgroup)  # type: ignore[arg-type]
        for match in _TOKEN.finditer(text.lower().translate(_TONES))
    )


def _plain(match: re.Match[str]) -> str:
    """3,715 as 3715, didn't as the lexicon spells it: didnt."""
    sign = _WITHOUT.get(match.lastgroup or "")
    return match[0].replace(sign, "") if sign else match[0]
