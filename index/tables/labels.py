"""Which rows of the forms a label may be: by its exact end, by likeness where it is damaged or cut."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from index.forms import FormTable, Row, load_forms
from index.text import kept, label_key, list_number

SUMS = ("小计", "合计", "共计", "总计", "总和", "总数")  # labels of what is added up
DISPUTES = "s4"  # the three blocks of section IV in one row
BOTH = re.compile(r"(?:总计|审结)行政复议(?:和|及|与|/)?行政诉讼$")  # one row for all of them
_HEADING = re.compile(r"行政复议(?:和|及|与)?(?:提起)?行政诉讼(?:情况)?")
_DISPUTED = "行政复议"  # in every heading that names both kinds
_OUTCOMES = ("维持", "纠正", "其他结果", "尚未", "审结", "总计")
_AMONG = re.compile(r"^其中\d?")
_EXPLAINED = re.compile(r"(?<=.{4})\([^()]*\)$")  # behind a label: 专职人员数(不包括政府公报及政府网站工作人员数)
_UNSAID = (re.compile(r"政府信息公开|政府|本?行政机关|本机关|申请内容"), re.compile(r"类申请$|数量?$"))  # left out in 本年新收申请
_SHORTEST_PART = 3  # characters of a part of a label that stands for it
_NOT = ("不", "未", "无", "非")
_SHORTEST = 4  # characters that such a label must keep
EXACT, WEAK = 6.0, 2.0  # scores of a sure label and of a short one like 总计
FOREIGN = 2.0  # what a label loses that has other words before it in its cell
LEAST_LIKE = 0.55  # share of characters in common below which two labels are strangers


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row as any edition prints it; `widths` are the numbers of figures it may have."""

    order: int  # position among all rows of all tables
    table: str
    id: str
    number: str  # list number of its label: "1", "(七)", '' for none
    cores: tuple[str, ...]  # label keys without list number, longest first
    widths: frozenset[int]
    groups: frozenset[str] = frozenset()  # label keys of the group it stands in


@dataclass(frozen=True, slots=True)
class LabelIndex:
    rows: tuple[FormRow, ...]
    ends: Mapping[str, tuple[tuple[str, int], ...]]  # last two characters → (core, row order)
    first: Mapping[str, int]  # table → order of its first row
    headers: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]  # last character → (label of a column, tables that have it)

    def exact(self, gap: str, own: str) -> dict[int, float]:
        """Row order → score of every row whose label ends the gap; the longest label wins over its own end.

        `own`: the last cell or line of words, without list number; a label that is only its end may be another one's.
        """
        found = [(core, order) for core, order in self.ends.get(gap[-2:], ()) if gap.endswith(core)]
        longest = max((len(core) for core, _ in found), default=0)
        scores: dict[int, float] = {}
        for core, order in found:
            numbered = self.numbered(gap, core, order)
            if len(core) == longest or numbered:
                sure = EXACT if numbered or len(core) >= 4 else WEAK
                foreign = own.endswith(core) and not is_own(own.removesuffix(core), self.rows[order])
                scores[order] = max(scores.get(order, 0), sure + (0.5 if numbered else 0) - (FOREIGN if foreign else 0))
        return scores

    def enclosed(self, gap: str, own: str) -> dict[int, float]:
        """As `exact`; the label may stand in a bracket behind its group: 行政诉讼(复议后起诉)."""
        found = self.exact(gap, own)
        return found or self.exact(gap.rstrip(")"), own.rstrip(")").rpartition("(")[2]) if gap.endswith(")") else found

    def numbered(self, gap: str, core: str, order: int) -> bool:
        number = self.rows[order].number
        return bool(number) and gap.endswith(number + core)

    def headed(self, gap: str) -> frozenset[str]:
        """Tables whose header ends the gap: figures without a label follow it."""
        found = [tables for header, tables in self.headers.get(gap[-1:], ()) if gap.endswith(header)]
        return frozenset().union(*found)

    def cut_in_two(self, gap: str, behind: str, tables: frozenset[str]) -> dict[int, float]:
        """A label whose figures were printed in its middle: its head ends `gap`, its tail begins `behind`."""
        scores: dict[int, float] = {}
        rows = [row for row in self.rows if row.table in tables] if behind else []
        for row, core in ((one, core) for one in rows for core in one.cores if behind[0] in core[2:]):
            start = gap.rfind(core[:2], -len(core))
            head = gap[start:] if start >= 0 else ""
            if 2 <= len(head) < len(core) and core.startswith(head) and behind.startswith(core[len(head) :]):
                scores[row.order] = EXACT - (0 if gap[:start].endswith(row.number) else 1)
        return scores

    def like(self, gap: str, own: str, tables: frozenset[str]) -> dict[int, float]:
        """Row order → score by likeness of the end of the gap, or by `own`, its last cell or line, among the rows of some tables."""
        part = part_of(own, tables)
        scores = {order: EXACT * (best - 0.4) / 0.6 for order, best in likest(gap, tables)}
        return scores if part is None else {**scores, part: max(scores.get(part, 0.0), EXACT - 1)}


