"""What must not be answered: other topics, causes, commands; and words that nobody understood."""

from handlers.answering.frames import Frame
from handlers.answering.lexicon import load_lexicon
from handlers.answering.operations.base import Ask
from handlers.answering.scope import Shortfall

# A single character that nobody understood still changes the meaning.
_WEIGHTY = frozenset("不没未无非除乡镇村区省月季周日局厅院校所站队")
_POLITE = frozenset({"chitchat", "thanks", "greeting", "about_bot"})


def declined(ask: Ask) -> Shortfall | None:
    """The refusal for a topic that no report holds; small talk beside a question is passed over."""
    for mention in ask.frame.topics:
        topic = next(s.id for s in mention.senses if s.kind == "topic")
        if topic.split(".")[0] in _POLITE and (ask.frame.measured() or ask.frame.details):
            continue
        entry = load_lexicon().concepts[topic]
        return Shortfall("out_of_scope", "out_of_scope", (("say", str(entry.get("say", "")).replace("{word}", mention.text)),))
    return None


def blocking(frame: Frame) -> tuple[str, ...]:
    """Words that were not understood and may change what is asked."""
    return tuple(word for word in frame.unknown if _blocks(word))


def _blocks(word: str) -> bool:
    if word.isascii():
        return len(word) >= 3 or word.isdigit()
    return len(word) >= 2 or word in _WEIGHTY
