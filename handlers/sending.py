"""One way out: a text becomes messages that Telegram accepts, with buttons under the last."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update
from telegram.constants import ChatType

from handlers.answering.models import Choice
from handlers.codes import pack
from handlers.desk import Context
from handlers.links import address
from handlers.markup import clean, first_part, to_parts
from handlers.sentences import say

LABEL = 60  # characters of a button; Telegram cuts what does not fit its row
PROMISED, SAMPLE = "c:", "q:"  # marks of callback data: a choice has one reading, a sample may have any
Keyboard = InlineKeyboardMarkup | None


async def deliver(update: Update, context: Context, text: str, code: str | None = None, keyboard: Keyboard = None) -> None:
    """Sends a reply to where the update came from. A group gets one message, as an answer to the one who asked."""
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return
    link, private = address(context.bot.username, code), chat.type == ChatType.PRIVATE
    parts = to_parts(text, link) if private else [first_part(text, link, say("group_cut"))]
    quote = None if private or message is None else ReplyParameters(message.message_id, allow_sending_without_reply=True)
    topic = message.message_thread_id if message and message.is_topic_message else None
    for number, part in enumerate(parts, start=1):
        under = keyboard if number == len(parts) else None
        await chat.send_message(part, reply_parameters=quote, message_thread_id=topic, reply_markup=under)


def choice_keyboard(choices: Sequence[Choice]) -> Keyboard:
    """A button for each choice that fits one; all of them stand in the text as well."""
    return question_keyboard(PROMISED, [(choice.label or choice.question, choice.question) for choice in choices[:5]])


def sample_keyboard(questions: Sequence[str]) -> Keyboard:
    return question_keyboard(SAMPLE, [(question, question) for question in questions])


def question_keyboard(mark: str, labelled: Sequence[tuple[str, str]]) -> Keyboard:
    """One button a row. `labelled`: (label, question); what it does is in its 64 bytes."""
    packed = [(clean(label), pack(clean(question))) for label, question in labelled]
    rows = [[InlineKeyboardButton(label[:LABEL], callback_data=mark + code)] for label, code in packed if label.strip() and code]
    return InlineKeyboardMarkup(rows) if rows else None
