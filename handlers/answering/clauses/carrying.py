"""Requests carried from one year into the next, said with the year they go into or come from: 2020年拖到2021年的."""

import re
from collections.abc import Sequence

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Token, Years

_CARRIED = Sense("s3.carried_out", "row", True)
_SAID = Sense("said_again", "filler", True)
_INTO = re.compile(r"(?:跨年?|延续?|延后|推迟|推延|留待|留置|待|等|延期|结?转|拖|留|剩|带|移|滚|压|顺?延|挪)(?:到|至|给|入|进|去|往)了?$|(?:carr(?:y|ied)|roll(?:ed)?|brought|push(?:ed)?|moved?|deferr?(?:ed)?|postponed?|passed|held|left|dragged|spilled|slipped|transferred|put|taken?|took)(?:over|forward|on|off|back)?(?:in|un)?(?:to|til|till)$|(?:went|gone|go|goes|slid|ran)(?:over|on)?into$|(?:留待|有待|须待|待)$")
_OUT_OF = re.compile(r"(?:[^,，。;；上去前从由自年议诉翻]{0,6}?)(?:结?转|拖|带|留|移|挪)(?:过来|进来|下来|来)")
_COMES_IN = re.compile(r"(?:年|度)?(?:里|内|中)?(?:结?转|带|移)(?:进来|入)")  # 2025年结转进来的: of the year itself, unless it is 从2025年
_GOES_OUT = re.compile(r"(?:结?转|滚)(?:至|到|入)?(?:下(?:一?年|期)|次年|明年|出|走)")
_OLD = re.compile(r"的?(?:老|旧|陈年|遗留)的?(?:单子|申请|件|案子|案|账)")  # of 2020年有几件是2019年的老单子


def carried_years(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """A year that requests go into, or come from, as the year they arrive in, with the row that counts them."""
    result: list[Mention] = []
    for mention in mentions:
        if not _single(mention):
            if not any(m.start <= mention.start < m.end for m in result[-4:]):
                result.append(mention)
            continue
        before = "".join(t.text for t in tokens[max(0, mention.start - 4) : mention.start])
        after = "".join(t.text for t in tokens[mention.end : mention.end + 10])
        into = _INTO.search(before)
        if into:
            start = _reaching_back(tokens, mention.start, len(into[0]))
            if any(m.start < start < m.end and m.has("s3.carried_in") for m in result):  # 上一年遗留到2020年的: told from the year it arrives in
                result.append(mention)
                continue
            result = [m for m in result if m.end <= start]
            result += [Mention(start, mention.start, into[0], (_CARRIED,)), _arriving(mention, 0)]
        elif not _arrives_here(before, after) and (turn := _OUT_OF.match(after) or (_OLD.match(after) if _followed(mention, mentions) else None)):
            until = mention.end + len(turn[0])
            until = max((m.end for m in mentions if mention.end <= m.start < until < m.end and m.kinds() & {"row", "op"}), default=until)  # 转过来的申请
            whose = [m for m in mentions if mention.end <= m.start and m.end <= until and "column" in m.kinds()]  # 2019年个人没办完转过来的
            start = max((m.end for m in whose), default=mention.end)
            result += [_arriving(mention, 1), *whose, Mention(start, until, turn[0], (_CARRIED,))]
        elif not any(m.start <= mention.start < m.end for m in result[-4:]):
            result.append(mention)
    return _without_others(result)


def _arrives_here(before: str, after: str) -> bool:
    """2025年结转进来的, 转来的和转走的: told of the year that is named, nothing carried out of it."""
    return not before.endswith(("从", "由", "自", "打")) and bool(_COMES_IN.match(after) or _GOES_OUT.search(after))


def _reaching_back(tokens: Sequence[Token], at: int, characters: int) -> int:
    """The token where the last `characters` before token `at` begin."""
    while characters > 0:
        at -= 1
        characters -= len(tokens[at].text)
    return at


def _single(mention: Mention) -> bool:
    return mention.years is not None and mention.years.kind in ("absolute", "relative") and len(mention.years.values) == 1


def _followed(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Is the year after it said too?"""
    return any(_single(m) and m.years and mention.years and m.years.values[0] == mention.years.values[0] + 1 for m in mentions)


def _arriving(mention: Mention, later: int) -> Mention:
    years = mention.years
    if years is None:
        return mention
    kind = "into" if years.kind == "absolute" else "into_relative"
    return Mention(mention.start, mention.end, mention.text, years=Years(kind, (years.values[0] + later,)))  # type: ignore[arg-type]


def _without_others(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """2020年 beside 拖到2021年的 is the same turn of the year."""
    turns = any(m.years is not None and m.years.kind.startswith("into") for m in mentions)
    return tuple(
        Mention(m.start, m.end, m.text, (_SAID,)) if turns and m.years is not None and not m.years.kind.startswith("into") else m for m in mentions
    )
