"""A table for every column of the form, applicants or outcomes, with one figure a row: they are set side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.forms import load_forms
from index.tables.columns import column_cores, column_forms, column_named
from index.tables.entries import rows_named
from index.tables.figures import is_figure
from index.tables.labels import core_of
from index.tables.lines import Line, Slot
from index.tables.long import printed_columns
from index.text import kept, label_key, list_number

_WIDEST = 3  # cells of a header: 序号 | 项目 | 自然人
_LONGEST = 40  # characters of a caption
_COLUMNS = 2  # of a table that is set apart
_LEAST = 2  # such tables
_NEAR = 2  # lines of words between such a table and the caption of the next
_TALLEST = 60  # lines below one


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that say whose figures stand below."""

    line: int
    slot: Slot
    columns: Mapping[str, str]  # table of the form → id of the column it names


@dataclass(frozen=True, slots=True)
class Part:
    """The lines below a caption, with one column of figures."""

    caption: Caption
    rows: tuple[Line, ...]
    place: int  # column of the figures

    @property
    def end(self) -> int:
        return self.caption.line + 1 + len(self.rows)

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(label_key(slot.text) for slot in words(line, self.place)) for line in self.rows)


def side_by_side(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such tables that together have every column of the form as one table."""
    found: list[Line] = []
    at = 0
    for run in runs_in(lines, captions_in(lines)):
        if len(run) >= _LEAST and (names := columns_of(run)):
            found += [*lines[at : run[0].caption.line], *joined(run, *names)]
            at = run[-1].end
    return [*found, *lines[at:]] if at else list(lines)


# ---------------------------------------------------------------- parts


def captions_in(lines: Sequence[Line]) -> list[Caption]:
    return [Caption(n, *named) for n, line in enumerate(lines) if (named := caption_of(line))]


def caption_of(line: Line) -> tuple[Slot, Mapping[str, str]] | None:
    """One column is named in a line without figures or blank cells, in which (七)总计 and 3.其他 are rows."""
    if len(line.slots) > _WIDEST or any(not slot.text or is_figure(slot.text) for slot in line.slots):
        return None
    named = [(slot, columns) for slot in line.slots if (columns := columns_named(slot.text))]
    alone = len(line.slots) == 1 and (line.kind != "text" or bool(list_number(line.slots[0].text)[0]))
    is_row = alone and any(core_of(line.slots[0].text) in column_cores(table) and rows_named(line.slots[0].text) for _, c in named for table in c)
    return named[0] if len(named) == 1 and not is_row else None


@kept
def columns_named(text: str) -> dict[str, str]:
    """Table → column that a caption names at its end, perhaps in a bracket: (三)申请人:法人或其他组织(科研机构)."""
    core = list_number(text)[1].removesuffix(")")
    wide = [form.id for form in column_forms() if sum(column.printed for column in form.columns) >= _COLUMNS]
    found = {table: column_named(core, table) for table in wide} if len(core) <= _LONGEST else {}
    return {table: column for table, column in found.items() if column}


def runs_in(lines: Sequence[Line], captions: Sequence[Caption]) -> Iterator[list[Part]]:
    """Parts that follow one another with the same labels; the last one is as long as those before it."""
    run: list[Part] = []
    for n, caption in enumerate(captions):
        end = captions[n + 1].line if n + 1 < len(captions) else len(lines)
        below = lines[caption.line + 1 : end]
        same = part_of(caption, below[: len(run[-1].rows)]) if run and caption.line - run[-1].end <= _NEAR else None
        if same and same.labels == run[-1].labels:
            run.append(same)
            continue
        yield run
        part = part_of(caption, below)
        run = [part] if part else []
    yield run


def part_of(caption: Caption, rows: Sequence[Line]) -> Part | None:
    """All figures in one column; where there are none, in that of the last blank cells."""
    rows = rows[: max((n for n, line in enumerate(rows, 1) if line.kind != "text" or rows_named(line.slots[-1].text)), default=0)]
    figured = [line for line in rows if line.numbers]
    places = {slot.column for line in figured for slot in line.numbers}
    places = places or {max((line.slots[-1].column for line in rows), default=0) or 1}
    ruled = rows and len(rows) <= _TALLEST and all(line.kind not in ("text", "gaps") for line in figured)
    return Part(caption, tuple(rows), places.pop()) if ruled and len(places) == 1 else None


def words(line: Line, place: int) -> list[Slot]:
    return [slot for slot in line.slots if slot.text and slot.column != place]


# ---------------------------------------------------------------- the whole


def columns_of(run: Sequence[Part]) -> tuple[list[Part], list[str]] | None:
    """(the parts in the order of the form, labels of their columns); every column at most once."""
    for table in sorted(run[0].caption.columns):
        parts = {part.caption.columns.get(table, ""): part for part in run}
        for edition in load_forms():
            names = {name: label for name, label in printed_columns(table, edition).items() if name in parts}
            if len(run) == len(parts) == len(names) and is_of(table, run[0]):
                return [parts[name] for name in names], list(names.values())
    return None


def is_of(table: str, part: Part) -> bool:
    """Most of its rows with a figure, or a blank cell, have a label of this table."""
    rows = [own for line in part.rows if len(own := words(line, part.place)) < len(line.slots) and own]
    known = [own for own in rows if table in rows_named(own[-1].text)]
    return len(known) * 2 > len(rows)


def joined(run: Sequence[Part], parts: Sequence[Part], labels: Sequence[str]) -> Iterator[Line]:
    """The rows of the first table with the figures of all, below a header."""
    first = run[0]
    depth = max((slot.column for line in first.rows for slot in words(line, first.place)), default=0) + 1
    heads = (part.caption.slot._replace(text=label, column=depth + n) for n, (part, label) in enumerate(zip(parts, labels, strict=True)))
    corner = first.caption.slot._replace(text="", printed="", column=0)
    yield Line((corner, *heads), "grid", first.rows[0].block)
    for n, line in enumerate(first.rows):
        own = words(line, first.place)
        figures = [figure_of(part.rows[n], part.place) for part in parts]
        blank = line.slots[0]._replace(text="", printed="")
        told = any(figures) or (own and is_leaf(own[-1], first.rows[n + 1 : n + 2]))
        cells = ((one or blank)._replace(column=depth + at) for at, one in enumerate(figures)) if told else ()
        yield Line((*own, *cells), "grid", line.block)


def figure_of(line: Line, place: int) -> Slot | None:
    return next((slot for slot in line.slots if slot.column == place), None)


def is_leaf(label: Slot, behind: Sequence[Line]) -> bool:
    """A row whose blank cells left no trace, not the name of a group above its first member."""
    begun = [list_number(slot.text)[0] for line in behind for slot in line.slots[:1]]
    return bool(rows_named(label.text)) and not any(number in ("1.", "(一)") for number in begun)
