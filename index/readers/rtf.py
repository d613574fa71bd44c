"""RTF, as Word, WPS and LibreOffice write it: paragraphs and tables, cells by their right edges, merged ones once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from index.errors import UnreadableFile
from index.readers.content import Blocks, Content
from index.readers.docx_table import Row, RowCell, merged
from index.readers.guard import parsing
from index.readers.metadata import metadata_of_table
from index.readers.rtf_text import Piece, pieces_of

_SNAP = 60  # twips (1/20 point): edges that are meant to be one
_MERGES = {"clvmgf": ("restart", ""), "clvmrg": ("continue", ""), "clmgf": ("", "restart"), "clmrg": ("", "continue")}  # vertical, horizontal


@dataclass(frozen=True, slots=True)
class Edge:
    """A cell as the row defines it."""

    right: int = 0
    vertical: str = ""  # as in RowCell
    horizontal: str = ""


@dataclass(slots=True)
class RtfRow:
    left: int
    edges: list[Edge]
    texts: list[str]


def read_rtf(data: bytes, file: str) -> Content:
    """Raises UnreadableFile."""
    with parsing(file, "RTF 文件", "请在 Word 中另存为 .docx 后再试"):
        reading = _Reading()
        reading.walk(pieces_of(data))
    if not reading.blocks.items:
        raise UnreadableFile(file, "RTF 文件里没有文字", "如果内容是图片，请提供原文或 PDF")
    return Content("rtf", tuple(reading.blocks.items), None, tuple(dict.fromkeys(reading.metadata)))


@dataclass(slots=True)
class _Reading:
    blocks: Blocks = field(default_factory=Blocks)
    metadata: list[tuple[str, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)  # of the open paragraph or cell
    cells: list[str] = field(default_factory=list)  # of the open row
    rows: list[RtfRow] = field(default_factory=list)  # of the open table
    left: int = 0
    edges: list[Edge] = field(default_factory=list)  # of the row, as defined last
    edge: Edge = field(default_factory=Edge)  # being defined
    inside: bool = False  # the open paragraph stands in a cell

    def walk(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if piece.text:
                self.text.append(piece.text)
            else:
                self.control(piece.word, piece.number or 0)
        self.paragraph()
        self.table()

    def control(self, word: str, number: int) -> None:
        if word in _MERGES:
            vertical, horizontal = _MERGES[word]
            self.edge = Edge(0, vertical or self.edge.vertical, horizontal or self.edge.horizontal)
        elif word == "cellx":
            self.edges.append(replace(self.edge, right=number))
            self.edge = Edge()
        elif word == "trowd":
            self.left, self.edges, self.edge = 0, [], Edge()
        elif word == "trleft":
            self.left = number
        elif word in ("pard", "intbl"):
            self.inside = word == "intbl"
        elif word in ("par", "sect", "page"):
            self.paragraph()
        elif word == "cell":
            self.cells.append(self.taken())
        elif word in ("nestcell", "nestrow"):
            self.text.append("\t" if word == "nestcell" else "\n")
        elif word == "row":
            self.rows.append(RtfRow(self.left, list(self.edges), self.cells))
            self.cells = []

    def taken(self) -> str:
        lines = "".join(self.text).split("\n")
        self.text.clear()
        return "\n".join(line for line in lines if line.strip())

    def paragraph(self) -> None:
        """In a cell a line of it; any other one ends the table above."""
        if self.inside or self.cells:
            self.text.append("\n")
            return
        self.table()
        self.blocks.lines(self.taken())

    def table(self) -> None:
        if not self.rows:
            return
        cells = merged(placed(self.rows))
        self.rows = []
        if pairs := metadata_of_table(cells):
            self.metadata.extend(pairs)
        else:
            self.blocks.sheet(cells)


# ---------------------------------------------------------------- columns


def placed(rows: Sequence[RtfRow]) -> list[Row]:
    """The rows with cells that span the columns of the whole table."""
    sides = sides_of(rows)
    return [row_of(row, sides) for row in rows]


def sides_of(rows: Sequence[RtfRow]) -> list[int]:
    """Left and right edges of all columns, those that nearly fall together once."""
    found: list[int] = []
    for side in sorted({*(row.left for row in rows), *(edge.right for row in rows for edge in row.edges)}):
        if not found or side - found[-1] > _SNAP:
            found.append(side)
    return found


def row_of(row: RtfRow, sides: Sequence[int]) -> Row:
    """Cells without an edge of their own have one column each behind the others."""
    before = start = nearest(row.left, sides)
    cells = []
    for n, text in enumerate(row.texts):
        edge = row.edges[n] if n < len(row.edges) else Edge()
        end = max(nearest(edge.right, sides) if n < len(row.edges) else 0, start + 1)
        cells.append(RowCell(text, end - start, edge.vertical, edge.horizontal))
        start = end
    return Row(before, tuple(cells))


def nearest(side: int, sides: Sequence[int]) -> int:
    return min(range(len(sides)), key=lambda n: abs(sides[n] - side))
