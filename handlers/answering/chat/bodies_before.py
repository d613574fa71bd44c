"""沭阳的呢 after 沭阳县发改局: a place alone stands for the body of it that was named before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Frame
from index.vocabulary import NameHit

_ITS_GOVERNMENT = re.compile("[省市县区旗州]$|政府|government|city|county|district")  # 沭阳县 is the county itself


def with_bodies_before(frame: Frame, history: Sequence[Frame]) -> Frame:
    """Places without a report of their own as the one body there that the questions before named; all others as they are."""
    said = list(_bodies(history))
    operands = tuple(replace(o, names=tuple(_meant(name, said) for name in o.names)) for o in frame.operands)
    return frame if operands == frame.operands else replace(frame, operands=operands)


def _bodies(history: Sequence[Frame]) -> Iterator[NameHit]:
    return (name for frame in history for operand in frame.operands for name in operand.names if len(name.agencies) == 1)


def _meant(name: NameHit, said: Sequence[NameHit]) -> NameHit:
    there = {n.agencies[0]: n for n in said if n.agencies[0] in name.beside}
    bare = name.kind == "place" and not name.agencies and not _ITS_GOVERNMENT.search(name.text)
    return replace(next(iter(there.values())), start=name.start, end=name.end, text=name.text) if bare and len(there) == 1 else name
