"""Writers that tell the tables in running sentences, the sum of a row before its parts."""

from collections.abc import Callable
from random import Random

from tests.rendering.sheets import Block
from tests.rendering.told import Told, written

_FIRST, _ORGANISATIONS = "自然人", "法人或其他组织—"


def bracketed(blocks: list[Block], rng: Random) -> bytes:
    """予以公开30件（其中，自然人27件；法人或其他组织中，商业企业3件、…）。予以公开0件（各类申请人均为0件）。"""
    return written(blocks, rng, lambda told: _row(told, _every, "（各类申请人均为0件）。"))


def rest(blocks: list[Block], rng: Random) -> bytes:
    """予以公开共30件，其中自然人27件，商业企业3件，其余为0。"""
    return written(blocks, rng, lambda told: _row(told, _not_zero, "，各类均为0；"))


def _row(told: Told, parts: Callable[[Told], str], zero: str) -> str:
    if told.names[-1] != "总计":
        return f"{told.label}，" + "，".join(f"{name}为{figure}{_unit(name)}" for name, figure in zip(told.names, told.figures, strict=True)) + "。"
    empty = all(figure == "0" for figure in told.figures)
    return f"{told.label}{told.figures[-1]}件{zero if empty else parts(told)}"


def _every(told: Told) -> str:
    pairs = list(zip(told.names, told.figures, strict=True))[:-1]
    if not told.names[0].startswith(_FIRST):
        return "，其中" + "、".join(f"{name}{figure}件" for name, figure in pairs) + "。"
    others = "、".join(f"{name.removeprefix(_ORGANISATIONS)}{figure}件" for name, figure in pairs[1:])
    return f"（其中，{_FIRST}{pairs[0][1]}件；法人或其他组织中，{others}）。"


def _not_zero(told: Told) -> str:
    """Only where the parts add up is the rest said to be 0."""
    pairs = list(zip(told.names, told.figures, strict=True))[:-1]
    if sum(int(figure) for _, figure in pairs) != int(told.figures[-1]):
        return _every(told)
    parts = [f"{name.removeprefix(_ORGANISATIONS)}{figure}件" for name, figure in pairs if figure != "0"]
    return f"，其中{'，'.join(parts)}{'，其余为0' if len(parts) < len(pairs) else ''}。"


def _unit(name: str) -> str:
    return "万元" if "元" in name else "件"
