"""Mentions → clauses: which part of a message asks, and which only tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from handlers.answering.lexer import unexplained
from handlers.answering.mentions import Mention, Token
from handlers.answering.tokens import ENDS, PAUSES
from handlers.answering.turns import turns

_ASKS = re.compile(
    r"多少|几|哪|什么|啥|甚|谁|怎|咋|如何|何|吗|么|嘛|是否|是不是|有没有|有无|有冇|有木有|能不能|可不可|对不|平不|够不|"
    r"多不多|好多|[?？]|告知|告诉|列出|列一下|排|查一下|查下|核[实对]|说说|(?:请|望|烦请|恳请|盼|需要?|想)(?:您|你|贵单位)?(?:予以|给予|能)?(?:提供|给出|示知|赐告|了解|知道|查询)|duoshao|jige|"
    r"\b(?:how|what|which|who|any|did|does|do|is|are|was|were|when|where|list|show|tell|give)\b"
)
_DENIED = re.compile(r"(?:不是|没|不)(?:要|想|打算)?(?:问|打听|关心|查)")


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


_ASKED = frozenset({"row", "column", "fact", "metric", "detail", "definition"})
_NUMBER = re.compile(r"多少|几[件个条项起宗份单例]?|若干")
_STORY = 5  # characters of a row told with other words between (shapes.py)
_SHORT = 12  # characters of a clause that may be nothing but a term
_TELLING = frozenset({"row", "column", "fact", "metric", "detail", "ambiguous", "topic"})


def split(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Clause, ...]:
    """Clauses in order, cut at marks that no mention reaches across."""
    clauses: list[Clause] = []
    sentence = 0
    start = 0
    turning = turns(tokens, mentions)
    for at in range(len(tokens) + 1):
        last = at == len(tokens)
        cut = not last and tokens[at].text in ENDS | PAUSES and not any(m.start <= at < m.end for m in mentions)
        cut = cut or (not last and tokens[at].text == "、" and _parts_questions(tokens, start, at))
        turn = not last and not cut and at in turning
        if turn and at > start:
            clauses.append(replace(_clause(tokens, mentions, start, at, sentence), asks=False))
            sentence, start = sentence + 1000, at
        if not (cut or last):
            continue
        if at > start:
            clauses.append(_clause(tokens, mentions, start, at + cut, sentence))
        if cut and tokens[at].text in ENDS:
            sentence += 1
        start = at + 1
    kept = tuple(c for c in clauses if c.text and not _DENIED.search(c.text))
    return _told_apart(kept, tokens)


def _parts_questions(tokens: Sequence[Token], start: int, at: int) -> bool:
    """收到几件申请、办结几件: each side asks for a number of its own."""
    before, after = ("".join(t.text for t in side) for side in (tokens[start:at], tokens[at + 1 :]))
    return bool(_NUMBER.search(before)) and bool(_NUMBER.search(after))


_REQUEST = re.compile(r"请问|想(?:知道|了解|问|核实|确认|查|看看|请教)|问一下|问问|请教|告诉|告知|求[告问数]|帮我?(?:忙)?(?:查|看|算|核|问|数)|查一下|查查|盼复")
_LONG = 60  # characters from which a message is taken for a story around a question


def requested(groups: Sequence[Sequence[Clause]], length: int) -> frozenset[int]:
    """Numbers of the groups that are to be answered: all of a short message, those that ask outright of a long one."""
    telling = [n for n, group in enumerate(groups) if any(m.kinds() & _ASKED for c in group for m in c.mentions)]
    requests = [n for n in telling if any(_REQUEST.search(c.text) for c in groups[n])]
    questions = [n for n in telling if any(c.outright for c in groups[n])]
    outright = [n for n in questions if requests and n > requests[0]] + requests if requests else questions
    return frozenset(outright if outright and length > _LONG else range(len(groups)))


def _told_apart(clauses: tuple[Clause, ...], tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """When a sentence ends with a question mark, the others only tell; unless none of the questions names anything."""
    marked = _questioned(tokens)
    questions = [c for c in clauses if c.sentence in marked]
    if not any(c.measured for c in questions) or len({c.sentence for c in clauses}) == len(marked):
        return clauses
    return tuple(replace(c, outright=True) if c.sentence in marked else replace(c, asks=False) for c in clauses)


def _questioned(tokens: Sequence[Token]) -> frozenset[int]:
    """Numbers of the sentences that end with a question mark."""
    ends = [t.text for t in tokens if t.text in ENDS]
    return frozenset(number for number, mark in enumerate(ends) if mark in "？?")


def _clause(tokens: Sequence[Token], mentions: Sequence[Mention], start: int, end: int, sentence: int) -> Clause:
    inside = tuple(m for m in mentions if m.start >= start and m.end <= end)
    if any(m.has(*_WITH_REASONS) for m in inside):
        inside = _with_sure_reasons(inside)
    shifted = [Token(t.text, t.start, t.end, t.kind) for t in tokens[start:end]]
    moved = [Mention(m.start - start, m.end - start, m.text, m.senses) for m in inside]
    text = re.sub(r" +", " ", "".join(f" {t.text} " if t.kind == "latin" else t.text for t in shifted)).strip()
    asks = bool(_ASKS.search(_without_stories(text, inside)))
    measured = any(m.kinds() & _TELLING and not _adds_only(m) for m in inside) or (
        any("definition" in m.kinds() for m in inside) and (len(text) <= _SHORT or any(m.has("op.define") for m in inside))
    )
    return Clause(inside, (*unexplained(moved, shifted), *_kinds_nobody_counts(inside), *_fears_passed_over(inside)), text, sentence, asks, measured=measured)


def _fears_passed_over(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """怕得罪街坊没给的: words of narration between a fear and a refusal are the reason; when no row is told by them, they must be understood."""
    if any(_reason(m) for m in mentions):
        return ()
    fear = next((i for i, m in enumerate(mentions) if m.text in _FEARS), len(mentions))
    refusal = next((i for i, m in enumerate(mentions) if i > fear and m.has(*_WITH_REASONS)), 0)
    between = mentions[fear + 1 : refusal]
    return tuple(m.text for m in between if len(m.text) > 1 and m.kinds() <= {"filler"} and any(s.id in _TOLD for s in m.senses))


def _without_stories(text: str, mentions: Sequence[Mention]) -> str:
    """还是没写清要啥: a question word inside the story of a row asks nothing."""
    for mention in mentions:
        if len(mention.text) >= _STORY and not mention.word and mention.senses:
            text = text.replace(mention.text, "…")
    return text


def _adds_only(mention: Mention) -> bool:
    """总共, 一共: an adverb of sums that names nothing by itself."""
    return mention.has("op.sum") and not any(s.strong for s in mention.senses if s.kind != "op")


def _kinds_nobody_counts(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """土地行政处罚: a word of the story right before a term asks for a part that no form counts."""
    return tuple(
        one.text for one, other in pairwise(mentions)
        if one.end == other.start and any(s.id == "subjects" for s in one.senses) and any(s.kind == "row" and s.strong for s in other.senses)
    )


# A clause that only begs (麻烦您帮忙查一下) asks nothing yet: what it asks follows.
_ONLY_BEGS = re.compile(r"(?:(?!多少|几[件个条项起]|[哪谁吗么]|什么).){0,20}(?:查|看|问|告诉|告知|核[实对]|了解|请教|打听)(?:(?!多少|几[件个条项起]|[哪谁吗么]|什么).){0,6}")


# 有几份申请，是因为…才给不了的: the clause after the question says which ones are meant.
_SAYS_WHICH = re.compile(r"(?:as|in)(?: an?| the)? ?(?:per ?cent(?:age)?s?(?: terms)?|pct|%)|(?!.*(?:多少|几)).{2,14}(?:都|也|全)(?:算|算上|算在内|包括|在内|加上|计)[的了]?[?？]?$|(?:是|都是|说是|理由是|原因是)?(?:因为|由于|属于|以|按)|是.{1,30}的[?？]?$|(?!.*(?:多少|几[件个条起份回]|吗|么)).{2,40}的[”』」]?[?？]$")


_WITH_REASONS = ("s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "s3.result.other", "not_public")
_REASONS = ("s3.result.denied.", "s3.result.unable.", "s3.result.unprocessed.", "s3.result.other.")
_GIVES_REASON = re.compile(r"怕|担心|唯恐|恐|因为|由于|为由|理由|借口|碍|说|称|讲|答复|回复|还是|仍|就是")
_DEMONSTRATIVES = frozenset({"这样", "这类", "这种", "像这样", "这么", "因为这", "这样的", "这种情况", "这些"})
_FEARS = frozenset({"怕", "担心", "害怕", "生怕", "唯恐", "嫌", "免得", "以免", "碍于", "顾虑"})
_CONSEQUENCE = re.compile("所以|因此|因而|故而|于是|结果|才|就")  # 有几份是怕伤着别人，所以没给看的
_SUCH = re.compile("因为?这|为这个?|像这样|这样[的就]|这种情况|这类")
_THIS_REASON = re.compile("[这那][个条种套一](?:由头|理由|原因|借口|名义|说法|名目|条款|情形)|以此为由|同样的(?:理由|由头|原因)|(?:this|that|the same) (?:reason|ground|excuse)")
_OF_SUCH = re.compile("(?:这样|那样|这种|那种|这类|那类|此类|这般|类似|同类|如此|这路|那路)(?:子|情况|情形)?的?(?:申请|件|案|单|官司|事|情况|情形|人|东西|材料|请求|要求|诉求)")  # 看案卷没看成，这样的申请有几件
_OF_SELF = re.compile("(?:我|俺|咱|本人|偶)(?!们?[省市区县镇乡]|们?想|想|要|就想|就要|来)")  # 我打电话问过没人理，…: what happened to who asks
_TOLD = frozenset({"narrative", "narration", "subjects"})
_LEADS_IN = re.compile(r"(?:中|里头?|里面|当中|之中|其中)[，,：:]?$")  # 需核实…案件中，: what is asked of them follows


def segments(clauses: Sequence[Clause]) -> tuple[tuple[Clause, ...], ...]:
    """Groups of clauses that ask one thing each; an asking clause closes its group."""
    groups: list[list[Clause]] = []
    open_group: list[Clause] = []
    for clause, following in zip_longest(clauses, clauses[1:]):
        open_group.append(clause)
        closes = not (following and (_SAYS_WHICH.match(following.text) or _LEADS_IN.search(clause.text))) and (clause.measured or (any(c.measured for c in open_group) and not _ONLY_BEGS.fullmatch(clause.text)))
        if clause.asks and closes:
            groups.append(open_group)
            open_group = []
    return tuple(tuple(g) for g in _close(groups, open_group))


_AND_THAT = re.compile("[呢嘞][?？!！]?$")  # 邓州收了几件，平潭呢


def _close(groups: list[list[Clause]], rest: list[Clause]) -> list[list[Clause]]:
    """Clauses after the last question: an operation (哪个多, 多多少) is a group of its own, thanks are dropped."""
    if not groups:
        return [rest] if rest else []
    if rest and len(groups) == 1 and not any(c.measured for c in rest) and any(_operates(c) for c in rest) and (
        _compares(groups[0]) or _compares(rest)
    ):
        groups[0] += rest
        return groups
    if rest and _AND_THAT.search(rest[-1].text) and any(m.name or m.years for m in rest[-1].mentions):
        return [*groups, rest]
    if rest and not any(m.name for c in groups[-1] for m in c.mentions) and any(m.name for c in rest for m in c.mentions):
        groups[-1] += rest
        return groups
    if any(c.measured or _operates(c) or _names_another(c, groups[-1]) for c in rest):
        groups.append(rest)
    return groups


def _names_another(clause: Clause, asked: Sequence[Clause]) -> bool:
    """还有登封呢: a place that has no report; 我儿子在南京工作 only tells."""
    known = {m.text for c in asked for m in c.mentions if m.name}
    tells = clause.unknown or any(m.has("foreign") for m in clause.mentions)
    return not tells and any(m.name and not m.name.agencies and m.text not in known for m in clause.mentions)


def _compares(group: Sequence[Clause]) -> bool:
    """哪个多: a clause 多多少 after it belongs to the same question."""
    return any("哪" in c.text or "谁" in c.text for c in group) or any(m.has("op.which_more", "op.which_less", "op.compare", "op.rank", "op.most", "op.least") for c in group for m in c.mentions)


def _operates(clause: Clause) -> bool:
    return clause.asks and any(s.kind == "op" and s.strong for m in clause.mentions for s in m.senses)


def _complete(clause: Clause) -> bool:
    """Names whom or when, what, and asks how many."""
    return clause.measured and any(m.name or m.years for m in clause.mentions) and bool(_NUMBER.search(clause.text))


def _leans(clause: Clause, before: Clause) -> bool:
    """怕惹出事来，没给看的有几个: a clause that begins with a refusal is about what the clause before tells."""
    if _OF_SUCH.search(clause.text):
        return True
    if clause.sentence != before.sentence or (before.asks and not _CONSEQUENCE.match(clause.text)) or any(s.id in ("ask", "politeness") for m in before.mentions for s in m.senses if len(m.text) > 1):
        return False
    first = next((m for m in clause.mentions if m.name or m.years or not m.kinds() <= {"filler"} or m.text in _DEMONSTRATIVES), None)
    if _SUCH.search(clause.text) and any(m.has(*_WITH_REASONS) for m in clause.mentions):
        return True
    return first is not None and (first.text in _DEMONSTRATIVES or first.has(*_WITH_REASONS))


def _saying_which(clause: Clause) -> Clause:
    """A clause that says which refusals are meant: its words of narration must be understood when it names no row."""
    clause = replace(clause, mentions=_with_sure_reasons(clause.mentions))
    if any(m.kinds() & {"row", "column"} for m in clause.mentions):
        return clause
    told = (m.text for m in clause.mentions if len(m.text) > 1 and m.kinds() <= {"filler"} and any(s.id in _TOLD for s in m.senses))
    return replace(clause, unknown=(*clause.unknown, *told))


def _reason(mention: Mention) -> bool:
    """Names one reason of an outcome and nothing else."""
    named = [s for s in mention.senses if s.kind in _ASKED]
    return len(named) == 1 and named[0].id.startswith(_REASONS)


def _with_sure_reasons(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """内部的不给看: beside a refusal an everyday word for a reason is sure of itself."""
    return tuple(replace(m, senses=tuple(replace(s, strong=True) for s in m.senses)) if _reason(m) else m for m in mentions)


def _unexplained_reason(clause: Clause, such: bool) -> tuple[str, ...]:
    """说公开了社会要乱，不给的: words that nobody understood, of a clause that gives a reason and names none that is known."""
    return clause.unknown if (such or _GIVES_REASON.search(clause.text)) and not any(map(_reason, clause.mentions)) else ()


def _unsure_of_whom(clause: Clause, asking: Clause) -> tuple[str, ...]:
    """善堂那号公益单位，拿到公开的几件: words not understood beside the applicant that the question is about."""
    whose = any(s.strong and s.id.startswith("@") for m in clause.mentions for s in m.senses)
    framed = any(m.years for m in clause.mentions) and not any(m.years for m in asking.mentions)
    return clause.unknown if whose and framed and clause.sentence == asking.sentence else ()


def _pointed_at(group: Sequence[Clause]) -> tuple[Clause, ...]:
    """说是行政查询，我气坏了。用这个由头没给的几件: the clause that told the reason and the one that points at it; () when none points."""
    if not (group and _THIS_REASON.search(group[-1].text)) or any(map(_reason, group[-1].mentions)):
        return ()
    told = next((c for c in reversed(group[:-1]) if any(map(_reason, c.mentions))), None)
    return (replace(told, mentions=tuple(m for m in told.mentions if _reason(m)), unknown=()), group[-1]) if told else ()


def focus(group: Sequence[Clause]) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """(clauses that say what is asked, clauses that only tell the background)."""
    pointed = _pointed_at(group)
    if pointed:
        return pointed, tuple(c for c in group if c not in pointed)
    kept: list[Clause] = []
    for clause in reversed(group):
        apart = clause.sentence != kept[0].sentence or (clause.unknown and not _LEADS_IN.search(clause.text)) if kept else False
        if any(c.measured for c in kept) and apart and not _leans(kept[0], clause):
            kept[0] = replace(kept[0], unknown=(*kept[0].unknown, *_unsure_of_whom(clause, kept[0])))
            break
        leaning = bool(kept) and _leans(kept[0], clause)
        if kept and not leaning and _complete(kept[0]) and _OF_SELF.match(clause.text):
            break
        clause = _saying_which(clause) if leaning else clause
        if leaning:
            kept[0] = replace(kept[0], unknown=(*kept[0].unknown, *_unexplained_reason(clause, bool(_OF_SUCH.search(kept[0].text)))))
        kept.insert(0, clause)
    return tuple(kept), tuple(group[: len(group) - len(kept)])
