"""企业新收、个人办结、办结总数: a list whose members are each told with a column of their own is asked for one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.tokens import ENDS, PAUSES

_TOTAL = re.compile("(?:总[数量计]|合计|总件数)$")
_MARKS = frozenset("、，,；;/")
_AMOUNT = re.compile("多少|几")
_ROWS = frozenset({"row", "fact", "metric"})
_SAID = Sense("said_again", "filler", True)


def own_items(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[frozenset[int], tuple[Mention, ...]]:
    """First tokens behind 、, 和, a comma or a space that parts such members, and the mentions without the 各 that goes without saying then."""
    for start, end in ((0, len(tokens)), *_stretches(tokens)):
        covered = {i for m in mentions for i in range(m.start, m.end)}
        heard = all(i in covered or tokens[i].kind == "mark" for i in range(start, end))
        if not heard or not all(_each(m) for m in mentions if m.start >= end):  # …，谁多
            continue
        items, tail = _items(tokens, mentions, start, end)
        if _told_apart_each(items) and not _asks_one(tail):
            kept = tuple(replace(m, senses=(_SAID,)) if m.has("op.list") and m in tail else m for m in mentions)
            return frozenset(item[0].start for item in items[1:]), kept
    return frozenset(), tuple(mentions)


def _items(tokens: Sequence[Token], mentions: Sequence[Mention], start: int, end: int) -> tuple[list[list[Mention]], list[Mention]]:
    """(what each member of a stretch says, what stands behind the last one); body and year told first are no member."""
    inside = [m for m in mentions if m.start >= start and m.end <= end]
    joining = [m.start for m in inside if m.has("op.and") and m.end == m.start + 1]
    bounds = [start, *_parted_behind(tokens[:end], start, joining, inside), end]
    content = [m for m in inside if m.start not in joining]
    tail = next((n for n, m in enumerate(content) if all(map(_each, content[n:]))), len(content))
    items = [found for one, other in pairwise(bounds) if (found := [m for m in content[:tail] if one <= m.start < other])]
    return [item for n, item in enumerate(items) if n or not all(m.name or m.years for m in item)], content[tail:]


def _told_apart_each(items: Sequence[Sequence[Mention]]) -> bool:
    """Several, of which each says what is measured, and no two the same of one list."""
    named = len(items) > 1 and all(_names(m) for item in items for m in item)
    return named and (all(map(_complete, items)) or _total_and_columns(items)) and _told_apart(items)


def _asks_one(tail: Sequence[Mention]) -> bool:
    """复议总数，维持的几件: an amount is asked, and not of each."""
    return any(m.has("question") for m in tail) and not any(m.has("op.list") for m in tail)


def _parted_behind(tokens: Sequence[Token], start: int, joining: Sequence[int], mentions: Sequence[Mention]) -> list[int]:
    """Tokens right behind a mark that parts, 和, or a space between Chinese words."""
    inside = {i for m in mentions for i in range(m.start + 1, m.end)}
    apart = (i for i in range(start + 1, len(tokens)) if tokens[i - 1].text in _MARKS or i - 1 in joining or (tokens[i].start > tokens[i - 1].end and tokens[i].kind == tokens[i - 1].kind == "han"))
    return [i for i in apart if i not in inside]


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First token and the one after the last between marks that end or pause."""
    start = 0
    for at, token in enumerate(tokens):
        if token.text in ENDS | PAUSES:
            yield start, at
            start = at + 1
    yield start, len(tokens)


def _each(mention: Mention) -> bool:
    """各, 分别, 是, 多少 behind the last member."""
    asks = mention.has("op.list", "question") and not mention.kinds() & {"row", "column"}
    return asks or mention.kinds() <= {"filler"}


def _names(mention: Mention) -> bool:
    """Nothing but what is measured, of whom and when."""
    terms = mention.kinds() & {"row", "column", "fact", "metric"}
    return not (mention.has("question", "op.within") or _AMOUNT.search(mention.text)) and bool(mention.name or mention.years or mention.kinds() <= {"filler"} or terms)


def _told_apart(items: Sequence[Sequence[Mention]]) -> bool:
    """Told with a total, each with a column of its own, or one row of one applicant and another of another; 个人新收、企业新收 is one list."""
    *before, last = items
    if _totals(last) and not any(map(_totals, before)) and not all(map(_is_outcome, (m for item in before for m in item))):  # 复议和法院的案子总数, 企业新收、个人办结合计: perhaps of all of them
        return all(any(map(_is_column, item)) for item in before) and not any(map(_is_column, last))
    columns, rows = ({frozenset(s.id for s in m.senses) for item in items for m in item if kind(m)} for kind in (_is_column, _is_row))
    applicants = any(i.startswith("@") for ids in columns for i in ids)
    return bool(sum(map(_totals, items))) or (len(columns) > 1 and len(rows) > 1 and applicants) or (not applicants and (len(columns) > 1 or len(rows) == 1))


def _complete(item: Sequence[Mention]) -> bool:
    """个人办结, 直接起诉案件合计, 复议: a row, and its column or total unless it has no applicants."""
    rows = [m for m in item if _is_row(m)]
    of_requests = any(s.id.startswith("s3.") for m in rows for s in m.senses)
    return bool(rows) and _totals(item) < 2 and (_totals(item) == 1 or any(map(_is_column, item)) or not of_requests)


def _is_row(mention: Mention) -> bool:
    return bool(mention.kinds() & _ROWS) and not _TOTAL.fullmatch(mention.text)


def _is_column(mention: Mention) -> bool:
    return mention.kinds() <= {"column", "definition"} and "column" in mention.kinds()


def _is_outcome(mention: Mention) -> bool:
    return _is_row(mention) and all(s.id.startswith("s3.result.") and s.id != "s3.result.total" for s in mention.senses if s.kind == "row")


def _total_and_columns(items: Sequence[Sequence[Mention]]) -> bool:
    """新收总数、个人、企业: a row told in total, then columns alone; 办结总数、信访、第三方, in any order: outcomes alone beside it."""
    first, *others = items
    crossed = len(others) == 1 and {s.id for m in first for s in m.senses if s.kind in _ROWS} == {"s3.result.total"}  # 办理结果总计 商业企业: a row of that name and its column
    columns = _complete(first) and _totals(first) == 1 and all(o and all(map(_is_column, o)) for o in others) and not crossed
    outcomes = [o for o in items if o and all(map(_is_outcome, o))]
    return columns or (len(outcomes) == len(items) - 1 and any(_complete(o) and _totals(o) == 1 for o in items))


def _totals(item: Sequence[Mention]) -> int:
    return sum(bool(_TOTAL.search(m.text)) for m in item)
