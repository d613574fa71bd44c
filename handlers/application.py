"""The bot put together: one ordered list of doors, how it listens, how it stops."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from handlers import buttons, commands, errors, inline, logs, questions, reports, uploads
from handlers.catalogue import Catalogue
from handlers.desk import Desk
from handlers.inbox import Inbox, InboxQueue, OrderedProcessor
from handlers.links import Answering
from handlers.network import ChatLimiter, PatientRequest
from handlers.sentences import menu
from handlers.settings import Settings
from index.archive import Archive

if TYPE_CHECKING:
    from index.adding import Outcome

    Adding = Callable[[str, bytes], list[Outcome]]

log = logging.getLogger(__name__)
UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]  # what Telegram is asked to send
GRACE = 20.0  # seconds that a stop waits for answers under way; the rest stays in the inbox
MESSAGE, PRIVATE = filters.UpdateType.MESSAGE, filters.ChatType.PRIVATE
App = Application[Any, Any, Any, Any, Any, Any]


class Shelf(Archive, Inbox, Protocol):
    """The index file: what is answered from, and the inbox."""


def doors() -> list[BaseHandler[Any, Any, Any]]:
    """The first that takes an update keeps it."""
    return [
        CommandHandler("start", commands.on_start, MESSAGE),
        CommandHandler("help", commands.on_help, MESSAGE),
        CommandHandler("about", commands.on_about, MESSAGE),
        CommandHandler("reports", reports.on_reports, MESSAGE),
        CommandHandler("new", commands.on_new, MESSAGE),
        CommandHandler("ask", commands.on_ask, MESSAGE),
        MessageHandler(MESSAGE & filters.COMMAND, commands.on_unknown),  # after the commands it would else swallow
        CallbackQueryHandler(buttons.on_question, r"^[cq]:"),
        CallbackQueryHandler(reports.on_turn, r"^p:\d{1,6}:"),
        CallbackQueryHandler(buttons.on_unknown),  # after every button that is known
        InlineQueryHandler(inline.on_inline),
        MessageHandler(MESSAGE & PRIVATE & filters.Document.ALL, uploads.on_document),  # before its caption is a question
        MessageHandler(MESSAGE & (filters.TEXT | filters.CAPTION), questions.on_message),
        MessageHandler(MESSAGE & PRIVATE & ~filters.StatusUpdate.ALL, questions.on_other),  # last: what nobody took
    ]


class Bot(Application[Any, Any, Any, Any, Any, Any]):
    """An application whose stop has an end: what cannot be sent in time is answered after the next start."""

    def __init__(self, *, hurry: Callable[[], None], **parts: Any) -> None:
        super().__init__(**parts)
        self._hurry = hurry

    async def stop(self) -> None:
        self._hurry()
        try:
            async with asyncio.timeout(GRACE):
                await super().stop()
        except TimeoutError:
            log.warning("stopped before everything was answered; the rest stays in the inbox")
            await _cancel_others()


async def _cancel_others() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def build(settings: Settings, answerer: Answering, archive: Shelf, request: BaseRequest | None = None, add: "Adding | None" = None) -> App:
    """The application, ready to run. `request`: another transport, for tests; `add`: what staff uploads go through."""
    desk = Desk(answerer, Catalogue(archive), archive, frozenset(settings.admin_ids), add)
    queue = InboxQueue(archive, desk.receiving)
    patient = PatientRequest(connection_pool_size=64, proxy=settings.proxy_url, read_timeout=30, connect_timeout=10, pool_timeout=10)
    application = (
        Application.builder()
        .application_class(Bot, {"hurry": patient.hurry})
        .token(settings.bot_token)
        .base_url(settings.telegram_base_url)
        .base_file_url(settings.telegram_base_file_url)
        .request(request or patient)
        .get_updates_request(request or HTTPXRequest(proxy=settings.proxy_url))
        .rate_limiter(ChatLimiter())
        .update_queue(queue)
        .concurrent_updates(OrderedProcessor(archive.mark_update, desk.closing))
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .post_init(_prepare)
        .build()
    )
    application.bot_data["desk"] = desk
    application.add_handlers(doors())
    application.add_error_handler(errors.on_error)
    return application


async def _prepare(application: App) -> None:
    """Between reaching Telegram and listening: questions left open by the last stop come first."""
    queue = application.update_queue
    if isinstance(queue, InboxQueue) and (left := await queue.reopen(application.bot)):
        log.info("%s questions were left open and are answered now", left)
    try:
        await application.bot.set_my_commands(menu())
    except TelegramError as refusal:
        log.warning("the command menu was not set: %s", refusal)


def run(settings: Settings) -> int:
    """Answers until SIGTERM or SIGINT. Exit status: 0 stopped, 2 a setting is wrong. StoreFault: the index cannot be used."""
    from handlers.answering import Answerer
    from index.store import Store

    with closing(Store(settings.database)) as store:
        return serve(settings, Answerer(store), store, partial(uploads.add_to, store))


def serve(settings: Settings, answerer: Answering, shelf: Shelf, add: "Adding | None" = None) -> int:
    """Blocks. Exit status as of run()."""
    logs.configure(settings.log_level, (settings.bot_token, settings.webhook_secret or ""))
    application = build(settings, answerer, shelf, add=add)
    desk: Desk = application.bot_data["desk"]
    try:
        with desk.metrics.served(settings.metrics_port):
            _listen(application, settings)
        return 0
    except InvalidToken:
        log.error("BOT_TOKEN: Telegram does not know it; @BotFather gives the right one")
    except OSError as taken:
        log.error("WEBHOOK_PORT or METRICS_PORT cannot be listened on: %s", taken)
    finally:
        desk.close()
    return 2


def _listen(application: App, settings: Settings) -> None:
    if settings.webhook_url:
        _listen_to_webhook(application, settings)
    else:
        application.run_polling(bootstrap_retries=-1, allowed_updates=UPDATES)


def _listen_to_webhook(application: App, settings: Settings) -> None:
    """On 127.0.0.1, behind the server that speaks TLS; without WEBHOOK_SECRET a new secret is agreed on each start."""
    application.run_webhook(
        listen="127.0.0.1",
        port=settings.webhook_port,
        url_path=urlsplit(settings.webhook_url or "").path.strip("/"),
        webhook_url=settings.webhook_url,
        secret_token=settings.webhook_secret or secrets.token_urlsafe(32),
        bootstrap_retries=-1,
        allowed_updates=UPDATES,
    )
