"""The money unit of a table: what its header prints, else what is said once above all tables of section II."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.tables.found import FoundTable
from index.tables.lines import Slot
from index.text import label_key

_SECTION = "s2."
_COUNTS = r"(?:件次|人次|[件条项个次宗/和或及])*"
_CAPTION = re.compile(rf"(?P<of>收费|采购)?.{{0,6}}单位(?:均|分别)?为?{_COUNTS}(?P<unit>[万亿]?元)(?![/和或及万亿元])")
_LONGEST = 40  # characters of such words


def with_units(tables: Sequence[FoundTable]) -> list[FoundTable]:
    first = next((table for table in tables if table.form.id.startswith(_SECTION)), None)
    above = captions_in(first.rows[0].group.words) if first else []
    return [replace(table, money=money_unit(table.words) or said(table, captions_in(table.words)) or beside(table) or said(table, above)) for table in tables]


def money_unit(words: Iterable[Slot]) -> str:
    """元 | 万元 | 亿元 that the header prints beside its column, '' for none."""
    gap = "".join(label_key(slot.text) for slot in words)
    found = [unit for unit in ("亿元", "万元", "元") if f"单位{unit}" in gap or f"({unit})" in gap]
    return found[0] if found else ""


def beside(table: FoundTable) -> str:
    """元 in a cell of its own: a column of units (行政事业性收费 | 元 | 41,165); '' where two are said."""
    units = {row.group.money for row in table.rows} - {""}
    return units.pop() if len(units) == 1 and table.form.id.startswith(_SECTION) else ""


def captions_in(words: Iterable[Slot]) -> list[tuple[str, str]]:
    """(收费 | 采购 | '' for both, unit) of 收费金额单位:元 or 单位:件、项、万元."""
    found = (_CAPTION.search(label_key(slot.text)) for slot in words if "元" in slot.text and len(slot.text) <= _LONGEST)
    return [(one["of"] or "", one["unit"]) for one in found if one]


def said(table: FoundTable, captions: Sequence[tuple[str, str]]) -> str:
    """'' where two are said."""
    if not table.form.id.startswith(_SECTION):
        return ""
    labels = "".join(row.label for row in table.form.rows)
    units = {unit for of, unit in captions if of in labels}
    return units.pop() if len(units) == 1 else ""
