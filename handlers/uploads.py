"""Documents: only staff may add a report."""

from telegram import Update

from handlers.desk import Context
from handlers.sending import deliver
from handlers.sentences import say


async def on_document(update: Update, context: Context) -> None:
    """Says who may add reports."""
    await deliver(update, context, say("upload_staff"))
