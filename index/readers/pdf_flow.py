"""Lines and tables of all pages → blocks: page marks out, paragraphs and tables over page breaks together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.readers.content import Blocks
from index.readers.pdf_lines import Line, joint
from index.readers.pdf_tables import RuledTable, continues, drawn, joined
from index.text import list_number

_PAGE_MARK = re.compile(r"[-—–―~·•\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/，,]?\s*共?\s*\d{1,3}\s*页?)?[-—–―~·•\s]*")
_MARGIN = 0.09  # of the page height: where headers and footers stand
_INDENT = 1.2  # of the line height: a paragraph begins
_SHORT = 2.5  # of the line height: a line that ends earlier ends its paragraph
_APART = 1.9  # of the line height: a gap between lines of different paragraphs
_SENTENCE_END = ("。", "；", "：", "！", "？", ";", ":")
Item = Line | RuledTable


@dataclass(frozen=True, slots=True)
class Page:
    number: int  # 1-based
    height: float
    items: tuple[Item, ...]  # from top to bottom


def to_blocks(pages: Sequence[Page]) -> Blocks:
    blocks = Blocks()
    left, right = _margins([item for page in pages for item in page.items if isinstance(item, Line)])
    paragraph: list[Line] = []
    for item in _tables_joined(_without_furniture(pages)):
        if isinstance(item, Line) and paragraph and _goes_on(paragraph[-1], item, left, right):
            paragraph.append(item)
            continue
        _emit(blocks, paragraph)
        paragraph = [item] if isinstance(item, Line) else []
        if isinstance(item, RuledTable):
            blocks.grid(drawn(item), item.page)
    _emit(blocks, paragraph)
    return blocks


def _emit(blocks: Blocks, lines: Sequence[Line]) -> None:
    if lines:
        text = lines[0].text
        for line in lines[1:]:
            text += (joint(text, line.text, full=False) or "").replace("\n", " ") + line.text
        blocks.paragraph(text, lines[0].page, row="\t" in text)


# ---------------------------------------------------------------- page furniture

def _without_furniture(pages: Sequence[Page]) -> Iterator[Item]:
    repeated = _repeated(pages)
    for page in pages:
        edges = {id(item) for item in (page.items[:1] + page.items[-1:])}
        for item in page.items:
            mark = isinstance(item, Line) and id(item) in edges and _PAGE_MARK.fullmatch(item.text)
            again = isinstance(item, Line) and _in_margin(item, page) and _shape(item) in repeated
            first = again and page is pages[0] and isinstance(item, Line) and item.top < page.height / 2
            if not mark and (not again or first):
                yield item


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """Headers and footers: the same line but for its digits in the margin of most pages."""
    shapes = Counter(
        shape for page in pages
        for shape in {_shape(item) for item in page.items if isinstance(item, Line) and _in_margin(item, page)}
    )
    return frozenset(shape for shape, count in shapes.items() if count >= 2 and count * 2 > len(pages))


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


# ---------------------------------------------------------------- together over lines and pages

def _tables_joined(items: Iterable[Item]) -> Iterator[Item]:
    held: RuledTable | None = None
    for item in items:
        if held is not None and isinstance(item, RuledTable) and item.page == held.last_page + 1 and continues(held, item):
            held = joined(held, item)
            continue
        if held is not None:
            yield held
        held = item if isinstance(item, RuledTable) else None
        if isinstance(item, Line):
            yield item
    if held is not None:
        yield held


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Left and right side of the running text: where many lines begin, and the furthest that several lines reach."""
    if not lines:
        return 0.0, 0.0
    left = min(x for x, count in Counter(round(line.x0) for line in lines).items() if count * 20 >= len(lines))
    right = sorted(line.x1 for line in lines)[-max(1, len(lines) // 10)]
    return float(left), right


def _goes_on(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether `line` is the next line of the paragraph that `before` belongs to."""
    height = max(before.height, line.height)
    if "\t" in before.text or "\t" in line.text or abs(before.height - line.height) > 0.2 * height:
        return False
    if line.page == before.page and line.top - before.bottom > _APART * height:
        return False
    if line.x0 > left + _INDENT * height or before.x1 < right - _SHORT * height:
        return False
    return not (list_number(line.text)[0] and before.text.endswith(_SENTENCE_END))
