"""同行的稿子说邓州2020年收了126件，没写错吧: a claim with where it was read or heard; only the claim is asked about."""

import re

from handlers.answering.words.lexer import NameFinder
from handlers.answering.words.speech import saying

_PUTS_FORWARD = saying("telling.puts_forward")
_WHETHER = saying("telling.whether")
_IN_REPORT = saying("telling.in_report")
_CLAIMS = saying("telling.claims")
_YEAR = re.compile("(?:19|20)\\d\\d年?|[今去前]年")
_QUOTES = "\"“”「」『』,，。 "
_LONGEST = 30  # characters of who said it, and where


def claim_alone(text: str, names: NameFinder) -> str:
    """The normalised question without its source, when body or year stand right behind it and what is asked is whether it holds; else unchanged."""
    ending = _WHETHER.search(text)
    if not ending:
        return text
    begins = {*(n.start for n in names(text)), *(y.start() for y in _YEAR.finditer(text))}
    for said in _PUTS_FORWARD.pattern.finditer(text[: min(ending.start(), _LONGEST)]):
        source, claim = text[: said.start()], text[said.end() : ending.start()]
        if said.end() in begins and min(begins) >= said.end() and _CLAIMS.search(claim) and not _IN_REPORT.search(source):
            return f"{claim.strip(_QUOTES)}，对吗"
    return text
