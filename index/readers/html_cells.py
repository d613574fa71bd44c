"""The cells of a table of a web page; a table inside a cell as wide as the table gives the rows below that cell."""

from collections.abc import Sequence

from index.readers.content import Drawn
from index.readers.html_flow import RawCell, RawTable
from index.readers.html_table import form


def texts_of(table: RawTable) -> list[list[str]]:
    return [[cell_text(cell) for cell in row] for row in table.rows]


def drawn(table: RawTable, texts: Sequence[Sequence[str]], nested: bool = True) -> tuple[list[Drawn], list[RawTable]]:
    """Cells with their positions, and the tables inside that are no part of it; not `nested`: none are inside."""
    cells = in_grid(table, texts) or form([[(text, c.row_span, c.column_span) for text, c in zip(*row, strict=True)] for row in zip(texts, table.rows, strict=True)])
    if not nested:
        return cells, []
    found: list[Drawn] = []
    left: list[RawTable] = []
    width, below = width_of(cells), 0
    for row, raw in zip(by_row(cells, len(table.rows)), table.rows, strict=True):
        inside = [one for cell in raw for one in tables_in(cell)]
        parts = rows_below(row, raw, inside, width)
        for part in ([cell._replace(row=0) for cell in row], *parts):
            found += [cell._replace(row=cell.row + below) for cell in part]
            below += max((cell.row for cell in part), default=0) + 1
        left += [] if parts else inside
    return found, left


def in_grid(table: RawTable, texts: Sequence[Sequence[str]]) -> list[Drawn]:
    """The items of a grid; [] of another table."""
    items = [(cell.area, text) for row in zip(table.rows, texts, strict=True) for cell, text in zip(*row, strict=True) if cell.area]
    return sorted(Drawn(area.row, area.column, text, area.height, area.width) for area, text in items)


def width_of(cells: Sequence[Drawn]) -> int:
    return max((cell.column + cell.column_span for cell in cells), default=0)


def by_row(cells: Sequence[Drawn], count: int) -> list[list[Drawn]]:
    rows: list[list[Drawn]] = [[] for _ in range(count)]
    for cell in cells:
        rows[cell.row].append(cell)
    return rows


def rows_below(row: Sequence[Drawn], raw: Sequence[RawCell], inside: Sequence[RawTable], width: int) -> list[list[Drawn]]:
    """The cells of every table inside the only cell of a row, [] unless all are as wide as the table around."""
    if not inside or len(row) != 1 or row[0].column_span != width or row[0].row_span > 1 or width < 2 or text_behind(raw[0]):
        return []
    parts = [drawn(one, texts_of(one)) for one in inside if not one.caption]
    fit = len(parts) == len(inside) and all(width_of(cells) == width and not left for cells, left in parts)
    return [cells for cells, _ in parts] if fit else []


def text_behind(cell: RawCell) -> bool:
    first = next(n for n, item in enumerate(cell.flow) if isinstance(item, RawTable))
    return any(isinstance(item, str) and item.strip() for item in cell.flow[first:])


def tables_in(cell: RawCell) -> list[RawTable]:
    return [item for item in cell.flow if isinstance(item, RawTable) and not is_single(item)]


def is_single(table: RawTable) -> bool:
    """A frame around one text: the text belongs to the cell around it."""
    cells = list(table.cells())
    return len(cells) == 1 and all(is_single(item) for item in cells[0].flow if isinstance(item, RawTable))


def inner_text(table: RawTable) -> str:
    """Of a frame around one text; '' of a table."""
    return "".join(map(cell_text, table.cells())) if is_single(table) else ""


def cell_text(cell: RawCell) -> str:
    flow = cell.flow
    if len(flow) == 1 and isinstance(only := flow[0], str) and "\n" not in only:
        return only.strip(" ") if only.strip() else ""
    text = "".join([item if isinstance(item, str) else inner_text(item) if isinstance(item, RawTable) else "\n" for item in flow]).strip("\n")
    if "\n" not in text:
        return text.strip(" ") if text.strip() else ""
    return "\n".join(line.strip(" ") for line in text.split("\n") if line.strip())
