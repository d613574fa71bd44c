"""Clauses → groups that ask one thing each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from handlers.answering.clauses.announced import ANNOUNCES
from handlers.answering.clauses.clauses import ASKS, LEADS_IN, NUMBER, Clause
from handlers.answering.clauses.somebody import TELLS
from handlers.answering.words.mentions import Mention
from handlers.answering.words.reasons import WITH_REASONS, is_reason
from handlers.answering.words.speech import saying

# A clause that only begs (麻烦您帮忙查一下) asks nothing yet: what it asks follows.
_ONLY_BEGS = re.compile(r"(?:(?!多少|几[件个条项起]|[哪谁吗么]|什么).){0,20}(?:查|看|问|告诉|告知|核[实对]|了解|请教|打听)(?:(?!多少|几[件个条项起]|[哪谁吗么]|什么).){0,6}")


# 有几份申请，是因为…才给不了的: the clause after the question says which ones are meant.
_SAYS_WHICH = re.compile(r"(?:as|in)(?: an?| the)? ?(?:per ?cent(?:age)?s?(?: terms)?|pct|%)|(?!.*(?:多少|几)).{2,14}(?:都|也|全)(?:算|算上|算在内|包括|在内|加上|计)[的了]?[?？]?$|(?:是|都是|说是|理由是|原因是)?(?:因为|由于|属于|[并且]?以|[并且]?按)|是.{1,30}的[?？]?$|(?!.*(?:多少|几[件个条起份回]|吗|么)).{2,40}的[”』」]?[?？]$")


_HOW_MANY_OF = re.compile("有(?:多少|几)(?:份|件|个|宗|条)?(?:申请|人|单位|公司|企业)[,，]?$")  # 有多少份申请，要的东西都给了？
_DONE_TO = re.compile("(?!.*(?:多少|几|吗|么|没)).{4,40}了[”』」]?[?？]?$|(?!.*(?:多少|几|吗|么)).{4,60}的[”』」]?[。?？]?$")


def segments(clauses: Sequence[Clause]) -> tuple[tuple[Clause, ...], ...]:
    """Groups of clauses that ask one thing each; an asking clause closes its group."""
    groups: list[list[Clause]] = []
    open_group: list[Clause] = []
    clauses = [replace(c, sentence=b.sentence) if b and _SAID_IS.match(c.text) else c for b, c in zip([None, *clauses], clauses, strict=False)]
    unheard = _unheard_amounts(clauses)
    for number, (clause, following) in enumerate(zip_longest(clauses, clauses[1:])):
        if number in unheard:
            groups.append([*open_group, replace(clause, unknown=(unheard[number],))])
            open_group = []
            continue
        open_group.append(clause)
        goes_on = following and not (clause.asks and _AND_THAT.search(following.text)) and (_SAYS_WHICH.match(following.text) or LEADS_IN.search(clause.text) or ANNOUNCES.search(clause.text) or (_HOW_MANY_OF.search(clause.text) and _DONE_TO.match(following.text)) or _gives_reason(following, [clause]))
        heads = following and not clause.measured and clause.text.endswith((":", "："))  # 请告知2020年度：一、…
        closes = not (goes_on or heads) and (clause.measured or (any(c.measured for c in open_group) and not _ONLY_BEGS.fullmatch(clause.text)))
        if clause.asks and closes:
            groups.append(open_group)
            open_group = []
    return tuple(tuple(g) for g in _close(groups, open_group))


_COUNTED_WORD = saying("asking.counts_word")


def _unheard_amounts(clauses: Sequence[Clause]) -> dict[int, str]:
    """留下 of 结掉多少，留下多少, 转出去 of 结转进来几件，转出去几件: by number of the clause the word of an amount that nobody knows, beside amounts that are known."""
    if not any(c.measured and NUMBER.search(c.text) for c in clauses):
        return {}
    counted = ((n, c, _COUNTED_WORD.match(c.text)) for n, c in enumerate(clauses) if not c.measured)
    return {n: found["word"] for n, c, found in counted if found and all(m.kinds() <= {"filler"} for m in c.mentions)}


_OF_WHICH = re.compile("(?:的|那[类种些]|这[类种些])[。.?？!！]*$")
_SUMS_UP = saying("asking.sums_up")
_WHICH = re.compile("[哪谁啥几]|什么|多少|怎|咋")
_SAID_IS = re.compile("我?(?:说|问|指|讲|要)的?(?:就|其实)?是")  # 哪条理由用得最多？我说的是杭州那八条
_AND_THAT = re.compile("[呢嘞][?？!！]?$")  # 邓州收了几件，平潭呢


def _close(groups: list[list[Clause]], rest: list[Clause]) -> list[list[Clause]]:
    """Clauses after the last question: an operation (哪个多, 多多少) is a group of its own, thanks are dropped."""
    if not groups:
        return [rest] if rest else []
    again = list(takewhile(lambda c: _asks_again(c, groups[-1]), rest))
    groups, rest = [*groups, *([c] for c in again)], rest[len(again) :]
    if not rest and len(groups) > 1:  # …corrected, counting only the decided ones?
        *groups, rest = groups
        if not _says_base(rest, groups[-1]):
            groups, rest = [*groups, rest], []
    other = next((i for i, c in enumerate(rest[:-1], 1) if _AND_THAT.search(c.text.rstrip("，,")) and any(m.name for m in c.mentions)), 0)
    if other:  # 淮安收了几件，杭州呢，差多少
        groups, rest = [*groups, rest[:other]], rest[other:]
    if any(_not_known(c) for c in rest):
        return [*groups, rest]
    if rest and len(groups) == 1 and not any(c.measured for c in rest) and any(_operates(c) for c in rest) and (
        _compares(groups[0]) or _compares(rest)
    ):
        groups[0] += rest
        return groups
    if rest and _AND_THAT.search(rest[-1].text) and any(m.name or m.years for m in rest[-1].mentions):
        return [*groups, rest]
    if rest and (_names_first(rest, groups[-1], "name") or (_names_first(rest, groups[-1], "years") and not any(c.measured for c in rest))):
        groups[-1] += rest  # 重复提了好多遍的，2020年是几件
        return groups
    if rest and (_says_of_what(rest, groups[-1]) or _says_of_which(rest, groups[-1])):
        groups[-1] += rest
        return groups
    if rest and _says_base(rest, groups[-1]):
        groups[-1] += rest  # 败诉的占几成，只算审结的
        return groups
    if rest and _takes_out(rest, groups[-1]):
        groups[-1] += [replace(c, sentence=groups[-1][-1].sentence) for c in rest]
        return groups
    if len(groups) > 1 and len(rest) == 1 and _SUMS_UP.fullmatch(rest[0].text):
        return [*groups, rest]
    if any(c.measured or _operates(c) or _names_another(c, groups[-1]) for c in rest):
        groups.append(rest)
    return groups


def _asks_again(clause: Clause, asked: Sequence[Clause]) -> bool:
    """2021年几件，2022年又是几件; 淮安多少？上海呢？: how many of another year or body."""
    told, said = ([(m.years and m.years.values, m.name and m.name.agencies) for m in side if m.name or m.years] for side in (clause.mentions, [m for c in asked for m in c.mentions]))
    amount = NUMBER.search(clause.text) or clause.text.endswith(("?", "？"))
    asks = clause.asks and amount and not clause.measured and not clause.unknown and not any(s.kind == "op" and s.strong for m in clause.mentions for s in m.senses)
    alike = all(any(known[kind] for known in said) for kind in (0, 1) if any(one[kind] for one in told))  # …的，2020年是几件 tells when
    return bool(asks and told) and alike and not set(told) & set(said)


def _not_known(clause: Clause) -> bool:
    """做了多少个项目？最贵的是哪个？: a question of its own in a word that nobody knows is no part of the one before."""
    asks = clause.text.endswith(("?", "？")) and not clause.measured and _WHICH.search(clause.text)
    return bool(asks) and any(len(word) > 1 and not word.isascii() for word in clause.unknown)


def _says_of_what(rest: Sequence[Clause], asked: Sequence[Clause]) -> bool:
    """维持的有几件，直接起诉的: the row behind the question that named a column only."""
    own, said = ({s.kind for c in side for m in c.mentions for s in m.senses if s.kind in ("row", "column")} for side in (rest, asked))
    return own == {"row"} and said == {"column"} and not any(NUMBER.search(c.text) for c in rest)


def _says_of_which(rest: Sequence[Clause], asked: Sequence[Clause]) -> bool:
    """予以公开几件，自然人的; 不予公开几件，保护第三方的: the applicant or the reason behind a question that named none."""
    if len(rest) > 1 or not _OF_WHICH.search(rest[0].text) or rest[0].unknown or NUMBER.search(rest[0].text):
        return False
    own, said = ([m for c in side for m in c.mentions if any(s.kind in ("row", "column") for s in m.senses)] for side in (rest, asked))
    applicant = all(_applicants(m) for m in own) and not any(map(_applicants, said))
    return len(own) == 1 and (applicant or _gives_reason(rest[0], asked))


def _says_base(rest: Sequence[Clause], asked: Sequence[Clause]) -> bool:
    """只算审结的 behind a share: what it is a share of; counting only the decided ones is told in a clause of its own."""
    named = {s.id for c in rest for m in c.mentions for s in m.senses if s.kind in ("row", "column")}
    return named == {".decided"} and not any(NUMBER.search(c.text) for c in rest) and any(m.has("op.share") for c in asked for m in c.mentions)


def _takes_out(rest: Sequence[Clause], asked: Sequence[Clause]) -> bool:
    """不予公开的有几件，不算第三方的: what is left out, said behind the question."""
    said = [m for m in rest[0].mentions if not m.kinds() <= {"filler"}] if len(rest) == 1 else []
    out = any(m.has("op.except") for m in (*said[:1], *said[-1:])) or any(m.text.startswith("除") for m in said[:1])
    rated = any(m.has("op.share") or "metric" in m.kinds() for c in asked for m in c.mentions)  # 败诉率是多少？没判的不算
    return out and not rated and any(c.measured for c in asked) and not NUMBER.search(rest[0].text)


def _gives_reason(clause: Clause, asked: Sequence[Clause]) -> bool:
    """为此拒绝公开几件，讨论记录、草稿这类过程中的东西？: one reason behind the refusals that are asked for."""
    own, said = ([m for c in side for m in c.mentions if any(s.kind in ("row", "column") for s in m.senses)] for side in ([clause], asked))
    asks = TELLS.match(clause.text) or ASKS.search(clause.text.rstrip("?？")) or not NUMBER.search(asked[-1].text)
    one = len({s.id for m in own for s in m.senses if s.kind == "row"}) == 1 and all(map(is_reason, own))
    return not asks and one and any(m.has(*WITH_REASONS) for m in said) and not any(map(is_reason, said))


def _applicants(mention: Mention) -> bool:
    return any(s.strong and s.id.startswith("@") for s in mention.senses)


def _names_first(rest: Sequence[Clause], asked: Sequence[Clause], kind: str) -> bool:
    """The rest names a body (a year) where the question before it has none."""
    named, before = (any(getattr(m, kind) for c in side for m in c.mentions) for side in (rest, asked))
    return named and not before


def _names_another(clause: Clause, asked: Sequence[Clause]) -> bool:
    """还有登封呢: a place that has no report; 我儿子在南京工作 only tells."""
    known = {m.text for c in asked for m in c.mentions if m.name}
    tells = clause.unknown or any(m.has("foreign") for m in clause.mentions)
    return not tells and any(m.name and not m.name.agencies and m.text not in known for m in clause.mentions)


def _compares(group: Sequence[Clause]) -> bool:
    """哪个多: a clause 多多少 after it belongs to the same question."""
    return any("哪" in c.text or "谁" in c.text for c in group) or any(m.has("op.which_more", "op.which_less", "op.compare", "op.rank", "op.most", "op.least") for c in group for m in c.mentions)


def _operates(clause: Clause) -> bool:
    operations = [m for m in clause.mentions if any(s.kind == "op" and s.strong for s in m.senses)]
    alone = sum(len(m.text) for m in operations) == len(clause.text.strip("，,。?？ "))  # 合计是多少，占比
    return bool(operations) and (clause.asks or alone)
