"""2, 第一个, 都要: an answer to the list of choices that the bot gave just before."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.chat.named_back import Replied, named
from handlers.answering.models import Choice, Question
from handlers.answering.words.corrections import in_turns
from handlers.answering.words.speech import saying

_ONE = saying("follow_ups.one_choice")
_LAST = saying("follow_ups.last_choice")
_EVERY = saying("follow_ups.every_choice")
_PLACES = {c: n for row in ("一二三四五", "12345") for n, c in enumerate(row)}


def written_out(question: Question, replied: Replied) -> Question:
    """The question and those before it, a picked choice put in full, what points at a reply named, a question taken back set apart."""
    turns: list[str] = []
    for text in (*question.context, question.text):
        if turns and _picks(text):
            text = _picked(text, replied(replace(question, text=turns[-1], context=tuple(turns[:-1]))).choices)
        elif turns:
            text = named(text, turns, question, replied)
        turns += in_turns(text)
    return replace(question, text=turns[-1], context=tuple(turns[:-1]))


def _picks(text: str) -> bool:
    return any(said.fullmatch(text.strip()) for said in (_ONE, _LAST, _EVERY))


def _picked(text: str, choices: Sequence[Choice]) -> str:
    """The question of the choice; the text itself when there is no such choice."""
    if choices and _EVERY.fullmatch(text.strip()):
        return "".join(c.question for c in choices)
    if choices and _LAST.fullmatch(text.strip()):
        return choices[-1].question
    place = next((_PLACES[c] for c in text if c in _PLACES and not (c == "一" and "第" not in text)), len(choices))
    return choices[place].question if place < len(choices) else text
