"""Reasons of refusals among mentions: what names one, what is only told beside it."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import words

ASKED_KINDS = frozenset({"row", "column", "fact", "metric", "detail", "definition"})
WITH_REASONS = ("s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "s3.result.other", "not_public")
_REASONS = ("s3.result.denied.", "s3.result.unable.", "s3.result.unprocessed.", "s3.result.other.")
_FEARS = words("telling.fears")
TOLD = frozenset({"narrative", "narration", "relatives", "subjects"})


def only_told(senses: Sequence[Sense]) -> bool:
    """Nothing but words of narration."""
    return all(s.kind == "filler" and s.id in TOLD for s in senses)


def fears_passed_over(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """怕得罪街坊没给的: words of narration between a fear and a refusal are the reason; when no row is told by them, they must be understood."""
    if any(is_reason(m) for m in mentions):
        return ()
    fear = next((i for i, m in enumerate(mentions) if m.text in _FEARS), len(mentions))
    refusal = next((i for i, m in enumerate(mentions) if i > fear and m.has(*WITH_REASONS)), 0)
    between = mentions[fear + 1 : refusal]
    return tuple(m.text for m in between if len(m.text) > 1 and m.kinds() <= {"filler"} and any(s.id in TOLD for s in m.senses))


def is_reason(mention: Mention) -> bool:
    """Names one reason of an outcome and nothing else."""
    named = [s for s in mention.senses if s.kind in ASKED_KINDS]
    return len(named) == 1 and named[0].id.startswith(_REASONS)


def with_sure_reasons(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """内部的不给看: beside a refusal an everyday word for a reason is sure of itself."""
    return tuple(replace(m, senses=tuple(replace(s, strong=True) for s in m.senses)) if is_reason(m) else m for m in mentions)