@lru_cache(maxsize=256)
def part_of(own: str, tables: frozenset[str]) -> int | None:
    """Order of the one row of some tables whose label has the words of a cell in it, 不掌握 or 出版物, and no 不 or 未 before them."""
    number, core = label_key(list_number(own)[0]), core_of(own)
    if len(core) < _SHORTEST_PART:
        return None
    rows = [row for row in label_index().rows if row.table in tables and any(says(core, label) for label in shortened(row))]
    rows = [row for row in rows if row.number == number] or [row for row in rows if not number]
    return rows[0].order if len(rows) == 1 else None


def says(part: str, label: str) -> bool:
    before, found, _ = label.partition(part)
    return bool(found) and not before.endswith(_NOT)


def is_own(before: str, row: FormRow) -> bool:
    """Nothing but a number or the name of its group stands before a label."""
    return not before or before.isdecimal() or before in row.groups


@lru_cache(maxsize=256)
def likest(gap: str, tables: frozenset[str]) -> tuple[tuple[int, float], ...]:
    """(row order, likeness) of the rows of some tables that are no strangers to the end of the gap."""
    rows = [row for row in label_index().rows if row.table in tables]
    best = ((row.order, max((likeness(core, row.number, gap) for core in row.cores if len(core) >= 4), default=0.0)) for row in rows)
    return tuple((order, most) for order, most in best if most >= LEAST_LIKE)


def likeness(core: str, number: str, gap: str) -> float:
    """0…1: the best of the ends of the gap that are about as long as the label, its list number included."""
    whole = number + core
    lengths = {len(whole) + n for n in (-2, -1, 0, 1)} | {len(core), len(gap) if len(gap) < len(whole) else len(whole)}
    return max(Indel.normalized_similarity(whole, gap[-n:]) for n in lengths if n > 1)


@cache
def label_index() -> LabelIndex:
    rows: dict[str, FormRow] = {}
    for table_id in table_order():
        for row in whole_row(table_id) + merged(table_id):
            rows[row.id] = replace(row, order=len(rows))
    ends: dict[str, list[tuple[str, int]]] = {}
    for row in rows.values():
        for core in sorted(shortened(row)):
            ends.setdefault(core[-2:], []).append((core, row.order))
    first: dict[str, int] = {}
    for row in rows.values():
        first.setdefault(row.table, row.order)
    return LabelIndex(tuple(rows.values()), {end: tuple(cores) for end, cores in ends.items()}, first, headers())


def headers() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, set[str]] = {}
    for form in load_forms().values():
        for table in form.tables:
            for label in (text for column in table.columns for text in (column.label, *column.variants)):
                found.setdefault(core_of(label), set()).add(table.id)
    every = [(header, frozenset(tables)) for header, tables in found.items()]
    return {end: tuple(one for one in every if one[0].endswith(end)) for end in {header[-1:] for header in found}}


