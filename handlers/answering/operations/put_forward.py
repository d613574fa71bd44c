"""Several figures put forward at once (新收61件、予以公开15件，对吗): yes when every one of them holds."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measured import Reading
from handlers.answering.asked.put_forward import put_forward
from handlers.answering.models import Verdict
from handlers.answering.operations.base import Answer, Ask, Result, amount, baseless, common, missing, value_of
from handlers.answering.operations.conditions import MONEY, condition
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain
from handlers.answering.words.mentions import Figure

_SECOND = Shortfall("not_understood", "second_operand")


def every_one_holds(ask: Ask) -> Result:
    """否 with each figure, and beside one that does not hold what was said; refused where a figure is of nothing that was understood."""
    pairs = put_forward(ask.frame)
    if not pairs:
        unplaced = "”“".join(f"{plain(figure.value)}{figure.unit}" for _, figure in ask.frame.figures)
        return Shortfall("not_understood", "steps_left", (("words", unplaced),))
    readings = _readings(ask, [operand for operand, _ in pairs])
    if isinstance(readings, Shortfall):
        return readings
    figures = [figure for _, figure in pairs]
    if any(_of_other_kind(reading, figure) for reading, (_, figure) in zip(readings, figures, strict=True)):
        return _SECOND
    return _told(readings, [_unlike(ask, reading, figure) for reading, figure in zip(readings, figures, strict=True)])


def _readings(ask: Ask, operands: Sequence[Operand]) -> list[Reading] | Shortfall:
    """One figure of the report for each."""
    items = replace(ask, frame=replace(ask.frame, operands=tuple(operands))).items()
    if isinstance(items, Shortfall):
        return items
    if [item.operand for item in items] != list(range(len(operands))):
        return _SECOND
    readings = [ask.read(item) for item in items]
    return missing(readings, ask.directory) or baseless(readings) or readings


def _of_other_kind(reading: Reading, figure: Figure) -> bool:
    """73个 held against an amount of money."""
    return bool(figure.unit) and (reading.unit in MONEY) != (figure.unit in MONEY)


def _unlike(ask: Ask, reading: Reading, figure: tuple[int, Figure]) -> str:
    """What was said, where the report says something else; '' where it holds."""
    holds, words = condition(replace(ask, frame=replace(ask.frame, figures=(figure,))), reading.unit)
    return "" if reading.value is not None and holds(reading.value) else f"（问的是{words}）"


def _told(readings: list[Reading], unlike: list[str]) -> Answer:
    verdict: Verdict = "no" if any(unlike) else "yes"
    listed = "，".join(f"{name} {amount(r)}{said}" for name, r, said in zip(distinct_names(readings), readings, unlike, strict=True))
    head = f"{'否' if any(unlike) else '是'}。{common(readings)}{listed}"
    return Answer(tuple(value_of(r) for r in readings), head, (), notes_of(readings), verdict=verdict, readings=tuple(readings))
