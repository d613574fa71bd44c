"""企业新收、个人办结、办结总数: a list whose members are each told with a column of their own is asked for one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.tokens import ENDS, PAUSES

_TOTAL = re.compile("(?:总[数量计]|合计|总件数)$")
_ROWS = frozenset({"row", "fact", "metric"})
_SAID = Sense("said_again", "filler", True)


def own_items(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[frozenset[int], tuple[Mention, ...]]:
    """Where 、 or 和 parts such members, and the mentions without the 各 that goes without saying then."""
    marks, kept = set[int](), tuple(mentions)
    for start, end in _stretches(tokens):
        if any(not _each(m) for m in mentions if m.start >= end):  # …，谁多
            continue
        inside = [m for m in mentions if m.start >= start and m.end <= end]
        joining = [m.start for m in inside if m.has("op.and") and m.end == m.start + 1]
        cuts = [i for i in range(start, end) if tokens[i].text == "、" or i in joining]
        named = [m for m in inside if m.start not in joining and not (_each(m) and cuts and m.start > cuts[-1])]
        bounds = [start, *cuts, end]
        items = [[m for m in named if one <= m.start < other] for one, other in pairwise(bounds)]
        if cuts and all(map(_names, named)) and (all(map(_complete, items)) or _total_and_columns(items)) and _told_apart(items):
            marks.update(cuts)
            kept = tuple(replace(m, senses=(_SAID,)) if m.has("op.list") and m.start > cuts[-1] and m in inside else m for m in kept)
    return frozenset(marks), kept


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
    return bool(mention.name or mention.years or mention.kinds() <= {"filler"} or (terms and not mention.has("question", "op.within")))


def _told_apart(items: Sequence[Sequence[Mention]]) -> bool:
    """Told with a total, or one row of one applicant and another of another; 个人新收、企业新收 is one list."""
    *before, last = items
    if _totals(last) and not any(map(_totals, before)):  # 复议和法院的案子总数, 企业新收、个人办结合计: perhaps of all of them
        return all(any(map(_is_column, item)) for item in before) and not any(map(_is_column, last))
    columns, rows = ({frozenset(s.id for s in m.senses) for item in items for m in item if kind(m)} for kind in (_is_column, _is_row))
    return bool(sum(map(_totals, items))) or (len(columns) > 1 and len(rows) > 1 and any(i.startswith("@") for ids in columns for i in ids))


def _complete(item: Sequence[Mention]) -> bool:
    """个人办结, 直接起诉案件合计, 复议: a row, and its column or total unless it has no applicants."""
    rows = [m for m in item if _is_row(m)]
    of_requests = any(s.id.startswith("s3.") for m in rows for s in m.senses)
    return bool(rows) and _totals(item) < 2 and (_totals(item) == 1 or any(map(_is_column, item)) or not of_requests)


def _is_row(mention: Mention) -> bool:
    return bool(mention.kinds() & _ROWS) and not _TOTAL.fullmatch(mention.text)


def _is_column(mention: Mention) -> bool:
    return mention.kinds() <= {"column", "definition"} and "column" in mention.kinds()


def _total_and_columns(items: Sequence[Sequence[Mention]]) -> bool:
    """新收总数、个人、企业: a row told in total, then columns alone."""
    first, *others = items
    return _complete(first) and _totals(first) == 1 and all(o and all(map(_is_column, o)) for o in others)


def _totals(item: Sequence[Mention]) -> int:
    return sum(bool(_TOTAL.search(m.text)) for m in item)
