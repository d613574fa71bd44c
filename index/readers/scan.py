"""Pictures of pages: recognised characters put into the ruled cells. Needs the ocr extra (rapidocr, opencv)."""

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from statistics import median
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from index.errors import FileTooLarge, UnreadableFile
from index.readers.content import Content
from index.readers.guard import parsing
from index.readers.pdf_flow import Item, Page, to_blocks
from index.readers.pdf_lines import Char, lines_of
from index.readers.pdf_tables import RuledTable, ruled_table
from index.readers.scan_grid import PixelBox, cv2, numpy, rows_of_writing, ruled, straightened, writing_in

_rapidocr: Any = import_module("rapidocr")

_LONG_SIDE = 2000  # pixels: A4 at 170 dots per inch; recognition takes no more
_SEARCH_SIDE = 1200  # pixels: enough to find lines in; at 2000 the network needs 0.9 GB instead of 0.5
_MAX_PIXELS = 80_000_000
_MOST_ENLARGED = 3.0
_SMALLEST = 100  # pixels after that; a line of text with its table is higher
_MAX_PAGES = 40
_PAGE_WIDTH = 595.0  # points; the layout rules are measured on A4
_SURE = 0.7  # recognition score under which a figure is not believed
_DOUBT = "？"
_STROKES = ("一", "—", "-", "－", "_", "l", "I", "|", "丨")  # one stroke: a dash, a figure 1 or a rest of a rule
_LOOKALIKES = str.maketrans("OoQD〇Il|", "00000111")


def read_picture(data: bytes, file: str) -> Content:
    """PNG or JPEG of one page. Raises UnreadableFile when it is damaged or shows no text."""
    with parsing(file, "图片", "请重新拍摄或扫描后再试"):
        picture = Image.open(io.BytesIO(data))
        if picture.width * picture.height > _MAX_PIXELS:
            raise FileTooLarge(file, "图片过大", "请缩小到 A4 纸 200–300 dpi 后再试")
        gray = _sized(ImageOps.exif_transpose(picture))
        if min(gray.shape) < _SMALLEST:
            raise UnreadableFile(file, "图片太小", "请提供更清晰的图片")
    return content_of([recognised(gray, 1)], "image", file)


def recognised_pages(data: bytes, numbers: Sequence[int], file: str) -> list[Page]:
    """The given pages (1-based) of a PDF, drawn and recognised one after the other."""
    if len(numbers) > _MAX_PAGES:
        raise FileTooLarge(file, f"扫描页超过 {_MAX_PAGES} 页", "请只提供年度报告本身")
    return [recognised(gray, number) for number, gray in _drawn(data, numbers, file)]


def content_of(pages: Sequence[Page], media: str, file: str) -> Content:
    blocks = to_blocks(pages).items
    if not blocks:
        raise UnreadableFile(file, "图片里没有识别出文字", "请提供更清晰的扫描件或原文")
    return Content(media, tuple(blocks), ocr=True)


def recognised(gray: Any, number: int) -> Page:
    """One page: its tables with the words in their cells, all other words as lines."""
    gray, chars = _upright(straightened(gray))
    scale = _PAGE_WIDTH / gray.shape[1]
    drawing = ruled(gray)
    items: list[Item] = []
    for cells in drawing.tables:
        table, chars = _table(cells, chars, gray, drawing.ink, scale, number)
        items += [table] if table else []
    outside = [_scaled(char, scale) for char in _even(chars)]
    items += lines_of(outside, number)
    return Page(number, gray.shape[0] * scale, tuple(sorted(items, key=lambda item: (item.top, item.x0))))


# ---------------------------------------------------------------- the picture

def _drawn(data: bytes, numbers: Sequence[int], file: str) -> Iterator[tuple[int, Any]]:
    with parsing(file, "PDF 文件", "请重新扫描后再试"):
        pdf = pypdfium2.PdfDocument(data)
    try:
        for number in numbers:
            with parsing(file, "PDF 文件", "请重新扫描后再试"):
                page = pdf[number - 1]
                gray = _sized(page.render(scale=_LONG_SIDE / max(*page.get_size(), 1.0)).to_pil())
            yield number, gray
    finally:
        pdf.close()


def _sized(picture: Any) -> Any:
    gray = numpy.asarray(picture.convert("L"))
    factor = min(_LONG_SIDE / max(gray.shape), _MOST_ENLARGED)
    return cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)


def _upright(gray: Any) -> tuple[Any, list[Char]]:
    """Turned by a quarter when most lines run downwards, by half when the words make little sense."""
    chars, sense = _words(gray)
    tall, wide = (sum(ratio(char) > 2 for char in chars) for ratio in (_steepness, lambda char: 1 / _steepness(char)))
    if tall > wide:
        gray = cv2.rotate(gray, cv2.ROTATE_90_CLOCKWISE)
        chars, sense = _words(gray)
    if chars and sense < 0.8:
        turned = cv2.rotate(gray, cv2.ROTATE_180)
        other, other_sense = _words(turned)
        if other_sense > sense:
            return turned, other
    return gray, chars


# ---------------------------------------------------------------- recognition

