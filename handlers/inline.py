"""Inline mode: the figure and its source, ready to be put into any chat."""

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, Update

from handlers.answering.models import Question, Reply
from handlers.commands import INLINE
from handlers.desk import Context, Desk, china_day, desk_of, now
from handlers.links import address, code_of
from handlers.markup import clean, first_part
from handlers.sentences import say

SECONDS = 10  # that Telegram may keep a result: the index may grow
SHOWN = 200  # characters of a title or description


async def on_inline(update: Update, context: Context) -> None:
    """One result for an answer, one for each choice; none while the question is not understood."""
    query = update.inline_query
    if query is None:
        return
    desk, text = desk_of(context), clean(query.query).strip()
    results = await desk.think(_results, desk, text, context.bot.username) if text else []
    button = InlineQueryResultsButton(say("inline_help"), start_parameter=INLINE)
    await query.answer(results, cache_time=SECONDS, button=button)


def _results(desk: Desk, text: str, username: str) -> list[InlineQueryResultArticle]:
    day = china_day(now())
    reply = desk.answerer.answer(Question(text, (), day))
    desk.metrics.count("inline", reply)
    asked = [(choice.label, choice.question) for choice in reply.choices[:5]] or [("", text)]
    replies = [(label, question, desk.answerer.answer(Question(question, (), day))) for label, question in asked]
    return [
        _article(number, label, answer, address(username, code_of(desk.answerer, answer, question)))
        for number, (label, question, answer) in enumerate(replies)
        if answer.status == "answered"
    ]


def _article(number: int, label: str, reply: Reply, link: str) -> InlineQueryResultArticle:
    first, _, rest = clean(reply.text).strip().partition("\n")
    content = InputTextMessageContent(first_part(reply.text, link, say("group_cut")))
    return InlineQueryResultArticle(str(number), (label or first)[:SHOWN], content, description=(first if label else rest)[:SHOWN])
