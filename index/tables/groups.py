"""Lines → groups: a run of figures with all the words since the run before it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.models import Place
from index.numerals import MONEY
from index.once import once
from index.tables.figures import LOOKALIKE, UNREAD, in_digits, is_figure, signed
from index.tables.labels import label_index
from index.tables.lines import Line, Slot
from index.text import kept, label_key, outline_end

UNITS = frozenset(("条", "件", "项", "次", "人次", "人", "个", "篇", "份", "期", *MONEY))
_FIGURE = re.compile(
    r"(?:(?<![A-Za-z第\d.])|(?<=\d)(?=[+-]))[+-]?\d[\d,]*(?:\.\d+)?(?:亿元|万元|千元|元)?(?:\s*\((?:其中|含|包括|不含)[^()]*\))?"
)
_LABEL_AND_FIGURE = re.compile(r"(?P<label>.*[\u4e00-\u9fff)\"》】]) (?P<figure>[+-]?\d[\d,]*(?:\.\d+)?)(?P<rest>\n[\u4e00-\u9fff][^\d]*)?", re.DOTALL)
_OPEN = re.compile(r"[^()\d]*[\u4e00-\u9fff]{2}[^()\d]*")  # of a label that goes on in the next line: (相同信息计1|条)
_LONGEST_REMARK = 40  # characters of such a bracket
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?")
_ENDS = "。;!?"  # of a sentence
_END = re.compile(f"[{_ENDS}]")
_MARKER = re.compile(r" ?[.、](?!\d)")  # behind the digit of a list number: "1.属于国家秘密"
_DAMAGED = re.compile(r"[?.·•~\ufffd]\d[\d?.,·•~\ufffd]*|(?:，\d{3})+(?!\d)")  # behind figures: characters lost, a second point, 24?52.311; 3，460 may be one
_MEASURE = re.compile(r" ?[件条个项次人期篇份宗起名家部年月日时号页余多万亿位岁届级类套场处所台站点分%‰元个本张卷辆座间幢户亩:)/A-Za-z]")


_new = tuple.__new__  # a named tuple made so takes half the time


class Chunk(NamedTuple):
    text: str  # normalised; '' for an empty cell
    printed: str
    place: Place
    column: int  # of its slot in the line
    loose: bool = False  # from running text: it may hold several figures
    alone: bool = True  # nothing else stands in its line
    mended: bool = False  # letters that look like digits were taken for these
    part: int = 0  # which of the figures of its cell, counted from 0

    @property
    def filled(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Group:
    words: tuple[Slot, ...]  # the words before the figures, since the group before
    chunks: tuple[Chunk, ...]
    kind: str  # grid | tabs | pipes | gaps | text, as in Line
    label_column: int = -1  # column of the last words in the line of the figures; -1: they stand above
    block: int = -1  # where the figures stand
    placed: bool = False  # as in Line
    money: str = ""  # 元, 万元 … in a cell of its own beside the figures

    @property
    def ruled(self) -> bool:
        return self.kind != "text"

    @property
    def bordered(self) -> bool:
        """A blank cell can be seen."""
        return self.kind not in ("text", "gaps")

    @once
    def filled(self) -> tuple[Chunk, ...]:
        """Figures and marks, without the blanks."""
        return tuple(chunk for chunk in self.chunks if chunk.text)

    @once
    def gap(self) -> str:
        """The words as one label key."""
        return "".join(label_key(slot.text) for slot in self.words)

    @once
    def header(self) -> str:
        """The gap behind its last sentence: what a sentence tells heads no column."""
        if not any(_END.search(slot.text) for slot in self.words):
            return self.gap
        found: list[str] = []
        for slot in reversed(self.words):
            start = max(map(slot.text.rfind, _ENDS)) + 1
            found.append(label_key(slot.text[start:]))
            if start:
                break
        return "".join(reversed(found))


def groups_of(lines: Iterable[Line]) -> list[Group]:
    maker = _Maker()
    for line in lines:
        maker.line(line)
    maker.flush()
    return maker.groups


@dataclass
class _Maker:
    """Walks the lines; a group ends where words follow its figures, or where a line of several figures ends."""

    groups: list[Group] = field(default_factory=list)
    words: list[Slot] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    kind: str = "text"
    label_column: int = -1
    one_line: bool = False  # the open figures stand in one line of running text
    placed: bool = False  # of the line of the open figures
    money: str = ""

    def line(self, line: Line) -> None:
        if line.kind != "text":
            self.ruled_line(line)
        else:
            self.running_line(line)

    def ruled_line(self, line: Line) -> None:
        """Figures before the first words are a running number; blanks before words belong to the labels."""
        self.flush()
        slots: Sequence[Slot] = line.slots
        texts = [slot.text for slot in slots]
        if not all(map(is_plain, texts)):
            slots = [part for slot in slots for part in ((slot,) if is_plain(slot.text) else apart(mended(slot)))]
            texts = [slot.text for slot in slots]
        kinds = list(map(kind_of, texts))
        last = len(kinds) - 1 - kinds[::-1].index("words") if "words" in kinds else -1
        seen = False
        self.kind, self.placed = line.kind, line.placed
        self.money = next((text for text in texts if text in MONEY), "") if "unit" in kinds else ""
        for n, (slot, kind) in enumerate(zip(slots, kinds, strict=True)):
            if kind == "words":
                if self.chunks:
                    self.flush(line.kind)
                self.words.append(slot)
                self.label_column, seen = slot.column, True
            elif kind == "figures" and (seen or last < 0):
                self.chunks += chunks_of(slot)
            elif kind == "blank" and n > last:
                self.chunks.append(Chunk(slot.text, slot.printed, slot.place, slot.column))
        if line.kind == "tabs" and not self.chunks:  # blank cells at the end of a line leave no tabs
            end = line.slots[-1]
            self.chunks.append(Chunk("", "", end.place, end.column + 1))
        self.flush()

    def running_line(self, line: Line) -> None:
        self.placed, self.money = self.placed and bool(self.chunks), ""
        slot = line.slots[0] if _THOUSANDS.fullmatch(line.slots[0].text) else mended(line.slots[0])
        pieces = list(pieces_of(slot))
        figures = [piece for piece in pieces if isinstance(piece, Chunk)]
        several = len(figures) > 1 or (len(self.chunks) > 1 and self.one_line)
        if pieces and isinstance(pieces[0], Chunk) and self.chunks and several:
            self.flush()
        self.one_line = len(figures) > 1
        for piece in pieces:
            if isinstance(piece, Chunk):
                self.chunks.append(piece)
            else:
                self.flush()
                self.words.append(piece)

    def flush(self, next_kind: str = "text") -> None:
        if self.chunks:
            self.end()
        self.chunks, self.kind, self.label_column = [], next_kind, -1

    def end(self) -> None:
        filled = any(chunk.text for chunk in self.chunks)
        if filled or self.kind != "text":
            block = self.chunks[0].place.block
            self.groups.append(Group(tuple(self.words), tuple(self.chunks), self.kind, self.label_column, block, self.placed, self.money))
        if filled:
            self.words = []  # else a label may go on in the next row


@kept
def is_plain(text: str) -> bool:
    """Nothing of the cell has to be mended or set apart."""
    return signed(text) == text and not any(pattern.fullmatch(text) for pattern in (LOOKALIKE, _THOUSANDS, _LABEL_AND_FIGURE))


def mended(slot: Slot) -> Slot:
    """As recognised from a picture: O for 0, l for 1, 5 516 for 5516, in a cell with nothing else."""
    if LOOKALIKE.fullmatch(slot.text):
        return slot._replace(text=in_digits(slot.text))
    text = slot.text.replace(" ", "") if _THOUSANDS.fullmatch(slot.text) else signed(slot.text)
    return slot if text == slot.text else slot._replace(text=text)


def apart(slot: Slot) -> Iterator[Slot]:
    """A cell that took in the first figure of its row: "不予处理 0", also in the middle of a label in two lines."""
    found = _LABEL_AND_FIGURE.fullmatch(slot.text)
    label = found["label"] + (found["rest"] or "") if found else ""
    if not found or (found["rest"] and not label_index().exact(label_key(label), "")):
        yield slot
        return
    yield Slot(label, label, slot.place, slot.column)
    yield Slot(found["figure"], found["figure"], slot.place, slot.column)


@kept
def kind_of(text: str) -> str:
    """words | figures | blank | unit of a cell with borders."""
    if not text:
        return "blank"
    if all(is_figure(part) for part in text.split()) or is_figure(text):
        return "figures"
    return "unit" if UNITS.issuperset(text.split("/")) else "words"  # 项/件 for columns of both


def chunks_of(slot: Slot, loose: bool = False) -> list[Chunk]:
    text, printed, place, column = slot
    if text == printed and text.isdecimal():  # nearly every one
        return [_new(Chunk, (text, printed, place, column, loose, True, False, 0))]
    parts = text.split()
    if len(parts) < 2 or is_figure(text):
        changed = text != printed and bool(LOOKALIKE.fullmatch(printed) or " " in printed)
        return [Chunk(text, printed, place, column, loose, True, changed)]
    return [Chunk(part, part, place, column, True, part=n) for n, part in enumerate(parts)]


def pieces_of(slot: Slot) -> Iterator[Slot | Chunk]:
    """Words and figures of running text; figures inside a sentence stay words."""
    kind = kind_of(slot.text)
    if kind != "words":
        yield from () if kind == "unit" else chunks_of(slot, loose=True)
        return
    start = 0
    for found in _FIGURE.finditer(slot.text, outline_end(slot.text)):
        end = figure_end(slot.text, found)
        if end <= found.start() or found.start() < start or is_inside(slot.text, found.start()):
            continue
        if before := slot.text[start : found.start()].strip():
            yield part_of(slot, before, start)
        damaged = _DAMAGED.match(slot.text, end)
        end = damaged.end() if damaged else end
        text = slot.text[found.start() : end]
        yield Chunk(UNREAD if damaged else text, text, slot.place._replace(column=found.start()), slot.column, True, False)
        start = end
    if rest := slot.text[start:].strip():
        yield part_of(slot, rest, start)


def is_inside(text: str, start: int) -> bool:
    """In a bracket of words that is still open."""
    bracket = text.rfind("(", 0, start)
    return bracket > 0 and start - bracket <= _LONGEST_REMARK and bool(_OPEN.fullmatch(text, bracket + 1, start))


def part_of(slot: Slot, text: str, start: int) -> Slot:
    return Slot(text, text, slot.place._replace(column=start), slot.column)


def figure_end(text: str, found: re.Match[str]) -> int:
    """Where the figure ends; its start when it is none: a list number, a date, a count inside a sentence."""
    end = found.end()
    if text[end - 1].isdigit():
        if _MARKER.match(text, end) and end < len(text) - 1:
            end -= 1
        elif _MEASURE.match(text, end):
            return found.start()
    return end if end > found.start() and text[end - 1] not in "+-" else found.start()
