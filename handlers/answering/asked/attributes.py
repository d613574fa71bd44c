"""What stands to a counted thing as its attribute restricts it: 四姐提的申请, 敏感信息不公开, 申请里闹矛盾的几件, 被拒后又来申请的."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import saying, words

_TELLING = frozenset({"narrative", "narration", "common", "bodies", "relatives", "subjects", "online", "def.term.supplement"})  # pass elsewhere, for they name nothing
_COUNTED = frozenset({"row", "column", "fact", "metric"})
_ENDS = ("s3.result.granted", "s3.result.partial", "s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "s3.result.total", "not_public", "disclosed", ".upheld", ".corrected", ".other")
_ALSO = words("telling.also_not")
_AFTER = words("telling.after")
_OF = words("telling.of")
_WAYS = "t08.request."  # how it came: rows of an older form
_LEANING = words("telling.leaning")
_THINGS = words("telling.things")
_CANNOT = words("telling.cannot")
_LISTED = saying("telling.listed")
_FOR = saying("telling.for_which_reason")
_PERSON = saying("telling.person")
_HANDS_IN = saying("telling.hands_in")
_HOW_MANY = saying("telling.how_many_of_them")


def attributes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The words that only tell when they stand anywhere else; no column, row, body or year explains them."""
    told = (m.text for at, m in enumerate(mentions) if _tells(m) and _stands_to(m, mentions[at + 1 : at + 3]))
    online = (m.text for m in mentions[1:][-1:] if m.has("online") and _is_row(mentions[-2]) and m.start - mentions[-2].end <= 1)  # 新收申请（网上）
    neither = (m.text for before, m in pairwise(mentions) if m.has("taken_back") and before.text in _ALSO)  # 不是自然人也不是企业的
    cannot = (m.text for before, m in pairwise(mentions) if before.text in _CANNOT and before.end == m.start and len(m.text) > 1 and m.kinds() <= {"filler"} and not m.has("question", "particles"))  # 没法归类的
    return (*told, *cannot, *_one_after_the_other(mentions), *_of_another(mentions), *_listed(mentions), *online, *neither)


def _listed(mentions: Sequence[Mention]) -> Iterator[str]:
    """第三方的和查询的一共几件: a verb of asking that is listed with what is counted is a thing of its own."""
    for (said, and_), (asking, behind) in zip(pairwise(mentions), pairwise(mentions[2:]), strict=False):
        if and_.has("op.and") and asking.end == behind.start and (said.text in _OF or _is_row(said)):
            yield from [asking.text] if asking.has("ask") and asking.kinds() <= {"filler"} and _LISTED.match(behind.text) else []


def _of_another(mentions: Sequence[Mention]) -> Iterator[str]:
    """收费的申请, 查封扣押的行政强制: a row of table two that says which requests are meant, or which part of itself in other words."""
    for at, one in enumerate(mentions[:-1]):
        other = next((m for m in mentions[at + 1 : at + 3] if m.text not in _OF), None)
        if other is None or not (one.text[-1] in _OF or mentions[at + 1].text in _OF) or other.start - one.end > 1:
            continue
        rows, counted = ({s.id for s in m.senses if s.kind == "row"} for m in (one, other))
        if not rows or not counted or not all(r.startswith("s2.") for r in rows):
            continue
        if all(r.startswith(("s3.new", "s4.")) for r in counted) or (rows == counted and not {*one.text} - _OF & {*other.text}):
            yield one.text

_BETWEEN = words("telling.between_subject_and_request")
_FOR_WHAT = words("telling.for_what")
_BY = words("telling.by_whom")


def kinds_nobody_counts(mentions: Sequence[Mention], measured: bool) -> tuple[str, ...]:
    """土地行政处罚, 宅基地的申请, …是因为拆迁, 涉及土地的呢: a word of the story that asks for a part which no form counts."""
    words = [m for m in mentions if m.text not in _BETWEEN]
    if not measured:
        asks_on = bool(words) and mentions[-1].has("question", "particles")
        return tuple(m.text for m in words[:-1] if asks_on and m.has("subjects", "relatives"))
    told = (one for one, other in pairwise(words) if one.has("subjects") and _beside(one, other, mentions) and _counts_by(one, other, mentions))
    first = next((m.end for m in mentions if _is_row(m)), mentions[-1].end if mentions else 0)
    behind = (m.text for m in words if m.has("subjects") and _runs_on_from_row(m, mentions))
    return (*(m.text for m in told), *behind, *(m.text for m in words if m.start >= first and m.has("subjects") and _FOR.match(m.text)))


