"""The second walk: a question in, a cited reply out. No Telegram, no SQL.

    answerer = Answerer(archive)
    reply = answerer.answer(Question("邓州市2020年不予公开多少件？"))
"""

from handlers.answering.answerer import Answerer
from handlers.answering.models import Choice, Question, Reply, Value

__all__ = ["Answerer", "Choice", "Question", "Reply", "Value"]
