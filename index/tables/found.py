"""Rows that were found → tables: one for every time the report prints one, with the edition its labels show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.forms import FormTable, Row
from index.tables.align import Placed
from index.tables.labels import DISPUTES, EXACT, FOREIGN, WEAK, core_of, editions_of
from index.tables.lines import Slot
from index.tables.order import ordered
from index.text import kept, label_key, list_number

_HEADS = ("第二十条", "信息内容")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A form table as one place of the report prints it."""

    form: FormTable
    edition: str
    rows: tuple[Placed, ...]
    words: tuple[Slot, ...]  # all words before its figures, in document order
    shuffled: bool = False  # `form` has its columns in the order that the report prints, not in its own
    open: bool = False  # the order of its columns cannot be told
    money: str = ""  # unit of its amounts where the file names it: 元 | 万元 | 亿元


def tables_of(placed: Sequence[Placed]) -> list[FoundTable]:
    """Tables in document order; what only looks like one is left out."""
    runs: list[Sequence[Placed]] = []
    for one in runs_of(placed):
        run = ordered(one)
        if is_table(run) or (runs and goes_on(runs[-1], run)):
            runs.append(run)
    sure = [edition_by_labels(run) for run in runs]
    usual = Counter(edition for edition in sure if edition).most_common(1)
    fallback = usual[0][0] if usual else ""
    return [found_table(run, edition or fallback) for run, edition in zip(runs, sure, strict=True)]


def found_table(run: Sequence[Placed], edition: str) -> FoundTable:
    forms = editions_of(run[0].row.table)
    edition = edition if edition in forms else max(forms)
    words = tuple(slot for one in run for slot in one.group.words)
    return FoundTable(forms[edition], edition, tuple(run), words)


def runs_of(placed: Sequence[Placed]) -> list[list[Placed]]:
    """A table ends where another begins or where its own rows begin anew."""
    runs: list[list[Placed]] = []
    for one in placed:
        last = runs[-1][-1].row if runs else None
        if last and last.table == one.row.table and last.order < one.row.order:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def is_table(run: Sequence[Placed]) -> bool:
    """Sentences name rows too: a table shows a header, or several rows by label."""
    if not run:
        return False
    table = run[0].row.table
    labelled = sum(one.label >= WEAK for one in run)
    if table.startswith("s2."):
        return any(has_header(one, table) for one in run)
    if table == DISPUTES:
        return labelled > 1 or run[0].row.id == DISPUTES or len(run[0].group.chunks) > 3
    return labelled >= 3 or (labelled == 2 and any(has_header(one, table) for one in run))


def goes_on(above: Sequence[Placed], run: Sequence[Placed]) -> bool:
    """One header over rows of several tables of section II: 行政许可, 行政处罚 and 行政强制 below 本年处理决定数量."""
    if not run or not all(one.row.table.startswith("s2.") and one.group.bordered and one.label >= EXACT - FOREIGN for one in (above[-1], run[0])):
        return False
    last, first = above[-1].group, run[0].group
    together = run[0].number == above[-1].number + 1 and len(last.chunks) == len(first.chunks) and last.kind == first.kind
    return together and len(first.words) == 1 and not set(header_cores(above[0].row.table)).isdisjoint(header_cores(run[0].row.table))


def has_header(one: Placed, table: str) -> bool:
    gap = one.group.gap
    return any(head in gap for head in (*_HEADS, *header_cores(table)))


@cache
def header_cores(table: str) -> tuple[str, ...]:
    return tuple({core for form in editions_of(table).values() for core in column_cores(form)})


def column_cores(form: FormTable) -> list[str]:
    return [core for column in form.columns for core in cores_of(column.label, column.variants)]


def edition_by_labels(run: Sequence[Placed]) -> str:
    """The edition whose rows and columns fit best; '' when several fit alike."""
    forms = editions_of(run[0].row.table)
    if len(forms) == 1:
        return next(iter(forms))
    scores = {edition: fitness(run, form) for edition, form in forms.items()}
    best = max(scores.values())
    fitting = [edition for edition, score in scores.items() if score == best]
    return fitting[0] if len(fitting) == 1 else ""


def fitness(run: Sequence[Placed], form: FormTable) -> tuple[int, int, int]:
    """Rows that the edition prints, header labels that only it has, rows as wide as it is."""
    printed = printed_rows(form)
    gap = "".join(one.group.gap for one in run)
    width = sum(column.printed for column in form.columns)
    return (
        sum(one.row.id in printed or one.row.id == DISPUTES for one in run),
        sum(core in gap for core in own_cores(form)),
        sum(len(one.group.filled) == width for one in run),
    )


@cache
def printed_rows(form: FormTable) -> frozenset[str]:
    return frozenset(row.id for row in form.rows if row.printed)


@cache
def own_cores(form: FormTable) -> frozenset[str]:
    """Labels of columns that no other edition of the table has."""
    others = (other for other in editions_of(form.id).values() if other is not form)
    return frozenset(column_cores(form)).difference(*map(column_cores, others))


class PrintedLabels:
    """The labels of a table as the report prints them; where one is not seen whole, as the form does."""

    def __init__(self, table: FoundTable) -> None:
        self.words = table.words
        self.rows = {row.id: row for row in table.form.rows}
        self.by_core: dict[str, str] = {}
        self.unnumbered: dict[str, str] = {}
        for slot in table.words:
            numbered, names = names_of(slot.text)
            for core in names:
                self.by_core.setdefault(core, slot.printed)
                if not numbered:
                    self.unnumbered.setdefault(core, slot.printed)
        self.paths: dict[str, tuple[str, ...]] = {}

    def header(self, label: str) -> str:
        """Of a column: "(七)总计" is a row."""
        return self.printed(label, (), self.unnumbered)

    def label(self, label: str, variants: tuple[str, ...] = ()) -> str:
        return self.printed(label, variants, self.by_core)

    def printed(self, label: str, variants: tuple[str, ...], by_core: Mapping[str, str]) -> str:
        for core in cores_of(label, variants):
            if core in by_core:
                return " ".join(by_core[core].split())
        return next((text for slot in self.words for text in (label, *variants) if text in slot.printed), label)

    def row_path(self, row: Row) -> tuple[str, ...]:
        """Labels from the outermost group to the row."""
        if row.id not in self.paths:
            parent = self.rows.get(row.parent or "")
            above = self.row_path(parent) if parent else ()
            self.paths[row.id] = (*above, self.label(row.label, row.variants))
        return self.paths[row.id]


@kept
def names_of(text: str) -> tuple[bool, tuple[str, str]]:
    """Has a printed label a list number; what it is compared by."""
    return bool(list_number(text)[0]), (core_of(text), label_key(text))


@cache
def cores_of(label: str, variants: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(core_of(text) for text in (label, *variants)))


def header_column(table: FoundTable) -> int | None:
    """Where the header of the first printed column stands, None when it is not seen."""
    first = next(column for column in table.form.columns if column.printed)
    cores = cores_of(first.label, first.variants)
    return next((slot.column for slot in table.words if label_key(slot.text) in cores), None)


def header_repeats(table: FoundTable) -> int:
    """How often the header of the last printed column stands in one run of words."""
    last = next(column for column in reversed(table.form.columns) if column.printed)
    cores = cores_of(last.label, last.variants)
    return max(sum(core_of(slot.text) in cores for slot in one.group.words) for one in table.rows)
