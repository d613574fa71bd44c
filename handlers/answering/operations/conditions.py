"""What a figure has to pass: bounds, ranges, zero, a number meant as it stands or loosely."""

import re
from collections.abc import Callable
from decimal import Decimal

from handlers.answering.asked.asking import is_range
from handlers.answering.asked.frames import Frame, Op
from handlers.answering.operations.base import Ask
from handlers.answering.operations.than_figure import bound, is_reached, loosely, roughly, side_of, within_range
from handlers.answering.words.decimals import plain
from handlers.answering.words.figures import step
from handlers.answering.words.mentions import Figure

MONEY = {"元": Decimal(1), "块": Decimal(1), "万元": Decimal(10_000), "千万": Decimal(10_000_000), "千万元": Decimal(10_000_000), "百万元": Decimal(1_000_000), "亿元": Decimal(100_000_000)}


def _never(ask: Ask, word: str) -> bool:
    """一次都没出现, 从未用到: what there was, denied."""
    return bool(re.search(f"(?<!有)[没未](?:有|曾|被)?{re.escape(word)}", ask.frame.text))


def in_unit(figure: Figure | None, unit: str) -> Figure | None:
    """破四千万 of an amount printed in 万元: 4000 万元; a bare small number is in the printed unit."""
    if figure is not None and unit == "%" and figure.unit == "成":
        return Figure(figure.value * 10, "%", figure.room * 10)
    bare = figure is not None and not figure.unit and figure.value >= MONEY["万元"]
    if figure is None or unit not in MONEY or not (bare or figure.unit in MONEY):
        return figure
    scale = (MONEY[figure.unit] if figure.unit else 1) / MONEY[unit]
    return Figure(figure.value * scale, unit, figure.room * scale)


def condition(ask: Ask, unit: str = "") -> tuple[Callable[[Decimal], bool], str]:
    """The test a figure in that unit has to pass, and its words."""
    tests: list[tuple[Callable[[Decimal], bool], str]] = []
    frame = ask.frame
    if is_range(frame):
        ends = [in_unit(f, unit) or f for _, f in frame.figures[:2]]
        return within_range(ends[0].value, ends[1].value)
    for op in frame.ops:
        figure = in_unit(_figure_after(ask, op), unit)
        if (op.id == "op.nonzero" and not _never(ask, op.text)) or (op.id == "op.above" and figure and not figure.value) or (op.id == "op.zero" and frame.has("op.above")):
            tests.append((lambda v: v != 0, "不为 0"))
        elif op.id in ("op.zero", "op.nonzero"):
            tests.append((lambda v: v == 0, "为 0"))
        elif figure and op.id in ("op.above", "op.below"):
            tests.append(bound(op.id, op.text, figure))
    if frame.figures and not any(op.id in ("op.above", "op.below") and len(op.text) > 1 for op in frame.ops):
        tests = roughly(frame, in_unit(_claimed(frame, unit), unit) or _claimed(frame, unit)) or tests
    if not tests and frame.figures:
        figure = in_unit(_claimed(frame, unit), unit) or _claimed(frame, unit)
        exact, side = figure.value, side_of(frame.text)
        plainly = (lambda v: v >= exact, f"不少于 {plain(exact)}") if is_reached(frame.text) else (lambda v: v == exact, f"等于 {plain(exact)}")
        room = loosely(figure, frame.text)
        if room and not side:  # 七倍多: seven times and something
            words = f"{plain(exact)} 至 {plain(exact + room)}" if room > step(exact) else f"{plain(exact)}{figure.unit}多"
            plainly = (lambda v: exact <= v < exact + room), words
        tests.append(bound(side, "", figure) if side else plainly)
    if not tests:
        return (lambda v: v > 0), "不为 0"
    return (lambda v: all(test(v) for test, _ in tests)), "、".join(dict.fromkeys(words for _, words in tests))


_MORE_BY = re.compile("(?:比[^,，。]*(?:多|高|大)[出了]?|(?:增加?|增长|上升|[涨升多])了)[一二两三四五六七八九\\d.]+倍")  # 多一倍: twice as many


_NUMBER = "[零一二两三四五六七八九十百千万亿\\d.]+[件个条项起宗份单]?"
_RECKONED = re.compile(f"{_NUMBER}(?:加上?|减去?|[+-]){_NUMBER}[,，]?(?:是不是|等不等于|等于|就是|是|得|=)")  # 60加1是不是61: what it comes to is put forward


def _claimed(frame: Frame, unit: str) -> Figure:
    """一年收61件申请，25件当信访？: the last number of the figure's own unit; the first when none has it."""
    if _RECKONED.search(frame.text):
        return frame.figures[-1][1]
    alike = [f for _, f in frame.figures if unit and f.unit == unit]
    said = alike[-1] if alike else frame.figures[0][1]
    return Figure(said.value + 1, said.unit, said.room) if said.unit == "倍" and _MORE_BY.search(frame.text) else said


def spaced(words: str) -> str:
    """A space between a figure and the Chinese word after it: 不为 0 的."""
    return f"{words} " if words[-1:].isascii() and words else words


def _figure_after(ask: Ask, op: Op) -> Figure | None:
    """The number that goes with a comparing word: the next one, else the one just before (10 件以上)."""
    following = [f for at, f in ask.frame.figures if at > op.position]
    before = [f for at, f in ask.frame.figures if at < op.position]
    if before and op.text in ("以上", "以下", "以内", "及以上", "上"):  # 50件以上100件以下
        return before[-1]
    return following[0] if following else before[-1] if before else None
