"""Mentions → clauses: which part of a message asks, and which only tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.answering.asked.attributes import attributes, done_by_another, kinds_nobody_counts
from handlers.answering.clauses.own_items import own_items
from handlers.answering.clauses.turns import amounts_in_a_row, turns
from handlers.answering.words.lexer import unexplained
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.reasons import WITH_REASONS, fears_passed_over, with_sure_reasons
from handlers.answering.words.speech import saying
from handlers.answering.words.tokens import ENDS, PAUSES

ASKS_AT_END = ("没", "不", "否", "冇")  # 超过一千件没
ASKS = re.compile(
    r"多少|(?<![那这])几|哪(?!有[这那]么|[能会至])|什么|啥|甚|谁|怎|咋|如何|何|吗|(?<![这那])么|嘛|是否|是不是|有没有|有无|有冇|有木有|能不能|可不可|对不|平不|够不|"
    r"([多少高低大])不\1|好多|[?？]|告知|告诉|列出|列一下|排|查一下|查下|核[实对]|说说|(?:请|望|烦请|恳请|盼|需要?|想)(?:您|你|贵单位)?(?:予以|给予|能)?(?:提供|给出|示知|赐告|了解|知道|查询)|duoshao|jige|"
    r"\b(?:how|what|which|who|any|did|does|do|is|are|was|were|when|where|list|show|tell|give)\b"
)
_WISHES = re.compile(r"(?:请|望|烦请|恳请|盼|需要?|想)(?:您|你|贵单位)?(?:予以|给予|能)?(?:了解|知道|查询)(?:一下|下)?|[嘛啊呀]")  # asks nothing itself when a question follows in the sentence
_DENIED = saying("telling.denied")


@dataclass(frozen=True, slots=True)
class Clause:
    mentions: tuple[Mention, ...]
    unknown: tuple[str, ...]  # words of this clause that nobody understood
    text: str
    sentence: int  # clauses of one sentence share the number
    asks: bool
    outright: bool = False  # its sentence ends with a question mark
    measured: bool = False  # names something that can be measured or told

    def contentful(self) -> bool:
        return self.measured or any(m.name or m.years for m in self.mentions)


NUMBER = re.compile(r"多少|几[件个条项起宗份单例]?|若干")
_COUNTS_AT_END = re.compile("(?:多少|几)[项件条个份起]?$")  # 许可上一年多少项 is a term that asks
_RECKONING = ("op.difference", "op.ratio", "op.sum", "op.share", "op.growth", "op.average", "op.more", "op.less")
_SPACES = re.compile(" +")
_STORY = 5  # characters of a row told with other words between (shapes.py)
_SHORT = 12  # characters of a clause that may be nothing but a term
_TELLING = frozenset({"row", "column", "fact", "metric", "detail", "ambiguous", "topic"})


def split(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Clause, ...]:
    """Clauses in order, cut at marks that no mention reaches across."""
    clauses: list[Clause] = []
    sentence = 0
    start = 0
    listed, mentions = own_items(tokens, mentions)
    turning, further = turns(tokens, mentions), amounts_in_a_row(tokens, mentions)
    for at in range(len(tokens) + 1):
        last = at == len(tokens)
        cut = not last and tokens[at].text in ENDS | PAUSES and not any(m.start <= at < m.end for m in mentions)
        summed = not last and not cut and tokens[at].text == "、" and _sums_up(tokens, start, at)
        cut = cut or summed or (not last and tokens[at].text == "、" and _parts_questions(tokens, start, at))
        turn = not last and not cut and at in turning
        if turn and at > start:
            clauses.append(replace(_clause(tokens, mentions, start, at, sentence), asks=False))
            sentence, start = sentence + 1000, at
        elif at in further | listed and start < at and not cut:
            clauses.append(_clause(tokens, mentions, start, at, sentence))
            start = at
        if not (cut or last):
            continue
        if at > start:
            said = _clause(tokens, mentions, start, at + cut, sentence)
            clauses.append(replace(said, asks=True) if summed else said)
        if cut and tokens[at].text in ENDS:
            sentence += 1
        start = at + 1
    kept = _enumerated(tuple(c for c in clauses if c.text and not _DENIED.search(c.text)))
    if listed:
        kept = tuple(replace(c, asks=c.asks or c.measured) for c in kept)
    return _told_apart(tuple(replace(c, asks=False) if c.asks and _only_wishes(c, kept[i + 1 :]) else c for i, c in enumerate(kept)), tokens)


def _enumerated(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """提供两项数据：处理决定数量；罚款总额: each of what is listed behind a colon is asked for, when no question follows."""
    head = next((i for i, c in enumerate(clauses, 1) if c.text.endswith((":", "："))), len(clauses))
    listed = clauses[head:]
    members = len({c.sentence for c in listed})
    apart = members > 1 and (members == len(listed) or all(m.kinds() & {"row", "fact"} for c in listed for m in c.mentions[:1])) and all(c.measured and not c.asks for c in listed)
    return (*clauses[:head], *(replace(c, asks=True) for c in listed)) if apart else clauses


def _only_wishes(clause: Clause, following: Sequence[Clause]) -> bool:
    """想了解一下部分公开的，占几成: what is wished for is asked by the clause that follows."""
    asks = any(c.measured and NUMBER.search(c.text) for c in following[:1] if c.sentence == clause.sentence)
    return asks and bool(ASKS.search(clause.text)) and not ASKS.search(_WISHES.sub("", clause.text))


def _parts_questions(tokens: Sequence[Token], start: int, at: int) -> bool:
    """收到几件申请、办结几件: each side asks for a number of its own."""
    before, after = ("".join(t.text for t in side) for side in (tokens[start:at], tokens[at + 1 :]))
    return bool(NUMBER.search(before)) and bool(NUMBER.search(after))


_SUMMED_UP = re.compile("[、和与及跟加].{1,12}(?:合计|之和|总和|相加|加起来|加总)$")


def _sums_up(tokens: Sequence[Token], start: int, at: int) -> bool:
    """复议维持、纠正两项合计、诉讼总计: the sum of what stands before it is one figure, what follows is another."""
    return bool(_SUMMED_UP.search("".join(t.text for t in tokens[start:at])))


def _told_apart(clauses: tuple[Clause, ...], tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """When a sentence ends with a question mark, the others only tell; unless none of the questions names anything."""
    marked = _questioned(tokens)
    questions = [c for c in clauses if c.sentence in marked]
    if not any(c.measured for c in questions) or len({c.sentence for c in clauses}) == len(marked):
        return clauses
    last = max(c.sentence for c in questions)
    return tuple(replace(c, outright=True) if c.sentence in marked else replace(c, asks=c.sentence > last and _reckons(c)) for c in clauses)


def bare_amount(clause: Clause) -> bool:
    """有几件: asks how many and names nothing."""
    return bool(NUMBER.search(clause.text)) and not clause.contentful() and not clause.unknown


def _reckons(clause: Clause) -> bool:
    """哪个大？差多少; 诉讼几件？合计: what is to be done with the figures of the questions before it, and nothing else."""
    rest = [m for m in clause.mentions if not m.kinds() <= {"filler"}]
    return bool(rest) and not clause.unknown and not any(m.name or m.years for m in rest) and all(m.has(*_RECKONING) for m in rest)


def _questioned(tokens: Sequence[Token]) -> frozenset[int]:
    """Numbers of the sentences that end with a question mark."""
    ends = [t.text for t in tokens if t.text in ENDS]
    return frozenset(number for number, mark in enumerate(ends) if mark in "？?")


def _clause(tokens: Sequence[Token], mentions: Sequence[Mention], start: int, end: int, sentence: int) -> Clause:
    inside = tuple(m for m in mentions if m.start >= start and m.end <= end)
    if any(m.has(*WITH_REASONS) for m in inside):
        inside = with_sure_reasons(inside)
    text = _SPACES.sub(" ", "".join([f" {t.text} " if t.kind == "latin" else t.text for t in tokens[start:end]])).strip()
    asks = bool(ASKS.search(_without_stories(text, inside)))
    measured = any(m.kinds() & _TELLING and not _adds_only(m) for m in inside) or (
        any("definition" in m.kinds() for m in inside) and (len(text) <= _SHORT or any(m.has("op.define") for m in inside))
    )
    unknown = (u for u in unexplained(inside, tokens, start, end) if not _asks_at_end(u, text))
    return Clause(inside, (*unknown, *kinds_nobody_counts(inside, measured), *done_by_another(inside), *fears_passed_over(inside), *(attributes(inside) if measured else ())), text, sentence, asks, measured=measured)


def _asks_at_end(word: str, text: str) -> bool:
    """…过没, …的不: a negation that ends the clause asks yes or no."""
    return word in ASKS_AT_END and text.rstrip("?？！!。，,呀啊呢哦 ").endswith((word, f"{word}有"))


def _without_stories(text: str, mentions: Sequence[Mention]) -> str:
    """还是没写清要啥: a question word inside the story of a row asks nothing."""
    for mention in mentions:
        if len(mention.text) >= _STORY and not mention.word and mention.senses and not _COUNTS_AT_END.search(mention.text):
            text = text.replace(mention.text, "…")
    return text


def _adds_only(mention: Mention) -> bool:
    """总共, 一共: an adverb of sums that names nothing by itself."""
    return mention.has("op.sum") and not any(s.strong for s in mention.senses if s.kind != "op")


LEADS_IN = re.compile(r"(?:中|里头?|里面|当中|之中|其中)[，,：:]?$")  # 需核实…案件中，: what is asked of them follows