def table_order() -> list[str]:
    """Tables of all editions as a report prints them."""
    ids = {table.id for form in load_forms().values() for table in form.tables}
    return sorted(ids)


def whole_row(table_id: str) -> list[FormRow]:
    """Section IV is mostly printed as one row of three blocks."""
    if table_id != DISPUTES:
        return []
    blocks = merged(table_id)
    return [FormRow(0, table_id, table_id, "", (), frozenset({len(blocks) * max(blocks[0].widths)}))]


@cache
def editions_of(table_id: str) -> Mapping[str, FormTable]:
    return {form.edition: t for form in load_forms().values() for t in form.tables if t.id == table_id}


def merged(table_id: str) -> list[FormRow]:
    """The printed rows of a table in all its editions, in one order."""
    order: list[str] = []
    found: dict[str, FormRow] = {}
    for table in editions_of(table_id).values():
        width = sum(column.printed for column in table.columns)
        place = 0
        for row in table.rows:
            if row.id not in order:
                order.insert(place, row.id)
            place = order.index(row.id) + 1
            if row.printed:
                labels = (row.label, *row.variants)
                earlier = found.get(row.id)
                cores = {*(core_of(label) for label in labels), *(earlier.cores if earlier else ())}
                widths = frozenset({width}) | (earlier.widths if earlier else frozenset())
                ordered = tuple(sorted(cores, key=lambda core: (-len(core), core)))
                found[row.id] = FormRow(0, table_id, row.id, number_of(row.label), ordered, widths, groups_of(table, row))
    return [found[row_id] for row_id in order if row_id in found]


def groups_of(table: FormTable, row: Row) -> frozenset[str]:
    return frozenset(core_of(text) for group in table.rows if group.id == row.parent and not group.printed for text in (group.label, *group.variants))


@cache
def shortened(row: FormRow) -> frozenset[str]:
    """Its labels, also with its group behind them, and the same without words that add nothing: no damaged label is likened to these.

    Only rows of several figures are known without 政府信息公开 or 数量: sentences say 收到申请 too.
    """
    words, end = _UNSAID
    found = {less for core in row.cores for less in (core, _EXPLAINED.sub("", core))}
    found |= {f"{core}{link}{group}" for core in row.cores for group in row.groups for link in ("", "的") if min(len(core), len(group)) >= _SHORTEST}
    if max(row.widths) > 1:
        found |= {short for core in found for less in (words.sub("", core), core) for short in (less, end.sub("", less))}
    return frozenset(short for short in found if len(short) >= _SHORTEST or short in row.cores)


@kept
def core_of(label: str) -> str:
    return _AMONG.sub("", list_number(label)[1])


def number_of(label: str) -> str:
    return label_key(list_number(label)[0])


def disputes(header: str, index: LabelIndex, width: int) -> dict[int, float]:
    """Section IV is known by the words of its header: all three blocks, or the one named last; a heading that names both kinds names none.

    `width`: figures of the group, which is that one where they are as many as it has.
    """
    tail = header[-140:]
    tail = _HEADING.sub("", tail) if _DISPUTED in tail else tail
    if sum([word in tail for word in _OUTCOMES]) < 3 or BOTH.search(header):
        return {}
    rows = [row for row in index.rows if row.table == DISPUTES]
    named = {row.order: max((tail.rfind(core) for core in row.cores), default=-1) for row in rows[1:]}
    likeliest = max(named, key=lambda order: named[order])
    if tail.count("审结") > 1 or named[likeliest] < 0:
        return {row.order: EXACT if row is rows[0] else EXACT - WEAK for row in rows}
    return {likeliest: EXACT} if width in index.rows[likeliest].widths else {likeliest: EXACT, rows[0].order: EXACT - WEAK}
