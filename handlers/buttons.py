"""Buttons: what one does stands in its 64 bytes, so it works after a restart and on an old message."""

import logging

from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from handlers.codes import unpack
from handlers.desk import Context
from handlers.questions import reply_to
from handlers.sending import PROMISED
from handlers.sentences import say

log = logging.getLogger(__name__)


async def on_question(update: Update, context: Context) -> None:
    """A choice or a sample question was tapped."""
    query = update.callback_query
    if query is None or not query.data:
        return
    question = unpack(query.data[len(PROMISED) :])
    await acknowledge(query, "" if question else say("button_unknown"))
    if question:
        await reply_to(update, context, question, "button", promised=query.data.startswith(PROMISED))


async def on_unknown(update: Update, context: Context) -> None:
    """A button that no door made."""
    if update.callback_query:
        await acknowledge(update.callback_query, say("button_unknown"))


async def acknowledge(query: CallbackQuery, text: str = "") -> None:
    """Stops the button's clock. Telegram refuses it after a while, which must not cost the answer."""
    try:
        await query.answer(text or None)
    except TelegramError as refusal:
        log.info("button press not acknowledged: %s", refusal)
