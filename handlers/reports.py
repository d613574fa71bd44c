"""/reports: what is indexed, in pages; a word after the command keeps the agencies whose name holds it."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest

from handlers.buttons import acknowledge
from handlers.catalogue import Entry, Overview, spans
from handlers.desk import Context, desk_of
from handlers.markup import clean, to_parts
from handlers.sending import Keyboard, deliver
from handlers.sentences import say

PAGE = 20  # agencies a page
TURN = "p:"  # mark of callback data: p:NUMBER:WORD


async def on_reports(update: Update, context: Context) -> None:
    desk = desk_of(context)
    overview = await desk.think(desk.catalogue.overview)
    text, keyboard = page(overview, clean(" ".join(context.args or ())), 1)
    await deliver(update, context, text, keyboard=keyboard)


async def on_turn(update: Update, context: Context) -> None:
    """A page was turned; the page is made anew, so that it shows what is indexed now."""
    query = update.callback_query
    if query is None or not query.data:
        return
    await acknowledge(query)
    number, _, word = query.data[len(TURN) :].partition(":")
    overview = await desk_of(context).think(desk_of(context).catalogue.overview)
    text, keyboard = page(overview, word, int(number))
    try:
        await query.edit_message_text(to_parts(text)[0], reply_markup=keyboard)
    except BadRequest as refusal:  # the same page was asked for twice
        if "not modified" not in str(refusal).lower():
            raise


def page(overview: Overview, word: str, number: int) -> tuple[str, Keyboard]:
    """Text and page buttons; a number that is too high is the last page."""
    entries = overview.found(word) if word else overview.entries
    if not entries:
        return (say("reports_none", word=word) if overview.entries else say("reports_empty")), None
    pages = -(-len(entries) // PAGE)
    number = min(max(number, 1), pages)
    lines = [_title(overview, entries, word)]
    lines += [say("reports_line", agency=e.name, years=spans(e.years)) for e in entries[(number - 1) * PAGE : number * PAGE]]
    lines += [say("reports_page", page=number, pages=pages)] if pages > 1 else []
    return "\n".join(lines), _turns(number, pages, word)


def _title(overview: Overview, entries: Sequence[Entry], word: str) -> str:
    if word:
        return say("reports_found", word=word, agencies=len(entries))
    return say("reports", agencies=len(entries), reports=overview.reports)


def _turns(number: int, pages: int, word: str) -> Keyboard:
    """Buttons to the pages beside this one, as far as the word fits their 64 bytes."""
    beside = [(number - 1, say("reports_previous")), (number + 1, say("reports_next"))]
    data = [(label, f"{TURN}{other}:{word}") for other, label in beside if 1 <= other <= pages]
    row = [InlineKeyboardButton(label, callback_data=d) for label, d in data if len(d.encode()) <= 64]
    return InlineKeyboardMarkup([row]) if row else None
