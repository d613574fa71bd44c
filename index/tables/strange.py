"""A printed header with columns that no form has: 自然人 | 法人或其他组织 | 总计. Figures follow its names, never their position.

Columns that it names are read; of the others of the form nothing is said, for their figures may stand in a column without name.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from rapidfuzz.distance import Indel

from index.forms import FormTable
from index.sections import heading_of
from index.tables.columns import column_cores, column_forms, column_named, group_named, parts_of
from index.tables.figures import ABSENT, UNREAD
from index.tables.groups import UNITS
from index.tables.labels import EXACT, LEAST_LIKE, core_of, label_index
from index.tables.lines import Line, Slot
from index.tables.reworded import in_other_words
from index.tables.upright import table_key
from index.tables.year_labels import is_own_year
from index.text import label_key, list_number

_DIGITS = re.compile(r"\d+")
_WIDE = 5  # columns of a table whose figures have to be told apart by a header
_CAPTION = re.compile(  # words of a caption that say of no part of the table
    r"(?:政府信息|公开|依?申请|收到|受理|新收|处理|办理|答复|结果|情况|统计|数据|数量|汇总|一览|明细|对比|对照|比较|附?表|年度?|[本上]年|两年|近|单位|件|[和与及]|[^\u4e00-\u9fff])*"
)
_ENDS = ("。", ";", ":")  # of a sentence
_LEAST = 2  # columns with figures, rows with the label of a form's row
_ANY = re.compile(r"(?:本年)?(?:数量|件数|数值|数据|值|数|金额|统计数|情况|本年)?(?:\(.*\))?")  # names that say nothing but that figures stand below


@dataclass(frozen=True, slots=True)
class Strange:
    """Column of the form → where it stands; columns of the file that no form has."""

    form: FormTable
    places: Mapping[str, int]
    strangers: tuple[int, ...]


def strange_columns(header: Sequence[Line], rows: Sequence[Line], caption: Sequence[str] = ()) -> Strange | None:
    """None where the header is the form's, or does not name every column with figures."""
    forms = forms_of_rows(rows)
    heads = drawn_once(names_above(header, figure_columns(rows) | named_columns(header, forms[0])), rows) if forms else {}
    if not heads:
        return None
    found = max((strange_in(form, heads) for form in forms), key=lambda one: (len(one.places), -len(printed(one.form))))
    if found.strangers and (alike := in_other_words(found.form, found.places, {place: heads[place][-1] for place in found.strangers}, rows)):
        return None if sorted(alike.values()) == [alike[column] for column in printed(found.form)] else Strange(found.form, alike, ())
    found = of_the_year(found, heads, [*caption, *titles_in(header)])
    whole = not found.strangers and len(found.places) == len(printed(found.form))
    return None if whole or (not found.strangers and len(heads) >= _LEAST) or is_forms_own(found, heads) else found


def strange_in(form: FormTable, heads: Mapping[int, Sequence[str]]) -> Strange:
    """Of several columns with the name of one of the form's that is it which is named so and nothing else."""
    known = {place: column_above(names, form) for place, names in heads.items()}
    known = {place: column if column in printed(form) else None for place, column in known.items()}
    times = Counter(known.values())
    exact = {place: column for place, column in known.items() if column and (times[column] == 1 or label_key(heads[place][-1]) in column_cores(form.id))}
    once = Counter(exact.values())
    places = {column: place for place, column in exact.items() if once[column] == 1}
    return Strange(form, places, tuple(place for place in heads if place not in places.values()))


def of_the_year(found: Strange, heads: Mapping[int, Sequence[str]], above: Sequence[str]) -> Strange:
    """A column headed with the report's own year and nothing else is the total, where no name of a part stands `above` it."""
    sums = [column.id for column in found.form.columns if column.printed and column.parts]
    years = [place for place, names in heads.items() if any(map(is_own_year, names)) and all(is_own_year(name) or _ANY.fullmatch(label_key(name)) for name in names)]
    if found.places or len(sums) != 1 or len(years) != 1 or not all(map(says_no_part, above)):
        return found
    return Strange(found.form, {sums[0]: years[0]}, tuple(place for place in found.strangers if place != years[0]))


def says_no_part(caption: str) -> bool:
    """2022年收到和处理政府信息公开申请情况统计表, not 其中:网上申请."""
    return bool(_CAPTION.fullmatch(list_number(caption)[1]))


def column_above(names: Sequence[str], form: FormTable) -> str | None:
    """By the lowest of the names that is one of the form's, or by all together: 商业企 above 业."""
    texts = [text for text in (*reversed(names), "".join(names)) if not group_named(text, form.id)]
    return next((column for text in texts if (column := column_named(text, form.id))), None)


def forms_of_rows(rows: Sequence[Line]) -> list[FormTable]:
    """The editions of the table of which most rows with figures have the label; 当面申请数 is a row of two."""
    labels = [tables_of(label.text) for line in rows if line.numbers and (label := label_of(line))]
    tables = Counter(table for held in labels for table in held)
    count = max(tables.values(), default=0)
    forms = [form for form in column_forms() if tables[form.id] == count > 0]
    return forms if forms and count >= (_LEAST if is_wide(forms[0]) else 1) and count * 2 > len(labels) else []


def is_wide(form: FormTable) -> bool:
    return len(printed(form)) >= _WIDE


