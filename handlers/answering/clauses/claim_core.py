"""底稿所列邓州2020年行政处罚3715件，与公开数是否相符: what a message claims, without all that is told around it."""

import re
from collections.abc import Sequence

from handlers.answering.words.lexer import unexplained
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.speech import saying
from handlers.answering.words.tokens import ENDS

_VERIFIES = saying("telling.verifies")
_BETWEEN = saying("telling.figure_stands_for")
_ASKS_MORE = saying("telling.asks_more")
_MEASURES = frozenset({"row", "fact", "metric"})
_TERMS = _MEASURES | {"column"}
_TOLD = frozenset({"row", "column", "fact", "topic", "ambiguous"})  # heard as something else: 底稿, 信访, 岁数
_SMALL = re.compile("[ 的“”\"]*(?:结果)?")
_OFFICIAL = 4  # characters from which a word told before the claim is a row's own name: 信访时…口头答复邓州2020年 tells where
_ABOUT = re.compile("约|大概|差不多|左右")
_COUNTS = frozenset({"", "件", "项", "条", "个", "份", "宗", "起", "单", "万元", "元", "%", "人次", "例", "次"})


def claim_core(plain: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> str:
    """“邓州2020年…3715件，对吗” of a message that puts forward one figure of one row and asks whether it holds; "" for any other."""
    figures = [m for m in mentions if m.figure and m.figure.unit in _COUNTS and not m.figure.room]
    claimed = [(m, f) for f in figures if (m := _measure_of(f, tokens, mentions, plain))]
    if len(claimed) != 1 or len(figures) != 1:
        return ""
    (first, last), figure = claimed[0]
    scope = [m for m in mentions if m.name or (m.years and m.years.kind in ("absolute", "relative"))]
    before = [m for m in scope if m.end <= first.start and _adjoins(m, first, tokens, mentions)]
    start = min((m.start for m in before), default=first.start)
    around = plain[: tokens[start].start], plain[tokens[figure.end - 1].end :]
    outside = [m for m in mentions if (m.end <= start and (not before or len(m.text) >= _OFFICIAL)) or m.start >= figure.end]
    if not _VERIFIES.search(" ".join(around)) or _ASKS_MORE.search(" ".join(around)) or any(map(_weighs, outside)) or len(_sentences(around[1])) > 2:
        return ""
    if not unexplained(mentions, tokens, 0, len(tokens)) and not any(m.kinds() & _TOLD for m in mentions if m.end <= start or m.start >= figure.end):
        return ""
    told = "".join(m.text for m in scope if m not in before and (m.end <= start or m.start >= figure.end) and _only_one_of_kind(m, scope))
    about = "大约" if _ABOUT.search(plain[tokens[last.end - 1].end : tokens[figure.start].start]) else ""
    return f"{told}{plain[tokens[start].start : tokens[last.end - 1].end]}是{about}{figure.text}，对吗"


def _measure_of(figure: Mention, tokens: Sequence[Token], mentions: Sequence[Mention], plain: str) -> tuple[Mention, Mention] | None:
    """The first and the last mention of the measure of which the figure is said; None when something else stands between."""
    terms = [m for m in mentions if m.end <= figure.start and m.kinds() & _TERMS]
    if not terms or not _BETWEEN.fullmatch(plain[tokens[terms[-1].end - 1].end : tokens[figure.start].start]):
        return None
    said = [terms[-1]]
    for term in reversed(terms[:-1]):  # 行政诉讼|结果|纠正
        if not _SMALL.fullmatch(plain[tokens[term.end - 1].end : tokens[said[0].start].start]):
            break
        said.insert(0, term)
    return (said[0], said[-1]) if any(s.strong and s.kind in _MEASURES for m in said for s in m.senses) else None


def _adjoins(mention: Mention, first: Mention, tokens: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Nothing between but names, years, small words and marks that do not end a sentence."""
    known = {i for m in mentions if m.name or m.years or m.kinds() <= {"filler"} for i in range(m.start, m.end)}
    return all(i in known or (tokens[i].kind == "mark" and tokens[i].text not in ENDS) for i in range(mention.end, first.start))


def _weighs(mention: Mention) -> bool:
    """Another thing that is measured, reckoned or refused: more is said than the claim."""
    return any(s.strong and (s.kind in _MEASURES or (s.kind == "column" and len(mention.text) > 1) or s.id in _RECKONS) for s in mention.senses)


_RECKONS = frozenset({"op.than", "op.share", "op.ratio", "op.difference", "op.sum", "op.average", "op.growth", "op.most", "op.least", "op.rank", "op.list", "op.which_more", "op.which_less"})


def _only_one_of_kind(mention: Mention, scope: Sequence[Mention]) -> bool:
    """2020年的，邓州的 told apart from the claim; two years leave open which is meant."""
    return sum(bool(m.name) == bool(mention.name) for m in scope) == 1


def _sentences(text: str) -> list[str]:
    return [part for part in text.replace("!", "。").replace("！", "。").replace("？", "。").replace("?", "。").split("。") if len(part) > 12]
