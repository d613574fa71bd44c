"""Clauses beside the question that narrow it down: 涉及宅基地的，…收到几件; …收到几件，只算城关镇的. What they say must be understood."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.clauses import NUMBER, Clause
from handlers.answering.focus import leans
from handlers.answering.reasons import is_reason
from handlers.answering.somebody import SOMEBODY, TELLS

_OURS = re.compile("(?:我|咱|俺|他|她)们?(?:村|家|单位|局|镇|乡|厂|公司|学校|街道|小区|科|院|所)[^的]{0,3}的?人?(?:申请|提|递|交|收到?|问|要)的$")
_NOT_KNOWING = re.compile("不懂|不会|外行|小白|文盲|没文化|不识字|好奇")
_MARKS = "，,。;；:：?？!！ "
_ONLINE = re.compile("(?:网上|邮局|快递|挂号信|当面|窗口|传真|微信|电话|信函).{0,2}(?:提交|来|申请|递|收|交|寄)")
_MEANS = re.compile(  # whoever says it: the words behind are part of the question
    "(?:问|要|说|指|查|看|找|算|数|关心|想知道)的(?:只|就|仅|其实|主要)*是(?!多少|几|哪|什么)|(?:只|仅|光|单|单单|专门)(?:算|统计|要|问|查|数|限|含|包括|计|看|取|选|挑|管|关心|关注|指|说的?是?)|(?:仅限|限于|限定|^限)|就(?:算|数|取|选|限|(?:要|看)(?=.*的$))|(?:扣|除|刨|减|剔|撇|抛|排)(?:掉|去|除|开)|不(?:含|算|计|包括)"
)
_KIND = re.compile(
    "(?:方面|领域|行业|那类|这类|一类|那种|这种|那些|这些|那块|这块|那部分|有关|相关|群体|人群|类型|级别|一级|层级|系统|条线)的?(?:人|事|案子?|申请|案件|信息|文件)?$"
    "|(?:申请人|老人|妇女|女性|男性|儿童|农民|工人|干部|教师|学生|残疾人|军人|居民|村民|住户|家庭|[乡镇村局]|街道|大队)$"
)
_PLACED = re.compile("(?:关于|有关|针对|涉及|属于|来自|通过|经由|凡是)(?!.*(?:了|(?<![通经])过))|在.{1,8}(?:[乡镇村局里上]|街道|期间|之间|当中)$|[跟和与同].{1,12}(?:有关|相关)")
_OF_TRADE = re.compile(SOMEBODY + ".{0,4}?(?:是|做|搞|开|学|干|跑|管|教|卖|当|种|养|研究|负责|从事).*的$")
_ACTS = re.compile("申请|收到|提交|递交|[递寄]|答复|公开|处罚|许可|起诉|复议|办理|代理|委托|代办")
_ASKS_FOR = re.compile("(?:问|查|打听|关心|关注|想知道|想了解|感兴趣|想看)")
_ALL = re.compile("不(?:分|区分|论|管)|无论|甭管|所有|全部|每|连.{1,4}带")
_OF_WHICH = re.compile("的(?:人|单位|案子|部分|申请)?$")
_FEELS = re.compile("(?:挺|怪|蛮|够|老(?!年|人|百|师|板|的)|真|太|很|好|非常|特别|怎么|是|别|其[他它]).{0,6}的$|[刷聊听看问传翻](?:到|来|起来|出来|见)的$")
_OF_PLACE = re.compile("(?:[镇乡村局委厅]|街道)的$")
_FOR_WHOM = re.compile("(?:给|帮|替|为|做|写|搞|拿|好)|.*(?:用|使|看|问|查|写|交|填|等着|要|说|讲)的$")
_LIKE_ME = re.compile("像(?:[我俺咱他她]们?|偶)(?:这样|这种|这类|这号)的?|[我俺咱他她]们?(?:这|那)(?:行|一行|个(?:行业|群体|行当))")
_OF_SOME_KIND = re.compile("(?:我|俺|咱|他|她|本人).{0,4}(?:是|当|做|搞|属于|作为|干|卖)")


def with_restrictions(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses; one that asks takes over the words of those beside it that narrow it down."""
    kept = [replace(c, unknown=(*c.unknown, *_like_me(c, before))) for before, c in zip([None, *clauses], clauses, strict=False)]
    for at, clause in enumerate(clauses):
        words = _words(clause)
        target = _asked_by(clauses, at) if words and not clause.asks else None
        if target is not None and _narrows(clause, clauses[:at], clauses[target], target < at):
            said = words if any(len(w) > 1 for w in words) else (clause.text.strip(_MARKS),)
            kept[target] = replace(kept[target], unknown=(*kept[target].unknown, *said))
    return tuple(kept)