@cache
def tables_of(label: str) -> frozenset[str]:
    rows = label_index().exact(label_key(label), "")
    return frozenset(label_index().rows[row].table for row, score in rows.items() if score >= EXACT)


def label_of(line: Line) -> Slot | None:
    """The last words before its figures, units aside; what stands behind them all is a remark, whatever row it names."""
    last = line.numbers[-1].column if line.numbers else -1
    words = [slot for slot in line.words if slot.text not in UNITS]
    return next((slot for slot in reversed(words) if slot.column < last), words[-1] if words else None)


def figure_columns(rows: Sequence[Line]) -> set[int]:
    """Behind the labels: before them stand running numbers."""
    return {slot.column for line in rows if line.numbers and (label := label_of(line)) for slot in line.numbers if slot.column > label.column}


def named_columns(header: Sequence[Line], form: FormTable) -> set[int]:
    """Where the names of the form's columns stand, whether figures stand below them or blanks."""
    return {slot.column for line in header for slot in line.slots if slot.column and slot.text and column_above([slot.text], form)}


def names_above(header: Sequence[Line], columns: set[int]) -> dict[int, list[str]]:
    """The names above every column from left to right, {} where one has none."""
    names: dict[int, list[str]] = {column: [] for column in sorted(columns)}
    for slot in (slot for line in header for slot in line.slots if slot.text and slot.column in names):
        names[slot.column].append(slot.text)
    return names if all(names.values()) else {}


def drawn_once(heads: Mapping[int, list[str]], rows: Sequence[Line]) -> dict[int, list[str]]:
    """Without the columns that repeat the name and the figures of the one before: a merged cell written into all it covers."""
    figures = {place: [slot.text for line in rows for slot in line.numbers if slot.column == place] for place in heads}
    pairs = zip(heads, [None, *heads], strict=False)
    return {place: heads[place] for place, before in pairs if before is None or heads[before] != heads[place] or figures[before] != figures[place]}


def is_forms_own(found: Strange, heads: Mapping[int, Sequence[str]]) -> bool:
    """As many columns as the form has, those known where it has them, the others worded in another way or with names that say nothing."""
    usual, order = printed(found.form), list(heads)
    in_place = len(heads) == len(usual) and all(order.index(place) == usual.index(column) for column, place in found.places.items())
    if not in_place:
        return False
    reworded = len(found.places) * 2 > len(usual) if is_wide(found.form) else all(is_like(found.form, order.index(place), heads[place]) for place in found.strangers)
    return reworded or is_invented([heads[place][-1] for place in found.strangers])


def is_like(form: FormTable, n: int, names: Sequence[str]) -> bool:
    """Most of the characters of the label of the n-th column, or a word for any figure."""
    column = [column for column in form.columns if column.printed][n]
    keys = [label_key(name) for name in (*names, "".join(names))]
    return any(_ANY.fullmatch(key) or Indel.normalized_similarity(key, core_of(label)) >= LEAST_LIKE for key in keys for label in (column.label, *column.variants))


def is_invented(names: Sequence[str]) -> bool:
    """数据1, 数据2 …; or the names of rows: made up where none was printed."""
    return (len(names) > 1 and len({_DIGITS.sub("", name) for name in names}) == 1) or any(map(tables_of, names))


def printed(form: FormTable) -> list[str]:
    return [column.id for column in form.columns if column.printed]


# ---------------------------------------------------------------- rows


def by_name(lines: Sequence[Line]) -> list[Line]:
    """The lines, the figures of such tables in the columns of the form."""
    found: list[Line] = []
    caption: list[str] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        if kind in ("text", "gaps"):
            found += table
        for header, rows in parts_of(table) if kind not in ("text", "gaps") else ():
            strange = strange_columns(header, rows, caption)
            found += (*header, *(under_names(rows, strange) if strange else rows))
        caption = caption_in(table) if kind == "text" else []
    return found


def titles_in(header: Sequence[Line]) -> list[str]:
    """Words that have a line of the header for themselves."""
    lines = ([slot.text for slot in line.slots if slot.text] for line in header)
    return [texts[0] for texts in lines if len(texts) == 1]


def caption_in(lines: Sequence[Line]) -> list[str]:
    """The words below the last heading of a section that are no sentences."""
    texts = [line.slots[0].text for line in lines]
    start = max((n for n, text in enumerate(texts) if heading_of(text)), default=-1)
    return [text for text in texts[start + 1 :] if not text.endswith(_ENDS)]


def under_names(rows: Sequence[Line], strange: Strange) -> list[Line]:
    return [replace(line, slots=named_cells(line, strange), placed=True) if figured(line) else line for line in rows]


def figured(line: Line) -> bool:
    return bool(line.numbers) and label_of(line) is not None


def named_cells(line: Line, strange: Strange) -> tuple[Slot, ...]:
    first = min((*strange.places.values(), *strange.strangers))
    labels = [slot for slot in line.slots if slot.column < first]
    by_column = {slot.column: slot for slot in line.slots}
    others = [by_column[place] for place in strange.strangers if place in by_column]
    blank = line.slots[0]._replace(text="", printed="")
    unnamed = (others or [blank])[0]._replace(text=UNREAD if others else ABSENT, printed=" ".join(slot.printed for slot in others))
    cells = [by_column.get(strange.places[name], blank) if name in strange.places else unnamed for name in printed(strange.form)]
    return (*labels, *(cell._replace(column=first + n) for n, cell in enumerate(cells)))
