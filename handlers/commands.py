"""The commands: /start /help /about /new /ask."""

import tomllib
from functools import cache
from pathlib import Path

from telegram import Update

from handlers.catalogue import Overview
from handlers.codes import unpack
from handlers.desk import Context, desk_of
from handlers.questions import as_asked, reply_to, spoken_to
from handlers.sending import deliver, sample_keyboard
from handlers.sentences import samples, say

INLINE = "inline"  # start payload of the button that inline mode shows


async def on_start(update: Update, context: Context) -> None:
    """The welcome; with a payload, the figure that its link stands for."""
    payload = context.args[0] if context.args else INLINE
    if payload == INLINE:
        await welcome(update, context)
    elif question := unpack(payload):
        await reply_to(update, context, question, "link", promised=True)
    else:
        await deliver(update, context, say("link_unknown"))


async def welcome(update: Update, context: Context) -> None:
    await desk_of(context).keep_turns(as_asked(update, ""), ())
    overview = await _overview(context)
    if not overview.entries:
        await deliver(update, context, say("start_empty"))
        return
    questions = samples(*_sample(overview))
    text = say("start", example=questions[0], agencies=len(overview.entries), reports=overview.reports)
    await deliver(update, context, text, keyboard=sample_keyboard(questions))


async def on_help(update: Update, context: Context) -> None:
    name, year = _sample(await _overview(context))
    await deliver(update, context, say("help", name=name, year=year))


async def on_about(update: Update, context: Context) -> None:
    overview = await _overview(context)
    years = overview.years or say("about_empty")
    await deliver(update, context, say("about", agencies=len(overview.entries), reports=overview.reports, years=years, version=_version()))


async def on_new(update: Update, context: Context) -> None:
    """Follow-ups start from nothing again."""
    await desk_of(context).keep_turns(as_asked(update, ""), ())
    await deliver(update, context, say("new"))


async def on_ask(update: Update, context: Context) -> None:
    """/ask QUESTION, for groups."""
    if context.args:
        await reply_to(update, context, " ".join(context.args), "command")
    else:
        await deliver(update, context, say("ask_empty", example=samples(*_sample(await _overview(context)))[0]))


async def on_unknown(update: Update, context: Context) -> None:
    """A command of no door."""
    message = update.effective_message
    if message and spoken_to(message, context.bot) is not None:
        await on_help(update, context)


async def _overview(context: Context) -> Overview:
    desk = desk_of(context)
    return await desk.think(desk.catalogue.overview)


def _sample(overview: Overview) -> tuple[str, object]:
    """Agency and year for examples; those of the sentences when nothing is indexed."""
    return overview.sample() or (say("sample_agency"), say("sample_year"))


@cache
def _version() -> str:
    text = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])
