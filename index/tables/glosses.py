"""Words beside a label that are no part of it: its translation, a remark in brackets. What is shown stays as printed."""

import re
from collections.abc import Sequence

from index.tables.columns import column_forms, column_named
from index.tables.groups import is_plain, kind_of
from index.tables.labels import EXACT, core_of, label_index
from index.tables.lines import Line, Slot
from index.tables.parts import is_part
from index.text import kept, label_key

_HAN = r"\u4e00-\u9fff"
_FOREIGN = rf"(?=[^{_HAN}]*[A-Za-z][a-z]{{2}})[^{_HAN}\d|][^{_HAN}|]*"  # a phrase of lower-case words
_BEHIND = re.compile(rf"(?P<label>.*[{_HAN}][^{_HAN}A-Za-z]*?)\s*(?:\n|\s|/|(?<=[)\"]))\s*(?P<gloss>{_FOREIGN}|\([^{_HAN}]*[a-z]{{3}}[^{_HAN}]*)", re.DOTALL)
_BEFORE = re.compile(rf"(?:{_FOREIGN})(?:\n|\s|/)\s*(?P<label>[(\d.、\s]*[{_HAN}][^A-Za-z]*)", re.DOTALL)
_NUMBERED = re.compile(r"(?<=\S)\s*\n\s*(?:\d{1,2}|[IVXLCD]{1,5}|\([\dA-Za-z]{1,4}\))[.)、]?$")  # list number of the translation
_REMARK = re.compile(r"(?P<label>[^()]*(?:\([^()]{1,3}\))?[^()]+?)\s*\((?P<remark>[^()]+)\)", re.DOTALL)


_YEAR = re.compile(r"(?:19|20)\d\d年|[上去前]年")


def without_glosses(lines: Sequence[Line]) -> list[Line]:
    """Every cell with a label as the label alone."""
    return [line if line.kind == "text" else line.changed(plain) for line in lines]


def plain(slot: Slot) -> Slot:
    text = bare(slot.text) if slot.text else ""
    return slot if text == slot.text else slot._replace(text=text)


@kept
def bare(text: str) -> str:
    """信息内容 of 信息内容\\nItem; 行政许可 of 行政许可(不含垂管单位)."""
    if text.isascii() or kind_of(text) != "words" or not is_plain(text):
        return text
    found = _BEHIND.fullmatch(text) or _BEFORE.fullmatch(text)
    label = _NUMBERED.sub("", found["label"].strip()) if found else text
    remarked = _REMARK.fullmatch(label)
    return remarked["label"] if remarked and is_remark(remarked["label"], remarked["remark"]) and not is_label(label) else label


def is_label(text: str) -> bool:
    """A row of a form, surely and without other words."""
    return max(label_index().exact(label_key(text), core_of(text)).values(), default=0.0) >= EXACT


def is_remark(label: str, remark: str) -> bool:
    """The words in front are a row's label, and those in the bracket name neither a row nor a column, nor a part of the row."""
    named = label_index().exact(label_key(remark), "") or any(column_named(remark, form.id) for form in column_forms())
    return is_label(label) and not named and not _YEAR.search(remark) and not is_part(f"{label}({remark})")
