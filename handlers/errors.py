"""The one place where faults end: logged first, then told with a number that stands in the log."""

import logging

from telegram import Update
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.desk import Context, desk_of
from handlers.inbox import OrderedProcessor
from handlers.network import NotSent
from handlers.sending import deliver
from handlers.sentences import say

log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Whatever a door raised. The incident's number is that of the update."""
    fault = context.error
    if not isinstance(update, Update):
        log.warning("polling: %s", _polling(fault))
    elif isinstance(fault, NotSent | RetryAfter):
        log.warning("question %s stays in the inbox until the next start: %s", update.update_id, fault)
        _leave_open(update, context)
    elif isinstance(fault, Forbidden):
        log.info("question %s: the chat does not take messages (%s)", update.update_id, fault)
    else:
        log.error("incident %s", update.update_id, exc_info=fault)
        desk_of(context).metrics.incidents.labels(type(fault).__name__).inc()
        await _apologise(update, context, say(_sentence(fault), number=update.update_id))


def _polling(fault: Exception | None) -> str:
    return "another process polls with this BOT_TOKEN; stop one of them" if isinstance(fault, Conflict) else f"{fault}"


def _sentence(fault: Exception | None) -> str:
    """A connection that broke after sending may have delivered the answer: it is not sent twice, but told."""
    unsure = isinstance(fault, NetworkError) and not isinstance(fault, BadRequest)
    return "maybe_lost" if unsure else "incident"


async def _apologise(update: Update, context: Context, text: str) -> None:
    try:
        await deliver(update, context, text)
    except TelegramError as silent:
        log.error("incident %s could not be told: %s", update.update_id, silent)


def _leave_open(update: Update, context: Context) -> None:
    processor = context.application.update_processor
    if isinstance(processor, OrderedProcessor):
        processor.leave_open(update)
