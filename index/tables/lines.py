"""Every block as lines of slots, whether the file draws a grid, sets tabs or pipes, or just runs on."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise
from operator import itemgetter
from typing import NamedTuple

from index.models import Document, Grid, GridCell, Paragraph, Place
from index.once import once
from index.sections import heading_of
from index.tables.figures import is_figure
from index.text import is_nothing, kept, list_number, normalise

_RULE = re.compile(r"[|\s:+-]*-[|\s:+-]*")
_COMMAS = re.compile(r'(?:"[^"]*"|[^,"]*)(?:,(?:"[^"]*"|[^,"。；]{0,40})){2,}')  # a line of a CSV file
_SEMICOLONS = re.compile(r'(?:"[^"]*"|[^;。]{0,60})(?:;(?:"[^"]*"|[^;。]{0,40})){2,60}')  # the same, as some spreadsheets save it
_THOUSANDS = re.compile(r"(?:[^,]*(?<![\d.])\d{1,3}(?:,\d{3}){1,3}(?![\d,]))+[^,]*")  # every comma stands inside a figure
_QUOTED = re.compile(r'"(?:[^"]|"")*"')  # a cell as spreadsheets write it that holds a comma or a line end
_DRAWN = ("pdf", "image")  # their tabs are gaps between words
_LOST, _NUMBERED, _LABEL = 4, 12, 60  # lines without tabs inside a table, the same with list numbers, characters of the longest label
_WIDE_BAR = re.compile("[｜￨︱¦]")
_CHAPTER = re.compile(r"0[1-9]")
_FIGURE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_ORDINALS = "零一二三四五六七八九"
_ACROSS = r"[-=_~—\s]{12,}"  # a rule as wide as the page
_PAGE_MARK = re.compile(
    rf"[-—–_]{{1,2}} ?\d{{1,3}} ?[-—–_]{{1,2}}|第 ?\d+ ?页.*|\d+ ?/ ?\d+ ?页?|\(?(?:续下页|转下页|接上页|续上页)\)?|{_ACROSS}"
)


_new = tuple.__new__  # a named tuple made so takes half the time


class Slot(NamedTuple):
    text: str  # normalised, '' for an empty cell
    printed: str
    place: Place
    column: int  # position in its line, spans counted


@dataclass(frozen=True)
class Line:
    slots: tuple[Slot, ...]
    kind: str  # what stands between its cells: grid | tabs | pipes; gaps where a blank one leaves no trace; else text
    block: int
    placed: bool = False  # its figures stand below the names of the columns they belong to, set in the order of the form

    @once
    def figures(self) -> list[bool]:
        """Which slots have a figure, or a mark that stands for none."""
        return [is_figure(slot.text) for slot in self.slots]

    @once
    def numbers(self) -> tuple[Slot, ...]:
        """These slots."""
        return tuple(compress(self.slots, self.figures))

    @once
    def words(self) -> tuple[Slot, ...]:
        """The others that are not blank."""
        return tuple([slot for slot, figure in zip(self.slots, self.figures, strict=True) if not figure and slot.text])

    def below_names(self) -> "Line":
        """The line, `placed`; what is known of its slots is kept."""
        line = object.__new__(Line)
        line.__dict__.update(self.__dict__, placed=True)
        return line

    def changed(self, change: Callable[[Slot], Slot]) -> "Line":
        """The line with every slot changed; itself where nothing was to be changed, as in most lines."""
        slots = tuple(map(change, self.slots))
        return self if slots == self.slots else replace(self, slots=slots)


def lines_of(document: Document) -> list[Line]:
    """Lines in reading order; page marks and the rules of markdown tables are left out."""
    found: list[Line] = []
    piped: list[Paragraph] = []
    for block in map(_with_bars, document.blocks):
        if isinstance(block, Paragraph) and "|" in block.text and "\n" not in block.text:
            piped.append(block)
            continue
        found += _pipe_lines(piped)
        piped = []
        found += _grid_lines(block) if isinstance(block, Grid) else _text_lines(block)
    found += _pipe_lines(piped)
    found = _without_chapters(_blanks_unsaid(found))
    if document.media in _DRAWN:
        return [replace(line, kind="gaps") if line.kind == "tabs" else line for line in found]
    return _tab_runs(found)


def texts_in(lines: Iterable[Line]) -> set[str]:
    """Every text of the lines once: what is seldom there is looked for among these."""
    return {slot.text for line in lines for slot in line.slots}


def _with_bars(block: Paragraph | Grid) -> Paragraph | Grid:
    """Wide bars between cells as narrow ones: 规章｜０｜２."""
    if isinstance(block, Paragraph) and _WIDE_BAR.search(block.text):
        return replace(block, text=_WIDE_BAR.sub("|", block.text))
    return block


def _blanks_unsaid(lines: list[Line]) -> list[Line]:
    """Blank again what a program wrote out as NaN: before words of a row or as Unnamed: 1 in a header; one in the place of a figure alone is none it knew."""
    odd = {n: [k for k, slot in enumerate(line.slots) if is_nothing(slot.text)] for n, line in enumerate(lines) if line.kind != "text"}
    odd = {n: found for n, found in odd.items() if found}
    if not any(_leads(lines[n], found) for n, found in odd.items()):
        return lines
    return [line.changed(_blank) if n in odd else line for n, line in enumerate(lines)]


def _leads(line: Line, nothing: Sequence[int]) -> bool:
    words = [n for n, slot in enumerate(line.slots) if slot.text and n not in nothing and not _FIGURE.fullmatch(slot.text)]
    return nothing[0] < max(words, default=-1) or line.slots[nothing[0]].text.startswith("U")


def _blank(slot: Slot) -> Slot:
    return slot._replace(text="") if is_nothing(slot.text) else slot


def _without_chapters(lines: list[Line]) -> list[Line]:
    """The 03 that a page sets above "三、收到和处理政府信息公开申请情况" is no figure of the table before it."""
    below = [*lines[1:], None]  # one longer than no lines at all
    return [line for line, after in zip(lines, below, strict=False) if not (after and _is_chapter(line) and _is_heading(after, line.slots[0].text))]


def _is_chapter(line: Line) -> bool:
    return line.kind == "text" and bool(_CHAPTER.fullmatch(line.slots[0].text))


def _is_heading(line: Line, chapter: str) -> bool:
    text = line.slots[0].text
    section = heading_of(text) if line.kind == "text" else ""
    return bool(section) and (text[:1] == _ORDINALS[int(chapter)] or section == f"s{int(chapter)}")


def _tab_runs(lines: list[Line]) -> list[Line]:
    """Short lines between lines with tabs have lost their own: the cells behind their labels were blank.

    Not where a line of nothing but figures follows: these are theirs.
    """
    found = list(lines)
    tabbed = [n for n, line in enumerate(lines) if line.kind == "tabs"]
    for before, after in pairwise([*tabbed, tabbed[-1] + 2] if tabbed else []):
        between = range(before + 1, min(after, len(lines)))
        most = _NUMBERED if all(list_number(lines[n].slots[0].text)[0] for n in between) else _LOST
        told = after < len(lines) and all(_FIGURE.fullmatch(slot.text) for slot in lines[after].slots)
        if not told and len(between) <= most and all(len(lines[n].slots[0].text) <= _LABEL for n in between):
            found[before + 1 : before + 1 + len(between)] = [without_tabs(lines[n]) for n in between]
    return found


def without_tabs(line: Line) -> Line:
    """A label whose blank cells left no tabs; the heading of a section parts two tables."""
    return line if heading_of(line.slots[0].text) else replace(line, kind="tabs")


def _grid_lines(grid: Grid) -> Iterator[Line]:
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in sorted(rows):
        cells = sorted(rows[row], key=itemgetter(2))
        yield Line(tuple([_new(Slot, (read_text(text), text, place, column)) for text, _, column, place, *_ in cells]), "grid", grid.place.block)


def _text_lines(paragraph: Paragraph) -> Iterator[Line]:
    rows = paragraph.text.split("\n")
    for number, row in enumerate(rows):
        place = paragraph.place._replace(row=number) if len(rows) > 1 else paragraph.place
        if "|" in row:
            yield from _pipe_lines([Paragraph(row, place)])
        elif "\t" in row:
            yield _line([_unquoted(text) for text in row.split("\t")], place, "tabs")
        elif _COMMAS.fullmatch(row) and not _THOUSANDS.fullmatch(row):
            yield _line(next(csv.reader([row])), place, "pipes")
        elif _SEMICOLONS.fullmatch(row):
            yield _line(next(csv.reader([row], delimiter=";")), place, "pipes")
        elif row.strip() and not _PAGE_MARK.fullmatch(text := read_text(row)):
            yield Line((Slot(text, row.strip(), place, 0),), "text", place.block)


NOTE = r"(?:[①-⑳❶-❿†‡※⁰¹²³⁴-⁹]|\[\^?[\d¹²³⁴-⁹⁰]{1,2}\]|\*(?!\*))+"  # the mark of a footnote
_NOTE = re.compile(rf"(?<=[\d件项条元]){NOTE}(?=\s|$)")  # behind a figure or its unit
_PARTED = re.compile(r"\s*[+-]?\d{1,3}(?:[\xa0\u2009\u202f'’]\d{3})+(?:\.\d+)?\s*")  # thousands set apart by more than a comma
_PARTS = re.compile(r"[\xa0\u2009\u202f'’]")


@kept
def read_text(printed: str) -> str:
    """What a cell says: the marks of footnotes behind its figure and what parts its thousands are left out."""
    text = _PARTS.sub("", printed.strip()) if _PARTED.fullmatch(printed) else printed
    return normalise(_NOTE.sub("", text)).strip()


def _unquoted(text: str) -> str:
    return text[1:-1].replace('""', '"') if _QUOTED.fullmatch(text) else text


def _line(texts: list[str], place: Place, kind: str, start: int = 0) -> Line:
    """`start`: characters of the line before the first text; one character stands between two."""
    block, page, row, _ = place
    slots = []
    for column, text in enumerate(texts):
        printed = text.strip()
        there = _new(Place, (block, page, row, start + text.find(printed)))
        slots.append(_new(Slot, (read_text(printed) if printed else "", printed, there, column)))
        start += len(text) + 1
    return Line(tuple(slots), kind, block)


def _pipe_lines(paragraphs: list[Paragraph]) -> list[Line]:
    """A pipe at the edge is a border where every line of the run has one there, else it follows an empty cell."""
    rows = [p for p in paragraphs if not _RULE.fullmatch(p.text.strip())]
    left = all(p.text.startswith("|") for p in rows)
    right = left and all(p.text.rstrip().endswith("|") for p in rows)
    return [line for p in rows if (line := _pipe_line(p, left, right))]


def _pipe_line(paragraph: Paragraph, left: bool, right: bool) -> Line | None:
    texts = paragraph.text.strip().split("|")
    alone = len(texts) == 2 and not texts[1]  # "59 |": one cell a line
    texts = texts[1 if left and len(texts) > 1 else 0 : -1 if right or alone else None] or [""]
    if len(texts) > 1 and not any(text.strip() for text in texts):
        return None  # pipes strewn in by a converter
    if not alone and (len(texts) > 1 or left):
        return _line(texts, paragraph.place, "pipes", 1 if left else 0)
    text = read_text(texts[0])
    slot = Slot(text, texts[0].strip(), paragraph.place, 0)
    return None if _PAGE_MARK.fullmatch(text) else Line((slot,), "text", paragraph.place.block)
