"""How a command ends when it cannot do what was asked: one line on standard error, and an exit status."""

import os
import re
import sys
from collections.abc import Callable

import typer

from handlers.faults import WrongUse
from index.errors import WennianbaoError

FAULT, WRONG_USE, INTERRUPTED = 1, 2, 130
# what the option parser says, in Chinese
_SAID = (
    (re.compile(r"No such command '(.*)'"), "没有命令 {}"),
    (re.compile(r"No such option: (.*)"), "没有选项 {}"),
    (re.compile(r"Option '(.*)' requires"), "选项 {} 后面应有值"),
    (re.compile(r"Option '(.*)' does not take"), "选项 {} 后面不应有值"),
    (re.compile(r"Missing command()"), "没有写命令"),
    (re.compile(r"unexpected extra arguments?(?:\(s\))? \((.*)\)"), "多出了 {}"),
    (re.compile(r"Missing parameter: paths()"), "没有写文件、文件夹或网址"),
)


def ending(command: Callable[[], object]) -> int:
    """Runs the command; its exit status."""
    try:
        status = command()
        sys.stdout.flush()
        if status == INTERRUPTED:  # the parser makes a status of Ctrl-C
            return _told("已停止。", INTERRUPTED)
        return status if isinstance(status, int) else 0
    except typer.TyperException as error:
        return _told(f"{_in_chinese(str(error))}。看用法：python bot.py --help", WRONG_USE)
    except WennianbaoError as fault:
        return _told(str(fault), WRONG_USE if isinstance(fault, WrongUse) else FAULT)
    except typer.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it closes it
        return FAULT


def _told(message: str, status: int) -> int:
    print(message, file=sys.stderr)
    return status


def _in_chinese(said: str) -> str:
    for pattern, words in _SAID:
        if found := pattern.search(said):
            return words.format(found[1])
    return f"命令写得不对（{said.rstrip('.')}）"
