"""Pictures of tables. Figures and Latin words only: no Chinese font is needed to draw them."""

import io
from importlib.util import find_spec

import pytest
from PIL import Image, ImageDraw, ImageFont

from index import readers
from index.errors import MissingTool, UnreadableFile
from index.models import Document, Grid, Paragraph
from index.readers import read_document

needs_ocr = pytest.mark.skipif(find_spec("rapidocr") is None, reason="the ocr extra is not installed: make ocr")

X, Y = [120, 560, 700, 840, 980], [300, 360, 420, 480, 540]
ROWS = [["", "12", "0", "12"], ["granted", "7", "1", "8"], ["refused", "1036", "20", "1056"], ["pending", "", "0", "3"]]


def page() -> Image.Image:
    picture = Image.new("L", (1100, 1500), 255)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(32)
    draw.text((120, 150), "Annual report on government information", 0, font)
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            draw.rectangle((X[column], Y[row], X[column + 1], Y[row + 1]), outline=0, width=2)
            draw.text((X[column] + 12, Y[row] + 12), text, 0, font)
    draw.text((120, 700), "The figures above are those of the year two thousand and twenty", 0, font)
    return picture


def read(picture: Image.Image, form: str = "PNG") -> Document:
    stream = io.BytesIO()
    picture.save(stream, form)
    return read_document(stream.getvalue(), "扫描件")


def figures(document: Document) -> list[list[str]]:
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    return [[cell.text for cell in grid.cells if cell.row == row][1:] for row in range(grid.rows)]


@needs_ocr
@pytest.mark.parametrize("turn", [0, 1.5, 180, 90])
def test_figures_stand_in_their_cells_however_the_page_lies(turn: float) -> None:
    document = read(page().rotate(turn, expand=turn == 90, fillcolor=255, resample=Image.Resampling.BICUBIC), "JPEG")
    assert figures(document) == [row[1:] for row in ROWS]
    assert document.ocr
    assert document.media == "image"
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Paragraph"]


@needs_ocr
def test_a_pdf_of_pictures() -> None:
    stream = io.BytesIO()
    page().save(stream, "PDF", resolution=130)
    document = read_document(stream.getvalue(), "扫描件.pdf")
    assert (document.media, document.ocr) == ("pdf", True)
    assert figures(document) == [row[1:] for row in ROWS]


@needs_ocr
@pytest.mark.parametrize(("text", "score", "read_as"), [
    ("12", 0.99, "12"), ("12", 0.6, "12？"), ("1O", 0.9, "10"), ("一", 0.9, "一？"), ("总计", 0.6, "总计"), ("-50", 0.9, "-50"),
])
def test_a_doubtful_figure_is_marked(text: str, score: float, read_as: str) -> None:
    from index.readers.scan import _believed

    assert _believed(text, score) == read_as


@needs_ocr
@pytest.mark.parametrize("size", [(1, 1), (5, 4000), (30, 30)])
def test_a_picture_of_nothing_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(UnreadableFile):
        read(Image.new("L", size, 255))


def test_without_the_extra_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_scan", lambda: None)
    with pytest.raises(MissingTool, match="make ocr"):
        read(Image.new("L", (50, 50), 255))
    stream = io.BytesIO()
    page().save(stream, "PDF")
    with pytest.raises(MissingTool, match="make ocr"):
        read_document(stream.getvalue(), "扫描件.pdf")


def test_a_page_left_as_a_picture_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.lib.utils import ImageReader

    from tests.readers.make_pdf import Sheet, pdf

    def picture(sheet: Sheet) -> None:
        sheet.canvas.drawImage(ImageReader(page()), 0, 0, 595, 842)

    monkeypatch.setattr(readers, "_scan", lambda: None)
    document = read_document(pdf(lambda sheet: sheet.text(80, 100, "一、总体情况"), picture), "半扫描.pdf")
    assert document.metadata == (("未识别的页", "2"),)
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["一、总体情况"]
