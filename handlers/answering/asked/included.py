"""诉讼总数（包括复议后起诉的）: a part that the whole holds anyway, said to be included; the whole is what is asked for."""

from collections.abc import Sequence

from handlers.answering.asked.measures import ancestors, family
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.speech import saying

_INCLUDES = saying("reckoning.includes")
_IN_IT = saying("reckoning.in_it")
_SAID = Sense("included", "filler", True)


def without_included(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """The mentions; a part behind 包括, 含, 算上 passes over when a whole of it stands before."""
    kept = list(mentions)
    for mention in mentions:
        word = _includes_at(tokens, mention.start)
        if word is not None and any(_holds(whole, mention) for whole in mentions if whole.end <= word):
            end = _through(tokens, mention.end)
            kept = [m for m in kept if m.end <= word or m.start >= end]
            kept.append(Mention(word, end, "".join(t.text for t in tokens[word:end]), (_SAID,)))
    return tuple(sorted(kept, key=lambda m: m.start))


def _includes_at(tokens: Sequence[Token], start: int) -> int | None:
    """Where the word begins that ends right before `start`; None when there is none behind a mark or at the beginning."""
    for at in range(max(0, start - 6), start):
        behind_mark = at == 0 or tokens[at - 1].kind == "mark"
        if behind_mark and _INCLUDES.pattern.fullmatch("".join(t.text for t in tokens[at:start])):
            return at
    return None


def _through(tokens: Sequence[Token], end: int) -> int:
    """Behind 的, 在内, 一起 that belong to it."""
    for at in range(min(len(tokens), end + 5), end, -1):
        if _IN_IT.pattern.fullmatch("".join(t.text for t in tokens[end:at])):
            return at
    return end


def _holds(whole: Mention, part: Mention) -> bool:
    """诉讼 holds 复议后起诉; 新收 holds 企业."""
    rows, parts = ([s.id for s in m.senses if s.kind == "row"] for m in (whole, part))
    columns = [s.id for s in part.senses if s.kind == "column"]
    if rows and parts:
        return any(row in ancestors(p) and row != p for row in rows for p in parts)
    mark = {"s3": "@", "s4": "."}.get(family(rows[0]) if rows else "", "")
    return bool(mark and columns) and not parts and all(c.startswith(mark) for c in columns)
