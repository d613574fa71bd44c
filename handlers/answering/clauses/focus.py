"""Which clauses of a group say what is asked, and which only tell the background."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.clauses.announced import without_heading
from handlers.answering.clauses.clauses import LEADS_IN, NUMBER, Clause
from handlers.answering.clauses.somebody import GOES_ON, SAID, TELLS
from handlers.answering.clauses.stated import without_statements
from handlers.answering.words.mentions import Mention
from handlers.answering.words.reasons import TOLD, WITH_REASONS, is_reason, with_sure_reasons
from handlers.answering.words.speech import saying

_FIGURE = re.compile(f"{NUMBER.pattern}|数量|[件总条人个]数|数据|数字|人次|总量|金额|数$")
_GIVES_REASON = re.compile(r"怕|担心|唯恐|恐|因为|由于|为由|理由|借口|碍|说|称|讲|答复|回复|还是|仍|就是")
_DEMONSTRATIVES = frozenset({"这样", "这类", "这种", "像这样", "这么", "因为这", "这样的", "这种情况", "这些"})
_CONSEQUENCE = re.compile("所以|因此|因而|故而|于是|结果|才|就")  # 有几份是怕伤着别人，所以没给看的
_SUCH = re.compile("因为?这|为这个?|像这样|这样[的就]|这种情况|这类")
_THIS_REASON = re.compile("[这那][个条种套一](?:由头|理由|原因|借口|名义|说法|名目|条款|情形)|以此为由|同样的?(?:理由|由头|原因|答复|回复|结果|说法|遭遇|待遇|情况)|(?:跟|和|与|同)(?:我|俺|他|她)(?:得到|遇到|碰到|收到|拿到)?(?:的)?(?:一样|同样|相同|差不多)|(?:this|that|the same) (?:reason|ground|excuse)")
_OF_SUCH = re.compile("(?:这样|那样|这种|那种|这类|那类|此类|这般|类似|同类|如此|这路|那路)(?:子|情况|情形)?的?(?:申请|件|案|单|官司|事|情况|情形|人|东西|材料|请求|要求|诉求|答复|回复|回应|结果|处理|遭遇|说法|理由)")  # 看案卷没看成，这样的申请有几件
THEN = saying("telling.then")
_MEANS = saying("telling.means")
_HAPPENED = saying("telling.happened")
_TOLD_OF = 8  # characters beside a request that tell something: 帮我看看|那种该走查询路子的
_LIMITING = 4  # characters beside an applicant that only limit what is asked: 专看…, 单拎…说
_WHO_ASKS = re.compile("检索|取证|内部|讨论|核[对实查]|审[核计]|调研|[用要][：:，,]?$|这边|办案|备案|存档|写|报|查|问|求")  # 律所检索：
_OF_SELF = re.compile("(?:我|俺|咱|本人|偶|家[里中人父母])(?!们?[省市区县镇乡]|们?想|想|要|就想|就要|来)")  # 我打电话问过没人理，…: what happened to who asks


def _tells_of_self(clause: Clause) -> bool:
    """我打电话问过, 我在邓州打工; 咱邓州 is the body."""
    said = _OF_SELF.match(clause.text)
    return bool(said) and not any(m.name and clause.text.startswith(m.text, said.end()) for m in clause.mentions if said)


def _complete(clause: Clause) -> bool:
    """Names whom or when, what, and asks how many."""
    return clause.measured and any(m.name or m.years for m in clause.mentions) and bool(_FIGURE.search(clause.text))


def _says_whose(clause: Clause) -> bool:
    """我只关心老百姓, 我问的是律所: the applicant that who asks means."""
    return bool(_MEANS.search(clause.text)) and any(_sure_column(m, "@") for m in clause.mentions)


def leans(clause: Clause, before: Clause) -> bool:
    """怕惹出事来，没给看的有几个: a clause that begins with a refusal is about what the clause before tells."""
    if _OF_SUCH.search(clause.text):
        return True
    if clause.sentence != before.sentence or (before.asks and not _CONSEQUENCE.match(clause.text)) or _only_begs(before):
        return False
    first = next((m for m in clause.mentions if m.name or m.years or not m.kinds() <= {"filler"} or m.text in _DEMONSTRATIVES), None)
    if _SUCH.search(clause.text) and any(m.has(*WITH_REASONS) for m in clause.mentions):
        return True
    return first is not None and (first.text in _DEMONSTRATIVES or first.has(*WITH_REASONS))


def _only_begs(clause: Clause) -> bool:
    """麻烦您查一下: a request, with hardly anything said of what."""
    begging = [m.text for m in clause.mentions if len(m.text) > 1 and any(s.id in ("ask", "politeness") for s in m.senses)]
    return bool(begging) and len(clause.text) - sum(map(len, begging)) < _TOLD_OF


def _saying_which(clause: Clause) -> Clause:
    """A clause that says which refusals are meant: its words of narration must be understood when it names no row."""
    clause = replace(clause, mentions=with_sure_reasons(clause.mentions))
    if any(m.kinds() & {"row", "column"} for m in clause.mentions):
        return clause
    told = (m.text for m in clause.mentions if len(m.text) > 1 and m.kinds() <= {"filler"} and any(s.id in TOLD for s in m.senses))
    return replace(clause, unknown=(*clause.unknown, *told))


def _unexplained_reason(clause: Clause, such: bool) -> tuple[str, ...]:
    """说公开了社会要乱，不给的: words that nobody understood, of a clause that gives a reason and names none that is known."""
    return clause.unknown if (such or _GIVES_REASON.search(clause.text)) and not any(map(is_reason, clause.mentions)) else ()


def _of_whom(clause: Clause, asking: Clause) -> bool:
    """善堂那号公益单位，拿到公开的几件: the applicant that the question is about, told with its year or body, or asked for, before."""
    whose = any(s.strong and s.id.startswith("@") for m in clause.mentions for s in m.senses)
    if whose and clause.asks and _rows(clause) <= _rows(asking) and not any(_sure_column(m, "") for m in asking.mentions):  # 有没有统计公益组织的？就新收那一栏，报个数
        return True
    return whose and clause.sentence == asking.sentence and any(_only_in(clause, asking, kind) for kind in ("years", "name"))


def _narrows(clause: Clause, asking: Clause) -> bool:
    """专看公益组织，…: hardly more than an applicant, who is not the one that tells: what is asked is asked of that one."""
    named = [m for m in clause.mentions if _sure_column(m, "@")]
    beside = len(clause.text) - sum(len(m.text) for m in named)
    return bool(named) and beside <= _LIMITING and not _WHO_ASKS.search(clause.text) and clause.sentence == asking.sentence and not _tells_of_self(clause) and not any(_sure_column(m, "") for m in asking.mentions)


def _rows(clause: Clause) -> frozenset[str]:
    return frozenset(s.id for m in clause.mentions for s in m.senses if s.kind == "row")


def _only_in(clause: Clause, asking: Clause, kind: str) -> bool:
    """The clause names the year (the body) of the question, which does not name one itself."""
    return any(getattr(m, kind) for m in clause.mentions) and not any(getattr(m, kind) for m in asking.mentions)


def _pointed_at(group: Sequence[Clause]) -> tuple[Clause, ...]:
    """说是行政查询，我气坏了。用这个由头没给的几件: the clause that told the reason and the one that points at it; () when none points."""
    if not (group and _THIS_REASON.search(group[-1].text)) or any(map(is_reason, group[-1].mentions)) or _only_whether(group[-1]):
        return ()
    told = next((c for c in reversed(group[:-1]) if any(map(is_reason, c.mentions))), None)
    return (replace(told, mentions=tuple(m for m in told.mentions if is_reason(m)), unknown=()), group[-1]) if told else ()


def _only_whether(clause: Clause) -> bool:
    """这个说法对吗: asks whether what was said before holds."""
    return {s.id for m in clause.mentions for s in m.senses if s.kind == "op"} == {"op.yesno"} and not NUMBER.search(clause.text)


def _measure_told(told: Sequence[Clause], kept: Sequence[Clause]) -> tuple[Clause, ...]:
    """收费项目砍了不少，到底少了几项; 论上一年项目数量，许可和处罚哪个大: the row (the column) told last before (in the sentence) for one asked without; () when there is none."""
    asked = {s.kind for c in kept for m in c.mentions for s in m.senses}
    if asked & {"fact", "metric", "topic", "detail", "ambiguous"} or ("row" in asked) == ("column" in asked):
        return ()
    wanted = _sure_row if "column" in asked else _sure_column
    before = (tuple(m for m in c.mentions if wanted(m)) for c in reversed(told) if "column" in asked or (c.sentence == kept[0].sentence and not _tells_of_self(c)))
    found = next((mentions for mentions in before if mentions), ())
    return (replace(told[-1], mentions=found, unknown=()),) if len(found) == 1 else ()


def _sure_row(mention: Mention) -> bool:
    return any(s.kind == "row" and s.strong for s in mention.senses)


def _sure_column(mention: Mention, of: str = ".") -> bool:
    """A column of items or outcomes; applicants (`@`) told before are often those who tell: 我们公司想知道."""
    return any(s.kind == "column" and s.strong and s.id.startswith(of) for s in mention.senses)


def _told(group: Sequence[Clause], asking: Clause) -> bool:
    """老板说企业也能要到文件，邓州2020年企业…几件: what somebody says before the question, with no applicant and no reason that the question lacks."""
    clause, before = group[-1], group[-2:-1]
    says = TELLS.match(clause.text) and (SAID.search(clause.text) or (_HAPPENED.search(clause.text) and not clause.asks))
    goes_on = bool(before) and before[0].sentence == clause.sentence and TELLS.match(before[0].text) and GOES_ON.match(clause.text)
    return bool(says or goes_on) and not any(_has(kind, clause) and not _has(kind, asking) for kind in ("row", "column")) and not any(map(is_reason, clause.mentions))


_SEARCHED = saying("telling.own_search")
_ORDERS = frozenset({"op.rank", "op.rank_up"})
_SEND = re.compile("[发给]一?下?我|提供|是$")


def _asks_detail(clause: Clause) -> bool:
    """邓州哪个电话能问: asks for a telephone number and the like, not for a figure."""
    return (clause.asks or bool(_SEND.search(clause.text))) and _has("detail", clause) and not any(_has(kind, clause) for kind in ("row", "column", "fact", "metric"))


def _has(kind: str, clause: Clause) -> bool:
    return any(s.kind == kind for m in clause.mentions for s in m.senses)


def _goes_on(clause: Clause, following: Clause) -> bool:
    """需核实…案件中，…; 先报纠正的，再报维持的: both ask one thing, whatever is not understood of the first."""
    return bool(LEADS_IN.search(clause.text) or THEN.match(following.text))


def focus(group: Sequence[Clause]) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """(clauses that say what is asked, clauses that only tell the background)."""
    searched = tuple(c for c in group if _own_search(c, group))
    if searched:
        asking, told = focus([c for c in group if c not in searched])
        return asking, (*told, *searched)
    pointed = _pointed_at(group)
    if pointed:
        return pointed, tuple(c for c in group if c not in pointed)
    kept: list[Clause] = []
    for at, clause in reversed(list(enumerate(group))):
        clause = without_heading(clause, kept)
        if kept and _apart(clause, kept):
            kept = [*_measure_told(group[: at + 1], kept), *kept]
            break
        if kept and (_beside_detail(clause, kept) or _only_tells(group[: at + 1], kept)):
            break
        kept = _with_reason(clause, kept) if kept and leans(kept[0], clause) else [clause, *kept]
    asking, stated = without_statements(kept)
    return asking, (*group[: len(group) - len(kept)], *stated)


def _own_search(clause: Clause, group: Sequence[Clause]) -> bool:
    """找半天没找着, 年报我打不开: what who asks could not find himself, beside a question that names what it is about."""
    others = [c for c in group if c is not clause]
    leaning = any(_OF_SUCH.search(c.text) or _SUCH.search(c.text) or _THIS_REASON.search(c.text) for c in others)
    return not clause.asks and bool(_SEARCHED.search(clause.text)) and not leaning and any(map(_sure_row, (m for c in others for m in c.mentions)))


def _apart(clause: Clause, kept: Sequence[Clause]) -> bool:
    """Before a measure that is kept: what another sentence, or one with words not understood, tells and the question does not lean on."""
    following = kept[0]
    if not any(c.measured for c in kept) or (clause.sentence == following.sentence and not (clause.unknown and not _goes_on(clause, following))):
        return False
    asked_of = clause.asks and clause.measured and not any(c.asks or NUMBER.search(c.text) for c in kept)  # 企业那边递了几份？邓州2020，新收的
    return not (asked_of or _names_reason(clause, following) or _heads(clause, following) or _orders(clause) or leans(following, clause) or _of_whom(clause, following) or _narrows(clause, following))


def _names_reason(clause: Clause, following: Clause) -> bool:
    """讨论记录这类过程性的东西，没给公开的有几件: the reason stands before the refusals that are asked for, in one sentence."""
    reason = [m for m in clause.mentions if any(s.kind == "row" for s in m.senses)]
    refused = any(m.has(*WITH_REASONS, "not_public") for m in following.mentions) and not any(map(is_reason, following.mentions))
    return refused and clause.sentence == following.sentence and not TELLS.match(clause.text) and bool(reason) and all(map(is_reason, reason))


def _heads(clause: Clause, following: Clause) -> bool:
    """部分公开按申请人分：自然人、企业各几件: what stands before the colon is the row of the columns behind it, or its words must be understood."""
    return clause.text.endswith((":", "：")) and _has("row", clause) and not any(map(_sure_row, following.mentions))


def _orders(clause: Clause) -> bool:
    """从多到少排一下：予以公开、部分公开: what stands before the colon says what to do with all behind it."""
    return clause.text.endswith((":", "：")) and any(s.strong and s.id in _ORDERS for m in clause.mentions for s in m.senses)


def _beside_detail(clause: Clause, kept: Sequence[Clause]) -> bool:
    """A row told before a telephone number is asked for."""
    return _asks_detail(kept[0]) and not clause.asks and (_has("row", clause) or _has("fact", clause))


def _only_tells(group: Sequence[Clause], kept: Sequence[Clause]) -> bool:
    """The last of the group tells what happened to who asks, or what somebody says, before a complete question."""
    clause = group[-1]
    if not any(map(_complete, kept)) or leans(kept[0], clause):
        return False
    return (_tells_of_self(clause) and not _says_whose(clause)) or _told(group, kept[0])


def _with_reason(clause: Clause, kept: Sequence[Clause]) -> list[Clause]:
    """The clause that tells the reason before the one that leans on it, which shares its words that are not understood."""
    clause = _saying_which(clause)
    leaning = replace(kept[0], unknown=(*kept[0].unknown, *_unexplained_reason(clause, bool(_OF_SUCH.search(kept[0].text)))))
    return [clause, leaning, *kept[1:]]
