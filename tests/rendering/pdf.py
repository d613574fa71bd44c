"""Writer of PDF files: the report on one endless strip that is then cut into pages, between rows or through them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.rendering.sheets import Block, Box, Sheet

FONT, SIZE, LEADING, PAD = "STSong-Light", 9, 12.0, 3.0
WIDTH, HEIGHT = A4
MARGIN = 60.0
ROOM = WIDTH - 2 * MARGIN
SHARES = {"s2": (3, 2, 2, 2), "s3": (0.55, 1.4, 4.6, 1, 1, 1, 1, 1, 1, 1), "s4": (1,) * 15, "t08": (4, 1, 2, 2)}
FEWER = {("s3", 8): (4, 1, 1, 1, 1, 1, 1, 1), ("s4", 6): (3, 1, 1, 1, 1, 1)}  # the same with one column of labels


@dataclass
class Strip:
    """Everything to draw, y counted downwards from the top of the strip."""

    texts: list[tuple[float, float, str]] = field(default_factory=list)  # x, y of the line's top, text
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)  # x0, y0, x1, y1
    cuts: list[float] = field(default_factory=list)  # where a page may end
    inner: list[float] = field(default_factory=list)  # where it likes to end: between the lines of one cell
    turned: list[tuple[float, float, str]] = field(default_factory=list)  # x, y of the line's end at the foot of the text, text read upwards
    tables: list[tuple[float, float, tuple[float, ...]]] = field(default_factory=list)  # top, bottom, x of its outer edges
    heads: list[tuple[float, float, float]] = field(default_factory=list)  # top of a table, of its first row below the header, its bottom
    y: float = 0.0


def lines_of(text: str, width: float) -> list[str]:
    """`text` broken wherever the next character would leave `width`."""
    found = [""]
    for character in text:
        if found[-1] and pdfmetrics.stringWidth(found[-1] + character, FONT, SIZE) > width:
            found.append("")
        found[-1] += character
    return found


def _paragraph(strip: Strip, text: str) -> None:
    for line in lines_of(text, ROOM):
        strip.texts.append((MARGIN, strip.y, line))
        strip.y += LEADING * 1.5
        strip.cuts.append(strip.y)


def _table(strip: Strip, sheet: Sheet, ruled: bool, through: bool, turned: bool, level: bool) -> None:
    shares = (FEWER if level else {}).get((sheet.id, sheet.columns), SHARES[sheet.id])
    edges = [MARGIN + ROOM * sum(shares[:n]) / sum(shares) for n in range(len(shares) + 1)]
    tops = _tops(strip.y, sheet, edges)
    if turned and sheet.id in ("s3", "s4"):
        high = 6 * SIZE + 2 * PAD - (tops[sheet.head] - tops[sheet.head - 1])
        tops = [top + high * (n >= sheet.head) for n, top in enumerate(tops)]
    for box in sheet.boxes:
        _box(strip, box, edges, tops, ruled, turned and sheet.id in ("s3", "s4") and box.row + box.rows == sheet.head and box.columns == 1)
    if level:
        strip.rules += [(edges[0], y, edges[-1], y) for n, y in enumerate(tops) if n == 0 or n >= sheet.head]
        strip.heads.append((tops[0], tops[sheet.head], tops[-1]))
    strip.tables.append((tops[0], tops[-1], (edges[0], edges[-1])) if ruled or level else (tops[0], tops[0], ()))
    strip.cuts += tops[sheet.head + 1 if level else 1 :]
    if through:
        strip.inner += _between_lines(sheet, edges, tops)
    strip.y = tops[-1] + LEADING


def _between_lines(sheet: Sheet, edges: list[float], tops: list[float]) -> Iterator[float]:
    """The y between two lines of a label that fills its row."""
    for box in sheet.boxes:
        lines = len(_box_lines(box, edges))
        if box.rows == 1 and lines > 1 and tops[box.row + 1] - tops[box.row] < (lines + 1) * LEADING + 2 * PAD:
            yield from (tops[box.row] + PAD + n * LEADING for n in range(1, lines))


def _tops(top: float, sheet: Sheet, edges: list[float]) -> list[float]:
    """The y of every row's top and of the table's end; a row is as high as its highest cell that stands in it alone."""
    heights = [LEADING + 2 * PAD] * sheet.rows
    for box in sheet.boxes:
        if box.rows == 1:
            heights[box.row] = max(heights[box.row], len(_box_lines(box, edges)) * LEADING + 2 * PAD)
    return [top + sum(heights[:n]) for n in range(sheet.rows + 1)]


def _box_lines(box: Box, edges: list[float]) -> list[str]:
    return lines_of(box.text, edges[box.column + box.columns] - edges[box.column] - 2 * PAD)


def _box(strip: Strip, box: Box, edges: list[float], tops: list[float], ruled: bool, turned: bool) -> None:
    x0, x1, y0, y1 = edges[box.column], edges[box.column + box.columns], tops[box.row], tops[box.row + box.rows]
    if turned:
        strip.turned.append(((x0 + x1 + SIZE) / 2, y1 - PAD, box.text))
    lines = _box_lines(box, edges) if not turned else []
    y = y0 + max(PAD, (y1 - y0 - len(lines) * LEADING) / 2)
    for line in lines:
        strip.texts.append((x0 + PAD, y, line))
        y += LEADING
    if ruled:
        strip.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]


def _pages(strip: Strip) -> Iterator[tuple[float, float]]:
    """(top, bottom) of the windows of the strip that stand on one page each."""
    top = 0.0
    while top < strip.y:
        room = HEIGHT - 2 * MARGIN - sum(end - start for start, end in _again(strip, top))
        liked = [c for c in strip.inner if top + room / 2 < c <= top + room]
        allowed = liked or [c for c in strip.cuts if top < c <= top + room] or [top + room]
        bottom = max(allowed) if strip.y - top > room else strip.y
        yield top, bottom
        top = bottom


def _again(strip: Strip, top: float) -> list[tuple[float, float]]:
    """(top, bottom) of the header that stands once more at the top of a page within its table."""
    return [(start, end) for start, end, last in strip.heads if end < top < last]


def _draw(canvas: Canvas, strip: Strip, top: float, bottom: float) -> None:
    canvas.setFont(FONT, SIZE)
    for x, y, text in strip.texts:
        if top < y + SIZE <= bottom:  # a line that the cut would halve moves to the next page
            canvas.drawString(x, HEIGHT - MARGIN - max(0.0, y - top) - SIZE, text)
    for x, y, text in strip.turned:
        if top < y <= bottom:
            canvas.saveState()
            canvas.translate(x, HEIGHT - MARGIN - (y - top))
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
    for x0, y0, x1, y1 in {*strip.rules, *_edges(strip, top, bottom)}:
        if y1 >= top and y0 <= bottom and not (y0 == y1 and y0 in (top, bottom) and not _inside(strip, y0)):
            a, b = max(y0, top), min(y1, bottom)
            if b > a or y0 == y1:
                canvas.line(x0, HEIGHT - MARGIN - (a - top), x1, HEIGHT - MARGIN - (b - top))


def _inside(strip: Strip, y: float) -> bool:
    return any(first <= y <= last for first, last, xs in strip.tables if xs)


def _edges(strip: Strip, top: float, bottom: float) -> Iterator[tuple[float, float, float, float]]:
    """A table cut by the page gets a rule along the cut on both sides."""
    for first, last, xs in strip.tables:
        yield from ((xs[0], y, xs[1], y) for y in (top, bottom) if xs and first < y < last)


def strip_of(
    blocks: list[Block], rng: Random, ruled: bool = False, through: bool = False, turned: bool = False, level: bool = False
) -> Strip:
    """The whole report on its strip."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    strip = Strip(y=rng.randint(0, 20) * LEADING)
    for block in blocks:
        if isinstance(block, str):
            _paragraph(strip, block)
        else:
            _table(strip, block, ruled, through, turned, level)
    return strip


