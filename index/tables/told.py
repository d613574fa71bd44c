"""Figures told one by one: "（一）予以公开：自然人 8，商业企业 3 … 总计 13", or a card of labels and figures for every row.

The label of a column stands before each figure, that of the row before the first of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from index.forms import FormTable, load_forms
from index.repair.shape import shape_of
from index.tables.align import Placed, align, named
from index.tables.columns import column_named
from index.tables.figures import signed
from index.tables.found import FoundTable, tables_of
from index.tables.groups import Chunk, Group
from index.tables.labels import DISPUTES, editions_of, label_index
from index.tables.lines import Line, Slot
from index.tables.told_pairs import Pair, Told, rows_of

_LEAST = {"s2": 3, "s3": 3, DISPUTES: 2}  # rows that a section must tell
_ALONE = {"s2": 2}  # where nothing of it is drawn: 规章 and 规范性文件, and 行政许可：无
_NEAR = 8  # pieces of text that may name a row
_BULLET = re.compile(r"^[-*+•·●○◦▪–—]\s+")
_LEADER = re.compile(r"(?<=[\u4e00-\u9fff)])\s*(?:[.·]{2,}|=>?|→|-{2,}>)\s*(?=[+-]?\d|[-—/]+\s*$)")  # between label and figure: 自然人 ..... 8
_HEADER = re.compile(r"项目|指标|名称|类别|类型|内容|信息内容|数量|件数|数值|数据|结果|办理(?:情况|结果)|申请人(?:情况|类别|类型)?|单位.{0,3}")
_HEAD = re.compile(r"^(?:[\s:;，,、)。\[【▶■◆]|[件项条个](?=[;，,。\s]|$))+")
_TAIL = re.compile(r"(?:[\s:;，,、(—\]】-]|其中|法人(?:或|和)其他组织)+$")


@dataclass(frozen=True, slots=True)
class Text:
    """All cells and lines as one text, each ending with a line end."""

    text: str
    slots: tuple[Slot, ...]
    starts: tuple[int, ...]  # of the slots in the text

    def slot(self, start: int, end: int) -> Slot:
        number = max(bisect_right(self.starts, start) - 1, 0)
        held = self.slots[number]
        text = self.text[start:end]
        inside = held.place.column if held.place.column is not None else start - self.starts[number]
        return Slot(text, text, held.place._replace(column=inside), 0)


def text_of(lines: Sequence[Line]) -> Text:
    slots = tuple(slot for line in lines for slot in line.slots if slot.text)
    parts = [_LEADER.sub(as_colon, _BULLET.sub("", slot.text)).replace("\n", " ") + "\n" for slot in slots]
    return Text("".join(parts), slots, tuple(accumulate(map(len, parts[:-1]), initial=0)))


def as_colon(leader: re.Match[str]) -> str:
    """As long as it was, so that every figure keeps its place."""
    return ":".ljust(len(leader[0]))


def told_tables(lines: Sequence[Line], tables: Sequence[FoundTable]) -> list[FoundTable]:
    """Tables of sections that no drawn table shows, or shows with fewer rows; blocks told whole that are not drawn."""
    drawn = {table.form.id for table in tables}
    if all(count(tables, section) for section in _LEAST) and all(drawn.issuperset(blocks(table.edition)) for table in tables):
        return []
    text = text_of(lines)
    rows = [(row, group) for row in joined(rows_of(text.text), text) if (group := group_of(row, text))]
    found = tables_of(align([group for _, group in rows]))
    told = [whole for table in found if (whole := in_one_form(table, [row for row, _ in rows], text))]
    sections = better_told(told, tables)
    return [table for table in told if section_of(table) in sections or (table.form.id not in drawn and is_block(table))]


@cache
def blocks(edition: str) -> frozenset[str]:
    """Tables of section II with several rows of several columns, which no sentence tells by the way."""
    tables = (table for table in load_forms()[edition].tables if table.section == "s2")
    return frozenset(table.id for table in tables if all(sum(one.printed for one in ones) > 1 for ones in (table.rows, table.columns)))


def is_block(table: FoundTable) -> bool:
    """Every row of it is told, each with all of its columns."""
    width = sum(column.printed for column in table.form.columns)
    whole = [one for one in table.rows if len(one.group.filled) == width]
    return table.form.id in blocks(table.edition) and len(whole) == len(table.rows) == sum(row.printed for row in table.form.rows)


def not_told(tables: Sequence[FoundTable], told: Sequence[FoundTable]) -> list[FoundTable]:
    """The drawn tables without those that are told, and without those of a section that is told with more rows."""
    sections = better_told(told, tables)
    forms = {table.form.id for table in told}
    return [table for table in tables if table.form.id not in forms and section_of(table) not in sections]


def better_told(told: Sequence[FoundTable], tables: Sequence[FoundTable]) -> list[str]:
    """Sections of which more rows are told than drawn."""
    drawn = {section: count(tables, section) for section in _LEAST}
    return [section for section, least in _LEAST.items() if count(told, section) >= max(least if drawn[section] else _ALONE.get(section, least), drawn[section] + 1)]


def section_of(table: FoundTable) -> str:
    return table.form.id.partition(".")[0]


def count(tables: Sequence[FoundTable], section: str) -> int:
    return sum(is_row(one, table.form) for table in tables if section_of(table) == section for one in table.rows)


def is_row(one: Placed, form: FormTable) -> bool:
    """A single short figure in a sentence, or below the label of a column, is no row of several columns; a long one may be all of them."""
    width = sum(column.printed for column in form.columns)
    group = one.group
    below = bool(group.words) and column_named(group.words[-1].text, form.id) is not None
    return group.ruled or len(group.chunks) > 1 or (len(group.chunks[0].text) >= width and not (below and width > 1))


# ---------------------------------------------------------------- rows


def joined(rows: Iterable[Told], text: Text) -> Iterator[Told]:
    """One row of those that follow one another with the same label, each with columns of its own: 规章 本年废止件数：11."""
    held: Told | None = None
    for row in rows:
        if held and goes_on(held, row, text):
            held = replace(held, pairs=held.pairs + row.pairs)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def goes_on(held: Told, row: Told, text: Text) -> bool:
    label, own = (next(reversed(list(label_slots(text, one.start, one.pairs[0].start))), None) for one in (held, row))
    apart = {pair.label for pair in held.pairs}.isdisjoint(pair.label for pair in row.pairs)
    return apart and not (held.rest or row.rest) and label is not None and own is not None and label.text == own.text


def group_of(row: Told, text: Text) -> Group | None:
    """The row as one of a table: its columns in the order of the form; None where it is not told whole."""
    heads = tuple(text.slot(pair.start, pair.at) for pair in row.pairs)
    words = (*heads, *list(label_slots(text, row.start, row.pairs[0].start))[-_NEAR:])
    chunks = chunks_of(row, text)
    probe = Group(words, chunks, "grid", 0, chunks[0].place.block)
    scores = named(probe, label_index())
    for order in sorted(scores, key=lambda one: -scores[one]):
        for form in editions_of(label_index().rows[order].table).values():
            if (placed := placed_in(form, row, text)) is not None:
                return replace(probe, chunks=placed)
    return None


def label_slots(text: Text, start: int, end: int) -> Iterator[Slot]:
    for found in re.finditer(r"[^\n—:]+", text.text[start:end]):
        piece = found[0]
        head = _HEAD.match(piece)
        begin = start + found.start() + (head.end() if head else 0)
        words = _TAIL.sub("", text.text[begin : start + found.end()])
        if words and not _HEADER.fullmatch(words):
            yield text.slot(begin, begin + len(words))


def chunks_of(row: Told, text: Text) -> tuple[Chunk, ...]:
    return tuple(chunk_of(pair, text) for pair in row.pairs)


def chunk_of(pair: Pair, text: Text) -> Chunk:
    return Chunk(signed(pair.figure), pair.figure, text.slot(pair.at, pair.at + len(pair.figure)).place, 1)


def in_one_form(table: FoundTable, told: Sequence[Told], text: Text) -> FoundTable | None:
    """The table with the columns of the edition that has all its rows and columns; that of the report before others."""
    forms = editions_of(table.form.id)
    for edition in (table.edition, *sorted(forms, reverse=True)):
        printed = {row.id for row in forms[edition].rows if row.printed}
        rows = [told[one.number] for one in table.rows]
        placed = [placed_in(forms[edition], row, text) for row in rows]
        if None not in placed and all(one.row.id in printed for one in table.rows):
            groups = [replace(one.group, chunks=chunks or ()) for one, chunks in zip(table.rows, placed, strict=True)]
            whole = tuple(replace(one, group=group) for one, group in zip(table.rows, groups, strict=True))
            return replace(table, form=forms[edition], edition=edition, rows=whole)
    return None


def placed_in(form: FormTable, row: Told, text: Text) -> tuple[Chunk, ...] | None:
    """A column that is not told is blank, or as all the rest, if what is told adds up with it."""
    chunks = chunks_of(row, text)
    columns = [column for column in form.columns if column.printed]
    told = {column_named(pair.label, form.id): chunk for pair, chunk in zip(row.pairs, chunks, strict=True)}
    if len(told) < len(chunks) or not set(told) <= {column.id for column in columns}:
        return None
    blank = chunks[0]._replace(text="", printed="")
    rest = chunk_of(row.rest, text) if row.rest else blank
    found = tuple(told.get(c.id, blank if c.parts else rest)._replace(column=n) for n, c in enumerate(columns, 1))
    shape = shape_of(form, form.rows[0])
    whole = all(column.parts for column in columns if column.id not in told) or not shape.blocks  # nothing but a total is left out
    return found if whole or shape.adds_up(found) else None
