"""Any text is a question: in a private chat always, in a group when the bot is spoken to."""

import logging

from telegram import Bot, Message, MessageEntity, Update
from telegram.constants import ChatType

from handlers.desk import Asked, Context, desk_of, now
from handlers.links import cited_question
from handlers.markup import clean
from handlers.sending import choice_keyboard, deliver
from handlers.sentences import say

log = logging.getLogger(__name__)


async def on_message(update: Update, context: Context) -> None:
    """Text or caption of a message."""
    message = update.effective_message
    text = spoken_to(message, context.bot) if message else None
    if text is not None:
        await reply_to(update, context, text, "message")


async def on_other(update: Update, context: Context) -> None:
    """Pictures, voices, stickers … in a private chat."""
    await deliver(update, context, say("not_text"))


async def reply_to(update: Update, context: Context, text: str, door: str, promised: bool = False) -> None:
    """Answers one question. `promised`: its button or link was made when it had one answer."""
    desk, asked = desk_of(context), as_asked(update, text)
    answered = await desk.think(desk.answer, asked)
    reply = answered.reply
    desk.metrics.count(door, reply)
    changed = promised and reply.status != "answered"
    body = f"{say('button_changed')}\n{reply.text}" if changed else reply.text
    await deliver(update, context, body, answered.code, choice_keyboard(reply.choices))
    await desk.keep_turns(asked, answered.turns)
    log.info("question %s: %s by %s %s", update.update_id, reply.status, door, reply.reason or "")


def as_asked(update: Update, text: str) -> Asked:
    """Context is kept per person and chat, so that nobody's follow-up takes over another's question."""
    chat, user, message = update.effective_chat, update.effective_user, update.message
    cited = cited_question(message.reply_to_message) if message and message.reply_to_message else None
    moment = message.date if message else now()
    return Asked(clean(text).strip(), chat.id if chat else 0, user.id if user else 0, moment, clean(cited) if cited else None)


def spoken_to(message: Message, bot: Bot) -> str | None:
    """The question in a message, the bot's name taken out; None when it is not for the bot."""
    if message.is_automatic_forward or (message.via_bot and message.via_bot.id == bot.id):
        return None  # what inline mode just wrote is an answer already
    text = message.text or message.caption or ""
    names = [name for name in _mentions(message) if name.lower() == f"@{bot.username}".lower()]
    for name in names:
        text = text.replace(name, " ")
    answered = message.reply_to_message.from_user if message.reply_to_message else None
    mine = message.chat.type == ChatType.PRIVATE or names or (answered and answered.id == bot.id)
    return text.strip() if mine else None


def _mentions(message: Message) -> list[str]:
    kinds: list[str | None] = [MessageEntity.MENTION]
    return [*message.parse_entities(kinds).values(), *message.parse_caption_entities(kinds).values()]
