"""Codes in place of labels, with a legend above or below the table: "A＝一、本年新收…；E1＝不予公开—1.属于国家秘密", "①自然人；②商业企业", "注1：…"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from index.tables.lines import Line, Slot
from index.tables.marked import is_column
from index.tables.row_order import rows_of
from index.tables.upright import table_key
from index.text import kept, list_number, normalise

_PLAIN = r"[A-Za-z]{1,2}[-.]?\d{0,2}|\(\d{1,2}\)|\[\d{1,2}\]|注\d{1,2}"
_CODE = rf"(?P<code>{_PLAIN}|[\u4e00-\u9fff](?=\s*(?:=|:|[-—–]|为|指|代表|表示)))"
_ENTRY = re.compile(rf"(?:[^:]{{0,14}}:)?\s*{_CODE}\s*(?:=|:|[-—–]+|为|指|代表|表示)?\s*(?P<label>[^A-Za-z\s].*)", re.DOTALL)
_NOTED = re.compile(r".*?(?:注|\.\.\s*(?=[(\[]))(?P<number>\(?\[?\d{1,2}\)?\]?)")  # behind a label cut short: 2.其他法律…注1
_BREAKS, _COMMAS = re.compile(r"[;。\n]"), re.compile(r"[;。\n，,]")
_BEGINS = re.compile(rf"(?:^|[:;。，,\s])(?:(?:{_PLAIN})\s*(?:[=:—–-]|[\u4e00-\u9fff])|[\u4e00-\u9fff]\s*(?:[=:—–]|为|指|代表|表示))")
_LEAST = 3  # codes of a legend, codes in a line or a column of a table
_LABEL = 60  # characters of a cell


def with_legends(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, codes as the labels that they stand for."""
    legend = legend_of(lines)
    if len(legend) < _LEAST:
        return lines
    found: list[Line] = []
    for (kind, _), group in groupby(lines, key=table_key):
        table = list(group)
        found += table if kind == "text" else labelled(table, legend)
    return found


def legend_of(lines: Sequence[Line]) -> dict[str, str]:
    """Code → label of a row or column of the forms; a code with two labels has none."""
    said: dict[str, set[str]] = {}
    for text in (line.slots[0].text for line in lines if line.kind == "text"):
        if _BEGINS.search(text):
            for code, label in entries(text):
                said.setdefault(code, set()).add(label)
    return {code: labels.pop() for code, labels in said.items() if len(labels) == 1}


def entries(text: str) -> Iterator[tuple[str, str]]:
    whole = [piece for piece in _BREAKS.split(text) if (found := _ENTRY.fullmatch(piece.strip())) and is_label(found["label"])]
    for piece in whole or _COMMAS.split(text):
        found = _ENTRY.fullmatch(piece.strip())
        if found and is_label(found["label"]):
            yield found["code"], found["label"]


@kept
def is_label(text: str) -> bool:
    return bool(rows_of(text)) or is_column(text)


def labelled(table: Sequence[Line], legend: Mapping[str, str]) -> list[Line]:
    """Codes stand in the header, in one column of labels, or behind labels cut short."""
    columns = [slot.column for line in table for slot in line.slots if slot.text in legend and line.numbers]
    labels = {column for column in columns if columns.count(column) >= _LEAST}
    return [one_line(line, labels, legend) for line in table]


def one_line(line: Line, labels: set[int], legend: Mapping[str, str]) -> Line:
    heads = sum(slot.text in legend for slot in line.slots) >= _LEAST and not line.numbers
    return line.changed(lambda slot: decoded(slot, legend) if heads or slot.column in labels else completed(slot, legend))


def decoded(slot: Slot, legend: Mapping[str, str]) -> Slot:
    label = legend.get(slot.text, "")
    return slot._replace(text=label, printed=label) if label else slot


def completed(slot: Slot, legend: Mapping[str, str]) -> Slot:
    """As printed, for the number of a note is no part of a text."""
    found = _NOTED.fullmatch(_digits(slot.printed)) if "..." in slot.text or "注" in slot.text else None
    number = found["number"] if found else ""
    label = legend.get(number, legend.get(f"注{number}", "")) if number else ""
    label = f"{list_number(slot.text)[0]}{label}" if label else ""
    return slot._replace(text=label, printed=label) if label else slot


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _digits(printed: str) -> str:
    return normalise(printed.translate(_RAISED))
