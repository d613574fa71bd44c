"""Several figures put forward at once (新收61件、予以公开15件，对吗): yes when every one of them holds."""

from dataclasses import replace

from handlers.answering.asked.measured import Reading
from handlers.answering.asked.put_forward import put_forward
from handlers.answering.models import Verdict
from handlers.answering.operations.base import Answer, Ask, Result, amount, baseless, common, missing, value_of
from handlers.answering.operations.conditions import MONEY, condition
from handlers.answering.operations.lookup import distinct_names, notes_of
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.decimals import plain


def every_one_holds(ask: Ask) -> Result:
    """否 with each figure, and beside one that does not hold what was said; refused where a figure is of nothing that was understood."""
    pairs = put_forward(ask.frame)
    if not pairs:
        said = (f"{plain(figure.value)}{figure.unit}" for _, figure in ask.frame.figures)
        return Shortfall("not_understood", "steps_left", (("words", "”“".join(said)),))
    items = replace(ask, frame=replace(ask.frame, operands=tuple(o for o, _ in pairs))).items()
    if isinstance(items, Shortfall):
        return items
    if [i.operand for i in items] != list(range(len(pairs))):
        return Shortfall("not_understood", "second_operand")
    readings = [ask.read(item) for item in items]
    short = missing(readings, ask.directory) or baseless(readings)
    if short:
        return short
    said = ["" if test(reading.value) else f"（问的是{words}）" for reading, (test, words) in
            ((r, condition(replace(ask, frame=replace(ask.frame, figures=(figure,))), r.unit)) for r, (_, figure) in zip(readings, pairs, strict=True)) if reading.value is not None]
    if any((r.unit in MONEY) != (figure.unit in MONEY) and figure.unit for r, (_, (_, figure)) in zip(readings, pairs, strict=True)):
        return Shortfall("not_understood", "second_operand")
    return told(readings, said)


def told(readings: list[Reading], said: list[str]) -> Result:
    if len(said) != len(readings):
        return Shortfall("not_understood", "second_operand")
    verdict: Verdict = "no" if any(said) else "yes"
    listed = "，".join(f"{name} {amount(r)}{words}" for name, r, words in zip(distinct_names(readings), readings, said, strict=True))
    head = f"{'否' if any(said) else '是'}。{common(readings)}{listed}"
    return Answer(tuple(value_of(r) for r in readings), head, (), notes_of(readings), verdict=verdict, readings=tuple(readings))
