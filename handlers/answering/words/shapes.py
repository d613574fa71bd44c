"""Stories of a row with other words between (先走过复议再去告的): the patterns of data/lexicon/shapes.yaml, laid over a question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.answering.words import dialects, needed, phrases, programs
from handlers.answering.words.dialects import DIALECT, common_pattern
from handlers.answering.words.lexicon import DATA, LexiconError, Sense, kind_of
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.needed import Pattern, Sieve, prepared
from handlers.answering.words.phrases import PHRASES, phrase_patterns
from handlers.answering.words.speech import saying
from index.data_files import read_yaml
from index.ready_made import cached

_WITHIN = {"~": "[^,，。;；:：、?？!！]{0,6}?", "…": "[^。;；?？!！]{0,12}?"}
_QUANTITY = re.compile(r"\{\d*,?\d*\}")  # {0,6} of a pattern is no number that it names
_WHOLE_WORD = "(?<!申(?=请))"  # a story does not begin within 申请
_LEAVES_OUT = saying("reckoning.leaves_out")
_APPLICANTS = frozenset(("@natural", "@enterprise", "@research", "@welfare", "@legal_service", "@other_org"))


@dataclass(frozen=True)
class Shape(Pattern):
    """One pattern and what it says."""

    senses: tuple[Sense, ...]  # a row, or a row and its column at once


@cache
def load_shapes() -> Sieve[Shape]:
    """In the order of the file. Raises LexiconError with the row and the reason."""
    files = [DATA / "lexicon" / "shapes.yaml", DATA / "lexicon" / "pieces.yaml", DIALECT, PHRASES, Path(__file__)]
    code = [Path(module.__file__ or "") for module in (programs, needed, dialects, phrases)]
    return Sieve(cached("shapes", filter(Path.exists, [*files, *code]), build_shapes, tuple))


def build_shapes() -> tuple[Shape, ...]:
    """The shapes from their files, each pattern tried."""
    content = _content("shapes")
    pieces = _pieces()
    written = ((key, pattern) for key, patterns in content.items() for pattern in patterns)
    return tuple(_shape(key, pattern, pieces) for key, pattern in (*written, *phrase_patterns()))


def _content(name: str) -> Mapping[str, list[str]]:
    path = DATA / "lexicon" / f"{name}.yaml"
    content: Mapping[str, list[str]] = read_yaml(path) if path.exists() else {}
    return content


def _pieces() -> dict[str, str]:
    """Name → what <name> stands for in a pattern, the pieces inside it written out."""
    found: dict[str, str] = {}
    for name, piece in _content("pieces").items():
        found[name] = _filled(str(piece), found)
    return found


def _filled(pattern: str, pieces: Mapping[str, str]) -> str:
    for name, piece in pieces.items():
        pattern = pattern.replace(f"<{name}>", piece)
    return pattern


def _shape(key: str, pattern: str, pieces: Mapping[str, str]) -> Shape:
    """"s4.suit+.corrected": a row and its column at once; "t08.active.website/n.site_info": one of the two."""
    written = common_pattern(_filled(pattern, pieces))
    for sign, words in _WITHIN.items():
        written = written.replace(sign, words)
    try:
        return Shape(*prepared(f"{_WHOLE_WORD}(?:{written})"), tuple(Sense(i, "filler" if i == "filler" else kind_of(i), True) for i in re.split("[+/]", key)))
    except re.error as error:
        raise LexiconError(f"shapes.yaml: {key}: {error} in {pattern!r}") from error


def shaped(text: str, tokens: Sequence[Token], others: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of the rows told that way, each with all its words; what it does not name itself is never swallowed: names, years, numbers, applicants, 除去 and 以外."""
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tokens)}
    told = [m for m in others if m.name or m.years or (m.figure and m.text[0].isdigit()) or (m.has("op.except") and _LEAVES_OUT.match(m.text))]
    applicants = [m for m in others if any(s.strong and s.id in _APPLICANTS for s in m.senses)]
    for _, shape in load_shapes().fitting(text):
        first = shape.pattern.search(text)
        if not first:
            continue
        kept = [m for m in (told if shape.senses[0].id[0] == "@" else told + applicants) if not _named(m, shape.program.written)]
        limits = [tokens[m.start].start for m in kept]
        for found in filter(None, (_before(shape.pattern, text, at, limits) for at in starts if at >= first.start())):
            start, end = starts[found.start()], ends.get(found.end())
            if end is not None and start < end and not any(m.start < end and start < m.end for m in kept):
                yield Mention(start, end, found[0], shape.senses)


def _before(pattern: re.Pattern[str], text: str, at: int, limits: Sequence[int]) -> re.Match[str] | None:
    """The match from `at`; one that runs into what is never swallowed is looked for again up to there."""
    found = pattern.match(text, at)
    limit = min((x for x in limits if found and at < x < found.end()), default=None)
    return found if limit is None else pattern.match(text, at, limit)


def _named(mention: Mention, pattern: str) -> bool:
    """上年, the 3 of 第3项, 个人 in a pattern that writes them."""
    if mention.years:
        return mention.years.kind in ("previous", "next", "relative") and any(sign in pattern for sign in ("年", "year"))
    if mention.figure:
        return mention.text[0] in _QUANTITY.sub("", pattern) and not mention.text[1:2].isdigit()
    return not mention.name and mention.text in pattern
