"""`chat`: the bot in a terminal, or over the lines of standard input."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date

from handlers.answering import Answerer
from handlers.catalogue import Catalogue
from handlers.cli.asking import question_of
from handlers.sentences import samples
from index.store import Store

TURNS = 5  # earlier questions that a follow-up may lean on
_NO_TURN = {"not_understood", "out_of_scope", "too_long"}  # refusals that nothing can follow up
_LEAVE = {"退出", "再见", "exit", "quit", "q", ":q"}
_TO_TELEGRAM = """未设置 BOT_TOKEN，在终端里问答。要在 Telegram 里用：
  1. 在 Telegram 里找 @BotFather，发 /newbot，取好名字，得到令牌；
  2. 把 BOT_TOKEN=令牌 写进 .env（照 .env.example），再运行 make run。
"""
_EMPTY = "索引里还没有报告：把报告放进 data/reports/ 再运行，或用 bot.py add 加入。"


def intro(store: Store, token: bool) -> str:
    """What is said before the first question."""
    sample = Catalogue(store).overview().sample()
    asked = "可以这样问：\n" + "".join(f"  · {text}\n" for text in samples(*sample)) if sample else _EMPTY + "\n"
    return ("" if token else _TO_TELEGRAM) + asked + "退出：输入“退出”，或按 Ctrl-D。"


class Chat:
    """One conversation: follow-ups lean on the last questions."""

    def __init__(self, answerer: Answerer, today: Callable[[], date]) -> None:
        self._answerer, self._today = answerer, today
        self._turns: tuple[str, ...] = ()

    def reply(self, text: str) -> str:
        """What the bot says to a line."""
        asked = text.strip()
        reply = self._answerer.answer(question_of(asked, self._turns, self._today()))
        if reply.reason not in _NO_TURN:
            self._turns = (*self._turns, asked)[-TURNS:]
        return reply.text


def talk(chat: Chat) -> None:
    """Until standard input ends, or the user leaves."""
    for text in _lines():
        if text.strip().lower() in _LEAVE:
            return
        if text.strip():
            print(chat.reply(text), flush=True)
            print(flush=True)


def _lines() -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from sys.stdin
        return
    with suppress(ImportError):
        import readline  # noqa: F401 (lines can be edited and called back)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield input("问：")
