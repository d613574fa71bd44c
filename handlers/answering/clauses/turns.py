"""Where a message without marks turns from its story to its question: …我就想知道邓州2020年…"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.tokens import ENDS, LISTING, PAUSES

_MEASURED = frozenset({"row", "column", "fact", "metric", "detail", "ambiguous", "topic"})
_STORY = 12  # characters that tell something before the question
_TELLS = re.compile(r"我|俺|咱|本人|他|她|人家|邻居|隔壁|亲戚|同事|同学|朋友|老[师乡板公婆家]|听|说|前阵子|上次|上周|那天|昨天|前天|前年|因为|孩子|儿子|女儿|爸|妈|爷|奶|叔|舅|姑|姨|哥|弟|姐|妹")
_TURN = re.compile(
    r"(?:(?:所以|然后|就|只|主要|其实|今天|现在|这次|今儿|我们?|俺|咱们?|本人|替他|替她|帮他|帮她|麻烦|劳驾|你们?|您|再|先|顺便|特地|专门|过来|来)*"
    r"(?:想|要|能|能不能|可不可以|可以)?(?:帮我|帮忙|给我|跟我|替我|跟您|向您|向你)?(?:知道|了解|问问|问一下|问下|问|打听|打听一下|打听打听|请问|请教|查|查查|查一下|查下|看看|看一下|说说|说一下|告诉我|咨询一下|咨询|核实一下|核实|确认一下)(?:一下|下)?(?:的是|的就是)?"
    r"|那个?|那么|所以|然后|就是|[啊呀啦吧嘛呢了的])$"
)
_TOPIC = re.compile(r"(?:[里中内类块种的]|方面|领域|部门|案件|关于|[局办厅委院]|这块)$")

_AMOUNT = re.compile(r"多少|几[件个条项起宗份单例次场回桩笔期]|若干")
_SAID = re.compile(r"[说讲].{0,5}(?:可以|能|要|会|得|没|不|都|有).{1,12}的$")  # 说可以查采购的


_RECKONS = ("op.than", "op.share", "op.difference", "op.ratio", "op.growth", "op.sum", "op.except", "op.average", "op.yesno", "op.above", "op.below")


def amounts_in_a_row(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """复议多少次输了多少次: first tokens of what each further amount is asked of, where no mark parts it from the one before."""
    if sum(map(_amount, mentions)) < 2 or any(m.has(*_RECKONS) for m in mentions):
        return frozenset()
    if (before := _amounts_first(tokens, mentions)):
        return before
    found, said, asked, of_row = set(), frozenset[str](), -1, False
    for place, mention in enumerate(mentions):
        measured = _measured(mention)
        if _amount(mention) and not (asked >= 0 and measured and not mention.has("question")):
            asked = mention.end if said else -1
        elif asked >= 0 and (not measured <= said or _among(mention)):
            beside = not _parted(tokens[asked : mention.start]) and all(m.start >= mention.start or m.end <= asked or _is_said(m, said) for m in mentions)
            further = next((m.start for m in mentions[place:] if _amount(m)), None)
            if of_row and beside and further is not None and not _parted(tokens[mention.start : further]):
                found.add(mention.start)
            asked, said, of_row = -1, measured or said, _of_row(mention) or not measured
        elif measured and asked < 0:
            said, of_row = measured, _of_row(mention)
    return frozenset(found)


def _amounts_first(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """几件公开几件不公开: first tokens of the further amounts, when each stands before what it is asked of."""
    order = [m for m in mentions if _amount(m) or (_measured(m) and not any(s.id.startswith("@") for s in m.senses))]
    amounts = [i for i, m in enumerate(order) if _amount(m)]
    bare = order and all(not _measured(order[i]) or order[i].has("question") for i in amounts)
    alternate = bare and amounts[:1] == [0] and amounts[-1] < len(order) - 1 and all(b - a > 1 for a, b in pairwise(amounts))
    return frozenset(order[i].start for i in amounts[1:]) if alternate and not _parted(tokens[order[0].start : order[-1].end]) else frozenset()


def _measured(mention: Mention) -> frozenset[str]:
    return frozenset(s.id for s in mention.senses if s.kind in ("row", "column", "fact"))


def _of_row(mention: Mention) -> bool:
    """A row, or an applicant: 企业要了几件给了几件."""
    return "row" in mention.kinds() or any(s.id.startswith("@") for s in mention.senses)


def _among(mention: Mention) -> bool:
    return mention.has("op.within") and mention.text.startswith("其中")


def _amount(mention: Mention) -> bool:
    """几件, 多少钱."""
    return (mention.has("question") or "column" in mention.kinds()) and bool(_AMOUNT.search(mention.text))


def _parted(tokens: Sequence[Token]) -> bool:
    return any(t.text in ENDS | PAUSES | LISTING for t in tokens)


def _is_said(mention: Mention, said: frozenset[str]) -> bool:
    """多少件申请: what is counted, said again behind the amount."""
    return any(s.id in said for s in mention.senses)


def turns(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """First tokens of the questions that a message without marks turns to."""
    if any(t.text in ENDS | PAUSES for t in tokens[:-1]):
        return frozenset()
    measured = [m.start for m in mentions if m.kinds() & _MEASURED]
    named = [m.start for m in mentions if m.years]
    asked = frozenset(
        m.start for m in mentions
        if m.has("ask") and len(m.text) > 1 and any(n < m.start for n in named) and any(n > m.start for n in named) and all(x > m.start for x in measured)
    )
    return asked or frozenset(_after_stories(tokens, mentions))


def _after_stories(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[int]:
    """The name and year of the question, when a story is told before them and what it measures is said again behind."""
    heads = [m for m in mentions if (m.name or m.years) and not any((o.name or o.years) and o.end == m.start for o in mentions)]
    for head in reversed(heads):
        story = "".join(t.text for t in tokens[: head.start])
        turn = _TURN.search(story)
        if turn and _is_story(story[: turn.start()]) and _said_again(head.start, mentions):
            yield head.start
            return


def _is_story(told: str) -> bool:
    return len(told) >= _STORY and bool(_TELLS.search(told)) and not _AMOUNT.search(told) and (bool(_SAID.search(told)) or not _TOPIC.search(told))


def _said_again(start: int, mentions: Sequence[Mention]) -> bool:
    """What is asked stands behind; a row or an applicant told before comes again there."""
    behind = {s.id for m in mentions if m.start >= start for s in m.senses if s.kind in _MEASURED}
    before = [m for m in mentions if m.start < start and any(s.strong and (s.kind in ("row", "fact", "metric") or s.id.startswith("@")) for s in m.senses)]
    return bool(behind) and all(any(s.id.startswith(b) or b.startswith(s.id) for s in m.senses for b in behind) for m in before)
