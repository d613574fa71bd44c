"""Terms of the form that a question names, and whether it asks what one means."""

from collections.abc import Sequence

from handlers.answering.asked.frames import Op
from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import saying

_WHAT_IS = saying("asking.what_is")
_TOLD = frozenset({"detail", "fact"})  # 统计期限是什么 asks what the report says
_MARKS = "“”\"'「」『』《》，, "


def meaning_asked(mentions: Sequence[Mention], text: str) -> tuple[Op, ...]:
    """部分公开是什么: what the term right before means; 不予公开的理由是什么 asks for the reasons."""
    found = _WHAT_IS.search(text)
    before = text[: found.start()].rstrip(_MARKS) if found else ""
    term = next((m for m in mentions if "definition" in m.kinds() and ("row" in m.kinds() or not m.kinds() & _TOLD) and before.endswith(m.text)), None)
    alone = term is not None and not any(m.kinds() & {"row", "column", "op"} for m in mentions if m.start < term.start and len(m.text) > 1)
    return (Op("op.define", term.start, found[0]),) if found and term and alone else ()


def terms(mentions: Sequence[Mention], ops: Sequence[Op], text: str) -> tuple[str, ...]:
    """Terms that may be explained; 年报 within a longer sentence (年报里都有数) is an everyday word, unless its meaning is asked."""
    defined = [m for m in mentions if "definition" in m.kinds()]
    article = any(op.id == "op.basis" for op in ops)
    meant = article or any(op.id == "op.define" for op in ops) or any(len(text) <= len(m.text) + 4 for m in defined)
    terms = [m for m in defined if "filler" not in m.kinds()] or (defined if meant else [])
    terms = [m for m in terms if not (article and m.has("def.term.regulation"))]
    return tuple(s.id for m in terms for s in m.senses if s.kind == "definition")
