"""那年, 那家, 他们: the year, the body or the applicant that the reply just before named."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.answering.models import Question, Reply, Value
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.speech import saying

_WHICH_YEAR, _THAT_YEAR = saying("follow_ups.which_year"), saying("follow_ups.that_year")
_WHICH_BODY, _THAT_BODY = saying("follow_ups.which_body"), saying("follow_ups.that_body")
_WHICH_KIND, _THAT_KIND = saying("follow_ups.which_kind"), saying("follow_ups.that_kind")
_LEFT_OUT, _FOREMOST = saying("follow_ups.left_out"), saying("follow_ups.asks_foremost")
_NEXT = saying("follow_ups.the_next")

Replied = Callable[[Question], Reply]


def named(text: str, turns: Sequence[str], question: Question, replied: Replied) -> str:
    """`text` with what it points at in words: 那年办结几件 after 哪年最少 becomes 2019年办结几件, 除了个人呢 after 哪类人最多 the question without them; as it is when the last reply names nothing of the kind."""
    if (out := _LEFT_OUT.fullmatch(text)) and _FOREMOST.search(turns[-1]):
        return f"除了{out['what']}，{turns[-1]}"
    asked = turns[-2] if len(turns) > 1 and _NEXT.fullmatch(turns[-1]) else turns[-1]
    for which, that, written in ((_WHICH_YEAR, _THAT_YEAR, _year), (_WHICH_BODY, _THAT_BODY, _body), (_WHICH_KIND, _THAT_KIND, _kind)):
        pointing = that.search(text) if which.search(asked) else None
        if pointing:
            reply = replied(replace(question, text=turns[-1], context=tuple(turns[:-1])))
            told = written(reply.values[0]) if reply.status == "answered" and reply.values else ""
            return text[: pointing.start()] + (told or pointing[0]) + text[pointing.end() :]
    return text


def _year(value: Value) -> str:
    return f"{value.year}年" if value.year else ""


def _body(value: Value) -> str:
    return f"{value.agency}{_year(value)}" if value.agency else ""


def _kind(value: Value) -> str:
    """自然人的 of a figure of that column."""
    columns = {c.rpartition("@")[2] for c in value.cells if "@" in c}
    concept = load_lexicon().concepts.get(f"@{columns.pop()}", {}) if len(columns) == 1 else {}
    return f"{concept['label']}的" if "label" in concept else ""