def _like_me(clause: Clause, before: Clause | None) -> tuple[str, ...]:
    """我是退伍军人，像我这样的申请了几件: a kind that no form counts by."""
    found = _LIKE_ME.search(clause.text)
    kind = before is not None and _OF_SOME_KIND.match(before.text) and not _has_column(before)
    return (found[0],) if found and kind and _asks(clause) and not _has_column(clause) else ()


def _has_column(clause: Clause) -> bool:
    return any(s.kind == "column" for m in clause.mentions for s in m.senses)


def _tells_fact(clause: Clause) -> bool:
    """Names something of the report's prose, which the form has no row for."""
    return any((s.strong or len(m.text) > 2) and s.id.startswith("n.") for m in clause.mentions for s in m.senses)


def _words(clause: Clause) -> tuple[str, ...]:
    """Words that nobody understood, or that no form counts by."""
    text = clause.text.strip(_MARKS)
    ours = _OURS.match(text) or (_LIKE_ME.match(text) if not clause.measured and not _NOT_KNOWING.search(text) else None)
    return (*clause.unknown, *(m.text for m in clause.mentions if m.has("subjects") or (m.name and not m.name.agencies) or m.kinds() in ({"topic"}, {"detail"})), *_ONLINE.findall(text), *((ours[0],) if ours else ()))


def _asked_by(clauses: Sequence[Clause], at: int) -> int | None:
    """The clause that asks, of the same sentence and behind, else the one right before."""
    which = bool(_OF_WHICH.search(clauses[at].text.strip(_MARKS)))
    after = (i for i in range(at + 1, len(clauses)) if clauses[i].sentence == clauses[at].sentence)
    behind = (i for i in after if _asks(clauses[i]) or (_only_how_many(clauses[i]) and (which or (any(c.measured for c in clauses[:at]) and not any(c.measured for c in clauses[at:i])))))
    return next(behind, at - 1 if at and _asks(clauses[at - 1]) else None)


def _asks(clause: Clause) -> bool:
    return clause.measured and (clause.asks or bool(NUMBER.search(clause.text)))


def _only_how_many(clause: Clause) -> bool:
    """收到的申请，女性提的，有多少: the amount of what is told before."""
    return bool(NUMBER.search(clause.text)) and not clause.contentful() and not clause.unknown


def _narrows(clause: Clause, before: Sequence[Clause], asking: Clause, behind: bool) -> bool:
    text = clause.text.strip(_MARKS)
    told = bool(before) and before[-1].sentence == clause.sentence and bool(TELLS.match(before[-1].text))
    if (any(map(is_reason, clause.mentions)) and leans(asking, clause)) or (_tells_fact(clause) and not _tells_fact(asking)):
        return False
    if _MEANS.search(text) or _OURS.match(text) or _LIKE_ME.match(text) or (_ASKS_FOR.search(text) and _KIND.search(text)):
        return True
    if _ALL.search(text):
        return False
    if TELLS.match(text) or (told and not behind and not (_PLACED.match(text) or _KIND.search(text) or _OF_PLACE.search(text))):
        return clause.measured and bool(_OF_WHICH.search(text)) and bool(_ACTS.search(text)) and not _OF_TRADE.match(text) and not _FEELS.search(text)
    if _KIND.search(text) or _PLACED.match(text):
        return True
    return bool(_OF_WHICH.search(text)) and not _FEELS.search(text) and not (behind and _FOR_WHOM.match(text))
