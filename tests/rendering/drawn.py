"""Writers of tables drawn with characters: borders, rules, and the light markups that have tables of their own."""

from collections.abc import Callable, Iterable
from html import escape
from random import Random

from tests.rendering.sheets import Block, Box, Sheet
from tests.rendering.text import by_table, wrapped

Width = Callable[[str], int]
_ASCII, _SINGLE, _DOUBLE = "-|+", "─│┼", "═║╬"
_WIDEST = 12  # characters of a line in a cell


def wide(text: str) -> int:
    """As a terminal draws it: Chinese characters and marks take two columns."""
    return sum(2 if character > "\u2010" and not "\u2500" <= character <= "\u257f" else 1 for character in text)


def grid(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: drawn(sheet.boxes, _ASCII, wide, _WIDEST))


def boxes(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: drawn(sheet.boxes, rng.choice((_SINGLE, _DOUBLE)), wide, _WIDEST))


def boxes_plain(blocks: list[Block], rng: Random) -> bytes:
    """Every character one column wide, as programs draw that know no Chinese."""
    return by_table(blocks, lambda sheet: drawn(sheet.boxes, _SINGLE, len, _WIDEST))


def dense(blocks: list[Block], rng: Random) -> bytes:
    """A row a line, no rules between rows of figures."""
    return by_table(blocks, lambda sheet: drawn(_single(sheet), _ASCII, wide, 99, _ruled_rows(sheet)))


def preformatted(blocks: list[Block], rng: Random) -> bytes:
    """Boxes on a web page, spaces and line ends kept."""
    return f"<html><body><pre>{escape(boxes(blocks, rng).decode())}</pre></body></html>".encode()


def uneven(blocks: list[Block], rng: Random) -> bytes:
    """A row a line, pushed out of line by an editor."""
    text = by_table(blocks, lambda sheet: drawn(_single(sheet), _SINGLE, wide, 99)).decode()
    return "\n".join(line.replace(" │", "  │", 1) if line[:1] == "│" and rng.random() < 0.3 else line for line in text.split("\n")).encode()


def _single(sheet: Sheet) -> list[Box]:
    return [Box(text, r, c) for r, row in enumerate(sheet.grid()) for c, text in enumerate(row)]


def _ruled_rows(sheet: Sheet) -> set[int]:
    """Rows with a rule above them: those without figures, the first below them, the end."""
    figures = {box.row for box in sheet.boxes if box.figure}
    return {row for row in range(sheet.rows + 1) if not {row - 1, row} <= figures}


def drawn(cells: Iterable[Box], marks: str, width: Width, most: int, ruled: set[int] | None = None) -> str:
    every = list(cells)
    lines = {box: wrapped(box.text, most * max(box.columns, 1)) for box in every}
    across = _edges([(b.column, b.columns, max(map(width, lines[b]), default=0) + 2) for b in every])
    down = _edges([(b.row, b.rows, len(lines[b])) for b in every])
    picture = [[" "] * (across[-1] + 1) for _ in range(down[-1] + 1)]
    for box in every:
        top, bottom, left, right = down[box.row], down[box.row + box.rows], across[box.column], across[box.column + box.columns]
        levels = [y for y, row in ((top, box.row), (bottom, box.row + box.rows)) if ruled is None or row in ruled]
        _border(picture, (top, bottom, left, right), levels, marks)
        for n, line in enumerate(lines[box]):
            _write(picture[top + 1 + n], left + 2, line, width)
    rows = ["".join(row).rstrip() for row in picture]
    return "\n".join(row for n, row in enumerate(rows) if ruled is None or n not in down or down.index(n) in ruled)


def _edges(needs: list[tuple[int, int, int]]) -> list[int]:
    """Positions of the borders, so that (start, span, size) all find room; narrow spans first."""
    sizes = [1] * max(start + span for start, span, _ in needs)
    for start, span, size in sorted(needs, key=lambda need: need[1]):
        room = sum(sizes[start : start + span]) + span - 1
        sizes[start] += max(size - room, 0)
    found = [0]
    for size in sizes:
        found.append(found[-1] + size + 1)
    return found


def _border(picture: list[list[str]], edges: tuple[int, int, int, int], levels: list[int], marks: str) -> None:
    flat, tall, corner = marks
    top, bottom, left, right = edges
    for y in levels:
        for x in range(left, right + 1):
            picture[y][x] = corner if x in (left, right) or picture[y][x] in (tall, corner) else flat
    for x in (left, right):
        for y in range(top + 1, bottom):
            picture[y][x] = corner if picture[y][x] in (flat, corner) else tall


def _write(row: list[str], at: int, text: str, width: Width) -> None:
    for character in text:
        row[at : at + width(character)] = [character] + [""] * (width(character) - 1)
        at += width(character)


# ---------------------------------------------------------------- columns under rules


def rest(blocks: list[Block], rng: Random) -> bytes:
    """reST: rules of = above and below the header and at the end."""
    return by_table(blocks, lambda sheet: "\n\n".join(_ruled(head, rows, "=") for head, rows in _simple(sheet)))


def pandoc(blocks: list[Block], rng: Random) -> bytes:
    """pandoc: one rule of - below the header, a blank line at the end."""
    return by_table(blocks, lambda sheet: "\n\n".join(_ruled(head, rows, "-") for head, rows in _simple(sheet)))