def _beside(one: Mention, other: Mention, mentions: Sequence[Mention]) -> bool:
    """工地处罚, 工地上的处罚: nothing, a mark, or words that only join them between."""
    between = [m for m in mentions if one.end <= m.start and m.end <= other.start and m.text in _BETWEEN]
    return other.start - one.end - sum(m.end - m.start for m in between) <= (0 if between else 1)


def _runs_on_from_row(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """不予公开的土地有几件: behind a row with nothing but 的 between."""
    before = [m for m in mentions if m.end <= mention.start][-2:]
    joined = bool(before) and before[-1].end == mention.start
    return joined and (_is_row(before[-1]) or (before[-1].text in _BETWEEN and _is_row(before[0]) and before[0].end == before[-1].start))


def done_by_another(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """由南阳市人民政府受理的, 为了打官司申请的: what another body did and what a request is made for are counted nowhere."""
    words = [m for m in mentions if m.text not in _BETWEEN]
    by = (f"{one.text}{other.text}" for one, other in pairwise(words) if one.text in _BY and other.name and not other.name.agencies and other.start == one.end)
    wanted = zip(words, words[1:], words[2:], strict=False)
    return (*by, *(f"{one.text}{two.text}" for one, two, asks in wanted if one.text in _FOR_WHAT and _is_row(two) and asks.has("s3.new")))


def _counts_by(one: Mention, other: Mention, mentions: Sequence[Mention]) -> bool:
    """Right before a term, or an everyday word for one that stands apart or behind the body."""
    named = any((m.name or m.years) and m.end <= one.start for m in mentions) or _asks_how_many(mentions, other)
    return any(s.kind == "row" and (s.strong or one.end < other.start or named) for s in other.senses)


def _asks_how_many(mentions: Sequence[Mention], counted: Mention) -> bool:
    """物业申请的有几件."""
    behind = next((m for m in mentions if m.start >= counted.end and m.text not in _BETWEEN), None)
    return behind is not None and behind.has("question") and behind.start - counted.end <= 1


def _one_after_the_other(mentions: Sequence[Mention]) -> Iterator[str]:
    """被拒后又来申请的, 败诉后改正的: what came after an outcome is counted nowhere."""
    named = [at for at, m in enumerate(mentions) if _is_row(m)]
    if named and named[0] and mentions[named[0] - 1].text == "先":  # 先不予公开、再无法提供: the order to answer in
        return
    for one, other in pairwise(named):
        between = mentions[one + 1 : other]
        ended = any(s.id.startswith(_ENDS) for m in mentions[: one + 1] for s in m.senses)
        if ended and all(m.kinds() <= {"filler"} for m in between) and any(m.text in _AFTER for m in between):
            yield "".join(m.text for m in mentions[one : other + 1])


def _tells(mention: Mention) -> bool:
    named = len(mention.text) > 1 and not mention.text.isascii() and mention.text not in _LEANING
    telling = bool(mention.senses) and all(s.id in _TELLING or (s.id.startswith(_WAYS) and not s.strong) for s in mention.senses)
    return named and (telling or _is_somebody(mention))


def _is_somebody(mention: Mention) -> bool:
    """邻居, 领导: who elsewhere is told of, or addressed."""
    return mention.kinds() <= {"filler"} and mention.has("background", "politeness") and bool(_PERSON.fullmatch(mention.text))


def _stands_to(mention: Mention, following: Sequence[Mention]) -> bool:
    """X的申请, X信息不公开, X提的申请, …里X的几件."""
    if not following or following[0].start != mention.end:
        return False
    beside, behind = following[0], following[1] if len(following) > 1 and following[0].end == following[1].start else None
    if mention.text[-1] in _OF:
        return _counted(beside)
    if (mention.has("relatives", "bodies") or _is_somebody(mention)) and _counted(beside) and _HANDS_IN.match(beside.text):
        return True
    if mention.has("def.term.supplement") and beside.text in _AFTER:
        return behind is not None and _counted(behind)
    if any(s.id.startswith(_WAYS) for s in mention.senses) and _is_row(beside):
        return True
    return behind is not None and ((beside.text in _OF and _counted(behind)) or (beside.text in _THINGS and _is_row(behind)))


def _counted(mention: Mention) -> bool:
    return _is_row(mention) or bool(_HOW_MANY.match(mention.text))


def _is_row(mention: Mention) -> bool:
    return bool(mention.kinds() & _COUNTED)
