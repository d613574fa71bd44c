"""Parts of the report named in a question (第四部分里…, 表三…): one that does not hold the figure must not be passed over."""

from collections.abc import Iterable

from handlers.answering.asked.frames import Frame
from handlers.answering.operations.base import Answer
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.speech import saying

_NUMERALS = "一二三四五六"
_PART = saying("parts.of_report")
_HOLDS = {"s2.": "二", "s3.": "三", "s4.": "四"}


def misplaced(frame: Frame, answer: Answer) -> Shortfall | None:
    """Why a figure is not given as that of the part named: it stands in another one."""
    named = _named(frame)
    holding = _parts(c for v in answer.values for c in v.cells)
    if not named or not holding or named & holding:
        return None
    words = "、".join(f"第{part}部分" for part in sorted(named, key=_NUMERALS.index))
    return Shortfall("not_in_report", "elsewhere", (("words", words), ("part", "、".join(sorted(holding, key=_NUMERALS.index)))))


def sections_named(frame: Frame) -> tuple[str, ...]:
    """("s3",) of 第三部分, 表三."""
    return tuple(section[:2] for section, part in _HOLDS.items() if part in _named(frame))


def _named(frame: Frame) -> set[str]:
    return {part for found in _PART.finditer(frame.text) for part in found.groups() if part}


def _parts(cells: Iterable[str]) -> set[str]:
    return {_HOLDS[c[:3]] for c in cells if c[:3] in _HOLDS}