@cache
def _engine() -> Any:
    return _rapidocr.RapidOCR(params={
        "Global.log_level": "critical", "Global.use_cls": False, "Global.max_side_len": _LONG_SIDE,
        "Det.limit_type": "max", "Det.limit_side_len": _SEARCH_SIDE,
        "Rec.rec_img_shape": [3, 48, 96],  # a lone digit is not padded to the width of a line: half the time
        "EngineConfig.onnxruntime.intra_op_num_threads": 2,
    })


def _words(gray: Any) -> tuple[list[Char], float]:
    """Lines of words in pixels, and how sure the longer ones are (0 … 1): digits look well upside down too."""
    found = _engine()(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=True)
    if found.boxes is None:
        return [], 0.0
    chars = [
        Char(_believed(text, score), float(box[:, 0].min()), float(box[:, 0].max()), float(box[:, 1].min()), float(box[:, 1].max()))
        for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True) if text.strip()
    ]
    scores = [score for text, score in zip(found.txts, found.scores, strict=True) if len(text) >= 4]
    return chars, sum(scores) / max(len(scores), 1)


def _word_in(gray: Any, box: PixelBox) -> str:
    x0, top, x1, bottom = box
    near = gray[max(top - 3, 0):bottom + 3, max(x0 - 4, 0):x1 + 4]  # thin strokes at the edge
    crop = cv2.copyMakeBorder(near, 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=255)
    found = _engine()(cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR), use_det=False, use_cls=False, use_rec=True)
    return _believed(found.txts[0], found.scores[0]) if found.txts and found.txts[0] else _DOUBT


def _believed(text: str, score: float) -> str:
    """A figure read with doubt keeps a mark, so that nobody takes it for read."""
    text = text.strip()
    if text in _STROKES:
        return text + _DOUBT
    figure = text.translate(_LOOKALIKES)
    if not figure or not all(character in "0123456789.,，+-－ " for character in figure):
        return text
    return figure if score >= _SURE else figure + _DOUBT


# ---------------------------------------------------------------- words into cells

def _table(
    cells: Sequence[PixelBox], chars: list[Char], gray: Any, ink: Any, scale: float, number: int
) -> tuple[RuledTable | None, list[Char]]:
    """The table, and the words that are not in it."""
    left, top, right, bottom = (f(cell[n] for cell in cells) for n, f in enumerate((min, min, max, max)))
    inside = [char for char in chars if left <= (char.x0 + char.x1) / 2 <= right and top <= char.middle <= bottom]
    words = list(_cell_words(cells, inside, gray, ink))
    boxes = [(x0 * scale, y0 * scale, x1 * scale, y1 * scale) for x0, y0, x1, y1 in cells]
    table = ruled_table(boxes, [_scaled(word, scale) for word in words], number)
    if table is None:
        return None, chars
    kept = [char for char in inside if not table.top <= char.middle * scale <= table.bottom]
    return table, [char for char in chars if char not in inside] + kept


def _cell_words(cells: Sequence[PixelBox], chars: Iterable[Char], gray: Any, ink: Any) -> Iterator[Char]:
    """Words of whole cells. Where the search for lines saw nothing (a lone digit) or one line over several cells,
    the writing in the cell is recognised by itself."""
    held: dict[PixelBox, list[Char]] = {cell: [] for cell in cells}
    for char in chars:
        under = [cell for cell in cells if _overlap(cell, char) > 0.25]
        if len(under) == 1 and not _runs_downwards(char):
            held[under[0]].append(char)
    for cell, words in held.items():
        writing = None if words and not _is_tall(cell) else writing_in(ink, cell)
        if writing and (not words or _is_tall(writing)):
            words = [Char(_word_in(gray, row), *_place(row)) for row in _lines_in(ink, writing)]
        yield from words


def _lines_in(ink: Any, writing: PixelBox) -> list[PixelBox]:
    rows = [row for row in rows_of_writing(ink, writing) if row[3] - row[1] > 5]
    return rows or [writing]


def _overlap(cell: PixelBox, char: Char) -> float:
    """Share of the word that lies in the cell, or of the cell's width that the word covers, whichever is more."""
    across = min(cell[2], char.x1) - max(cell[0], char.x0)
    if not cell[1] <= char.middle <= cell[3] or across <= 0:
        return 0.0
    return max(across / max(char.x1 - char.x0, 1), across / max(cell[2] - cell[0], 1))


def _is_tall(cell: PixelBox) -> bool:
    """A group label written one character a line, of which the search for lines finds a part."""
    return cell[3] - cell[1] > 3 * (cell[2] - cell[0])


def _steepness(char: Char) -> float:
    return char.height / max(char.x1 - char.x0, 1.0)


def _runs_downwards(char: Char) -> bool:
    return len(char.text) > 1 and _steepness(char) > 1.5


def _place(box: PixelBox) -> tuple[float, float, float, float]:
    return float(box[0]), float(box[2]), float(box[1]), float(box[3])


def _even(chars: Sequence[Char]) -> list[Char]:
    """Recognised boxes vary in height with the letters in them: lines of one size are given one height."""
    if not chars:
        return []
    usual = median(char.height for char in chars)
    return [
        char._replace(top=char.middle - usual / 2, bottom=char.middle + usual / 2) if abs(char.height - usual) < 0.35 * usual else char
        for char in chars
    ]


def _scaled(char: Char, scale: float) -> Char:
    return Char(char.text, char.x0 * scale, char.x1 * scale, char.top * scale, char.bottom * scale)