def multiline(blocks: list[Block], rng: Random) -> bytes:
    """pandoc: rules as wide as the table, long cells over several lines, a blank line between rows."""

    def table(head: list[str], rows: list[list[str]]) -> str:
        widths = [min(24, max(2, *(wide(row[c]) for row in (head, *rows)))) for c in range(len(head))]
        rule = "  ".join("-" * width for width in widths)
        body = "\n\n".join(_over_lines(row, widths) for row in rows)
        return "\n".join(["-" * len(rule), _over_lines(head, widths), rule, body, "-" * len(rule)])

    return by_table(blocks, lambda sheet: "\n\n".join(table(head, rows) for head, rows in _simple(sheet)))


def _over_lines(row: list[str], widths: list[int]) -> str:
    cells = [wrapped(text, 12) for text in row]
    lines = [[cell[n] if n < len(cell) else "" for cell in cells] for n in range(max(map(len, cells)))]
    return "\n".join("  ".join(text + " " * (width - wide(text)) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def _simple(sheet: Sheet) -> list[tuple[list[str], list[list[str]]]]:
    """Header rows and rows of figures with every cell in one line; section II falls into its tables."""
    found: list[tuple[list[str], list[list[str]]]] = []
    figures = {box.row for box in sheet.boxes if box.figure}
    for n, row in enumerate(sheet.grid()):
        if n not in figures:
            head = [above or text for above, text in zip(found[-1][0], row, strict=True)] if found and not found[-1][1] and sheet.id != "s2" else row
            found = [*(found[:-1] if found and not found[-1][1] else found), (head, [])]
        else:
            found[-1][1].append(row)
    return found


def _ruled(head: list[str], rows: list[list[str]], mark: str) -> str:
    widths = [max(2, *(wide(row[c]) for row in (head, *rows))) for c in range(len(head))]
    rule = "  ".join(mark * width for width in widths)
    lines = ["  ".join(text + " " * (width - wide(text)) for text, width in zip(row, widths, strict=True)).rstrip() for row in (head, *rows)]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule] if mark == "=" else [lines[0], rule, *lines[1:]])


# ---------------------------------------------------------------- markups


def list_table(blocks: list[Block], rng: Random) -> bytes:
    def table(sheet: Sheet) -> str:
        rows = ["\n".join(f"   {'*' if not n else ' '} - {text}".rstrip() for n, text in enumerate(row)) for row in sheet.grid()]
        return ".. list-table::\n   :header-rows: 1\n\n" + "\n".join(rows)

    return by_table(blocks, table)


def wiki(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: _wiki(sheet, "\n| ", rng))


def wiki_inline(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: _wiki(sheet, " || ", rng))


def _wiki(sheet: Sheet, between: str, rng: Random) -> str:
    def cell(box: Box) -> str:
        spans = [f'{name}="{count}"' for name, count in (("colspan", box.columns), ("rowspan", box.rows)) if count > 1]
        return " ".join([*spans, "| "]) + box.text if spans else box.text

    rows = ["| " + between.join(map(cell, line)) for line in sheet.lines() if line]
    return '{| class="wikitable"\n' + rng.choice(("|-\n", "")) + "\n|-\n".join(rows) + "\n|}"


def asciidoc(blocks: list[Block], rng: Random) -> bytes:
    return by_table(blocks, lambda sheet: _asciidoc(sheet, " "))


def asciidoc_lines(blocks: list[Block], rng: Random) -> bytes:
    """A cell a line."""
    return by_table(blocks, lambda sheet: _asciidoc(sheet, "\n"))


def _asciidoc(sheet: Sheet, between: str) -> str:
    def cell(box: Box) -> str:
        width, height = str(box.columns) if box.columns > 1 else "", f".{box.rows}" if box.rows > 1 else ""
        return f"{width}{height}{'+' if width or height else ''}|{box.text}"

    rows = [between.join(map(cell, line)) for line in sheet.lines() if line]
    return f'[cols="{sheet.columns}*"]\n|===\n' + "\n".join(rows) + "\n|==="


def latex(blocks: list[Block], rng: Random) -> bytes:
    def cell(box: Box | None) -> str:
        text = f"\\multirow{{{box.rows}}}{{*}}{{{box.text}}}" if box and box.rows > 1 else box.text if box else ""
        return f"\\multicolumn{{{box.columns}}}{{c|}}{{{text}}}" if box and box.columns > 1 else text

    def row(sheet: Sheet, n: int) -> str:
        """Below a merged cell stand empty ones, as many as it has columns."""
        over = {b.column: b.columns for b in sheet.boxes if b.row < n < b.row + b.rows}
        boxes = {b.column: cell(b) for b in sheet.boxes if b.row == n}
        empty = {column + extra: "" for column, width in over.items() for extra in range(width)}
        return " & ".join(text for _, text in sorted((boxes | empty).items()))

    def table(sheet: Sheet) -> str:
        rows = " \\\\ \\hline\n".join(row(sheet, n) for n in range(sheet.rows))
        return f"\\begin{{tabular}}{{|{'c|' * sheet.columns}}}\n\\hline\n{rows} \\\\ \\hline\n\\end{{tabular}}"

    return by_table(blocks, table)
