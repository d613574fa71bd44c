"""Clauses beside the question that narrow it down: 涉及宅基地的，…收到几件; …收到几件，只算城关镇的. What they say must be understood."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.clauses.clauses import NUMBER, Clause, bare_amount
from handlers.answering.clauses.focus import leans
from handlers.answering.clauses.somebody import TELLS
from handlers.answering.words.reasons import is_reason
from handlers.answering.words.speech import saying

_OURS = saying("telling.ours")
_NOT_KNOWING = saying("telling.not_knowing")
_MARKS = "，,。;；:：?？!！ "
_ONLINE = saying("telling.online")
_MEANS = saying("telling.means")
_KIND = saying("telling.kind")
_PLACED = saying("telling.placed")
_OF_TRADE = saying("telling.of_trade")
_ACTS = saying("telling.acts")
_ASKS_FOR = saying("telling.asks_for")
_ALL = saying("telling.all")
_OF_WHICH = saying("telling.of_which")
_FEELS = saying("telling.feels")
_OF_PLACE = saying("telling.of_place")
_FOR_WHOM = saying("telling.for_whom")
_LIKE_ME = saying("telling.like_me")
_OF_SOME_KIND = saying("telling.of_some_kind")


def with_restrictions(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses; one that asks takes over the words of those beside it that narrow it down."""
    kept = [replace(c, unknown=(*c.unknown, *like)) if (like := _like_me(c, before)) else c for before, c in zip([None, *clauses], clauses, strict=False)]
    for at, clause in enumerate(clauses):
        words = _words(clause)
        which = _which_of_unknown(clause)
        target = _asked_by(clauses, at) if words and (which or not clause.asks) else None
        if target is not None and (which or _narrows(clause, clauses[:at], clauses[target], target < at)):
            said = words if any(len(w) > 1 for w in words) else (clause.text.strip(_MARKS),)
            kept[target] = replace(kept[target], unknown=(*kept[target].unknown, *said))
    return tuple(kept)


def _which_of_unknown(clause: Clause) -> bool:
    """是男的多还是女的多，…来申请的？: which of two things that no form counts."""
    return bool(clause.unknown) and "还是" in clause.text and not clause.contentful() and any(m.has("op.which_more", "op.which_less") for m in clause.mentions)


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
    return (*clause.unknown, *(m.text for m in clause.mentions if m.has("subjects") or (m.name and not m.name.agencies) or m.kinds() in ({"topic"}, {"detail"})), *_ONLINE.findall(text), *((ours[0],) if ours else ()), *_only_them(clause))


def _only_them(clause: Clause) -> tuple[str, ...]:
    """单算同志: an address that stands behind 只算, 单算 addresses nobody."""
    alone = _MEANS.match(clause.text)
    return tuple(m.text for m in clause.mentions if alone and m.has("politeness") and clause.text.strip(_MARKS) == alone[0] + m.text)


def _asked_by(clauses: Sequence[Clause], at: int) -> int | None:
    """The clause that asks, of the same sentence and behind, else the one right before."""
    which = bool(_OF_WHICH.search(clauses[at].text.strip(_MARKS)))
    after = (i for i in range(at + 1, len(clauses)) if clauses[i].sentence == clauses[at].sentence)
    behind = (i for i in after if _asks(clauses[i]) or (bare_amount(clauses[i]) and (which or (any(c.measured for c in clauses[:at]) and not any(c.measured for c in clauses[at:i])))))
    return next(behind, at - 1 if at and _asks(clauses[at - 1]) else None)


def _asks(clause: Clause) -> bool:
    return clause.measured and (clause.asks or bool(NUMBER.search(clause.text)))


def _of_contact(clause: Clause) -> bool:
    """哪个邮箱, 打哪个电话: no figure that could be narrowed down."""
    kinds = {kind for m in clause.mentions for kind in m.kinds()}
    return "detail" in kinds and not kinds & {"row", "column", "fact", "metric"}


def _narrows(clause: Clause, before: Sequence[Clause], asking: Clause, behind: bool) -> bool:
    text = clause.text.strip(_MARKS)
    told = bool(before) and before[-1].sentence == clause.sentence and bool(TELLS.match(before[-1].text))
    if (any(map(is_reason, clause.mentions)) and leans(asking, clause)) or (_tells_fact(clause) and not _tells_fact(asking)) or _of_contact(asking):
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
