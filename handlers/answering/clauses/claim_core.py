"""底稿所列邓州2020年行政处罚3715件，与公开数是否相符: what a message claims, without all that is told around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.answering.clauses.terms import TERMS, runs_of_terms
from handlers.answering.words.lexer import unexplained
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.speech import saying
from handlers.answering.words.tokens import ENDS

_VERIFIES = saying("telling.verifies")
_BETWEEN = saying("telling.figure_stands_for")
_ASKS_MORE = saying("telling.asks_more")
_MEASURES = TERMS - {"column"}
_TOLD = frozenset({"row", "column", "fact", "topic", "ambiguous"})  # heard as something else: 底稿, 信访, 岁数
_OFFICIAL = 4  # characters from which a word told before the claim is a row's own name: 信访时…口头答复邓州2020年 tells where
_ABOUT = re.compile("约|大概|差不多|左右")
_ENDING = re.compile("[。！!？?]")
_LONG = 12  # characters of a sentence that tells more than 请核实
_COUNTS = frozenset({"", "件", "项", "条", "个", "份", "宗", "起", "单", "万元", "元", "%", "人次", "例", "次"})
_RECKONS = frozenset({"op.than", "op.share", "op.ratio", "op.difference", "op.sum", "op.average", "op.growth", "op.most", "op.least", "op.rank", "op.list", "op.which_more", "op.which_less"})


@dataclass(frozen=True, slots=True)
class _Claim:
    scope: tuple[Mention, ...]  # body and year right before the measure
    measure: tuple[Mention, ...]
    figure: Mention
    between: str  # the words between measure and figure

    def start(self) -> int:
        return min(m.start for m in (*self.scope, *self.measure))


def claim_core(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> str:
    """“邓州2020年…3715件，对吗” of a message that puts forward one figure of one row and asks whether it holds; "" for any other, and for one that is understood as it is."""
    claim = _claimed(plain, tokens, mentions)
    if claim is None:
        return ""
    start, end = claim.start(), claim.figure.end
    before, after = [m for m in mentions if m.end <= start], [m for m in mentions if m.start >= end]
    around = plain[: tokens[start].start], plain[tokens[end - 1].end :]
    weighty = [m for m in before if not claim.scope or len(m.text) >= _OFFICIAL] + after
    if not _only_asks_whether(*around) or any(map(_weighs, weighty)) or not (unexplained(mentions, tokens, 0, len(tokens)) or any(m.kinds() & _TOLD for m in (*before, *after))):
        return ""
    scope = [m for m in mentions if _is_scope(m)]
    told = "".join(m.text for m in scope if m in (*before, *after) and sum(bool(o.name) == bool(m.name) for o in scope) == 1)  # 2020年的 told apart; of two years neither
    about = "大约" if _ABOUT.search(claim.between) else ""
    return f"{told}{plain[tokens[start].start : tokens[claim.measure[-1].end - 1].end]}是{about}{claim.figure.text}，对吗"


def _claimed(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> _Claim | None:
    """The one number of the message with the measure right before it; None when there are several, or something else stands between."""
    figures = [m for m in mentions if m.figure and m.figure.unit in _COUNTS and not m.figure.room]
    runs = runs_of_terms(plain, tokens, (m for m in mentions if m.end <= figures[0].start)) if len(figures) == 1 else []
    if not runs or not any(s.strong and s.kind in _MEASURES for m in runs[-1] for s in m.senses):
        return None
    between = plain[tokens[runs[-1][-1].end - 1].end : tokens[figures[0].start].start]
    scope = tuple(m for m in mentions if _is_scope(m) and m.end <= runs[-1][0].start and _adjoins(m, runs[-1][0], tokens, mentions))
    return _Claim(scope, tuple(runs[-1]), figures[0], between) if _BETWEEN.fullmatch(between) else None


def _only_asks_whether(before: str, after: str) -> bool:
    around = f"{before} {after}"
    return bool(_VERIFIES.search(around)) and not _ASKS_MORE.search(around) and sum(len(part) > _LONG for part in _ENDING.split(after)) < 3


def _is_scope(mention: Mention) -> bool:
    return bool(mention.name) or (mention.years is not None and mention.years.kind in ("absolute", "relative"))


def _adjoins(mention: Mention, first: Mention, tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Nothing between but names, years, small words and marks that do not end a sentence."""
    known = {i for m in mentions if m.name or m.years or m.kinds() <= {"filler"} for i in range(m.start, m.end)}
    return all(i in known or (tokens[i].kind == "mark" and tokens[i].text not in ENDS) for i in range(mention.end, first.start))


def _weighs(mention: Mention) -> bool:
    """Another thing that is measured, reckoned or refused: more is said than the claim."""
    return any(s.strong and (s.kind in _MEASURES or (s.kind == "column" and len(mention.text) > 1) or s.id in _RECKONS) for s in mention.senses)