def _sideways(canvas: Canvas, quarters: int) -> None:
    """Everything drawn from here on is turned by quarters, the page with it but for its own mark of it."""
    if quarters % 2:
        canvas.setPageSize((HEIGHT, WIDTH))
    canvas.translate(*((0, 0), (HEIGHT, 0), (WIDTH, HEIGHT), (0, WIDTH))[quarters])
    canvas.rotate(90 * quarters)


def _watermark(canvas: Canvas) -> None:
    """The name of the office across the page, pale and large, aslant and level."""
    canvas.saveState()
    canvas.setFillGray(0.85)
    canvas.setFont(FONT, 60)
    canvas.drawString(MARGIN, HEIGHT / 3, "政府信息公开")
    canvas.rotate(45)
    canvas.drawString(HEIGHT / 4, 0, "某某市人民政府公报2024")
    canvas.restoreState()


def pdf(
    blocks: list[Block], rng: Random, ruled: bool, through: bool, turned: bool = False, quarters: int = 0, watermark: bool = False,
    level: bool = False,
) -> bytes:  # fmt: skip
    """`ruled`: cells have borders; `through`: a page may end inside a row; `turned`: headers are read upwards.

    `level`: rules between rows alone, and a header that stands again on every page of its table.
    """
    strip, data = strip_of(blocks, rng, ruled, through, turned, level), BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1)
    for number, (top, bottom) in enumerate(_pages(strip), 1):
        _sideways(canvas, quarters)
        if watermark:
            _watermark(canvas)
        canvas.saveState()
        for start, end in _again(strip, top):
            _draw(canvas, strip, start, end)
            canvas.translate(0, start - end)
        _draw(canvas, strip, top, bottom)
        canvas.restoreState()
        canvas.drawCentredString(WIDTH / 2, MARGIN / 2, f"— {number} —")
        canvas.showPage()
    canvas.save()
    return data.getvalue()


ruled = partial(pdf, ruled=True, through=False)
ruled_through = partial(pdf, ruled=True, through=True)
unruled = partial(pdf, ruled=False, through=False)
level_rules = partial(pdf, ruled=False, through=False, level=True)
turned_headers = partial(pdf, ruled=True, through=False, turned=True)
sideways = partial(pdf, ruled=True, through=False, quarters=1)
sideways_down = partial(pdf, ruled=True, through=False, quarters=3)
upside_down = partial(pdf, ruled=True, through=False, quarters=2)
watermarked = partial(pdf, ruled=True, through=False, watermark=True)
