"""Slips of the tongue set right in one message: 行政处罚，不对，应该是行政强制."""

import re
from collections.abc import Callable, Iterator, Sequence

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.tokens import ENDS, PAUSES

_CORRECTED = Sense("corrected", "filler", True)
_MEANT = "(?:还是)?(?:问问?|查查?|看看?)(?:一?下)?(?=[\u4e00-\u9fff\\d])|(?:应该|应当|该)是|我?(?:说|问|指|要|想问|要问|想说|要查|想查)的是|我(?:是|想)(?:说|问|指)的?(?:是)?|要(?:问|查)的是|是(?=[\u4e00-\u9fff\\d])|改(?:成|为)|换成"
_SLIP = (
    "(?:哦|噢|啊|呃|额|哎呀?|唉|喔|嗯|呀|不好意思|抱歉|对不起|sorry|更正(?:一下)?|纠正一下)?[,，.。!！…]*"
    "(?:错了错了|错[了啦](?=[,，。!！])|不对不对|不对(?![的称等劲劲外口吗么呀呢?？])|不是不是|(?:我|刚才|刚刚|上面|前面)*(?:说|讲|打|写|问|搞|弄|记|念|输)(?:错|岔|反|串|混)(?:字|话|嘴|行|年份?|地方|数)?[了啦]?|口误|笔误|等等|等一下|等下|慢着|"
    "[哦噢啊呃额唉喔]不是?(?![\u4e00-\u9fff])|不不不?|算了(?:还是)?|更正(?:一下|为)?)"
)
_OUTRIGHT = "(?:不不不+|不对不对|不是不是|(?:说|讲|问|打|写|念)(?:错|岔|反|串|混)话?了|错了错了|(?<![判弄写填答办罚批给])错了(?=是)|我是[说问指](?=.{2})|口误|[哦噢]不(?:对|是(?=是))?|等等(?=我)|算了[我俺]?(?:还是)?(?=问|查|看|改))"  # takes back what was said, without a mark too
_MARKER = re.compile(f"(?:(?<=[,，.。;；:：!！?？…—(（])|(?<=[呃额哦噢啊嗯唉]))(?:{_SLIP})[,，.。!！…:：、]*(?:{_MEANT})?|(?<=[,，.。;；…])(?:但|但是|不过|可)?(?:其实|实际上?|事实上|真正|主要)(?:我)?(?:想|要|是想|是要)(?:问|查|说|了解|知道|看)的?是|(?:不对不对|说错了|口误|[哦噢呃额]不对|不对)(?:{_MEANT})|(?<=[年度\\d])(?<![是要还])不是[,，、]*(?:是)?(?=(?:19|20)\\d\\d|[去前今]年)|{_OUTRIGHT}(?:{_MEANT})?")
_ASKED_ANEW = re.compile(f"(.*(?:多少|几多|好多|几[件个项条起份宗单例种家]|[总件]数|数量|总计|合计|总?金?额|[占比]?率).*?)[,，.。;；!！?？…—]+\\s*((?:(?:等等|等一?下|慢着)[,，…]*)?(?:(?:{_SLIP})(?:[,，.。!！…:：、]+(?:{_MEANT})?|(?:{_MEANT}))|我(?:[说问指]的是|是[说问指](?:的是)?))[^,，。]*[\u4e00-\u9fff]{{2}}.*)", re.DOTALL)
_EXPLAINS = re.compile("我(?:是|想)[说指]|我[说指]的是")
_SLOTS: tuple[Callable[[Mention], bool], ...] = (
    lambda m: m.name is not None,
    lambda m: m.years is not None,
    lambda m: bool(m.kinds() & {"row", "fact", "metric"}),
    lambda m: "column" in m.kinds() and "row" not in m.kinds(),
)


def in_turns(message: str) -> tuple[str, ...]:
    """维持几件，不对，我指的是纠正几件: what was asked before the slip, and what is asked instead; the message alone when none is set right."""
    anew = _ASKED_ANEW.fullmatch(message)
    return (*in_turns(anew[1]), anew[2]) if anew else (message,)


def corrected(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Without what the speaker takes back: the last of a kind before the marker, when one of its kind comes right after."""
    result = list(mentions)
    for start, end in _markers(tokens):
        before = [m for m in result if m.end <= start]
        after = _right_after([m for m in result if m.start >= end], tokens, end)
        for slot in _SLOTS:
            said = next((m for m in reversed(before) if slot(m)), None)
            meant = next((m for m in after if slot(m)), None)
            if said and meant:
                told = _told_otherwise(before) if _EXPLAINS.match("".join(t.text for t in tokens[start:end])) else []
                result = [_taken_back(m) if m in before and slot(m) and (m in told or _same(m, said)) else m for m in result]
        if after:
            result = [m for m in result if m.end <= start or m.start >= end]
            result = sorted([*result, Mention(start, end, "".join(t.text for t in tokens[start:end]), (_CORRECTED,))], key=lambda m: m.start)
    return tuple(result)


def _told_otherwise(before: Sequence[Mention]) -> Sequence[Mention]:
    """没给全也没给的那些，我是说不予公开、不予处理: all that was told since anything was asked."""
    asked = next((n for n in range(len(before), 0, -1) if before[n - 1].has("question")), 0)
    return before[asked:]


def _markers(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Tokens of 哦不对，应该是 from first to last, without the marks around."""
    text = "".join([t.text for t in tokens])
    at = [number for number, token in enumerate(tokens) for _ in token.text]
    for found in _MARKER.finditer(text):
        if found[0] and found.end() < len(text):
            yield at[found.start()], at[found.end() - 1] + 1


def _right_after(mentions: Sequence[Mention], tokens: Sequence[Token], start: int) -> Sequence[Mention]:
    """What is said up to the next mark."""
    end = next((i for i in range(start, len(tokens)) if tokens[i].text in ENDS | PAUSES), len(tokens))
    return [m for m in mentions if m.end <= end and (m.name or m.years or not m.kinds() <= {"filler"})]


def _same(one: Mention, other: Mention) -> bool:
    """One thing said twice before the slip is taken back wholly: 新收的申请."""
    return one == other or (bool(one.senses) and one.senses == other.senses)


def _taken_back(mention: Mention) -> Mention:
    return Mention(mention.start, mention.end, mention.text, (_CORRECTED,))
