"""A file that holds more than one report: several bodies or years, or a report among other papers.

    reports_of  every report as a document of its own, where titles that stand alone part them
    reports_in  their names, where nothing parts them: no figure could be said to be any one's
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations, pairwise
from typing import NamedTuple

from index.evidence import SIGNED
from index.models import Document, Grid, Paragraph
from index.tables.figures import is_figure, is_mark
from index.text import normalise
from index.titles import Title, titles_over

Block = Paragraph | Grid

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
    start: int = 0  # block of the title, where titles stand alone

    @property
    def whole(self) -> bool:
        return any(len(found) >= _ENOUGH for found in self.labels)


def reports_of(document: Document) -> tuple[Document, ...]:
    """Each from its title to the next report's; the file as it is where it is one report alone, or its reports are not parted."""
    titles = titles_alone(document.blocks)
    if len({(title.body, title.year) for title in titles.values()}) < 2 and not any(isinstance(block, Grid) for block in document.blocks[: max(titles, default=0)]):
        return (document,)
    ends = [*list(titles)[1:], len(document.blocks)]
    whole = [part for (n, title), end in zip(titles.items(), ends, strict=False) if (part := Part(title, labels_in(document.blocks[n:end]), n)).whole]
    begun = [part for before, part in zip([None, *whole], whole, strict=False) if before is None or differ(before.title, part.title)]
    if len(begun) < 2:
        return tuple(own_part(document, part) for part in begun) or (document,)
    if not all(differ(one.title, other.title) and are_two(one, other) for one, other in combinations(begun, 2)):
        return (document,)
    ends = [*(part.start for part in begun[1:]), len(document.blocks)]
    return tuple(cut_out(document, part.start, end, n) for n, (part, end) in enumerate(zip(begun, ends, strict=True), 1))


def titles_alone(blocks: Sequence[Block]) -> dict[int, Title]:
    """Block → the title with body and year that the paragraph is, and nothing else."""
    texts = [normalise(block.text) if isinstance(block, Paragraph) else "" for block in blocks]
    return {n: title for n, title in titles_over(texts) if title.whole and title.body and title.year}


def own_part(document: Document, part: Part) -> Document:
    """Without the papers before the title of the only report, if they have tables, and those behind its signature."""
    before = document.blocks[: part.start]
    if not any(isinstance(block, Grid) and has_figures(block) for block in before) or any(labels_in(before)):
        return document
    end = next((n + 2 for n, (one, date) in enumerate(pairwise(document.blocks)) if n > part.start and is_signed(one, date, part.title)), len(document.blocks))
    return replace(document, blocks=document.blocks[part.start : end])


def is_signed(block: Block, date: Block, title: Title) -> bool:
    name, day = (normalise(text_of(one)).replace(" ", "") for one in (block, date))
    return name == title.body and bool(SIGNED.match(day))


def has_figures(grid: Grid) -> bool:
    return any(is_figure(text) and not is_mark(text) for text in (normalise(cell.text) for cell in grid.cells))


def cut_out(document: Document, start: int, end: int, number: int) -> Document:
    """A report of a file, known as the n-th of it."""
    digest = sha256(f"{document.sha256}#{number}".encode()).hexdigest()
    return replace(document, source=f"{document.source}#{number}", blocks=document.blocks[start:end], sha256=digest, title=None)


def text_of(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "\n".join(cell.text for cell in block.cells)


def labels_in(blocks: Sequence[Block]) -> tuple[frozenset[str], ...]:
    """Labels of each form."""
    plain = "\n".join(normalise(text_of(block)).replace(" ", "").replace("\n", "") for block in blocks)
    return tuple(frozenset(label for label in labels if label in plain) for labels in _LABELS)


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
    ends = [*((number, at) for number, at, _ in starts[1:]), (len(texts), 0)][: len(starts)]
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
