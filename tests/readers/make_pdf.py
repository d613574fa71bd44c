"""Small PDFs for the tests: text at a place, rules where wanted. Points from the top left corner of an A4 page."""

import io
from collections.abc import Callable, Sequence

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

_FONT = "STSong-Light"
_WIDTH, _HEIGHT = A4
rl_config.useA85 = 0  # streams as other writers have them
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))


class Sheet:
    """One page being drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        canvas.setFont(_FONT, 10)

    def text(self, x: float, y: float, text: str) -> None:
        self.canvas.drawString(x, _HEIGHT - y, text)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.rect(x0, _HEIGHT - y1, x1 - x0, y1 - y0)

    def table(self, x: Sequence[float], y: Sequence[float], cells: Sequence[tuple[int, int, int, int, str]]) -> None:
        """Cells as (row, column, row span, column span, text; "\\n" for further lines)."""
        for row, column, height, width, text in cells:
            self.box(x[column], y[row], x[column + width], y[row + height])
            for n, line in enumerate(text.split("\n")):
                self.text(x[column] + 3, y[row] + 12 + 11 * n, line)


def pdf(*pages: Callable[[Sheet], None], encrypt: str | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=encrypt, invariant=1)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def rows(*texts: str) -> list[tuple[int, int, int, int, str]]:
    """Plain rows, cells apart by "|"."""
    return [(r, c, 1, 1, text) for r, row in enumerate(texts) for c, text in enumerate(row.split("|"))]
