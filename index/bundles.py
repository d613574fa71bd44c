"""A file that holds the reports of several bodies or years: no figure of it could be said to be any one's."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from index.models import Document, Grid
from index.text import normalise
from index.titles import Title, titles_over

# Labels that a report prints once, by form; three of them tell a report from a sentence.
_LABELS = (
    ("本年新收政府信息公开申请", "上年结转政府信息公开申请", "结转下年度继续办理", "未经复议直接起诉", "复议后起诉"),
    ("历年累计", "主动公开文件数", "主动公开政府信息数", "主动公开信息数", "对申请的答复总数", "当面申请数", "申请办结数", "收到申请数"),
)
_ENOUGH = 3


class Part(NamedTuple):
    """From one title of a report to the next."""

    title: Title
    labels: tuple[frozenset[str], ...]  # of each form

    @property
    def whole(self) -> bool:
        return any(len(found) >= _ENOUGH for found in self.labels)


def reports_in(document: Document, body: str) -> tuple[str, ...]:
    """Names and years of the reports in a file, () for one. `body`: all its text without spaces."""
    if not may_be_several(body):
        return ()
    whole = [part for part in parts_of(list(texts_of(document))) if part.whole]
    others = [(one, other) for one, other in combinations(whole, 2) if differ(one.title, other.title) and are_two(one, other)]
    return tuple(dict.fromkeys(f"{part.title.body}{part.title.year}年" for pair in others for part in pair))


def may_be_several(body: str) -> bool:
    """Labels of a form come twice, or those of two forms at all."""
    counts = [[body.count(label) for label in labels] for labels in _LABELS]
    twice = any(sum(count > 1 for count in found) >= _ENOUGH for found in counts)
    return twice or all(sum(count > 0 for count in found) >= _ENOUGH for found in counts)


def texts_of(document: Document) -> Iterator[str]:
    for block in document.blocks:
        printed = [cell.text for cell in block.cells] if isinstance(block, Grid) else block.text.split("\n")
        yield from filter(None, map(normalise, printed))


def parts_of(texts: Sequence[str]) -> Iterator[Part]:
    """Titles that name body and year begin a part, also inside a line without line ends."""
    plain = [text.replace(" ", "").replace("\n", "") for text in texts]
    starts: list[tuple[int, int, Title]] = []
    for number, title in titles_over(texts):
        if title.body and title.year:
            starts.append((number, max(plain[number].find(title.text.replace(" ", "")), 0), title))
    ends = [*((number, at) for number, at, _ in starts[1:]), (len(texts), 0)]
    for (number, at, title), (last, end) in zip(starts, ends, strict=True):
        text = plain[number][at:end] if number == last else "\n".join([plain[number][at:], *plain[number + 1 : last], *(one[:end] for one in plain[last : last + 1])])
        yield Part(title, tuple(frozenset(label for label in labels if label in text) for labels in _LABELS))


def differ(one: Title, other: Title) -> bool:
    """教育局 and 白河县教育局 are one, 白河县 and 白河县人民政府 too."""
    names = [title.body.removesuffix("政府").removesuffix("人民") for title in (one, other)]
    return one.year != other.year or not (names[0].endswith(names[1]) or names[1].endswith(names[0]))


def are_two(one: Part, other: Part) -> bool:
    """They print the same table, or tables of two forms."""
    common = any(len(mine & theirs) >= _ENOUGH for mine, theirs in zip(one.labels, other.labels, strict=True))
    return common or [len(found) >= _ENOUGH for found in one.labels] != [len(found) >= _ENOUGH for found in other.labels]
