"""问年报: the commands. Reads settings, wires, runs; what is done stands in handlers/ and index/."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from handlers.cli import commands
from handlers.cli.ending import ending

if TYPE_CHECKING:
    from handlers.settings import Settings

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help="问年报：查《政府信息公开工作年度报告》里的数字。")
Db = Annotated[Path | None, typer.Option("--db", metavar="FILE", help="索引文件；默认为 .env 的 DATABASE，否则 data/index.db。")]
Json = Annotated[bool, typer.Option("--json", help="每行一个 JSON 对象。")]
Agency = Annotated[str | None, typer.Argument(metavar="[AGENCY", help="行政机关，全称或简称；不写则为全部。", show_default=False)]
Year = Annotated[str | None, typer.Argument(metavar="[YEAR]]", help="年份；不写则为全部。", show_default=False)]


@app.command()
def add(paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="文件、文件夹或网址。")], as_json: Json = False, db: Db = None) -> int:
    """把报告读入索引，每个文件一行结果。"""
    return commands.add(database(db), paths, as_json)


@app.command()
def show(
    agency: Agency = None,
    year: Year = None,
    as_json: Json = False,
    grid: Annotated[bool, typer.Option("--grid", help="按读到的表格排列。")] = False,
    db: Db = None,
) -> int:
    """显示索引里的报告：一份、一个机关的，或全部。"""
    return commands.show(database(db), agency, year, as_json, grid)


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION…", help="问题。", show_default=False)] = None,
    batch: Annotated[str | None, typer.Option(metavar="FILE|-", help='多个问题，每行 {"id": …, "context": […], "question": …}。')] = None,
    as_json: Json = False,
    now: Annotated[str | None, typer.Option(metavar="DATE", help="提问的日子，如 2021-06-01；去年由此算起。")] = None,
    trace: Annotated[bool, typer.Option("--trace", help="在标准错误上说明答复的由来。")] = False,
    answer: Annotated[str | None, typer.Option("--id", metavar="ID", help="按编号再看一次答复。")] = None,
    db: Db = None,
) -> int:
    """回答问题。"""
    return commands.ask(database(db), None if question is None else " ".join(question), batch, answer, now, as_json, trace)


@app.command()
def check(agency: Agency = None, year: Year = None, as_json: Json = False, db: Db = None) -> int:
    """核对索引里的报告：勾稽关系与前后一致。"""
    return commands.check(database(db), agency, year, as_json)


@app.command()
def chat(db: Db = None) -> int:
    """在终端里问答。"""
    return commands.chat(database(db), token=bool(settings().bot_token))


@app.command()
def run(db: Db = None) -> int:
    """收录 data/reports，然后答问：设了 BOT_TOKEN 在 Telegram，否则在终端。"""
    chosen = settings() if db is None else settings().model_copy(update={"database": db})
    commands.add_shipped(chosen.database)
    if not chosen.bot_token:
        return commands.chat(chosen.database, token=False)
    from handlers.application import run as answer_in_telegram

    return answer_in_telegram(chosen)


def settings() -> "Settings":
    from handlers.settings import load_settings  # half a second, and a command with --db needs none of it

    return load_settings()


def database(db: Path | None) -> Path:
    return db or settings().database


def main(words: list[str] | None = None) -> int:
    """Runs the command that `words` (else the command line) says; its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        cast(TextIOWrapper, stream).reconfigure(encoding="utf-8", errors="backslashreplace")
    return ending(lambda: app(words, standalone_mode=False))


if __name__ == "__main__":
    sys.exit(main())
