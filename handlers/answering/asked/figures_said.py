"""What a word says right before or behind a number, a year or a body: a bound, an amount, nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from handlers.answering.asked.measures import load_derived
from handlers.answering.asked.roles import measured_by
from handlers.answering.words.figures import find_figures
from handlers.answering.words.lexicon import Lexicon
from handlers.answering.words.mentions import Mention, Token


def known_superlatives(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """最庞大的类别: 最 with a word nobody knows, or a word that only tells, is not passed over: both are not understood."""
    bare = {m.end for m in mentions if m.text == "最"}
    return tuple(m for m in mentions if m.text != "最" and not (m.start in bare and m.kinds() <= {"filler"} and m.text != "的"))


_ROUND = re.compile("[十百千万亿]|0$")


def past_round_figures(mentions: Sequence[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Mention, ...]:
    """新收|过千件: 过 before a round number is a bound, no end of the verb before it."""
    above = tuple(s for s in lexicon.words.get("超过", ()) if s.id == "op.above")
    result: list[Mention] = []
    for mention, following in zip_longest(mentions, mentions[1:]):
        figure = following.figure if following and following.start == mention.end else None
        rows = any(s.kind == "row" for s in mention.senses) and tokens[mention.end - 1].text == "过" and mention.end - mention.start > 1
        if rows and figure and above and figure.unit != "年" and figure.value >= 10 and _ROUND.search(following.text.rstrip("件个条项起宗单份次例")):
            result += [replace(mention, end=mention.end - 1, text=mention.text[:-1]), Mention(mention.end - 1, mention.end, "过", above)]
        else:
            result.append(mention)
    return tuple(result)


def _into_next_year(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """下年结转, 次年度结转的: what is carried over is carried into the next year."""
    result: list[Mention] = []
    for mention in mentions:
        over = tuple(s for s in mention.senses if s.id == "s3.carried_out")
        if over and len(mention.senses) > 1 and result and result[-1].years and result[-1].years.kind == "next" and result[-1].end == mention.start:
            mention = replace(mention, start=result[-1].start, text=result.pop().text + mention.text, senses=over)
        result.append(mention)
    return tuple(result)


def short_of_figures(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """不足三十件, 不足2021年的一半: before a number, a year or a body 不足 bounds and tells of no problems."""
    bounds = [m for m, following in pairwise(mentions) if m.has("op.below") and (following.figure or following.years or following.name or following.has("op.half"))]
    return tuple(replace(m, senses=tuple(s for s in m.senses if s.kind == "op")) if m in bounds else m for m in mentions)


def _put_forward(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """被纠正了四个，对吗: behind what is measured the number that is put forward, pointing at nothing."""
    if {s.id for m in mentions for s in m.senses if s.kind == "op" and s.strong} != {"op.back", "op.yesno"}:
        return tuple(mentions)
    numbers = {f.start: f for f in find_figures(tokens)}
    measured = {m.end for m in mentions if m.kinds() & {"row", "column"} and m.text.endswith(("了", "过"))}
    return tuple(numbers[m.start] if m.has("op.back") and m.start in measured and m.start in numbers else m for m in mentions)


_COUNTS = re.compile("占(?:了|到|得|去)?(?:其中|这里面|这里头|里面|里头|里边|当中)?(?:了|的是|的|有)?(?:多少|几|好多|几多|[零一二两三四五六七八九十百千万\\d]+)(?:[件条份宗起项单张篇期](?!的?(?:比|百分)|分)|人次)")


def figures_said(mentions: Sequence[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Bounds at round figures apart; 占了多少条 asks for a figure, for no share."""
    rest = _into_next_year(short_of_figures(past_round_figures(known_superlatives(mentions), tokens, lexicon)))
    return tuple(_as_counted(m) if _counts(m, tokens) else m for m in _put_forward(rest, tokens))


def _as_counted(mention: Mention) -> Mention:
    """占 of 占多少件 says nothing; 自然人占 of 自然人占多少件 is the applicant."""
    rates = load_derived().rates
    return replace(mention, senses=tuple(measured_by(s) for s in mention.senses if s.id in rates))


def _counts(mention: Mention, tokens: Sequence[Token]) -> bool:
    rate = "占" in mention.text and any(s.id in load_derived().rates for s in mention.senses)
    if not (rate or mention.has("op.share")):
        return False
    written = "".join(t.text for t in tokens[mention.start : mention.end + 8])
    return bool(_COUNTS.match(written[written.find("占") :] if rate else written))
