"""Documents: staff (ADMIN_IDS) add a report by sending its file; everyone else is told who may."""

import asyncio
from collections import Counter
from typing import TYPE_CHECKING

from telegram import Document, Update

from handlers.desk import Context, desk_of
from handlers.markup import clean
from handlers.sending import deliver
from handlers.sentences import say, upload_status

if TYPE_CHECKING:
    from index.adding import Outcome
    from index.store import Store

LARGEST = 20 * 2**20  # bytes that Telegram hands to a bot
SHOWN = 8  # failed checks told one by one


async def on_document(update: Update, context: Context) -> None:
    desk, message = desk_of(context), update.effective_message
    document = message.document if message else None
    if document is None or desk.add is None or not update.effective_user or update.effective_user.id not in desk.admins:
        await deliver(update, context, say("upload_staff"))
    elif (document.file_size or 0) > LARGEST:
        await deliver(update, context, say("upload_large"))
    else:
        outcomes = await asyncio.to_thread(desk.add, _name(document), await _content(document))
        await deliver(update, context, "\n\n".join(map(told, outcomes)))


async def _content(document: Document) -> bytes:
    return bytes(await (await document.get_file()).download_as_bytearray())


def _name(document: Document) -> str:
    return clean(document.file_name or document.file_unique_id).replace("\n", " ").strip()[-120:]


def add_to(store: "Store", name: str, data: bytes) -> "list[Outcome]":
    """One file into the index, an outcome for each of its reports; read by a process of its own. Blocks up to a minute."""
    from index.adding import Intake, Source
    from index.ingest import ingest, settle

    return list(Intake(store, ingest, settle, count=1).add([Source(name, data=data)]))


def told(outcome: "Outcome") -> str:
    """What became of a report, and what does not add up in it."""
    if outcome.report is None:
        return say("upload_rejected", source=outcome.source, error=outcome.error or "")
    counts = Counter(finding.status for finding in outcome.findings)
    failed = [finding.message or finding.expression for finding in outcome.findings if finding.status == "failed"]
    lines = [
        say(
            "upload_done", source=outcome.source, status=upload_status(outcome.status), agency=outcome.report.agency.name,
            year=outcome.report.year, cells=outcome.cells, ambiguous=outcome.ambiguous, passed=counts["passed"],
            failed=counts["failed"], open=counts["not_assessable"],
        ),
        *(say("upload_finding", message=message) for message in failed[:SHOWN]),
    ]  # fmt: skip
    return "\n".join(lines + ([say("upload_more", number=len(failed) - SHOWN)] if len(failed) > SHOWN else []))
